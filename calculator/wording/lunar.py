"""The lunar date (农历) beside the solar one, as old people's wall calendars have it.

The months come from ``data/lunar_months.json``, which ``scripts/data/lunar_months.py`` makes from the ``lunar_python``
package, an astronomical almanac, when this package is built.
"""

from bisect import bisect_right
from datetime import date, timedelta
from functools import cache
from itertools import accumulate

from calculator.data.read_json import read_json

__all__ = ["LUNAR_DAYS", "LUNAR_MONTHS", "lunar_in_words"]

LUNAR_MONTHS = ("正", "二", "三", "四", "五", "六", "七", "八", "九", "十", "冬", "腊")
LUNAR_DAYS = tuple(
    [f"初{one}" for one in "一二三四五六七八九十"]
    + [f"十{one}" for one in "一二三四五六七八九"]
    + ["二十", *(f"廿{one}" for one in "一二三四五六七八九"), "三十"]
)


def lunar_in_words(day: date) -> str:
    """农历二月初五, 农历闰六月十五; for every day from 1990-01-01 to 2102-12-31.

    >>> lunar_in_words(date(2026, 2, 17))
    '农历正月初一'
    """
    starts, names = _months()
    number = bisect_right(starts, day) - 1
    return f"农历{names[number]}{LUNAR_DAYS[(day - starts[number]).days]}"


@cache
def _months() -> tuple[list[date], list[str]]:
    """The first day of each month, and its name."""
    data = read_json("calculator", "data/lunar_months.json")
    months: list[int] = data["months"]
    first = date.fromisoformat(data["first"])
    lengths = (abs(month) % 100 for month in months)
    starts = [first + timedelta(days=days) for days in accumulate(lengths, initial=0)]
    return starts[:-1], [f"{'闰' if month < 0 else ''}{LUNAR_MONTHS[abs(month) // 100 - 1]}月" for month in months]
