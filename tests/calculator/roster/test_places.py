"""Addresses and schemes as rosters write them."""

import pytest

from calculator.regions import SCHEMES
from calculator.regions.place import find_place
from calculator.roster.places import known_region, known_scheme


@pytest.mark.parametrize(
    ("text", "scheme", "region"),
    [
        ("江苏", "", "江苏"),
        ("江苏省", "企业职工", "江苏省"),
        ("江苏省宿迁市宿城区幸福路1号", "企业职工", "江苏省宿迁市"),
        ("江苏宿迁", "企业职工", "江苏宿迁"),
        ("宿迁市宿城区", "企业职工", "江苏省宿迁市"),
        ("江苏南京", "", "江苏省"),
        ("湖南省长沙市岳麓区", "城乡居民", "湖南省长沙市"),
        ("湖南省长沙市岳麓区", "企业职工", "湖南省"),
        ("长沙市", "企业职工", "湖南省"),
        ("新疆生产建设兵团第一师", "", "新疆生产建设兵团"),
        (" 江 苏 省 ", "", "江苏省"),
        ("海南藏族自治州", "", ""),
        ("阳光社区", "", ""),
        ("", "", ""),
        ("hebei/nowhere", "", ""),
    ],
)
def test_an_address_is_the_longest_place_that_it_begins_with(text: str, scheme: str, region: str) -> None:
    assert known_region(text, scheme) == region
    if region:
        find_place(region, scheme or "企业职工")


@pytest.mark.parametrize(
    ("text", "scheme"),
    [
        *((one, one) for one in SCHEMES),
        ("企业职工基本养老保险", "企业职工"),
        ("城镇职工", "企业职工"),
        ("灵活就业", "企业职工"),
        ("机关事业单位职工", "机关事业"),
        ("城乡居民基本养老保险", "城乡居民"),
        ("新农保", "城乡居民"),
        ("因工死亡供养亲属抚恤金", "遗属与供养亲属"),
        ("工伤保险伤残津贴", "工伤"),
        ("失地农民", "被征地"),
        ("企业和机关事业", ""),
        ("A01", ""),
        ("", ""),
    ],
)
def test_a_scheme_is_known_by_the_word_that_tells_it_apart(text: str, scheme: str) -> None:
    assert known_scheme(text) == scheme
