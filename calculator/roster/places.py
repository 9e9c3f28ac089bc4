"""Places and schemes as rosters write them: 湖南省长沙市岳麓区, 企业职工基本养老保险.

The calculator's form lets people choose from a list. A roster was written by somebody else for something else, so the
longest known beginning of an address is its place, and a scheme is known by the word that tells it apart.
"""

import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from calculator.errors import InputError
from calculator.regions import SCHEMES, Province, presets, provinces
from calculator.regions.place import find_place

__all__ = ["known_region", "known_scheme"]

_SCHEME_WORDS = (
    ("供养", "遗属与供养亲属"),
    ("遗属", "遗属与供养亲属"),
    ("抚恤", "遗属与供养亲属"),
    ("工伤", "工伤"),
    ("失业", "失业"),
    ("征地", "被征地"),
    ("失地", "被征地"),
    ("居民", "城乡居民"),
    ("新农保", "城乡居民"),
    ("城居", "城乡居民"),
    ("居保", "城乡居民"),
    ("机关", "机关事业"),
    ("事业", "机关事业"),
    ("企业", "企业职工"),
    ("企保", "企业职工"),
    ("职工", "企业职工"),
    ("灵活就业", "企业职工"),
)
"""Words of the names that schemes go by; the first that occurs decides, so 机关事业单位职工 is no 企业职工."""


@lru_cache(maxsize=1024)
def known_scheme(text: str) -> str:
    """One of ``SCHEMES``, or "" for what names none or more than one (机关企业)."""
    plain = _plain(text)
    if plain in SCHEMES:
        return plain
    if "企业" in plain and ("机关" in plain or "事业" in plain):
        return ""
    return next((scheme for word, scheme in _SCHEME_WORDS if word in plain), "")


@lru_cache(maxsize=4096)
def known_region(text: str, scheme: str = "") -> str:
    """What ``find_place`` understands of an address, or "" where not even the province is told.

    A place without a rule for the scheme gives way to its province.

    >>> known_region("江苏省宿迁市宿城区幸福路", "企业职工")
    '江苏省宿迁市'
    >>> known_region("江苏南京")
    '江苏省'
    """
    plain = _plain(text)
    found = list(_regions(plain)) if plain else []
    return next((region for region in found if _has_rule(region, scheme)), found[-1] if found else "")


def _regions(address: str) -> Iterator[str]:
    """What an address could mean, the narrowest first."""
    if _findable(address):
        yield address
    beginnings = [(name, one) for one in provinces() for name in (one.name, one.short) if _begins(address, name)]
    if beginnings:
        name, one = max(beginnings, key=lambda found: len(found[0]))
        yield from _places(one, address.removeprefix(name))
        yield one.name
        return
    for one in provinces():
        for place in _places(one, address):
            yield place
            yield one.name


def _places(one: Province, rest: str) -> list[str]:
    """The places of a province that an address behind it begins with, the longest first."""
    places = {rule.place for rule in presets(one) if rule.place}
    fitting = [place for place in places if rest.startswith((place, place.rstrip("市区县旗")))]
    return [one.name + place for place in sorted(fitting, key=len, reverse=True)]


def _begins(address: str, province: str) -> bool:
    """海南省三亚市 begins with a province; 海南藏族自治州 and 河南县 only seem to."""
    return address.startswith(province) and not address.removeprefix(province).startswith(
        ("藏族", "蒙古族", "县", "州")
    )


def _findable(region: str) -> bool:
    try:
        find_place(region)
    except InputError:
        return False
    return True


def _has_rule(region: str, scheme: str) -> bool:
    found = find_place(region, scheme)
    return found.rule is not None and found.rule.place == found.where


def _plain(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())
