"""Turn a request into an assessment: deadline, grace, status, and everything that can be said about them."""

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property, lru_cache
from operator import itemgetter
from typing import NamedTuple

from calculator import wording
from calculator.assessment.argument_types import check_arguments
from calculator.assessment.supported_days import check_day
from calculator.assessment.working import (
    GraceOrigin,
    Step,
    counting_steps,
    grace_step,
    office_step,
    place_steps,
    safe_step,
    status_step,
)
from calculator.counting.rules import DEFAULT_RULE, RULES, Cycle, Shape, opening, shape_of
from calculator.counting.status import Standing, Status, standing_on, status_on
from calculator.counting.working_days import OfficeDay, last_working_day
from calculator.errors import InputError
from calculator.regions import SCHEMES, RegionalRule
from calculator.regions.coverage import (
    NATIONWIDE_SCHEMES,
    PENSIONS,
    Demand,
    asking_more,
    demands_of,
    known_anywhere,
    last_change,
    merged,
    of_cycles,
    older_windows,
    usual_demands,
    within_reach,
)
from calculator.regions.place import Place, find_place
from calculator.wording.safe import Reach

__all__ = [
    "DEFAULT_GRACE_DAYS",
    "MAX_GRACE_DAYS",
    "Assessment",
    "Due",
    "Reading",
    "assess",
    "due_from",
    "heeded_by",
    "opens_for",
    "safe_from",
    "stops_from",
]

DEFAULT_GRACE_DAYS = 15
"""What the web says of grace. No official text for it was found (F046–F049, F141)."""

MAX_GRACE_DAYS = 366

_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Reading:
    """What one counting rule makes of the last certification; where a notice that asks so may mean the day before, that day.

    ``applies`` says whether the rule could be the one in force for this person, so that the safe date heeds it.
    """

    rule: str
    deadline: date
    applies: bool


@dataclass(frozen=True)
class Assessment:
    """When the next certification is due, and where today stands.

    All days are inclusive: certification on ``deadline`` is on time, certification on ``grace_end`` is within grace,
    and from ``suspended_from``, the day after, payment may have stopped. ``days_left`` is the deadline minus today,
    negative once it has passed. ``safe_date`` is not after any deadline that a current notice with a source could
    impose on this person; ``heeded`` are the ways of counting that it heeds.
    ``counting`` are the ids of the counting rules of which the earliest is the deadline. ``place`` is the place with
    the one rule that these belong to, where it could be several the one with the earliest deadline.
    """

    last: date
    today: date
    counting: tuple[str, ...]
    deadline: date
    grace_days: int
    grace_end: date
    suspended_from: date
    days_left: int
    status: Status
    safe_date: date
    heeded: tuple[Demand, ...]
    scheme: str
    place: Place | None
    grace_origin: GraceOrigin

    @property
    def rule(self) -> str:
        """The id of the counting rule; several, of which the earliest holds, are joined with ``+``."""
        return "+".join(self.counting)

    @property
    def may_stop_from(self) -> date:
        """The day from which payment may stop, as it is told: no grace but what the place or the person says.

        The 15 days of ``suspended_from`` have no official text behind them, and some places stop in the same month.
        """
        return stops_from(self.deadline, self.grace_end, self.grace_origin)

    @property
    def opens(self) -> date | None:
        """The first day on which a certification counts for the deadline; None where any day before it does."""
        return opens_for(self.shapes, self.last, self.deadline)

    @property
    def shapes(self) -> tuple[Shape, ...]:
        """What ``counting`` are, with what the place adds to those that cannot be counted without one."""
        own = self.place and self.place.rule and self.counting == self.place.rule.counting
        return _shapes(DEFAULT_RULE if own else self.counting[0], self.place)

    @property
    def could_be_pension(self) -> bool:
        """Whether what is drawn is a pension proper, as far as was said."""
        schemes = self.place.schemes if self.place else (self.scheme,) if self.scheme else PENSIONS
        return not {*PENSIONS}.isdisjoint(schemes)

    @property
    def is_borrowed(self) -> bool:
        """Whether the deadline is only what is usual of pensions, and of what is drawn nothing is known there: so that it
        may have to be certified every half-year, quarter or month."""
        return self.reach.nationwide and self.counting == (DEFAULT_RULE,)

    @property
    def safe_leads(self) -> bool:
        """Whether the safe date is shown before and above the deadline: it is borrowed, and has not gone by."""
        return self.is_borrowed and self.safe_date < self.deadline and self.today < self.deadline

    @property
    def foremost(self) -> date:
        """The day that is shown large."""
        return self.safe_date if self.safe_leads else self.deadline

    @property
    def reach(self) -> Reach:
        """How far the safe date reaches."""
        place = self.place
        known = place is not None and place.known
        schemes = place.schemes if place else (self.scheme,) if self.scheme else PENSIONS
        return Reach(
            place=place.name if place else "",
            benefit=wording.schemes.benefit(schemes, PENSIONS),
            known=known,
            nationwide=not known and self.scheme in NATIONWIDE_SCHEMES,
            times=max(one.times for one in self.heeded),
            set_aside=place is not None and not place.heeds_all_found,
        )

    @property
    def safe_by(self) -> tuple[RegionalRule, ...]:
        """The regional rules that give the safe date, where it is earlier than the deadline."""
        first, one = self.demands[0]
        return one.asked_by if first < self.deadline else ()

    @cached_property
    def standing(self) -> Standing:
        """What is told of today: never calmer than the safe date allows."""
        return standing_on(self.today, self.deadline, self.grace_end, self.safe_date, self.opens)

    @cached_property
    def demands(self) -> tuple[tuple[date, Demand], ...]:
        """The deadline of each way of counting that the safe date heeds, from early to late."""
        found = ((_imposed(one, self.last, self.deadline), one) for one in self.heeded)
        return tuple(sorted(((day, one) for day, one in found if day), key=lambda each: each[0]))

    @cached_property
    def asking_more(self) -> tuple[RegionalRule, ...]:
        """The rules of places, or for benefits, that ask more often than what the safe date heeds."""
        if self.place:
            return self.place.beside
        schemes = (self.scheme,) if self.scheme else SCHEMES
        return asking_more(known_anywhere(schemes, self.today), self.heeded)

    @cached_property
    def asked_around(self) -> tuple[RegionalRule, ...]:
        """Where nothing is known of the place: the rules in its province that ask more often than the deadline does."""
        if self.place is None or self.place.rule:
            return ()
        one, schemes = self.place.province, self.place.schemes
        around = (*within_reach(one, "", schemes, self.today), *older_windows(one, schemes, self.today))
        return asking_more(around, of_cycles(frozenset({Cycle.YEAR, *(RULES[one].cycle for one in self.counting)})))

    @cached_property
    def readings(self) -> tuple[Reading, ...]:
        """What every counting rule makes of it, side by side; rules that need a place only where one is heeded."""
        applies: dict[str, date] = {}
        for day, one in self.demands:
            applies.setdefault(one.rule, day)
        general = {
            one.id: one.shape.deadline(self.last)
            for one in RULES.values()
            if one.id != DEFAULT_RULE and one.cycle is not Cycle.LOCAL
        }
        return tuple(
            Reading(id, applies.get(id, general.get(id, self.deadline)), id in applies)
            for id in RULES
            if id in applies or id in general
        )

    @cached_property
    def office_day(self) -> OfficeDay:
        """The last day on or before the deadline on which an office is open."""
        return last_working_day(self.deadline)

    @cached_property
    def working(self) -> tuple[Step, ...]:
        """How this came about, step by step, in a citizen's words."""
        return (
            *place_steps(self.place),
            *counting_steps(self.last, self.counting, self.shapes, self.deadline),
            office_step(self.office_day),
            grace_step(self.grace_origin, self.grace_days, self.grace_end, self.place),
            safe_step(self.safe_date, self.reach, self.safe_by, self.place.rule if self.place else None),
            status_step(self.status, self.today, self.days_left, self.may_stop_from),
        )


def assess(
    last: date,
    today: date,
    rule: str = DEFAULT_RULE,
    grace_days: int | None = None,
    *,
    region: str = "",
    scheme: str = "",
) -> Assessment:
    """Say by which day somebody must certify who last did on ``last``, seen from ``today``.

    :param last: the day of the newest certification, silent data matching included; 1990-01-01 to 2100-12-31.
    :param today: the day from which to look, usually today in Beijing; not before ``last``.
    :param rule: the id of a counting rule; with a region, the default stands for the region's own.
    :param grace_days: days after the deadline on which certification still does no harm. When not given: what the
        region's own notice says of suspension; without a region 15, which no official text supports.
    :param region: where the pension is paid: a province or the path of a place or a rule in it, see ``find_place``.
    :param scheme: one of ``SCHEMES``, if known. Without it a place answers by the earliest rule of its pensions.
    :raises InputError: for a day out of range, a day in the future, an unknown rule, region or scheme, an
        impossible grace, or an argument of a wrong type.

    >>> assess(date(2025, 3, 15), today=date(2026, 3, 1)).deadline
    datetime.date(2026, 3, 15)
    """
    grace_days = check_arguments(rule, grace_days, region, scheme)
    last = check_day(last, field="last")
    today = check_day(today, field="today")
    if last > today:
        raise InputError("last", "future", wording.errors.day_in_future(last, today))
    if scheme and scheme not in SCHEMES:
        raise InputError("scheme", "unknown", wording.errors.unknown_scheme(scheme, SCHEMES))
    place = find_place(region, scheme, today) if region else None
    options = _options(rule, place)
    if grace_days is not None and not 0 <= grace_days <= MAX_GRACE_DAYS:
        raise InputError("grace", "range", wording.errors.grace_out_of_range(MAX_GRACE_DAYS))

    due, grace_end, option, origin = due_from(last, options, rule, grace_days)
    heeded = heeded_by(place, scheme, today, rule)
    safe = safe_from(last, due, heeded)
    return Assessment(
        last=last,
        today=today,
        counting=_counting(rule, option),
        deadline=due,
        grace_days=(grace_end - due).days,
        grace_end=grace_end,
        suspended_from=grace_end + _ONE_DAY,
        days_left=(due - today).days,
        status=status_on(today, due, grace_end),
        safe_date=safe,
        heeded=heeded,
        scheme=scheme,
        place=option,
        grace_origin=origin,
    )


class Due(NamedTuple):
    """The deadline and the last day of grace, both inclusive, the place with the rule that gives them, and where the grace
    comes from."""

    deadline: date
    grace_end: date
    option: Place | None
    origin: GraceOrigin


def due_from(
    last: date, options: tuple[Place | None, ...], rule: str = DEFAULT_RULE, grace_days: int | None = None
) -> Due:
    """The earliest deadline of those that could be somebody's own, and the grace that is left after it.

    :param options: the place with each of the rules that could be somebody's own; None where no place is known.
    :param rule: as in ``assess``, of a kind that ``options`` can be counted by; so is ``grace_days``.
    """
    due, grace_end, option = min([_due(last, rule, grace_days, one) for one in options], key=_BY_DAY)
    origin = _origin(grace_days, option)
    if len(options) > 1 and origin is GraceOrigin.REGION:
        grace_end = min(_due(last, rule, 0 if one is None or one.rule is None else None, one)[1] for one in options)
    return Due(due, grace_end, option, origin)


def safe_from(last: date, due: date, heeded: Iterable[Demand]) -> date:
    """The safe date: the earliest of the deadline ``due`` and of all that is heeded."""
    return min([due, *[day for one in heeded if (day := _imposed(one, last, due))]])


def opens_for(shapes: Iterable[Shape], last: date, due: date) -> date | None:
    """The first day on which a certification counts for the deadline ``due``; None where any day before it does."""
    days = [day for one in shapes if (day := opening(one, due))]
    return max((day for day in days if day > last), default=None)


def stops_from(due: date, grace_end: date, origin: GraceOrigin) -> date:
    """The day from which payment may stop, as ``Assessment.may_stop_from`` tells it."""
    return (due if origin is GraceOrigin.DEFAULT else grace_end) + _ONE_DAY


_BY_DAY = itemgetter(0)


def _due(last: date, rule: str, chosen: int | None, option: Place | None) -> tuple[date, date, Place | None]:
    """The deadline by one of the rules that could be somebody's own, the end of grace after it, and that rule's place."""
    due = min([shape.deadline(last) for shape in _shapes(rule, option)])
    return due, due + timedelta(days=_grace(chosen, option, due)), option


def _options(rule: str, place: Place | None) -> tuple[Place | None, ...]:
    """The place with each rule that could be somebody's own, of which the earliest deadline holds."""
    if rule not in RULES:
        raise InputError("rule", "unknown", wording.errors.unknown_rule(rule, RULES))
    options: tuple[Place | None, ...] = (place.options or (place,)) if place else (None,)
    if RULES[rule].cycle is not Cycle.LOCAL:
        return options
    local = tuple(one for one in options if one and one.rule and rule in one.rule.counting)
    if not local:
        raise InputError("rule", "needs-region", wording.errors.rule_needs_region(RULES[rule]))
    return local


def _counting(rule: str, place: Place | None) -> tuple[str, ...]:
    """The ids of the rules of which the earliest deadline holds."""
    return place.rule.counting if rule == DEFAULT_RULE and place and place.rule else (rule,)


def _shapes(rule: str, place: Place | None) -> tuple[Shape, ...]:
    """What these rules are, with what the place adds to those that cannot be counted without one."""
    if place and place.rule:
        if rule == DEFAULT_RULE:
            return place.shapes
        return (shape_of(rule, place.rule.windows, place.rule.month_days),)
    return (RULES[rule].shape,)


def heeded_by(place: Place | None, scheme: str, today: date, rule: str = DEFAULT_RULE) -> tuple[Demand, ...]:
    """The ways of counting that the safe date must not be later than, as they are in force on ``today``."""
    if place is None:
        since = last_change(today) if scheme in NATIONWIDE_SCHEMES else date.min
        return _heeded_anywhere(rule, scheme, since)
    if rule == DEFAULT_RULE:
        return place.heeded
    if place.rule is None:
        return merged((*place.heeded, *_heeded_anywhere(rule, "", date.min)))
    return merged((*place.heeded, *demands_of((replace(place.rule, counting=(rule,)),))))


@lru_cache(maxsize=1024)
def _heeded_anywhere(rule: str, scheme: str, on: date) -> tuple[Demand, ...]:
    """The same without a place: what is usual, and every rule that asks as often as the one that was chosen."""
    cycles = {Cycle.YEAR, RULES[rule].cycle}
    if Cycle.QUARTER in cycles:
        cycles.add(Cycle.HALF_YEAR)
    return merged((*usual_demands((scheme,) if scheme else (), on), *of_cycles(frozenset(cycles))))


def _imposed(demand: Demand, last: date, due: date) -> date | None:
    """The deadline that follows from a demand; none where it begins only after the deadline ``due``.

    What is asked from a day to come on cannot have been due before it.
    """
    day = demand.shape.deadline(last)
    if demand.begins is None:
        return day
    return max(day, demand.begins - _ONE_DAY) if demand.begins <= due else None


def _grace(chosen: int | None, place: Place | None, due: date) -> int:
    """The days of grace after ``due``."""
    if chosen is not None:
        return chosen
    if place is None or place.rule is None:
        return DEFAULT_GRACE_DAYS
    suspension = place.rule.suspension
    if suspension.grace_days is not None:
        return suspension.grace_days
    return monthrange(due.year, due.month)[1] - due.day if suspension.kind == "next-month" else 0


def _origin(chosen: int | None, place: Place | None) -> GraceOrigin:
    """Where the days of grace come from."""
    if chosen is None and place and place.rule:
        return GraceOrigin.REGION
    return GraceOrigin.DEFAULT if chosen in (None, DEFAULT_GRACE_DAYS) else GraceOrigin.CHOSEN
