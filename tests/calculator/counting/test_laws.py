"""Laws that hold for every day, rule and grace."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from calculator import RULES, Status, assess
from calculator.assessment.supported_days import EARLIEST, LATEST
from calculator.counting.rules import Cycle, MonthDays, Window, deadline

COUNTABLE = [rule.id for rule in RULES.values() if rule.cycle is not Cycle.LOCAL]

days = st.dates(EARLIEST, LATEST)
rules = st.sampled_from(COUNTABLE)
graces = st.integers(0, 366)
month_days = st.dates(date(2023, 1, 1), date(2023, 12, 31)).map(lambda day: (day.month, day.day))


@st.composite
def window_lists(draw: st.DrawFn) -> tuple[Window, ...]:
    """Windows of one year, in order and apart."""
    bounds = sorted(draw(st.lists(month_days, min_size=2, max_size=8, unique=True)))
    return tuple(Window(start, end) for start, end in zip(bounds[::2], bounds[1::2], strict=False))


@given(days, rules)
def test_a_deadline_is_never_before_the_last_certification(last: date, rule: str) -> None:
    assert deadline(rule, last) > last


@given(st.tuples(days, days).map(sorted), rules)
def test_a_later_certification_never_gives_an_earlier_deadline(pair: list[date], rule: str) -> None:
    earlier, later = pair
    assert deadline(rule, earlier) <= deadline(rule, later)


@given(st.tuples(days, days).map(sorted), window_lists())
def test_windows_obey_both_laws_too(pair: list[date], windows: tuple[Window, ...]) -> None:
    earlier, later = pair
    assert earlier < deadline("windows", earlier, windows) <= deadline("windows", later, windows)


@given(st.tuples(days, days).map(sorted), st.tuples(st.integers(1, 31), st.integers(1, 31)).map(sorted))
def test_the_days_of_a_month_obey_both_laws_too(pair: list[date], month_days: list[int]) -> None:
    earlier, later = pair
    chosen = MonthDays(*month_days)
    first, second = (deadline("monthly", last, month_days=chosen) for last in pair)
    assert earlier < first <= second
    assert second - later <= timedelta(days=62)


@given(days)
def test_article_is_the_earlier_of_its_two_which_differ_by_a_day_at_most(last: date) -> None:
    months, year = deadline("12-months", last), deadline("365-days", last)
    assert deadline("article", last) == min(months, year)
    assert abs((months - year).days) <= 1


@given(days, days, rules, graces)
def test_grace_is_counted_from_the_deadline(last: date, today: date, rule: str, grace: int) -> None:
    last, today = sorted((last, today))
    found = assess(last, today, rule, grace)
    assert (found.grace_end - found.deadline).days == grace
    assert found.suspended_from - found.grace_end == timedelta(days=1)
    assert found.days_left == (found.deadline - today).days


@given(days, rules, st.sampled_from(["", "企业职工", "城乡居民", "遗属与供养亲属", "工伤"]))
def test_the_safe_date_is_never_after_a_reading_that_could_apply(last: date, rule: str, scheme: str) -> None:
    found = assess(last, last, rule, scheme=scheme)
    assert all(found.safe_date <= reading.deadline for reading in found.readings if reading.applies)
    assert found.safe_date <= found.deadline


@given(days, rules, graces)
def test_the_ladder_partitions_time(last: date, rule: str, grace: int) -> None:
    first = assess(last, last, rule, grace)
    borders = (
        first.deadline - timedelta(days=31),
        first.deadline - timedelta(days=30),
        first.deadline - timedelta(days=1),
        first.deadline,
        first.deadline + timedelta(days=1),
        first.grace_end,
        first.suspended_from,
    )
    for today in borders:
        if not last <= today <= LATEST:
            continue
        left = (first.deadline - today).days
        expected = {
            left > 30: Status.ON_TIME,
            1 <= left <= 30: Status.DUE_SOON,
            left == 0: Status.LAST_DAY,
            -grace <= left < 0: Status.IN_GRACE,
            left < -grace: Status.SUSPENDED,
        }
        assert assess(last, today, rule, grace).status is expected[True]
