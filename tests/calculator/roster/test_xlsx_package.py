"""The container of a workbook: opened as forgivingly as spreadsheets do, and not made to harm."""

import io
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from calculator import InputError
from calculator.counting.groups import Group
from calculator.roster import xlsx_package, xlsx_parts
from calculator.roster.table import open_table
from tests.calculator.roster.tables import PARTS, SHEET, STRINGS, packed, people_in, shared_xlsx, string_table

ROWS = "".join(
    f"<row>{''.join(f'<c t="inlineStr"><is><t>{cell}</t></is></c>' for cell in cells)}</row>"
    for cells in (("姓名", "上次认证日期"), ("张三", "2026-1-5"))
)
WORKSHEET, RELATIONSHIPS = "xl/worksheets/sheet1.xml", "xl/_rels/workbook.xml.rels"
ENVIRONMENT = os.environ | {"PYTHONPATH": str(Path(__file__).parents[3])}
BOOK = PARTS | {WORKSHEET: SHEET.format(ROWS)}


def rows(parts: Mapping[str, str | bytes], sheet: str = "") -> list[tuple[int, tuple[str, ...]]]:
    return list(open_table(io.BytesIO(packed(parts)), sheet).rows)


def without(*names: str) -> dict[str, str]:
    return {name: text for name, text in BOOK.items() if name not in names}


@pytest.mark.parametrize(
    "parts",
    [
        BOOK,
        without("[Content_Types].xml"),
        without("_rels/.rels"),
        without("_rels/.rels", RELATIONSHIPS),
        without("xl/workbook.xml", RELATIONSHIPS, "_rels/.rels"),
        {name.upper(): text for name, text in BOOK.items()},
        {name.replace("/", "\\"): text for name, text in BOOK.items()},
        BOOK | {RELATIONSHIPS: BOOK[RELATIONSHIPS].replace('Target="', 'Target="/xl/')},
        BOOK | {RELATIONSHIPS: BOOK[RELATIONSHIPS].replace("worksheets/", "..\\xl\\worksheets\\")},
        BOOK | {WORKSHEET: BOOK[WORKSHEET].replace("<", "<x:").replace("<x:/", "</x:").replace("xmlns=", "xmlns:x=")},
        BOOK | {WORKSHEET: BOOK[WORKSHEET].replace("http://schemas.openxmlformats.org", "http://purl.oclc.org/ooxml")},
        BOOK | {WORKSHEET: f'<?xml version="1.0" encoding="utf-16"?>{BOOK[WORKSHEET]}'.encode("utf-16")},
        BOOK | {"xl/theme/theme1.xml": "<broken"},
        BOOK | {"docProps/core.xml": ""},
    ],
)
def test_a_workbook_is_opened_however_its_parts_are_named_and_written(parts: dict[str, str | bytes]) -> None:
    assert rows(parts) == [(2, ("张三", "2026-1-5"))]


def styled(styles: str, number: str) -> dict[str, str | bytes]:
    sheet = SHEET.format(ROWS + f'<row><c t="inlineStr"><is><t>李四</t></is></c><c s="1"><v>{number}</v></c></row>')
    return BOOK | {WORKSHEET: sheet, "xl/styles.xml": f"<styleSheet>{styles}</styleSheet>"}


@pytest.mark.parametrize(
    ("styles", "cell"),
    [
        ('<cellXfs><xf/><xf numFmtId="14"/></cellXfs>', "2026-01-05"),
        (
            '<numFmts><numFmt numFmtId="200" formatCode="yyyy-mm"/></numFmts><cellXfs><xf/><xf numFmtId="200"/></cellXfs>',
            "2026-01-05",
        ),
        ('<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf/><xf numFmtId="x"/></cellXfs>', "46027"),
        ('<cellXfs><xf numFmtId="14"/></cellXfs>', "46027"),
        ('<dxfs><dxf><numFmt numFmtId="0" formatCode="yyyy"/></dxf></dxfs>', "46027"),
    ],
)
def test_a_style_says_whether_a_number_is_a_day(styles: str, cell: str) -> None:
    assert rows(styled(styles, "46027"))[-1] == (3, ("李四", cell))


@pytest.mark.parametrize(
    ("cells", "shown"),
    [
        ('<c><v>1</v></c><c s="x"><v>2</v></c>', ("1", "2")),
        ('<c t="b"><v>0</v></c><c t="b"><v>maybe</v></c>', ("FALSE", "maybe")),
        (
            '<c t="d"><v>2026-01-05T00:00:00</v></c><c t="d"><v>2026-01-05T10:30:00Z</v></c>',
            ("2026-01-05", "2026-01-05 10:30:00"),
        ),
        ('<c t="e"><v>#N/A</v></c><c t="s"/>', ("#N/A",)),
        ('<c t="str"><f>x</f><v></v></c><c t="str"><v>a_x000D_b</v></c>', ("", "a\rb")),
        ("<c><f>NOW()</f></c><c><f/></c>", ("=NOW()", "=")),
        ("<c/><c><is><t>甲</t><rPh><t>jia</t></rPh><r><t>乙</t></r></is></c>", ("", "甲乙")),
    ],
)
def test_each_kind_of_cell_is_read(cells: str, shown: tuple[str, ...]) -> None:
    assert rows(BOOK | {WORKSHEET: SHEET.format(f"{ROWS}<row>{cells}</row>")})[-1:] == [(3, shown)]


def test_cells_and_rows_without_a_place_follow_those_before_them() -> None:
    sheet = ROWS + '<row r="9"><c r="B9"><v>1</v></c><c><v>2</v></c></row><row><c r="$A$10"><v>3</v></c></row>'
    assert rows(BOOK | {WORKSHEET: SHEET.format(sheet)})[1:] == [(9, ("", "1", "2")), (10, ("3",))]


def test_texts_by_the_thousand_are_each_the_right_one() -> None:
    texts = ["姓名", "上次认证日期", *(f"张{number}_x0041_" for number in range(1000))]
    content = shared_xlsx(
        string_table(*(f"<t>{text}</t>" for text in texts)), [(0, 1), *((n, n) for n in range(1001, 1, -1))]
    )
    assert [person.cells[0] for person in people_in(content)] == [f"张{number}A" for number in range(999, -1, -1)]


SEVERAL = {
    "xl/workbook.xml": BOOK["xl/workbook.xml"].replace(
        "</sheets>",
        '<sheet name="旧" sheetId="2" r:id="r2" state="hidden"/><sheet name="图" sheetId="3" r:id="r3"/></sheets>',
    ),
    RELATIONSHIPS: BOOK[RELATIONSHIPS].replace(
        "</Relationships>",
        '<Relationship Id="r2" Type="x/worksheet" Target="worksheets/sheet2.xml"/><Relationship Id="r3" Type="x/chartsheet" Target="a"/></Relationships>',
    ),
    "xl/worksheets/sheet2.xml": SHEET.format(ROWS.replace("张三", "李四")),
}


def test_hidden_sheets_come_last_and_may_be_chosen() -> None:
    assert rows(BOOK | SEVERAL) == [(2, ("张三", "2026-1-5"))]
    for wanted in ("旧", "2"):
        assert rows(BOOK | SEVERAL, wanted) == [(2, ("李四", "2026-1-5"))]
    empty = BOOK | SEVERAL | {WORKSHEET: SHEET.format("")}
    table = open_table(io.BytesIO(packed(empty)))
    assert list(table.rows) == [(2, ("李四", "2026-1-5"))]
    only = open_table(io.BytesIO(packed(BOOK | SEVERAL | {WORKSHEET: SHEET.format("<row><c><v>1</v></c></row>")})))
    assert "“旧”（隐藏的）" in only.remarks[0].said


# Made to harm ---------------------------------------------------------------------------------------------------------

MANY_SHEETS = {
    "xl/workbook.xml": BOOK["xl/workbook.xml"].replace(
        '<sheet name="名单" sheetId="1" r:id="r1"/>',
        "".join(f'<sheet name="{n}" sheetId="{n}" r:id="r1"/>' for n in range(1, 256)),
    ),
    WORKSHEET: SHEET.format("<row><c><v>1</v></c></row>" * 300_000),
}


HARMFUL = {
    "nested": {WORKSHEET: SHEET.format(ROWS + "<row>" + "<c>" * 2_000_000 + "</c>" * 2_000_000 + "</row>")},
    "nested-again": {WORKSHEET: SHEET.format(ROWS + "<row>" + ("<c>" * 20 + "</c>" * 20) * 100_000 + "</row>")},
    "empty-rows": {WORKSHEET: SHEET.format(ROWS + "<row/>" * 4_000_000)},
    "empty-cells": {WORKSHEET: SHEET.format(ROWS + ("<row>" + "<c/>" * 16_000 + "</row>") * 400)},
    "long-cell": {WORKSHEET: SHEET.format(ROWS + f"<row><c><v>{'x' * 20_000_000}</v></c></row>")},
    "long-row": {WORKSHEET: SHEET.format(ROWS + f"<row>{'<x/>' * 200_000}</row>")},
    "texts": {"xl/sharedStrings.xml": STRINGS.format("<si><t>x</t></si>" * 10_000_000)},
    "empty-texts": {"xl/sharedStrings.xml": STRINGS.format("<si/>" * 3_100_000)},
    "said-texts": {"xl/sharedStrings.xml": STRINGS.replace("<sst", '<sst uniqueCount="9999999"').format("")},
    "styles": {"xl/styles.xml": f"<styleSheet><cellXfs>{'<xf/>' * 1_900_000}</cellXfs></styleSheet>"},
    "sheets": MANY_SHEETS,
    "more-sheets": {
        "xl/workbook.xml": MANY_SHEETS["xl/workbook.xml"].replace("</sheets>", '<sheet name="x"/></sheets>')
    },
    "merged": {
        WORKSHEET: BOOK[WORKSHEET].replace("</worksheet>", '<mergeCell ref="A1:A9"/>' * 250_000 + "</worksheet>")
    },
}
WORK = """
import re, resource, sys
from calculator.command import main
resource.setrlimit(resource.RLIMIT_CPU, (100, 100))
for file in sys.argv[1:]:
    print(file, main(["roster", file, "-o", file + ".csv"]))
print(re.search(r"VmHWM:\\s*(\\d+)", open("/proc/self/status").read())[1])
"""


def test_a_small_workbook_that_unpacks_to_much_is_refused_soon_and_in_little_room(tmp_path: Path) -> None:
    for name, parts in HARMFUL.items():
        (tmp_path / name).write_bytes(packed(BOOK | parts))
        assert (tmp_path / name).stat().st_size < 500_000
    done = subprocess.run(
        [sys.executable, "-c", WORK, *HARMFUL], cwd=tmp_path, env=ENVIRONMENT, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    *said, most = done.stdout.splitlines()
    assert said == [f"{name} {0 if name == 'styles' else 2}" for name in HARMFUL]
    assert "Traceback" not in done.stderr
    assert int(most) < 200_000


def test_more_texts_than_a_roster_has_are_refused_when_they_are_met(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx_parts, "_MAX_STRINGS", 100)
    for many in (10**9, 0):
        monkeypatch.setattr(xlsx_parts, "_MANY", many)
        with pytest.raises(InputError) as caught:
            people_in(shared_xlsx(string_table(*["<t>x</t>"] * 101), [(0, 1)]))
        assert caught.value.code == "size"
    monkeypatch.setattr(xlsx_parts, "_MAX_STRINGS", 1000)
    assert (
        len(people_in(shared_xlsx(string_table("<t>姓名</t>", *["<t>上次认证日期</t>"] * 101), [(0, 1), (0, 0)]))) == 1
    )


def test_a_large_part_that_is_packed_too_small_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx_package, "_LARGE", 1000)
    with pytest.raises(InputError) as caught:
        rows(BOOK | {WORKSHEET: SHEET.format(ROWS + " " * 500_000)})
    assert caught.value.code == "size"


@pytest.mark.parametrize(
    ("parts", "code"),
    [
        ({WORKSHEET: SHEET.format('<row r="9999999"/>')}, "broken"),
        ({WORKSHEET: SHEET.format('<row r="x"/>')}, "broken"),
        ({WORKSHEET: SHEET.format('<row><c r="1A"/></row>')}, "broken"),
        ({WORKSHEET: SHEET.format('<row><c r="XFE1"/></row>')}, "columns"),
        ({WORKSHEET: SHEET.format('<row><c t="s"><v>7</v></c></row>')}, "broken"),
        ({WORKSHEET: SHEET.format('<row><c t="s"><v>x</v></c></row>')}, "broken"),
        ({WORKSHEET: "<worksheet"}, "broken"),
        ({WORKSHEET: f"<!DOCTYPE x>{SHEET}"}, "broken"),
        ({"xl/workbook.xml": "<workbook/>"}, "broken"),
    ],
)
def test_what_is_damaged_is_called_damaged(parts: dict[str, str], code: str) -> None:
    with pytest.raises(InputError) as caught:
        rows(BOOK | parts)
    assert caught.value.code == code


ODD = '<row r="{}"><c r="{}" t="inlineStr"><is><t>李四</t></is></c>{}</row><row r="9"><c><v>1</v></c><c><v>2</v></c></row>'


@pytest.mark.parametrize(
    ("row", "cells", "said"),
    [
        (ODD.format(3, "A3", '<c t="s"><v>77</v></c>'), (3, ("李四", "\ufffd")), "有1格的字在文件里找不到"),
        (ODD.format(3, "A3", '<c r="B3" t="s"><v>x</v></c>'), (3, ("李四", "\ufffd")), "有1格的字在文件里找不到"),
        (ODD.format(3, "3A", '<c r="B3"><v>46027</v></c>'), (3, ("李四", "46027")), "有1处没有写清在哪一格"),
        (ODD.format(3, "A3", '<c r="?"><v>46027</v></c>'), (3, ("李四", "46027")), "有1处没有写清在哪一格"),
        (ODD.format("x", "3A", ""), (3, ("李四",)), "有2处没有写清在哪一格"),
    ],
)
def test_one_odd_cell_spoils_one_row_at_most_and_is_said(
    row: str, cells: tuple[int, tuple[str, ...]], said: str
) -> None:
    table = open_table(io.BytesIO(packed(BOOK | {WORKSHEET: SHEET.format(ROWS + row)})))
    assert list(table.rows) == [(2, ("张三", "2026-1-5")), cells, (9, ("1", "2"))]
    assert [remark.said[: len(said)] for remark in table.remarks] == [said]


def test_a_name_or_a_day_that_is_missing_is_no_blank() -> None:
    rows = [(0, 1), ("2.0", 3), (77, 3), (2, 77)]
    texts = string_table("<t>姓名</t>", "<t>上次认证日期</t>", "<t>张三</t>", "<t>2026-1-5</t>")
    groups = [person.verdict.group for person in people_in(shared_xlsx(texts, rows))]
    assert groups == [Group.ON_TIME, Group.ON_TIME, Group.UNCLEAR]


def test_a_part_with_a_password_is_called_locked() -> None:
    content = bytearray(packed(BOOK))
    for sign, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = content.find(sign)
        while at >= 0:
            content[at + place] |= 1
            at = content.find(sign, at + 4)
    with pytest.raises(InputError, match="加了密码"):
        open_table(io.BytesIO(bytes(content)))
