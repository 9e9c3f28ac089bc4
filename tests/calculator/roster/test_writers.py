"""What is written back opens in spreadsheets and calendars, loses nothing and runs nothing."""

import csv
import io
import re
import subprocess
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
import vobject
from hypothesis import given
from hypothesis import strategies as st

from calculator.roster import xlsx_writer
from calculator.roster.columns import find_heading
from calculator.roster.formulas import harmless
from calculator.roster.rows import Person, assess_rows
from calculator.roster.writers import open_writer
from calculator.wording.roster import FORMER_RESULT_HEADINGS, RESULT_HEADINGS
from tests.calculator.roster.tables import HEADING, TODAY, csv_bytes, opened, people_in

ROWS = [
    ("张三", "2025-12-10", "江苏", "企业职工", "+8613800000001"),
    ("=cmd|' /C calc'!A0", "2025-12-1", "", "", "@SUM(1)"),
    ("王五", "去年", "", "", "-"),
]


def written(kind: str, rows: list[tuple[str, ...]], heading: tuple[str, ...] = HEADING) -> bytes:
    found = find_heading([heading, *rows])
    file = io.BytesIO()
    writer = open_writer(kind, file, found)
    for person in people(rows, heading):
        writer.write(person)
    writer.close()
    return file.getvalue()


def people(rows: list[tuple[str, ...]], heading: tuple[str, ...] = HEADING) -> list[Person]:
    found = find_heading([heading, *rows])
    return list(assess_rows(enumerate(rows, 2), found, found.columns, TODAY, {}))


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        *((cell, f"'{cell}") for cell in ("=1+1", "+8613800000001", "-1+1", "@SUM(A1)", " =1")),
        *((cell, f"'{cell}") for cell in ("＝1+1", "＋1", "－1", "＠x", "-2+3+cmd|' /C calc'!A0", "--1", "\ufeff=1")),
        *((cell, f"'{cell}") for cell in ("\x00=1", "\u200b@SUM(1)", "\xad=1", "\u2060+1", "\u202e=1", "\u200b-1")),
        *((cell, f"'{cell[0]}'{cell[1:]}") for cell in ("\t=1", "\r=1", "\n=1")),
        *((cell, cell.replace(";", ";'")) for cell in ("甲;=1+1", "1;-2+3")),
        *((cell, cell.replace("\t", "\t'")) for cell in ("甲\t=1+1", "a\t\u200b=1")),
        ("-1;=2", "'-1;'=2"),
        ("一\n=1\r\n+2", "一\n'=1\r\n'+2"),
        *((cell, f"'{cell}") for cell in ("\t\t", "\n", "\t-", "\r－")),
        *(
            (cell, cell)
            for cell in (
                "",
                " ",
                "\u3000-",
                "张三",
                "-12",
                "-12.5",
                "-3%",
                "-",
                "--",
                "－",
                "2025-3-5",
                "13800000001",
                "a=b",
                "'=1",
            )
        ),
    ],
)
def test_what_a_spreadsheet_would_run_gets_an_apostrophe_and_nothing_else_does(cell: str, shown: str) -> None:
    assert harmless(cell) == shown


@given(st.text(max_size=12))
def test_no_cell_can_begin_a_formula(text: str) -> None:
    shown = harmless(text)
    assert not set(shown) - set(text) - {"'"}
    first = shown.lstrip()[:1]
    if first in set("=+@＝＋＠"):
        pytest.fail(shown)
    if first == "-":
        assert not shown.lstrip("-－ ") or float(shown.rstrip("%")) <= 0


def test_csv_opens_in_excel_and_has_everything() -> None:
    content = written("csv", ROWS)
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.count(b"\r\n") == len(ROWS) + 1
    first, *rest = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    assert tuple(first) == HEADING + RESULT_HEADINGS
    assert rest[0][:8] == [
        "张三",
        "2025-12-10",
        "江苏",
        "企业职工",
        "'+8613800000001",
        "2026-12-10",
        "2027-01-01",
        "2026-11-30",
    ]
    assert (rest[1][0], rest[1][4]) == ("'=cmd|' /C calc'!A0", "'@SUM(1)")
    assert rest[2][5:9] == ["", "", "", "看不明白"]


def test_a_workbook_has_text_as_text_and_days_as_days() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(written("xlsx", ROWS))).active
    assert tuple(cell.value for cell in sheet[1]) == HEADING + RESULT_HEADINGS
    assert [cell.data_type for cell in sheet[3][:5]] == ["s", "s", "n", "n", "s"]
    assert sheet["A3"].value == "=cmd|' /C calc'!A0"
    assert sheet["A3"].quotePrefix
    assert sheet["E2"].value == "+8613800000001"
    assert sheet["F2"].value == datetime(2026, 12, 10)  # noqa: DTZ001
    assert sheet["F2"].number_format == "yyyy-mm-dd"
    assert sheet.freeze_panes == "A2"


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_a_roster_that_was_written_is_read_without_what_was_found_then(kind: str) -> None:
    table = opened(written(kind, ROWS))
    assert table.heading.names == HEADING
    assert [said(person) for person in people_in(written(kind, ROWS))] == [said(person) for person in people(ROWS)]


def test_a_roster_that_was_written_with_the_end_of_grace_is_read_without_what_was_found_then() -> None:
    former = csv_bytes([HEADING + FORMER_RESULT_HEADINGS, (*ROWS[0], "2026-12-10", "2026-12-31", "2026-12-10", "还早")])
    assert opened(former).heading.names == HEADING


@pytest.mark.parametrize(
    ("region", "last", "stops"), [("", "2025-11-01", "2026-11-02"), ("湖南", "2025-10-20", "2026-11-01")]
)
def test_payment_may_stop_when_the_place_says_and_else_on_the_day_after_the_deadline(
    region: str, last: str, stops: str
) -> None:
    rows = [("张三", last, region, "企业职工", "")]
    _, row = csv.reader(io.StringIO(written("csv", rows).decode("utf-8-sig"), newline=""))
    assert row[len(HEADING) + 1] == stops
    sheet = openpyxl.load_workbook(io.BytesIO(written("xlsx", rows))).active
    assert sheet.cell(2, len(HEADING) + 2).value == datetime.fromisoformat(stops)


def said(person: Person) -> tuple[object, ...]:
    return person.verdict.group, person.verdict.found, person.verdict.reason


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_cells_beyond_the_headings_are_kept(kind: str) -> None:
    long = ("张三", "2026-1-5", "多出来的")
    found = find_heading([("姓名", "认证日期")])
    file = io.BytesIO()
    writer = open_writer(kind, file, found)
    for person in assess_rows([(2, long)], found, found.columns, TODAY, {}):
        writer.write(person)
    writer.close()
    if kind == "csv":
        row = list(csv.reader(io.StringIO(file.getvalue().decode("utf-8-sig"), newline="")))[1]
    else:
        row = [cell.value for cell in openpyxl.load_workbook(file).active[2]]
    assert row[-1] == "多出来的"


@given(st.lists(st.tuples(*[st.text(max_size=6)] * 5), max_size=5))
def test_no_row_is_lost_in_a_workbook(rows: list[tuple[str, ...]]) -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(written("xlsx", rows))).active
    assert sheet.max_row == len(people(rows)) + 1


def test_a_full_sheet_is_followed_by_another(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx_writer, "_MAX_ROWS", 3)
    book = openpyxl.load_workbook(io.BytesIO(written("xlsx", ROWS)))
    assert [sheet.max_row for sheet in book.worksheets] == [3, 2]
    assert all(sheet["A1"].value == "姓名" for sheet in book.worksheets)


@pytest.mark.parametrize("cell", ["=1+1", " =1", "\u200b@SUM(1)", "\u2060=1", "＝1", "-1+1"])
def test_a_workbook_s_text_stays_text_when_it_is_edited(cell: str) -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(written("xlsx", [(cell, "2026-1-5", "", "", "")]))).active
    assert (sheet["A2"].value, sheet["A2"].data_type, sheet["A2"].quotePrefix) == (cell, "s", True)


def test_an_empty_roster_gives_files_all_the_same() -> None:
    assert written("csv", []).count(b"\r\n") == 1
    assert openpyxl.load_workbook(io.BytesIO(written("xlsx", []))).active.max_row == 1
    assert written("ics", []).endswith(b"END:VCALENDAR\r\n")


def test_one_calendar_file_reminds_of_everybody_for_whom_a_day_is_to_come() -> None:
    rows = [
        ("张三", "2026-3-5", "", "", "13800000001"),
        ("张三", "2026-3-5", "", "", "13800000002"),
        ("李四", "2026-3-5", "", "", ""),
        ("李四", "2026-3-5", "", "", ""),
        ("", "2026-3-5", "", "企业", ""),
        ("早就停了", "2020-3-5", "", "", ""),
        ("看不懂", "去年", "", "", ""),
    ]
    calendar = vobject.readOne(written("ics", rows).decode())
    events = calendar.contents["vevent"]
    assert len({event.uid.value for event in events}) == len(events) == 5 * 4
    titles = "\n".join(event.summary.value for event in events)
    for name in ("张三（尾号0001）：", "张三（尾号0002）：", "李四：", "李四（第5行）：", "第6行："):
        assert titles.count(name) == 4, name
    assert "早就停了" not in titles
    assert {event.dtstart.value for event in events} == {
        *(date(2027, 1, 29), date(2027, 2, 21), date(2027, 2, 28), date(2027, 3, 5))
    }


def test_a_person_keeps_the_reminders_when_the_table_is_sorted_anew() -> None:
    rows = [("张三", "2026-3-5", "", "", "13800000001"), ("李四", "2026-4-5", "", "", "13800000002")]

    def uids(content: bytes) -> set[tuple[str, str]]:
        return {(e.uid.value, e.summary.value) for e in vobject.readOne(content.decode()).contents["vevent"]}

    assert uids(written("ics", rows)) == uids(written("ics", rows[::-1]))


def test_what_is_harmless_was_not_altered_on_the_way_in() -> None:
    assert [one.cells for one in people_in(csv_bytes([HEADING, *ROWS]))] == ROWS


CUNNING = [
    ("a\t=1+1", "2026-1-5", "-1;=2", "x|=3", "一\n=4\n"),
    ("甲;=5", "2026-1-5", '";=6;"', "\u200b=7", "'=8"),
    ("乙", "去年", "=9\t=10", '"\t=11', ";;\t\u2060@SUM(1)"),
    (";=12;", "2026-1-5", ",=13", '","=14', "+15|-16"),
]


@pytest.mark.parametrize("separator", [",", ";", "\t", "|", " "])
def test_no_cell_is_a_formula_whatever_the_file_is_cut_at(separator: str) -> None:
    heading = ("姓名;=1", "上次认证日期", "备\t=2", "x|=3", "\n=4")
    text = written("csv", CUNNING, heading).decode("utf-8-sig")
    for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator):
        for cell in row:
            assert cell.lstrip("\u200b\u2060")[:1] not in set("=+@"), row


@pytest.mark.parametrize("separator", [",;\t", ";", "\t", "|"])
def test_libreoffice_makes_no_formula_whatever_it_cuts_at(tmp_path: Path, separator: str) -> None:
    def formulas(name: str, content: bytes) -> list[str]:
        (tmp_path / f"{name}.csv").write_bytes(content)
        cut_at = "/".join(str(ord(one)) for one in separator)
        options = f"Text - txt - csv (StarCalc):{cut_at},34,76,1,,0,false,true,false,false,false,0,true"
        profile = (tmp_path / "profile").as_uri()
        command = ["soffice", f"-env:UserInstallation={profile}", "--headless", f"--infilter={options}"]
        subprocess.run([*command, "--convert-to", "fods", f"{name}.csv"], cwd=tmp_path, check=True, capture_output=True)
        return re.findall('table:formula="([^"]*)"', (tmp_path / f"{name}.fods").read_text())

    assert formulas("plain", f"a{separator[0]}=1+1\n".encode()), "the test would notice"
    assert formulas("ours", written("csv", CUNNING, ("姓名;=1", "上次认证日期", "备\t=2", "x|=3", "\n=4"))) == []


@given(
    st.lists(st.text(alphabet="=+-@;|\t\n\r,\"' \u200b甲1a", max_size=12), min_size=1, max_size=4),
    st.sampled_from(",;\t|"),
)
def test_no_piece_of_a_cell_begins_a_formula_behind_any_separator(cells: list[str], separator: str) -> None:
    text = written("csv", [tuple(cells)], ("姓名", *["x"] * (len(cells) - 1))).decode("utf-8-sig")
    for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator):
        for cell in row:
            assert not re.match(r"[\s\u200b]*[=+@]", cell), row


def test_rows_that_need_nothing_are_written_as_those_that_do() -> None:
    rows = [("张三", "2026-1-5", "a", "b", "c")]
    plain, guarded = (
        list(csv.reader(io.StringIO(written("csv", one).decode("utf-8-sig"), newline="")))[1]
        for one in (rows, [("张三", "2026-1-5", "a", "b", '"')])
    )
    assert plain[:4] == guarded[:4]
    assert plain[5:] == guarded[5:]
    assert all(
        line.startswith('"') and line.endswith('"') for line in written("csv", rows).decode("utf-8-sig").splitlines()
    )
