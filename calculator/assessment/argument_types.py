"""What ``assess`` takes, checked before anything is computed with it: a wrong type gets one sentence, not a traceback.

Tables bring days as text, as NumPy's days or as a moment with a zone, and numbers as floats. What says the same thing
is taken: a moment for its day, a float without a fraction for the whole number. What does not is refused by its name.
"""

from datetime import date, datetime
from operator import index
from typing import SupportsIndex

from calculator import wording
from calculator.counting.device_clock import BEIJING
from calculator.errors import InputError

__all__ = ["check_arguments", "day_given"]


def day_given(day: object, *, field: str) -> date:
    """The day of a ``date`` or a ``datetime``. A moment with a zone is taken to Beijing, whose calendar counts.

    :raises InputError: for anything else, pandas' ``NaT`` included, which calls itself a ``datetime``.
    """
    if isinstance(day, datetime) and day == day:
        try:
            return (day.astimezone(BEIJING) if day.tzinfo else day).date()
        except OverflowError:  # in the last hours of the year 9999
            return day.date()
    if isinstance(day, date) and not isinstance(day, datetime):
        return day
    raise InputError(field, "type", wording.errors.not_a_day(field, type(day).__name__))


def check_arguments(rule: object, grace_days: object, region: object, scheme: object) -> int | None:
    """The days of grace as a whole number, or ``None`` where the choice is left, after all four have been checked.

    :raises InputError: with a sentence that names the argument.
    """
    for field, value in (("rule", rule), ("region", region), ("scheme", scheme)):
        if not isinstance(value, str):
            raise InputError(field, "type", wording.errors.not_text(field, type(value).__name__))
    return None if grace_days is None else _whole(grace_days)


def _whole(number: object) -> int:
    if isinstance(number, float) and number.is_integer():
        return int(number)
    if isinstance(number, SupportsIndex) and not isinstance(number, bool):
        return index(number)
    raise InputError("grace", "type", wording.errors.not_whole_days("grace_days", type(number).__name__))
