"""Whether every engine gives every row what ``assess`` gives it."""

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from calculator import InputError, assess
from calculator.regions.divisions import division_of_code
from calculator.warehouse.engine import connected
from calculator.warehouse.fields import NOT_SAID

__all__ = ["COMPARED", "differing", "write_assessed"]

COMPARED = ("deadline", "grace_end", "safe_date", "status", "days_left")
"""The columns that every engine gives."""

_PIECE = 100_000


def write_assessed(people: Path, out: Path, today: date) -> None:
    """Write what ``assess`` says of each row as Parquet, with nothing where it refuses the day."""
    with connected() as engine:
        engine.execute(
            "CREATE TABLE assessed (id BIGINT, deadline DATE, grace_end DATE, safe_date DATE, status VARCHAR, days_left INTEGER)"
        )
        rows = engine.cursor().execute(f"SELECT id, last, place, scheme FROM '{people}'")
        while piece := rows.fetchmany(_PIECE):
            found = [_assessed(today, *row) for row in piece]
            kinds = ("BIGINT", "DATE", "DATE", "DATE", "VARCHAR", "INTEGER")
            lists = ", ".join(f"unnest(?::{kind}[])" for kind in kinds)
            engine.execute(
                f"INSERT INTO assessed SELECT {lists}", [list(column) for column in zip(*found, strict=True)]
            )
        engine.execute(f"COPY assessed TO '{out}' (FORMAT parquet)")


def _assessed(today: date, id: int, last: date, place: str | None, scheme: str | None) -> tuple[Any, ...]:
    division = division_of_code(place or "")
    try:
        found = assess(
            last,
            today,
            region=division.path if division else "",
            scheme="" if scheme in (None, NOT_SAID) else str(scheme),
        )
    except InputError:
        return id, *[None] * len(COMPARED)
    return id, found.deadline, found.grace_end, found.safe_date, str(found.status), found.days_left


def differing(assessed: Path, answers: Mapping[str, str]) -> dict[str, int]:
    """How many rows of each engine's are not as they were assessed, or are missing.

    :param answers: what DuckDB reads each engine's rows from, by the engine's name.
    """
    columns = ", ".join(COMPARED)
    with connected() as engine:
        return {
            name: int(
                engine.execute(
                    f"""SELECT count(*) FROM (SELECT id, {columns} FROM '{assessed}') a
FULL JOIN (SELECT id, {_as_they_are(COMPARED)} FROM {source}) b USING (id)
WHERE ({_of("a")}) IS DISTINCT FROM ({_of("b")})"""
                ).fetchall()[0][0]
            )
            for name, source in answers.items()
        }


def _as_they_are(columns: Iterable[str]) -> str:
    kinds = {"status": "VARCHAR", "days_left": "INTEGER"}
    return ", ".join(f"{name}::{kinds.get(name, 'DATE')} AS {name}" for name in columns)


def _of(table: str) -> str:
    return ", ".join(f"{table}.{name}" for name in COMPARED)
