"""The roster of the page, asked for through the bridge as the page does."""

import json
import tempfile
from base64 import b64decode, b64encode
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from calculator.counting.groups import Group
from calculator.page.actions import roster
from calculator.page.bridge import answer
from calculator.roster import desk
from calculator.roster.example import example_roster
from tests.calculator.roster.tables import HEADING, TODAY, csv_bytes, people_in, xlsx_bytes

SCRIPT = "<img src=x onerror=alert(1)>"
ROWS = [HEADING, ("张三", "2025-1-5", "", "", "13800000001"), (SCRIPT, SCRIPT, SCRIPT, SCRIPT, SCRIPT)]
FIELDS = {"region": "", "scheme": "", "today": TODAY.isoformat()}


@pytest.fixture(autouse=True)
def forget() -> Iterator[None]:
    yield
    ask("close")


def ask(do: str, **request: Any) -> dict[str, Any]:
    return json.loads(answer(json.dumps({"do": f"roster/{do}"} | request)))


def open_table(content: bytes, **fields: str) -> dict[str, Any]:
    return ask("open", base64=b64encode(content).decode(), size=len(content), fields=FIELDS | fields)


def worked(do: str = "", **request: Any) -> dict[str, Any]:
    """The reply to the last step of what was begun; the shares on the way only grow."""
    if do:
        assert ask(do, **request)["ok"]
    share = 0.0
    while True:
        reply = ask("work", **request)
        if "html" in reply or "file" in reply or not reply["ok"]:
            return reply
        assert share <= reply["share"] <= 1
        share = reply["share"]


def error(reply: dict[str, Any]) -> dict[str, str]:
    assert not reply["ok"]
    return reply["errors"][0]


def test_a_roster_is_opened_worked_shown_and_written() -> None:
    assert open_table(csv_bytes([*ROWS, *[("李四", "2026-10-5")] * 1500])) == {"ok": True}
    reply = worked()
    assert reply["spoken"] == "一共1502人：可能已停发1人，看不明白1人，还早1500人。"
    assert '<button type="button" data-page="1">' in reply["html"]
    page = ask("show", group="", page=15)["html"]
    assert page.count("<tr") == 3
    assert ask("show", group="", page=999)["html"] == page
    assert "没有人" in ask("show", group="due", page=0)["html"]
    for kind in ("csv", "xlsx", "ics"):
        file = worked("save", kind=kind)["file"]
        assert file["name"].endswith(kind)
        assert b64decode(file["base64"])
    assert "张三" in ask("sheet", group="")["html"]


def test_a_workbook_is_worked_like_any_other_table() -> None:
    assert open_table(xlsx_bytes([HEADING, *[("李四", "2026-10-5")] * 900]), today="") == {"ok": True}
    assert worked()["spoken"].startswith("一共900人")


def test_the_most_urgent_come_first() -> None:
    days = ("2026-11-1", "去年", "2025-12-1", "2025-11-20", "2025-1-5", "2024-1-5")
    open_table(csv_bytes([HEADING, *((f"第{n}个", day) for n, day in enumerate(days))]))
    worked()
    html = ask("show", group="", page=0)["html"]
    assert sorted(range(6), key=lambda n: html.index(f"第{n}个")) == [5, 4, 3, 2, 1, 0]


def test_the_call_sheet_says_since_when_payment_may_have_stopped() -> None:
    open_table(csv_bytes([HEADING, ("张三", "2025-11-20", "", "", ""), ("李四", "2025-12-1", "", "", "")]))
    worked()
    html = ask("sheet", group="")["html"]
    assert "<td>已经过了4天，从2026年11月21日起可能停发</td>" in html
    assert "<td>还有7天</td>" in html


def test_who_is_called_because_of_the_safe_date_is_listed_apart_with_the_reason() -> None:
    people = [
        ("张三", "2026-6-10", "河北省", "", ""),
        ("李四", "2026-3-1", "河北省", "", ""),
        ("王五", "2025-12-1", "", "", ""),
    ]
    open_table(csv_bytes([HEADING, *people]))
    reply = worked()
    assert reply["spoken"] == "一共3人：30天内到期1人，最好早办2人。"
    reason = "截止日还在30天以后，最稳妥的日子近了，或者已经过了。"
    assert reason in ask("show", group="early", page=0)["html"]
    assert reason not in ask("show", group="due", page=0)["html"]
    sheet = ask("sheet", group="")["html"]
    assert sheet.index("30天内到期：1人") < sheet.index("最好早办：2人") < sheet.index(reason)
    assert "<td>还有198天，最稳妥在2026年12月6日或以前办</td>" in sheet
    assert "天，最稳妥的日子过了</td>" in sheet


def test_nothing_of_the_table_is_markup() -> None:
    open_table(csv_bytes([tuple(f"{name}<b>" for name in HEADING), *ROWS[1:]]))
    for reply in (worked(), ask("show", group="unclear", page=0), ask("sheet", group="")):
        assert "<img" not in reply["html"]
        assert "<b>" not in reply["html"]


def test_a_column_can_be_corrected_and_put_back() -> None:
    open_table(csv_bytes([("姓名", "登记", "备注"), ("张三", "2025-1-5", "2026-10-5")]))
    reply = worked()
    assert "没有找到认证日期是哪一栏" in reply["html"]
    assert 'roster-columns" open' in reply["html"]
    reply = worked("change", columns={"name": "0", "last": "2", "region": ""}, fields=FIELDS)
    assert "还早1人" in reply["spoken"]
    assert "没有找到" not in reply["html"]
    assert "可能已停发1人" in worked("change", columns={"last": "1"}, fields=FIELDS)["spoken"]
    assert "还早1人" in worked("change", columns={"last": "1"}, fields=FIELDS | {"today": "2025-2-1"})["spoken"]


def test_a_column_without_a_heading_is_called_by_its_number() -> None:
    open_table(csv_bytes([("张三", "2025-1-5"), ("李四", "2026-10-5")]))
    html = worked()["html"]
    assert "没有找到表头" in html
    assert '<option value="1" selected>第2列（例如：2025-1-5）</option>' in html


def test_what_is_cancelled_ends() -> None:
    open_table(csv_bytes([HEADING, *ROWS[1:] * 1000]))
    ask("work")
    assert ask("cancel")["ok"]
    assert error(ask("work"))["code"] == "forgotten"
    open_table(csv_bytes(ROWS))
    worked()
    ask("save", kind="csv")
    assert ask("cancel")["ok"]
    assert "张三" in ask("show", group="", page=0)["html"]


@pytest.mark.parametrize("kind", ["csv", "xlsx", "ics"])
def test_a_file_that_is_cancelled_leaves_nothing_behind(
    kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    open_table(csv_bytes([HEADING, *ROWS[1:] * 500]))
    worked()
    ask("save", kind=kind)
    assert "已经写了400人" in ask("work", kind=kind)["spoken"]
    assert ask("cancel")["ok"]
    assert list(tmp_path.iterdir()) == []


def test_what_is_finished_stays_so() -> None:
    open_table(csv_bytes(ROWS))
    assert ask("show", group="", page=0)["errors"][0]["code"] == "forgotten", "not worked through yet"
    done = worked()
    assert ask("work")["html"] == done["html"]


def test_what_reads_and_writes_workbooks_can_be_loaded_before_there_is_one() -> None:
    assert ask("prepare") == {"ok": True}


def test_a_closed_roster_is_forgotten() -> None:
    open_table(csv_bytes(ROWS))
    worked()
    ask("close")
    assert roster._desk is None
    for do, request in (
        ("show", {"group": "", "page": 0}),
        ("save", {"kind": "csv"}),
        ("sheet", {"group": ""}),
        ("work", {}),
    ):
        assert error(ask(do, **request))["code"] == "forgotten"


@pytest.mark.parametrize(
    ("content", "words"), [(b"", "请先选一个文件"), (b"%PDF", "不是表格"), (b"PK\x03\x04", "坏了"), (b"\n\n", "没有字")]
)
def test_what_cannot_be_used_is_told_at_the_file(content: bytes, words: str) -> None:
    opened = open_table(content)
    told = error(worked() if opened["ok"] else opened)
    assert (told["field"], words in told["message"]) == ("file", True)


def test_each_field_at_fault_is_told() -> None:
    reply = open_table(csv_bytes(ROWS), region="月亮", scheme="月亮", today="明天")
    assert [one["field"] for one in reply["errors"]] == ["region", "scheme", "today"]


def test_what_is_too_large_for_a_phone_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "30MB" in error(ask("open", base64="", size=10**9, fields=FIELDS))["message"]
    monkeypatch.setattr(desk, "MAX_ROWS", 1000)
    open_table(csv_bytes([HEADING, *ROWS[1:] * 600]))
    assert "1000行" in error(worked())["message"]


def test_an_error_further_down_is_told_and_the_roster_forgotten() -> None:
    open_table(csv_bytes([HEADING, *ROWS[1:] * 600]) + b'\r\n"' + b"x" * 200_000)
    assert "少了一个引号" in error(worked())["message"]
    assert roster._desk is None


@pytest.mark.parametrize(
    ("do", "request_"),
    [
        ("open", {}),
        ("open", {"size": 3, "base64": "%%%", "fields": FIELDS}),
        ("open", {"size": "x", "base64": "", "fields": []}),
        ("save", {"kind": "exe"}),
        ("show", {"group": "nobody", "page": 0}),
        ("show", {"group": "", "page": "x"}),
        ("change", {"columns": {"last": "x"}, "fields": FIELDS}),
    ],
)
def test_a_malformed_request_is_a_declared_error(do: str, request_: dict[str, Any]) -> None:
    open_table(csv_bytes(ROWS))
    worked()
    assert error(ask(do, **request_))["code"] in {"malformed", "forgotten"}


def test_the_example_has_every_group() -> None:
    text = ask("example", fields=FIELDS)["text"]
    assert text == example_roster(TODAY)
    assert {person.verdict.group for person in people_in(text.encode())} == set(Group)
    open_table(text.encode())
    reply = worked()
    assert "可能已停发1人，过了截止日1人，30天内到期2人，最好早办1人，看不明白2人，还早1人" in reply["spoken"]


SHEETS = {"二月": [HEADING, ("李四", "2025-1-5"), ("王五", "2025-1-6")], "说明": [("请填写",)]}


def test_another_sheet_can_be_chosen_and_the_columns_of_the_first_do_not_matter() -> None:
    open_table(xlsx_bytes([("备注", *HEADING), ("", "张三", "2026-10-5")], **SHEETS))
    reply = worked()
    assert (reply["sheet"], [one["name"] for one in reply["sheets"]]) == (0, ["Sheet", "二月", "说明"])
    assert '<select id="roster-column-sheet" data-column="sheet"' in reply["html"]
    assert '<option value="1" selected>Sheet</option>' in reply["html"]
    assert "没有读“二月”、“说明”。要读别的表，请在下面选。" in reply["html"]
    reply = worked("change", columns={"sheet": "2", "name": "1", "last": "2"}, fields=FIELDS)
    assert (reply["spoken"], reply["sheet"]) == ("一共2人：可能已停发2人。", 1)
    assert "没有找到认证日期" in worked("change", columns={}, sheet="说明", fields=FIELDS)["html"]
    assert "还早1人" in worked("change", columns={}, sheet="Sheet", fields=FIELDS)["spoken"]
    reply = worked("change", columns={"sheet": "1", "last": "1"}, fields=FIELDS)
    assert "看不明白1人" in reply["spoken"], "the sheet is the same, so the columns hold"


def test_a_sheet_can_be_named_at_once() -> None:
    assert ask("open", base64=b64encode(xlsx_bytes(ROWS, **SHEETS)).decode(), size=1, fields=FIELDS, sheet="二月")["ok"]
    assert worked()["sheet"] == 1
    assert ask("open", base64=b64encode(xlsx_bytes(ROWS, **SHEETS)).decode(), size=1, fields=FIELDS, sheet="三月")["ok"]
    told = error(worked())
    assert (told["field"], "“Sheet”、“二月”、“说明”" in told["message"]) == ("sheet", True)


def test_a_file_without_sheets_has_none_to_choose() -> None:
    open_table(csv_bytes(ROWS))
    reply = worked()
    assert (reply["sheets"], reply["sheet"]) == ([], -1)
    assert "roster-column-sheet" not in reply["html"]


def test_columns_that_belong_together_can_be_taken_apart_and_put_back() -> None:
    rows = [("姓名", "省", "市", "县区", "险种", "2025年认证日期", "2026年认证日期")]
    open_table(csv_bytes([*rows, ("甲", "河北省", "保定市", "高阳县", "居民", "2025-1-20", "2026-1-20")]))
    html = worked()["html"]
    assert '<option value="1+2+3" selected>省、市、县区（合在一起）</option>' in html
    assert '<option value="6+5" selected>2026年认证日期、2025年认证日期（取最近填了的）</option>' in html
    assert (
        "可能已停发1人"
        in worked("change", columns={"name": "0", "last": "6+5", "region": "1+2+3", "scheme": "4"}, fields=FIELDS)[
            "spoken"
        ]
    )
    reply = worked("change", columns={"name": "0", "last": "6", "region": "1", "scheme": ""}, fields=FIELDS)
    assert "最好早办1人" in reply["spoken"], "somewhere in the province people are asked every half-year"
    assert '<option value="1+2+3">省、市、县区（合在一起）</option>' in reply["html"], "it can be put back"


def test_rows_that_are_no_people_are_said_and_written_but_not_counted() -> None:
    open_table(csv_bytes([*ROWS[:2], ("合计", "1人"), ("填表人：某", "2026-11-20")]))
    reply = worked()
    assert reply["spoken"] == "一共1人：可能已停发1人。"
    assert "第3、4行不像是人，没有算：“合计”、“填表人：某”" in reply["html"]
    assert "合计" not in ask("show", group="", page=0)["html"]
    assert "合计" not in ask("sheet", group="")["html"]
    assert "合计" in b64decode(worked("save", kind="csv")["file"]["base64"]).decode()


def test_opening_a_large_workbook_can_be_cancelled() -> None:
    content = xlsx_bytes([HEADING, *[(f"张{number}", "2026-10-5") for number in range(5000)]], 二月=ROWS)
    open_table(content)
    steps = 0
    while "share" in (reply := ask("work")) and reply["spoken"] == "已经算了0人":
        steps += 1
    assert steps > 3
    open_table(content)
    ask("work")
    assert ask("cancel")["ok"]
    assert error(ask("work"))["code"] == "forgotten"
