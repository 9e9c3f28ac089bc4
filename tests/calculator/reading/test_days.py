"""Dates as people type them."""

from contextlib import suppress
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculator import InputError
from calculator.assessment.supported_days import EARLIEST, LATEST, check_day
from calculator.counting.device_clock import beijing_today  # noqa: TID251 (it is what is tested)
from calculator.reading.days import parse_day
from tests.calculator.clock import set_clock

TODAY = date(2026, 11, 23)

FORMS = (
    "2025-3-5",
    "2025-03-05",
    "2025/3/5",
    "2025.3.5",
    "20250305",
    "2025年3月5日",
    "2025年3月5号",
    "2025年03月05日",
    "２０２５年３月５日",
    "２０２５－３－５",
    "２０２５／３／５",
    "  2025-3-5  ",
    "\u30002025年3月5日\u3000",
    "2025 年 3 月 5 日",
    "2025 3 5",
    "2025、3、5",
    "2025。3。5",
    "2025—3—5",
    "2025-03-05 10:20:33",
    "2025年3月5日 星期三",
    "2025年3月5日（星期三）",
)


@pytest.mark.parametrize("text", FORMS)
def test_a_day_is_understood_in_every_usual_form(text: str) -> None:
    typed = parse_day(text, today=TODAY)
    assert (typed.day, typed.month_only) == (date(2025, 3, 5), False)


@pytest.mark.parametrize(
    "text", ["2025年3月", "2025-3", "2025/03", "2025.3", "202503", "２０２５年３月", "2025年3月份"]
)
def test_a_month_alone_is_its_first_day_and_says_so(text: str) -> None:
    typed = parse_day(text, today=TODAY)
    assert (typed.day, typed.month_only) == (date(2025, 3, 1), True)


ERRORS = (
    ("", "empty", "例如"),
    ("  \u3000", "empty", "例如"),
    ("去年春天", "unreadable", "去年春天"),
    ("25-3-5", "ambiguous", "四位数"),
    ("2025-3-5-6", "unreadable", "看不懂"),
    ("0000-1-1", "unreadable", "看不懂"),
    ("2025-13-1", "impossible", "没有13月"),
    ("2025-0-1", "impossible", "没有0月"),
    ("2025-02-30", "impossible", "最后一天是28日"),
    ("2023-02-29", "impossible", "最后一天是28日"),
    ("2025-4-31", "impossible", "最后一天是30日"),
    ("2025-4-0", "impossible", "没有0日"),
    ("1989-12-31", "too-early", "1990年1月1日"),
    ("2101-01-01", "too-late", "2100年12月31日"),
    ("2026-11-24", "future", "2026年11月23日"),
    ("2026年12月", "future", "还没有到"),
)


@pytest.mark.parametrize(("text", "code", "words"), ERRORS)
def test_each_fault_has_one_message_that_says_what_to_type(text: str, code: str, words: str) -> None:
    with pytest.raises(InputError) as caught:
        parse_day(text, today=TODAY)
    assert (caught.value.code, caught.value.field) == (code, "last")
    assert words in caught.value.message
    assert "\n" not in caught.value.message


def test_today_itself_is_not_in_the_future() -> None:
    assert parse_day("2026-11-23", today=TODAY).day == TODAY


def test_a_long_text_is_not_repeated_in_full() -> None:
    with pytest.raises(InputError) as caught:
        parse_day("很" * 500)
    assert len(caught.value.message) < 100


def test_the_range_includes_both_ends() -> None:
    assert parse_day("1990-1-1").day == EARLIEST
    assert parse_day("2100-12-31").day == LATEST


def test_a_moment_counts_as_its_day() -> None:
    assert check_day(datetime(2025, 3, 5, 23, 59), field="last") == date(2025, 3, 5)  # noqa: DTZ001


@given(st.dates(EARLIEST, LATEST), st.sampled_from(["{:%Y-%m-%d}", "{0.year}年{0.month}月{0.day}日", "{:%Y%m%d}"]))
def test_what_is_written_is_read_back(day: date, form: str) -> None:
    assert parse_day(form.format(day)).day == day


@given(st.text(max_size=30))
def test_any_text_is_a_day_or_a_declared_error(text: str) -> None:
    with suppress(InputError):
        assert EARLIEST <= parse_day(text).day <= LATEST


def test_beijing_is_eight_hours_ahead(monkeypatch: pytest.MonkeyPatch) -> None:
    set_clock(monkeypatch, datetime(2026, 11, 22, 15, 59, tzinfo=UTC))
    assert beijing_today() == date(2026, 11, 22)
    set_clock(monkeypatch, datetime(2026, 11, 22, 16, 30, tzinfo=UTC))
    assert beijing_today() == date(2026, 11, 23)
