"""Which rules hold for somebody, and which the safe date must heed besides."""

from dataclasses import replace
from datetime import date

import pytest

from calculator.counting.rules import RULES, Cycle
from calculator.regions import SCHEMES, province, provinces
from calculator.regions.coverage import (
    Demand,
    asking_more,
    current,
    demands_of,
    holding,
    known_anywhere,
    last_change,
    merged,
    older_windows,
    usual_demands,
    within_reach,
)
from calculator.regions.place import find_place
from calculator.regions.schema import RegionalRule, RegionalSource

TODAY = date(2026, 11, 28)
HUNAN = province("hunan").rules[0]


def rule_of(path: str) -> RegionalRule:
    return next(rule for one in provinces() for rule in one.rules if rule.id == path)


def dated(*dates: str) -> RegionalRule:
    sources = tuple(RegionalSource("通知", "某县", text, "") for text in dates)
    return replace(HUNAN, status="reference", sources=sources, checked_on=date(2026, 11, 28))


@pytest.mark.parametrize(
    ("dates", "recent"),
    [
        (["2026"], True),
        (["2024"], True),  # until the end of 2024, as far as is known
        (["2024-11"], True),
        (["2024-10"], False),
        (["2024-11-26"], False),
        (["2024-11-27"], True),
        (["2024年10月或11月"], True),
        (["2020—2022"], False),
        (["2019", "2025-02-30"], True),
        ([""], False),
        (["某年"], False),
        ([], False),
    ],
)
def test_a_reference_is_heeded_for_two_years(dates: list[str], recent: bool) -> None:
    assert dated(*dates).is_recent == recent
    assert current(dated(*dates), TODAY) == recent
    assert not current(replace(dated(*dates), counting=()), TODAY)


def test_what_the_calculator_offers_is_current_however_old_and_what_has_ended_is_not() -> None:
    preset = replace(dated("2019"), status="preset")
    history = replace(preset, status="history", valid_to=date(2025, 3, 31))
    assert current(preset, TODAY)
    assert current(preset, None)
    assert [current(history, day) for day in (date(2025, 3, 31), date(2025, 4, 1), None)] == [True, False, False]


def test_the_most_local_rule_holds() -> None:
    hunan = province("hunan")
    assert [rule.id for rule in holding(hunan, "长沙市", "城乡居民", TODAY)] == ["hunan/changsha/resident"]
    assert [rule.id for rule in holding(hunan, "长沙市岳麓区", "城乡居民", TODAY)] == ["hunan/changsha/resident"]
    assert [rule.id for rule in holding(hunan, "长沙市", "企业职工", TODAY)] == ["hunan/pension"]
    assert holding(hunan, "长沙市", "遗属与供养亲属", TODAY) == ()


def test_of_one_place_s_rules_for_different_people_each_could_hold() -> None:
    baotou = holding(province("inner-mongolia"), "包头市", "遗属与供养亲属", None)
    assert {rule.id.rpartition("/")[2] for rule in baotou} == {"minors", "dependants"}


def test_a_place_s_reach_is_what_lies_around_it_and_inside_it() -> None:
    hebei = province("hebei")

    def places(where: str) -> set[str]:
        return {rule.place for rule in within_reach(hebei, where, ("城乡居民",), TODAY)}

    assert places("保定市高阳县") == {"保定市高阳县"}
    assert "保定市高阳县" in places("保定市")
    assert "张家口市" not in places("保定市")
    assert places("") > {"保定市高阳县", "张家口市", "定州市"}


def test_a_rule_changes_on_its_first_day_and_on_the_day_after_its_last() -> None:
    id = "inner-mongolia"
    assert last_change(date(2025, 3, 31), id) < date(2025, 4, 1)
    assert last_change(date(2025, 4, 1), id) == last_change(TODAY, id) == date(2025, 4, 1)
    assert last_change(TODAY, "hunan") == date.min
    assert last_change(TODAY) >= date(2025, 4, 1)


def test_without_a_place_what_is_usual_depends_on_the_benefit() -> None:
    def cycles(*schemes: str) -> set[Cycle]:
        return {RULES[one.rule].cycle for one in usual_demands(schemes, TODAY)}

    assert cycles() == cycles("企业职工") == cycles("失业") == {Cycle.YEAR}
    assert cycles("城乡居民") == {Cycle.YEAR, Cycle.HALF_YEAR}
    assert cycles("遗属与供养亲属") == {Cycle.YEAR, Cycle.HALF_YEAR, Cycle.LOCAL}
    months = {one.month_days for one in usual_demands(("遗属与供养亲属",), TODAY) if one.rule == "monthly"}
    assert {(one.start, one.end) for one in months if one} == {(1, 15), (1, 10)}


def test_the_same_demand_is_heeded_once_and_knows_everybody_who_makes_it() -> None:
    first, second = rule_of("hunan/pension"), rule_of("hunan/changsha/resident")
    (one,) = demands_of((first, second))
    assert (one.rule, one.asked_by) == ("12-months-month-end", (first, second))
    assert merged((Demand("12-months-month-end"), one, one)) == (one,)


def test_who_asks_more_often_or_at_times_of_their_own_is_told_from_who_does_not() -> None:
    yearly, quarterly = rule_of("hunan/pension"), rule_of("heilongjiang/resident")
    at_times = rule_of("hebei/zhangjiakou/employees")
    heeded = usual_demands((), TODAY)
    assert asking_more((yearly, quarterly, at_times), heeded) == (quarterly, at_times)
    assert asking_more((quarterly, at_times), demands_of((quarterly, at_times))) == ()
    assert asking_more((quarterly,), ()) == (quarterly,)


def test_windows_of_a_past_year_are_named_where_no_newer_word_is_known() -> None:
    places = {rule.place for rule in older_windows(province("hebei"), ("企业职工", "机关事业", "城乡居民"), TODAY)}
    assert places == {"雄安新区", "邯郸市武安市", "沧州市", "沧州市河间市", "邢台市本级"}
    assert not any(older_windows(one, SCHEMES, TODAY) for one in provinces() if one.id != "hebei")
    cangzhou = rule_of("hebei/cangzhou/employees-2023")
    assert cangzhou in known_anywhere(("企业职工",), TODAY)
    assert cangzhou in asking_more(known_anywhere(("企业职工",), TODAY), usual_demands((), TODAY))


@pytest.mark.parametrize(
    ("region", "scheme", "name", "whose"),
    [
        ("hunan/changsha/resident", "企业职工", "湖南省长沙市", "湖南省"),
        ("hunan/changsha/resident", "城乡居民", "湖南省长沙市", "湖南省长沙市"),
        ("hunan/changsha/resident", "遗属与供养亲属", "湖南省长沙市", ""),
    ],
)
def test_a_place_falls_back_to_its_province_and_says_so(region: str, scheme: str, name: str, whose: str) -> None:
    found = find_place(region, scheme, TODAY)
    assert (found.name, found.rule_holds_for) == (name, whose)
    assert found.known == bool(whose)
