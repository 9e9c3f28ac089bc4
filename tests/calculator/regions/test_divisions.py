"""Every province, prefecture and county is found by any usual spelling, and nothing that only contains its name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculator.data.read_json import read_json
from calculator.errors import MissingDataError
from calculator.regions import divisions, provinces
from calculator.regions.divisions import Division, divisions_inside, divisions_named

EVERYWHERE = [one for some in divisions._gazetteer().by_beginning.values() for one in some]


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("江苏省宿迁市宿城区", ["江苏省宿迁市宿城区"]),
        ("江苏 宿迁 宿城", ["江苏省宿迁市宿城区"]),
        ("江苏省 | 宿迁市 | 宿城区", ["江苏省宿迁市宿城区"]),
        ("江苏省/宿迁市/宿城区/幸福路8号", ["江苏省宿迁市宿城区"]),
        ("中国江苏省宿迁市", ["江苏省宿迁市"]),
        ("宿城区", ["江苏省宿迁市宿城区"]),
        ("高阳县", ["河北省保定市高阳县"]),
        ("河北高阳县", ["河北省保定市高阳县"]),
        ("安阳滑县", ["河南省安阳市滑县"]),
        ("济南市中区", ["山东省济南市市中区"]),
        ("上海浦东", ["上海市浦东新区"]),
        ("北京市北京市朝阳区", ["北京市朝阳区"]),
        ("北京市市辖区朝阳区", ["北京市朝阳区"]),
        ("重庆市县忠县", ["重庆市忠县"]),
        ("内蒙古包头", ["内蒙古自治区包头市"]),
        ("广西南宁", ["广西壮族自治区南宁市"]),
        ("凉山州", ["四川省凉山彝族自治州"]),
        ("凉山", ["四川省凉山彝族自治州"]),
        ("安顺市紫云县", ["贵州省安顺市紫云苗族布依族自治县"]),
        ("鄂伦春旗", ["内蒙古自治区呼伦贝尔市鄂伦春自治旗"]),
        ("西乌旗", ["内蒙古自治区锡林郭勒盟西乌珠穆沁旗"]),
        ("仙桃市", ["湖北省仙桃市"]),
        ("河北省保定市定州市", ["河北省定州市"]),
    ],
)
def test_any_usual_spelling_finds_the_narrowest_place(address: str, expected: list[str]) -> None:
    assert [one.path for one in divisions_named(address)] == expected


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("海南区", ["内蒙古自治区乌海市海南区"]),
        ("海南州", ["青海省海南藏族自治州"]),
        ("海南藏族自治州共和县", ["青海省海南藏族自治州共和县"]),
        ("河南县", ["青海省黄南藏族自治州河南蒙古族自治县"]),
        ("河北区", ["天津市河北区"]),
        ("吉林", ["吉林省"]),
        ("吉林市", ["吉林省吉林市"]),
        ("大理", ["云南省大理白族自治州"]),
        ("大理市", ["云南省大理白族自治州大理市"]),
        ("朝阳", ["辽宁省朝阳市"]),
        ("惠州市河南岸街道", ["广东省惠州市"]),
        ("湖北省省本级", ["湖北省"]),
        ("河南岸街道", []),
        ("北京路街道", []),
        ("南京西路", []),
        ("东方市场", []),
        ("省本级", []),
        ("省直管单位", []),
        ("", []),
        ("县", []),
    ],
)
def test_a_name_inside_another_name_finds_what_it_means_or_nothing(address: str, expected: list[str]) -> None:
    assert [one.path for one in divisions_named(address)] == expected


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("朝阳区", ["北京市朝阳区", "吉林省长春市朝阳区"]),
        ("西安区", ["吉林省辽源市西安区", "黑龙江省牡丹江市西安区"]),
        ("河北省桥西区", ["河北省石家庄市桥西区", "河北省张家口市桥西区"]),
        ("江北区", ["浙江省宁波市江北区", "重庆市"]),
        ("东乡县", ["甘肃省临夏回族自治州东乡族自治县", "江西省抚州市"]),
    ],
)
def test_a_name_that_several_places_have_finds_all_of_them(address: str, expected: list[str]) -> None:
    assert [one.path for one in divisions_named(address)] == expected


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("宁乡县", "湖南省长沙市宁乡市"),
        ("肥乡县", "河北省邯郸市肥乡区"),
        ("襄樊市", "湖北省襄阳市"),
        ("户县", "陕西省西安市"),
        ("遵义县", "贵州省遵义市"),
        ("渝北区", "重庆市"),
    ],
)
def test_a_place_is_found_by_the_name_that_it_had(address: str, expected: str) -> None:
    assert [one.path for one in divisions_named(address)] == [expected]


@given(st.sampled_from(EVERYWHERE), st.sampled_from(["", "幸福路8号", " 3-201室"]))
def test_a_whole_address_finds_its_place_and_no_other(one: Division, street: str) -> None:
    assert divisions_named(one.path + street) == (one,)


@given(st.sampled_from(EVERYWHERE))
def test_a_name_alone_finds_its_place_among_those_of_that_name(one: Division) -> None:
    assert one in divisions_named(one.name)


@given(st.text(alphabet="省市区县旗州海南河北京朝阳路街道本级单位新江西安", max_size=12))
def test_whatever_is_written_each_place_found_is_where_it_says(address: str) -> None:
    for one in divisions_named(address):
        assert one.path == one.province + one.where
        assert one.path.endswith(one.name)


@given(st.sampled_from([one for one in EVERYWHERE if one.where]))
def test_every_place_is_inside_the_one_around_it(one: Division) -> None:
    around = one.path.removesuffix(one.name)
    assert one in divisions_inside(around)
    assert all(each.path == around + each.name for each in divisions_inside(around))


def test_the_provinces_are_ours() -> None:
    assert {one.name for one in EVERYWHERE if one.is_province} == {one.name for one in provinces()} - {
        "新疆生产建设兵团"
    }


def test_a_checkout_that_nobody_has_set_up_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def absent(package: str, name: str) -> object:
        assert read_json(package, name)
        raise FileNotFoundError(name)

    divisions._gazetteer.cache_clear()
    monkeypatch.setattr(divisions, "read_json", absent)
    with pytest.raises(MissingDataError, match="scripts/setup"):
        divisions_named("从来没有人写过的地方")
    monkeypatch.undo()
    divisions._gazetteer.cache_clear()
