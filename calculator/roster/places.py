"""Places and schemes as rosters write them: 湖南省长沙市岳麓区, 企业职工基本养老保险.

The calculator's form lets people choose from a list. A roster was written by somebody else for something else, so a
place is whatever an address begins with, and a scheme is known by the word that tells it apart.
"""

import unicodedata
from functools import lru_cache

from calculator.errors import InputError
from calculator.regions import PROVINCES, SCHEMES
from calculator.regions.addresses import read_address

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
    ("农保", "城乡居民"),
    ("农村养老", "城乡居民"),
    ("城乡养老", "城乡居民"),
    ("城居", "城乡居民"),
    ("居保", "城乡居民"),
    ("机关", "机关事业"),
    ("事业", "机关事业"),
    ("机保", "机关事业"),
    ("机退", "机关事业"),
    ("企业", "企业职工"),
    ("企保", "企业职工"),
    ("企退", "企业职工"),
    ("职工", "企业职工"),
    ("职保", "企业职工"),
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
def known_region(text: str) -> str:
    """The whole name of the place that an address begins with, or "" where not even the province is told. Paths stay.

    An address that several places could have is "" too: which is meant, only its writer knows.

    >>> known_region("江苏省 宿迁市 宿城区 幸福路")
    '江苏省宿迁市宿城区'
    >>> known_region("江苏南京")
    '江苏省南京市'
    >>> known_region("朝阳区")
    ''
    """
    plain = _plain(text)
    if not plain:
        return ""
    try:
        address = read_address(plain)
    except InputError:
        return ""
    return plain if plain.partition("/")[0] in PROVINCES else address.province.name + address.where


def _plain(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())
