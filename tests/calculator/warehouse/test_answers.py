"""An answer reduced to names gives what ``assess`` gives, for whoever shares the names."""

import random
from dataclasses import replace
from datetime import date, timedelta

import pytest

from calculator import RULES, assess
from calculator.assessment.assess import safe_from
from calculator.counting.rules import MonthDays, Window
from calculator.regions import SCHEMES, presets, provinces
from calculator.regions.coverage import Demand, Key
from calculator.regions.divisions import divisions
from calculator.warehouse.answers import Answer, answer_for
from calculator.warehouse.keys import DEFAULT_KEY, key_of, key_of_demands

TODAY = date(2026, 11, 28)


def test_a_key_names_its_ways_in_the_order_of_the_table_and_each_once() -> None:
    windows = (Window((9, 1), (10, 31)),)
    ways = [Key("windows", windows), Key("365-days"), Key("6-months"), Key("365-days")]
    assert key_of(ways) == "365-days+6-months+windows:09-01/10-31"
    assert key_of([Key("monthly", month_days=MonthDays(1, 15))]) == "monthly:1/15"
    assert key_of([Key("12-months"), Key("365-days")]) == DEFAULT_KEY
    assert key_of([Key("windows", windows, eve=True), Key("365-days")]) == "365-days+windows:09-01/10-31-1d"
    assert key_of([Key("monthly", month_days=MonthDays(1, 10), eve=True)]) == "monthly:1/10-1d"
    assert key_of([Key("12-months", eve=True), Key("365-days", eve=True)]) == "12-months-1d+365-days-1d"


def test_no_two_rules_in_force_have_one_key_and_different_deadlines() -> None:
    chance = random.Random(1)  # noqa: S311 - the same every time
    found: dict[tuple[str, date], date] = {}
    for province in provinces():
        for rule in presets(province):
            answer = answer_for(rule.id, rule.schemes[0], TODAY)
            for _ in range(40):
                last = TODAY - timedelta(days=chance.randrange(800))
                due = answer.due_from(last)[0].deadline
                assert found.setdefault((answer.counting, last), due) == due


def test_every_answer_gives_the_days_of_assess_also_where_it_is_asked_for_another_place_of_its_shape() -> None:
    chance = random.Random(2)  # noqa: S311 - the same every time
    first: dict[tuple[str, str], Answer] = {}
    for place in chance.sample(divisions(), 400):
        scheme = chance.choice(("", *SCHEMES))
        mine = answer_for(place.path, scheme, TODAY)
        answer = first.setdefault(mine.shape, mine)
        for _ in range(8):
            last = TODAY - timedelta(days=chance.randrange(900))
            expected = assess(last, TODAY, region=place.path, scheme=scheme)
            due, option = answer.due_from(last)
            assert (due.deadline, due.grace_end) == (expected.deadline, expected.grace_end), place.path
            assert answer.safe_from(last, due.deadline) == expected.safe_date, place.path
            assert expected.place
            assert (
                expected.place.name in mine.basis[option]
                or "常见的两种" in mine.basis[option]
                or not expected.place.rule
            )
    assert len(first) > 20


def test_without_a_place_the_common_rule_is_told_as_such() -> None:
    answer = answer_for("", "", TODAY)
    assert (answer.counting, answer.grace, answer.basis) == (
        DEFAULT_KEY,
        "article>15d?",
        ("按常见的两种算法取早的一天。",),
    )
    assert set(answer.safe.split("+")) == {
        "12-months",
        "12-months-eve",
        "12-months-month-end",
        "12-months-inclusive",
        "365-days",
        "365-days-eve",
        "calendar-year",
    }


def test_a_place_whose_notices_say_no_grace_has_the_key_of_its_deadline_for_both() -> None:
    plain = [answer_for(rule.id, rule.schemes[0], TODAY) for one in provinces() for rule in presets(one)]
    assert any(one.grace == one.counting for one in plain)
    assert any(one.grace.endswith(">month-end") for one in plain)


def test_grace_that_an_official_text_gives_stands_in_the_key() -> None:
    answer = _with_grace(30)
    due = answer.due_from(date(2026, 1, 1))[0]
    assert answer.due.endswith(">30d")
    assert due.grace_end - due.deadline == timedelta(30)
    assert ">" not in _with_grace(0).due


def _with_grace(days: int) -> Answer:
    """No notice gives any days yet: a place that would."""
    one = next(rule for province in provinces() for rule in presets(province) if rule.suspension.grace_days is None)
    answer = answer_for(one.id, one.schemes[0], TODAY)
    assert answer.place
    assert answer.place.rule
    rule = replace(one, suspension=replace(one.suspension, grace_days=days))
    place = replace(answer.place, rule=rule, options=())
    return replace(answer, place=place, options=(place,))


def test_a_demand_that_begins_on_a_day_to_come_has_a_key_of_its_own_and_is_heeded_only_for_later_deadlines() -> None:
    later = Demand("half-year", begins=date(2027, 1, 1))
    answer = replace(answer_for("", "", TODAY), heeded=(Demand("12-months"), later))
    assert answer.safe_ways == ()
    assert answer.safe == "article+half-year@2027-01-01<article>15d?"
    assert answer.safe == key_of_demands(answer.due, answer.ways, answer.heeded)
    for last in (date(2025, 3, 1), date(2026, 3, 1)):
        due = answer.due_from(last)[0].deadline
        assert answer.days(answer.safe, last) == safe_from(last, due, answer.heeded)
        assert answer.days(answer.grace, last) == due + timedelta(days=15)
    assert answer.days(answer.safe, date(2026, 3, 1)) == date(2026, 12, 31)


@pytest.mark.parametrize("rule", RULES)
def test_a_single_rule_is_its_own_key(rule: str) -> None:
    assert key_of([Key(rule)]) == rule
