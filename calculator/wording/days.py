"""Days in words, in the Gregorian calendar."""

from datetime import date

WEEKDAYS = tuple(f"星期{name}" for name in "一二三四五六日")
"""From Monday, as Python counts them."""


DAY_TEMPLATE = "{year}年{month}月{day}日"
"""A day, for scripts that know its numbers and no word."""


def day_in_words(day: date) -> str:
    """2026年3月15日"""
    return DAY_TEMPLATE.format(year=day.year, month=day.month, day=day.day)


def month_in_words(day: date) -> str:
    """2026年3月"""
    return f"{day.year}年{day.month}月"


def example_day(last: date, *, by_month: bool) -> str:
    """A certification in a notice's example: 2022年3月, where the notice gives the month alone, or the whole day."""
    return month_in_words(last) if by_month and last.day == 1 else day_in_words(last)


def weekday(day: date) -> str:
    """星期日"""
    return WEEKDAYS[day.weekday()]


def with_weekday(day: date) -> str:
    """2026年3月15日（星期日）"""
    return f"{day_in_words(day)}（{weekday(day)}）"


def days_left_in_words(days_left: int) -> str:
    if days_left > 0:
        return f"还有{days_left}天"
    if days_left == 0:
        return "就是今天"
    return f"已经过了{-days_left}天"


def stretch_in_words(start: tuple[int, int], end: tuple[int, int]) -> str:
    """1月1日到6月30日"""
    return f"{start[0]}月{start[1]}日到{end[0]}月{end[1]}日"


def month_days_in_words(start: int, end: int) -> str:
    """每月1日到15日"""
    return f"每月{start}日到{end}日"


def month_and_day(day: date) -> str:
    """4月1日"""
    return f"{day.month}月{day.day}日"
