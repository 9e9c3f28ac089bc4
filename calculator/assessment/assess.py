"""Turn a request into an assessment: deadline, grace, status, and everything that can be said about them."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, cached_property

from calculator import wording
from calculator.assessment.argument_types import check_arguments
from calculator.assessment.supported_days import check_day
from calculator.assessment.working import (
    GraceOrigin,
    Step,
    counting_steps,
    grace_step,
    office_step,
    parts,
    place_steps,
    safe_step,
    status_step,
)
from calculator.counting.rules import DEFAULT_RULE, RULES, Cycle, Window, deadline
from calculator.counting.status import Status, status_on
from calculator.counting.working_days import OfficeDay, last_working_day
from calculator.errors import InputError
from calculator.regions import SCHEMES, Suspension
from calculator.regions.place import Place, find_place

__all__ = ["DEFAULT_GRACE_DAYS", "HALF_YEAR_SCHEMES", "MAX_GRACE_DAYS", "Assessment", "Reading", "assess"]

DEFAULT_GRACE_DAYS = 15
"""What the web says of grace. No official text for it was found (F046–F049, F141)."""

MAX_GRACE_DAYS = 366

HALF_YEAR_SCHEMES = frozenset({"城乡居民", "遗属与供养亲属", "工伤"})
"""Schemes that some places count by half-years (F040, F148)."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What one counting rule makes of the last certification.

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
    negative once it has passed. ``safe_date`` is the earliest deadline over every rule that could apply.
    ``counting`` are the ids of the counting rules of which the earliest is the deadline.
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
    readings: tuple[Reading, ...]
    scheme: str
    place: Place | None
    grace_origin: GraceOrigin

    @property
    def rule(self) -> str:
        """The id of the counting rule; several, of which the earliest holds, are joined with ``+``."""
        return "+".join(self.counting)

    @property
    def half_yearly(self) -> bool:
        """Whether a rule that could apply asks for a certification every half-year."""
        return any(one.applies and RULES[one.rule].cycle is Cycle.HALF_YEAR for one in self.readings)

    @cached_property
    def office_day(self) -> OfficeDay:
        """The last day on or before the deadline on which an office is open."""
        return last_working_day(self.deadline)

    @cached_property
    def working(self) -> tuple[Step, ...]:
        """How this came about, step by step, in a citizen's words."""
        return (
            *place_steps(self.place),
            *counting_steps(self.last, self.counting, _windows(self.place), self.deadline),
            office_step(self.office_day),
            grace_step(self.grace_origin, self.grace_days, self.grace_end, self.place),
            safe_step(self.safe_date, half_yearly=self.half_yearly),
            status_step(self.status, self.today, self.days_left, self.suspended_from),
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
    :param scheme: one of ``SCHEMES``, if known; some are counted by half-years in some places.
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
    place = find_place(region, scheme) if region else None
    regional = place.rule if place else None
    counting = _counting(rule, place)
    windows = _windows(place)

    due = min(deadline(one, last, windows) for one in counting)
    grace, origin = _grace(grace_days, regional.suspension if regional else None, due)
    grace_end = due + timedelta(days=grace)
    side_by_side = _side_by_side(_could_apply(counting, scheme, place))
    readings = tuple([Reading(one, deadline(one, last, windows), applies) for one, applies in side_by_side])
    return Assessment(
        last=last,
        today=today,
        counting=counting,
        deadline=due,
        grace_days=grace,
        grace_end=grace_end,
        suspended_from=grace_end + timedelta(days=1),
        days_left=(due - today).days,
        status=status_on(today, due, grace_end),
        safe_date=min([one.deadline for one in readings if one.applies]),
        readings=readings,
        scheme=scheme,
        place=place,
        grace_origin=origin,
    )


def _counting(rule: str, place: Place | None) -> tuple[str, ...]:
    """The ids of the rules of which the earliest deadline holds."""
    if rule not in RULES:
        raise InputError("rule", "unknown", wording.errors.unknown_rule(rule, RULES))
    if rule == DEFAULT_RULE and place and place.rule:
        return place.rule.counting
    if RULES[rule].cycle is Cycle.LOCAL and not _windows(place):
        raise InputError("rule", "needs-region", wording.errors.rule_needs_region(RULES[rule]))
    return (rule,)


def _windows(place: Place | None) -> tuple[Window, ...]:
    return place.rule.windows if place and place.rule else ()


def _could_apply(counting: tuple[str, ...], scheme: str, place: Place | None) -> frozenset[str]:
    """The ids of the rules that could be the one in force."""
    if place and place.rule:
        return place.could_apply.union(counting)
    half_yearly = scheme in HALF_YEAR_SCHEMES or any(RULES[one].cycle is Cycle.HALF_YEAR for one in counting)
    return _of_cycles(frozenset({Cycle.YEAR, Cycle.HALF_YEAR} if half_yearly else {Cycle.YEAR}))


@cache
def _of_cycles(cycles: frozenset[Cycle]) -> frozenset[str]:
    return frozenset(one.id for one in RULES.values() if one.cycle in cycles)


@cache
def _side_by_side(could_apply: frozenset[str]) -> tuple[tuple[str, bool], ...]:
    """The id of every rule to show side by side, and whether it could be the one in force."""
    apply = {part for one in could_apply for part in parts(one)}
    return tuple(
        (one.id, one.id in apply)
        for one in RULES.values()
        if one.id != DEFAULT_RULE and (one.cycle is not Cycle.LOCAL or one.id in apply)
    )


def _grace(chosen: int | None, suspension: Suspension | None, due: date) -> tuple[int, GraceOrigin]:
    """The days of grace after ``due``, and where they come from."""
    if chosen is not None:
        if not 0 <= chosen <= MAX_GRACE_DAYS:
            raise InputError("grace", "range", wording.errors.grace_out_of_range(MAX_GRACE_DAYS))
        return chosen, GraceOrigin.DEFAULT if chosen == DEFAULT_GRACE_DAYS else GraceOrigin.CHOSEN
    if suspension is None:
        return DEFAULT_GRACE_DAYS, GraceOrigin.DEFAULT
    if suspension.grace_days is not None:
        return suspension.grace_days, GraceOrigin.REGION
    if suspension.kind == "next-month":
        return monthrange(due.year, due.month)[1] - due.day, GraceOrigin.REGION
    return 0, GraceOrigin.REGION
