"""Turn the ``lunar_python`` package's months into the small file that the calculator reads:
``python -m scripts.data.lunar_months``, which ``scripts/setup`` runs, and ``hatch_build.py`` for a wheel.
"""

import json
from datetime import date, timedelta
from importlib.metadata import version
from pathlib import Path

__all__ = ["write"]

FIRST, LAST = date(1989, 12, 28), date(2102, 12, 31)
"""A first day of a month before every supported day, and a day behind every deadline that follows from one."""


def write(target: Path) -> None:
    """Write the lunar months from ``FIRST`` until ``LAST`` is in one of them.

    Each is a number: a hundred times the month, and its days; negative if it is a leap month.
    """
    from lunar_python import Solar

    months = []
    day = FIRST
    while day <= LAST:
        month = Solar.fromYmd(day.year, day.month, day.day).getLunar().getMonth()
        after = day + timedelta(days=30)
        length = 30 if Solar.fromYmd(after.year, after.month, after.day).getLunar().getDay() == 1 else 29
        months.append((abs(month) * 100 + length) * (-1 if month < 0 else 1))
        day += timedelta(days=length)
    target.parent.mkdir(parents=True, exist_ok=True)
    data = {"origin": f"lunar_python {version('lunar_python')}", "first": FIRST.isoformat(), "months": months}
    target.write_text(json.dumps(data, separators=(",", ":")) + "\n", encoding="utf-8")


if __name__ == "__main__":
    write(Path(__file__).resolve().parents[2] / "calculator" / "data" / "lunar_months.json")
