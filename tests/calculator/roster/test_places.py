"""Addresses and schemes as rosters write them."""

import pytest

from calculator.regions import SCHEMES
from calculator.regions.place import find_place
from calculator.roster.places import known_region, known_scheme


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("江苏", "江苏省"),
        ("江苏省", "江苏省"),
        (" 江 苏 省 ", "江苏省"),
        ("江苏省宿迁市宿城区幸福路1号", "江苏省宿迁市宿城区"),
        ("江苏宿迁", "江苏省宿迁市"),
        ("宿迁市宿城区", "江苏省宿迁市宿城区"),
        ("江苏南京", "江苏省南京市"),
        ("jiangsu/suqian/enterprise", "jiangsu/suqian/enterprise"),
        ("湖南省长沙市岳麓区", "湖南省长沙市岳麓区"),
        ("北京市市辖区朝阳区", "北京市朝阳区"),
        ("新疆生产建设兵团第一师", "新疆生产建设兵团"),
        ("海南藏族自治州", "青海省海南藏族自治州"),
        ("海南区", "内蒙古自治区乌海市海南区"),
        ("湖北省本级", "湖北省省本级"),
        *((text, "河北省保定市高阳县") for text in ("河北省保定市高阳县", "河北省高阳县", "高阳县", "高阳县 邢家南镇")),
        *(
            (text, "河北省保定市高阳县")
            for text in ("河北省/保定市/高阳县", "河北省-保定市-高阳县", "河北｜保定｜高阳")
        ),
        *((text, "河北省定州市") for text in ("河北省保定市定州市", "河北省定州市", "定州")),
        *((text, "广东省揭阳市普宁市") for text in ("广东省揭阳市普宁市", "广东省普宁市", "普宁市流沙东街道")),
        *(
            (text, "")
            for text in ("朝阳区", "省本级", "省直管单位", "某县", "市辖区", "阳光社区", "", " ", "hebei/nowhere")
        ),
        *(
            (text, "河北省保定市高阳县")
            for text in ("130628", "130628000000", "130628高阳县", "130628-高阳县", "[130628]高阳县", "130628 某某中心")
        ),
        *(
            (text, "河北省保定市高阳县")
            for text in ("（河北）高阳县", "河北（保定）高阳县", "【高阳县】", "高阳县（原属保定）")
        ),
        *(
            ("110105朝阳区", "北京市朝阳区"),
            ("130628海淀区", ""),
            ("321302南京市", ""),
            ("150202 内蒙古自治区", "内蒙古自治区包头市东河区"),
            ("130000", "河北省"),
        ),
        *((text, "北京市") for text in ("北京经济技术开发区", "北京市开发区", "北京亦庄开发区管委会")),
        *(("包头稀土高新区", "内蒙古自治区包头市"), ("内蒙古包头稀土高新区社保局", "内蒙古自治区包头市")),
        *(("苏州工业园区", "江苏省苏州市"), ("大连金普新区", "辽宁省大连市"), ("武汉东湖高新区", "湖北省武汉市")),
        *(
            ("吉林高新区", "吉林省吉林市"),
            ("大理经济技术开发区", "云南省大理白族自治州"),
            ("重庆两江新区", "重庆市两江新区"),
        ),
        *((text, "") for text in ("999999", "4130628", "13", "110105000123456", "999999某地")),
        *(
            (text, "")
            for text in ("海南路开发区", "湖南路高新区", "河南新区", "海南新城", "东湖高新区", "通州经开区", "高新区")
        ),
        *((text, "") for text in ("北京路街道", "河南岸街道", "云南路社区", "上海路12号")),
    ],
)
def test_an_address_is_the_place_that_it_begins_with(text: str, region: str) -> None:
    assert known_region(text) == region
    if region:
        find_place(region, "企业职工")


@pytest.mark.parametrize(
    ("text", "scheme"),
    [
        *((one, one) for one in SCHEMES),
        ("企业职工基本养老保险", "企业职工"),
        ("城镇职工", "企业职工"),
        ("灵活就业", "企业职工"),
        ("机关事业单位职工", "机关事业"),
        ("城乡居民基本养老保险", "城乡居民"),
        *((one, "城乡居民") for one in ("新农保", "农保", "农村养老保险", "城乡养老", "居保")),
        *((one, "企业职工") for one in ("企退", "职保", "企保")),
        *((one, "机关事业") for one in ("机保", "机退")),
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
