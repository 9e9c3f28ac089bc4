"""What is published is what the package knows: every rule, every place, every day."""

from datetime import date, timedelta

import pytest

from calculator import RULES, assess
from calculator.assessment.supported_days import EARLIEST, LATEST
from calculator.counting.rules import Cycle
from calculator.regions import SCHEMES, provinces
from calculator.regions.coverage import Demand
from calculator.regions.divisions import divisions
from calculator.warehouse import tables
from calculator.warehouse.answers import answer_for
from calculator.warehouse.fields import NO_PLACE, NOT_SAID, PLACES, REGIONS, RULE_TABLE

TODAY = date(2026, 11, 28)
SPOTS = {spot.code: spot for spot in tables.spots()}


def test_every_division_of_the_country_is_a_place_with_its_province_city_and_county() -> None:
    assert len(SPOTS) > len(divisions()) > 3000
    found = SPOTS["321302"]
    assert (found.province, found.city, found.county) == ("江苏省", "宿迁市", "宿城区")
    assert (SPOTS["32"].city, SPOTS["3213"].city, SPOTS["3213"].county) == ("", "宿迁市", "")
    assert (SPOTS["130181"].city, SPOTS["130181"].county) == ("", "辛集市")
    assert (SPOTS["110105"].city, SPOTS["110105"].county) == ("", "朝阳区")
    assert SPOTS[NO_PLACE].address == ""


def test_places_with_a_rule_that_are_no_divisions_have_the_path_of_their_region() -> None:
    own = {code for code in SPOTS if not code.isdigit()}
    assert {NO_PLACE, "xpcc"} < own
    assert all(answer_for(SPOTS[code].address, "", TODAY).place for code in own - {NO_PLACE})


def test_the_first_code_is_no_number_so_that_readers_that_guess_take_codes_for_text() -> None:
    assert next(tables.spots()).code == NO_PLACE
    assert not NO_PLACE.isdigit()


def test_every_place_has_a_row_for_each_benefit_and_one_for_who_does_not_say(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "spots", lambda: [SPOTS[code] for code in (NO_PLACE, "32", "3213", "130628", "xpcc")])
    rows = [row for row, _ in tables.places(TODAY)]
    assert [row["code"] for row in rows[:: len(SCHEMES) + 1]] == [NO_PLACE, "32", "3213", "130628", "xpcc"]
    assert {row["scheme"] for row in rows} == {*SCHEMES, NOT_SAID}
    assert all(len(PLACES.row_of(row)) == len(row) for row in rows)
    residents = next(row for row in rows if row["code"] == "130628" and row["scheme"] == "城乡居民")
    assert "6-months" in residents["counting"]
    assert residents["rules"].startswith("hebei/")
    nowhere = rows[0]
    assert (nowhere["counting"], nowhere["suspension"], nowhere["rules"]) == ("article", "unknown", "")


def test_regions_and_rules_have_a_row_each_with_every_column() -> None:
    regions, rules = list(tables.regions()), list(tables.rules())
    assert [row["id"] for row in rules] == list(RULES)
    assert len(regions) == sum(len(one.rules) for one in provinces())
    for layout, rows in ((REGIONS, regions), (RULE_TABLE, rules)):
        assert all([one.name for one in layout.fields] == list(row) for row in rows)
        for field in layout.fields:
            assert not field.required or all(row[field.name] for row in rows), field.name
            assert not field.among or {row[field.name] for row in rows} <= {*field.among, ""}, field.name


def test_every_day_of_every_rule_is_what_assess_says() -> None:
    found = dict(tables.deadlines(()))
    for rule in RULES.values():
        if rule.cycle is Cycle.LOCAL:
            assert rule.id not in found
            continue
        assert len(found[rule.id]) == (LATEST - EARLIEST).days + 1
        for number in range(0, len(found[rule.id]), 97):
            last = EARLIEST + timedelta(days=number)
            assert found[rule.id][number] == assess(last, last, rule.id).deadline


def test_an_answers_three_keys_lead_to_its_deadline_its_grace_and_its_safe_date(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(tables, "EARLIEST", first := date(2025, 1, 1))
    monkeypatch.setattr(tables, "LATEST", date(2026, 6, 30))
    tables._tabulated.cache_clear()
    answers = [answer_for(region, "", TODAY) for region in ("", "江苏省宿迁市", "海南省", "河北省保定市高阳县")]
    answers.append(type(answers[0])(None, (None,), (Demand("half-year", begins=date(2026, 1, 1)),)))
    found = dict(tables.deadlines(answers))
    tables._tabulated.cache_clear()
    assert list(found) == sorted(found)
    for answer in answers:
        for number in range(0, 540, 7):
            last = first + timedelta(days=number)
            due = answer.due_from(last)[0]
            days = [found[key][number] for key in (answer.counting, answer.grace, answer.safe)]
            assert days == [due.deadline, due.grace_end, answer.safe_from(last, due.deadline)]
