"""The line of time shows the assessment, in the order of time and in words."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from calculator import assess
from calculator.render.timeline import moments, timeline_svg


def test_every_day_of_the_assessment_is_on_the_line() -> None:
    found = assess(date(2025, 3, 15), date(2026, 3, 1))
    assert [(moment.day.isoformat(), moment.name) for moment in moments(found)] == [
        ("2025-03-15", "上次认证"),
        ("2026-01-29", "从这天起，日子近了"),
        ("2026-02-28", "一年一次的地方，最稳妥"),
        ("2026-03-01", "今天"),
        ("2026-03-15", "截止日，多数地方当天办也算按时"),
        ("2026-03-16", "从这天起，可能停发"),
    ]


def test_without_grace_the_line_has_no_grace() -> None:
    names = [moment.name for moment in moments(assess(date(2025, 3, 15), date(2025, 3, 15), grace_days=0))]
    assert names == [
        "今天",
        "上次认证",
        "从这天起，日子近了",
        "一年一次的地方，最稳妥",
        "截止日，多数地方当天办也算按时",
        "从这天起，可能停发",
    ]


def test_grace_that_somebody_gave_is_on_the_line() -> None:
    found = assess(date(2025, 3, 15), date(2025, 3, 15), grace_days=20)
    assert [moment.name for moment in moments(found)][-2:] == ["您填的宽限到这天，不要指望它", "从这天起，可能停发"]


def test_the_days_until_a_place_stops_payment_are_not_called_grace() -> None:
    found = assess(date(2025, 3, 15), date(2025, 3, 15), region="江苏")
    assert [moment.name for moment in moments(found)][-2:] == ["停发以前的最后一天", "从这天起，可能停发"]


def test_the_line_says_from_when_a_certification_counts() -> None:
    found = assess(date(2026, 3, 9), date(2026, 3, 20), region="呼和浩特市", scheme="遗属与供养亲属")
    assert ("2026-04-01", "从这天起，当地办这一次") in [
        (moment.day.isoformat(), moment.name) for moment in moments(found)
    ]


def test_the_picture_says_in_words_what_it_draws() -> None:
    picture = timeline_svg(assess(date(2025, 3, 15), date(2026, 3, 1)))
    assert "<desc" in picture
    assert "截止日，多数地方当天办也算按时：2026年3月15日" in picture
    assert picture.count("time-today") == 1


@given(st.dates(date(1990, 1, 1), date(2099, 12, 31)), st.integers(0, 900), st.integers(0, 60))
def test_the_line_is_always_in_the_order_of_time(last: date, later: int, grace: int) -> None:
    found = assess(last, min(date.fromordinal(last.toordinal() + later), date(2100, 12, 31)), grace_days=grace)
    days = [moment.day for moment in moments(found)]
    assert days == sorted(days)
