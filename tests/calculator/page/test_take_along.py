"""What the bridge replies when an answer is to be taken along."""

import base64
import json
import subprocess
import sys

import pytest

from calculator.page.bridge import answer
from calculator.wording import sharing

PAGE = "https://example.cn/calculator/"
LOCAL = "file:///D:/guide/calculator/index.html"
FIELDS = {"last": "2025-03-15", "today": "2026-03-01"}
ACTIONS = ("calendar", "share-calendar", "text", "link", "share", "qr", "slip")


def ask(do: str, page: str = PAGE, saves: bool = True, **fields: str) -> dict:
    return json.loads(answer(json.dumps({"do": do, "fields": FIELDS | fields, "page": page, "saves": saves})))


@pytest.mark.parametrize("page", [PAGE, LOCAL])
@pytest.mark.parametrize("do", ACTIONS)
def test_every_reply_says_something(do: str, page: str) -> None:
    reply = ask(do, page)
    assert reply["ok"]
    assert reply["said"]
    assert ("otherwise" in reply) == ("copy" in reply or "share" in reply)


@pytest.mark.parametrize("do", ACTIONS)
def test_wrong_fields_are_declared_as_for_the_answer(do: str) -> None:
    assert ask(do, last="2025-02-30")["errors"][0]["field"] == "last"


def test_the_calendar_comes_as_a_file() -> None:
    file = ask("calendar")["file"]
    assert (file["name"], file["type"]) == ("养老认证提醒.ics", "text/calendar")
    assert base64.b64decode(file["base64"]).count(b"BEGIN:VEVENT") == 1


@pytest.mark.parametrize("do", ["calendar", "share-calendar"])
def test_without_a_day_ahead_there_is_no_file_but_a_reason(do: str) -> None:
    reply = ask(do, today="2026-05-01")
    assert reply == {"ok": True, "said": sharing.CALENDAR_OVER}


def test_an_app_s_own_browser_is_told_how_to_leave_it() -> None:
    reply = ask("calendar", saves=False)
    assert "file" not in reply
    assert reply["said"] == sharing.IN_APP
    assert "在浏览器打开" in reply["html"]
    assert 'data-do="link"' in reply["html"]
    assert 'data-do="print-slip"' not in ask("slip", saves=False)["html"]
    assert 'data-do="print-slip"' in ask("slip")["html"]


def test_a_copy_on_this_device_shares_words_and_not_an_address() -> None:
    assert ask("link", LOCAL) == {"ok": True, "said": sharing.LINK_LOCAL}
    assert "file:" not in ask("text", LOCAL)["copy"]
    assert "file:" not in json.dumps(ask("share", LOCAL))
    assert sharing.QR_LOCAL in ask("qr", LOCAL)["html"]
    assert sharing.QR_LINK in ask("qr")["html"]


@pytest.mark.parametrize(
    ("today", "head", "safe"),
    [
        ("2026-02-20", sharing.SLIP_DEADLINE, True),
        ("2026-03-15", sharing.SLIP_DEADLINE, False),
        ("2026-03-16", sharing.SLIP_DEADLINE_PAST, False),
    ],
)
def test_the_slip_has_all_that_the_kitchen_needs(today: str, head: str, safe: bool) -> None:
    html = ask("slip", today=today)["html"]
    for words in (head, "3月15日", "2026年，星期日", "12333", *sharing.SLIP_STEPS, 'class="qr"'):
        assert words in html
    assert ("最稳妥" in html) == safe


def test_neither_an_answer_nor_a_text_needs_the_packages_that_are_loaded_on_demand() -> None:
    """What the page can do at once, it must not wait for."""
    program = f"""
import json, sys
from calculator.page.bridge import answer
for do in ("assess", "text", "link", "share"):
    asked = {{"do": do, "fields": {FIELDS!r}, "page": {PAGE!r}, "saves": True}}
    assert json.loads(answer(json.dumps(asked)))["ok"], do
loaded = {{"icalendar", "segno", "openpyxl"}} & set(sys.modules)
assert not loaded, loaded
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
