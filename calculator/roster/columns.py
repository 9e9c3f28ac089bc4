"""Find what the columns of a table mean: by their headings, or where there are none by what stands in them.

The headings need not be in the first row: a title above them, a unit, a date of printing are usual. Nor need they be
one row: 认证信息 above 上次认证日期 and 认证方式 is one heading for two columns, and each of the two is read with it.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from calculator.errors import InputError
from calculator.roster.days import roster_day
from calculator.roster.headings import (
    LEVELS,
    PATTERNS,
    SPLIT_DAY,
    newest_year,
    not_for,
    of_another_matter,
    plain_heading,
    rank_of,
)
from calculator.roster.places import known_region, known_scheme

__all__ = ["FIELDS", "SAMPLE_ROWS", "Cells", "Columns", "Heading", "find_heading", "is_heading_again"]

type Cells = tuple[str, ...]
type Columns = Mapping[str, tuple[int, ...]]
"""Where a field stands, counted from 0. A field that the table does not have is left out.

Several columns make one address, from the province down; of several days of certification the newest counts, and these
stand with the newest year first.
"""

FIELDS = ("name", "last", "region", "scheme", "phone")

SAMPLE_ROWS = 100
"""So many rows are looked at before anything is decided."""

_HEADING_WITHIN = 30
"""The headings are looked for in so many rows."""
_ROWS_OF_A_HEADING = 3
_STREETS = 3
"""Province, city and county come before the streets."""


@dataclass(frozen=True, slots=True)
class Heading:
    """What is known of a table's columns.

    ``first`` and ``row`` are the indices, within the rows that were looked at, of the first and the last row of the
    headings, or -1 where there are none; ``names`` are the headings as written, those above joined with those below, as
    many as the widest row has cells, empty where there is none. ``lines`` are the rows as they were.
    """

    row: int
    names: Cells
    columns: Columns
    first: int = -1
    lines: tuple[Cells, ...] = ()

    @property
    def rivals(self) -> Cells:
        """The headings of the columns that could all be the day of the last certification, if there are several."""
        found = self.columns.get("last", ())
        return tuple(self.names[index] for index in found) if len(found) > 1 and not self.is_split(found) else ()

    def is_split(self, columns: Sequence[int]) -> bool:
        """Whether three columns hold year, month and day of one day."""
        parts = [SPLIT_DAY.fullmatch(plain_heading(self.names[index])) for index in columns]
        return [part[2][0] for part in parts if part] == ["年", "月", "日"]

    @property
    def merit(self) -> tuple[bool, int, int]:
        """How sure it is that this is a roster: whether the day is known, how many fields are, and how many columns."""
        return "last" in self.columns, len(self.columns), sum(map(len, self.columns.values()))


def find_heading(sample: Sequence[Cells]) -> Heading:
    """The headings and the columns of a table whose first rows are ``sample``."""
    width = max(map(len, sample), default=0)
    best = Heading(-1, ("",) * width, {})
    for index in range(min(len(sample), _HEADING_WITHIN)):
        found = _heading_ending_at(sample, index, width)
        if found is not None and found.merit > best.merit:
            best = found
    return best if best.row >= 0 else Heading(-1, best.names, _by_content(sample, width))


def is_heading_again(cells: Cells, heading: Heading) -> bool:
    """Whether a row repeats a row of the headings, as tables do that were printed page by page."""
    return any(_repeats(cells, line, heading) for line in heading.lines)


def _repeats(cells: Cells, line: Cells, heading: Heading) -> bool:
    known = [index for found in heading.columns.values() for index in found]
    written = [index for index in known if index < min(len(line), len(cells)) and line[index]]
    return bool(written) and all(cells[index] == line[index] for index in written)


# By headings ----------------------------------------------------------------------------------------------------------


def _heading_ending_at(sample: Sequence[Cells], last: int, width: int) -> Heading | None:
    first = last
    while first > 0 and last - first + 1 < _ROWS_OF_A_HEADING and _is_upper_row(sample[first - 1]):
        first -= 1
    lines = tuple(sample[first : last + 1])
    if first < last and _looks_like_data(lines[-1]):
        return None
    names = _names(lines, width)
    columns = _by_heading(names)
    telling = "last" in columns or len(columns) > 1 or any(map(_names_names, lines[-1]))
    return Heading(last, tuple(map(" ".join, names)), columns, first, lines) if telling else None


def _is_upper_row(cells: Cells) -> bool:
    """Whether a row could be the upper one of two rows of headings, and is no title, unit, hint or person."""
    texts = [text for cell in cells if (text := cell.strip())]
    if _looks_like_data(cells) or any(len(text) > 20 or _NO_HEADING.search(text) for text in texts):
        return False
    return len(set(texts)) > 1 or (bool(texts) and not cells[0].strip())


_NO_HEADING = re.compile(r"[:：]\s*\S|名单|名册|台账|统计表|汇总表|明细表|公司|制表")
_DATA = re.compile(r"\d{4}\D\d{1,2}\D\d|\d{5,}|^(?!(?:19|20)\d\d$)\d+(?:\.\d+)?$")
"""A year alone may stand as a heading below 认证日期."""


def _looks_like_data(cells: Cells) -> bool:
    """Whether a row holds days, numbers of any kind, or telephone numbers, which headings do not."""
    return any(map(_DATA.search, cells))


def _names(lines: Sequence[Cells], width: int) -> list[list[str]]:
    """What stands above each column, from the top, each text once. An upper heading holds for the columns right of it
    that have none of their own, as far as something stands below them: nobody writes it twice."""
    names: list[list[str]] = [[] for _ in range(width)]
    for depth, line in enumerate(lines):
        reaching = ""
        for index in range(width):
            text = line[index].strip() if index < len(line) else ""
            below = any(index < len(lower) and lower[index].strip() for lower in lines[depth + 1 :])
            reaching = text or (reaching if below and not _alone(lines[:depth], index) else "")
            if reaching and reaching not in names[index]:
                names[index].append(reaching)
    return names


def _alone(above: Sequence[Cells], index: int) -> bool:
    """Whether another heading begins above a column, so that what stands to its left does not reach it."""
    return any(index < len(line) and line[index].strip() for line in above)


def _by_heading(names: Sequence[Sequence[str]]) -> dict[str, tuple[int, ...]]:
    lowest = [parts[-1] if parts else "" for parts in names]
    whole = [plain_heading("".join(parts)) for parts in names]
    own = [plain_heading(text) for text in lowest]
    veto = [("".join(parts), text) for parts, text in zip(names, lowest, strict=True)]
    columns: dict[str, tuple[int, ...]] = {}
    for field, patterns in PATTERNS.items():
        ranks = {
            index: rank
            for index in range(len(names))
            if (whole[index] or own[index])
            and not not_for(field, *veto[index])
            and (rank := min(rank_of(whole[index], patterns), rank_of(own[index], patterns))) < len(patterns)
        }
        if ranks:
            best = [index for index, rank in ranks.items() if rank == min(ranks.values())]
            best.sort(key=lambda index: (-newest_year(whole[index]), index))
            columns[field] = tuple(best) if field == "last" else (best[0],)
    if split := _split_day(whole, veto):
        columns["last"] = split
    levels = _levels(whole, own, veto)
    if levels and (len(levels) > 1 or "region" not in columns) and not _is_whole_address(columns, levels, whole, own):
        columns["region"] = levels
    return {field: columns[field] for field in FIELDS if field in columns}


def _split_day(whole: Sequence[str], veto: Sequence[tuple[str, str]]) -> tuple[int, ...]:
    """The three columns 年, 月 and 日 below the heading of a day of certification, if there are such."""
    for index in range(len(whole) - 2):
        parts = [SPLIT_DAY.fullmatch(text) for text in whole[index : index + 3]]
        above = {part[1] for part in parts if part}
        if [part[2][0] for part in parts if part] == ["年", "月", "日"] and len(above) == 1:
            telling = rank_of(above.pop(), PATTERNS["last"][:3]) < 3
            if telling and not any(not_for("last", *veto[index + place]) for place in range(3)):
                return index, index + 1, index + 2
    return ()


def _is_whole_address(columns: Columns, levels: tuple[int, ...], whole: Sequence[str], own: Sequence[str]) -> bool:
    """Whether a column says by its heading that it holds where the pension is paid, and not one level of it."""
    sure = PATTERNS["region"][:1]
    return any(
        index not in levels and 0 in (rank_of(whole[index], sure), rank_of(own[index], sure))
        for index in columns.get("region", ())
    )


def _levels(whole: Sequence[str], own: Sequence[str], veto: Sequence[tuple[str, str]]) -> tuple[int, ...]:
    """The columns that hold province, city, county and so on, of which together an address is made."""
    found: dict[int, int] = {}
    for depth, level in enumerate(LEVELS):
        for index in range(len(whole)):
            if index in found or not_for("region", *veto[index]):
                continue
            if level.fullmatch(whole[index]) or level.fullmatch(own[index]):
                found[index] = depth
                break
    # A street alone tells no place: there is one of its name everywhere.
    return tuple(found) if any(depth < _STREETS for depth in found.values()) else ()


def _names_names(cell: str) -> bool:
    """Whether a cell says 姓名: nobody is called that."""
    return rank_of(plain_heading(cell), PATTERNS["name"][:1]) == 0


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
    "region": lambda text: not text.isdecimal() and bool(known_region(text)),
    "name": lambda text: bool(_NAME.fullmatch(text)),
}
"""What the cells of each field look like, the surest first."""


def _by_content(sample: Sequence[Cells], width: int) -> dict[str, tuple[int, ...]]:
    columns: dict[str, tuple[int, ...]] = {}
    for field, fits in _CONTENTS.items():
        taken = {index for found in columns.values() for index in found}
        shares = {}
        for index in set(range(min(width, 50))) - taken:
            cells = [text for row in sample if index < len(row) and (text := row[index].strip())]
            # A heading that is not known may yet say that its days are others.
            said = any(of_another_matter(text) and not fits(text) for text in cells[:_ROWS_OF_A_HEADING])
            fitting = 0.0 if field == "last" and said else sum(map(fits, cells))
            shares[index] = fitting / len(cells) if cells else 0.0
        best = max(shares, key=lambda index: (shares[index], -index), default=None)
        if best is not None and shares[best] > 0.5:
            columns[field] = (best,)
    return columns
