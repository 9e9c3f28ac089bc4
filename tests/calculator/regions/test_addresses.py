"""Any usual spelling of a place finds the rule that holds there, and the answer says whose rule that is."""

from datetime import date

import pytest

from calculator.assessment.assess import assess
from calculator.errors import InputError
from calculator.reading.form import fill_in
from calculator.regions import RegionalRule, provinces
from calculator.regions.addresses import known_regions, read_address
from calculator.regions.divisions import divisions_named
from calculator.regions.place import find_place
from calculator.render.answer import answer_html

LAST = date(2026, 3, 10)
TODAY = date(2026, 11, 28)

PLACES = sorted({(one.name, rule.place) for one in provinces() for rule in one.rules if rule.place})
NO_DIVISIONS = {
    *(("河北省", place) for place in ("唐山市本级", "邢台市本级", "雄安新区", "省本级")),
    *(("江苏省", "省本级"), ("浙江省", "湖州市区"), ("山东省", "省直管单位"), ("湖北省", "省本级")),
    *(("陕西省", "西咸新区"), ("陕西省", "省统筹发放的高校")),
}


@pytest.mark.parametrize(("province", "place"), PLACES)
def test_a_rule_names_its_place_as_the_country_does(province: str, place: str) -> None:
    known = (province, place) in NO_DIVISIONS or place.startswith(("某", "另"))
    assert known or [one.path for one in divisions_named(province + place)] == [province + place]


@pytest.mark.parametrize(("province", "place"), PLACES)
def test_a_place_with_a_rule_is_found_by_its_name(province: str, place: str) -> None:
    if not place.startswith(("某", "另")):
        found = read_address(province + place)
        assert (found.province.name, found.where) == (province, place)


@pytest.mark.parametrize(
    ("region", "scheme", "name", "whose"),
    [
        ("宿迁", "企业职工", "江苏省宿迁市", "江苏省宿迁市"),
        ("江苏省宿迁市宿城区幸福路1号", "企业职工", "江苏省宿迁市宿城区", "江苏省宿迁市"),
        ("江苏 南京", "企业职工", "江苏省南京市", "江苏省"),
        ("长沙市岳麓区", "城乡居民", "湖南省长沙市岳麓区", "湖南省长沙市"),
        ("长沙市岳麓区", "企业职工", "湖南省长沙市岳麓区", "湖南省"),
        ("河北|保定|高阳", "城乡居民", "河北省保定市高阳县", "河北省保定市高阳县"),
        ("石家庄", "城乡居民", "河北省石家庄市", ""),
        ("杭州市西湖区", "企业职工", "浙江省杭州市西湖区", ""),
        ("河南滑县", "企业职工", "河南省安阳市滑县", "河南省安阳市滑县"),
        ("北京市朝阳区", "企业职工", "北京市朝阳区", "北京市"),
        ("朝阳市", "企业职工", "辽宁省朝阳市", ""),
        ("湖北省本级", "企业职工", "湖北省省本级", "湖北省省本级"),
        ("湖北省武汉市", "企业职工", "湖北省武汉市", ""),
        ("山东省直管单位", "企业职工", "山东省省直管单位", "山东省省直管单位"),
        ("西咸新区沣东新城", "机关事业", "陕西省西咸新区", "陕西省西咸新区"),
        ("雄安", "企业职工", "河北省雄安新区", ""),
        ("新疆兵团第一师", "企业职工", "新疆生产建设兵团", ""),
        ("新疆生产建设兵团", "企业职工", "新疆生产建设兵团", ""),
        ("浙江省", "企业职工", "浙江省", ""),
    ],
)
def test_the_most_local_rule_holds_and_the_answer_says_whose_it_is(
    region: str, scheme: str, name: str, whose: str
) -> None:
    found = find_place(region, scheme)
    assert (found.name, found.rule_holds_for) == (name, whose)
    answer = fill_in({"last": LAST.isoformat(), "region": region, "scheme": scheme}, TODAY)
    step, html = answer.assessment.working[0].text, answer_html(answer)
    assert f"您选的是{name}" in step
    assert ("没有查到" in step or "查到过当地的说法" in step) == (whose != name)
    assert ("按当地的说法算" in step) == (whose == name)
    assert (f"<dd>{whose}的说法。没有查到当地自己的。</dd>" in html) == (whose not in ("", name))
    nothing = "查到过当地的说法，没有照它算" if found.unused else f"没有查到{'' if found.where else '全'}"
    assert (f"<dd>{nothing}" in html and "先按常见的两种说法算。</dd>" in html) == (not whose)


@pytest.mark.parametrize(
    ("region", "words"),
    [
        (
            "朝阳区",
            "叫“朝阳区”的地方不止一个，您在哪一个领？北京市朝阳区、吉林省长春市朝阳区。请选一个，或者把省、市也写上。",
        ),
        ("鼓楼区", "江苏省南京市鼓楼区、江苏省徐州市鼓楼区、福建省福州市鼓楼区、河南省开封市鼓楼区"),
    ],
)
def test_places_of_one_name_ask_which_is_meant(region: str, words: str) -> None:
    with pytest.raises(InputError) as caught:
        find_place(region)
    assert (caught.value.field, caught.value.code) == ("region", "ambiguous")
    assert words in caught.value.message


@pytest.mark.parametrize(
    "region",
    [
        *(
            "省本级",
            "省直管单位",
            "省统筹发放的高校",
            "某县",
            "某县（县名没有显示）",
            "市辖区",
            "nowhere",
            "hebei/nowhere",
        ),
        *("北京路街道", "河南岸街道", "云南路社区", "幸福村", "江苏街"),
    ],
)
def test_a_name_inside_another_name_is_no_place(region: str) -> None:
    with pytest.raises(InputError, match="没有找到") as caught:
        find_place(region)
    assert caught.value.code == "unknown"


def test_a_name_that_stands_for_a_place_elsewhere_means_that_place() -> None:
    assert find_place("海南区").name == "内蒙古自治区乌海市海南区"
    assert find_place("海南").name == "海南省"
    assert find_place("海南藏族自治州").name == "青海省海南藏族自治州"


def test_the_names_of_the_country_are_read_only_for_a_place_without_a_rule(monkeypatch: pytest.MonkeyPatch) -> None:
    def never(_: str) -> None:
        raise AssertionError

    read_address.cache_clear()
    monkeypatch.setattr("calculator.regions.divisions.divisions_named", never)
    for region in ("江苏", "宿迁市", "江苏宿迁", "jiangsu/suqian", "新疆兵团"):
        read_address(region)


def rules_of(province: str) -> list[RegionalRule]:
    return [rule for one in provinces() if one.name == province for rule in one.rules]


def test_what_is_known_elsewhere_is_named_for_the_benefit_that_was_chosen() -> None:
    residents = assess(LAST, TODAY, region="长春市", scheme="遗属与供养亲属").working[0].text
    assert not any(rule.place and "遗属与供养亲属" in rule.schemes for rule in rules_of("吉林省"))
    assert "没有查到全省的说法。这里先按养老金常见的两种说法算。" in residents


def test_every_region_that_is_known_by_itself_is_read_as_that(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the names of the whole country."""
    monkeypatch.setattr("calculator.regions.divisions.divisions_named", None)
    known = known_regions()
    assert {region: read_address(region) for region in known} == known
    assert known["jiangsu/suqian"] == known["宿迁"] == known["江苏省宿迁市"]
    assert {"jiangsu", "江苏", "江苏省"} <= known.keys()
