"""Days as people write them in Chinese, read.

All days are days of the Gregorian calendar.
"""

import re
import unicodedata
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from calculator import wording
from calculator.assessment.supported_days import check_day
from calculator.errors import InputError

__all__ = ["TypedDay", "parse_day"]

_SEPARATOR = r"\s*(?:[-/.、,_年 ]|\s)\s*"
_MONTH_SEPARATOR = r"\s*(?:[-/.、,_月 ]|\s)\s*"
_REST = r"(?:\s*[(]?(?:星期|周)[一二三四五六日天][)]?)?(?:[ T]*\d{1,2}[:时]\d{1,2}(?:[:分]\d{1,2}秒?|分)?(?:\.\d+)?)?"
_DAY = re.compile(rf"(\d{{4}}){_SEPARATOR}(\d{{1,2}}){_MONTH_SEPARATOR}(\d{{1,2}})\s*[日号]?{_REST}", re.ASCII)
_COMPACT_DAY = re.compile(rf"(\d{{4}})(\d{{2}})(\d{{2}}){_REST}", re.ASCII)
_MONTH = re.compile(rf"(\d{{4}}){_SEPARATOR}(\d{{1,2}})\s*月?(?:份)?", re.ASCII)
_COMPACT_MONTH = re.compile(r"(\d{4})(\d{2})", re.ASCII)
_LONGEST = 60
"""Characters of a day with a weekday and a time. What is longer is none, and would take the patterns long to refuse."""
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−－", "-") | dict.fromkeys("。．·", "."))


@dataclass(frozen=True, slots=True)
class TypedDay:
    """A day read from text. ``month_only`` says that only a month was typed and ``day`` is the first of it."""

    day: date
    month_only: bool = False


def parse_day(text: str, *, field: str = "last", today: date | None = None) -> TypedDay:
    """Read a day, or a month, as people type it.

    Understood are 2025-3-5, 2025/3/5, 2025.3.5, 20250305, 2025年3月5日, 2025年3月5号 and 2025年3月, in half-width or
    full-width characters, with spaces around them, and with a weekday or a time of day behind them, as apps show it.

    With ``today`` a later day is refused. The faults are looked for in this order, and only the first is told:
    nothing typed, not a date, a day that no calendar has, before 1990, after 2100, in the future.

    :raises InputError: with a sentence that says what to type.
    """
    plain = unicodedata.normalize("NFKC", text).translate(_DASHES).strip()
    if not plain:
        raise InputError(field, "empty", wording.errors.day_empty(field))
    if len(plain) > _LONGEST:
        raise InputError(field, "unreadable", wording.errors.day_unreadable(text.strip()))
    if match := _DAY.fullmatch(plain) or _COMPACT_DAY.fullmatch(plain):
        year, month, number = (int(part) for part in match.groups())
        month_only = False
    elif match := _MONTH.fullmatch(plain) or _COMPACT_MONTH.fullmatch(plain):
        year, month, number = int(match[1]), int(match[2]), 1
        month_only = True
    else:
        year = 0
    if not year:
        raise InputError(field, "unreadable", wording.errors.day_unreadable(text.strip()))
    if not 1 <= month <= 12:
        raise InputError(field, "impossible", wording.errors.no_such_month(month))
    length = monthrange(year, month)[1]
    if not 1 <= number <= length:
        raise InputError(field, "impossible", wording.errors.no_such_day(year, month, number, length))
    day = check_day(date(year, month, number), field=field)
    if today is not None and day > today:
        raise InputError(field, "future", wording.errors.day_in_future(day, today))
    return TypedDay(day, month_only)
