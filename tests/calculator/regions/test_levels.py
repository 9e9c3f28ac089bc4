"""A place can be chosen level by level, and what was chosen is what the address means."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculator.regions import PROVINCES, province
from calculator.regions.addresses import read_address
from calculator.regions.divisions import divisions
from calculator.regions.levels import levels_of

EVERYWHERE = divisions()


@pytest.mark.parametrize(
    ("address", "chosen"),
    [
        ("江苏", [None]),
        ("jiangsu", [None]),
        ("江苏省宿迁市", ["宿迁市", None]),
        ("宿城区", ["宿迁市", "宿城区"]),
        ("北京朝阳区", ["朝阳区"]),  # a municipality has its counties at once
        ("广东东莞", ["东莞市"]),  # a prefecture without counties
        ("五指山市", ["五指山市"]),  # administered by the province itself
        ("shaanxi/xixian/public", [None]),  # 西咸新区 is no division
        ("jiangsu/pizhou/resident", ["徐州市", "邳州市"]),
        ("兵团", []),
    ],
)
def test_each_level_says_what_was_chosen_on_it(address: str, chosen: list[str | None]) -> None:
    assert [one.chosen and one.chosen.name for one in levels_of(read_address(address))] == chosen


@given(st.sampled_from(EVERYWHERE))
def test_every_division_is_reached_by_choosing_level_by_level(division) -> None:
    levels = levels_of(read_address(division.path))
    chosen = [one.chosen for one in levels if one.chosen]
    assert (chosen[-1] if chosen else division).path == division.path
    for level, narrower in itertools.pairwise(levels):
        assert level.chosen in level.inside
        assert narrower.around == level.chosen.path


@pytest.mark.parametrize("id", [id for id in PROVINCES if id != "xpcc"])
def test_what_can_be_chosen_is_understood_as_that(id: str) -> None:
    (level,) = levels_of(read_address(id))
    assert level.around == id
    for one in level.inside:
        for path in (one.path, *(each.path for each in levels_of(read_address(one.path))[-1].inside)):
            found = read_address(path)
            assert (found.province, found.where) == (province(id), path.removeprefix(province(id).name))
