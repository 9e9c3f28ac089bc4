"""Counting rules reproduce what official notices wrote."""

from datetime import date

import pytest

from calculator import RULES, CountingRule, assess
from calculator.counting.rules import CalendarWindows, EveryMonth, MonthDays, Window, deadline, times_a_year
from tests.cases import CASES, UNDECIDED, Case


@pytest.mark.parametrize("case", CASES, ids=str)
def test_the_deadline_is_the_one_in_the_notice(case: Case) -> None:
    assert assess(case.last, today=case.last, rule=case.rule).deadline == case.deadline


def test_every_worked_example_is_a_case_or_is_explained() -> None:
    assert len(CASES) + len(UNDECIDED) == 63


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.id)
def test_the_example_shown_beside_a_rule_follows_from_the_rule(rule: CountingRule) -> None:
    assert deadline(rule.id, rule.example.last, rule.example.windows, rule.example.month_days) == rule.example.deadline


@pytest.mark.parametrize(
    ("rule", "last", "expected"),
    [
        ("12-months", "2024-02-29", "2025-02-28"),
        ("12-months", "2023-02-28", "2024-02-28"),
        ("12-months", "2023-03-31", "2024-03-31"),
        ("12-months-eve", "2024-02-29", "2025-02-27"),
        ("12-months-eve", "2023-03-01", "2024-02-29"),
        ("12-months-month-end", "2023-02-10", "2024-02-29"),
        ("12-months-month-end", "2024-02-29", "2025-02-28"),
        ("12-months-inclusive", "2023-03-31", "2024-02-29"),
        ("12-months-inclusive", "2025-01-01", "2025-12-31"),
        ("365-days", "2024-02-29", "2025-02-28"),
        ("365-days", "2023-03-01", "2024-02-29"),
        ("365-days", "2027-03-15", "2028-03-14"),
        ("article", "2027-03-15", "2028-03-14"),
        ("article", "2024-02-29", "2025-02-28"),
        ("article", "2026-11-23", "2027-11-23"),
        ("6-months", "2023-08-31", "2024-02-29"),
        ("6-months", "2024-08-31", "2025-02-28"),
        ("6-months-month-end", "2023-08-01", "2024-02-29"),
        ("180-days", "2023-09-02", "2024-02-29"),
        ("180-days-eve", "2023-09-02", "2024-02-28"),
        ("3-months-eve", "2023-11-30", "2024-02-28"),
        ("3-months-eve", "2023-12-01", "2024-02-29"),
        ("calendar-year", "2024-01-01", "2025-12-31"),
        ("calendar-year", "2024-12-31", "2025-12-31"),
        ("half-year", "2024-06-30", "2024-12-31"),
        ("half-year", "2024-07-01", "2025-06-30"),
        ("365-days-eve", "2023-03-01", "2024-02-28"),
        ("365-days-eve", "2024-02-29", "2025-02-27"),
        ("6-months-eve", "2023-08-31", "2024-02-28"),
        ("6-months-eve", "2023-09-01", "2024-02-29"),
        ("quarter", "2024-01-01", "2024-06-30"),
        ("quarter", "2024-03-31", "2024-06-30"),
        ("quarter", "2024-12-31", "2025-03-31"),
    ],
)
def test_leap_days_and_ends_of_months_on_both_sides(rule: str, last: str, expected: str) -> None:
    assert deadline(rule, date.fromisoformat(last)) == date.fromisoformat(expected)


@pytest.mark.parametrize(
    ("last", "expected"),
    [
        ("2025-01-25", "2025-12-15"),  # inside the first window: due by the end of the second
        ("2025-06-15", "2025-12-15"),
        ("2025-07-01", "2025-12-15"),  # between the windows: the next one
        ("2025-07-25", "2026-06-15"),
        ("2025-12-31", "2026-06-15"),
        ("2025-01-10", "2025-06-15"),  # before the first window of the year
    ],
)
def test_windows_end_with_the_first_that_opens_after_the_last_certification(last: str, expected: str) -> None:
    windows = (Window((1, 25), (6, 15)), Window((7, 25), (12, 15)))
    assert deadline("windows", date.fromisoformat(last), windows) == date.fromisoformat(expected)


def test_windows_without_any_window_cannot_be_counted() -> None:
    with pytest.raises(ValueError, match=r"^calendar windows need at least one window$"):
        CalendarWindows(()).deadline(date(2025, 1, 1))


@pytest.mark.parametrize(
    ("days", "last", "expected"),
    [
        ((1, 15), "2026-03-01", "2026-04-15"),
        ((1, 15), "2026-03-15", "2026-04-15"),
        ((1, 15), "2026-03-16", "2026-04-15"),
        ((1, 10), "2026-12-31", "2027-01-10"),
        ((10, 20), "2026-03-09", "2026-03-20"),  # before the days of this month: due by their end
        ((10, 20), "2026-03-10", "2026-04-20"),
        ((1, 31), "2024-01-31", "2024-02-29"),  # a month that lacks the day
        ((1, 31), "2025-01-05", "2025-02-28"),
        ((30, 31), "2025-01-31", "2025-02-28"),
        ((30, 31), "2025-02-28", "2025-03-31"),
    ],
)
def test_a_month_s_days_end_in_the_first_month_in_which_they_begin_after_the_last_certification(
    days: tuple[int, int], last: str, expected: str
) -> None:
    found = deadline("monthly", date.fromisoformat(last), month_days=MonthDays(*days))
    assert found == date.fromisoformat(expected)


def test_a_month_without_its_days_cannot_be_counted() -> None:
    with pytest.raises(ValueError, match=r"^counting by the month needs the days of the month$"):
        EveryMonth(None).deadline(date(2025, 1, 1))


@pytest.mark.parametrize(
    ("rule", "times"),
    [
        ("article", 1),
        ("calendar-year", 1),
        ("180-days", 2),
        ("half-year", 2),
        ("quarter", 4),
        ("3-months-eve", 4),
        ("monthly", 12),
    ],
)
def test_a_rule_says_how_often_a_year_it_asks(rule: str, times: int) -> None:
    assert times_a_year(rule) == times


def test_windows_ask_as_often_as_there_are_windows() -> None:
    assert times_a_year("windows", (Window((1, 25), (6, 15)), Window((7, 25), (12, 15)))) == 2


def test_the_rules_of_the_guide_are_all_there() -> None:
    assert list(RULES) == [
        "article",
        "12-months",
        "12-months-eve",
        "12-months-month-end",
        "12-months-inclusive",
        "365-days",
        "365-days-eve",
        "6-months",
        "6-months-eve",
        "6-months-month-end",
        "180-days",
        "180-days-eve",
        "calendar-year",
        "half-year",
        "quarter",
        "3-months-eve",
        "monthly",
        "windows",
    ]


@pytest.mark.parametrize(
    "rule",
    ["12-months-month-end", "12-months-inclusive", "6-months-month-end", "calendar-year", "half-year", "quarter"],
)
def test_rules_that_count_by_month_do_not_care_for_the_day(rule: str) -> None:
    assert RULES[rule].by_month
    assert {deadline(rule, date(2025, 3, day)) for day in range(1, 32)} == {deadline(rule, date(2025, 3, 1))}


@pytest.mark.parametrize(
    "rule",
    ["article", "12-months", "12-months-eve", "365-days", "6-months", "180-days", "windows", "monthly", "365-days-eve"],
)
def test_rules_that_count_by_day_say_so(rule: str) -> None:
    assert not RULES[rule].by_month
