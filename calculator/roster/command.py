"""``python -m calculator roster FILE``: row by row from file to file, in the same memory for ten rows or a million."""

import argparse
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from shutil import copyfileobj
from typing import BinaryIO, cast

from calculator import wording
from calculator.assessment.assess import assess
from calculator.counting.device_clock import beijing_today
from calculator.errors import InputError
from calculator.reading.days import parse_day
from calculator.roster.columns import FIELDS, Heading
from calculator.roster.csv_writer import CsvWriter
from calculator.roster.places import known_region, known_scheme
from calculator.roster.reader import Rows
from calculator.roster.rows import Person, assess_rows
from calculator.roster.table import Table, open_table
from calculator.roster.tally import Tally
from calculator.roster.writers import MEDIA_TYPES, Writer, finished, open_writer

__all__ = ["run"]


def run(options: argparse.Namespace) -> None:
    """Work through ``options.file`` and write what was found to ``options.out``, or as CSV to standard output.

    :raises InputError: for a file, a place or a day that cannot be used.
    """
    today = parse_day(options.today, field="today").day if options.today else beijing_today()
    defaults = _defaults(options.region, options.scheme, today)
    with _opened(options.file) as file:
        table = open_table(file, options.sheet, today.year)
        if "last" not in table.heading.columns:
            told = wording.roster.no_date_column(table.heading.named(table.heading.days.refused))
            raise InputError("file", "columns", told.said + told.on_command_line)
        people = assess_rows(
            table.rows,
            table.heading,
            table.heading.columns,
            today,
            defaults,
            system_1904=table.source.system_1904,
        )
        tally = Tally()
        with _destination(options.out, options.file, table) as writer:
            _write_all(_with_progress(people, table.source), writer, tally)
    for line in _told(table, tally):
        print(line, file=sys.stderr)
    print(wording.roster.summary(tally.counts), file=sys.stderr)


def _told(table: Table, tally: Tally) -> Iterator[str]:
    """How the roster was read, a line each, and what to do where that is not as it should be."""
    source, heading = table.source, table.heading
    columns = [(field, [_name(heading, index) for index in heading.columns.get(field, ())]) for field in FIELDS]
    sheet = source.sheets[source.sheet].name if len(source.sheets) > 1 else ""
    yield from wording.roster.how_it_was_read(sheet, columns, table.heading_rows, tally.rows)
    for remark in (*table.remarks, *tally.remarks):
        yield remark.said + remark.on_command_line


def _name(heading: Heading, index: int) -> str:
    return heading.names[index] or wording.roster.column_number(index + 1)


def _defaults(region: str, scheme: str, today: date) -> dict[str, str]:
    """What holds for the rows that name no place or scheme of their own, checked as the calculator would."""
    known = {"region": known_region(region) or region, "scheme": known_scheme(scheme) or scheme}
    assess(today, today, region=known["region"], scheme=known["scheme"])
    return known


def _write_all(people: Iterator[Person], writer: Writer, tally: Tally) -> None:
    for person in people:
        writer.write(person)
        tally.count(person)


@contextmanager
def _opened(name: str) -> Iterator[BinaryIO]:
    """The roster, or a copy of it where it comes through a pipe, which can be read only once."""
    try:
        file = Path(name).open("rb")  # noqa: SIM115 - closed below
    except OSError as error:
        raise InputError("file", "unreadable", wording.roster.cannot_read(name)) from error
    with file:
        if file.seekable():
            yield file
            return
        with tempfile.TemporaryFile() as copy:
            copyfileobj(file, copy)
            copy.seek(0)
            yield cast(BinaryIO, copy)


@contextmanager
def _destination(out: str | None, source: str, table: Table) -> Iterator[Writer]:
    """Where the rows go. A file appears under its name only once it is complete."""
    if out is None:
        sys.stdout.flush()
        with finished(CsvWriter(sys.stdout.buffer, table.heading, plain=True)) as writer:
            yield writer
        return
    target = Path(out)
    kind = target.suffix.lower().removeprefix(".")
    if kind not in MEDIA_TYPES:
        raise InputError("out", "kind", wording.roster.UNKNOWN_OUTPUT)
    if target.exists() and target.samefile(source):
        raise InputError("out", "same", wording.roster.SAME_FILE)
    unfinished = target.with_name(f"{target.name}.part")
    try:
        try:
            with unfinished.open("wb") as file, finished(open_writer(kind, file, table.heading)) as writer:
                yield writer
            unfinished.replace(target)
        finally:
            unfinished.unlink(missing_ok=True)
    except OSError as error:
        raise InputError("out", "unwritable", wording.roster.cannot_write(out)) from error
    except KeyboardInterrupt:
        print(wording.roster.STOPPED, file=sys.stderr)
        raise SystemExit(130) from None


def _with_progress(people: Iterator[Person], source: Rows) -> Iterator[Person]:
    """The same people, with a bar on the terminal, if there is one."""
    return _with_bar(people, source) if sys.stderr.isatty() else people


def _with_bar(people: Iterator[Person], source: Rows) -> Iterator[Person]:
    from tqdm import tqdm

    with tqdm(total=1.0, bar_format="{percentage:3.0f}%|{bar}| {postfix} [{elapsed}<{remaining}]") as bar:
        for count, person in enumerate(people, 1):
            yield person
            if count % 1000 == 0:
                bar.set_postfix_str(wording.roster.people_counted(count), refresh=False)
                bar.update(min(source.share, 1.0) - bar.n)
        bar.update(1.0 - bar.n)
