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
    """Everybody on a roster. ``people`` keep the table's order, ``of`` gives them by urgency."""

    def __init__(self, people: Sequence[Person]) -> None:
        self.people = people
        counted = Counter(person.verdict.group for person in people)
        self.counts = {group: counted[group] for group in Group}
        self._by_urgency = sorted(people, key=_urgency)

    def of(self, group: Group | None) -> Sequence[Person]:
        """The people of one group, or everybody: by group, then by deadline, then as in the table."""
        if group is None:
            return self._by_urgency
        return [person for person in self._by_urgency if person.verdict.group is group]


def _urgency(person: Person) -> tuple[int, date, int]:
    found = person.verdict.found
    return _URGENCY[person.verdict.group], found.deadline if found else date.max, person.number
