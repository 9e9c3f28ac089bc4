"""Which province, and which place in it, a name, an address or the path of a region means."""

from dataclasses import dataclass
from functools import cache, lru_cache
from re import ASCII
from re import compile as pattern
from unicodedata import normalize

from calculator import wording
from calculator.errors import InputError
from calculator.regions import PROVINCES, Province, RegionalRule, province, provinces
from calculator.regions.divisions import division_of_code, divisions_named

__all__ = ["Address", "known_regions", "read_address"]

_SEPARATORS = pattern(r"[\s|｜,，/\\;；·、>_—()\[\]【】〔〕<-]+")
_CODE = pattern(r"(\d{12}|\d{6})(?!\d)(.*)", ASCII)
"""The code of a county, which lists write before its name or in its place."""
_ZONE = pattern(
    r"[^路街道巷村里镇乡屯店楼厦苑院号桥站馆]{0,10}(?:(?:开发|高新|经开|新|保税港?|自贸|试验|示范|度假|管理|风景|名胜|航空港|港|合作|"
    r"(?:工业|产业|科技|农业|物流|软件)园)区|(?:工业|产业|科技|软件)园|科技城|新城)(?:管委会|管理委员会|(?:人社|社保|社会保险).*)?"
)
"""What stands behind the name of a city in that of a zone, which no list of divisions has: 稀土高新区, 经济技术开发区."""
_LONGEST_ZONE = 60
"""Characters: no address of a zone is longer, and a long text is not to be gone through from each of its ends."""
_CITIES = ("市", "州", "盟", "地区")
_CITY = 4
"""Digits of a prefecture's code. 东湖高新区 lies in 武汉 and not in 东湖区: a county's name says nothing of a zone."""
_XPCC = pattern(r"^新疆(?:维吾尔自治区)?(?:生产建设)?兵团|^(?:生产建设)?兵团")
"""兵团 has places all over Xinjiang, and pays its pensions itself."""

_SHORTER = pattern(r"([^市州盟]{2,}?)(?:(?<=..)新区|[市区县旗])$")
"""宿迁 of 宿迁市, and 雄安 of 雄安新区; names of two levels, such as 保定市高阳县, are left to be taken apart elsewhere."""

_NEEDS_PROVINCE = ("省",)
"""省本级 and 省直管单位 are in every province."""

_WITHOUT_NAME = ("某", "另")
"""A notice read without the name of its place, 某县, holds for nobody who types one."""


@dataclass(frozen=True, slots=True)
class Address:
    """What the name or the path of a region means.

    ``where`` is the place's name inside the province, empty for all of it. ``chosen`` is the rule whose path it is.
    """

    province: Province
    where: str
    chosen: RegionalRule | None = None

    @property
    def spelling(self) -> str:
        """The shortest text of ours that means the same: nothing is left of what was typed around it."""
        if self.chosen:
            return self.chosen.id
        return self.province.name + self.where if self.where else self.province.id


@lru_cache(maxsize=4096)
def read_address(region: str) -> Address:
    """The province, and the place in it, that ``region`` means.

    :param region: the path of a province, a place or a rule (``jiangsu/suqian``), or any usual spelling of an address
        that begins with a province, a prefecture or a county.
    :raises InputError: if there is no such place, or more than one.
    :raises MissingDataError: if it is none of the places with a rule, and the names of all others are not there.
    """
    text = _SEPARATORS.sub("", normalize("NFKC", region))
    found = _by_path(region) or _by_name(text) or _by_code(text) or _by_division(text) or _by_zone(text)
    if found is None:
        raise InputError("region", "unknown", wording.errors.unknown_region(region))
    return found


def known_regions() -> dict[str, Address]:
    """Every path, and every name alone, by which a province or a place with a rule can be meant.

    What is none of them may still begin with a name of the country's other places; ``read_address`` knows those.
    """
    ids = (rule.id.split("/") for one in provinces() for rule in one.rules)
    paths = dict.fromkeys("/".join(id[:depth]) for id in ids for depth in range(1, len(id) + 1))
    found = {path: address for path in (*PROVINCES, *paths) if (address := _by_path(path))}
    return found | _names()


def _by_path(region: str) -> Address | None:
    head, _, rest = region.partition("/")
    if head not in PROVINCES:
        return None
    one = province(head)
    if not rest:
        return Address(one, "")
    rules = [rule for rule in one.rules if rule.status != "reference" and f"{rule.id}/".startswith(f"{region}/")]
    chosen = next((rule for rule in rules if rule.id == region), None)
    return Address(one, rules[0].place, chosen) if rules else None


def _by_name(text: str) -> Address | None:
    """A province or a place with a rule, by a name of it alone. The names of all other places need not be read for it."""
    return _names().get(text)


@cache
def _names() -> dict[str, Address]:
    """How people call provinces and the places with a rule: 江苏, 宿迁市, 宿迁, 江苏省宿迁市, 江苏宿迁."""
    found: dict[str, Address] = {}
    for one in provinces():
        for name in (one.name, one.short):
            found.setdefault(name, Address(one, ""))
        for place, names in _places(one.id).items():
            short = _SHORTER.match(place)
            for name in (*names, *((short[1], one.name + short[1], one.short + short[1]) if short else ())):
                found.setdefault(name, Address(one, place))
    return found


def _by_division(text: str) -> Address | None:
    """Any province, prefecture or county with whatever stands behind it, or a place with a rule that is none of these."""
    if _XPCC.match(text):
        return Address(province("xpcc"), "")
    found = divisions_named(text)
    if len(found) > 1:
        paths = tuple(one.path for one in found)
        raise InputError("region", "ambiguous", wording.errors.ambiguous_region(text, paths), paths)
    wider = found[0].where if found else ""
    around = next((one for one in provinces() if found and one.name == found[0].province), None)
    for one in (around,) if around else provinces():
        begun = (
            place for place, names in _places(one.id).items() if text.startswith(names) and len(place) > len(wider)
        )
        if narrower := max(begun, key=len, default=""):
            return Address(one, narrower)
    return Address(around, wider) if around else None


def _by_code(text: str) -> Address | None:
    """A county by its code, and by its name behind the code where that alone tells which is meant."""
    if not (match := _CODE.fullmatch(text)):
        return None
    division = division_of_code(match[1])
    try:
        named = _by_division(match[2])
    except InputError:
        named = None
    by_code = _by_division(division.path) if division else None
    if not (named and by_code):
        return named or by_code
    wider, narrower = sorted((named, by_code), key=lambda one: len(one.where))
    # What stands behind a code says more of the same place; where it says another, nothing is known.
    within = wider.province is narrower.province and narrower.where.startswith(wider.where)
    return narrower if within else None


def _by_zone(text: str) -> Address | None:
    """The city with whose name that of a zone begins: 包头稀土高新区. 河南新区 and 海南新城 are in no province's name."""
    if len(text) > _LONGEST_ZONE:
        return None
    for end in range(len(text) - 1, 1, -1):
        if _ZONE.fullmatch(text, end):
            for name in (text[:end] + "市", text[:end]):
                found = divisions_named(name)
                if len(found) == 1 and len(found[0].code) <= _CITY and found[0].name.endswith(_CITIES):
                    return _by_division(found[0].path)
    return None


@cache
def _places(id: str) -> dict[str, tuple[str, ...]]:
    """The places of a province that have a rule, with their whole names."""
    one = province(id)
    places = {rule.place for rule in one.rules if rule.place and not rule.place.startswith(_WITHOUT_NAME)}
    return {
        place: (one.name + place, one.short + place, *(() if place.startswith(_NEEDS_PROVINCE) else (place,)))
        for place in sorted(places)
    }
