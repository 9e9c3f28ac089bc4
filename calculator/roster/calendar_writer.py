"""The roster as one calendar file: the reminders of everybody for whom a day is still to come."""

from datetime import UTC, datetime
from typing import BinaryIO

from calculator import wording
from calculator.counting.groups import Group
from calculator.export.calendar_file import calendar_file
from calculator.roster.columns import Heading
from calculator.roster.rows import Person

__all__ = ["CalendarWriter"]

_WITHOUT_REMINDERS = {None, Group.SUSPENDED, Group.UNCLEAR}
_CLOSING = b"END:VCALENDAR\r\n"


class CalendarWriter:
    """Writes the reminders to a file, person by person: a calendar is its opening, its events and its closing."""

    def __init__(self, file: BinaryIO, heading: Heading) -> None:  # noqa: ARG002 - as the other writers
        self._file = file
        self._now = datetime.now(UTC)
        self._opening = calendar_file([], self._now).removesuffix(_CLOSING)
        self._taken: set[str] = set()
        self._file.write(self._opening)

    def write(self, person: Person) -> None:
        """Add the reminders of a row, if it has any."""
        found = None if person.verdict.group in _WITHOUT_REMINDERS else person.verdict.found
        if found is not None:
            calendar = calendar_file([(self._label(person), found)], self._now)
            self._file.write(calendar.removeprefix(self._opening).removesuffix(_CLOSING))

    def close(self) -> None:
        """Complete the file; it stays open."""
        self._file.write(_CLOSING)

    def abandon(self) -> None:
        """Leave the file incomplete and open."""

    def _label(self, person: Person) -> str:
        """What the calendar calls somebody, and knows them by: no two people of a roster have the same.

        The end of the telephone number stays when the table is sorted anew, so it comes before the number of the row.
        """
        words = wording.roster
        tail = "".join(filter(str.isdigit, person.phone))[-4:]
        name = person.name or words.row_number(person.number)
        label = words.person_with_phone(name, tail) if tail else name
        if label in self._taken:
            label = words.person_with_row(name, person.number)
        self._taken.add(label)
        return label
