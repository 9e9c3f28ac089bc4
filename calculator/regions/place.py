"""Find the regional rules that a person means by a place and a scheme."""

from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache

from calculator.counting.rules import Shape, shape_of
from calculator.regions import SCHEMES, Province, RegionalRule, province
from calculator.regions.addresses import read_address
from calculator.regions.coverage import (
    NATIONWIDE_SCHEMES,
    PENSIONS,
    Demand,
    Key,
    asking_more,
    demands_of,
    holding,
    last_change,
    merged,
    of_everybody,
    older_windows,
    older_word,
    reaching,
    usual_demands,
    within_reach,
)

__all__ = ["Place", "find_place"]


_OWN_AGENCY = "本级"
"""What is counted by the agency of a province or a city itself, and not by one of its counties."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a pension is paid, with the rule by which its deadline is counted.

    ``where`` is the place's name inside the province, empty for all of it. ``rule`` is None where no source that can be
    trusted was found. ``schemes`` are the benefits that could be meant, and ``known`` says that there is a rule for each.
    ``heeded`` is what the safe date must not be later than.

    Where the benefit was not said, or the place tells people of one benefit apart, several rules could be somebody's
    own: then ``options`` has the place once with each, and once without where nothing is known for some benefit, and
    each of them is ``one_of_several``. ``asks_scheme`` says that the benefit matters and was not said, and ``beside``
    are the rules for other benefits that ask more often than what is heeded.
    """

    province: Province
    where: str
    rule: RegionalRule | None
    schemes: tuple[str, ...]
    known: bool
    heeded: tuple[Demand, ...]
    beside: tuple[RegionalRule, ...] = ()
    asks_scheme: bool = False
    one_of_several: bool = False
    options: tuple["Place", ...] = ()
    shapes: tuple[Shape, ...] = field(init=False, repr=False, compare=False)
    """What the rule counts by, of which the earliest deadline holds."""

    def __post_init__(self) -> None:
        """Look the shapes up once: every assessment asks them for a deadline."""
        rule = self.rule
        shapes = (shape_of(one, rule.windows, rule.month_days) for one in rule.counting) if rule else ()
        object.__setattr__(self, "shapes", tuple(shapes))

    @property
    def id(self) -> str:
        """The path of the rule, or of the province."""
        return self.rule.id if self.rule else self.province.id

    @property
    def name(self) -> str:
        """江苏省宿迁市"""
        return self.province.name + self.where

    @property
    def unused(self) -> tuple[RegionalRule, ...]:
        """What was found of the place itself, or of its own agency, nearer than the rule, but is not good enough to count by."""
        nearest = len(self.rule.place) if self.rule else 0
        return tuple(
            one
            for one in self.province.rules
            if one.status == "reference"
            and (
                (self.where.startswith(one.place) and len(one.place) > nearest)
                or (self.where + _OWN_AGENCY == one.place and len(self.where) > nearest)
            )
            and set(one.schemes) & set(self.schemes)
        )

    @property
    def others(self) -> tuple[RegionalRule, ...]:
        """The place's own rules in force for other benefits or people, where its rule is not the place's own."""
        if not self.where or (self.rule and self.rule.place == self.where):
            return ()
        return tuple(one for one in self.province.rules if one.status == "preset" and one.place == self.where)

    @property
    def heeds_all_found(self) -> bool:
        """Whether the safe date heeds all that was found at the place, inside it, and as near to it as its rule."""
        asked_by = [rule for one in self.heeded for rule in one.asked_by]
        nearest = len(self.rule.place) if self.rule else 0
        return not any(
            rule.status == "reference" and len(rule.place) >= nearest and rule not in asked_by
            for rule in reaching(self.province, self.where, self.schemes)
        )

    @property
    def rule_holds_for(self) -> str:
        """The place whose rule it is: itself, or the city or province around it; empty without a rule."""
        return self.province.name + self.rule.place if self.rule else ""


def find_place(region: str, scheme: str = "", on: date | None = None) -> Place:
    """The place that ``region`` names.

    :param region: any usual spelling of an address that begins with a province, a prefecture or a county (宿迁,
        江苏省宿迁市宿城区), or the path of a province, a place or a rule (``jiangsu/suqian``).
    :param scheme: one of ``SCHEMES``, if known; a place may count differently for different schemes.
    :param on: the day on which its rules must be in force; without, the rules that the calculator offers.
    :raises InputError: if there is no such place, or more than one.
    :raises MissingDataError: if it is none of the places with a rule, and the names of all others are not there.
    """
    address = read_address(region)
    since = on and last_change(on, "" if scheme in NATIONWIDE_SCHEMES else address.province.id)
    return _place(address.province.id, address.where, address.chosen and address.chosen.id, scheme, since)


@lru_cache(maxsize=4096)
def _place(id: str, where: str, chosen: str | None, scheme: str, on: date | None) -> Place:
    one = province(id)
    known = next((rule for rule in one.rules if rule.id == chosen and _still(rule, scheme, on)), None)
    schemes = (scheme,) if scheme else known.schemes if known else PENSIONS
    own, heeded = _own_and_heeded(one, where, schemes, on, known)
    place = Place(one, where, own[0], schemes, None not in own, heeded)
    if not (known or scheme):
        place = _with_others(place, on)
    if len(own) == 1:
        return place
    return replace(place, options=tuple(replace(place, rule=rule, one_of_several=True) for rule in own))


def _own_and_heeded(
    one: Province, where: str, schemes: tuple[str, ...], on: date | None, chosen: RegionalRule | None = None
) -> tuple[tuple[RegionalRule | None, ...], tuple[Demand, ...]]:
    """The rules that could be somebody's own, with None where nothing is known, and all that the safe date heeds.

    :param chosen: the one rule that is meant, where it was named by its path.
    """
    own: tuple[RegionalRule | None, ...] = (chosen,)
    unknown: tuple[str, ...] = ()
    if not chosen:
        holders = [holding(one, where, each, on) for each in schemes]
        own = tuple(dict.fromkeys(rule for each in holders for rule in (each or (None,))))
        unknown = tuple(each for each, held in zip(schemes, holders, strict=True) if not held)
    rules = tuple(rule for rule in own if rule)
    around = tuple(rule for rule in within_reach(one, where, schemes, on) if not (chosen and _others(rule, chosen, on)))
    usual: tuple[Demand, ...] = ()
    if unknown:
        elsewhere = (*of_everybody(within_reach(one, "", unknown, on)), *older_word(one, where, unknown, on))
        windows = (
            rule
            for rule in older_windows(one, unknown, on)
            if where.startswith(rule.place) or where + _OWN_AGENCY == rule.place
        )
        around = tuple(dict.fromkeys((*around, *elsewhere, *windows)))
        usual = usual_demands(unknown, on, demands_of(elsewhere, on))
    return own, merged((*demands_of((*rules, *around), on), *usual))


def _still(rule: RegionalRule, scheme: str, on: date | None) -> bool:
    """Whether a rule that was chosen by its path holds for this scheme and on this day."""
    return (not scheme or scheme in rule.schemes) and (rule.status == "preset" if on is None else rule.in_force(on))


def _others(rule: RegionalRule, chosen: RegionalRule, on: date | None) -> bool:
    """Whether a rule holds for other people of the same place: both hold now, and both say for whom."""
    now = on is None or rule.in_force(on)
    return now and rule is not chosen and rule.place == chosen.place and bool(rule.scheme_note and chosen.scheme_note)


def _with_others(place: Place, on: date | None) -> Place:
    """The place with what is to be said of other benefits, where somebody did not say which it is."""
    one, where = place.province, place.where
    reach = within_reach(one, where, [scheme for scheme in SCHEMES if scheme not in PENSIONS], on)
    answers = {_answer(one, where, scheme, on) for scheme in PENSIONS}
    # Of survivors and of an injury at work most places say nothing, which is no reason to ask.
    said = [scheme for scheme in NATIONWIDE_SCHEMES if within_reach(one, where, (scheme,), on)]
    answers |= {_answer(one, where, scheme, on) for scheme in said}
    return replace(place, beside=asking_more(reach, place.heeded), asks_scheme=len(answers) > 1)


def _answer(one: Province, where: str, scheme: str, on: date | None) -> tuple[frozenset[Key], frozenset[Key]]:
    """What makes the answer for one benefit another than that for the next: its own rules, and all that is heeded for it."""
    own, heeded = _own_and_heeded(one, where, (scheme,), on)
    counted = demands_of(rule for rule in own if rule)
    return frozenset(demand.key for demand in counted), frozenset(demand.key for demand in heeded)
