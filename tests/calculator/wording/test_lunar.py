"""The lunar date beside the solar one."""

from collections.abc import Callable
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import borax.calendars.lunardate as borax
import lunardate
import pytest

from calculator.assessment.supported_days import EARLIEST, LATEST
from calculator.wording.lunar import lunar_in_words

LUNARDATE_KNOWS = date(2100, 2, 8)
"""Its tables end there."""


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 2, 16), "农历腊月廿九"),  # the eve of the new year 2026
        (date(2026, 2, 17), "农历正月初一"),  # Spring Festival
        (date(2026, 2, 26), "农历正月初十"),
        (date(2026, 3, 3), "农历正月十五"),  # Lantern Festival
        (date(2026, 3, 8), "农历正月二十"),
        (date(2026, 6, 19), "农历五月初五"),  # Dragon Boat Festival
        (date(2026, 9, 25), "农历八月十五"),  # Mid-Autumn Festival
        (date(2025, 8, 1), "农历闰六月初八"),
        (date(2025, 12, 20), "农历冬月初一"),
        (date(2100, 2, 8), "农历腊月三十"),
    ],
)
def test_festivals_fall_where_calendars_have_them(day: date, words: str) -> None:
    assert lunar_in_words(day) == words


ALMANACS = (
    lambda day: borax.LunarDate.from_solar_date(day.year, day.month, day.day),
    lambda day: lunardate.LunarDate.from_solar_date(day.year, day.month, day.day),
)
NEW_MOON_NEAR_MIDNIGHT = {date(2057, 9, 28), date(2089, 9, 4), date(2097, 8, 7)}
"""In these months the almanacs differ by a day, and ours is with one of the other two."""


def told(almanac: Callable[[date], Any], day: date) -> str:
    lunar = almanac(day)
    leap = getattr(lunar, "is_leap_month", getattr(lunar, "leap", 0))
    month = "正二三四五六七八九十冬腊"[lunar.month - 1]
    number = "初一 初二 初三 初四 初五 初六 初七 初八 初九 初十 十一 十二 十三 十四 十五 十六 十七 十八 十九 二十 廿一 廿二 廿三 廿四 廿五 廿六 廿七 廿八 廿九 三十"
    return f"农历{'闰' if leap else ''}{month}月{number.split()[lunar.day - 1]}"


def test_two_other_almanacs_have_the_same_for_every_day() -> None:
    differing = set()
    for number in range((LATEST - EARLIEST).days + 1):
        day = EARLIEST + timedelta(days=number)
        others = [told(almanac, day) for almanac in ALMANACS[: 1 if day > LUNARDATE_KNOWS else 2]]
        assert lunar_in_words(day) in others
        if len({lunar_in_words(day), *others}) > 1:
            differing.add(day)
    months = {first + timedelta(days=number) for first in NEW_MOON_NEAR_MIDNIGHT for number in range(30)}
    assert differing == months


def test_every_deadline_has_one_and_none_follows_itself() -> None:
    days = [EARLIEST + timedelta(days=number) for number in range((date(2102, 12, 31) - EARLIEST).days + 1)]
    words = [lunar_in_words(day) for day in days]
    assert all(one != next_one for one, next_one in pairwise(words))
