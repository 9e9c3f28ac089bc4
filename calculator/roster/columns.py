"""Find what the columns of a table mean: by their headings, or where there are none by what stands in them.

The headings need not be in the first row: a title above them, a unit, a date of printing are usual. Nor need they be
one row: 认证信息 above 上次认证日期 and 认证方式 is one heading for two columns, and each of the two is read with it.
"""

import dataclasses
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from calculator.errors import InputError
from calculator.roster.address_columns import address_columns, home_columns
from calculator.roster.day_headings import ANY_YEAR, DayColumns, days_of_certification, of_another_matter
from calculator.roster.days import roster_day
from calculator.roster.heading_rows import belongs_above, goes_on, holds_values, looks_like_data, names_names
from calculator.roster.headings import (
    PATTERNS,
    SPLIT_DAY,
    ColumnHeading,
    not_for,
    number_columns,
    plain_heading,
    rank_of,
)
from calculator.roster.places import known_region, known_scheme

__all__ = ["FIELDS", "SAMPLE_ROWS", "Cells", "Columns", "Heading", "find_heading", "has_person", "is_heading_again"]

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
_CELLS_OF_HEADINGS = 2_000
"""The headings are looked for in so many rows, or in so many cells, whichever is more."""
_ROWS_OF_A_HEADING = 3
_SCHEME_BY_CONTENT = 2
"""From this rank on, a heading is that of a scheme if schemes stand below it: 类别 may be of anything."""


@dataclass(frozen=True, slots=True)
class Heading:
    """What is known of a table's columns.

    ``first`` and ``row`` are the indices, within the rows that were looked at, of the first and the last row of the
    headings, or -1 where there are none; ``names`` are the headings as written, those above joined with those below, as
    many as the widest row has cells, empty where there is none. ``lines`` are the rows as they were. ``days`` are the
    columns of days, those that are not used among them; ``homes`` are those of where people live, where no column says
    where the pension is paid; ``namesakes`` are further columns of names. ``numbers`` are those of what says who
    somebody is. ``side_by_side`` says that two lists stand beside each other, and nobody knows whose day is whose.
    """

    row: int
    names: Cells
    columns: Columns
    first: int = -1
    lines: tuple[Cells, ...] = ()
    days: DayColumns = dataclasses.field(default_factory=DayColumns)
    homes: tuple[int, ...] = ()
    namesakes: tuple[int, ...] = ()
    numbers: tuple[int, ...] = ()
    side_by_side: bool = False

    @property
    def rivals(self) -> Cells:
        """The headings of the columns that could all be the day of the last certification, if there are several."""
        found = self.columns.get("last", ())
        return self.named(found) if len(found) > 1 and not self.is_split(found) else ()

    def named(self, columns: Sequence[int]) -> Cells:
        """The headings of some columns."""
        return tuple(self.names[index] for index in columns)

    def is_split(self, columns: Sequence[int]) -> bool:
        """Whether three columns hold year, month and day of one day."""
        parts = [SPLIT_DAY.fullmatch(plain_heading(self.names[index])) for index in columns]
        return [part[2][0] for part in parts if part] == ["年", "月", "日"]

    @property
    def merit(self) -> tuple[bool, int, int]:
        """How sure it is that this is a roster: whether the day is known, how many fields are, and how many columns."""
        return "last" in self.columns, len(self.columns), sum(map(len, self.columns.values()))


def find_heading(sample: Sequence[Cells], latest_year: int = ANY_YEAR) -> Heading:
    """The headings and the columns of a table whose first rows are ``sample``. Where several lists stand one below the
    other, those of the first.

    :param latest_year: columns that name a later year than this one hold plans.
    """
    width = max(map(len, sample), default=0)
    best = Heading(-1, ("",) * width, {})
    for index, cells in enumerate(sample[: max(_HEADING_WITHIN, _CELLS_OF_HEADINGS // max(width, 1))]):
        if {"name", "last"} <= best.columns.keys() and looks_like_data(cells):
            break
        found = _heading_ending_at(sample, index, width, latest_year)
        if found is not None and (found.merit > best.merit or _is_whole_of(found, best)):
            best = found
    if best.row >= 0:
        return best
    return Heading(-1, best.names, _by_content(sample, width), numbers=_numbers_by_content(sample, width))


def is_heading_again(cells: Cells, heading: Heading) -> bool:
    """Whether a row repeats a row of the headings, as tables do that were printed page by page."""
    return any(_repeats(cells, line, heading) for line in heading.lines)


def _repeats(cells: Cells, line: Cells, heading: Heading) -> bool:
    known = [index for found in heading.columns.values() for index in found]
    written = [index for index in known if index < min(len(line), len(cells)) and line[index]]
    return bool(written) and all(cells[index] == line[index] for index in written)


# By headings ----------------------------------------------------------------------------------------------------------


def _heading_ending_at(sample: Sequence[Cells], last: int, width: int, latest_year: int) -> Heading | None:
    if holds_values(sample[last]) or (last + 1 < len(sample) and goes_on(sample[last], sample[last + 1])):
        return None
    first = last
    while first > 0 and last - first + 1 < _ROWS_OF_A_HEADING and belongs_above(sample[first - 1], sample[first]):
        first -= 1
    lines = tuple(sample[first : last + 1])
    if first < last and looks_like_data(lines[-1]):
        return None
    names = _names(lines, width)
    found = _by_heading([ColumnHeading(parts) for parts in names], sample[last + 1 :], latest_year)
    telling = "last" in found.columns or len(found.columns) > 1 or any(map(names_names, lines[-1]))
    if not telling:
        return None
    return replace(found, row=last, names=tuple(map(" ".join, names)), first=first, lines=lines)


def _is_whole_of(longer: Heading, shorter: Heading) -> bool:
    """Whether a heading goes on where a shorter one ended, with a row that says no less and is nobody's."""
    if longer.first != shorter.first or longer.row != shorter.row + 1 or longer.merit != shorter.merit:
        return False
    line = longer.lines[-1]
    below = [index for index, cell in enumerate(line) if cell.strip()]
    return len(below) > 1 and not any(index in below for index in shorter.columns.get("name", ()))


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


def _by_heading(headings: Sequence[ColumnHeading], below: Sequence[Cells], latest_year: int) -> Heading:
    """What the headings say; ``below`` are rows that tell what they leave open."""

    def texts(index: int) -> list[str]:
        return [text for row in below if index < len(row) and (text := row[index].strip())]

    def fitting(name: str, index: int) -> bool:
        found = texts(index)
        return sum(map(_CONTENTS[name], found)) * 2 > len(found)

    ranks: dict[str, dict[int, int]] = {}
    for name, patterns in PATTERNS.items():
        ranks[name] = {
            index: rank
            for index, heading in enumerate(headings)
            if (rank := rank_of(heading.words, patterns)) < len(patterns) and not not_for(name, heading)
        }
    schemes = ranks["scheme"]
    ranks["scheme"] = {
        index: rank for index, rank in schemes.items() if rank < _SCHEME_BY_CONTENT or fitting("scheme", index)
    }
    columns: dict[str, tuple[int, ...]] = {}
    for name, found in ranks.items():
        if found:
            columns[name] = (min(found, key=lambda index: (found[index], index)),)
    days = days_of_certification(headings, lambda index: fitting("last", index), latest_year)
    if days.last:
        columns["last"] = days.last
    if region := address_columns(headings, ranks["region"], texts):
        columns["region"] = region
    return Heading(
        -1,
        (),
        {name: columns[name] for name in FIELDS if name in columns},
        days=days,
        homes=() if region else home_columns(headings),
        side_by_side=_side_by_side(headings, days),
        numbers=number_columns(headings),
        namesakes=tuple(index for index, rank in ranks["name"].items() if rank == 0)[1:],
    )


def _side_by_side(headings: Sequence[ColumnHeading], days: DayColumns) -> bool:
    """Whether two lists stand beside each other: 姓名, or a number, comes again, and each time a day comes with it."""
    dated = {*days.last, *days.likely}
    marks: dict[str, list[int]] = {}
    for index, heading in enumerate(headings):
        word = heading.own.rstrip("0123456789")
        if not not_for("name", heading) and (rank := rank_of((word,), PATTERNS["name"][:2])) < 2:
            marks.setdefault(word if rank else "姓名", []).append(index)
        elif _NUMBER.fullmatch(word):
            marks.setdefault(word, []).append(index)
    return any(
        len(starts) > 1 and all(any(start < day < end for day in dated) for start, end in blocks)
        for starts in marks.values()
        for blocks in (pairwise([*starts, len(headings)]), pairwise([-1, *starts]))
    )


_NUMBER = re.compile("序号|编号|行号|no|(?:公民)?身份证?件?号?码?|公民身份号码|证件号码?")
"""What else begins a list, or says who somebody is."""


# Without headings -----------------------------------------------------------------------------------------------------

_PHONE = re.compile(r"(?:\+?86[- ]?)?1\d{2}[- ]?\d{4}[- ]?\d{4}|0\d{2,3}[- ]?\d{7,8}")
_IDENTITY = re.compile(r"'?[1-9]\d{5}[\d*]{8,11}[\dXx*]")
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
    "name": lambda text: bool(_NAME.fullmatch(text)) and not names_names(text),
}
"""What the cells of each field look like, the surest first."""


def _numbers_by_content(sample: Sequence[Cells], width: int) -> tuple[int, ...]:
    """The columns in which most cells are numbers of identity cards."""
    found = []
    for index in range(min(width, 50)):
        cells = [text for row in sample if index < len(row) and (text := row[index].strip())]
        if 2 * sum(map(bool, map(_IDENTITY.fullmatch, cells))) > len(cells):
            found.append(index)
    return tuple(found)


def has_person(cells: Cells, columns: Columns) -> bool:
    """Whether a row has what looks like a name and a day where the columns for them are."""
    found = [(name, columns[name][0]) for name in ("name", "last") if name in columns]
    return len(found) == 2 and all(
        index < len(cells) and _CONTENTS[name](cells[index].strip()) for name, index in found
    )


def _by_content(sample: Sequence[Cells], width: int) -> dict[str, tuple[int, ...]]:
    columns: dict[str, tuple[int, ...]] = {}
    for field, fits in _CONTENTS.items():
        taken = {index for found in columns.values() for index in found}
        shares = {}
        for index in set(range(min(width, 50))) - taken:
            cells = [text for row in sample if index < len(row) and (text := row[index].strip())]
            # A heading that is not known may yet say that its days are others.
            said = field == "last" and any(
                of_another_matter(text) and not fits(text) for text in cells[:_ROWS_OF_A_HEADING]
            )
            fitting = 0.0 if said else sum(map(fits, cells))
            shares[index] = fitting / len(cells) if cells else 0.0
        best = max(shares, key=lambda index: (shares[index], -index), default=None)
        # Nobody knows which of two days is the last certification, and a later one gives a later deadline.
        several = field == "last" and sum(share > 0.5 for share in shares.values()) > 1
        if best is not None and shares[best] > 0.5 and not several:
            columns[field] = (best,)
    return columns
