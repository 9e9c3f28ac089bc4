"""The lists of places that ask more often, and of those of which little is known, are made from the data."""

import re
from datetime import date

from calculator.regions import presets, provinces
from scripts.pages.missing_places import missing_places_page
from scripts.pages.more_often import more_often
from scripts.pages.regions_pages import regions_pages


def test_who_certifies_monthly_or_by_the_quarter_is_named_before_who_does_by_half_years() -> None:
    lists = more_often()
    assert lists.index("每月一次") < lists.index("包头市") < lists.index("每个季度一次") < lists.index("半年一次的")
    assert "[黑龙江](../regions/heilongjiang.md#resident)：城乡居民（2023年的说法）" in lists


def test_every_place_in_the_lists_leads_to_its_rule() -> None:
    pages = dict(regions_pages(date(2026, 11, 28)))
    links = re.findall(r"\]\(\.\./(regions/[a-z-]+\.md)#([^)]+)\)", more_often())
    assert links
    for page, anchor in links:
        assert f"{{#{anchor}}}" in pages[page]


def test_a_province_without_a_rule_is_said_to_be_missing_and_one_with_gaps_to_be_known_in_part() -> None:
    page = missing_places_page(date(2026, 11, 28))
    unknown, partly = page.split("## ")[1:3]
    for one in provinces():
        assert (f"[{one.name}]({one.id}.md)" in unknown) == (not presets(one))
    assert "[甘肃省]" not in partly
    assert (
        "- [湖北省](hubei.md)：企业职工只查到省本级；机关事业、城乡居民没有查到。各市、各州自己的说法，能照着算的都还没有查到"
        in partly
    )
    [hebei] = [line for line in partly.splitlines() if line.startswith("- [河北省]")]
    cities = hebei.split("还没有查到能照着算的：")[1]
    assert "石家庄市" in cities
    assert not any(
        name in cities for name in ("唐山市", "保定市", "定州市")
    )  # of these, or of a county in them, one is known
    assert "我领养老金的地方：" in page
