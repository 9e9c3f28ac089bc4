"""Rosters for the tests, as files."""

import io
import zipfile
from collections.abc import Iterable, Mapping
from datetime import date

from openpyxl import Workbook

from calculator.roster.rows import Person, assess_rows
from calculator.roster.table import Table, open_table

TODAY = date(2026, 11, 24)
HEADING = ("姓名", "上次认证日期", "地区", "险种", "电话")


def csv_bytes(rows: Iterable[Iterable[str]], delimiter: str = ",", encoding: str = "utf-8") -> bytes:
    return "\r\n".join(delimiter.join(cells) for cells in rows).encode(encoding)


def xlsx_bytes(rows: Iterable[Iterable[object]], **sheets: Iterable[Iterable[object]]) -> bytes:
    book = Workbook()
    sheet = book.active
    for cells in rows:
        sheet.append(list(cells))
    for name, more in sheets.items():
        sheet = book.create_sheet(name)
        for cells in more:
            sheet.append(list(cells))
    return saved(book)


def saved(book: Workbook) -> bytes:
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def opened(content: bytes) -> Table:
    return open_table(io.BytesIO(content), latest_year=TODAY.year)


def people_in(content: bytes, **defaults: str) -> list[Person]:
    table = opened(content)
    return list(
        assess_rows(
            table.rows, table.heading, table.heading.columns, TODAY, defaults, system_1904=table.source.system_1904
        )
    )


SHEET = (
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{}</sheetData></worksheet>'
)
STRINGS = '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{}</sst>'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
PARTS = {
    "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
    + "".join(
        f'<Override PartName="/xl/{part}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.{kind}+xml"/>'
        for part, kind in (
            ("workbook", "sheet.main"),
            ("worksheets/sheet1", "worksheet"),
            ("sharedStrings", "sharedStrings"),
        )
    )
    + "</Types>",
    "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1" Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": f'<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="{_OFFICE}"><sheets><sheet name="名单" sheetId="1" r:id="r1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
}


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    """A file that is made of parts, as workbooks are, by their names."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return file.getvalue()


def shared_xlsx(strings: str, rows: Iterable[Iterable[object]]) -> bytes:
    """A workbook as Excel writes it: the texts apart, in ``<si>`` elements, and cells that name them by number."""
    sheet = "".join(
        f'<row r="{number}">' + "".join(f'<c t="s"><v>{text}</v></c>' for text in cells) + "</row>"
        for number, cells in enumerate(rows, 1)
    )
    return packed(PARTS | {"xl/worksheets/sheet1.xml": SHEET.format(sheet), "xl/sharedStrings.xml": strings})


def string_table(*texts: str) -> str:
    return STRINGS.format("".join(f"<si>{text}</si>" for text in texts))
