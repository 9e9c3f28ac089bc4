"""People who do not exist, as many as are wanted: any county, any benefit, any day of the last two years."""

from datetime import date
from pathlib import Path

from calculator.regions.divisions import divisions
from calculator.warehouse.engine import connected
from calculator.warehouse.fields import SCHEMES_IN_PLACES

__all__ = ["write_people"]


def write_people(file: Path, rows: int, today: date, days: int = 730) -> None:
    """Write a table with ``id``, ``last``, ``place`` and ``scheme`` as Parquet; the same one for the same arguments.

    One row in a hundred is of a day to come, and one in a hundred has no place, or no benefit.
    """
    codes = [one.code for one in divisions()]
    with connected() as engine:
        engine.execute(
            f"""COPY (
  SELECT id, $today::DATE - (hash(id) % $days)::INTEGER + (CASE WHEN hash(id, 5) % 100 = 0 THEN $days ELSE 0 END) AS last,
    CASE WHEN hash(id, 1) % 100 = 0 THEN NULL ELSE $codes[1 + (hash(id, 2) % len($codes))::INTEGER] END AS place,
    CASE WHEN hash(id, 3) % 100 = 0 THEN NULL ELSE $schemes[1 + (hash(id, 4) % len($schemes))::INTEGER] END AS scheme
  FROM range($rows) t(id)
) TO '{file}' (FORMAT parquet)""",
            {"today": today, "days": days, "codes": codes, "schemes": list(SCHEMES_IN_PLACES), "rows": rows},
        )
