"""Write a worked roster: the table's own columns first, then what was found. One row at a time, in the table's order."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pkgutil import resolve_name
from typing import BinaryIO, Protocol, cast

from calculator.roster.columns import Heading
from calculator.roster.rows import Person, Verdict

__all__ = ["MEDIA_TYPES", "Writer", "finished", "open_writer", "own_cells", "result_cells"]

MEDIA_TYPES = {
    "csv": "text/csv",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "ics": "text/calendar",
}
"""The kinds of file, by the ending of their names."""

_WRITERS = {
    "csv": "calculator.roster.csv_writer:CsvWriter",
    "xlsx": "calculator.roster.xlsx_writer:XlsxWriter",
    "ics": "calculator.roster.calendar_writer:CalendarWriter",
}


class Writer(Protocol):
    """Takes rows and gives a file. Either ``close`` or ``abandon`` must be called, as ``finished`` does."""

    def write(self, person: Person) -> None:
        """Add a row."""

    def close(self) -> None:
        """Complete the file; it stays open."""

    def abandon(self) -> None:
        """Leave the file incomplete and open, and nothing else behind."""


def open_writer(kind: str, file: BinaryIO, heading: Heading) -> Writer:
    """A writer of one of ``MEDIA_TYPES``; what it needs is imported now.

    :raises KeyError: for another kind.
    """
    return cast(Writer, resolve_name(_WRITERS[kind])(file, heading))


@contextmanager
def finished(writer: Writer) -> Iterator[Writer]:
    """A writer that is closed at the end, and abandoned where the end is not reached."""
    try:
        yield writer
    except BaseException:
        writer.abandon()
        raise
    writer.close()


def own_cells(cells: Sequence[str], width: int) -> list[str]:
    """The cells of the table as they were, as many as there are headings.

    What stands to the right of the last heading is kept by the writers behind what was found.
    """
    return [*cells[:width], *[""] * (width - len(cells))]


def result_cells(verdict: Verdict) -> tuple[date | str, date | str, date | str, str, str]:
    """What was found: deadline, from when payment may stop, safe date, where the person stands, and why."""
    return verdict.deadline or "", verdict.may_stop_from or "", verdict.safe_date or "", verdict.status, verdict.reason
