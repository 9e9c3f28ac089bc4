"""What people type into the form becomes an assessment, or an error for each field at fault."""

from datetime import date

import pytest

from calculator import assess
from calculator.reading.form import FormError, fill_in

TODAY = date(2026, 11, 23)


def codes(**fields: str) -> list[tuple[str, str]]:
    with pytest.raises(FormError) as caught:
        fill_in(fields, TODAY)
    return [(error.field, error.code) for error in caught.value.errors]


def test_only_the_last_day_is_needed() -> None:
    assert fill_in({"last": "2026-1-5"}, TODAY).assessment == assess(date(2026, 1, 5), TODAY)


def test_every_field_is_heard() -> None:
    fields = {"last": "2025.3.5", "rule": "12-months", "grace": "３天", "today": "2026年1月1日", "scheme": "城乡居民"}
    expected = assess(date(2025, 3, 5), date(2026, 1, 1), "12-months", 3, scheme="城乡居民")
    assert fill_in(fields, TODAY).assessment == expected


@pytest.mark.parametrize(
    ("rule", "words"), [("article", "最早的一天"), ("12-months-month-end", "不影响结果"), ("12-months", "最早的一天")]
)
def test_a_month_alone_gives_a_remark_that_fits_the_rule(rule: str, words: str) -> None:
    answer = fill_in({"last": "2026年3月", "rule": rule}, TODAY)
    assert answer.assessment.last == date(2026, 3, 1)
    assert words in answer.remarks[0]


def test_a_whole_day_gives_no_remark() -> None:
    assert fill_in({"last": "2026-3-1"}, TODAY).remarks == ()


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, [("last", "empty")]),
        ({"last": "2027-1-1"}, [("last", "future")]),
        ({"last": "2026-1-5", "today": "2026-1-4"}, [("last", "future")]),
        ({"last": "2026-1-5", "rule": "weekly"}, [("rule", "unknown")]),
        ({"last": "2026-1-5", "rule": "windows"}, [("rule", "needs-region")]),
        ({"last": "2026-1-5", "scheme": "车险"}, [("scheme", "unknown")]),
        ({"last": "2026-1-5", "region": "亚特兰蒂斯"}, [("region", "unknown")]),
        ({"last": "2026-1-5", "region": "jiangsu/atlantis"}, [("region", "unknown")]),
        ({"last": "2026-1-5", "grace": "367"}, [("grace", "range")]),
        ({"last": "2026-1-5", "grace": "-1"}, [("grace", "unreadable")]),
        ({"last": "2026-1-5", "grace": "十五"}, [("grace", "unreadable")]),
        (
            {"last": "", "grace": "x", "today": "y"},
            [("last", "empty"), ("grace", "unreadable"), ("today", "unreadable")],
        ),
    ],
)
def test_each_field_at_fault_is_told_once_in_the_order_of_the_form(
    fields: dict[str, str], expected: list[tuple[str, str]]
) -> None:
    assert codes(**fields) == expected


def test_messages_stand_one_to_a_line() -> None:
    with pytest.raises(FormError, match=r"请填写上次认证的日期.*\n.*宽限天数"):
        fill_in({"grace": "x"}, TODAY)
