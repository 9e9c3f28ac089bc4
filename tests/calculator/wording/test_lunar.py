"""The lunar date beside the solar one."""

from datetime import date, timedelta
from itertools import pairwise

import pytest

from calculator.assessment.supported_days import EARLIEST
from calculator.wording.lunar import LAST_KNOWN, lunar_in_words


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
        (LAST_KNOWN, "农历腊月三十"),
    ],
)
def test_festivals_fall_where_calendars_have_them(day: date, words: str) -> None:
    assert lunar_in_words(day) == words


def test_beyond_the_tables_there_is_none() -> None:
    assert lunar_in_words(LAST_KNOWN + timedelta(days=1)) == ""


def test_every_day_has_one_and_none_follows_itself() -> None:
    days = [EARLIEST + timedelta(days=number) for number in range((LAST_KNOWN - EARLIEST).days + 1)]
    words = [lunar_in_words(day) for day in days]
    assert all(words)
    assert all(one != next_one for one, next_one in pairwise(words))
