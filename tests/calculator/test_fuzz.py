"""What ``scripts/fuzz`` runs by the million withstands a few here, and notices what it is there to notice."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from scripts.fuzzing.checks import OutputError, check_file, check_html, check_reply, check_sentence
from scripts.fuzzing.seeds import SEEDS
from scripts.fuzzing.targets import TARGETS
from tests.calculator.roster.tables import saved

every = pytest.mark.parametrize("name", TARGETS)


def test_every_target_has_a_place_to_begin() -> None:
    assert SEEDS.keys() == TARGETS.keys()


@every
def test_each_target_withstands_what_the_fuzzer_begins_with(name: str) -> None:
    for seed in SEEDS[name]:
        TARGETS[name](seed)


@every
@settings(max_examples=40)
@given(data=st.binary(max_size=200))
def test_each_target_withstands_any_bytes(name: str, data: bytes) -> None:
    TARGETS[name](data)


@pytest.mark.parametrize(
    "html",
    [
        "<script>",
        "<b>x</b>",
        "<p>",
        "</p>",
        "<p><span></p></span>",
        '<p onclick="x"></p>',
        '<p style="x"></p>',
        '<a href="javascript:alert(1)"></a>',
        '<a href="http://example.com/"></a>',
        '<a href="//example.gov.cn/"></a>',
        '<a href="https://example.com/.gov.cn"></a>',
        "<p class='x'></p>",
        "1 < 2",
        "&#60;",
        "张\x00三",
        "\u202e",
        "\ud800",
    ],
)
def test_markup_that_is_not_ours_is_noticed(html: str) -> None:
    with pytest.raises(OutputError):
        check_html(html)


def test_markup_of_ours_is_let_through() -> None:
    check_html('<p class="x">1 &lt; 2<br><a href="https://hrss.jiangsu.gov.cn/x?y=1">江苏</a></p>')


@pytest.mark.parametrize(
    "reply",
    [
        "{}",
        '{"ok": false}',
        '{"ok": false, "needs": "segno"}',
        '{"ok": false, "errors": [{"field": "", "code": "", "message": "错", "offers": []}]}',
        '{"ok": false, "errors": [{"code": "x", "message": "错", "offers": []}]}',
        '{"ok": false, "errors": [{"field": "", "code": "x", "message": "", "offers": []}]}',
        '{"ok": true, "html": "<script>"}',
        '{"ok": true, "said": "一行\\n二行"}',
        '{"ok": true, "spoken": "\\u202e"}',
        '{"ok": true, "file": {"name": "x.csv", "base64": "PTE="}}',
    ],
)
def test_a_reply_that_must_not_be_is_noticed(reply: str) -> None:
    with pytest.raises(OutputError):
        check_reply(reply)


def test_a_sentence_without_an_end_is_noticed() -> None:
    with pytest.raises(OutputError):
        check_sentence("很" * 1000)


CALENDAR = "BEGIN:VCALENDAR\r\n{}END:VCALENDAR\r\n"
EVENT = "BEGIN:VEVENT\r\nUID:1\r\nSUMMARY:{}\r\nEND:VEVENT\r\n"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        *(
            ("x.csv", cell.encode())
            for cell in ("=1", "＝1", "a,+1", "@x", "-1+1", "\u200b=1", '"\t=1"', '"\ta"', "a;=1", "a\t@x")
        ),
        ("x.ics", CALENDAR.encode()[:-2]),
        ("x.ics", CALENDAR.format(EVENT.format("很" * 30)).encode()),
        ("x.ics", CALENDAR.format(EVENT.format("x\r\nATTENDEE:y")).encode()),
        ("x.ics", CALENDAR.format(EVENT.format("x\ny")).encode()),
        ("x.ics", CALENDAR.format(EVENT.format("x") * 2).encode()),
        ("x.ics", CALENDAR.format("BEGIN:VEVENT\r\n").encode()),
    ],
)
def test_a_file_that_must_not_be_is_noticed(name: str, content: bytes) -> None:
    with pytest.raises(OutputError):
        check_file(name, content)


@pytest.mark.parametrize("cell", ["=1+1", "\u200b@SUM(1)", "-1+1"])
def test_a_workbook_that_must_not_be_is_noticed(cell: str) -> None:
    book = Workbook()
    book.active.append([cell])
    with pytest.raises(OutputError):
        check_file("x.xlsx", saved(book))


def test_files_of_ours_are_let_through() -> None:
    check_file("x.csv", "张三,2026-1-5,'=1,-12,-,a=b".encode())
    check_file("x.ics", CALENDAR.format(EVENT.format("x")).encode())
    check_file("x.json", b"{}")
    check_file("x.xlsx", saved(Workbook()))
