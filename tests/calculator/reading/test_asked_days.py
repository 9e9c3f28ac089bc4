"""Days that somebody types, dictates or pastes into the form: read, or asked about with the day that is likely meant."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculator import InputError
from calculator.assessment.supported_days import EARLIEST, LATEST
from calculator.reading.days import parse_day
from calculator.reading.form import FormError, fill_in_first

TODAY = date(2026, 11, 23)
MARCH_5 = date(2026, 3, 5)


@pytest.mark.parametrize(
    "text",
    [
        "2026年3月5日。",
        "2026年3月5号。",
        "2026-3-5，",
        "\u200b2026-3-5",
        "2026\u200e年3月5日\ufeff",
        "2026\u2060-\u20603-5",
        "\u31642026-3-5\u2800",
        "二零二六年三月五号",
        "二零二六年三月五号。",
        "二〇二六年三月五日",
        "二零二六年 三月 五号",
        "二零二六年三月五",
        "两千零二十六年三月五号",
        "二千零二十六年三月五号",
        "认证日期：2026年3月5日",
        "上次认证日期: 2026-03-05",
        "认证时间是2026年3月5日。",
        "“2026年3月5日”",
        "2026年3月5日认证的",
        "2026--3--5",
        "2026年3月5日！",
        "（2026年3月5日）",
        "2O26-3-5",
        "2026年3月5曰",
        "2⃣0⃣2⃣6⃣年3⃣月5⃣日",
    ],
)
def test_what_can_be_read_in_one_way_is_read(text: str) -> None:
    assert parse_day(text, today=TODAY).day == MARCH_5


@pytest.mark.parametrize("text", ["2026年3月。", "二零二六年三月", "认证日期：2026年3月", "2026年3月认证的"])
def test_a_month_that_was_dictated_is_a_month(text: str) -> None:
    typed = parse_day(text, today=TODAY)
    assert (typed.day, typed.month_only) == (date(2026, 3, 1), True)


ASKED = (
    ("26年3月5日", "short-year", "是2026年吗", "2026年3月5日"),
    ("26年3月5号。", "short-year", "是2026年吗", "2026年3月5日"),
    ("二六年三月五号", "short-year", "是2026年吗", "2026年3月5日"),
    ("26年3月", "short-year", "是2026年吗", "2026年3月。"),
    ("3月5日", "no-year", "是2026年吗", "2026年3月5日"),
    ("三月五号。", "no-year", "是2026年吗", "2026年3月5日"),
    ("认证日期：3月5日", "no-year", "是2026年吗", "2026年3月5日"),
    ("12月5日", "no-year", "是2025年吗", "2025年12月5日"),
    ("3-5", "no-year", "是2026年吗", "2026年3月5日"),
    ("3月", "no-year", "是2026年吗", "2026年3月。"),
    ("2月29日", "no-year", "是2024年吗", "2024年2月29日"),
    ("去年3月5日", "relative", "是2025年3月5日吗", "2025年3月5日"),
    ("今年三月", "relative", "是2026年3月吗", "2026年3月。"),
    ("昨天", "relative", "是2026年11月22日吗", "2026年11月22日"),
    ("260305", "run-together", "是2026年3月5日吗", "2026年3月5日"),
    ("2026305", "run-together", "是2026年3月5日吗", "2026年3月5日"),
    ("2026115", "ambiguous", "可能是2026年1月15日，也可能是2026年11月5日", "年份写四位数"),
    ("202635", "run-together", "是2026年3月5日吗", "2026年3月5日"),
    ("2026年3月5日我去社区做的", "among-words", "是2026年3月5日吗", "2026年3月5日"),
    ("初五", "lunar", "像是农历，是公历2026年11月13日吗", "不是的话"),
    ("初五。", "lunar", "是公历2026年11月13日吗", "2026年11月13日"),
    ("二月初六", "lunar", "是公历2026年3月24日吗", "2026年3月24日"),
    ("农历二〇二五年腊月廿三", "lunar", "是公历2026年2月10日吗", "2026年2月10日"),
    ("去年腊月二十三", "lunar", "是公历2026年2月10日吗", "2026年2月10日"),
    ("2025年闰六月初一", "lunar", "是公历2025年7月25日吗", "2025年7月25日"),
    ("农历十一月初一", "lunar", "是公历2025年12月20日吗", "2025年12月20日"),
    ("农历2月30日", "lunar", "农历", "请换成公历"),
    ("农历2月31日", "lunar", "农历", "请换成公历"),
    ("1980年正月初一", "lunar", "农历", "请换成公历"),
    ("正月里", "lunar", "农历", "请换成公历"),
    ("2026年3月5日或2026年3月6日", "several", "几个日期", "只留下"),
    ("26/3/27", "ambiguous", "是2026年3月27日吗", "2026年3月27日"),
    ("民国115年3月", "republic", "公历2026年3月1日", "2026-3-1"),
)

OFFERED = (
    ("26年3月", ["2026年3月"]),
    ("26/3/5", ["2026年3月5日", "2005年3月26日"]),
    ("2026115", ["2026年1月15日", "2026年11月5日"]),
    ("民国115年3月5日", ["2026年3月5日"]),
    ("民国115年3月", ["2026年3月"]),
    ("民国", []),
    ("农历2月31日", []),
    ("2026年3月5日或2026年3月6日", []),
)


@pytest.mark.parametrize(("text", "code", "question", "answer"), ASKED)
def test_what_leaves_something_open_gets_the_question_that_it_raises(
    text: str, code: str, question: str, answer: str
) -> None:
    with pytest.raises(InputError) as caught:
        parse_day(text, today=TODAY)
    assert caught.value.code == code
    assert question in caught.value.message
    assert answer in caught.value.message


@pytest.mark.parametrize(("text", "days"), [*((text, [day]) for text, _, _, day in ASKED[:14]), *OFFERED])
def test_the_days_that_are_asked_about_are_offered(text: str, days: list[str]) -> None:
    with pytest.raises(InputError) as caught:
        parse_day(text, today=TODAY)
    assert caught.value.meant == tuple(day.rstrip("。") for day in days)


@pytest.mark.parametrize(
    "text",
    ["26年12月5日", "今年12月", "2026年12月5日我去做", "261205", "民国116年3月5日"],
)
def test_nobody_is_asked_whether_a_day_to_come_is_meant(text: str) -> None:
    with pytest.raises(InputError) as caught:
        parse_day(text, today=TODAY)
    assert (caught.value.code, caught.value.meant) == ("future", ())


@pytest.mark.parametrize(
    "text", ["13月5日", "2月30日", "99年13月5日", "99年3月", "去年13月", "2026-02-30那天", "123456"]
)
def test_what_could_be_no_day_is_not_asked_about(text: str) -> None:
    with pytest.raises(InputError) as caught:
        parse_day(text, today=TODAY)
    assert "吗？" not in caught.value.message or "99年3月" in text


def test_a_day_that_is_asked_about_is_of_the_field_it_was_typed_into() -> None:
    for text in ("26年3月5日", "农历二月", "25-3-5", "民国114年3月5日", "2026-3-5到期", "2026-3-5（未过）", "去年春天"):
        with pytest.raises(InputError) as caught:
            parse_day(text, field="today")
        assert caught.value.field == "today"


@pytest.mark.parametrize("text", ["3月5日", "初五", "昨天"])
def test_without_a_day_to_guess_from_no_year_is_guessed(text: str) -> None:
    with pytest.raises(InputError) as caught:
        parse_day(text, field="today")
    assert "吗？" not in caught.value.message


@pytest.mark.parametrize(("text", "year"), [("9月", 2026), ("2月", 2027), ("2月30日", 0)])
def test_the_month_of_the_first_pension_is_the_nearest(text: str, year: int) -> None:
    with pytest.raises(FormError) as caught:
        fill_in_first({"claim": text}, TODAY)
    assert (f"是{year}年吗" in str(caught.value)) == bool(year)


def test_what_nobody_sees_is_never_quoted_as_if_it_were_the_fault() -> None:
    with pytest.raises(InputError, match="看不懂“去年春天”"):
        parse_day("\u200b去年\u200e春天\ufeff", today=TODAY)


@given(
    st.dates(EARLIEST, TODAY),
    st.sampled_from(["{0.year}-{0.month}-{0.day}", "{0.year}年{0.month}月{0.day}日", "{0.year}年{0.month}月{0.day}号"]),
    st.sampled_from(["", "。", "，", " ", "\u200b", "\u200e", "\ufeff", "！", "认证", "认证的。"]),
    st.sampled_from(["", "认证日期：", "上次是", "\ufeff", "“"]),
)
def test_a_day_is_read_whatever_stands_around_it(day: date, form: str, after: str, before: str) -> None:
    assert parse_day(before + form.format(day) + after, today=TODAY).day == day


@given(st.text(alphabet="0123456789二三年月日号初正闰农历去今昨天-/. 。\u200b", max_size=14))
def test_any_text_is_a_day_or_a_question_or_a_sentence(text: str) -> None:
    try:
        assert EARLIEST <= parse_day(text, today=TODAY).day <= LATEST
    except InputError as error:
        for one in error.meant:
            assert parse_day(one, today=TODAY).day <= TODAY, "whoever takes an offer is asked no more"
