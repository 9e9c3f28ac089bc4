"""What was made to harm is refused quickly, or quoted as a short line of text, whichever action it is sent to."""

import json
from base64 import b64encode
from collections.abc import Iterator
from copy import deepcopy
from datetime import date
from itertools import product
from typing import Any
from urllib.parse import quote

import pytest

from calculator import InputError
from calculator.page.bridge import ACTIONS, answer
from calculator.reading.days import parse_day
from calculator.reading.form import FIELDS as FORM_FIELDS
from calculator.wording.plain_text import one_line, shortened
from scripts.fuzzing.checks import check_reply
from scripts.fuzzing.drawing import HOSTILE
from tests.calculator.clock import set_today
from tests.calculator.roster.tables import HEADING, csv_bytes

IN_A_CELL = {ord("\r"): " ", ord("\n"): " ", ord("\t"): " ", ord("\x00"): None, 0xD800: None}
ROSTER = csv_bytes([HEADING, ("张三", "2026-1-5"), *([text.translate(IN_A_CELL)] * 6 for text in HOSTILE)], "\t")
SHORT_ROSTER = csv_bytes([HEADING, ("张三", "2026-1-5"), [HOSTILE[0]] * 6])
FIELDS = {"last": "2025-3-5", "claim": "2026-9", "region": "jiangsu", "scheme": "企业职工", "today": "2026-3-1"}
PERSON = {"label": "妈妈", "last": "2026-3-1", "region": "jiangsu"}
FAMILY = {"format": "pension-certification-family", "version": 1, "people": [PERSON]}
SOUND: dict[str, dict[str, Any]] = {
    "": {
        "fields": FIELDS | {"rule": "12-months", "grace": "15"},
        "page": "https://example.cn/calculator/",
        "saves": True,
        "made": "2020-11-25",
        "today": "",
        "text": "您的社保卡异常，请点 sb.例子.cc 办理。认证有效期至2027年3月5日。",
        "sender": "12333",
        "region": "渭城区",
    },
    "family": {"people": [PERSON], "text": json.dumps(FAMILY)},
    "roster": {
        "fields": {"region": "jiangsu", "scheme": "企业职工", "today": "2026-3-1"},
        "base64": b64encode(SHORT_ROSTER).decode(),
        "size": len(SHORT_ROSTER),
        "columns": {"name": "0", "last": "1"},
        "kind": "csv",
        "group": "unclear",
        "page": "0",
    },
}
"""Requests that every action of a feature understands. An action that needs more must be given it here."""


@pytest.fixture(autouse=True)
def _a_day_on_which_somebody_has_a_day_ahead(monkeypatch: pytest.MonkeyPatch) -> None:
    set_today(monkeypatch, date(2026, 3, 1))


def sound(action: str) -> dict[str, Any]:
    feature = action.partition("/")[0] if "/" in action else ""
    return {"do": action} | deepcopy(SOUND[feature])


def ask(request: dict[str, Any]) -> dict[str, Any]:
    if request["do"].startswith("roster/"):
        open_roster()
    return check_reply(answer(json.dumps(request)))


def open_roster(content: bytes = SHORT_ROSTER) -> None:
    """Let there be a roster that has been worked through, whose people mean harm."""
    answer(json.dumps(sound("roster/open") | {"base64": b64encode(content).decode()}))
    reply: dict[str, Any] = {"ok": True}
    while reply["ok"] and "html" not in reply:
        reply = json.loads(answer(json.dumps(sound("roster/work"))))


def places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Where the texts and numbers of a request stand."""
    if isinstance(value, dict | list):
        for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from places(inner, (*path, key))
    elif path != ("do",):
        yield path


def replaced(request: dict[str, Any], path: tuple[Any, ...], text: str, *, whole: bool) -> dict[str, Any]:
    changed = deepcopy(request)
    inner = changed
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = text if whole else f"{inner[path[-1]]}{text}"
    return changed


@pytest.mark.parametrize("action", ACTIONS)
def test_every_action_understands_the_request_that_is_spoilt_below(action: str) -> None:
    assert ask(sound(action))["ok"]


@pytest.mark.parametrize("action", ACTIONS)
def test_nothing_hostile_in_any_place_of_any_request_reaches_the_page(action: str) -> None:
    request = sound(action)
    for path, text in product(places(request), HOSTILE):
        ask(replaced(request, path, text, whole=True))
    for path in places(request):
        ask(replaced(request, path, "".join(HOSTILE), whole=False))


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_hostile_in_a_name_reaches_the_page_or_a_file(text: str) -> None:
    people = [
        PERSON | {"label": text},
        PERSON | {"label": "爸爸", "last": text},
        PERSON | {"label": "妈", "region": text},
    ]
    file = json.dumps(FAMILY | {"people": [PERSON | {"label": text[:20]}]})
    for do in ("assess", "calendar", "export", "import"):
        assert "ok" in ask({"do": f"family/{do}", "people": people, "text": file})


@pytest.mark.parametrize("kind", ["csv", "xlsx", "ics"])
def test_nothing_hostile_in_a_roster_reaches_the_page_or_a_file(kind: str) -> None:
    open_roster(ROSTER)
    steps = ({"do": "show", "group": "", "page": 0}, {"do": "sheet", "group": ""}, {"do": "save", "kind": kind})
    for step in steps:
        assert check_reply(answer(json.dumps(step | {"do": f"roster/{step['do']}"})))["ok"]
    reply = check_reply(answer(json.dumps({"do": "roster/work", "kind": kind})))
    assert reply["file"]["name"].endswith(kind)


@pytest.mark.parametrize("text", ["2025" + " " * 100_000 + "x", "2025-3-5" + " " * 100_000 + "x", "9" * 100_000])
def test_a_day_that_is_endless_is_refused_before_the_patterns_try_it(text: str) -> None:
    with pytest.raises(InputError) as caught:
        parse_day(text)
    assert caught.value.code == "unreadable"


@pytest.mark.parametrize("size", ["1e999", "-1e999", "NaN"])
def test_a_number_that_is_none_is_a_declared_error(size: str) -> None:
    reply = json.loads(answer(f'{{"do": "roster/open", "size": {size}, "fields": {{}}, "base64": ""}}'))
    assert (reply["ok"], reply["errors"][0]["code"]) == (False, "malformed")


@pytest.mark.parametrize("field", ["region", "scheme", "rule", "last"])
def test_a_link_cannot_put_an_advertisement_on_the_page(field: str) -> None:
    fields = {"last": "2025-3-5", field: "您的养老金已经停发，请马上拨打下面这个号码：\u202e" + "13800000000" * 1000}
    reply = json.loads(answer(json.dumps({"do": "assess", "fields": fields})))
    (error,) = reply["errors"]
    assert error["field"] == field
    assert "138" not in error["message"]
    assert "\u202e" not in error["message"]


ADVERTISEMENT = "【重要通知】您的养老金已经停发，请马上拨打下面这个号码：" + "13800000000" * 20


@pytest.mark.parametrize("before", ["", "江苏省宿迁市宿城区", "jiangsu/", "江苏/", "2025年3月5日 ", "15天"])
@pytest.mark.parametrize("do", ["assess", "first", "forgotten", "text", "link", "share", "qr", "slip", "calendar"])
def test_whatever_field_of_a_link_it_stands_in_an_advertisement_is_quoted_in_short_or_not_at_all(
    do: str, before: str
) -> None:
    for field in FORM_FIELDS:
        fields = {"last": "2025-3-5", "claim": "2026-9", "today": "2026-3-1"} | {field: before + ADVERTISEMENT}
        request = {"do": do, "fields": fields, "page": f"https://example.cn/calculator/?{ADVERTISEMENT}", "saves": True}
        reply = check_reply(answer(json.dumps(request)))
        shown = json.dumps(reply, ensure_ascii=False)
        assert "13800000000" not in shown, field
        assert quote(ADVERTISEMENT[:6]) not in shown, "a link that is passed on"
        assert ADVERTISEMENT[:21] not in shown, field


def test_a_line_stays_one_and_turns_nothing_around() -> None:
    assert one_line("\u202e张\r三\u2028\x00\x85李\ud800四\u2066 ") == "张 三 李四"
    assert shortened("张三") == "张三"
    assert shortened("长" * 21) == "长" * 20 + "…"
    assert shortened("\n" * 300 + "长") == "…"
