"""Open a table, whatever kind of file it is: the kind is told by what stands in the file, not by its name."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain, islice
from typing import BinaryIO, Protocol

from calculator import wording
from calculator.errors import InputError
from calculator.roster.columns import SAMPLE_ROWS, Cells, Heading, find_heading

__all__ = ["MAX_COLUMNS", "Rows", "Table", "open_table"]

MAX_COLUMNS = 500
"""A roster has a dozen columns; a row with more than these is no roster."""

_OLD_EXCEL = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""The first bytes of .xls, of WPS's .et, and of .xlsx that is locked with a password."""
_ZIP = b"PK\x03\x04"
_OPEN_DOCUMENT = b"mimetypeapplication/vnd.oasis"
_WEB_PAGES = (b"<html", b"<!doctype html", b"<table", b"<?xml", b"<head", b"<meta")
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_NOT_TABLES = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b")
_RESULTS = wording.roster.RESULT_HEADINGS


class Rows(Protocol):
    """A reader of one kind of file: gives each row once, with its number as a spreadsheet counts, from 1."""

    system_1904: bool
    remarks: tuple[str, ...]

    @property
    def share(self) -> float:
        """How much of the file has been read, from 0 to 1."""

    def __iter__(self) -> Iterator[tuple[int, Cells]]:
        """The rows.

        :raises InputError: where the file cannot be read on.
        """


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose headings have been found. ``rows`` are those below them; they can be run through once."""

    rows: Iterator[tuple[int, Cells]]
    heading: Heading
    source: Rows
    remarks: tuple[str, ...]


def open_table(file: BinaryIO) -> Table:
    """The table in a file that can be read from any position.

    :raises InputError: if it holds no table, with a sentence that says what to do.
    """
    source = _source(file)
    rows = _narrow(source)
    sample = list(islice(rows, SAMPLE_ROWS))
    written = [(number, cells) for number, cells in sample if any(map(str.strip, cells))]
    if not written:
        raise InputError("file", "empty", wording.roster.EMPTY)
    heading = find_heading([cells for _, cells in written])
    remarks = list(source.remarks)
    if heading.row > 0:
        remarks.append(wording.roster.titles_above(heading.row))
    if heading.row < 0:
        remarks.append(wording.roster.no_heading())
    if heading.rivals:
        remarks.append(wording.roster.rival_columns(heading.names[heading.columns["last"]]))
    below: Iterator[tuple[int, Cells]] = chain(written[heading.row + 1 :], rows)
    if heading.names[-len(_RESULTS) :] == _RESULTS:
        heading, below = _without_results(heading, below)
    return Table(below, heading, source, tuple(remarks))


def _without_results(
    heading: Heading, rows: Iterator[tuple[int, Cells]]
) -> tuple[Heading, Iterator[tuple[int, Cells]]]:
    """A table that was written by this program before, without what it found then."""
    own = len(heading.names) - len(_RESULTS)
    kept = replace(heading, names=heading.names[:own])
    return kept, ((number, cells[:own] + cells[own + len(_RESULTS) :]) for number, cells in rows)


def _source(file: BinaryIO) -> Rows:
    start = file.read(512)
    file.seek(0)
    if start.startswith(_ZIP):
        if _OPEN_DOCUMENT in start:
            raise InputError("file", "kind", wording.roster.OPEN_DOCUMENT)
        from calculator.roster.xlsx_reader import XlsxRows  # openpyxl, only where there is a workbook

        return XlsxRows(file)
    if start.startswith(_OLD_EXCEL):
        raise InputError("file", "kind", wording.roster.OLD_EXCEL)
    if start.removeprefix(_BYTE_ORDER_MARK).lstrip().lower().startswith(_WEB_PAGES):
        raise InputError("file", "kind", wording.roster.WEB_PAGE)
    if start.startswith(_NOT_TABLES):
        raise InputError("file", "kind", wording.roster.NOT_A_TABLE)
    from calculator.roster.csv_reader import CsvRows

    return CsvRows(file)


def _narrow(rows: Rows) -> Iterator[tuple[int, Cells]]:
    """The rows without the empty cells at their ends, which formatted columns bring along."""
    for number, cells in rows:
        end = len(cells)
        while end and not cells[end - 1].strip():
            end -= 1
        if end > MAX_COLUMNS:
            raise InputError("file", "columns", wording.roster.TOO_MANY_COLUMNS)
        yield number, cells[:end]
