"""Which regional rules hold for somebody, and which others could: what the deadline and the safe date are made of.

The deadline follows the most local rule that is known for somebody's benefit. The safe date must not be later than any
deadline that a current notice with a source could impose, so it heeds more:

*a place is known*
    every current rule of the place, its city and its province, and of what lies inside it, for the benefit; where the
    benefit is not known, for the three pensions.
*nothing is known of how a benefit is counted there*
    every current rule of the province and every yearly rule besides, but of a place elsewhere that asks the oldest more
    often only what it asks of everybody; where a place of the province asks more often, or the benefit is one that some
    places ask for twice a year, every rule of that frequency too; an older notice's word on how often it asks, and
    the place's own windows of a past year; for survivors and after an injury at work every rule that is known in the country.

What the safe date does not heed, because it holds for others, is for ``asking_more`` to name.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache, lru_cache
from typing import NamedTuple

from calculator.counting.rules import RULES, Cycle, Eve, MonthDays, Shape, Window, eve_of, parts, shape_of, times_a_year
from calculator.regions import Province, RegionalRule, presets, province, provinces

__all__ = [
    "HALF_YEAR_SCHEMES",
    "NATIONWIDE_SCHEMES",
    "PENSIONS",
    "Demand",
    "Key",
    "asking_more",
    "current",
    "demands_of",
    "holding",
    "keys_of",
    "known_anywhere",
    "last_change",
    "merged",
    "of_cycles",
    "of_everybody",
    "older_windows",
    "older_word",
    "reaching",
    "times_asked",
    "usual_demands",
    "within_reach",
]

PENSIONS = ("企业职工", "机关事业", "城乡居民")
"""The pensions proper: what somebody is taken to draw who does not say."""

HALF_YEAR_SCHEMES = frozenset({"城乡居民", "遗属与供养亲属", "工伤"})
"""Schemes that some places count by half-years (F040, F148)."""

NATIONWIDE_SCHEMES = ("遗属与供养亲属", "工伤")
"""Schemes that are asked for so differently that without a place every rule known in the country is heeded (N002)."""


class Key(NamedTuple):
    """What makes two ways of counting the same, whoever asks: a rule, what a place adds to it, and whether the day before
    is meant."""

    rule: str
    windows: tuple[Window, ...] = ()
    month_days: MonthDays | None = None
    eve: bool = False

    @property
    def shape(self) -> Shape:
        """What gives the deadline."""
        shape = shape_of(self.rule, self.windows, self.month_days)
        return Eve(shape) if self.eve else shape


@dataclass(frozen=True, slots=True)
class Demand:
    """One way of counting that could be asked of somebody, with what a place adds to it.

    ``rule`` is an id of ``calculator.counting.rules.RULES``, and no combination of others. ``asked_by`` are the regional
    rules that ask so; none for what is common. ``begins`` is the first day on which it will be asked, where it is not yet.
    ``eve``: the day before is meant, as a notice's “前” may mean it.
    """

    rule: str
    windows: tuple[Window, ...] = ()
    month_days: MonthDays | None = None
    eve: bool = False
    asked_by: tuple[RegionalRule, ...] = ()
    begins: date | None = None
    shape: Shape = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Look the shape up once: every assessment asks it for a deadline."""
        object.__setattr__(self, "shape", self.key.shape)

    @property
    def key(self) -> Key:
        """What makes two demands the same, whoever asks."""
        return Key(self.rule, self.windows, self.month_days, self.eve)

    @property
    def times(self) -> int:
        """How often a year it asks."""
        return times_a_year(self.rule, self.windows)


def demands_of(rules: Iterable[RegionalRule], on: date | None = None) -> tuple[Demand, ...]:
    """What these rules ask for, each way of counting once; rules that begin after ``on`` for themselves."""
    asked: dict[tuple[Key, date | None], list[RegionalRule]] = {}
    for rule in rules:
        begins = rule.valid_from if on is not None and rule.valid_from is not None and on < rule.valid_from else None
        for key in (*keys_of(rule, (*rule.counting, *rule.safe_counting)), *_eves(rule)):
            asked.setdefault((key, begins), []).append(rule)
    return tuple(Demand(*key, tuple(by), begins) for (key, begins), by in asked.items())


def holding(one: Province, where: str, scheme: str, on: date | None) -> tuple[RegionalRule, ...]:
    """The most local rules by which a benefit is counted at ``where``, the name of a place inside the province.

    Several where a place tells people of one benefit apart by their age or kin; none where nothing is known.

    :param on: the day on which they must be in force; None for what the calculator offers today.
    """
    found = [
        rule
        for rule in one.rules
        if scheme in rule.schemes and where.startswith(rule.place) and rule.counting and _holds(rule, on)
    ]
    nearest = max((len(rule.place) for rule in found), default=0)
    return tuple(rule for rule in found if len(rule.place) == nearest)


def within_reach(one: Province, where: str, schemes: Iterable[str], on: date | None) -> tuple[RegionalRule, ...]:
    """The current rules for these benefits at ``where``, around it and inside it; all of the province's for ``""``."""
    return tuple(rule for rule in reaching(one, where, schemes) if current(rule, on))


def reaching(one: Province, where: str, schemes: Iterable[str]) -> Iterator[RegionalRule]:
    """All rules for these benefits at ``where``, around it and inside it, in force or not."""
    wanted = set(schemes)
    for rule in one.rules:
        if wanted.intersection(rule.schemes) and (where.startswith(rule.place) or rule.place.startswith(where)):
            yield rule


def known_anywhere(schemes: Iterable[str], on: date | None) -> tuple[RegionalRule, ...]:
    """What is known in the country of how these benefits are asked for: the current rules, older windows of places that
    have no newer word, and in a province of which no rule is offered an older notice's word."""
    return _known_anywhere(tuple(schemes), on and last_change(on))


@lru_cache(maxsize=64)
def _known_anywhere(schemes: tuple[str, ...], on: date | None) -> tuple[RegionalRule, ...]:
    return tuple(
        rule
        for one in provinces()
        for rule in (
            *within_reach(one, "", schemes, on),
            *older_windows(one, schemes, on),
            *(() if presets(one) else older_word(one, "", schemes, on)),
        )
    )


def of_everybody(rules: Iterable[RegionalRule]) -> tuple[RegionalRule, ...]:
    """Those of ``rules`` by which no other of the same place and benefit asks less: whom it asks more, it tells apart."""
    rules = tuple(rules)
    times = {rule.id: times_asked(rule) for rule in rules}

    def told_apart(rule: RegionalRule) -> bool:
        return any(
            bool(other.scheme_note and rule.scheme_note)
            and other.place == rule.place
            and set(other.schemes) & set(rule.schemes)
            and times[other.id] < times[rule.id]
            for other in rules
        )

    return tuple(rule for rule in rules if not told_apart(rule))


def older_word(one: Province, where: str, schemes: Iterable[str], on: date | None) -> tuple[RegionalRule, ...]:
    """What older notices at ``where``, around it and inside it say of how often they ask, where there is no newer word.

    Windows are those of the notice's own year: see ``older_windows``.
    """
    return tuple(
        rule
        for rule in reaching(one, where, schemes)
        if rule.status == "reference"
        and rule.counting
        and not rule.windows
        and not current(rule, on)
        and (on is None or not rule.ended(on))
    )


def older_windows(one: Province, schemes: Iterable[str], on: date | None) -> tuple[RegionalRule, ...]:
    """The windows of a past year at places of the province that have no newer word for these benefits.

    They say nothing of another year, so that no deadline follows from them. But they are all that is known of the place,
    and may have come back: where no newer word is found, its own people heed them, and they are named.
    """
    wanted = set(schemes)
    return tuple(
        rule
        for rule in one.rules
        if rule.status == "reference"
        and rule.windows
        and rule.grade != "low"
        and not current(rule, on)
        and wanted.intersection(rule.schemes)
        and not any(holding(one, rule.place, each, on) for each in wanted.intersection(rule.schemes))
    )


def current(rule: RegionalRule, on: date | None) -> bool:
    """Whether a rule can be heeded on ``on``: countable, not ended, and offered or no older than two years.

    One that has not begun yet is current.
    """
    if not rule.counting or (rule.status == "reference" and not rule.is_recent):
        return False
    return rule.status != "history" if on is None else not rule.ended(on)


def usual_demands(schemes: Iterable[str], on: date | None, asked_there: Iterable[Demand] = ()) -> tuple[Demand, ...]:
    """What is heeded for benefits of which no place, or no rule of the place, is known; for none what is yearly.

    :param asked_there: what is known to be asked of others in the province: whoever asks as often may count otherwise.
    """
    wanted = frozenset(schemes)
    most = max((one.times for one in asked_there), default=1)
    often = {Cycle.HALF_YEAR: most >= 2 or bool(wanted & HALF_YEAR_SCHEMES), Cycle.QUARTER: most >= 4}
    common = of_cycles(frozenset({Cycle.YEAR, *(cycle for cycle, asked in often.items() if asked)}))
    nationwide = wanted.intersection(NATIONWIDE_SCHEMES)
    rules = (
        rule
        for one in (provinces() if nationwide else ())
        for rule in (*within_reach(one, "", nationwide, on), *older_windows(one, nationwide, on))
    )
    return merged((*common, *demands_of(rules, on)))


@cache
def of_cycles(cycles: frozenset[Cycle]) -> tuple[Demand, ...]:
    """Every rule of these cycles."""
    return tuple(Demand(one.id) for one in RULES.values() if one.cycle in cycles and parts(one.id) == (one.id,))


def merged(demands: Iterable[Demand]) -> tuple[Demand, ...]:
    """The same demands, each once, with everybody who asks so."""
    asked: dict[tuple[Key, date | None], tuple[RegionalRule, ...]] = {}
    for one in demands:
        known = asked.get((one.key, one.begins), ())
        asked[one.key, one.begins] = known + tuple(rule for rule in one.asked_by if rule not in known)
    return tuple(Demand(*key, by, begins) for (key, begins), by in asked.items())


def asking_more(rules: Iterable[RegionalRule], heeded: Iterable[Demand]) -> tuple[RegionalRule, ...]:
    """Those of ``rules`` that ask more often than any of the demands heeded, or at times of their own that are not."""
    heeded = tuple(heeded)
    keys = {one.key for one in heeded}
    most = max((one.times for one in heeded), default=0)
    return tuple(
        rule
        for rule in rules
        if any(
            key not in keys and (times_a_year(key.rule, key.windows) > most or key.windows)
            for key in keys_of(rule, rule.counting)
        )
    )


def times_asked(rule: RegionalRule) -> int:
    """How often a year a rule asks in so many words, and not by what they could also mean."""
    return max(times_a_year(key.rule, key.windows) for key in keys_of(rule, rule.counting))


def last_change(on: date, province: str = "") -> date:
    """The last day, up to ``on``, on which a rule began or had ended: since then nothing has changed.

    :param province: the id of the one province that matters; all of the country without.
    """
    days = _change_days(province)
    before = bisect_right(days, on)
    return days[before - 1] if before else date.min


@cache
def _change_days(id: str) -> tuple[date, ...]:
    rules = [rule for one in ((province(id),) if id else provinces()) for rule in one.rules]
    begun = {rule.valid_from for rule in rules if rule.valid_from}
    ended = {rule.valid_to + timedelta(days=1) for rule in rules if rule.valid_to}
    return tuple(sorted(begun | ended))


def _holds(rule: RegionalRule, on: date | None) -> bool:
    if on is None:
        return rule.status == "preset"
    return rule.status != "reference" and rule.in_force(on)


def keys_of(rule: RegionalRule, countings: Iterable[str]) -> Iterator[Key]:
    """The ways of counting that ids of counting rules stand for at the place of a regional rule, of which they are."""
    for counting in countings:
        for part in parts(counting):
            windows = rule.windows if part == "windows" else ()
            yield Key(part, windows, rule.month_days if part == "monthly" else None)


def _eves(rule: RegionalRule) -> Iterator[Key]:
    """The ways of counting that end a day before those of a rule whose notice says “前”; those of the table by their own
    names."""
    for key in keys_of(rule, rule.eve):
        earlier = eve_of(key.rule)
        yield Key(earlier) if earlier else key._replace(eve=True)
