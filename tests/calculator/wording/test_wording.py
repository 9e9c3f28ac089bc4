"""Words that stand on pages rather than in answers."""

from datetime import date

import pytest

from calculator.wording.days import example_day
from calculator.wording.offline import single_made_on, single_table_caution


@pytest.mark.parametrize(
    ("last", "by_month", "words"),
    [
        (date(2022, 3, 1), True, "2022年3月"),
        (date(2022, 3, 1), False, "2022年3月1日"),
        (date(2022, 3, 5), True, "2022年3月5日"),
    ],
)
def test_an_example_says_no_more_than_its_notice(last: date, by_month: bool, words: str) -> None:
    assert example_day(last, by_month=by_month) == words


def test_a_copy_says_how_old_it_is_whose_it_is_not_and_where_to_ask() -> None:
    words = single_made_on(date(2026, 11, 25))
    assert all(one in words for one in ("2026年11月25日做的", "不是官方网站", "12333"))


def test_its_table_promises_no_grace() -> None:
    assert "“宽限15天”是网上常见说法，没有找到官方依据" in single_table_caution(15)
