"""What calamine does not tell of a workbook is read beside it: merged cells, formulas without values, the day it counts from."""

import io
import struct
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculator import InputError
from calculator.roster import untold as module
from calculator.roster.compound_file import stream_named
from calculator.roster.ods_parts import read_ods
from calculator.roster.table import open_table
from calculator.roster.untold import Untold, untold
from calculator.roster.xls_records import read_xls
from calculator.roster.xlsb_records import read_xlsb
from tests.calculator.roster.tables import packed, people_in

NOTHING, UNREAD = Untold(), Untold(unread=True)


# .ods -----------------------------------------------------------------------------------------------------------------

CELL = '<table:table-cell office:value-type="string"{}><text:p>{}</text:p></table:table-cell>'
EMPTY, COVERED = "<table:table-cell/>", "<table:covered-table-cell/>"


def ods_row(*cells: str, more: str = "") -> str:
    made = (cell if cell.startswith("<") else CELL.format("", cell) for cell in cells)
    return f"<table:table-row{more}>{''.join(made)}</table:table-row>"


def ods(*sheets: str, before: str = "") -> bytes:
    tables = "".join(
        f'<table:table table:name="{name}">{rows}</table:table>' for name, rows in zip("甲乙", sheets, strict=False)
    )
    spaces = " ".join(
        f'xmlns:{one}="urn:oasis:names:tc:opendocument:xmlns:{one}:1.0"' for one in ("office", "table", "text")
    )
    body = f"<office:body><office:spreadsheet>{before}{tables}</office:spreadsheet></office:body>"
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    manifest = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
    return packed(
        {
            "mimetype": kind,
            "content.xml": f'<office:document-content {spaces} office:version="1.3">{body}</office:document-content>',
            "META-INF/manifest.xml": f'<m:manifest xmlns:m="{manifest}"><m:file-entry m:full-path="/" m:media-type="{kind}"/></m:manifest>',
        }
    )


DOWN = ' table:number-rows-spanned="{}"'
FORMULA = '<table:table-cell table:formula="of:=TODAY()"/>'
MERGED = "".join(
    (
        ods_row("姓名", "上次认证日期", "参保地", "险种"),
        ods_row("", more=' table:number-rows-repeated="2"'),
        ods_row("赵", "2026-01-20", CELL.format(DOWN.format(2), "高阳县"), CELL.format(DOWN.format(3), "居民")),
        ods_row("钱", "2026-01-21", '<table:covered-table-cell table:number-columns-repeated="2"/>'),
        ods_row("孙", FORMULA, EMPTY, COVERED),
        ods_row(CELL.format(' table:number-columns-spanned="2" table:number-rows-spanned="1"', "合计")),
    )
)


def test_merged_cells_and_formulas_of_an_ods_sheet_are_found_by_its_rows_and_columns() -> None:
    found = read_ods(io.BytesIO(ods("", MERGED)), "乙")
    assert found == ({4: [(2, 5), (3, 6)]}, False, frozenset({(6, 1)}))
    assert read_ods(io.BytesIO(ods(MERGED, ods_row("姓名"))), "乙") == ({}, False, frozenset())
    assert read_ods(io.BytesIO(ods(ods_row("姓名"))), "甲") == ({}, False, frozenset())
    settings = (
        '<table:calculation-settings><table:null-date table:date-value="1904-01-01"/></table:calculation-settings>'
    )
    assert read_ods(io.BytesIO(ods(ods_row("姓名"), before=settings)), "甲")[1] is True
    worked_out = ods_row(FORMULA, FORMULA.replace("/>", ' office:value-type="float" office:value="1"/>'))
    assert read_ods(io.BytesIO(ods(worked_out)), "甲")[2] == frozenset()
    odd = ods_row(CELL.format(DOWN.format("x"), "姓名"))
    assert read_ods(io.BytesIO(ods(odd)), "甲")[0] == {}


def test_a_merged_cell_of_an_ods_sheet_holds_for_each_row_and_a_formula_asks_to_be_saved() -> None:
    pytest.importorskip("python_calamine")
    content = ods(MERGED)
    first, second, third, total = people_in(content)
    assert [one.verdict.deadline for one in (first, second)] == [date(2026, 7, 20), date(2026, 7, 21)]
    assert third.cells[1:] == ("=", "", "居民")
    assert "保存一次" in third.verdict.reason
    assert total.verdict.group is None
    table = open_table(io.BytesIO(content))
    list(table.rows)
    assert any("有1格是公式" in remark.said for remark in table.remarks)


# .xlsb ----------------------------------------------------------------------------------------------------------------


def record(kind: int, content: bytes = b"") -> bytes:
    head = bytes([kind]) if kind < 0x80 else bytes([kind & 0x7F | 0x80, kind >> 7])
    length = len(content)
    while length > 0x7F:
        head += bytes([length & 0x7F | 0x80])
        length >>= 7
    return head + bytes([length]) + content


def wide(text: str) -> bytes:
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def xlsb(*merged: tuple[int, int, int, int], flags: int = 0) -> bytes:
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    sheets = b"".join(
        record(156, struct.pack("<II", 0, n) + wide(f"r{n}") + wide(name)) for n, name in enumerate("甲乙")
    )
    relationship = f'<Relationship Id="r{{0}}" Type="{office}/worksheet" Target="worksheets/sheet{{0}}.bin"/>'
    long = record(7, b"x" * 300)
    return packed(
        {
            "xl/workbook.bin": record(131) + record(153, struct.pack("<III", flags, 0, 0)) + sheets,
            "xl/_rels/workbook.bin.rels": f"<Relationships>{''.join(map(relationship.format, (0, 1)))}</Relationships>",
            "xl/worksheets/sheet0.bin": long + b"".join(record(176, struct.pack("<4I", *one)) for one in merged),
            "xl/worksheets/sheet1.bin": long,
        }
    )


def test_merged_cells_of_an_xlsb_sheet_are_found_by_its_rows_and_columns() -> None:
    content = xlsb((1, 2, 2, 2), (1, 3, 3, 4), (0, 0, 0, 3), flags=1)
    assert read_xlsb(io.BytesIO(content), "甲") == ({2: [(2, 3), (3, 4)]}, True)
    assert read_xlsb(io.BytesIO(xlsb()), "乙") == ({}, False)
    assert untold(content, "甲", 0) == Untold({2: [(2, 3), (3, 4)]}, True)
    assert untold(content, "没有", 0) == UNREAD


# .xls -----------------------------------------------------------------------------------------------------------------

END = 0xFFFFFFFE


def biff(kind: int, content: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(content)) + content


def formula(row: int, column: int, value: bytes) -> bytes:
    return biff(6, struct.pack("<HHH", row, column, 15) + value + bytes(6))


NO_VALUE, A_NUMBER = b"\3\0\0\0\0\0\xff\xff", struct.pack("<d", 46042.0)


def stream(*formulas: bytes, from_1904: bool = False) -> bytes:
    """A workbook's own records, with one sheet, and the sheet's."""
    own = biff(0x809, bytes(16)) + biff(0x22, struct.pack("<H", from_1904))
    begin = len(own) + len(biff(0x85, bytes(10))) + len(biff(10))
    own += biff(0x85, struct.pack("<IHBB", begin, 0, 1, 0) + b"\0A") + biff(10)
    return own + biff(0x809, bytes(16)) + b"".join(formulas) + biff(10)


def compound(content: bytes, *, small: bool = False, sector: int = 512) -> bytes:
    """A compound file that holds one stream, in sectors of its own or in small ones."""
    if small:
        content = content.ljust(-(-len(content) // 64) * 64, b"\0")
    sectors = [content[at : at + sector].ljust(sector, b"\0") for at in range(0, len(content), sector)]
    first = 1 + small + 1  # behind the table, that of small sectors, and the directory
    chain = [0xFFFFFFFD, *([END] if small else []), END]
    chain += [*range(first + 1, first + len(sectors)), END]
    table = struct.pack(f"<{len(chain)}I", *chain).ljust(sector, b"\xff")
    smalls = struct.pack(f"<{len(content) // 64}I", *range(1, len(content) // 64), END) if small else b""

    def entry(name: str, kind: int, begin: int, size: int) -> bytes:
        text = name.encode("utf-16-le")
        head = text.ljust(64, b"\0") + struct.pack("<HB", len(text) + 2, kind)
        return head.ljust(116, b"\0") + struct.pack("<II", begin, size) + bytes(4)

    root = entry("Root Entry", 5, first if small else END, len(content) if small else 0)
    directory = (root + entry("Workbook", 2, 0 if small else first, len(content))).ljust(sector, b"\0")
    header = bytearray(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(sector, b"\0"))
    struct.pack_into("<HH", header, 0x1E, sector.bit_length() - 1, 6)
    struct.pack_into("<7I", header, 0x30, 1 + small, 0, 4096 if small else 0, 1 if small else END, small, END, 0)
    struct.pack_into("<109I", header, 0x4C, 0, *[0xFFFFFFFF] * 108)
    return bytes(header) + table + (smalls.ljust(sector, b"\xff") if small else b"") + directory + b"".join(sectors)


@pytest.mark.parametrize(("small", "sector"), [(False, 512), (True, 512), (False, 4096)])
def test_a_stream_is_taken_out_of_a_compound_file(small: bool, sector: int) -> None:
    content = bytes(range(256)) * 10
    assert stream_named(compound(content, small=small, sector=sector), "book", "workbook") == content
    assert stream_named(compound(content, small=small, sector=sector), "book") == b""


def test_the_table_of_a_large_compound_file_goes_on_in_a_chain() -> None:
    made = bytearray(compound(b"x" * 2000))
    last = (len(made) - 512) // 512
    struct.pack_into("<I", made, 0x4C, 0xFFFFFFFF)
    struct.pack_into("<I", made, 0x44, last)
    made += struct.pack("<128I", 0, *[0xFFFFFFFF] * 126, END)
    assert stream_named(bytes(made), "workbook") == b"x" * 2000


def test_a_chain_that_bites_its_tail_has_an_end() -> None:
    made = bytearray(compound(b"x" * 2000))
    struct.pack_into("<I", made, 512 + 4 * 2, 2)  # the stream's first sector is followed by itself
    assert stream_named(bytes(made), "workbook") == b"x" * 2000


def test_an_xls_workbook_says_from_when_it_counts_and_which_formulas_have_no_value() -> None:
    assert read_xls(compound(stream()), 0) == (False, frozenset())
    assert read_xls(compound(stream(formula(4, 2, NO_VALUE), from_1904=True)), 0) == (True, frozenset({(5, 2)}))
    worked_out = stream(formula(4, 2, NO_VALUE), formula(5, 2, A_NUMBER))
    assert read_xls(compound(worked_out), 0) == (False, frozenset()), "a text without characters"
    assert untold(compound(stream(from_1904=True)), "A", 0) == Untold({}, True)
    cut_off = stream(formula(4, 2, NO_VALUE))[:-4]
    assert read_xls(compound(cut_off), 0) == (False, frozenset({(5, 2)}))


@pytest.mark.parametrize(
    "content",
    [
        compound(biff(0x85, b"\0")),
        compound(stream(formula(0, 0, NO_VALUE))),
        compound(stream()).replace(struct.pack("<III", END, 0, END), struct.pack("<III", END, 0, 5000)),
        packed({"xl/workbook.bin": b"\xff" * 5}),
        packed({"xl/workbook.bin": record(156, bytes(8) + b"\1\0\0\0\0\xd8" + wide("甲"))}),
        packed({"content.xml": 'table:formula="<'}),
    ],
)
def test_of_what_cannot_be_read_nothing_is_known_but_that(content: bytes) -> None:
    assert untold(content, "甲", 7) == UNREAD


@pytest.mark.parametrize(
    "content", [b"", b"PK\3\4", ods("")[:99], compound(stream())[:600]], ids=["nothing", "zip", "ods", "xls"]
)
def test_where_there_is_no_workbook_there_is_nothing_to_know(content: bytes) -> None:
    assert untold(content, "甲", 7) == NOTHING


@given(
    st.sampled_from([compound(stream(formula(0, 0, NO_VALUE))), compound(b"x" * 99, small=True), xlsb((1, 2, 2, 2))]),
    st.integers(0, 5_000),
    st.binary(min_size=1, max_size=8),
)
def test_no_damage_to_a_workbook_is_an_error(content: bytes, place: int, damage: bytes) -> None:
    at = place % len(content)
    assert isinstance(untold(content[:at] + damage + content[at + len(damage) :], "甲", 0), Untold)


@pytest.mark.parametrize("error", [MemoryError, InputError("file", "size", "太大")])
def test_what_is_too_large_is_not_known_and_said_to_be(
    monkeypatch: pytest.MonkeyPatch, error: BaseException | type[BaseException]
) -> None:
    monkeypatch.setattr(module, "read_xls", raising(error))
    assert untold(compound(stream(from_1904=True)), "A", 0) == UNREAD


def test_a_fault_of_ours_is_not_taken_for_one_of_the_workbook(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "read_xls", raising(TypeError))
    with pytest.raises(TypeError):
        untold(compound(stream()), "A", 0)


def raising(error: BaseException | type[BaseException]) -> Callable[..., None]:
    def raises(*_: object) -> None:
        raise error

    return raises
