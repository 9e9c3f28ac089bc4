"""What day it is by the clock of a device, and whether that can be right.

A page knows the day on which it was made. No visit is earlier than that, and a page that is much older is seldom met.
"""

from datetime import date, datetime, timedelta, timezone
from enum import StrEnum

__all__ = ["BEIJING", "Doubt", "beijing_today", "doubt", "sure_until"]

BEIJING = timezone(timedelta(hours=8))
"""The zone whose calendar counts, all over the country."""

_MARGIN = timedelta(days=366)


def beijing_today() -> date:
    """Today's date in Beijing, wherever this device is. Only the outermost layer asks; all else is told."""
    return datetime.now(BEIJING).date()


class Doubt(StrEnum):
    """Why the date is doubted."""

    EARLY = "early"
    """It lies before the day on which the page was made."""

    LATE = "late"
    """It lies more than a year after that day; if it is right, the page is old."""


def doubt(today: date, made: date) -> Doubt | None:
    """What speaks against ``today`` on a page that was ``made`` on that day.

    >>> doubt(date(2025, 11, 25), made=date(2026, 11, 25))
    <Doubt.EARLY: 'early'>
    >>> doubt(date(2027, 11, 26), made=date(2026, 11, 25)) is None
    True
    """
    if today < made:
        return Doubt.EARLY
    return Doubt.LATE if today > sure_until(made) else None


def sure_until(made: date) -> date:
    """The last day on which a page that was ``made`` then is not too old to be met."""
    return made + _MARGIN
