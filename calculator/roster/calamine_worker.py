"""The process in which calamine reads a workbook: the file comes in by standard input, rows go out as lines of JSON.

The first line says what sheets there are and which one is read, the last that all was said. A workbook that cannot be
used is one line with the error.
"""

import json
import sys
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from io import BytesIO
from itertools import islice
from typing import Any

from calculator import wording
from calculator.errors import InputError
from calculator.roster.columns import SAMPLE_ROWS, Cells
from calculator.roster.merged import filled_down
from calculator.roster.reader import Sheet
from calculator.roster.sheets import choose_sheet, wanted_sheet
from calculator.roster.untold import untold
from calculator.roster.xlsx_values import Shown, value_text

__all__ = ["main"]

_MEMORY = 480_000_000
"""Bytes. A list of 65,536 rows, more than .xls can hold, takes a quarter."""
_SECONDS = 120
_MOST_SHEETS = 255
_MOST_COLUMNS = 1_000
_LONGEST = 100_000


def main(wanted: str) -> None:
    """Read the workbook and say what stands in it."""
    _limit()
    try:
        for said in _said(sys.stdin.buffer.read(), wanted):
            print(json.dumps(said, ensure_ascii=True))
        print('"end"')
    except InputError as error:
        print(json.dumps({"error": [error.field, error.code, error.message]}))
    sys.stdout.flush()


def _limit() -> None:
    """Let whatever is too much end this process, where the system knows how to."""
    try:
        import resource
    except ModuleNotFoundError:  # Windows
        return
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))


def _said(content: bytes, wanted: str) -> Iterator[Any]:
    book = _opened(content)
    listed = [one for one in book.sheets_metadata if str(one.typ).endswith("WorkSheet")]
    sheets = [Sheet(one.name, not str(one.visible).endswith(".Visible")) for one in listed]
    if not sheets or len(sheets) > _MOST_SHEETS:
        raise InputError("file", "empty", wording.roster.EMPTY)
    others: tuple[int, ...] = ()
    if wanted or len(sheets) == 1:
        place = wanted_sheet(wanted, sheets)
    else:
        samples = [[cells for _, cells in islice(_rows(_sheet(book, sheet)), SAMPLE_ROWS)] for sheet in sheets]
        place, others = choose_sheet(samples, sheets)
    sheet = _sheet(book, sheets[place])
    beside = untold(content, sheets[place].name, list(book.sheets_metadata).index(listed[place]))
    yield {
        "sheets": [[one.name, one.hidden] for one in sheets],
        "sheet": place,
        "others": others,
        "last": sheet.end[0] + 1 if sheet.end else 0,
        **({"1904": True} if beside.system_1904 else {}),
        **({"formulas": len(beside.formulas)} if beside.formulas else {}),
        **({"unread": True} if beside.unread else {}),
    }
    merges = beside.merges
    for (first, column), (last, _) in sheet.merged_cell_ranges or ():
        if last > first:
            merges.setdefault(first + 1, []).append((column, last + 1))
    yield from filled_down(_with_formulas(_rows(sheet), beside.formulas), merges)


def _opened(content: bytes) -> Any:
    """The workbook. Whatever calamine raises says that it is locked or broken; its panics are no ``Exception``."""
    import python_calamine

    try:
        return python_calamine.load_workbook(BytesIO(content))
    except python_calamine.PasswordError:
        raise InputError("file", "kind", wording.roster.LOCKED) from None
    except MemoryError:
        raise
    except BaseException as error:
        raise InputError("file", "broken", wording.roster.BROKEN_WORKBOOK) from error


def _sheet(book: Any, sheet: Sheet) -> Any:
    try:
        return book.get_sheet_by_name(sheet.name)
    except MemoryError:
        raise
    except BaseException as error:
        raise InputError("file", "broken", wording.roster.BROKEN_WORKBOOK) from error


def _rows(sheet: Any) -> Iterator[tuple[int, Cells]]:
    """The rows that have something in them, with their numbers."""
    if sheet.start is None:
        return
    if sheet.end[1] > _MOST_COLUMNS:
        raise InputError("file", "columns", wording.roster.TOO_MANY_COLUMNS)
    # Calamine gives the empty rows above the first cell, but not the empty columns to its left.
    before = [""] * sheet.start[1]
    for number, values in enumerate(sheet.iter_rows(), 1):
        cells = (*before, *map(_text, values))
        if any(cells):
            yield number, cells


def _with_formulas(
    rows: Iterator[tuple[int, Cells]], formulas: frozenset[tuple[int, int]]
) -> Iterator[tuple[int, Cells]]:
    """The rows, with a sign of equality in each empty cell that is a formula without value."""
    if not formulas:
        yield from rows
        return
    columns = sorted({column for _, column in formulas})
    for number, cells in rows:
        told = [*cells]
        for column in columns:
            if (number, column) in formulas:
                told += [""] * (column + 1 - len(told))
                told[column] = told[column] or "="
        yield number, tuple(told)


def _text(value: object) -> str:
    """What a cell shows, as near as text comes."""
    match value:
        case str():
            return value[:_LONGEST]
        case bool():
            return str(value).upper()
        case datetime():
            return value.isoformat(" ", "seconds").removesuffix(" 00:00:00")
        case date() | time():
            return value.isoformat()
        case timedelta():
            hours, rest = divmod(int(value.total_seconds()), 3600)
            return f"{hours:02}:{rest // 60:02}:{rest % 60:02}"
        case _:
            return value_text(repr(value), Shown.NUMBER)
