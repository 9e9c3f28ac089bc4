"""The calculator's form: the text of its fields in, an answer out, for each of the three ways into it.

The page and the command line read what people type here and nowhere else.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from calculator import wording
from calculator.assessment.assess import MAX_GRACE_DAYS, Assessment, assess
from calculator.assessment.first_certification import FirstCertification, first_certification
from calculator.counting.rules import DEFAULT_RULE, RULES
from calculator.errors import InputError
from calculator.reading.days import TypedDay, parse_day

__all__ = [
    "FIELDS",
    "Answer",
    "FormError",
    "fill_in",
    "fill_in_first",
    "fill_in_forgotten",
    "parse_grace",
    "remarks_on",
]

FIELDS = ("last", "claim", "region", "scheme", "rule", "grace", "today")
"""The fields in the order of the form, which is the order in which their faults are told."""

T = TypeVar("T")


class FormError(Exception):
    """One or more fields cannot be used; ``errors`` has one error for each, in the order of the form."""

    def __init__(self, errors: tuple[InputError, ...]) -> None:
        super().__init__(errors)
        self.errors = errors

    def __str__(self) -> str:
        """The sentences, a line each."""
        return "\n".join(error.message for error in self.errors)


@dataclass(frozen=True, slots=True)
class Answer:
    """An assessment and the remarks that its reader must see with it, for example that only a month was typed.

    ``fields`` are what it was made from, as they were typed.
    """

    assessment: Assessment
    remarks: tuple[str, ...]
    fields: Mapping[str, str]


def fill_in(fields: Mapping[str, str], today: date) -> Answer:
    """Assess what was typed by somebody who knows the ``last`` day; an empty ``today`` means the day given.

    :raises FormError: with every field at fault and what to type there.
    """
    form = _Form(fields)
    now = form.today(today)
    typed = form.read(lambda: parse_day(form.text("last"), today=now), TypedDay(now))
    rule = form.text("rule") or DEFAULT_RULE
    grace = form.read(lambda: parse_grace(form.text("grace")), None)
    answer = form.read(
        lambda: assess(typed.day, now, rule, grace, region=form.text("region"), scheme=form.text("scheme")), None
    )
    if form.errors or answer is None:
        raise form.failure()
    return Answer(answer, remarks_on(typed, answer), fields)


def remarks_on(typed: TypedDay, answer: Assessment) -> tuple[str, ...]:
    """What must be said beside an assessment because of how its day was typed."""
    if typed.weekday is not None:
        return (wording.written_days.other_weekday(typed.day, typed.weekday),)
    if not typed.month_only:
        return ()
    by_month = all(RULES[one].by_month for one in answer.counting)
    return (wording.errors.month_only(typed.day, matters=not by_month),)


def fill_in_first(fields: Mapping[str, str], today: date) -> FirstCertification:
    """Advise somebody newly retired, who typed the month in which the pension is first paid into ``claim``.

    :raises FormError: with every field at fault and what to type there.
    """
    form = _Form(fields)
    now = form.today(today)
    claim = form.read(lambda: parse_day(form.text("claim"), field="claim", near=now).day, now)
    found = form.read(
        lambda: first_certification(claim, now, region=form.text("region"), scheme=form.text("scheme")), None
    )
    if form.errors or found is None:
        raise form.failure()
    return found


def fill_in_forgotten(fields: Mapping[str, str], today: date) -> Assessment:
    """The assessment of somebody who does not know the last day and certifies today instead. No field is needed.

    :raises FormError: with every field at fault and what to type there.
    """
    form = _Form(fields)
    now = form.today(today)
    found = form.read(lambda: assess(now, now, region=form.text("region"), scheme=form.text("scheme")), None)
    if form.errors or found is None:
        raise form.failure()
    return found


class _Form:
    """The fields as they were typed, and the faults found in them so far."""

    def __init__(self, fields: Mapping[str, str]) -> None:
        self._fields = fields
        self.errors: list[InputError] = []

    def text(self, name: str) -> str:
        return self._fields.get(name, "").strip()

    def today(self, otherwise: date) -> date:
        """The day from which to look; read first, because other days are compared with it, told in its turn."""
        typed = self.text("today")
        return self.read(lambda: parse_day(typed, field="today").day if typed else otherwise, otherwise)

    def read(self, reader: Callable[[], T], otherwise: T) -> T:
        """What ``reader`` finds, or ``otherwise`` with the fault noted."""
        try:
            return reader()
        except InputError as error:
            self.errors.append(error)
            return otherwise

    def failure(self) -> FormError:
        return FormError(tuple(sorted(self.errors, key=lambda error: FIELDS.index(error.field))))


def parse_grace(text: str) -> int | None:
    """Days of grace as typed, “15” or “15天”; nothing typed means that the choice is left to the calculator.

    :raises InputError: if it is no whole number.
    """
    plain = unicodedata.normalize("NFKC", text).strip()
    if not plain:
        return None
    match = re.fullmatch(r"(\d{1,4})\s*天?", plain, re.ASCII)
    if match is None:
        raise InputError("grace", "unreadable", wording.errors.grace_out_of_range(MAX_GRACE_DAYS))
    return int(match[1])
