"""The lunar date (农历) beside the solar one, as old people's wall calendars have it."""

from datetime import date

from lunardate import LunarDate

__all__ = ["LAST_KNOWN", "lunar_in_words"]

LAST_KNOWN = date(2100, 2, 8)
"""The last day of lunar 2099, where the library's tables end; after it, it counts wrongly without an error."""

_MONTHS = ("正", "二", "三", "四", "五", "六", "七", "八", "九", "十", "冬", "腊")
_NUMBERS = "一二三四五六七八九十"


def lunar_in_words(day: date) -> str:
    """农历二月初五, 农历闰六月十五; empty for a day after ``LAST_KNOWN``.

    >>> lunar_in_words(date(2026, 2, 17))
    '农历正月初一'
    """
    if day > LAST_KNOWN:
        return ""
    lunar = LunarDate.from_solar_date(day.year, day.month, day.day)
    leap = "闰" if lunar.is_leap_month else ""
    return f"农历{leap}{_MONTHS[lunar.month - 1]}月{_day(lunar.day)}"


def _day(number: int) -> str:
    """初一 to 三十"""
    if number % 10 == 0:
        return ("初十", "二十", "三十")[number // 10 - 1]
    return "初十廿"[number // 10] + _NUMBERS[number % 10 - 1]
