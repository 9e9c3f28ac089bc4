"""One row of a table: assessed, or unclear with the reason, or no person at all.

A million rows have few days and few places. Each day, place and scheme is understood once, each combination of them is
assessed once, and what is kept of it is small.
"""

import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from itertools import chain, islice
from operator import itemgetter

from calculator import wording
from calculator.assessment.assess import Assessment, assess
from calculator.counting.groups import Group, group_of
from calculator.errors import InputError
from calculator.reading.days import TypedDay
from calculator.reading.form import remarks_on
from calculator.roster.address import joined
from calculator.roster.columns import Cells, Columns, Heading
from calculator.roster.day_headings import newest_year
from calculator.roster.days import newest, roster_day
from calculator.roster.lists import NextList, begins_list, next_list
from calculator.roster.no_people import (
    BEGINNINGS_OF_NOBODY,
    ENDS_OF_NOBODY,
    LONGEST_NAME,
    NAMES_OF_NOBODY,
    counts_rows,
    seems_nobody,
    why_nobody,
)
from calculator.roster.places import known_region, known_scheme
from calculator.wording.plain_text import one_line

__all__ = ["Person", "Verdict", "assess_rows"]

_REMEMBERED = 1 << 16
"""So many combinations of day, place and scheme are remembered: those of two years, all places and all schemes."""

_LONGEST = 1000
"""So many characters of a cell are read for a name, a day or a place: what is kept of a cell must not grow with it."""

_BETWEEN = re.compile(r"[\W_]+")
_EMPTY = ("",)
_DIGITS = "0123456789"


class Verdict:
    """What is said of a row: its group, the days if there are any, and why.

    ``group`` is ``None`` for a row that is no person. ``deadline``, ``may_stop_from`` and ``safe_date`` are ``None``
    where nothing was assessed. ``status`` says in a few words where the person stands. ``other_weekday`` says that the day
    was written with the weekday of another. ``heading`` is that of another list, which begins with this row. ``written`` is for a writer, which writes the verdict of many rows once.
    """

    __slots__ = (
        "_request",
        "days_left",
        "deadline",
        "group",
        "heading",
        "may_stop_from",
        "other_weekday",
        "reason",
        "safe_date",
        "status",
        "written",
    )

    def __init__(self, group: Group | None, reason: str, found: Assessment | None = None, region: str = "") -> None:
        self.group = group
        self.reason = reason
        self.status = wording.roster.UNCLEAR if group else wording.roster.NOBODY_STATUS
        self.deadline = found.deadline if found else None
        self.may_stop_from = found.may_stop_from if found else None
        self.safe_date = found.safe_date if found else None
        self.days_left = found.days_left if found else 0
        self.other_weekday = False
        self.heading: Heading | None = None
        self.written = ""
        self._request: tuple[date, date, str, str] | None = None
        if found is not None:
            self.status = wording.roster.status_in_a_cell(found.standing, found.days_left)
            self._request = (found.last, found.today, region, found.scheme)

    @property
    def last(self) -> date | None:
        """The day of the certification, where it could be read."""
        return self._request[0] if self._request else None

    @property
    def kind(self) -> int:
        """The same number for rows of one place and scheme as understood, or where no day could be read of the same texts."""
        return hash(self._request[2:]) if self._request else hash(self)

    @property
    def found(self) -> Assessment | None:
        """The whole assessment. It is made anew, for a million of them would not fit into memory."""
        if self._request is None:
            return None
        last, today, region, scheme = self._request
        return assess(last, today, region=region, scheme=scheme)


class Person:
    """A row of the table: its number as a spreadsheet counts, its cells as they were, and what is said of it."""

    __slots__ = ("_columns", "_numbers", "cells", "number", "verdict")

    def __init__(
        self, number: int, cells: Cells, verdict: Verdict, columns: Columns, numbers: Sequence[int] = ()
    ) -> None:
        self.number = number
        self.cells = cells
        self.verdict = verdict
        self._columns = columns
        self._numbers = numbers

    @property
    def name(self) -> str:
        """The name in one line, as lists and calendars show it."""
        return one_line(self._cell("name"))

    @property
    def phone(self) -> str:
        """The telephone number in one line, as written."""
        return one_line(self._cell("phone"))

    @property
    def plain_name(self) -> str:
        """The name without what people put between its characters, to compare with those of others."""
        return _plain(self._cell("name"))

    @property
    def plain_phone(self) -> str:
        """The telephone number in the same way."""
        return _plain(self._cell("phone")) if "phone" in self._columns else ""

    @property
    def identity(self) -> str:
        """A number that says who somebody is, in the same way; "" where the row has none."""
        if not self._numbers:
            return ""
        cells = self.cells
        written = (cells[index][:_LONGEST] for index in self._numbers if index < len(cells))
        return next((plain.upper() for one in written if (plain := _plain(one))), "")

    def _cell(self, field: str) -> str:
        index = self._columns.get(field, (len(self.cells),))[0]
        return self.cells[index][:_LONGEST].strip() if index < len(self.cells) else ""


def _plain(text: str) -> str:
    return text if text.isalnum() else _BETWEEN.sub("", text)


def assess_rows(
    rows: Iterable[tuple[int, Cells]],
    heading: Heading,
    columns: Columns,
    today: date,
    defaults: Mapping[str, str],
    *,
    system_1904: bool = False,
) -> Iterator[Person]:
    """Each row as a person, or as one that is none, in the order of the table. Rows without any text are left out.

    :param columns: where the fields stand, as found or as corrected by hand.
    :param defaults: ``region`` and ``scheme`` for the rows that do not name their own.
    """
    verdict = _verdicts(today, defaults, system_1904=system_1904)
    below = iter(rows)
    ahead: deque[tuple[int, Cells]] = deque()
    begun = True
    while begun:  # one list after another, most often the only one
        begun = False
        # Made anew for each list: on top of that of the list above, each row of the last would go through them all.
        rows = chain(_taken(ahead), below)
        fields, read_apart = _reader(columns, heading, system_1904=system_1904)
        first_cells = {line[0] for line in heading.lines if line}
        counted = counts_rows(heading, columns)
        leads = counted or 0 in columns.get("name", ())
        # What is done here is done a million times: no calls that can be spared.
        above: tuple[int, Cells] = (0, ())
        for number, cells in rows:
            name, last, region, scheme = fields(cells)
            name = name.strip()
            if not name and not any(map(str.strip, cells)):
                continue
            if read_apart:
                last, region = read_apart(cells, last, region)
            if len(last) + len(region) + len(scheme) > _LONGEST:
                last, region, scheme = last[:_LONGEST], region[:_LONGEST], scheme[:_LONGEST]
            said = verdict(last, region, scheme)
            if said.deadline is None:
                if heading.lines != (cells,) and begins_list(cells):
                    found = _list_from(cells, above[1] if above[0] == number - 1 else (), rows, heading, today.year)
                    yield from _its_heading(number, cells, found, columns)
                    if not found.same:
                        heading, columns = found.heading, found.heading.columns
                    ahead.extendleft(reversed(found.ahead[found.height :]))
                    begun = True
                    break
                above = number, cells
            first = cells[0]
            if (
                name[:1] in NAMES_OF_NOBODY
                or name[-1:] in ENDS_OF_NOBODY
                or (len(name) > LONGEST_NAME and len(name.rstrip(_DIGITS)) > LONGEST_NAME)
                or (not (first.isalnum() and first.isascii()) if counted else first in first_cells)
                or (not leads and (first[:1] in BEGINNINGS_OF_NOBODY or first[-1:] in ENDS_OF_NOBODY))
            ) and (first in first_cells or seems_nobody(name, first)):
                reason = why_nobody(cells, heading, columns, readable=said.deadline is not None)
                said = Verdict(None, reason) if reason else said
            yield Person(number, cells, said, columns, heading.numbers)


def _taken(ahead: deque[tuple[int, Cells]]) -> Iterator[tuple[int, Cells]]:
    """The rows that were looked at before it was their turn."""
    while ahead:
        yield ahead.popleft()


def _list_from(
    cells: Cells, above: Cells, rows: Iterator[tuple[int, Cells]], heading: Heading, latest_year: int
) -> NextList:
    """What begins with a row, as ``next_list`` says. A heading of several rows that is repeated as a whole, as on each
    page of a long list, need not be understood again."""
    if (above, cells) == heading.lines:
        return NextList(heading, same=True, height=0, ahead=[])
    if cells in heading.lines[:1]:
        below = list(islice(rows, len(heading.lines) - 1))
        if tuple(line for _, line in below) == heading.lines[1:]:
            return NextList(heading, same=True, height=len(below), ahead=below)
        rows = chain(below, rows)
    return next_list(cells, above, rows, heading, latest_year)


def _its_heading(number: int, cells: Cells, found: NextList, columns: Columns) -> Iterator[Person]:
    """The rows of the heading of another list, which are nobody."""
    reason = wording.roster.REPEATED_HEADING if found.same else wording.roster.NEW_HEADING
    said = Verdict(None, reason)
    said.heading = None if found.same else found.heading
    yield Person(number, cells, said, columns)
    for below, line in found.ahead[: found.height]:
        yield Person(below, line, Verdict(None, reason), columns)


# Cells ----------------------------------------------------------------------------------------------------------------

type _Apart = Callable[[Cells, str, str], tuple[str, str]]


def _reader(
    columns: Columns, heading: Heading, *, system_1904: bool
) -> tuple[Callable[[Cells], tuple[str, ...]], _Apart | None]:
    """What reads a row's name, day, place and scheme, and what reads the day and the place anew, where several columns
    hold one of them."""
    lasts, regions = columns.get("last", ()), columns.get("region", ())
    found = [columns.get(field, ())[:1] for field in ("name", "last", "region", "scheme")]
    # A field without a column is read from the empty cell that every row gets at its end.
    pick = itemgetter(*(one[0] if one else -1 for one in found))
    width = max((one[0] for one in found if one), default=0) + 1

    def read(cells: Cells) -> tuple[str, ...]:
        missing = width - len(cells)
        return pick(cells + _EMPTY if missing <= 0 else cells + _EMPTY * (missing + 1))  # type: ignore[no-any-return]

    if len(lasts) < 2 and len(regions) < 2:
        return read, None
    years = [(index, newest_year(heading.names[index])) for index in lasts]
    split = heading.is_split(lasts)

    def read_apart(cells: Cells, last: str, region: str) -> tuple[str, str]:
        if split:
            last = "-".join(cells[index][:_LONGEST].strip("年月日 ") for index in lasts if index < len(cells)).strip(
                "-"
            )
        elif len(lasts) > 1:
            written = [(cells[index][:_LONGEST].strip(), year) for index, year in years if index < len(cells)]
            last = newest([(text, year) for text, year in written if text], system_1904=system_1904)
        if len(regions) > 1:
            region = joined([cells[index][:_LONGEST] for index in regions if index < len(cells)])
        return last, region

    return read, read_apart


# What is said ---------------------------------------------------------------------------------------------------------


def _verdicts(today: date, defaults: Mapping[str, str], *, system_1904: bool) -> Callable[[str, str, str], Verdict]:
    default_region, default_scheme = defaults.get("region", ""), defaults.get("scheme", "")

    @lru_cache(maxsize=_REMEMBERED)
    def day(text: str) -> TypedDay | InputError:
        try:
            return roster_day(text, system_1904=system_1904, today=today)
        except InputError as error:
            return error

    @lru_cache(maxsize=_REMEMBERED)
    def verdict(last: str, region_text: str, scheme_text: str) -> Verdict:
        place = _Place(region_text.strip(), scheme_text.strip() or default_scheme, default_region)
        return _verdict(day(last), place, today)

    return verdict


class _Place:
    """Where and for which scheme the pension of a row is paid, as written and as understood.

    What the row's cell names alone, or within the place that holds for the whole roster (朝阳区, in 北京市), comes first;
    where it names none, that place holds.
    """

    def __init__(self, region_text: str, scheme_text: str, default: str) -> None:
        self.text, self.scheme_text = region_text or default, scheme_text
        self.scheme = known_scheme(scheme_text)
        alone = known_region(region_text) if region_text else ""
        within = known_region(default + region_text) if default and not alone else ""
        self.region = alone or within or (known_region(default) if default else "")
        self.by_default = bool(region_text and default and not alone)

    def remark(self, found: Assessment) -> str:
        """What the answer rests on."""
        words = wording.roster
        unknown = words.scheme_unknown(self.scheme_text) if self.scheme_text and not self.scheme else ""
        name, whose = (found.place.name, found.place.rule_holds_for) if found.place else ("", "")
        if self.by_default and name:
            said = words.region_from_default(self.text, name)
        elif self.text and not (found.place and found.place.rule):
            said = words.region_unknown(self.text)
        else:
            said = words.basis(name, whose, unused=bool(found.place and found.place.unused))
        if found.place and found.place.asks_scheme:
            said += words.SCHEME_EARLIEST if found.place.one_of_several else words.SCHEME_PENSION
        return unknown + said


def _verdict(typed: TypedDay | InputError, place: _Place, today: date) -> Verdict:
    if isinstance(typed, InputError):
        return Verdict(Group.UNCLEAR, typed.message)
    found = assess(typed.day, today, region=place.region, scheme=place.scheme)
    said = wording.roster.status_sentence(found.standing, found.days_left, found.safe_date, found.may_stop_from)
    reason = "".join((said, *remarks_on(typed, found), place.remark(found)))
    verdict = Verdict(group_of(found.standing, found.days_left), reason, found, place.region)
    verdict.other_weekday = typed.weekday is not None
    return verdict
