"""On which days somebody is reminded, and in which words."""

from datetime import date

import pytest
from hypothesis import given

from calculator import Assessment, assess
from calculator.assessment.reminders import reminders
from calculator.wording.answer import GRACE_CAUTION_CHOSEN
from tests.calculator.strategies import assessments

LAST = date(2025, 3, 15)
EVERY_DAY = {
    "due-soon": date(2026, 1, 29),
    "last-week": date(2026, 2, 21),
    "safe-date": date(2026, 2, 28),
    "deadline": date(2026, 3, 15),
}


@pytest.mark.parametrize(
    ("today", "kinds"),
    [
        ("2025-03-15", ["due-soon", "last-week", "safe-date", "deadline"]),
        ("2026-01-29", ["due-soon", "last-week", "safe-date", "deadline"]),
        ("2026-01-30", ["last-week", "safe-date", "deadline"]),
        ("2026-02-22", ["safe-date", "deadline"]),
        ("2026-02-28", ["safe-date", "deadline"]),
        ("2026-03-01", ["deadline"]),
        ("2026-03-15", ["deadline"]),
        ("2026-03-16", []),
    ],
)
def test_what_has_gone_by_is_left_out(today: str, kinds: list[str]) -> None:
    found = reminders(assess(LAST, date.fromisoformat(today)))
    assert {one.kind: one.day for one in found} == {kind: EVERY_DAY[kind] for kind in kinds}


def test_without_grace_there_is_no_end_of_it() -> None:
    kinds = [one.kind for one in reminders(assess(LAST, LAST, grace_days=0))]
    assert kinds == ["due-soon", "last-week", "safe-date", "deadline"]


def test_the_web_s_15_days_are_nothing_to_be_reminded_of() -> None:
    found = reminders(assess(LAST, LAST))
    assert "grace-end" not in [one.kind for one in found]
    assert not any("宽限" in one.title + one.text for one in found)


def test_days_of_grace_that_somebody_gave_are_theirs() -> None:
    chosen = reminders(assess(LAST, LAST, grace_days=30))[-1]
    assert chosen.title == "养老认证：您填的宽限到今天"
    assert GRACE_CAUTION_CHOSEN in chosen.text


def test_where_no_rule_of_the_place_is_known_the_others_are_not_forgotten() -> None:
    more = "少数地方半年、每季或每月一次"
    assert more in reminders(assess(LAST, LAST))[0].text
    assert more not in reminders(assess(LAST, LAST, region="hunan"))[0].text


def test_nobody_is_reminded_before_the_time_in_which_a_certification_counts() -> None:
    found = assess(date(2026, 3, 9), date(2026, 3, 20), region="呼和浩特市", scheme="遗属与供养亲属")
    assert (found.opens, found.deadline) == (date(2026, 4, 1), date(2026, 4, 15))
    assert [(one.kind, one.day.day) for one in reminders(found)] == [("last-week", 8), ("deadline", 15)]


def test_a_place_s_own_grace_is_told_in_its_words() -> None:
    found = assess(LAST, LAST, region="jiangsu/suqian/enterprise")
    assert found.place
    assert found.place.rule
    late = reminders(found)[-1]
    assert (late.kind, late.day) == ("grace-end", date(2026, 3, 31))
    assert late.title == "养老认证：照当地的说法，过了今天就可能停发"
    assert found.place.rule.suspension.text in late.text


def test_the_text_names_the_safe_date_where_it_is_earlier() -> None:
    assert "最稳妥是在2026年2月28日（星期六）当天或以前办好" in reminders(assess(LAST, LAST))[0].text
    same = assess(date(2025, 2, 28), date(2025, 2, 28), "12-months-inclusive")
    assert same.safe_date == same.deadline
    first, *_, last = reminders(same)
    assert "最稳妥" not in first.text
    assert first.title == "养老认证：日子近了，最晚2026年1月31日"
    assert (last.kind, last.day) == ("deadline", same.deadline)


def test_a_label_stands_before_every_title() -> None:
    assert {one.title.partition("：")[0] for one in reminders(assess(LAST, LAST), "妈妈")} == {"妈妈"}


@given(assessments())
def test_reminders_come_in_the_order_of_time_and_none_has_gone_by(found: Assessment) -> None:
    days = [one.day for one in reminders(found)]
    assert days == sorted(set(days))
    assert all(found.last < day and found.today <= day < found.may_stop_from for day in days)
    assert bool(days) == (found.today < found.may_stop_from)
