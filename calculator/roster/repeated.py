"""Who stands in a roster twice, as far as names and numbers tell; two people may have one name.

A number that says who somebody is decides: that of an identity card, of a member of staff, or of a telephone. Where none
stands beside a name, only somebody who knows them can tell, and is asked to. Of a row little is kept, and of its cells
nothing but what they hash to, so that a million rows need no more room than a phone has.
"""

from array import array
from collections.abc import Iterator, Sequence
from heapq import nsmallest
from typing import NamedTuple

from calculator import wording
from calculator.roster.rows import Person
from calculator.wording.roster import Remark, Repetition

__all__ = ["Repeated"]

_BUCKETS = 256
"""So many parts are looked through one after another, each in as much room as it takes for itself."""
_LISTED = 4
"""So many of a kind are listed."""
_LEAST = 5
"""Figures of a number that says who somebody is. 编号 may be the number of a row."""
_PHONE = 11
"""Figures of a telephone number, without those of the country before it."""

_LOW = (1 << 32) - 1
_SHORT = (1 << 22) - 1


class _Row(NamedTuple):
    """What is kept of a row: hashes, or nought for what is not there, and the day of the certification as a number.
    ``kind`` is that of the verdict."""

    number: int
    identity: int
    phone: int
    day: int
    kind: int


class Repeated:
    """Those of one name among the people who went by."""

    def __init__(self) -> None:
        self._parts = [array("Q") for _ in range(_BUCKETS)]

    def count(self, person: Person) -> None:
        """Keep what is needed of a row."""
        name = person.plain_name
        if not name:
            return
        # On a phone a hash has 32 bits, of which there are too few to tell 100,000 people apart.
        low = hash(name)
        key = (low & _LOW) << 32 | (hash(f"{name}.") & _LOW)
        verdict = person.verdict
        last, identity, phone = verdict.last, person.identity, person.plain_phone
        about = (
            (_hashed(identity) << 42 if identity else 0)
            | (_hashed(phone[-_PHONE:]) << 20 if phone else 0)
            | (last.toordinal() if last else 0)
        )
        self._parts[low % _BUCKETS].extend((key, about, (verdict.kind & _LOW) << 32 | person.number))

    @property
    def remarks(self) -> Iterator[Remark]:
        """What should be looked at, and in which rows, the surest first."""
        found: dict[Repetition, list[tuple[int, ...]]] = {kind: [] for kind in Repetition}
        counts = dict.fromkeys(Repetition, 0)
        for part in self._parts:
            for kind, rows in _in(part):
                counts[kind] += 1
                found[kind].append(rows)
            for kind, many in found.items():
                found[kind] = nsmallest(_LISTED, many)
        return (wording.roster.repeated(kind, rows, counts[kind]) for kind, rows in found.items() if rows)


def _hashed(text: str) -> int:
    return (hash(text) & _SHORT or 1) if len(text) >= _LEAST else 0


def _in(part: Sequence[int]) -> Iterator[tuple[Repetition, tuple[int, ...]]]:
    """Those of one name in a part."""
    groups: dict[int, list[int]] = {}
    for place in range(0, len(part), 3):
        groups.setdefault(part[place], []).append(place)
    for places in groups.values():
        if len(places) > 1:
            yield from _among([_row(part[place + 1], part[place + 2]) for place in places])


def _row(about: int, rest: int) -> _Row:
    return _Row(rest & _LOW, about >> 42, about >> 20 & _SHORT, about & (1 << 20) - 1, rest >> 32)


def _among(rows: Sequence[_Row]) -> Iterator[tuple[Repetition, tuple[int, ...]]]:
    """What is to be said of the rows of one name."""
    owners = {row.phone: row.identity for row in rows if row.phone and row.identity}
    people: dict[tuple[int, int], list[_Row]] = {}
    for row in rows:
        identity = row.identity or owners.get(row.phone, 0)
        people.setdefault((identity, 0 if identity else row.phone), []).append(row)
    unknown = people.pop((0, 0), [])
    for known in people.values():
        if len(known) > 1:
            yield Repetition.ONE_PERSON, _numbers(known)
    if not unknown or len(rows) < 2:
        return
    alike = [*unknown, *(known[0] for known in people.values())]
    if len({row.day for row in alike}) > 1:
        yield Repetition.OTHER_DAYS, _numbers(alike)
    elif len(alike) > 1 and len({row.kind for row in alike}) == 1:
        yield Repetition.SAME_DAY, _numbers(alike)


def _numbers(rows: Sequence[_Row]) -> tuple[int, ...]:
    """The first of them: those of all, where a name stands in each row, nobody reads."""
    return tuple(dict.fromkeys(sorted(row.number for row in rows)))[: wording.roster.ROWS_LISTED + 1]
