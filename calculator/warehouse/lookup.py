"""Rows understood one distinct cell at a time: the day, the place and benefit, and what follows from both.

A table of twenty million people has a few thousand days and a few thousand places. Each is read once and each pair
answered once; what holds the rows, DuckDB or Spark, joins them with that.
"""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from unicodedata import normalize

from calculator import wording
from calculator.assessment.assess import opens_for, stops_from
from calculator.assessment.supported_days import check_day
from calculator.counting.rules import DEFAULT_RULE, RULES, shape_of
from calculator.counting.status import Standing, Status, standing_on, status_on
from calculator.errors import InputError
from calculator.reading.days import TypedDay
from calculator.regions.addresses import read_address
from calculator.regions.divisions import division_of_code
from calculator.roster.days import roster_day
from calculator.roster.places import known_scheme
from calculator.warehouse.answers import Answer, answer_for
from calculator.warehouse.fields import NO_PLACE, NOT_SAID

__all__ = ["Lookup", "Outcome"]

_REMEMBERED = 1 << 18


@dataclass(frozen=True, slots=True)
class Outcome:
    """What follows from a day and an answer; the days are those of ``Assessment``, and so are ``status`` and ``standing``.

    ``told`` says in a sentence or two where the person stands, and ``option`` which of the answer's ``basis`` that rests on.
    """

    deadline: date
    safe_date: date
    grace_end: date
    days_left: int
    status: Status
    standing: Standing
    told: str
    option: int


class Lookup:
    """What cells say and what follows from them, as seen from ``today``. What has been asked once is remembered."""

    def __init__(self, today: date) -> None:
        self.today = check_day(today, field="today")
        self.day = lru_cache(_REMEMBERED)(self._day)
        self.answer = lru_cache(_REMEMBERED)(self._answer)
        self.by_shape = lru_cache(_REMEMBERED)(self._follow)
        self._answers: dict[tuple[str, str], Answer] = {}

    def _day(self, last: str | date | None) -> TypedDay | InputError:
        """The day of the newest certification in a cell, or why there is none that can be used."""
        try:
            if isinstance(last, date):
                day = check_day(last, field="last")
                if day > self.today:
                    return InputError("last", "future", wording.errors.day_in_future(day, self.today))
                return TypedDay(day)
            return roster_day(last or "", today=self.today)
        except InputError as error:
            return error

    def _answer(self, place: str | None, scheme: str | None) -> Answer | InputError:
        """How a benefit is counted at a place, or why that is not to be told.

        :param place: a code of GB/T 2260, an address or the path of a region; empty or ``NO_PLACE`` where it is not
            known.
        :param scheme: a benefit by its usual names; empty or ``NOT_SAID`` where it is not known.
        """
        place = "" if place == NO_PLACE else normalize("NFKC", place or "").strip()
        scheme = "" if scheme == NOT_SAID else (scheme or "").strip()
        known = known_scheme(scheme)
        if scheme and not known:
            return InputError("scheme", "unknown", wording.warehouse.scheme_unknown(scheme))
        try:
            answer = answer_for(_region(place), known, self.today)
        except InputError as error:
            return error
        self._answers.setdefault(answer.shape, answer)
        return answer

    def outcome(self, answer: Answer, typed: TypedDay) -> Outcome:
        """What follows from a day for whoever is counted so."""
        return self.by_shape(answer.shape, typed)

    def _follow(self, shape: tuple[str, str], typed: TypedDay) -> Outcome:
        """What follows from a day for whoever is counted as an answer of this shape says, which has been asked for."""
        answer, last = self._answers[shape], typed.day
        (due, grace_end, option, origin), number = answer.due_from(last)
        safe = answer.safe_from(last, due)
        rule = option.rule if option else None
        counting = rule.counting if rule else (DEFAULT_RULE,)
        shapes = option.shapes if option and rule else (shape_of(DEFAULT_RULE),)
        standing = standing_on(self.today, due, grace_end, safe, opens_for(shapes, last, due))
        stops = stops_from(due, grace_end, origin)
        days_left = (due - self.today).days
        told = wording.roster.status_sentence(standing, days_left, safe, stops)
        if typed.weekday is not None:
            told += wording.written_days.other_weekday(last, typed.weekday)
        if typed.month_only:
            told += wording.errors.month_only(last, matters=not all(RULES[one].by_month for one in counting))
        return Outcome(due, safe, grace_end, days_left, status_on(self.today, due, grace_end), standing, told, number)


def _region(place: str) -> str:
    """A place as ``assess`` takes it, from a code or in words.

    :raises InputError: if there is no such place, or more than one.
    """
    if not place.isdecimal():
        if place:
            read_address(place)
        return place
    division = division_of_code(place)
    if division is None:
        raise InputError("region", "unknown", wording.warehouse.code_unknown(place))
    return division.path
