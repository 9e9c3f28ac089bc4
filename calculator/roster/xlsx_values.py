"""What a cell of a workbook shows, as near as text comes: days as ISO dates, numbers with all their digits.

A number is a day only by the format of its cell, and a format is a day's only where the number can be a day: an identity
number in such a cell stays the number that it is.
"""

import re
from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from enum import Enum

__all__ = ["Shown", "shown_as", "value_text"]

_WHOLE = re.compile(r"-?\d+", re.ASCII)
_DECIMAL = re.compile(r"(-?\d{1,15})\.0+", re.ASCII)
_LAST_SERIAL = 2_958_466
"""The day after 9999-12-31, where the days of Excel end."""
_LEAP_DAY_THAT_WAS_NONE = 60
_SECONDS = 86_400
_MOST_DIGITS = 40


class Shown(Enum):
    """How a cell shows a number."""

    NUMBER = "number"
    DAY = "day"
    TIME = "time"
    HOURS = "hours"
    """Hours that may be more than 24."""


_BUILT_IN: Mapping[int, Shown] = {
    **dict.fromkeys(
        (*range(14, 18), 22, *range(27, 32), 36, *range(50, 55), 57, 58, *range(71, 76), 79, 80), Shown.DAY
    ),
    **dict.fromkeys((*range(18, 22), *range(32, 36), 45, 47, 55, 56, 76, 77, 78, 81), Shown.TIME),
    46: Shown.HOURS,
}
"""The formats that workbooks use without writing them down, Chinese and Thai ones included (ECMA-376, 18.8.30)."""

_NOT_SHOWN = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]', re.IGNORECASE)
_GENERAL = re.compile("general|standard|g/通用格式|通用格式", re.IGNORECASE)


def shown_as(format_id: int, code: str | None) -> tuple[Shown, int]:
    """How a number format shows a number, and how many digits it shows at least.

    >>> shown_as(200, "yyyy年m月d日;@"), shown_as(201, "0000000000"), shown_as(14, None)
    ((<Shown.DAY: 'day'>, 0), (<Shown.NUMBER: 'number'>, 10), (<Shown.DAY: 'day'>, 0))
    """
    if code is None:
        return _BUILT_IN.get(format_id, Shown.NUMBER), 0
    plain = _GENERAL.sub("", _NOT_SHOWN.sub("", code.partition(";")[0])).lower()
    if re.search(r"\[[hms]+\]", plain):
        return Shown.HOURS, 0
    if re.search("[ydg]|(?<![0#?])e", plain):
        return Shown.DAY, 0
    if re.search("[hs]", plain):
        return Shown.TIME, 0
    if "m" in plain:
        return Shown.DAY, 0
    return Shown.NUMBER, len(plain) if re.fullmatch("0{2,20}", plain) else 0


def value_text(text: str, shown: Shown, digits: int = 0, *, system_1904: bool = False) -> str:
    """The number that a cell holds, as the cell shows it; what is no number stays as it is.

    >>> value_text("45981", Shown.DAY), value_text("500123199005132245", Shown.DAY), value_text("2.50", Shown.NUMBER)
    ('2025-11-20', '500123199005132245', '2.5')
    """
    if shown is not Shown.NUMBER and (moment := _moment(text, shown, system_1904=system_1904)):
        return moment
    if _WHOLE.fullmatch(text):
        return text.zfill(digits) if digits else text
    if match := _DECIMAL.fullmatch(text):
        return match[1]
    return _number(text)


def _number(text: str) -> str:
    """A number as a spreadsheet shows it in a wide cell: fifteen digits, never with an exponent where it is whole."""
    try:
        number = Decimal(text.strip())
        if not number.is_finite():
            return text
        rounded = (
            number.normalize() if len(number.as_tuple().digits) <= 15 else Decimal(f"{float(number):.15g}").normalize()
        )
        if not -_MOST_DIGITS < rounded.adjusted() < _MOST_DIGITS:
            return text
        return format(rounded, "f")
    except (InvalidOperation, OverflowError, ValueError):
        return text


def _moment(text: str, shown: Shown, *, system_1904: bool) -> str:
    """A day, a time or both; "" where the number can be neither."""
    try:
        serial = float(text)
    except ValueError:
        return ""
    if not 0 <= serial < _LAST_SERIAL:
        return ""
    # The last moment of a day belongs to it, and not to the next.
    days, rest = divmod(round(serial * _SECONDS * 1000), _SECONDS * 1000)
    seconds = min(round(rest / 1000), _SECONDS - 1)
    time = f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"
    if shown is Shown.HOURS:
        return f"{days * 24 + seconds // 3600}{time[2:]}"
    if days == 0 and not system_1904:
        return time if seconds or shown is Shown.TIME else ""
    day = _day(days, system_1904=system_1904)
    return f"{day} {time}".removesuffix(" 00:00:00") if day else ""


def _day(serial: int, *, system_1904: bool) -> str:
    if system_1904:
        found = date(1904, 1, 1) + timedelta(days=serial) if serial < _LAST_SERIAL - 1462 else None
    elif serial == _LEAP_DAY_THAT_WAS_NONE:
        found = None
    else:
        found = date(1899, 12, 30 if serial > _LEAP_DAY_THAT_WAS_NONE else 31) + timedelta(days=serial)
    return found.isoformat() if found else ""
