"""The days that the calculator answers for. All are days of the Gregorian calendar."""

from datetime import date

from calculator import wording
from calculator.assessment.argument_types import day_given
from calculator.errors import InputError

__all__ = ["EARLIEST", "LATEST", "check_day"]

EARLIEST = date(1990, 1, 1)
LATEST = date(2100, 12, 31)


def check_day(day: date, *, field: str) -> date:
    """The day itself, if it is one of those supported: 1990-01-01 to 2100-12-31, both inclusive.

    A moment is taken as its day, in Beijing where it has a zone.

    :raises InputError: if it is not, or is no day at all.
    """
    day = day_given(day, field=field)
    if day < EARLIEST:
        raise InputError(field, "too-early", wording.errors.day_too_early(day))
    if day > LATEST:
        raise InputError(field, "too-late", wording.errors.day_too_late(day))
    return day
