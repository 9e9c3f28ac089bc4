"""What is counted of a roster while its rows go by: people by group, rows that are none, and which rows there were."""

from collections import Counter

from calculator import wording
from calculator.counting.groups import Group
from calculator.roster.repeated import Repeated
from calculator.roster.rows import Person
from calculator.wording.roster import Remark

__all__ = ["Tally"]

_LISTED = 20
"""So many rows of a kind are remembered."""


class Tally:
    """Counts of the people whose rows went by."""

    def __init__(self) -> None:
        self._groups: Counter[Group | None] = Counter()
        self._repeated = Repeated()
        self._weekdays: list[int] = []
        self._count_of_weekdays = 0
        self._nobody: list[tuple[int, str]] = []
        self._headings: list[tuple[int, tuple[str, ...]]] = []
        self._first = self._last = 0

    def count(self, person: Person) -> None:
        """Count a row."""
        group = person.verdict.group
        self._groups[group] += 1
        number = person.number
        if number > self._last:
            self._last = number
        if number < self._first or not self._first:
            self._first = number
        if group is not None:
            self._repeated.count(person)
        if person.verdict.other_weekday:
            self._count_of_weekdays += 1
            if len(self._weekdays) < _LISTED:
                self._weekdays.append(number)
        if group is None and len(self._nobody) < _LISTED:
            text = next((cell.strip() for cell in person.cells if cell.strip()), "")
            self._nobody.append((person.number, text))
        if (heading := person.verdict.heading) and len(self._headings) < _LISTED:
            self._headings.append((person.number, heading.named(heading.columns.get("last", ()))))

    @property
    def counts(self) -> dict[Group, int]:
        """How many people are in each group."""
        return {group: self._groups[group] for group in Group}

    @property
    def rows(self) -> tuple[int, int]:
        """The lowest and the highest number of a row, in whatever order they came; two noughts where there was none."""
        return self._first, self._last

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """That other lists begin below, that some days do not agree with their weekdays, that some people stand there
        twice, and that some rows are no people, and which."""
        lists = [wording.roster.another_list(row, days) for row, days in self._headings]
        nobody = [wording.roster.rows_without_people(self._nobody, self._groups[None])] if self._nobody else []
        days = [wording.roster.other_weekdays(self._weekdays, self._count_of_weekdays)] if self._weekdays else []
        return (*lists, *days, *self._repeated.remarks, *nobody)
