"""A roster that has been worked through, kept in memory for a page: counted, grouped, the most urgent first."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from calculator.counting.groups import Group
from calculator.roster.rows import Person

__all__ = ["PAGE_LENGTH", "Worklist"]

PAGE_LENGTH = 100
"""So many people are shown at a time."""

_URGENCY = {group: place for place, group in enumerate(Group)}


class Worklist:
    """Everybody on a roster. ``rows`` are all its rows in the table's order, ``people`` those that are people, and ``of``
    gives these by urgency."""

    def __init__(self, rows: Sequence[Person]) -> None:
        self.rows = rows
        self.people = [person for person in rows if person.verdict.group is not None]
        counted = Counter(person.verdict.group for person in self.people)
        self.counts = {group: counted[group] for group in Group}
        self._by_urgency = sorted(self.people, key=_urgency)

    def of(self, group: Group | None) -> Sequence[Person]:
        """The people of one group, or everybody: by group, then by deadline, then as in the table."""
        if group is None:
            return self._by_urgency
        return [person for person in self._by_urgency if person.verdict.group is group]


def _urgency(person: Person) -> tuple[int, date, int]:
    verdict = person.verdict
    return _URGENCY[verdict.group or Group.UNCLEAR], verdict.deadline or date.max, person.number
