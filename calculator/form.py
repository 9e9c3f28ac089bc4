"""The calculator's form: the text of its fields in, an assessment out.

The page and the command line read what people type here and nowhere else.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from calculator import wording
from calculator.assess import MAX_GRACE_DAYS, Assessment, assess
from calculator.dates import TypedDay, parse_day
from calculator.errors import InputError
from calculator.rules import DEFAULT_RULE, RULES

__all__ = ["FIELDS", "Answer", "FormError", "fill_in"]

FIELDS = ("last", "region", "scheme", "rule", "grace", "today")
"""The fields in the order of the form, which is the order in which their faults are told."""

T = TypeVar("T")


class FormError(Exception):
    """One or more fields cannot be used; ``errors`` has one error for each, in the order of the form."""

    def __init__(self, errors: tuple[InputError, ...]) -> None:
        super().__init__("\n".join(error.message for error in errors))
        self.errors = errors


@dataclass(frozen=True, slots=True)
class Answer:
    """An assessment and the remarks that its reader must see with it, for example that only a month was typed."""

    assessment: Assessment
    remarks: tuple[str, ...]


def fill_in(fields: Mapping[str, str], today: date) -> Answer:
    """Assess what was typed into ``FIELDS``. Only ``last`` is needed; an empty ``today`` means the day given.

    :raises FormError: with every field at fault and what to type there.
    """
    errors: list[InputError] = []

    def read(reader: Callable[[], T], otherwise: T) -> T:
        try:
            return reader()
        except InputError as error:
            errors.append(error)
            return otherwise

    typed_today = fields.get("today", "").strip()
    # Today is read first, because the last day is compared with it, but its fault is told in its turn.
    now = read(lambda: parse_day(typed_today, field="today").day if typed_today else today, today)
    typed = read(lambda: parse_day(fields.get("last", ""), today=now), TypedDay(now))
    region = fields.get("region", "").strip()
    scheme = fields.get("scheme", "").strip()
    rule = fields.get("rule", "").strip() or DEFAULT_RULE
    grace = read(lambda: _grace(fields.get("grace", "")), None)
    answer = read(lambda: assess(typed.day, now, rule, grace, region=region, scheme=scheme), None)
    if errors or answer is None:
        raise FormError(tuple(sorted(errors, key=lambda error: FIELDS.index(error.field))))
    by_month = all(RULES[one].by_month for one in answer.counting)
    remarks = (wording.errors.month_only(typed.day, matters=not by_month),) if typed.month_only else ()
    return Answer(answer, remarks)


def _grace(text: str) -> int | None:
    """Days of grace as typed, “15” or “15天”; nothing typed means that the choice is left to the calculator."""
    plain = unicodedata.normalize("NFKC", text).strip()
    if not plain:
        return None
    match = re.fullmatch(r"(\d{1,4})\s*天?", plain, re.ASCII)
    if match is None:
        raise InputError("grace", "unreadable", wording.errors.grace_out_of_range(MAX_GRACE_DAYS))
    return int(match[1])
