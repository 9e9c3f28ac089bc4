"""Regional data is sound, and a broken file is named with its field and the form expected."""

import json
import re
from calendar import monthrange
from copy import deepcopy
from dataclasses import replace
from datetime import date, timedelta
from importlib import import_module
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from calculator import assess
from calculator.assessment.working import GraceOrigin
from calculator.counting.rules import deadline
from calculator.data import read_json
from calculator.reading.form import fill_in
from calculator.regions import PROVINCES, Province, Suspension, presets, province, provinces
from calculator.regions.place import find_place
from calculator.regions.schema import RegionalRule, RegionDataError, read_province
from calculator.render.answer import answer_html
from calculator.sources import facts
from scripts.pages.claims import words_to_say

preset = pytest.mark.parametrize(
    "rule", [rule for one in provinces() for rule in presets(one)], ids=lambda rule: rule.id
)
every = pytest.mark.parametrize("rule", [rule for one in provinces() for rule in one.rules], ids=lambda rule: rule.id)


def test_all_31_provinces_and_the_corps_are_there_and_nothing_else() -> None:
    assert len(PROVINCES) == 32
    found = {file.name for file in files("calculator.regions").iterdir() if file.name.endswith(".json")}
    assert found == {f"{name}.json" for name in PROVINCES}


@every
def test_a_worked_example_follows_from_its_own_rule(rule: RegionalRule) -> None:
    for example in rule.examples:
        if rule.counting:
            computed = min(deadline(one, example.last, rule.windows, rule.month_days) for one in rule.counting)
            assert computed == example.deadline


@preset
def test_a_preset_is_offered_and_answers(rule: RegionalRule) -> None:
    last = date(2026, 3, 15)
    found = assess(last, today=date(2026, 11, 23), region=rule.id)
    assert found.place is not None
    assert found.place.rule is rule
    assert found.deadline == min(deadline(one, last, rule.windows, rule.month_days) for one in rule.counting)
    assert found.safe_date <= found.deadline <= found.grace_end < found.suspended_from
    assert found.working[0].notices == rule.sources
    assert found.working[0].checked_on == rule.checked_on


@preset
def test_payment_goes_on_as_long_as_the_place_says(rule: RegionalRule) -> None:
    found = assess(date(2026, 3, 15), today=date(2026, 11, 23), region=rule.id)
    month_end = found.deadline.replace(day=monthrange(found.deadline.year, found.deadline.month)[1])
    assert found.grace_origin is GraceOrigin.REGION
    assert found.grace_end == (month_end if rule.suspension.kind == "next-month" else found.deadline)


@pytest.mark.parametrize("one", tuple(provinces()), ids=lambda one: one.id)
def test_a_rule_for_a_whole_province_is_found_by_its_name_and_scheme(one: Province) -> None:
    for rule in presets(one):
        if not rule.place and not rule.scheme_note:
            for scheme in rule.schemes:
                found = find_place(one.name, scheme).rule
                assert found is not None
                assert scheme in found.schemes


@every
def test_sentences_are_whole(rule: RegionalRule) -> None:
    for text in (rule.unit_note, rule.suspension.text, rule.resumption, rule.first_deadline.text, rule.note):
        assert not text or text.rstrip("”）").endswith(("。", "？")), text


@every
def test_a_thing_is_called_by_its_one_word(rule: RegionalRule) -> None:
    said = "".join(
        (rule.unit_note, rule.suspension.said, rule.resumption, rule.first_deadline.text, rule.note, rule.reason)
    )
    ours = re.sub("“[^”]*”|《[^》]*》", "", said)
    assert not [wrong for wrong in (*words_to_say(), "暂停") if wrong in ours]


@every
def test_every_rule_says_when_it_was_checked(rule: RegionalRule) -> None:
    assert rule.checked_on <= date(2026, 11, 28)


@pytest.mark.parametrize("one", tuple(provinces()), ids=lambda one: one.id)
def test_what_a_province_says_of_looking_up_a_date_rests_on_facts(one: Province) -> None:
    assert set(one.lookup_sources) <= set(facts())
    assert bool(one.lookup_sources) >= bool(one.lookup)


@pytest.mark.parametrize("name", ["qinghai", "ningxia", "xinjiang", "xpcc", "zhejiang", "shanghai"])
def test_a_province_without_a_source_says_so_and_gets_the_usual_answer(name: str) -> None:
    found = assess(date(2026, 3, 15), date(2026, 11, 23), region=name, scheme="企业职工")
    usual = assess(date(2026, 3, 15), date(2026, 11, 23), scheme="企业职工")
    assert found.place is not None
    assert found.place.rule is None
    assert (found.deadline, found.safe_date, found.grace_end) == (usual.deadline, usual.safe_date, usual.grace_end)
    assert province(name).no_source in found.working[0].text
    assert "12333" in province(name).no_source or province(name).hotline == "12333"


@pytest.mark.parametrize(
    ("region", "scheme", "last", "expected"),
    [
        ("jiangsu", "企业职工", "2021-08-11", "2022-08-11"),
        ("江苏", "企业职工", "2021-08-11", "2022-08-11"),
        ("广西壮族自治区", "企业职工", "2024-04-10", "2025-04-30"),
        ("广西", "遗属与供养亲属", "2024-04-10", "2024-10-31"),
        ("guangdong", "城乡居民", "2023-06-20", "2024-06-30"),
        ("hainan", "企业职工", "2022-03-20", "2023-02-28"),
        ("henan", "遗属与供养亲属", "2026-01-20", "2026-07-18"),
        ("郑州市二七区", "遗属与供养亲属", "2026-01-20", "2026-07-18"),
        ("洛阳", "遗属与供养亲属", "2026-01-20", "2026-07-18"),
        ("咸阳市渭城区", "城乡居民", "2024-12-05", "2025-03-04"),
        ("henan/huaxian", "企业职工", "2022-03-10", "2023-03-09"),
        ("江苏省宿迁市", "企业职工", "2021-08-11", "2022-08-11"),
        ("宿迁", "企业职工", "2021-08-11", "2022-08-11"),
        ("河南滑县", "企业职工", "2022-03-10", "2023-03-09"),
        ("fujian", "城乡居民", "2027-03-15", "2028-03-14"),
        ("gansu", "企业职工", "2027-03-15", "2028-03-14"),
        ("hebei/zhangjiakou", "企业职工", "2026-03-15", "2027-03-15"),
    ],
)
def test_a_place_counts_as_its_notice_does(region: str, scheme: str, last: str, expected: str) -> None:
    found = assess(date.fromisoformat(last), date.fromisoformat(last), region=region, scheme=scheme)
    assert found.deadline == date.fromisoformat(expected)


def test_a_places_own_rule_of_suspension_replaces_the_15_days() -> None:
    found = assess(date(2024, 8, 5), date(2024, 8, 5), region="hunan", scheme="企业职工")
    assert (found.deadline, found.grace_days) == (date(2025, 8, 31), 0)
    assert found.suspended_from == date(2025, 9, 1)
    assert "15天" not in found.working[-3].text


@pytest.mark.parametrize(
    ("region", "scheme", "last", "deadline", "safe"),
    [
        ("河北高阳县", "企业职工", "2023-05-01", "2024-05-01", "2024-04-30"),
        ("河北高阳县", "城乡居民", "2024-02-01", "2024-08-01", "2024-07-31"),
        ("安徽宿松县", "企业职工", "2023-03-20", "2024-03-20", "2024-03-19"),
        ("福建莆田", "企业职工", "2021-09-01", "2022-09-01", "2022-08-31"),
        ("贵州紫云县", "企业职工", "2021-03-11", "2022-03-11", "2022-03-10"),
        ("河南内乡县", "企业职工", "2023-02-01", "2024-02-01", "2024-01-31"),
        ("江苏宿迁", "企业职工", "2021-08-11", "2022-08-11", "2022-07-31"),  # by the month, as 江苏 writes it
        ("海口", "城乡居民", "2022-12-01", "2023-06-01", "2023-05-31"),
        ("江苏", "城乡居民", "2026-01-20", "2027-01-20", "2026-12-31"),  # 今年1月认证, again before (前) next January
        ("江西九江", "企业职工", "2024-10-10", "2025-10-09", "2025-10-08"),
        ("南昌", "企业职工", "2024-10-10", "2025-10-09", "2025-10-08"),  # by the same paper of the province
        ("西咸新区", "机关事业", "2024-01-15", "2025-01-14", "2025-01-13"),  # 以前
        ("西安", "企业职工", "2021-05-18", "2022-05-17", "2022-05-16"),
        ("广西", "企业职工", "2022-03-01", "2023-03-31", "2023-03-30"),
        ("广西", "遗属与供养亲属", "2022-03-01", "2022-09-30", "2022-09-29"),
        ("柳州", "企业职工", "2022-06-01", "2023-06-30", "2023-06-29"),
        ("广东湛江", "城乡居民", "2018-07-31", "2019-07-31", "2019-07-30"),
        ("深圳", "企业职工", "2022-08-31", "2023-08-31", "2023-08-30"),
        ("重庆", "企业职工", "2023-10-06", "2024-10-05", "2024-10-04"),
        ("唐山", "城乡居民", "2026-01-01", "2026-07-01", "2026-07-01"),  # 前 is said of 6月30日, and not of the 6个月
        ("唐山", "城乡居民", "2026-01-20", "2026-07-20", "2026-07-20"),
        ("唐山", "城乡居民", "2026-12-31", "2027-06-30", "2027-06-29"),  # 6月30日前
        ("包头", "遗属与供养亲属", "2026-10-20", "2026-11-10", "2026-11-09"),  # 每月10日前
        ("泉州", "企业职工", "2026-01-20", "2027-01-20", "2026-12-31"),  # 12个自然月
    ],
)
def test_a_day_that_a_notice_may_not_count_is_not_the_safe_one(
    region: str, scheme: str, last: str, deadline: str, safe: str
) -> None:
    """Most are the notice's own example, which writes 前, 之前 or 以前 behind the day."""
    found = assess(date.fromisoformat(last), date.fromisoformat(last), region=region, scheme=scheme)
    assert (found.deadline, found.safe_date) == (date.fromisoformat(deadline), date.fromisoformat(safe))


@every
def test_a_notice_that_says_before_a_day_says_what_is_made_of_it(rule: RegionalRule) -> None:
    assert bool(rule.eve) == bool(re.search("最稳妥的日子(至少)?早一天", rule.unit_note))
    if rule.eve and rule.status == "preset":
        for last in (date(2024, 2, 29), date(2025, 8, 31), date(2026, 1, 1)):
            found = assess(last, last, region=rule.id)
            assert last < found.safe_date <= min(deadline(one, last, rule.windows, rule.month_days) for one in rule.eve)
            assert found.safe_date < found.deadline or rule.eve != rule.counting


def test_the_day_before_is_told_with_the_way_of_counting_that_it_belongs_to() -> None:
    html = answer_html(fill_in({"last": "2026-3-15", "region": "广西", "scheme": "企业职工"}, date(2026, 11, 28)))
    assert "<td>满12个月那个月的月底，通知写“前”，早一天（广西、广西柳州市）</td><td>2027年3月30日" in html
    assert "说法里，最早的一天。" in html, "the place's own word, and not its neighbour's"


@every
def test_no_rule_leaves_it_to_its_reader_to_count(rule: RegionalRule) -> None:
    assert not re.search("再早一天|自己数|还不能算", rule.unit_note + rule.reason + rule.note)


@every
def test_what_a_notice_could_also_mean_is_never_later_than_its_rule(rule: RegionalRule) -> None:
    for last in (date(2024, 2, 29), date(2025, 8, 31), date(2026, 1, 1)):
        due = min([deadline(one, last, rule.windows, rule.month_days) for one in rule.counting], default=last)
        assert all(deadline(one, last) <= due for one in rule.safe_counting)
        assert last.day > 1 or all(deadline(one, last) < due for one in rule.safe_counting)


def test_days_of_grace_that_a_place_gives_are_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    hunan = find_place("hunan")
    assert hunan.rule
    generous = replace(hunan, rule=replace(hunan.rule, suspension=Suspension("next-day", "给7天。", 7)))
    monkeypatch.setattr(import_module("calculator.assessment.assess"), "find_place", lambda *_: generous)
    found = assess(date(2024, 8, 5), date(2024, 8, 5), region="hunan")
    assert (found.grace_days, found.grace_end) == (7, date(2025, 9, 7))
    assert "给7天。照这样，从2025年9月8日（星期一）起可能停发。" in found.working[-3].text


def test_the_day_on_which_a_place_stops_in_a_batch_is_a_field_and_nobody_is_told_to_wait_for_it() -> None:
    found = assess(date(2025, 6, 1), date(2026, 6, 10), region="河南滑县", scheme="企业职工")
    assert found.place is not None
    assert found.place.rule is not None
    suspension = found.place.rule.suspension
    assert (suspension.kind, suspension.batch_stop) == ("batch", (9, 1))
    assert suspension.said == suspension.text + "统一从9月1日起停发。"
    assert (found.deadline, found.may_stop_from) == (date(2026, 5, 31), date(2026, 6, 1))
    assert suspension.said in found.working[-3].text


@every
def test_a_day_in_the_words_of_suspension_that_everybody_is_stopped_on_is_a_field(rule: RegionalRule) -> None:
    if rule.suspension.kind == "batch":
        assert not re.search("从[0-9]+月", rule.suspension.text)


@every
def test_a_rule_that_another_replaced_holds_until_the_day_before(rule: RegionalRule) -> None:
    replaced = re.search("从([0-9]+)年([0-9]+)月([0-9]+)日起", rule.reason)
    if replaced:
        assert rule.valid_to == date(*map(int, replaced.groups())) - timedelta(days=1)


def test_days_of_grace_that_a_person_gives_are_heard_even_with_a_place() -> None:
    assert assess(date(2024, 8, 5), date(2024, 8, 5), grace_days=3, region="hunan").grace_days == 3


def test_a_rule_that_a_person_gives_replaces_the_places_own() -> None:
    found = assess(date(2024, 8, 5), date(2024, 8, 5), "12-months", region="hunan")
    assert (found.rule, found.deadline) == ("12-months", date(2025, 8, 5))


def test_local_windows_can_be_chosen_where_the_place_has_them() -> None:
    found = assess(date(2026, 3, 15), date(2026, 3, 15), "windows", region="hebei/zhangjiakou", scheme="企业职工")
    assert found.deadline == date(2027, 6, 30)


def test_the_safe_date_heeds_the_places_own_windows_whatever_rule_is_chosen() -> None:
    found = assess(date(2026, 7, 15), date(2026, 7, 15), "12-months", region="hebei/zhangjiakou", scheme="企业职工")
    assert (found.deadline, found.safe_date) == (date(2027, 7, 15), date(2027, 6, 30))
    assert {one.rule: one.applies for one in found.readings}["windows"]


def test_the_safe_date_heeds_the_provinces_rule_beside_the_places() -> None:
    found = assess(date(2027, 3, 15), date(2027, 3, 15), region="henan/neixiang", scheme="企业职工")
    assert (found.deadline, found.safe_date) == (date(2028, 3, 15), date(2028, 3, 13))


def test_a_province_of_which_only_some_places_are_known_says_so() -> None:
    found = assess(date(2026, 3, 15), date(2026, 11, 23), region="anhui")
    assert "没有查到全省都适用的" in found.working[0].text
    assert "淮南市" in found.working[0].text


RULE = json.loads(files("calculator.regions").joinpath("hunan.json").read_text(encoding="utf-8"))["rules"][0]
SOUND: dict[str, Any] = {
    "id": "hunan",
    "name": "湖南省",
    "short": "湖南",
    "hotline": "12333",
    "lookup": "",
    "lookup_sources": [],
    "rules": [RULE],
    "no_source": "",
}

BROKEN = [
    (["id"], "henan", "id", "the name of the file, 'hunan'"),
    (["name"], "", "name", "a text that is not empty"),
    (["name"], None, "name", "this field, which is missing"),
    (["capital"], "长沙", "capital", "no such field; known are id, name"),
    (["lookup_sources"], "F075", "lookup_sources", "a list of texts"),
    (["rules"], {}, "rules", "a list"),
    (["rules"], ["x"], "rules[0]", "an object"),
    (["rules"], [], "no_source", "a sentence, because no rule is a preset"),
    (["rules"], [RULE, RULE], "rules[1].id", "an id that no other rule has"),
    (["rules", 0, "id"], "changsha/x", "rules[0].id", "an id that starts with 'hunan/'"),
    (["rules", 0, "schemes"], ["车险"], "rules[0].schemes", "a list of some of 企业职工"),
    (["rules", 0, "schemes"], [], "rules[0].schemes", "at least one scheme"),
    (["rules", 0, "counting"], ["weekly"], "rules[0].counting", "a list of some of article"),
    (["rules", 0, "counting"], [], "rules[0].counting", "at least one counting rule"),
    (["rules", 0, "counting"], ["windows"], "rules[0].windows", "windows exactly if counting has 'windows'"),
    (
        ["rules", 0, "windows"],
        [{"start": "13-01", "end": "06-30"}],
        "rules[0].windows[0].start",
        "a month and a day such as 06-30",
    ),
    (["rules", 0, "windows"], [{"start": "07-01", "end": "06-30"}], "rules[0].windows[0].end", "not before start"),
    (
        ["rules", 0, "counting"],
        ["monthly"],
        "rules[0].month_days",
        "days of the month exactly if counting has 'monthly'",
    ),
    (["rules", 0, "month_days"], {"start": 0, "end": 9}, "rules[0].month_days.start", "from 1 to 31"),
    (["rules", 0, "month_days"], {"start": 9, "end": 8}, "rules[0].month_days.end", "not before start"),
    (["rules", 0, "month_days"], {"from": 9, "end": 8}, "rules[0].month_days.from", "no such field"),
    (["rules", 0, "eve"], "前", "rules[0].eve", "a list of some of article"),
    (["rules", 0, "eve"], ["half-year"], "rules[0].eve", "only what stands in counting"),
    (["rules", 0, "safe_counting"], ["monthly"], "rules[0].safe_counting", "a list of some of article"),
    (["rules", 0, "valid_from"], "2025", "rules[0].valid_from", "a day such as 2026-11-23"),
    (["rules", 0, "status"], "history", "rules[0].valid_to", "the rule's last day, because the rule is a history"),
    (["rules", 0, "suspension", "kind"], "soon", "rules[0].suspension.kind", "one of next-day"),
    (["rules", 0, "suspension", "grace_days"], True, "rules[0].suspension.grace_days", "null, or a whole number"),
    (["rules", 0, "suspension", "grace_days"], -1, "rules[0].suspension.grace_days", "null, or a whole number"),
    (["rules", 0, "suspension", "batch_stop"], "09-01", "rules[0].suspension.batch_stop", "only if kind is 'batch'"),
    (["rules", 0, "suspension", "batch_stop"], "9月", "rules[0].suspension.batch_stop", "a month and a day such as"),
    (["rules", 0, "first_deadline", "kind"], "never", "rules[0].first_deadline.kind", "one of before-claim"),
    (["rules", 0, "sources", 0, "url"], "http://example.com/", "rules[0].sources[0].url", "an official site (.gov.cn)"),
    (["rules", 0, "sources"], [], "rules[0].sources", "at least one source"),
    (["rules", 0, "examples", 0, "last"], "2024-13-01", "rules[0].examples[0].last", "a day such as 2026-11-23"),
    (["rules", 0, "grade"], "low", "rules[0].grade", "'high' or 'medium'"),
    (["rules", 0, "grade"], "good", "rules[0].grade", "one of high, medium, low"),
    (["rules", 0, "status"], "reference", "rules[0].reason", "a sentence, because the rule is only a reference"),
    (["rules", 0, "checked_on"], None, "rules[0].checked_on", "this field, which is missing"),
    (["rules", 0, "checked_on"], "yesterday", "rules[0].checked_on", "a day such as 2026-11-23"),
]


def test_the_file_that_is_broken_below_is_sound_to_begin_with() -> None:
    assert read_province(deepcopy(SOUND), "hunan.json").name == "湖南省"


@pytest.mark.parametrize(("path", "value", "field", "expected"), BROKEN)
def test_a_broken_file_is_named_with_its_field_and_the_form_expected(
    path: list[Any], value: Any, field: str, expected: str
) -> None:
    data = deepcopy(SOUND)
    inner = data
    for step in path[:-1]:
        inner = inner[step]
    if value is None:
        del inner[path[-1]]
    else:
        inner[path[-1]] = value
    with pytest.raises(RegionDataError) as caught:
        read_province(data, "hunan.json")
    assert (caught.value.file, caught.value.field) == ("hunan.json", field)
    assert expected in caught.value.expected
    assert str(caught.value) == f"hunan.json: {field}: expected {caught.value.expected}"


def test_a_rule_that_ends_before_it_begins_is_named() -> None:
    data = deepcopy(SOUND)
    data["rules"][0] |= {"valid_from": "2025-04-01", "valid_to": "2025-03-31"}
    with pytest.raises(RegionDataError, match=r"rules\[0\]\.valid_to: expected a day that is not before valid_from"):
        read_province(data, "hunan.json")


def test_a_rule_is_in_force_from_its_first_day_to_its_last() -> None:
    data = deepcopy(SOUND)
    data["rules"][0] |= {"valid_from": "2024-04-01", "valid_to": "2025-03-31"}
    (rule,) = read_province(data, "hunan.json").rules
    days = ["2024-03-31", "2024-04-01", "2025-03-31", "2025-04-01"]
    assert [rule.in_force(date.fromisoformat(day)) for day in days] == [False, True, True, False]
    assert [rule.ended(date.fromisoformat(day)) for day in days] == [False, False, False, True]


def test_a_file_that_is_no_json_is_named_with_its_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "hunan.json").write_text('{"id": "hunan",\n')
    monkeypatch.setattr(read_json, "get_data", lambda _, name: (tmp_path / name).read_bytes())
    with pytest.raises(RegionDataError, match=r"hunan\.json: line 2: expected JSON"):
        province.__wrapped__("hunan")


def test_a_province_that_is_none_is_refused() -> None:
    with pytest.raises(KeyError):
        province("atlantis")


def test_a_file_that_is_not_an_object_is_named() -> None:
    with pytest.raises(RegionDataError, match=r"hunan\.json: \(the whole file\): expected an object"):
        read_province([], "hunan.json")
