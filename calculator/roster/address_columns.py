"""Which columns hold the address where the pension is paid: one, or several that are its parts.

The parts have headings of their own (省, 市, 县区; 参保地（省）; 地区1, 地区2), or one heading that is merged over them.
"""

import re
from collections.abc import Callable, Mapping, Sequence

from calculator.roster.headings import LEVELS, OTHER_PLACES, PATTERNS, ColumnHeading, not_for, rank_of
from calculator.roster.places import known_region

__all__ = ["address_columns", "home_columns"]

_STREETS = 3
"""Province, city and county come before the streets."""
_NUMBERS = "12345一二三四五"
_NUMBERED = re.compile(rf"(.+?)[{_NUMBERS}]")
_PART = re.compile(r".{1,15}(?:[省市区县旗州盟乡镇村师团屯组]|街道|社区|兵团|办事处|地区)")
_HOME = re.compile("(?:详细|具体)?地址|(?:所在|所属)(?:街道|社区|乡镇|镇街|村居?)")
_ENDS_IN_A_PLACE = re.compile(r"(?:[址籍省市县区]|(?<!认证)地)$")


def address_columns(
    headings: Sequence[ColumnHeading], ranks: Mapping[int, int], texts: Callable[[int], Sequence[str]]
) -> tuple[int, ...]:
    """The columns of the address, from the province down; none where no heading tells of one.

    :param ranks: how surely the headings are those of a place, for those that are.
    :param texts: what stands in a column.
    """
    levels = _levels(headings)
    best = min(ranks, key=lambda index: (ranks[index], index), default=None)
    whole = any(rank == 0 and index not in levels for index, rank in ranks.items())
    if levels and not whole and (len(levels) > 1 or best is None):
        return levels
    if best is None:
        return _numbered(headings)
    return (best, *_without_heading(headings, best, texts))


def home_columns(headings: Sequence[ColumnHeading]) -> tuple[int, ...]:
    """The columns that say where somebody lives, of which a clerk may think that they are read."""
    return tuple(
        index
        for index, heading in enumerate(headings)
        if _HOME.fullmatch(heading.own) or (OTHER_PLACES.search(heading.whole) and _ENDS_IN_A_PLACE.search(heading.own))
    )


def _levels(headings: Sequence[ColumnHeading]) -> tuple[int, ...]:
    """The columns that hold province, city, county and so on, of which together an address is made."""
    found: dict[int, int] = {}
    for depth, level in enumerate(LEVELS):
        for index, heading in enumerate(headings):
            said = any(map(level.fullmatch, (heading.whole, heading.own, heading.opened)))
            if said and index not in found and not not_for("region", heading):
                found[index] = depth
    # A street alone tells no place: there is one of its name everywhere.
    return tuple(found) if any(depth < _STREETS for depth in found.values()) else ()


def _numbered(headings: Sequence[ColumnHeading]) -> tuple[int, ...]:
    """Columns whose headings differ by a number alone: 地区1, 地区2, 地区3."""
    found = [
        index
        for index, heading in enumerate(headings)
        if (match := _NUMBERED.fullmatch(heading.whole)) and rank_of((match[1],), PATTERNS["region"][:2]) < 2
    ]
    found.sort(key=lambda index: _NUMBERS.index(headings[index].whole[-1]) % 5)
    return tuple(found) if len(found) > 1 else ()


def _without_heading(
    headings: Sequence[ColumnHeading], best: int, texts: Callable[[int], Sequence[str]]
) -> tuple[int, ...]:
    """The columns right of that of a place that have its heading or none, and parts of addresses in them."""
    found = []
    for index in range(best + 1, len(headings)):
        heading = headings[index]
        parts = texts(index)
        if heading.whole not in ("", headings[best].whole) or sum(map(_is_part, parts)) * 2 <= len(parts):
            break
        found.append(index)
    return tuple(found)


def _is_part(text: str) -> bool:
    return bool(_PART.fullmatch(text) or (known_region(text) and not text.isdecimal()))
