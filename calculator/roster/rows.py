"""One row of a table: assessed, or unclear with the reason."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from calculator import wording
from calculator.assessment.assess import Assessment
from calculator.counting.groups import Group, group_of
from calculator.errors import InputError
from calculator.reading.form import FormError, fill_in
from calculator.roster.columns import Cells, Columns, Heading, is_heading_again
from calculator.roster.days import day_text
from calculator.roster.places import known_region, known_scheme
from calculator.wording.plain_text import one_line

__all__ = ["Person", "Verdict", "assess_rows"]

_REMEMBERED = 8192
"""People of one roster share few days and places, so that most rows have been assessed before."""

_LONGEST = 1000
"""So many characters of a cell are read for a name, a day or a place: what is kept of a cell must not grow with it."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is said of a row: its group, the assessment if there is one, and why."""

    group: Group
    found: Assessment | None
    reason: str

    @property
    def status(self) -> str:
        """Where the person stands, in a few words."""
        return wording.roster.STATUS_IN_A_CELL[self.found.standing] if self.found else wording.roster.UNCLEAR


@dataclass(frozen=True, slots=True)
class Person:
    """A row of the table: its number as a spreadsheet counts, its cells as they were, and what is said of it.

    ``name`` and ``phone`` are one line each, as lists and calendars show them.
    """

    number: int
    name: str
    phone: str
    cells: Cells
    verdict: Verdict


def assess_rows(
    rows: Iterable[tuple[int, Cells]],
    heading: Heading,
    columns: Columns,
    today: date,
    defaults: Mapping[str, str],
    *,
    system_1904: bool = False,
) -> Iterator[Person]:
    """Each row as a person, in the order of the table. Rows without any text are none.

    :param columns: where the fields stand, as found or as corrected by hand.
    :param defaults: ``region`` and ``scheme`` for the rows that do not name their own.
    """

    @lru_cache(maxsize=_REMEMBERED)
    def verdict(last: str, region: str, scheme: str) -> Verdict:
        try:
            return _verdict(day_text(last, system_1904=system_1904), region, scheme, today)
        except InputError as error:
            return Verdict(Group.UNCLEAR, None, error.message)

    def cell(cells: Cells, field: str) -> str:
        index = columns.get(field, -1)
        return cells[index][:_LONGEST].strip() if 0 <= index < len(cells) else ""

    for number, cells in rows:
        if not any(map(str.strip, cells)):
            continue
        if is_heading_again(cells, heading):
            said = Verdict(Group.UNCLEAR, None, wording.roster.REPEATED_HEADING)
        else:
            region = cell(cells, "region") or defaults.get("region", "")
            scheme = cell(cells, "scheme") or defaults.get("scheme", "")
            said = verdict(cell(cells, "last"), region, scheme)
        yield Person(number, one_line(cell(cells, "name")), one_line(cell(cells, "phone")), cells, said)


def _verdict(last: str, region_text: str, scheme_text: str, today: date) -> Verdict:
    scheme = known_scheme(scheme_text)
    region = known_region(region_text)
    try:
        answer = fill_in({"last": last, "region": region, "scheme": scheme}, today)
    except FormError as error:
        return Verdict(Group.UNCLEAR, None, "".join(one.message for one in error.errors))
    found = answer.assessment
    said = wording.roster.status_sentence(found.standing, found.days_left, found.safe_date, found.may_stop_from)
    reasons = [said, *answer.remarks]
    if scheme_text and not scheme:
        reasons.append(wording.roster.scheme_unknown(scheme_text))
    if region_text and not (found.place and found.place.rule):
        reasons.append(wording.roster.region_unknown(region_text))
    else:
        name, whose = (found.place.name, found.place.rule_holds_for) if found.place else ("", "")
        reasons.append(wording.roster.basis(name, whose))
    if found.place and found.place.asks_scheme:
        several = found.place.one_of_several
        reasons.append(wording.roster.SCHEME_EARLIEST if several else wording.roster.SCHEME_PENSION)
    return Verdict(group_of(found.standing), found, "".join(reasons))
