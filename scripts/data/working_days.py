"""Turn the ``holidays`` package's calendar of China into the small file that the calculator reads:
``python -m scripts.data.working_days``, which ``scripts/setup`` runs, and ``hatch_build.py`` for a wheel.
"""

import json
from importlib.metadata import version
from pathlib import Path

__all__ = ["write"]

FIRST_YEAR, LAST_YEAR = 1990, 2102


def write(target: Path) -> None:
    """Write the working days of China from 1990 to 2102 to ``target``.

    A year counts as published when the package holds the State Council's notice for it. For the other years only the
    statutory holidays are certain, so only they are written.
    """
    from holidays.countries.china import China, ChinaStaticHolidays

    published = sorted(ChinaStaticHolidays.special_public_holidays)
    years = range(FIRST_YEAR, LAST_YEAR + 1)
    noticed = China(years=published)  # type: ignore[no-untyped-call]
    statutory = China(years=[year for year in years if year not in published], observed=False)  # type: ignore[no-untyped-call]
    days_off = [day for day in sorted({*noticed, *statutory}) if day.year in years and day.weekday() < 5]
    target.parent.mkdir(parents=True, exist_ok=True)
    data = {
        "origin": f"holidays {version('holidays')}",
        "published": published,
        "days_off": [day.isoformat() for day in days_off],
        "weekends_worked": [day.isoformat() for day in sorted(noticed.weekend_workdays)],
    }
    target.write_text(json.dumps(data, separators=(",", ":")) + "\n", encoding="utf-8")


if __name__ == "__main__":
    write(Path(__file__).resolve().parents[2] / "calculator" / "data" / "working_days.json")
