"""Every reply of the bridge holds what its type says, and nothing else."""

import json
from collections.abc import Mapping, Sequence
from datetime import date
from pkgutil import resolve_name
from types import UnionType
from typing import Any, Literal, get_args, get_origin, get_type_hints, is_typeddict

import pytest

from calculator.family.file import write_family
from calculator.family.people import Person
from calculator.page import protocol
from calculator.page.bridge import ACTIONS, answer
from tests.calculator.clock import set_today

FIELDS = {"last": "2026-01-05", "claim": "2026-09", "today": "2026-11-24"}
OVER = {"last": "2020-01-05", "today": "2026-11-24"}
TAKEN = {"fields": FIELDS, "page": "https://example.cn/calculator/", "saves": True}
PEOPLE = [{"label": "妈妈", "last": "2026-01-05", "region": "jiangsu"}]
SETTINGS = {"region": "", "scheme": "", "today": "2026-11-24"}
TABLE = {"base64": "5aeT5ZCNLOiupOivgeaXpeacnwrlvKDkuIksMjAyNi0xLTUK", "size": 36, "fields": SETTINGS}

REQUESTS: tuple[dict[str, Any], ...] = (
    *({"do": do, "fields": FIELDS} for do in ("assess", "first", "forgotten")),
    {"do": "assess", "fields": {**FIELDS, "region": "朝阳区"}},
    *({"do": "places", "region": region} for region in ("宿迁市", "朝阳区")),
    {"do": "clock", "made": "2026-11-24", "today": None},
    *({"do": do, **TAKEN} for do in ("calendar", "link", "qr", "share", "share-calendar", "slip", "text")),
    *({"do": do, **TAKEN, "fields": OVER} for do in ("calendar", "share-calendar")),
    {"do": "calendar", **TAKEN, "saves": False},
    {"do": "link", **TAKEN, "page": "file:///calculator.html"},
    {"do": "message", "text": "社保卡异常，请点击 http://12333.example.cc 处理", "sender": "12333"},
    {"do": "family/assess", "people": [*PEOPLE, {"label": "爸爸", "last": "去年", "region": ""}]},
    {"do": "family/export", "people": PEOPLE},
    {"do": "family/calendar", "people": PEOPLE},
    {"do": "family/import", "text": write_family(map(Person.of, PEOPLE)), "people": PEOPLE},
    {"do": "roster/prepare"},
    {"do": "roster/example", "fields": SETTINGS},
    {"do": "roster/open", **TABLE},
    *[{"do": "roster/work"}] * 3,
    {"do": "roster/change", "columns": {"name": "0", "last": "1"}, "fields": SETTINGS},
    *[{"do": "roster/work"}] * 3,
    {"do": "roster/show", "group": "", "page": 0},
    {"do": "roster/sheet", "group": ""},
    {"do": "roster/save", "kind": "csv"},
    *[{"do": "roster/work", "kind": "csv"}] * 3,
    {"do": "message", "text": "您已通过认证。", "sender": "12333"},
    {"do": "message", "text": "您已通过认证。"},
    {"do": "roster/cancel"},
    {"do": "roster/close"},
)
"""In turn: a roster is opened before it is shown. What is refused, because nothing is open any more, is refused rightly."""


def fits(value: object, kind: Any) -> bool:
    """Whether what came as JSON is of a type that the protocol uses."""
    if is_typeddict(kind):
        hints = get_type_hints(kind)
        return (
            isinstance(value, dict)
            and kind.__required_keys__ <= value.keys() <= hints.keys()
            and all(fits(part, hints[name]) for name, part in value.items())
        )
    arguments = get_args(kind)
    match get_origin(kind):
        case origin if origin is UnionType:
            return any(fits(value, one) for one in arguments)
        case origin if origin is Literal:
            return value in arguments
        case origin if origin is Sequence:
            return isinstance(value, list) and all(fits(one, arguments[0]) for one in value)
        case origin if origin is Mapping:
            return isinstance(value, dict) and all(fits(one, arguments[1]) for one in value.values())
        case _:
            return isinstance(value, int | float if kind is float else kind)


def hints_of(do: str) -> dict[str, Any]:
    return get_type_hints(resolve_name(ACTIONS[do]), localns=vars(protocol) | {"protocol": protocol})


def test_every_reply_is_of_its_type(monkeypatch: pytest.MonkeyPatch) -> None:
    set_today(monkeypatch, date(2026, 11, 24))
    seen: set[Any] = set()
    for request in REQUESTS:
        [sent, promised] = hints_of(request["do"]).values()
        assert fits({name: part for name, part in request.items() if name != "do"}, sent), request
        reply = json.loads(answer(json.dumps(request)))
        possible = get_args(promised) if get_origin(promised) is UnionType else (promised,)
        kinds = [kind for kind in possible if fits(reply, kind)]
        assert kinds or fits(reply, protocol.Refusal), (request, reply)
        seen |= {(request["do"], kind) for kind in kinds}
    expected = set()
    for do in ACTIONS:
        promised = hints_of(do)["return"]
        expected |= {(do, kind) for kind in (get_args(promised) if get_origin(promised) is UnionType else (promised,))}
    assert seen >= expected, expected - seen


@pytest.mark.parametrize(
    ("reply", "kind"),
    [
        ({"ok": True, "html": ""}, protocol.AnswerReply),
        ({"ok": True, "html": "", "spoken": None}, protocol.AnswerReply),
        ({"ok": True, "html": "", "spoken": "", "more": ""}, protocol.AnswerReply),
        ({"ok": False, "errors": [{"field": "last"}]}, protocol.Refusal),
    ],
)
def test_a_reply_that_lacks_a_part_or_has_another_would_be_noticed(reply: dict[str, Any], kind: Any) -> None:
    assert not fits(reply, kind)
