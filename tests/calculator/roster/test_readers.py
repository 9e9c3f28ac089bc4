"""Files as spreadsheets, official systems and accidents leave them."""

import io
import tracemalloc
import zipfile
from contextlib import suppress
from datetime import date, datetime, time, timedelta
from types import ModuleType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from calculator import InputError
from calculator.roster import xlsx_package, xlsx_reader
from calculator.roster.table import open_table
from tests.calculator.roster.tables import (
    HEADING,
    csv_bytes,
    opened,
    people_in,
    saved,
    shared_xlsx,
    string_table,
    xlsx_bytes,
)

ROWS = [HEADING, ("张三", "2026-1-5", "江苏", "企业职工", "13800000001"), ("李四", "45999", "", "", "+8613800000002")]
EXPECTED = [(2, ROWS[1]), (3, ROWS[2])]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", "\t", ";", "，", "|"])
def test_every_usual_encoding_and_delimiter_is_found(encoding: str, delimiter: str) -> None:
    table = opened(csv_bytes(ROWS, delimiter, encoding))
    assert table.heading.names == HEADING
    assert list(table.rows) == EXPECTED


def test_a_name_that_only_gb18030_has_comes_through() -> None:
    assert people_in(csv_bytes([HEADING, ("𠮷田㐂", "2026-1-5")], encoding="gb18030"))[0].name == "𠮷田㐂"


def test_the_encoding_is_found_even_where_chinese_comes_late() -> None:
    rows = [("name", "last"), *[("x", "2026-1-5")] * 200_000, ("张三", "2026-1-5")]
    assert people_in(csv_bytes(rows, encoding="gb18030"))[-1].name == "张三"


def test_a_few_broken_bytes_are_shown_and_their_row_kept() -> None:
    content = csv_bytes([HEADING, *[("张三", "2026-1-5", "江苏", "企业职工", "13800000001")] * 50])
    content += b"\r\n\xff\xfe,2026-1-5"
    people = people_in(content)
    assert (len(people), people[-1].name) == (51, "��")


def test_cells_typed_with_spaces_between_are_a_table() -> None:
    (person,) = people_in("姓名 上次认证日期 电话\n张三  2026-1-5 13800000001\n".encode())
    assert (person.name, person.phone) == ("张三", "13800000001")


def test_quoted_cells_may_hold_delimiters_and_line_breaks() -> None:
    table = opened('姓名,上次认证日期,备注\n"张,三",2026-1-5,"一\n二"\n'.encode())
    assert list(table.rows) == [(2, ("张,三", "2026-1-5", "一\n二"))]


def test_blank_lines_count_as_rows_and_are_nobody() -> None:
    assert [person.number for person in people_in("姓名,认证日期\n\n张三,2026-1-5\n,\n".encode())] == [3]


def test_titles_above_are_told() -> None:
    table = opened(csv_bytes([("退休人员名单",), *ROWS]))
    assert "1行" in table.remarks[0].said
    assert [number for number, _ in table.rows] == [3, 4]


def test_columns_that_could_both_be_the_day_are_told() -> None:
    (remark,) = opened(csv_bytes([("姓名", "2024年认证日期", "2025年认证日期"), ("张三", "", "2026-1-5")])).remarks
    assert "“2025年认证日期”、“2024年认证日期”" in remark.said


def test_cells_of_a_workbook_are_read_as_they_show() -> None:
    days = (date(2026, 1, 5), datetime(2026, 1, 5, 10, 30), time(8), timedelta(hours=30))  # noqa: DTZ001
    table = opened(xlsx_bytes([("姓名", "上次认证日期"), ("张三", *days, 46027, 2.5, 3e5, 1e20, True, None, "x")]))
    shown = ("2026-01-05", "2026-01-05 10:30:00", "08:00:00", "30:00:00", "46027", "2.5", "300000")
    assert list(table.rows) == [(2, ("张三", *shown, f"1{'0' * 20}", "TRUE", "", "x"))]


def test_a_whole_number_written_with_a_point_is_whole() -> None:
    content = replaced(
        xlsx_bytes([("姓名", "上次认证日期"), ("张三", 46027)]),
        "xl/worksheets/sheet1.xml",
        lambda old: old.replace(b"<v>46027</v>", b"<v>46027.0</v>"),
    )
    assert list(opened(content).rows) == [(2, ("张三", "46027"))]


def test_a_workbook_from_an_old_macintosh_counts_from_1904() -> None:
    book = Workbook()
    book.epoch = datetime(1904, 1, 1)  # noqa: DTZ001
    sheet = book.active
    sheet.append(["姓名", "上次认证日期"])
    sheet.append(["张三", date(2026, 1, 5)])
    sheet.append(["李四", (date(2026, 1, 5) - date(1904, 1, 1)).days])
    found = [person.verdict.found for person in people_in(saved(book))]
    assert [one.last for one in found if one] == [date(2026, 1, 5)] * 2


def test_the_sheet_with_the_roster_is_found_and_the_others_told() -> None:
    table = opened(xlsx_bytes([("说明",), ("请填写",)], 名单=ROWS))
    assert table.heading.names == HEADING
    assert "2张表" in table.remarks[0].said
    assert "读的是“名单”" in table.remarks[0].said


def test_empty_cells_to_the_right_and_rows_below_cost_nothing() -> None:
    book = Workbook()
    book.active.append(["姓名", "上次认证日期"])
    book.active.append(["张三", "2026-1-5"])
    book.active.cell(1_048_576, 16_384).value = ""
    assert len(people_in(saved(book))) == 1


def replaced(content: bytes, part: str, change) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for one in old.namelist():
            new.writestr(one, change(old.read(one)) if one == part else old.read(one))
    return file.getvalue()


def test_phonetic_hints_and_escaped_characters_are_no_part_of_a_name() -> None:
    name = "<r><t>张</t></r><r><t>三_x000D__xD800_</t></r><rPh sb='0' eb='1'><t>zhang</t></rPh>"
    texts = string_table("<t>姓名</t>", "<t>认证日期</t>", name, "<t>2026-1-5</t>")
    assert list(opened(shared_xlsx(texts, [(0, 1), (2, 3)])).rows) == [(2, ("张三\r_xD800_", "2026-1-5"))]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "没有字"),
        (b"\r\n , ,\r\n", "没有字"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, ".xls"),
        ("<html><table><tr><td>姓名".encode(), "网页"),
        (b'\xef\xbb\xbf<?xml version="1.0"?><Workbook>', "XML"),
        (b"%PDF-1.7", "不是表格"),
        (b"\x89PNG\r\n", "不是表格"),
        (b"a,b\n\0\0\0", "不是表格"),
        (b"\xff" * 3000, "认不出来"),
        (b"PK\x03\x04 and no more", "坏了"),
        (b'a,"' + b"x" * 200_000, "少了一个引号"),
        (b"," * 600 + b"x", "列太多"),
    ],
)
def test_what_is_no_table_is_refused_with_what_to_do(content: bytes, words: str) -> None:
    with pytest.raises(InputError) as caught:
        list(opened(content).rows)
    assert words in caught.value.message


@pytest.mark.parametrize(
    ("part", "change"),
    [
        ("xl/worksheets/sheet1.xml", lambda _: b"<worksheet"),
        ("xl/worksheets/sheet1.xml", lambda old: old.replace(b'r="2"', b'r="9999999"')),
        ("xl/worksheets/sheet1.xml", lambda old: old.replace(b"A2", b"ZZZZ2")),
        ("xl/worksheets/sheet1.xml", lambda old: old.replace(b"A2", b"XFE2")),
        ("xl/workbook.xml", lambda _: b"<a/>"),
        ("xl/styles.xml", lambda old: old[:50]),
    ],
)
def test_a_damaged_workbook_is_refused_with_what_to_do(part: str, change) -> None:
    with pytest.raises(InputError) as caught:
        list(opened(replaced(xlsx_bytes(ROWS), part, change)).rows)
    assert caught.value.code in {"broken", "columns", "empty"}


@pytest.mark.parametrize("strings", [string_table("<t>姓名</t>"), "\x00", "<sst>"])
def test_texts_that_are_missing_are_refused(strings: str) -> None:
    with pytest.raises(InputError) as caught:
        list(opened(shared_xlsx(strings, [(0, 1)])).rows)
    assert caught.value.code == "broken"


def test_entities_that_multiply_are_refused() -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a0 "ha">'
    bomb += "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    bomb += "]>" + string_table("<t>&a11;</t>")
    with pytest.raises(InputError):
        opened(shared_xlsx(bomb, [(0, 0)]))


@pytest.mark.parametrize(
    ("part", "module", "limit"),
    [
        ("xl/worksheets/sheet1.xml", xlsx_reader, "MAX_SHEET"),
        ("xl/styles.xml", xlsx_package, "_MAX_PART"),
        ("xl/workbook.xml", xlsx_package, "_MAX_PART"),
    ],
)
def test_a_zip_bomb_is_refused_before_it_is_unpacked(
    monkeypatch: pytest.MonkeyPatch, part: str, module: ModuleType, limit: str
) -> None:
    monkeypatch.setattr(module, limit, 5_000_000)
    content = replaced(xlsx_bytes(ROWS), part, lambda old: old + b" " * 6_000_000)
    assert len(content) < 50_000
    with pytest.raises(InputError) as caught:
        opened(content)
    assert caught.value.code == "size"


@pytest.mark.parametrize("part", ["xl/worksheets/sheet1.xml", "xl/styles.xml", "xl/workbook.xml"])
def test_a_document_type_is_refused_whatever_it_declares(part: str) -> None:
    def declare(old: bytes) -> bytes:
        return (
            b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
            + old[old.find(b"?>") + 2 if b"?>" in old else 0 :]
        )

    with pytest.raises(InputError) as caught:
        opened(replaced(xlsx_bytes(ROWS), part, declare))
    assert caught.value.code == "broken"


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_zip_that_cannot_be_unpacked_piece_by_piece_is_refused(method: int) -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(xlsx_bytes(ROWS))) as old, zipfile.ZipFile(file, "w", method) as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))
    with pytest.raises(InputError) as caught:
        opened(file.getvalue())
    assert caught.value.code == "broken"


def test_a_part_that_lies_about_its_size_is_not_unpacked_as_a_whole() -> None:
    part, size = "xl/styles.xml", 100_000_000
    content = replaced(xlsx_bytes(ROWS), part, lambda old: old + b" " * size)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        declared = archive.getinfo(part).file_size
    lying = content.replace(declared.to_bytes(4, "little"), (100).to_bytes(4, "little"))
    tracemalloc.start()
    try:
        with pytest.raises(InputError) as caught:
            opened(lying)
        assert tracemalloc.get_traced_memory()[1] < size / 5
    finally:
        tracemalloc.stop()
    assert caught.value.code == "broken"


@pytest.mark.parametrize(
    ("before", "after", "codes"),
    [
        (b"<sheetData>", b"<sheetData>" + b"<x/>" * 2_100_000, {"size"}),
        (b"<sheetData>", b"<cols>" + b"<col/>" * 1_400_000 + b"</cols><sheetData>", {"size"}),
        (b"<sheetData>", b"<sheetData><row>" + b"<c/>" * 20_000 + b"</row>", {"columns"}),
        (b'<row r="1"', b'<row r="-1"', {"broken"}),
    ],
)
def test_a_sheet_of_what_no_roster_holds_is_refused(before: bytes, after: bytes, codes: set[str]) -> None:
    with pytest.raises(InputError) as caught:
        opened(replaced(xlsx_bytes(ROWS), "xl/worksheets/sheet1.xml", lambda old: old.replace(before, after)))
    assert caught.value.code in codes


def test_too_many_sheets_are_refused() -> None:
    with pytest.raises(InputError) as caught:
        opened(xlsx_bytes(ROWS, **{f"表{number}": [] for number in range(255)}))
    assert caught.value.code == "size"


def test_a_workbook_with_macros_is_read_and_runs_nothing() -> None:
    kind = b"spreadsheetml.sheet.main+xml"
    macros = b"application/vnd.ms-excel.sheet.macroEnabled.main+xml"
    content = replaced(
        xlsx_bytes(ROWS),
        "[Content_Types].xml",
        lambda old: old.replace(b"application/vnd.openxmlformats-officedocument." + kind, macros),
    )
    assert list(opened(content).rows) == EXPECTED


@pytest.mark.parametrize("row", ["a," * 3_000_000, '"\n",' * 1_500_000])
def test_a_row_without_end_is_refused_before_it_is_held(row: str) -> None:
    table = opened(b"name,last\n" + b"x,2026-1-5\n" * 100 + row.encode())
    with pytest.raises(InputError) as caught:
        list(table.rows)
    assert caught.value.code == "cell"


def read_all(content: bytes) -> None:
    with suppress(InputError):
        list(open_table(io.BytesIO(content)).rows)


@given(st.binary(max_size=400))
def test_any_bytes_are_a_table_or_a_declared_error(content: bytes) -> None:
    read_all(content)


@given(st.text(max_size=400), st.sampled_from(["utf-8", "gb18030", "utf-16"]))
def test_any_text_is_a_table_or_a_declared_error(text: str, encoding: str) -> None:
    read_all(text.encode(encoding, "ignore"))


WORKBOOK = shared_xlsx(string_table("<t>姓名</t>", "<t>认证日期</t>", "<t>2026-1-5</t>"), [(0, 1), (0, 2)])
UNPACKED = {
    name: zipfile.ZipFile(io.BytesIO(WORKBOOK)).read(name) for name in zipfile.ZipFile(io.BytesIO(WORKBOOK)).namelist()
}


@settings(max_examples=300)
@given(st.sampled_from(sorted(UNPACKED)), st.integers(0, 100_000), st.binary(min_size=1, max_size=8), st.booleans())
def test_any_damage_to_a_workbook_is_a_declared_error(part: str, place: int, damage: bytes, cut: bool) -> None:
    def spoil(old: bytes) -> bytes:
        at = place % max(1, len(old))
        return old[:at] + damage + (b"" if cut else old[at + len(damage) :])

    read_all(replaced(WORKBOOK, part, spoil))
    read_all(spoil(WORKBOOK))
