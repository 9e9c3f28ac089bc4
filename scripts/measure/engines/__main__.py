"""Answer the same people with every engine and compare row by row: ``python -m scripts.measure.engines [ROWS] [--scaling]``.

It needs the data package (``scripts/build`` makes it) and what ``scripts/setup-debian test`` installs. What it prints stands
in ``docs/developers/warehouse.md``.
"""

import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from calculator.warehouse.batch import batch, beside
from calculator.warehouse.engine import connected
from calculator.warehouse.sql import Engine, answer_query, load_statements
from scripts.measure.engines.agreement import differing, write_assessed
from scripts.measure.engines.people import write_people
from scripts.measure.engines.postgresql import answer_with_postgresql
from scripts.measure.engines.spark import answer_by_map, answer_by_query, running_spark
from scripts.settings.paths import DATA

__all__ = ["agreement", "main"]


def agreement(
    rows: int, today: date, package: Path, folder: Path, tell: Callable[[str, float], None]
) -> dict[str, int]:
    """How many rows differ from what ``assess`` says, by engine.

    :param package: the data package, as it was made for ``today``.
    :param folder: for what the engines write.
    :param tell: is told what each needed, in seconds.
    """
    people, assessed = folder / "people.parquet", folder / "assessed.parquet"
    write_people(people, rows, today)

    def timed(name: str, action: Callable[[], object]) -> None:
        start = time.monotonic()
        action()
        tell(name, time.monotonic() - start)

    timed("assess, row by row", lambda: write_assessed(people, assessed, today))
    batched = folder / "batch.parquet"
    timed("python -m calculator batch", lambda: batch(people, batched, today))
    timed("DuckDB, SQL alone", lambda: _answer_with_duckdb(people, package, folder / "duckdb.parquet", today))
    timed("PostgreSQL", lambda: answer_with_postgresql(people, package, folder / "postgresql.csv", today))
    with running_spark(2, folder) as session:
        timed("Spark, SQL alone", lambda: answer_by_query(session, people, package, folder / "query", today))
        timed("Spark, mapInArrow", lambda: answer_by_map(session, people, folder / "map", today))
    unread = f"SELECT id, NULL AS deadline, NULL AS grace_end, NULL AS safe_date, NULL AS status, NULL AS days_left FROM '{beside(batched)}'"
    columns = "id, deadline, grace_end, safe_date, status, days_left"
    return differing(
        assessed,
        {
            "batch": f"(SELECT {columns} FROM '{batched}' UNION ALL {unread})",
            "duckdb": f"'{folder}/duckdb.parquet'",
            "postgresql": f"'{folder}/postgresql.csv'",
            "spark sql": f"'{folder}/query/*.parquet'",
            "spark mapInArrow": f"'{folder}/map/*.parquet'",
        },
    )


def _answer_with_duckdb(people: Path, package: Path, out: Path, today: date) -> None:
    with connected() as engine:
        for statement in load_statements(Engine.DUCKDB, str(package)):
            engine.execute(statement)
        engine.execute(f"CREATE VIEW people AS FROM '{people}'")
        engine.execute(f"COPY ({answer_query(Engine.DUCKDB, today)}) TO '{out}' (FORMAT parquet)")


def scaling(rows: int, today: date, executors: int, folder: Path) -> float:
    """Seconds that ``mapInArrow`` needs on so many executors, once each of them has started its Python."""
    people = folder / "people.parquet"
    write_people(people, rows, today)
    with running_spark(executors, folder) as session:
        answer_by_map(session, people, folder / f"warm-{executors}", today)
        start = time.monotonic()
        answer_by_map(session, people, folder / f"map-{executors}", today)
        return time.monotonic() - start


def main() -> None:
    """Compare, and say so; with ``--scaling`` measure one executor and two."""
    numbers = [int(one) for one in sys.argv[1:] if one.isdigit()]
    rows = numbers[0] if numbers else 1_000_000
    created = (DATA / "datapackage.json").read_text(encoding="utf-8").partition('"created": "')[2][:10]
    today = date.fromisoformat(created)
    if "--scaling" in sys.argv:
        for executors in (1, 2):
            with TemporaryDirectory() as folder:
                seconds = scaling(rows, today, executors, Path(folder))
            print(f"{executors} executors: {seconds:.1f} s, {rows / seconds:,.0f} rows a second", flush=True)
        return
    with TemporaryDirectory() as folder:
        found = agreement(
            rows,
            today,
            DATA,
            Path(folder),
            lambda name, seconds: print(f"{name}: {seconds:.1f} s", flush=True),
        )
    for name, count in found.items():
        print(f"{name}: {count} of {rows:,} rows differ")
    raise SystemExit(any(found.values()))


if __name__ == "__main__":
    main()
