"""Days as people write them in Chinese, read.

All days are days of the Gregorian calendar.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date

from calculator import wording
from calculator.assessment.supported_days import check_day
from calculator.errors import InputError
from calculator.reading.asked_days import ask_about_the_only_one, typed_day
from calculator.reading.weekdays import without_weekday
from calculator.reading.written_days import refuse_what_is_to_come, shown, visible

__all__ = ["TypedDay", "parse_day", "read_day"]

_SEPARATOR = r"\s*(?:[-/.、,_年 ]|\s)\s*"
_MONTH_SEPARATOR = r"\s*(?:[-/.、,_月 ]|\s)\s*"
_REST = r"(?:[ T]*\d{1,2}[:时]\d{1,2}(?:[:分]\d{1,2}秒?|分)?(?:\.\d+)?)?"
_DAY = re.compile(rf"(\d{{4}}){_SEPARATOR}(\d{{1,2}}){_MONTH_SEPARATOR}(\d{{1,2}})\s*[日号]?{_REST}", re.ASCII)
_COMPACT_DAY = re.compile(rf"(\d{{4}})(\d{{2}})(\d{{2}}){_REST}", re.ASCII)
_MONTH = re.compile(rf"(\d{{4}}){_SEPARATOR}(\d{{1,2}})\s*月?(?:份)?", re.ASCII)
_COMPACT_MONTH = re.compile(r"((?:19|20|21)\d{2})(0[1-9]|1[0-2])", re.ASCII)
_LONGEST = 60
"""Characters of a day with a weekday and a time. What is longer is none, and would take the patterns long to refuse."""
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−－", "-") | dict.fromkeys("。．·", "."))


@dataclass(frozen=True, slots=True)
class TypedDay:
    """A day read from text. ``month_only`` says that only a month was typed and ``day`` is the first of it; ``weekday`` is
    that which was typed with it, from Monday as 0, where it is another than that of the day."""

    day: date
    month_only: bool = False
    weekday: int | None = None

    def beside(self, weekday: int | None) -> TypedDay:
        """The same day, with this weekday written beside it."""
        if weekday is None or self.month_only or weekday == self.day.weekday():
            return self
        return replace(self, weekday=weekday)


def parse_day(text: str, *, field: str = "last", today: date | None = None, near: date | None = None) -> TypedDay:
    """Read a day, or a month, as people type it.

    Understood are 2025-3-5, 2025/3/5, 2025.3.5, 20250305, 2025年3月5日, 2025年3月5号, 二〇二五年三月五日 and 2025年3月, in
    half-width or full-width characters, with spaces around them, with a weekday or a time of day behind them, as apps
    show it, with the full stop of a dictation, and with characters between them that nobody sees.

    A weekday that is not that of the day is asked about, for the day may be mistyped: ``read_day`` leaves that to its caller.

    With ``today`` a later day is refused. The faults are looked for in this order, and only the first is told:
    nothing typed, a day that leaves something open, not a date, a day that no calendar has, before 1990, after 2100, in
    the future, of another weekday.

    :param near: the day from which a year that was left out is guessed, to ask whether it is meant; ``today`` if not given.
    :raises InputError: with a sentence that says what to type, or asks.
    """
    typed = read_day(text, field=field, today=today, near=near)
    if typed.weekday is not None:
        meant = wording.written_days.named(typed.day)
        raise InputError(field, "weekday", wording.written_days.which_weekday(visible(text), typed.day), (meant,))
    return typed


def read_day(text: str, *, field: str = "last", today: date | None = None, near: date | None = None) -> TypedDay:
    """The same, where what is said of the ``weekday`` is the caller's."""
    seen, weekday = without_weekday(visible(text))
    plain = seen.translate(_DASHES)
    if not plain:
        raise InputError(field, "empty", wording.errors.day_empty(field))
    found = _plain(plain) or _plain(typed_day(seen, field=field, near=near or today, until=today))
    if found is None:
        if len(plain) <= _LONGEST:
            ask_about_the_only_one(plain, field, today)
        raise InputError(field, "unreadable", wording.errors.day_unreadable(shown(text)))
    year, month, number = found
    if not 1 <= month <= 12:
        raise InputError(field, "impossible", wording.errors.no_such_month(month))
    length = monthrange(year, month)[1]
    if number is not None and not 1 <= number <= length:
        raise InputError(field, "impossible", wording.errors.no_such_day(year, month, number, length))
    day = check_day(date(year, month, 1 if number is None else number), field=field)
    refuse_what_is_to_come(day, today, field)
    return TypedDay(day, number is None).beside(weekday)


def _plain(plain: str) -> tuple[int, int, int | None] | None:
    """Year, month and day, and none for the day where only a month is written; nothing where it is no day."""
    if len(plain) > _LONGEST:
        return None
    match = _DAY.fullmatch(plain) or _COMPACT_DAY.fullmatch(plain)
    if match is None:
        match = _MONTH.fullmatch(plain) or _COMPACT_MONTH.fullmatch(plain)
    if match is None or not int(match[1]):
        return None
    year, month, *number = (int(part) for part in match.groups())
    return year, month, number[0] if number else None
