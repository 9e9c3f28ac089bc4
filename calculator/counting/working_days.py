"""The last day on or before a deadline on which an office is open.

The days come from ``data/working_days.json``, which ``scripts/data/working_days.py`` makes from the ``holidays`` package
when this package is built: the State Council's yearly calendar of days off and of weekends worked, as far as it was
known then, and for later years the statutory holidays alone. The deadline itself never moves (F025, F144).
"""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from calculator.data.read_json import read_json
from calculator.errors import MissingDataError

__all__ = ["OfficeDay", "WorkingDays", "last_working_day", "working_days"]


@dataclass(frozen=True, slots=True)
class OfficeDay:
    """A day on which offices are open. ``published`` says whether its year's calendar was known to this package."""

    day: date
    published: bool


@dataclass(frozen=True, slots=True)
class WorkingDays:
    """The exceptions from “Monday to Friday”: days off on weekdays, and weekend days that are worked."""

    published: frozenset[int]
    days_off: frozenset[date]
    weekends_worked: frozenset[date]
    origin: str

    def is_working(self, day: date) -> bool:
        """Whether offices are open on ``day``."""
        if day.weekday() >= 5:
            return day in self.weekends_worked
        return day not in self.days_off


@cache
def working_days() -> WorkingDays:
    """The calendar that came with this package.

    :raises MissingDataError: if it did not come, because this is a checkout that nobody has set up.
    """
    try:
        data = read_json("calculator", "data/working_days.json")
    except OSError as error:
        raise MissingDataError("缺少放假安排的资料，请先运行 scripts/setup") from error
    return WorkingDays(
        published=frozenset(data["published"]),
        days_off=frozenset(map(date.fromisoformat, data["days_off"])),
        weekends_worked=frozenset(map(date.fromisoformat, data["weekends_worked"])),
        origin=data["origin"],
    )


def last_working_day(deadline: date) -> OfficeDay:
    """The last day on or before ``deadline`` on which an office is open."""
    calendar = working_days()
    day = deadline
    while not calendar.is_working(day):
        day -= timedelta(days=1)
    return OfficeDay(day, {day.year, deadline.year} <= calendar.published)
