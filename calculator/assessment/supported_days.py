"""The days that the calculator answers for. All are days of the Gregorian calendar."""

from datetime import date, datetime

from calculator import wording
from calculator.errors import InputError

__all__ = ["EARLIEST", "LATEST", "check_day"]

EARLIEST = date(1990, 1, 1)
LATEST = date(2100, 12, 31)


def check_day(day: date, *, field: str) -> date:
    """The day itself, if it is one of those supported: 1990-01-01 to 2100-12-31, both inclusive.

    :raises InputError: if it is not.
    """
    if isinstance(day, datetime):
        day = day.date()
    if day < EARLIEST:
        raise InputError(field, "too-early", wording.errors.day_too_early(day))
    if day > LATEST:
        raise InputError(field, "too-late", wording.errors.day_too_late(day))
    return day
