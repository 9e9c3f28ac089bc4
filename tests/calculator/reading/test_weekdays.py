"""Weekdays beside days: whoever writes one that is not that of the day has mistyped one of the two."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculator import InputError
from calculator.assessment.supported_days import EARLIEST
from calculator.reading.days import TypedDay, parse_day, read_day
from calculator.reading.form import FormError, fill_in
from calculator.roster.days import roster_day

TODAY = date(2026, 11, 23)
MARCH_5 = date(2026, 3, 5)
"""A Thursday."""

BESIDE = (
    "2026年3月5日星期{}",
    "2026年3月5日 星期{}",
    "2026年3月5日，星期{}",
    "2026年3月5日（星期{}）",
    "2026年3月5日（{}）",
    "2026年3月5日【周{}】",
    "2026-3-5 周{}",
    "2026/3/5礼拜{}",
    "2026.3.5 禮拜{}",
    "20260305星期{}",
    "2026年3月5号週{}。",
    "二〇二六年三月五日星期{}",
    "二零二六年三月五 星期{}",
    "2026年3月5日星期{}上午9:30",
    "2026年3月5日(星期{} 上午)",
    "2026-03-05 10:20 星期{}",
    "2026年3月5日周{}认证",
    "2026年3月5日（手机）星期{}",
    "星期{}，2026年3月5日",
    "周{} 2026-3-5",
    "认证日期：2026年3月5日星期{}",
    "２０２６年３月５日　星期{}",
)


@pytest.mark.parametrize("text", BESIDE)
def test_the_weekday_of_the_day_is_no_news_and_another_is_asked_about(text: str) -> None:
    assert parse_day(text.format("四"), today=TODAY) == TypedDay(MARCH_5)
    for name in "一二三五六日天":
        with pytest.raises(InputError) as caught:
            parse_day(text.format(name), today=TODAY)
        assert (caught.value.code, caught.value.meant) == ("weekday", ("2026年3月5日",))
        assert "2026年3月5日是星期四。是2026年3月5日吗？是的话，请只写2026年3月5日。" in caught.value.message


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("2026-3-5 星期4", "2026-3-5 星期5"),
        ("2026-3-8 周7", "2026-3-8 周1"),
        ("Thu Mar 05 2026 00:00:00 GMT+0800 (中国标准时间)", "Fri Mar 05 2026 00:00:00 GMT+0800 (中国标准时间)"),
        ("Thursday, March 5, 2026", "Wednesday, March 5, 2026"),
        ("Thurs. 5 March 2026", "Tues. 5 March 2026"),
        ("2026-03-05 Thu", "2026-03-05 Sat"),
    ],
)
def test_weekdays_in_figures_and_in_english_are_known(right: str, wrong: str) -> None:
    assert read_day(right).weekday is None
    assert parse_day(right).day == read_day(wrong).day
    with pytest.raises(InputError, match="星期几和日期对不上"):
        parse_day(wrong)


@pytest.mark.parametrize(
    "text",
    [
        "2026年3月5日（周五福代办）",
        "2026年3月5日",
        "2026-3-5（2）",
        "2026年3月5日（本人）",
        "2026年3月",
    ],
)
def test_what_is_no_weekday_says_nothing_of_the_day(text: str) -> None:
    assert roster_day(text).weekday is None


@pytest.mark.parametrize("text", ["星期五", "上周五", "2026年3月5日星期五星期四", "2026年3月5日第一周", "周五" * 100])
def test_a_weekday_makes_no_day_of_what_is_none(text: str) -> None:
    with pytest.raises(InputError) as caught:
        parse_day(text, today=TODAY)
    assert caught.value.code in {"unreadable", "among-words"}


def test_the_day_is_told_first_where_it_cannot_be() -> None:
    for text, code in (
        ("2026年2月30日星期五", "impossible"),
        ("2027年3月5日星期四", "future"),
        ("3月5日星期五", "no-year"),
    ):
        with pytest.raises(InputError) as caught:
            parse_day(text, today=TODAY)
        assert caught.value.code == code


def test_a_month_has_no_weekday() -> None:
    assert read_day("2026-3 星期一") == TypedDay(date(2026, 3, 1), month_only=True)


def test_the_form_asks_at_its_field() -> None:
    for field in ("last", "today"):
        with pytest.raises(FormError) as caught:
            fill_in({"last": "2026-3-1", field: "2026-3-5周五"}, TODAY)
        (error,) = caught.value.errors
        assert (error.field, error.code) == (field, "weekday")


@given(
    st.dates(EARLIEST, TODAY),
    st.integers(0, 6),
    st.sampled_from(["星期{}", "周{}", "礼拜{}", " 星期{}", "（星期{}）", "（{}）", "(周{})", "，周{}", "週{}"]),
    st.sampled_from(
        ["{0.year}-{0.month}-{0.day}", "{0.year}年{0.month}月{0.day}日", "{:%Y%m%d}", "{0.year}.{0.month}.{0.day}"]
    ),
)
def test_each_day_goes_with_its_own_weekday_alone(day: date, weekday: int, spelling: str, form: str) -> None:
    for name in ("一二三四五六日"[weekday], *("天" * (weekday == 6))):
        text = form.format(day) + spelling.format(name)
        told = roster_day(text, today=TODAY)
        assert told.day == day
        assert told.weekday == (None if weekday == day.weekday() else weekday)
        if told.weekday is None:
            assert parse_day(text, today=TODAY) == TypedDay(day)
            continue
        with pytest.raises(InputError) as caught:
            parse_day(text, today=TODAY)
        (meant,) = caught.value.meant
        assert caught.value.code == "weekday"
        assert parse_day(meant, today=TODAY) == TypedDay(day)
