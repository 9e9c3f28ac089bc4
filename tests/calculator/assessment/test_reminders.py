"""On which days somebody is reminded, and in which words."""

from datetime import date

import pytest
from hypothesis import given

from calculator import Assessment, Status, assess
from calculator.assessment.reminders import reminders
from calculator.wording.answer import GRACE_CAUTION, GRACE_CAUTION_CHOSEN
from tests.calculator.strategies import assessments

LAST = date(2025, 3, 15)
EVERY_DAY = {
    "due-soon": date(2026, 2, 13),
    "last-week": date(2026, 3, 8),
    "deadline": date(2026, 3, 15),
    "grace-end": date(2026, 3, 30),
}


@pytest.mark.parametrize(
    ("today", "kinds"),
    [
        ("2025-03-15", ["due-soon", "last-week", "deadline", "grace-end"]),
        ("2026-02-13", ["due-soon", "last-week", "deadline", "grace-end"]),
        ("2026-02-14", ["last-week", "deadline", "grace-end"]),
        ("2026-03-09", ["deadline", "grace-end"]),
        ("2026-03-15", ["deadline", "grace-end"]),
        ("2026-03-16", ["grace-end"]),
        ("2026-03-30", ["grace-end"]),
        ("2026-03-31", []),
    ],
)
def test_what_has_gone_by_is_left_out(today: str, kinds: list[str]) -> None:
    found = reminders(assess(LAST, date.fromisoformat(today)))
    assert {one.kind: one.day for one in found} == {kind: EVERY_DAY[kind] for kind in kinds}


def test_without_grace_there_is_no_end_of_it() -> None:
    assert [one.kind for one in reminders(assess(LAST, LAST, grace_days=0))] == ["due-soon", "last-week", "deadline"]


def test_the_end_of_grace_is_named_by_where_the_grace_comes_from() -> None:
    web = reminders(assess(LAST, LAST))[-1]
    assert web.title == "养老认证：网上常说的宽限到今天"
    assert GRACE_CAUTION in web.text
    chosen = reminders(assess(LAST, LAST, grace_days=30))[-1]
    assert chosen.title == "养老认证：您填的宽限到今天"
    assert GRACE_CAUTION_CHOSEN in chosen.text


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
    assert "最稳妥" not in reminders(same)[0].text


def test_a_label_stands_before_every_title() -> None:
    assert {one.title.partition("：")[0] for one in reminders(assess(LAST, LAST), "妈妈")} == {"妈妈"}


@given(assessments())
def test_reminders_come_in_the_order_of_time_and_none_has_gone_by(found: Assessment) -> None:
    days = [one.day for one in reminders(found)]
    assert days == sorted(set(days))
    assert all(found.last < day and found.today <= day <= found.grace_end for day in days)
    assert bool(days) == (found.status is not Status.SUSPENDED)
