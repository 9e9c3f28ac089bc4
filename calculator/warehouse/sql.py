"""The deadline as a join: one query, written down for the engines that people have, with what each spells in its own way.

A table ``people`` has ``last`` (a date), ``place`` (a code of ``places.csv``) and ``scheme`` (a benefit as it stands there).
Three look-ups in one table give the deadline, the last day of grace and the safe date; the rest is arithmetic.
"""

from datetime import date
from enum import StrEnum

from calculator.counting.status import DUE_SOON_DAYS, Status
from calculator.warehouse.fields import DEADLINES, NO_PLACE, NOT_SAID, PLACES, Layout

__all__ = ["Engine", "answer_query", "load_statements"]


class Engine(StrEnum):
    """An engine that the query is written down for."""

    DUCKDB = "duckdb"
    POSTGRESQL = "postgresql"
    SPARK = "spark"


_DAYS_BETWEEN = {
    Engine.DUCKDB: "date_diff('day', {today}, {day})",
    Engine.POSTGRESQL: "{day} - {today}",
    Engine.SPARK: "datediff({day}, {today})",
}
"""How each engine says how many days lie between today and a day, negative where it has gone by."""


def answer_query(engine: Engine, today: date, people: str = "people") -> str:
    """The query that gives each of ``people``'s rows its ``deadline``, ``grace_end``, ``safe_date``, ``days_left`` and
    ``status``, which are those of ``assess``.

    A row without a place or a benefit is answered as one of which nothing is known. Rows whose place or benefit is not one of
    ``places.csv``, and whose day is in the future or is no supported day, come without a deadline: who looks for NULL loses
    nobody.

    Of the millions of rows of ``deadlines``, which fit into a small file, it takes only the days that occur: an engine that goes
    by the size of the file would send all of them to every executor.

    :param people: the name of the table, or a query in brackets.
    """
    day = f"DATE '{today.isoformat()}'"
    left = _DAYS_BETWEEN[engine].format(today=day, day="due.deadline")
    return f"""WITH days AS (
  SELECT counting, last, deadline FROM deadlines
  WHERE last <= {day} AND last >= (SELECT min(last) FROM {people} AS people)
)
SELECT people.*,
  due.deadline,
  grace.deadline AS grace_end,
  safe.deadline AS safe_date,
  {left} AS days_left,
  CASE
    WHEN due.deadline IS NULL THEN NULL
    WHEN {day} > grace.deadline THEN '{Status.SUSPENDED}'
    WHEN {day} > due.deadline THEN '{Status.IN_GRACE}'
    WHEN {day} = due.deadline THEN '{Status.LAST_DAY}'
    WHEN {left} <= {DUE_SOON_DAYS} THEN '{Status.DUE_SOON}'
    ELSE '{Status.ON_TIME}'
  END AS status
FROM {people} AS people
LEFT JOIN places
  ON places.code = coalesce(nullif(people.place, ''), '{NO_PLACE}')
  AND places.scheme = coalesce(nullif(people.scheme, ''), '{NOT_SAID}')
LEFT JOIN days AS due
  ON due.counting = places.counting AND due.last = people.last
LEFT JOIN days AS grace
  ON grace.counting = places.grace AND grace.last = due.last
LEFT JOIN days AS safe
  ON safe.counting = places.safe AND safe.last = due.last"""


def load_statements(engine: Engine, folder: str) -> tuple[str, ...]:
    """What makes the tables ``places`` and ``deadlines`` out of a folder with the data package.

    PostgreSQL reads no Parquet: there ``deadlines.csv``, which DuckDB writes of it, must lie beside.
    """
    places, deadlines = f"{folder}/{PLACES.file}", f"{folder}/{DEADLINES.file}"
    match engine:
        case Engine.DUCKDB:
            return (
                f"CREATE TABLE places AS FROM read_csv('{places}', all_varchar = true)",
                f"CREATE VIEW deadlines AS FROM read_parquet('{deadlines}')",
            )
        case Engine.SPARK:
            return (
                f"CREATE TEMPORARY VIEW places USING csv OPTIONS (path '{places}', header 'true')",
                f"CREATE TEMPORARY VIEW deadlines USING parquet OPTIONS (path '{deadlines}')",
            )
        case _:
            return (
                _create(PLACES),
                f"COPY places FROM '{places}' (FORMAT csv, HEADER)",
                _create(DEADLINES),
                f"COPY deadlines FROM '{folder}/{DEADLINES.name}.csv' (FORMAT csv, HEADER)",
                "ANALYZE places, deadlines",
            )


def _create(layout: Layout) -> str:
    columns = ", ".join(f"{one.name} {'date' if one.type == 'date' else 'text'}" for one in layout.fields)
    return f"CREATE TABLE {layout.name} ({columns}, PRIMARY KEY ({', '.join(layout.key)}))"
