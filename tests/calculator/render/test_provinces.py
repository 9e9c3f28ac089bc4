"""The answers of the ten most populous provinces, and of every place: true to the notices, and of one voice."""

import re
from datetime import date

import pytest

from calculator import Assessment
from calculator.assessment.cautions import asked_around
from calculator.reading.form import fill_in
from calculator.regions import SCHEMES, presets, province, provinces, region_name
from calculator.regions.coverage import PENSIONS
from calculator.render.answer import answer_html

LAST = date(2025, 12, 1)
TODAY = date(2026, 11, 28)
PLACES = [one.name for one in provinces()] + [
    place for one in provinces() for place in dict.fromkeys(one.name + rule.place for rule in one.rules if rule.place)
]
READABLE = [place for place in PLACES if "没有显示" not in place]

COMMON = ("2026-12-01", "2026-12-02", "2026-11-30")
"""Where no rule is known: the deadline, from when payment may stop, and the safe date of what is asked once a year."""
RESIDENTS = ("2026-12-01", "2026-12-02", "2026-05-29")
DEPENDANTS = ("2026-12-01", "2026-12-02", "2026-01-09")
INJURED = ("2026-12-01", "2026-12-02", "2026-05-29")
MONTH_END = ("2026-12-31", "2027-01-01", "2026-12-31")
UNKNOWN = {
    "企业职工": COMMON,
    "机关事业": COMMON,
    "城乡居民": RESIDENTS,
    "遗属与供养亲属": DEPENDANTS,
    "工伤": INJURED,
    "失业": COMMON,
    "被征地": COMMON,
}

# Each was read from top to bottom beside its notice. 东莞, 佛山顺德, 普宁 count to the same day, which 广东 heeds.
EXPECTED: dict[str, dict[str, tuple[str, str, str]]] = {
    "广东": UNKNOWN
    | {
        "企业职工": ("2026-12-31", "2027-01-01", "2026-12-01"),
        "机关事业": ("2026-12-31", "2027-01-01", "2026-12-01"),
        "城乡居民": ("2026-12-31", "2027-01-01", "2026-12-01"),
    },
    "山东": UNKNOWN | dict.fromkeys(PENSIONS, ("2026-12-01", "2026-12-02", "2026-12-01")),
    "河南": UNKNOWN
    | dict.fromkeys((*PENSIONS, "工伤"), ("2026-11-30", "2026-12-01", "2026-11-30"))
    | {"遗属与供养亲属": ("2026-05-29", "2026-05-30", "2026-05-29")},
    "江苏": dict.fromkeys(SCHEMES, ("2026-12-01", "2027-01-01", "2026-11-30")) | {"失业": COMMON},
    "四川": UNKNOWN | dict.fromkeys(("企业职工", "机关事业"), ("2026-12-01", "2026-12-02", "2026-12-01")),
    # 张家口's window until 30 June, though not known for all of 河北.
    "河北": UNKNOWN | dict.fromkeys(("企业职工", "机关事业"), ("2026-12-01", "2026-12-02", "2026-06-30")),
    "湖南": UNKNOWN | dict.fromkeys((*PENSIONS, "工伤"), MONTH_END),
    "浙江": UNKNOWN,
    "安徽": UNKNOWN,
    "湖北": UNKNOWN,
}


def answered(region: str, scheme: str, last: date = LAST) -> tuple[Assessment, str]:
    fields = {"last": last.isoformat(), "region": region, "scheme": scheme}
    typed = fill_in(fields, TODAY)
    return typed.assessment, re.sub(r"<[^>]*>", "", answer_html(typed))


@pytest.mark.parametrize("region", EXPECTED)
@pytest.mark.parametrize("scheme", SCHEMES)
def test_a_populous_province_answers_as_its_notices_say(region: str, scheme: str) -> None:
    found, _ = answered(region, scheme)
    days = found.deadline, found.may_stop_from, found.safe_date
    assert tuple(day.isoformat() for day in days) == EXPECTED[region][scheme]


every_answer = pytest.mark.parametrize(
    ("region", "scheme"), [(place, scheme) for place in READABLE for scheme in ("", *SCHEMES)]
)


@every_answer
def test_no_sentence_of_an_answer_contradicts_another(region: str, scheme: str) -> None:
    found, text = answered(region, scheme)
    place = found.place
    assert place is not None
    # What was found of the place and is not counted by was found all the same.
    if place.unused:
        assert "没有查到当地" not in text
        assert all(rule.reason in text for rule in place.unused)
        notices = {notice for rule in place.unused for notice in rule.sources}
        assert place.rule or notices == set(found.working[0].notices)
    # A place of which some towns are known is not one of which nothing is known.
    if "只查到" in text:
        assert f"没有查到{found.reach.whom}的说法" not in text
    assert ("都适用的说法" in text) >= (not found.reach.known)
    assert "还不会停" not in text
    if scheme and scheme not in PENSIONS:
        assert "养老金可能" not in text
        assert place.rule or "养老金常见的两种说法" in text


@every_answer
def test_the_safe_date_is_cited_from_the_notices_that_ask_for_it(region: str, scheme: str) -> None:
    found, _ = answered(region, scheme)
    step = found.working[-2]
    assert step.text.startswith(("最稳妥是在", "一年"))
    notices = {notice for _, one in found.demands for rule in one.asked_by for notice in rule.sources}
    own = found.place.rule.sources if found.place and found.place.rule else ()
    assert set(step.notices) <= notices | set(own)
    if found.reach.known:
        assert step.notices
        assert not step.facts
    else:
        assert step.facts
    assert bool(step.notices) == (step.checked_on is not None)


@pytest.mark.parametrize("rule", [rule for one in provinces() for rule in presets(one)], ids=lambda rule: rule.id)
def test_an_answer_says_where_whom_to_ask_what_else_matters_and_by_which_notice(rule) -> None:
    _, text = answered(rule.id, rule.schemes[0])
    for said in (
        *rule.channels,
        rule.hotline,
        province(rule.id.split("/")[0]).hotline,
        rule.note,
        rule.suspension.said,
    ):
        assert said in text
    for source in rule.sources:
        assert source.title in text
    assert f"{rule.checked_on.isoformat()}核对" in text


def test_a_province_of_which_only_some_towns_are_known_names_those_that_ask_earlier() -> None:
    for region in ("河北", "河北石家庄"):
        found, text = answered(region, "城乡居民")
        assert "河北有的地方，日子更早" in text
        assert "有的市县比这一天更早，请照“最稳妥”的日子办。" in text
        names = "；".join(dict(asked_around(found))["半年一次"])
        for rule in presets(province("hebei")):
            if "城乡居民" in rule.schemes:
                assert region_name(rule) in names


def test_who_counts_by_half_years_is_told_of_what_is_more_frequent_still() -> None:
    fields = {"last": LAST.isoformat(), "region": "河北", "scheme": "遗属与供养亲属", "rule": "6-months"}
    found = fill_in(fields, TODAY).assessment
    assert found.asked_around[0].id == "hebei/zhangjiakou/dependants"
    assert {one.status for one in found.asked_around[1:]} == {"reference"}, "windows of a past year, and no other"


def test_a_province_that_is_known_names_no_other_town() -> None:
    for region in ("湖南", "浙江"):
        _, text = answered(region, "企业职工")
        assert "有的地方，日子更早" not in text
        assert "有的地方比这一天更早" not in text


def test_whose_window_makes_the_safe_date_early_is_said() -> None:
    _, text = answered("河北", "企业职工")
    assert "没有查到河北省（企业退休）都适用的说法。这是能照着算的里面最早的一天，是河北张家口市的说法。" in text


def test_a_place_s_own_notice_goes_without_saying() -> None:
    assert "高阳县（企业退休）查到的说法里，最早的一天。" in answered("河北高阳", "企业职工")[1]


def test_the_benefit_that_was_chosen_is_told_from_those_that_the_notice_is_for() -> None:
    found, _ = answered("湖南", "企业职工")
    assert found.working[0].text.startswith("您选的是湖南省（企业退休），按当地的说法算。这个说法管的是：企业退休、")


@pytest.mark.parametrize("region", ["", "广东", "四川"])
def test_a_deadline_that_is_counted_as_a_pensions_says_so_beside_it(region: str) -> None:
    for scheme in SCHEMES:
        found, text = answered(region, scheme)
        counted = not (found.place and found.place.rule) and scheme not in PENSIONS
        assert ("这是按养老金常见的算法算的" in text) == counted
