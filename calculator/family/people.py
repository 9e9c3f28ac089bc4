"""Several people side by side: what was typed about each in, everybody's answer out, the most urgent first."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from calculator import wording
from calculator.assessment.assess import Assessment
from calculator.counting.status import Standing
from calculator.errors import InputError
from calculator.reading.form import Answer, FormError, fill_in
from calculator.wording.plain_text import one_line

__all__ = [
    "FIELDS",
    "MAX_LENGTHS",
    "MAX_PEOPLE",
    "URGENCY",
    "Member",
    "Person",
    "assess_family",
    "faults",
    "labelled_assessments",
    "names",
]

FIELDS = ("label", "last", "region")
"""What is asked of each person, in the order of the form."""

MAX_LENGTHS = {"label": 20, "last": 40, "region": 80}
"""How many characters each field holds at most."""

MAX_PEOPLE = 20

URGENCY = tuple(reversed(Standing))
"""Who comes first."""


@dataclass(frozen=True, slots=True)
class Person:
    """What was typed about one person. Each is one line: names stand in sentences and in files."""

    label: str
    last: str
    region: str

    @classmethod
    def of(cls, fields: Mapping[str, object]) -> "Person":
        """The person of whom a form tells; what is missing is empty."""
        return cls(*(one_line(str(fields.get(name, ""))) for name in FIELDS))

    @property
    def is_blank(self) -> bool:
        """Whether nothing was typed, so that nobody is meant."""
        return not (self.label or self.last or self.region)


@dataclass(frozen=True, slots=True)
class Member:
    """One person with an answer, or without one where the date or the place cannot be used.

    ``index`` is the person's place in the list as it was typed. A label that is missing or taken is an error too, but
    does not hinder the answer.
    """

    index: int
    person: Person
    name: str
    answer: Answer | None
    errors: tuple[InputError, ...]


def names(people: Sequence[Person]) -> tuple[str, ...]:
    """What to call everybody: by the label, or by the place in the list; by both where two have the same label."""
    often = Counter(person.label for person in people)
    return tuple(
        wording.family.name(person.label, index + 1, shared=often[person.label] > 1)
        for index, person in enumerate(people)
    )


def assess_family(people: Sequence[Person], today: date) -> tuple[Member, ...]:
    """Everybody of whom something was typed, the most urgent first.

    Suspended comes before in grace, last day, past the safe date, due soon and on time; whoever has no answer comes last.
    Among equals the earlier deadline comes first, then the order of the list.
    """
    called = names(people)
    several = sum(not person.is_blank for person in people) > 1
    members = []
    for index, person in enumerate(people):
        if person.is_blank:
            continue
        errors = []
        if several and (fault := _label_fault(people, index)):
            errors.append(fault)
        answer = None
        try:
            answer = fill_in({"last": person.last, "region": person.region}, today)
        except FormError as error:
            errors += error.errors
        members.append(Member(index, person, called[index], answer, tuple(errors)))
    return tuple(sorted(members, key=_urgency))


def faults(members: Iterable[Member]) -> tuple[InputError, ...]:
    """Everybody's errors in the order in which they were typed; without anybody, that there is nobody.

    Each says whom it is about, and its field is the person's index and one of ``FIELDS``: ``2.last``.
    """
    found = sorted(members, key=lambda member: member.index)
    if not found:
        return (InputError("0.last", "empty", wording.errors.day_empty("last")),)
    return tuple(
        InputError(f"{one.index}.{error.field}", error.code, wording.family.about(one.name, error.message), error.meant)
        for one in found
        for error in one.errors
    )


def labelled_assessments(members: Iterable[Member]) -> list[tuple[str, Assessment]]:
    """The assessments that there are, each under a label of its own, as ``calendar_file`` wants them.

    :raises FormError: if a label is missing or stands for two, or if there is no answer at all.
    """
    members = tuple(members)
    every = faults(members)
    of_labels = tuple(error for error in every if error.field.endswith(".label"))
    found = [(member.person.label, member.answer.assessment) for member in members if member.answer]
    if of_labels or not found:
        raise FormError(of_labels or every)
    return found


def _urgency(member: Member) -> tuple[int, date, int]:
    if member.answer is None:
        return len(URGENCY), date.max, member.index
    found = member.answer.assessment
    return URGENCY.index(found.standing), found.deadline, member.index


def _label_fault(people: Sequence[Person], index: int) -> InputError | None:
    """What is wrong with a label among several people; of two that are the same, only the later is at fault."""
    label = people[index].label
    if not label:
        return InputError("label", "empty", wording.family.LABEL_EMPTY)
    if len(label) > MAX_LENGTHS["label"]:
        return InputError("label", "too-long", wording.family.label_too_long(MAX_LENGTHS["label"]))
    if any(person.label == label for person in people[:index]):
        return InputError("label", "duplicate", wording.family.label_taken(label))
    return None
