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
        ("2026-02-13", "从这天起，可以办了"),
        ("2026-03-01", "今天"),
        ("2026-03-15", "截止日，当天办也算按时"),
        ("2026-03-30", "宽限到这天，不要指望它"),
        ("2026-03-31", "从这天起，可能停发"),
    ]


def test_without_grace_the_line_has_no_grace() -> None:
    names = [moment.name for moment in moments(assess(date(2025, 3, 15), date(2025, 3, 15), grace_days=0))]
    assert names == ["今天", "上次认证", "从这天起，可以办了", "截止日，当天办也算按时", "从这天起，可能停发"]


def test_the_picture_says_in_words_what_it_draws() -> None:
    picture = timeline_svg(assess(date(2025, 3, 15), date(2026, 3, 1)))
    assert "<desc" in picture
    assert "截止日，当天办也算按时：2026年3月15日" in picture
    assert picture.count("time-today") == 1


@given(st.dates(date(1990, 1, 1), date(2099, 12, 31)), st.integers(0, 900), st.integers(0, 60))
def test_the_line_is_always_in_the_order_of_time(last: date, later: int, grace: int) -> None:
    found = assess(last, min(date.fromordinal(last.toordinal() + later), date(2100, 12, 31)), grace_days=grace)
    days = [moment.day for moment in moments(found)]
    assert days == sorted(days)
