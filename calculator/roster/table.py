"""Open a table, whatever kind of file it is, and find its headings."""

import sys
from collections.abc import Generator, Iterator
from dataclasses import dataclass, replace
from itertools import chain, islice
from pkgutil import resolve_name
from typing import BinaryIO, cast

from calculator import wording
from calculator.errors import InputError
from calculator.roster.columns import SAMPLE_ROWS, Cells, Heading, find_heading, has_person
from calculator.roster.day_headings import ANY_YEAR
from calculator.roster.formats import format_of
from calculator.roster.lists import begins_beside
from calculator.roster.reader import Rows
from calculator.roster.written_lists import in_columns, people_of, written_list
from calculator.wording.roster import Remark

__all__ = ["MAX_COLUMNS", "Table", "open_table", "opening"]

MAX_COLUMNS = 500
"""A roster has a dozen columns; a row with more than these is no roster."""

_RESULTS = wording.roster.RESULT_HEADINGS
_WRITTEN = (_RESULTS, wording.roster.FORMER_RESULT_HEADINGS)


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose headings have been found. ``rows`` are those below them; they can be run through once.

    ``first_row`` is the number of the first row below the headings and ``heading_rows`` are those of the headings, as a
    spreadsheet counts; there are none where no headings were found.
    """

    rows: Iterator[tuple[int, Cells]]
    heading: Heading
    source: Rows
    heading_rows: tuple[int, ...]
    found: tuple[Remark, ...]

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """What whoever reads the result should know of how the table was understood, all of it once it was read."""
        return (*self.source.remarks, *self.found)


def open_table(file: BinaryIO, sheet: str = "", latest_year: int = ANY_YEAR) -> Table:
    """The table in a file that can be read from any position.

    :param sheet: the name or the number of a workbook's sheet, as in ``Rows``.
    :param latest_year: the year of the day from which is looked; columns that name a later one hold plans.
    :raises InputError: if it holds no table that can be understood, with a sentence that says what to do.
    """
    steps = opening(file, sheet, latest_year)
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return cast(Table, end.value)


def opening(file: BinaryIO, sheet: str = "", latest_year: int = ANY_YEAR) -> Generator[None, None, Table]:
    """The same, in steps that are short."""
    source = _source(file, sheet)
    yield from source.prepare()
    rows = _narrow(source)
    sample = list(islice(rows, SAMPLE_ROWS))
    written = [(number, cells) for number, cells in sample if any(map(str.strip, cells))]
    if not written:
        raise InputError("file", "empty", wording.roster.EMPTY)
    texts = [cells for _, cells in written]
    heading = find_heading(texts, latest_year)
    if found := written_list(texts, heading, lambda cells: has_person(cells, heading.columns)):
        lines = ((number, one) for number, cells in chain(written, rows) for one in people_of(cells))
        return Table(lines, found, source, (), (wording.roster.written_list(),))
    if heading.side_by_side or (heading.row >= 0 and begins_beside(texts, heading)):
        raise InputError("file", "columns", wording.roster.SIDE_BY_SIDE)
    below = _apart(chain(written[heading.row + 1 :], rows), heading)
    remarks = tuple(_remarks(heading, written))
    heading_rows = tuple(number for number, _ in written[heading.first : heading.row + 1]) if heading.row >= 0 else ()
    if heading.names[-len(_RESULTS) :] in _WRITTEN:
        heading, below = _without_results(heading, below)
    return Table(below, heading, source, heading_rows, remarks)


def _remarks(heading: Heading, written: list[tuple[int, Cells]]) -> Iterator[Remark]:
    if heading.first > 0:
        yield wording.roster.titles_above([number for number, _ in written[: heading.first]])
    if heading.row < 0:
        yield wording.roster.no_heading()
    if heading.rivals:
        yield wording.roster.rival_columns(heading.rivals)
    if heading.days.unused:
        yield wording.roster.unused_days(heading.named(heading.days.unused))
    if heading.days.others:
        yield wording.roster.days_of_others(heading.named(heading.days.others))
    if heading.namesakes:
        yield wording.roster.further_names([index + 1 for index in heading.namesakes])
    if heading.homes:
        yield wording.roster.homes_unused(heading.named(heading.homes))


def _apart(rows: Iterator[tuple[int, Cells]], heading: Heading) -> Iterator[tuple[int, Cells]]:
    """The rows; one that has all in one cell, as somebody types it, in the columns of the others."""
    if len(heading.names) < 2:
        yield from rows
        return
    for row in rows:
        cells = row[1]
        if len(cells) > 1 and cells[1]:
            yield row  # nearly all
        else:
            for one in in_columns(cells, heading):
                yield row[0], one


def _without_results(
    heading: Heading, rows: Iterator[tuple[int, Cells]]
) -> tuple[Heading, Iterator[tuple[int, Cells]]]:
    """A table that was written by this program before, without what it found then."""
    own = len(heading.names) - len(_RESULTS)
    kept = replace(heading, names=heading.names[:own])
    return kept, ((number, cells[:own] + cells[own + len(_RESULTS) :]) for number, cells in rows)


def _source(file: BinaryIO, sheet: str) -> Rows:
    """The reader of a file of this kind; what it needs is imported now, for few need it."""
    kind = format_of(file)
    if not kind.reader or (sys.platform == "emscripten" and not kind.on_page):
        raise InputError("file", "kind", kind.otherwise)
    return cast(Rows, resolve_name(kind.reader)(file, sheet))


def _narrow(rows: Rows) -> Iterator[tuple[int, Cells]]:
    """The rows without the empty cells at their ends, which formatted columns bring along."""
    for row in rows:
        cells = row[1]
        if cells and cells[-1] > " " and len(cells) <= MAX_COLUMNS:
            yield row  # most rows end with something that can be seen
            continue
        end = len(cells)
        while end and not cells[end - 1].strip():
            end -= 1
        if end > MAX_COLUMNS:
            raise InputError("file", "columns", wording.roster.TOO_MANY_COLUMNS)
        yield row[0], cells[:end]
