"""The table that a page looks an answer up in: what ``assess`` gives for every day, place and benefit of a few years.

Days are numbers, counted from the first day of the table; a function of days is text as ``web.elements.instant.runs``
makes it. What is not in the table (days before and after it, places without a rule of their own) Python must answer.
"""

import json
from calendar import monthrange
from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from html import escape
from itertools import groupby

from calculator import wording
from calculator.assessment.assess import DEFAULT_GRACE_DAYS, MAX_GRACE_DAYS, Assessment, assess
from calculator.assessment.cautions import earliest_caution, grace_caution, safe_caution, safe_title
from calculator.counting.rules import DEFAULT_RULE, RULES, Cycle
from calculator.counting.status import DUE_SOON_DAYS
from calculator.counting.tables import days_between
from calculator.counting.working_days import last_working_day
from calculator.family.people import URGENCY
from calculator.reading.form import FIELDS
from calculator.regions import SCHEMES, Province, province
from calculator.regions.addresses import Address, known_regions, read_address
from calculator.regions.coverage import last_change
from calculator.regions.place import Place, find_place
from calculator.render.family import family_hotline, family_place
from calculator.render.first import LONG_AGO_MONTHS
from calculator.render.parts import asking_more_html, chosen_for
from calculator.wording.lunar import lunar_in_words
from web.elements.instant.runs import runs
from web.elements.instant.templates import family_templates, question_templates, templates

__all__ = ["Span", "instant_table", "table_text"]

_YEARS_BEFORE, _YEARS_SEEN, _YEARS_AFTER = 3, 1, 2
_ONE_DAY = timedelta(days=1)
_LONGEST_WAY = 400
"""Days from a certification to the last day that an answer names, but for the grace that somebody types."""


def table_text(made: date, root: str) -> str:
    """The table of a page that is made on that day, as JSON; ``root`` leads from the page to the root of the site."""
    return json.dumps(instant_table(made, root), ensure_ascii=False, separators=(",", ":"))


@dataclass(frozen=True, slots=True)
class Span:
    """The days of a table: those of a certification, from ``first`` to ``last``, and those of today, from ``seen`` on."""

    first: date
    last: date
    seen: date

    @classmethod
    def around(cls, made: date) -> "Span":
        """The months from three years before a page is made to two years after, seen from one before; all whole."""
        begun = made.replace(day=1)
        last = begun.replace(year=begun.year + _YEARS_AFTER)
        return cls(
            first=begun.replace(year=begun.year - _YEARS_BEFORE),
            last=last.replace(day=monthrange(last.year, last.month)[1]),
            seen=begun.replace(year=begun.year - _YEARS_SEEN),
        )

    @property
    def days(self) -> list[date]:
        """All of them, in order."""
        return self.until(self.last)

    def until(self, last: date) -> list[date]:
        """Those up to a day, which may lie behind them."""
        return list(days_between(self.first, last))

    def number(self, day: date) -> int:
        """A day as the table has it."""
        return (day - self.first).days

    @property
    def stretches(self) -> list[tuple[date, date]]:
        """The days of today in stretches in which no rule begins or ends: the first and the last of each."""
        found = groupby(self.days[self.number(self.seen) :], last_change)
        return [(days[0], days[-1]) for days in (list(some) for _, some in found)]


def instant_table(made: date, root: str) -> dict[str, object]:
    """The table; what is in it says ``InstantTable`` in ``lookup.js``."""
    span = Span.around(made)
    answers = _Answers(span)
    schemes = ("", *SCHEMES)
    general = {rule.id: answers.of("", rule.id, schemes) for rule in RULES.values() if rule.cycle is not Cycle.LOCAL}
    names: dict[tuple[str, str, str], list[str]] = {}
    for region, address in known_regions().items():
        names.setdefault(_key(address), []).append(region)
    places = [_Place.of(*region) for region in names.values()]
    ids = list(dict.fromkeys(one.province.id for one in places))
    lines: dict[str, int] = {}
    texts = templates(root) | {"family": family_templates(f"../{root}"), "asked": question_templates()}
    numbered = {group: {name: _lines(lines, text) for name, text in some.items()} for group, some in texts.items()}
    return {
        "made": made.isoformat(),
        "days": _calendar(span),
        "fields": FIELDS,
        "schemes": schemes,
        "stretches": [span.number(first) for first, _ in span.stretches],
        "dueSoon": DUE_SOON_DAYS,
        "longAgo": LONG_AGO_MONTHS,
        "grace": {"hearsay": DEFAULT_GRACE_DAYS, "most": MAX_GRACE_DAYS},
        "rule": DEFAULT_RULE,
        "general": general,
        "provinces": [[one.id, one.name, one.short, escape(one.hotline)] for one in map(province, ids)],
        "places": [
            [
                *(
                    ids.index(one.province.id),
                    one.where,
                    answers.of(one.region, DEFAULT_RULE, schemes),
                    *one.names,
                    one.chosen,
                ),
                *one.for_whom(first for first, _ in span.stretches),
            ]
            for one in places
        ],
        "answers": list(answers.found),
        "functions": list(answers.functions),
        "texts": list(answers.texts),
        "words": list(answers.words),
        "mores": [_lines(lines, one) if one else [] for one in answers.mores],
        "urgency": URGENCY,
        "nowhere": wording.family.PLACE_UNKNOWN,
        "templates": numbered,
        "lines": list(lines),
    }


@dataclass(frozen=True, slots=True)
class _Place:
    """A place, a way to name it in a question, and what else it can be called: ``names`` are those that may also have the
    name of the province before them, whole or short, and those that are as they are; spaces between. ``chosen`` is the
    path of the rule that it stands for, if it is one.
    """

    province: Province
    where: str
    region: str
    names: tuple[str, str]
    chosen: str

    @classmethod
    def of(cls, *regions: str) -> "_Place":
        """The place that can be called so."""
        place = find_place(regions[0])
        one, known = place.province, set(regions)
        bare = [name for name in regions if {one.name + name, one.short + name} <= known]
        longer = {before + name for before in (one.name, one.short) for name in bare}
        others = [name for name in regions if name not in longer and name not in bare]
        chosen = read_address(regions[0]).chosen
        return cls(one, place.where, regions[0], (" ".join(bare), " ".join(others)), chosen.id if chosen else "")

    def for_whom(self, stretches: Iterable[date]) -> list[str]:
        """What stands behind the place's name on a family's card, for each stretch; nothing where that is never so."""
        told = [
            family_place(self.region, assess(first, first, region=self.region)).removeprefix(
                self.province.name + self.where
            )
            for first in stretches
        ]
        return [escape(one) for one in told] if any(told) else []


def _key(address: Address) -> tuple[str, str, str]:
    return address.province.id, address.where, address.chosen.id if address.chosen else ""


def _calendar(span: Span) -> dict[str, object]:
    """The days of the table and those that their answers name, with what is written of them."""
    last = span.last + timedelta(days=_LONGEST_WAY + MAX_GRACE_DAYS)
    days = span.until(last)
    years = groupby(days, lambda day: day.year)
    begun = _lunar_begun(span.first)
    lunar = groupby(days_between(begun, last), lambda day: _lunar(day)[0])
    offices = [last_working_day(day) for day in days]
    return {
        "asked": len(span.days),
        "months": {year: _days_of_months(list(some)) for year, some in years},
        "weekdays": [wording.days.weekday(day) for day in days[:7]],
        "lunarBegun": (span.first - begun).days,
        "lunar": [[len(list(some)), month] for month, some in lunar],
        "lunarDays": [_lunar(day)[1] for day in _lunar_month_of_thirty(days)],
        "offices": runs([max(span.number(one.day), 0) for one in offices]),
        "published": runs([int(one.published) for one in offices]),
    }


def _days_of_months(days: Sequence[date]) -> list[int]:
    """How many of these days of a year lie in each of its months."""
    found = Counter(day.month for day in days)
    return [found[month] for month in range(1, 13)]


_LUNAR_DAY = 2
"""Characters of 初一."""
_LUNAR_FIRST, _LUNAR_LAST = "初一", "三十"


def _lunar(day: date) -> tuple[str, str]:
    """农历二月 and 初五"""
    words = lunar_in_words(day)
    return words[:-_LUNAR_DAY], words[-_LUNAR_DAY:]


def _lunar_begun(first: date) -> date:
    """The first day of the lunar month of a day."""
    while _lunar(first)[1] != _LUNAR_FIRST:
        first -= _ONE_DAY
    return first


def _lunar_month_of_thirty(days: Sequence[date]) -> Sequence[date]:
    end = next(number for number, day in enumerate(days) if number >= len(_TENS) and _lunar(day)[1] == _LUNAR_LAST)
    return days[end - len(_TENS) + 1 : end + 1]


_TENS = range(30)


@dataclass(slots=True)
class _Answers:
    """Everything that answers are made of, each thing once, with its number."""

    span: Span
    found: dict[tuple[int, ...], int] = field(default_factory=dict)
    functions: dict[str, int] = field(default_factory=dict)
    texts: dict[tuple[int, ...], int] = field(default_factory=dict)
    words: dict[str, int] = field(default_factory=dict)
    mores: dict[str, int] = field(default_factory=dict)
    _courses: dict[Hashable, "_Course"] = field(default_factory=dict)

    def of(self, region: str, rule: str, schemes: Sequence[str]) -> list[list[int]]:
        """The numbers of the answers for each stretch of today and each benefit; one stretch where all are the same."""
        late_first = [
            [self._one(region, rule, one, *days) for one in schemes] for days in reversed(self.span.stretches)
        ]
        return late_first[:1] if all(some == late_first[0] for some in late_first) else late_first[::-1]

    def _one(self, region: str, rule: str, scheme: str, first: date, last: date) -> int:
        begun = assess(self.span.first, first, rule, region=region, scheme=scheme)
        place = find_place(region, scheme, first) if region else None
        own = [one.rule for one in (place.options or (place,))] if place else []
        asked = tuple(
            (*one.key, one.begins, bool(one.asked_by), *(rule in one.asked_by for rule in own)) for one in begun.heeded
        )
        key = rule if place is None else _of_options(place), asked, begun.reach.known
        if key not in self._courses:
            self._courses[key] = self._course(region, rule, scheme, place, first, last)
        course = self._courses[key]
        texts = (
            self._texts(assess(day, max(day, first), rule, region=region, scheme=scheme)) for day in course.variants
        )
        numbers = [_numbered(self.texts, one) for one in texts]
        return _numbered(self.found, (*course.functions, _numbered(self.mores, asking_more_html(begun)), *numbers))

    def _course(self, region: str, rule: str, scheme: str, place: Place | None, first: date, last: date) -> "_Course":
        """What follows from each day of certification, seen from a stretch of days in which the rules stay the same."""
        number = self.span.number
        values: list[tuple[int | None, ...]] = []
        variants: dict[Hashable, date] = {}
        for day in self.span.until(last):
            found = assess(day, max(day, first), rule, region=region, scheme=scheme)
            opens = number(found.opens) if found.opens else None
            asking = found.heeded.index(found.demands[0][1]) if _is_asked(found) else None
            option = next((which for which, one in enumerate(place.options) if one is found.place), 0) if place else 0
            variants.setdefault((option, asking), day)
            variant = list(variants).index((option, asking))
            days = number(found.deadline), number(found.safe_date), number(found.grace_end), opens
            values.append((*days, variant))
        functions = tuple(_numbered(self.functions, runs(one)) for one in zip(*values, strict=True))
        return _Course(functions, tuple(variants.values()))

    def _texts(self, found: Assessment) -> tuple[int, ...]:
        """The numbers of what is said beside the days, and before them whether only the month of the certification matters,
        and whether it could be a pension: 1, 0, or 2 where it is none and the deadline is only borrowed from them."""
        place = found.place
        known = place is not None and place.rule is not None
        hotline = family_hotline(found)
        benefit = found.reach.benefit
        caution = safe_caution(found)
        caution = caution.replace(f"（{benefit}）", "（{benefit}）") if benefit else caution
        words = (
            safe_title(found),
            caution.replace(place.name, "{place}") if place else caution,
            escape(grace_caution(found)) if known else "",
            earliest_caution(found),
            chosen_for(place) if place and place.asks_scheme else "",
            "" if place and hotline == place.province.hotline else escape(hotline),
            benefit,
        )
        by_month = all(RULES[one].by_month for one in found.counting)
        pension = 2 if found.is_borrowed else int(found.could_be_pension)
        return (int(by_month), pension, *(_numbered(self.words, one) for one in words))


@dataclass(frozen=True, slots=True)
class _Course:
    """What follows from each day of certification: numbers of functions, the last of which says by its number which of
    the ``variants`` of the words is meant; of each of them, one such day.
    """

    functions: tuple[int, ...]
    variants: tuple[date, ...]


def _is_asked(found: Assessment) -> bool:
    """Whether it is told whose rule gives the safe date: somebody's but the place's own, and not the deadline, where enough
    is known of the place. What costs less is asked first."""
    if found.safe_date == found.deadline or not found.reach.known or not found.safe_by:
        return False
    return found.place is None or found.place.rule not in found.safe_by


def _lines(known: dict[str, int], text: str) -> list[int]:
    """The numbers of a text's lines, most of which stand in others too."""
    return [_numbered(known, line) for line in text.split("\n")]


def _of_options(place: Place | None) -> Hashable:
    """What the days and the choice among a place's rules follow from."""
    if place is None:
        return None
    return tuple(
        one.rule and (one.rule.counting, one.rule.windows, one.rule.month_days, one.rule.suspension)
        for one in place.options or (place,)
    )


def _numbered[T: Hashable](known: dict[T, int], one: T) -> int:
    """The number of a thing, a new one where it is not known yet."""
    return known.setdefault(one, len(known))
