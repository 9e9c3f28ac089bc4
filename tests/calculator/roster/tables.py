"""Rosters for the tests, as files."""

import io
from collections.abc import Iterable
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
    return open_table(io.BytesIO(content))


def people_in(content: bytes, **defaults: str) -> list[Person]:
    table = opened(content)
    return list(
        assess_rows(
            table.rows, table.heading, table.heading.columns, TODAY, defaults, system_1904=table.source.system_1904
        )
    )
