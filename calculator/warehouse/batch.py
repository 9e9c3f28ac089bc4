"""Files of millions of rows: their distinct cells are understood in Python, the rows are joined with that in DuckDB.

Rows stream from file to file: memory holds the distinct cells and what follows from them, never the rows.
"""

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import astuple, dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from calculator import wording
from calculator.errors import InputError
from calculator.reading.days import TypedDay
from calculator.warehouse.engine import connected
from calculator.warehouse.lookup import Lookup

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

__all__ = ["FIELDS", "RESULTS", "Counted", "batch", "beside"]

FIELDS = ("last", "place", "scheme")
"""What is read of a row. All other columns are written out as they came."""

RESULTS = ("deadline", "safe_date", "grace_end", "status", "standing", "days_left", "reason")
"""The columns that are written behind a table's own."""

REASON = "reason"
"""Why a row could not be read: the column behind its own in the file of such rows."""

_PIECE = 50_000
_READERS = {
    ".parquet": "read_parquet($file)",
    ".csv": "read_csv($file, header = true, all_varchar = true, null_padding = true, store_rejects = true)",
}
_WRITERS = {".parquet": "FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 1", ".csv": "FORMAT csv, HEADER"}

_TABLES = """
CREATE TABLE days (cell VARCHAR, day DATE, month_only BOOLEAN, weekday INTEGER, fault VARCHAR);
CREATE TABLE spots (place VARCHAR, scheme VARCHAR, shape INTEGER, basis VARCHAR[], fault VARCHAR);
CREATE TABLE outcomes (shape INTEGER, day DATE, month_only BOOLEAN, weekday INTEGER, deadline DATE, safe_date DATE, grace_end DATE,
  days_left INTEGER, status VARCHAR, standing VARCHAR, told VARCHAR, option INTEGER);
"""
_READ = "FROM source JOIN days ON days.cell = {last} JOIN spots ON spots.place = {place} AND spots.scheme = {scheme}"
_ANSWERED = (
    """SELECT source.*, o.deadline, o.safe_date, o.grace_end, o.status, o.standing, o.days_left,
  o.told || spots.basis[o.option + 1] AS reason """
    + _READ
    + " JOIN outcomes o ON o.shape = spots.shape AND o.day = days.day AND o.month_only = days.month_only"
    " AND o.weekday IS NOT DISTINCT FROM days.weekday"
)
_UNREAD = "SELECT source.*, coalesce(days.fault, spots.fault) AS reason " + _READ + " WHERE reason IS NOT NULL"
_TORN = (
    "SELECT DISTINCT line AS csv_line_number, csv_line, $torn AS reason FROM reject_errors"
    " WHERE scan_id = (SELECT max(scan_id) FROM reject_errors) ORDER BY ALL"
)
"""The lines of a CSV file that could not be taken apart, from the last time that it was read."""


@dataclass(frozen=True, slots=True)
class Counted:
    """How many rows were answered, and how many could not be read, which lie in a file of their own."""

    rows: int
    unread: int


def beside(out: Path) -> Path:
    """Where the rows go that cannot be read: beside the others, ``people-unread.parquet`` beside ``people.parquet``."""
    return out.with_name(f"{out.stem}-unread{out.suffix}")


def batch(
    source: Path,
    out: Path,
    today: date,
    *,
    columns: Sequence[str] = FIELDS,
    memory: str = "2GB",
    threads: int | None = None,
) -> Counted:
    """Answer every row of a Parquet or CSV file, and write it with the results behind it.

    :param out: a Parquet or CSV file, which appears once it is complete. Rows that cannot be read are written into the file
        ``beside(out)`` with the reason; where there are none, there is no such file.
    :param columns: the names of the columns with the day of the newest certification, the place (a code of GB/T 2260, an
        address or the path of a region) and the benefit, in this order. The last two need not be there.
    :param memory: what DuckDB may take. What does not fit goes to a folder beside ``out`` while it works.
    :param threads: as many as there are processors if not given.
    :raises InputError: for a file or a column that cannot be used, and if DuckDB is not installed.
    """
    for file in (source, out):
        if file.suffix.lower() not in _READERS:
            raise InputError("file", "kind", wording.warehouse.UNKNOWN_FILE)
    if out.exists() and source.exists() and out.samefile(source):
        raise InputError("out", "same", wording.warehouse.SAME_FILE)
    with connected() as engine:
        _limit(engine, out, memory, threads)
        return _Batch(engine, source, Lookup(today)).run(out, columns)


def _limit(engine: "DuckDBPyConnection", out: Path, memory: str, threads: int | None) -> None:
    import duckdb

    try:
        engine.execute("SET memory_limit = $memory", {"memory": memory})
    except duckdb.Error as error:
        raise InputError("memory", "unreadable", wording.warehouse.MEMORY) from error
    # The rows stream past the small tables, and not the other way round, also where they are few: so they keep their order.
    engine.execute("SET disabled_optimizers = 'join_order,build_side_probe_side'")
    engine.execute("SET temp_directory = $folder", {"folder": str(out.parent / f".{out.name}.spill")})
    engine.execute("SET threads = $threads", {"threads": threads or os.cpu_count() or 1})


class _Batch:
    """One file on its way through the engine."""

    def __init__(self, engine: "DuckDBPyConnection", source: Path, lookup: Lookup) -> None:
        self._engine = engine
        self._source = source
        self._lookup = lookup
        self._shapes: dict[tuple[str, str], int] = {}

    def run(self, out: Path, columns: Sequence[str]) -> Counted:
        import duckdb

        try:
            self._open()
            cells = self._cells(columns)
            self._understand(cells)
        except (duckdb.Error, UnicodeError) as error:
            raise InputError("file", "unreadable", wording.warehouse.cannot_read(str(self._source))) from error
        try:
            return self._write(out, cells)
        except (duckdb.Error, OSError) as error:
            raise InputError("out", "unwritable", wording.warehouse.cannot_write(str(out))) from error

    def _open(self) -> None:
        reader = _READERS[self._source.suffix.lower()].replace("$file", _quoted(str(self._source)))
        self._engine.execute(_TABLES)
        self._engine.execute(f"CREATE VIEW source AS FROM {reader}")

    def _cells(self, columns: Sequence[str]) -> dict[str, str]:
        """The text of each field, as SQL; days as they are written in ISO."""
        there = {name.lower(): name for name, *_ in self._ask("DESCRIBE source")}
        for result in RESULTS:
            if result in there:
                raise InputError("file", "column", wording.warehouse.column_taken(result))
        found = {}
        for field, wanted, usual in zip(FIELDS, columns, FIELDS, strict=True):
            name = there.get(wanted.lower())
            if name is None and field == "last":
                raise InputError("last", "column", wording.warehouse.no_last_column(wanted))
            if name is None and wanted != usual:
                raise InputError(field, "column", wording.warehouse.no_column(field, wanted))
            found[field] = f"coalesce(trim(source.{_named(name)}::VARCHAR), '')" if name else "''"
        return found

    def _understand(self, cells: dict[str, str]) -> None:
        """Fill the small tables from what the rows have in them."""
        days = {typed for typed in self._read_days(cells["last"]) if typed}
        self._read_spots(f"{cells['place']}, {cells['scheme']}")
        self._follow(days)

    def _read_days(self, cell: str) -> Iterator[TypedDay | None]:
        for piece in self._pieces(f"SELECT DISTINCT {cell} FROM source"):
            found = [self._lookup.day(text) for (text,) in piece]
            days = [None if isinstance(one, InputError) else one for one in found]
            faults = [one.message if isinstance(one, InputError) else None for one in found]
            self._insert(
                "INSERT INTO days SELECT unnest($1::VARCHAR[]), unnest($2::DATE[]), unnest($3::BOOLEAN[]),"
                " unnest($4::INTEGER[]), unnest($5::VARCHAR[])",
                [text for (text,) in piece],
                [one and one.day for one in days],
                [one and one.month_only for one in days],
                [one and one.weekday for one in days],
                faults,
            )
            yield from days

    def _read_spots(self, cells: str) -> None:
        for piece in self._pieces(f"SELECT DISTINCT {cells} FROM source"):
            found = [self._lookup.answer(place, scheme) for place, scheme in piece]
            known = [None if isinstance(one, InputError) else one for one in found]
            self._insert(
                "INSERT INTO spots SELECT unnest($1::VARCHAR[]), unnest($2::VARCHAR[]), unnest($3::INTEGER[]),"
                " unnest($4::VARCHAR[][]), unnest($5::VARCHAR[])",
                [place for place, _ in piece],
                [scheme for _, scheme in piece],
                [one and self._shapes.setdefault(one.shape, len(self._shapes)) for one in known],
                [list(one.basis) if one else None for one in known],
                [one.message if isinstance(one, InputError) else None for one in found],
            )

    def _follow(self, days: Iterable[TypedDay]) -> None:
        days = sorted(days, key=lambda typed: typed.day)
        for shape, number in self._shapes.items():
            found = [astuple(self._lookup.by_shape(shape, typed)) for typed in days]
            kinds = ("DATE", "DATE", "DATE", "INTEGER", "VARCHAR", "VARCHAR", "VARCHAR", "INTEGER")
            lists = ", ".join(
                f"unnest(${place}::{kind}[])" for place, kind in enumerate(("DATE", "BOOLEAN", "INTEGER", *kinds), 1)
            )
            self._insert(
                f"INSERT INTO outcomes SELECT {number}, {lists}",
                [typed.day for typed in days],
                [typed.month_only for typed in days],
                [typed.weekday for typed in days],
                *([row[place] for row in found] for place in range(len(kinds))),
            )

    def _write(self, out: Path, cells: dict[str, str]) -> Counted:
        """Write both files beside their names, and give them these once they are complete."""
        other = beside(out)
        unfinished = {file: file.with_name(f".{file.name}.part") for file in (out, other)}
        try:
            rows = self._copy(_ANSWERED.format(**cells), unfinished[out])
            query = self._unread(cells)
            unread = self._copy(query, unfinished[other]) if query else 0
            unfinished[out].replace(out)
            if unread:
                unfinished[other].replace(other)
            else:
                other.unlink(missing_ok=True)
        finally:
            for part in unfinished.values():
                part.unlink(missing_ok=True)
            with suppress(OSError):
                (out.parent / f".{out.name}.spill").rmdir()
        return Counted(rows, unread)

    def _unread(self, cells: dict[str, str]) -> str:
        """What finds the rows that could not be read, and nothing where no cell and no line is at fault."""
        torn = self._source.suffix.lower() == ".csv" and self._ask("SELECT count(*) FROM reject_errors") != [(0,)]
        faults = self._ask("SELECT (SELECT count(fault) FROM days) + (SELECT count(fault) FROM spots)") != [(0,)]
        unread = _UNREAD.format(**cells)
        if not torn:
            return unread if faults else ""
        lines = _TORN.replace("$torn", _quoted(wording.warehouse.TORN_LINE))
        return f"({unread}) UNION ALL BY NAME ({lines})"

    def _copy(self, query: str, file: Path) -> int:
        kind = _WRITERS[file.suffixes[-2].lower()]
        [[rows]] = self._ask(f"COPY ({query}) TO {_quoted(str(file))} ({kind})")
        return int(rows)

    def _ask(self, query: str) -> list[Any]:
        return self._engine.execute(query).fetchall()

    def _pieces(self, query: str) -> Iterator[list[Any]]:
        # A cursor of its own: what is read stays open while it is written elsewhere.
        cursor = self._engine.cursor().execute(query)
        while piece := cursor.fetchmany(_PIECE):
            yield piece

    def _insert(self, query: str, *lists: list[Any]) -> None:
        self._engine.execute(query, list(lists))


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _named(column: str) -> str:
    return '"' + column.replace('"', '""') + '"'
