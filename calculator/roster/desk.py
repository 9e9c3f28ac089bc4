"""The one roster that a page works on: held in memory, worked through in short steps, forgotten when it is closed.

A step takes a fraction of a second even on a slow phone, so that the page can show progress and be told to stop.
"""

import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import islice

from calculator import wording
from calculator.errors import InputError
from calculator.roster.columns import FIELDS, Cells, Columns, Heading
from calculator.roster.reader import Sheet
from calculator.roster.rows import Person, assess_rows
from calculator.roster.table import Table, opening
from calculator.roster.tally import Tally
from calculator.roster.worklist import Worklist
from calculator.roster.writers import Writer, finished, open_writer

__all__ = ["MAX_BYTES", "MAX_ROWS", "Desk", "Step"]

MAX_BYTES = 30_000_000
MAX_ROWS = 100_000
"""What a phone can hold. The command line has no such limit."""

_ROWS_IN_A_STEP = 400
_ROWS_WITH_AN_EXAMPLE = 1000


@dataclass(frozen=True, slots=True)
class Step:
    """How far the work has come: a share from 0 to 1, and in words. ``file`` is what was written, at its end."""

    share: float
    spoken: str
    finished: bool = False
    file: bytes | None = None


class Desk:
    """A roster being worked on.

    :param defaults: ``region`` and ``scheme`` for the rows that do not name their own.
    :param sheet: the name or the number of a workbook's sheet; "" for the one that looks most like a roster.
    """

    def __init__(self, content: bytes, today: date, defaults: Mapping[str, str], sheet: str = "") -> None:
        self.today = today
        self.worklist: Worklist | None = None
        self._content = content
        self._defaults = defaults
        self._begin(sheet)

    def _begin(self, sheet: str) -> None:
        self.worklist = None
        self.columns: dict[str, tuple[int, ...]] = {}
        self._table: Table | None = None
        self._rows: list[tuple[int, Cells]] = []
        self._tally = Tally()
        self._work: Iterator[Step] = self._read(sheet)

    @property
    def heading(self) -> Heading:
        """What is known of the table's columns; nothing before it has been opened."""
        return self._table.heading if self._table else Heading(-1, (), {})

    @property
    def sheets(self) -> tuple[Sheet, ...]:
        """The sheets of a workbook."""
        return self._table.source.sheets if self._table else ()

    @property
    def sheet(self) -> int:
        """The place of the sheet that is read among them, or -1 where there are none."""
        return self._table.source.sheet if self._table else -1

    @property
    def remarks(self) -> tuple[str, ...]:
        """What whoever reads the result should know of how the table was understood."""
        found = (*(self._table.remarks if self._table else ()), *self._tally.remarks)
        refused = self.heading.named(self.heading.days.refused)
        missing = () if "last" in self.columns else (wording.roster.no_date_column(refused),)
        return tuple(remark.said + remark.on_page for remark in (*missing, *found))

    def example_of(self, column: int) -> str:
        """The first text in a column, by which somebody knows what it holds; none where it begins far down."""
        first = islice(self._rows, _ROWS_WITH_AN_EXAMPLE)
        return next((cells[column] for _, cells in first if column < len(cells) and cells[column]), "")

    def change(self, columns: Columns, today: date, defaults: Mapping[str, str]) -> None:
        """Work through the same table again, with other columns, another day or other defaults."""
        self.columns = {field: columns[field] for field in FIELDS if columns.get(field)}
        self.today = today
        self._defaults = defaults
        self.worklist = None
        self._work = self._assess()

    def change_sheet(self, sheet: str, today: date, defaults: Mapping[str, str]) -> None:
        """Read another sheet of the same workbook."""
        self.today = today
        self._defaults = defaults
        self._begin(sheet)

    def write(self, kind: str) -> None:
        """Write the roster as a file of this kind; the last step has it.

        :raises ModuleNotFoundError: now, and not at the first step, if what writes it has not been loaded.
        """
        file = io.BytesIO()
        self._work = self._write(file, open_writer(kind, file, self.heading))

    def step(self) -> Step:
        """Go on with what was asked for last.

        :raises InputError: where the file cannot be read on, or is too long to be held.
        """
        return next(self._work, Step(1.0, "", finished=True))

    def cancel(self) -> None:
        """Leave off what is being done."""
        self._work = iter(())

    def _read(self, sheet: str) -> Iterator[Step]:
        steps = opening(io.BytesIO(self._content), sheet, self.today.year)
        while self._table is None:
            try:
                next(steps)
                yield Step(0.0, wording.roster.rows_read(0))
            except StopIteration as end:
                table: Table = end.value
                self._table = table
        self.columns = dict(table.heading.columns)
        while some := list(islice(table.rows, _ROWS_IN_A_STEP)):
            self._rows += ((number, cells) for number, cells in some if any(map(str.strip, cells)))
            if len(self._rows) > MAX_ROWS:
                raise InputError("file", "size", wording.roster.too_many_rows(MAX_ROWS))
            # Reading takes about as long as the assessments do.
            yield Step(min(table.source.share, 1.0) / 2, wording.roster.rows_read(0))
        for step in self._assess():
            yield Step(0.5 + step.share / 2, step.spoken, step.finished)

    def _assess(self) -> Iterator[Step]:
        people: list[Person] = []
        self._tally = Tally()
        system_1904 = self._table.source.system_1904 if self._table else False
        assessed = assess_rows(
            self._rows, self.heading, self.columns, self.today, self._defaults, system_1904=system_1904
        )
        while some := list(islice(assessed, _ROWS_IN_A_STEP)):
            people += some
            for person in some:
                self._tally.count(person)
            yield Step(len(people) / len(self._rows), wording.roster.rows_read(len(people)))
        self.worklist = Worklist(people)
        yield Step(1.0, wording.roster.summary(self.worklist.counts), finished=True)

    def _write(self, file: io.BytesIO, writer: Writer) -> Iterator[Step]:
        people = self.worklist.rows if self.worklist else ()
        with finished(writer):
            for written, person in enumerate(people, 1):
                writer.write(person)
                if written % _ROWS_IN_A_STEP == 0:
                    yield Step(written / len(people), wording.roster.rows_written(written, len(people)))
        yield Step(1.0, "", finished=True, file=file.getvalue())
