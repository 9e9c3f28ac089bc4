"""Days as other people and other programs have written them."""

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculator import InputError
from calculator.assessment.supported_days import EARLIEST, LATEST
from calculator.reading.days import parse_day
from calculator.reading.written_days import plain_day, visible


@pytest.mark.parametrize(
    "text",
    [
        "\u200b2025-03-05",
        "\ufeff2025-03-05\u202c",
        "2025\u2060-03-05",
        "二〇二五年三月五日",
        "二○二五年三月五号",
        "二零二五年3月五日",
        "2025年三月05日",
        "2025-03-05T00:00:00.000Z",
        "2025-03-04T16:00:00Z",
        "2025-03-05T23:59:59+08:00",
        "2025-03-05 01:00 +0800",
        "2025-03-05T10:20:30",
        "2025-03-05T10:20:30.123456",
        "2025年3月5日（人脸）",
        "2025年3月5日【支付宝】",
        "2025-3-5 (手机) 星期三",
        "2025/3/5 上午9:00:00",
        "2025/3/5 下午 3:05",
        "2025/3/5 9:00:00 PM",
        "2025年3月5日上午",
        "2025年3月5日9时30分",
        "2025-3-5 9点",
        "20250305103000",
        "202503051030",
        "25年3月5日",
        "25 年 3 月 5 日",
        "Mar 5, 2025",
        "5-Mar-2025",
        "5th March 2025",
        "Wed Mar 05 2025 00:00:00 GMT+0800 (中国标准时间)",
        "2025.3.5.",
        "2025-3-5，",
        "2025年3月5日认证",
        "2025年3月5日已通过",
        "已于2025年3月5日认证成功",
        "认证日期：2025-3-5",
        "上次认证时间为2025-3-5",
    ],
)
def test_what_can_be_read_in_one_way_is_read(text: str) -> None:
    typed = parse_day(plain_day(visible(text)))
    assert (typed.day, typed.month_only) == (date(2025, 3, 5), False)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("二〇二五年十月十日", date(2025, 10, 10)),
        ("二〇二五年十二月二十五日", date(2025, 12, 25)),
        ("二〇二五年十一月廿五日", date(2025, 11, 25)),
        ("二〇二五年五月卅一日", date(2025, 5, 31)),
        ("二〇二五年一月三十日", date(2025, 1, 30)),
        ("2025年元月5日", date(2025, 1, 5)),
        ("25/3/2025", date(2025, 3, 25)),
        ("3/25/2025", date(2025, 3, 25)),
        ("3/3/2025", date(2025, 3, 3)),
        ("2024-12-31T17:00:00Z", date(2025, 1, 1)),
    ],
)
def test_numerals_and_orders_come_out_right(text: str, day: date) -> None:
    assert parse_day(plain_day(visible(text))).day == day


@pytest.mark.parametrize("text", ["二〇二五年三月", "25年3月"])
def test_a_month_stays_a_month(text: str) -> None:
    assert parse_day(plain_day(text)).month_only


ASKED = (
    ("25/3/5", "ambiguous", "可能是2025年3月5日，也可能是2005年3月25日"),
    ("3/5/2025", "ambiguous", "可能是2025年3月5日，也可能是2025年5月3日"),
    ("5-3-25", "ambiguous", "年份写四位数"),
    ("民国114年3月5日", "republic", "也就是公历2025年3月5日"),
    ("114年3月5日", "republic", "例如：2025-3-5"),
    ("民国114年3月", "republic", "2025年3月1日"),
    ("民国114年13月5日", "republic", "像是民国纪年。"),
    ("民国一一四年春", "republic", "公历"),
    ("农历二月初六", "lunar", "换成公历"),
    ("2025年二月初六", "lunar", "农历"),
    ("乙巳年腊月廿三", "lunar", "农历"),
    ("3月5日", "no-year", "没有写年份"),
    ("三月五日", "no-year", "四位数的年份"),
    ("3-5", "no-year", "没有写年份"),
    ("2024-3-5、2025-3-5", "several", "几个日期"),
    ("2024年3月5日至2025年3月5日", "several", "最近一次"),
    ("2025-3-5到期", "other-matter", "“到期”"),
    ("2025年3月5日（未通过）", "other-matter", "“未”"),
    ("2025年3月5日预约", "other-matter", "认证成了没有"),
)


@pytest.mark.parametrize(("text", "code", "words"), ASKED)
def test_what_can_be_read_in_two_ways_or_is_of_another_calendar_is_asked_about(
    text: str, code: str, words: str
) -> None:
    with pytest.raises(InputError) as caught:
        plain_day(visible(text))
    assert (caught.value.field, caught.value.code) == ("last", code)
    assert words in caught.value.message


@pytest.mark.parametrize(
    "text",
    [
        "",
        "去年春天",
        "2025",
        "0/0/0",
        "99/99/99",
        "2025-02-30T00:00:00Z",
        "9999-12-31T23:00:00Z",
        "二十二十年",
        "二〇二五年百月",
        "Foo 5, 2025",
        "Wed, 05 Mar 2025 16:00:00 GMT",
        "2025" * 50,
    ],
)
def test_what_is_no_day_is_left_to_be_refused(text: str) -> None:
    with pytest.raises(InputError) as caught:
        parse_day(plain_day(visible(text)))
    assert caught.value.code in {"empty", "unreadable", "impossible", "too-late"}


def test_what_goes_on_and_on_is_refused_at_once() -> None:
    text = "2025年3月5日" + "过了" * 50 + "x"
    assert plain_day(text) == text


@given(st.text(max_size=130))
def test_any_text_is_a_day_a_text_or_a_declared_error(text: str) -> None:
    with suppress(InputError):
        plain_day(visible(text))


@given(st.dates(EARLIEST, LATEST))
def test_a_day_as_the_form_understands_it_stays_that_day(day: date) -> None:
    for form in (
        "{0.year}-{0.month}-{0.day}",
        "{0.year}年{0.month}月{0.day}日",
        "{:%Y%m%d}",
        "{0.year}.{0.month}.{0.day}",
    ):
        assert parse_day(plain_day(form.format(day))).day == day
