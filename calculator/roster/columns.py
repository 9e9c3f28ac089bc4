"""Find what the columns of a table mean: by their headings, or where there are none by what stands in them.

The headings need not be in the first row: a title above them, a unit, a date of printing are usual.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from calculator.errors import InputError
from calculator.roster.days import roster_day
from calculator.roster.places import known_region, known_scheme

__all__ = ["FIELDS", "SAMPLE_ROWS", "Cells", "Columns", "Heading", "find_heading", "is_heading_again"]

type Cells = tuple[str, ...]
type Columns = Mapping[str, int]
"""Where a field stands, counted from 0. A field that the table does not have is left out."""

FIELDS = ("name", "last", "region", "scheme", "phone")

SAMPLE_ROWS = 100
"""So many rows are looked at before anything is decided."""

_HEADING_WITHIN = 30
"""The headings are looked for in so many rows."""

_LAST_TIME = r"(?:上一?次|最近(?:一次)?|最后(?:一次)?|末次|最新)"
_WHAT = r"(?:养老金?|养老保险)?(?:待遇)?(?:领取)?(?:资格|生存)?(?:认证|年审|年检|核验)"
_DONE = r"(?:通过|成功|完成|办理)?的?"
_WHEN = r"(?:日期|时间|日子|日|年月日|年月)"
_PERSON = r"(?:退休|参保|领取|待遇|待遇领取|离退休|本)?(?:人员|职工|老人|人|居民|员工)?"

_HEADINGS = {
    "name": (rf"{_PERSON}(?:的)?(?:姓名|名字)|name", r"退休人员|参保人|领取人|老人|职工|员工", r".*姓名.*"),
    "last": (
        rf"{_LAST_TIME}{_WHAT}{_DONE}{_WHEN}?|last|lastcertified|lastcertification",
        rf"{_WHAT}{_DONE}{_WHEN}|certified|certification",
        rf"\d{{2,4}}年?度?{_WHAT}{_DONE}{_WHEN}",
        rf".*(?:认证|年审|年检).*{_WHEN}|日期|时间|date",
    ),
    "region": (
        r"(?:养老)?(?:保险)?(?:参保|领取|发放|统筹|待遇领取|待遇发放|养老金发放)(?:地区?|地点|所在地|区域?|省份?|城市|单位所在地)",
        r"地区|省份|城市|省市|省|市|地方|区域|行政区划|所在地|所属地区|region|place",
    ),
    "scheme": (
        r"(?:参保|养老)?险种(?:类型|类别|名称)?|(?:养老)?待遇(?:类别|类型|种类|险种)|养老(?:保险)?(?:类别|类型|种类)|scheme",
        r"(?:人员|参保|保险|身份)(?:类别|类型|性质)",
    ),
    "phone": (
        r"(?:本人|联系)?(?:手机|移动)?(?:电话|手机)(?:号|号码)?|联系方式|phone|mobile|tel",
        r".*(?:电话|手机|联系方式).*",
    ),
}
"""The headings of each field as whole words, the surest first."""

_OTHER_PEOPLE = re.compile("家属|联系人|监护|经办|子女|户主|配偶|亲属|填报|负责|代办")
_OTHER_DAYS = re.compile("下次|下一次|截止|到期|有效|应|需|方式|状态|结果|录入|更新|提醒|首次|初次|计划|退休|出生|距")
_NOT = {"name": _OTHER_PEOPLE, "last": _OTHER_DAYS}

_PATTERNS = {field: tuple(re.compile(one) for one in ranks) for field, ranks in _HEADINGS.items()}
_BRACKETS = re.compile(r"[(\[【〔<].*?[)\]】〕>]")
_NOISE = re.compile(r"[\s:：*_、,.·\-/\\“”\"']+")
_YEAR = re.compile(r"\d{4}")


@dataclass(frozen=True, slots=True)
class Heading:
    """What is known of a table's columns.

    ``row`` is the index, within the rows that were looked at, of the one that holds the headings, or -1 where none
    does; ``names`` are the headings as written, as many as the widest row has cells, empty where there is none.
    ``rivals`` says that several columns could have been the day of the last certification.
    """

    row: int
    names: Cells
    columns: Columns
    rivals: bool = False


def find_heading(sample: Sequence[Cells]) -> Heading:
    """The headings and the columns of a table whose first rows are ``sample``."""
    width = max(map(len, sample), default=0)
    best = Heading(-1, ("",) * width, {})
    for index, cells in enumerate(sample[:_HEADING_WITHIN]):
        columns, rivals = _by_heading(cells)
        telling = "last" in columns or len(columns) > 1 or any(map(_names_names, cells))
        if telling and ("last" in columns, len(columns)) > ("last" in best.columns, len(best.columns)):
            best = Heading(index, cells + ("",) * (width - len(cells)), columns, rivals)
    if best.row == -1:
        return Heading(-1, best.names, _by_content(sample, width))
    return best


def is_heading_again(cells: Cells, heading: Heading) -> bool:
    """Whether a row repeats the headings, as tables do that were printed page by page."""
    found = [index for index in heading.columns.values() if index < len(cells)]
    return heading.row >= 0 and bool(found) and all(cells[index] == heading.names[index] for index in found)


def _by_heading(cells: Cells) -> tuple[dict[str, int], bool]:
    columns: dict[str, int] = {}
    rivals = False
    words = [_plain(cell) for cell in cells]
    for field, patterns in _PATTERNS.items():
        fitting = [
            (rank, -_newest_year(word), index)
            for index, word in enumerate(words)
            if word and (rank := _rank(field, word, patterns)) < len(patterns)
        ]
        if fitting:
            columns[field] = min(fitting)[2]
            rivals = rivals or (field == "last" and len({rank for rank, *_ in fitting}) < len(fitting))
    return columns, rivals


def _rank(field: str, word: str, patterns: Sequence[re.Pattern[str]]) -> int:
    if field in _NOT and _NOT[field].search(word):
        return len(patterns)
    return next((rank for rank, pattern in enumerate(patterns) if pattern.fullmatch(word)), len(patterns))


def _names_names(cell: str) -> bool:
    """Whether a cell says 姓名: nobody is called that."""
    return bool(_PATTERNS["name"][0].fullmatch(_plain(cell)))


def _plain(cell: str) -> str:
    """A heading without width, case, spaces, punctuation and what stands in brackets; "" for what is too long."""
    if not cell or len(cell) > 40:
        return ""
    plain = unicodedata.normalize("NFKC", cell).casefold()
    return _NOISE.sub("", _BRACKETS.sub("", plain))


def _newest_year(word: str) -> int:
    return max(map(int, _YEAR.findall(word)), default=0)


# Without headings -----------------------------------------------------------------------------------------------------

_PHONE = re.compile(r"(?:\+?86[- ]?)?1\d{2}[- ]?\d{4}[- ]?\d{4}|0\d{2,3}[- ]?\d{7,8}")
_NAME = re.compile(r"[\u3400-\u9fff·]{2,15}|[A-Za-z][A-Za-z .'-]{1,40}")


def _is_day(text: str) -> bool:
    try:
        return bool(roster_day(text))
    except InputError:
        return False


_CONTENTS: dict[str, Callable[[str], bool]] = {
    "last": _is_day,
    "phone": lambda text: bool(_PHONE.fullmatch(text)),
    "scheme": lambda text: bool(known_scheme(text)),
    "region": lambda text: bool(known_region(text)),
    "name": lambda text: bool(_NAME.fullmatch(text)),
}
"""What the cells of each field look like, the surest first."""


def _by_content(sample: Sequence[Cells], width: int) -> dict[str, int]:
    columns: dict[str, int] = {}
    for field, fits in _CONTENTS.items():
        shares = {}
        for index in set(range(min(width, 50))) - set(columns.values()):
            cells = [text for row in sample if index < len(row) and (text := row[index].strip())]
            shares[index] = sum(map(fits, cells)) / len(cells) if cells else 0.0
        best = max(shares, key=lambda index: (shares[index], -index), default=None)
        if best is not None and shares[best] > 0.5:
            columns[field] = best
    return columns
