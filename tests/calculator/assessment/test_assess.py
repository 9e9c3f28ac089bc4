"""An assessment says what the ladder, the safe date and the working promise."""

from datetime import date, datetime

import pytest

from calculator import InputError, Status, assess
from calculator.assessment.working import GraceOrigin
from calculator.sources import facts

LAST = date(2025, 3, 15)


@pytest.mark.parametrize(
    ("today", "status", "days_left"),
    [
        ("2026-02-12", Status.ON_TIME, 31),
        ("2026-02-13", Status.DUE_SOON, 30),
        ("2026-03-14", Status.DUE_SOON, 1),
        ("2026-03-15", Status.LAST_DAY, 0),
        ("2026-03-16", Status.IN_GRACE, -1),
        ("2026-03-30", Status.IN_GRACE, -15),
        ("2026-03-31", Status.SUSPENDED, -16),
    ],
)
def test_the_ladder_step_by_step(today: str, status: Status, days_left: int) -> None:
    found = assess(last=LAST, today=date.fromisoformat(today), rule="article", grace_days=15)
    assert (found.status, found.days_left) == (status, days_left)
    assert (found.deadline, found.grace_end, found.suspended_from) == (
        date(2026, 3, 15),
        date(2026, 3, 30),
        date(2026, 3, 31),
    )


def test_without_grace_payment_may_stop_the_day_after_the_deadline() -> None:
    found = assess(LAST, date(2026, 3, 16), grace_days=0)
    assert found.grace_end == found.deadline
    assert found.suspended_from == date(2026, 3, 16)
    assert found.status is Status.SUSPENDED


def test_the_safe_date_heeds_all_yearly_rules() -> None:
    assert assess(LAST, LAST).safe_date == date(2026, 2, 28)


@pytest.mark.parametrize("scheme", ["城乡居民", "工伤"])
def test_half_yearly_rules_join_for_schemes_that_some_places_count_so(scheme: str) -> None:
    found = assess(LAST, LAST, scheme=scheme)
    assert (found.scheme, found.safe_date) == (scheme, date(2025, 9, 10))


def test_survivors_of_whom_no_place_is_known_heed_whoever_asks_by_the_month() -> None:
    found = assess(LAST, LAST, scheme="遗属与供养亲属")
    assert (found.deadline, found.safe_date) == (date(2026, 3, 15), date(2025, 4, 9))  # 每月10日前


@pytest.mark.parametrize("scheme", ["", "企业职工", "机关事业", "失业", "被征地"])
def test_half_yearly_rules_stay_away_otherwise(scheme: str) -> None:
    assert assess(LAST, LAST, scheme=scheme).safe_date == date(2026, 2, 28)


def test_choosing_a_half_yearly_rule_makes_the_others_join() -> None:
    found = assess(LAST, LAST, "6-months")
    assert (found.deadline, found.safe_date) == (date(2025, 9, 15), date(2025, 9, 10))


def test_choosing_a_quarterly_rule_makes_the_half_yearly_join_too() -> None:
    found = assess(LAST, LAST, "quarter")
    assert (found.deadline, found.safe_date) == (date(2025, 6, 30), date(2025, 6, 14))
    assert {one.rule for one in found.heeded} > {"quarter", "half-year", "180-days", "12-months-eve"}


def test_every_rolling_rule_is_read_side_by_side() -> None:
    readings = {reading.rule: reading.deadline for reading in assess(LAST, LAST).readings}
    assert readings == {
        "12-months": date(2026, 3, 15),
        "12-months-eve": date(2026, 3, 14),
        "12-months-month-end": date(2026, 3, 31),
        "12-months-inclusive": date(2026, 2, 28),
        "365-days": date(2026, 3, 15),
        "365-days-eve": date(2026, 3, 14),
        "6-months": date(2025, 9, 15),
        "6-months-eve": date(2025, 9, 14),
        "6-months-month-end": date(2025, 9, 30),
        "180-days": date(2025, 9, 11),
        "180-days-eve": date(2025, 9, 10),
        "calendar-year": date(2026, 12, 31),
        "half-year": date(2025, 12, 31),
        "quarter": date(2025, 6, 30),
        "3-months-eve": date(2025, 6, 14),
    }


def test_the_working_is_in_a_citizens_words_and_each_claim_names_its_facts() -> None:
    working = assess(LAST, date(2026, 3, 1)).working
    assert "2025年3月15日（星期六）" in working[0].text
    assert [step.rule for step in working if step.rule] == ["12-months", "365-days", "article"]
    assert all(step.facts for step in working[:-1])
    assert {fact for step in working for fact in step.facts} <= set(facts())
    assert not any("12-months" in step.text for step in working)


def test_two_readings_that_differ_are_told_apart() -> None:
    texts = " ".join(step.text for step in assess(date(2027, 3, 15), date(2027, 3, 15)).working)
    assert "取早的：2028年3月14日" in texts


def test_a_moment_is_taken_as_its_day() -> None:
    moment = datetime(2025, 3, 15, 12)  # noqa: DTZ001
    assert assess(moment, moment).last == LAST


@pytest.mark.parametrize(
    ("grace_days", "origin"),
    [(None, GraceOrigin.DEFAULT), (15, GraceOrigin.DEFAULT), (14, GraceOrigin.CHOSEN), (0, GraceOrigin.CHOSEN)],
)
def test_grace_that_is_not_the_webs_is_the_persons(grace_days: int | None, origin: GraceOrigin) -> None:
    assert assess(LAST, LAST, grace_days=grace_days).grace_origin is origin


@pytest.mark.parametrize(
    ("arguments", "field", "code", "words"),
    [
        ((date(1989, 12, 31), LAST), "last", "too-early", "1989年12月31日"),
        ((LAST, date(2101, 1, 1)), "today", "too-late", "2101年1月1日"),
        ((LAST, date(2025, 3, 14)), "last", "future", "2025年3月15日还没有到。请填写今天（2025年3月14日）"),
        ((LAST, LAST, "weekly"), "rule", "unknown", "没有叫“weekly”的算法。请从这些里面选一个：article、"),
        ((LAST, LAST, "windows"), "rule", "needs-region", "“当地规定的时间段”要知道当地的时间段"),
        ((LAST, LAST, "monthly"), "rule", "needs-region", "“每个月一次”要知道当地的时间段"),
        ((LAST, LAST, "article", -1), "grace", "range", "0到366之间"),
        ((LAST, LAST, "article", 367), "grace", "range", "0到366之间"),
    ],
)
def test_what_cannot_be_assessed_is_refused_by_field(arguments: tuple, field: str, code: str, words: str) -> None:
    with pytest.raises(InputError) as caught:
        assess(*arguments)
    assert (caught.value.field, caught.value.code) == (field, code)
    assert words in caught.value.message


@pytest.mark.parametrize("grace_days", [0, 366])
def test_both_ends_of_grace_are_taken(grace_days: int) -> None:
    assert assess(LAST, LAST, grace_days=grace_days).grace_days == grace_days


def test_a_scheme_that_is_none_is_refused_with_those_that_are() -> None:
    with pytest.raises(InputError, match="没有叫“车险”的险种。请从这些里面选一个：企业职工、") as caught:
        assess(LAST, LAST, scheme="车险")
    assert (caught.value.field, caught.value.code) == ("scheme", "unknown")


def test_both_ends_of_the_supported_range_work() -> None:
    assert assess(date(1990, 1, 1), date(2100, 12, 31)).deadline == date(1991, 1, 1)
    assert assess(date(2100, 12, 31), date(2100, 12, 31)).deadline == date(2101, 12, 31)
