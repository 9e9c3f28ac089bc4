"""What the days of a place depend on, reduced to names: most of the country's places share a few dozen of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from calculator import wording
from calculator.assessment.assess import DEFAULT_GRACE_DAYS, Due, due_from, heeded_by, safe_from
from calculator.counting.rules import DEFAULT_RULE, parts
from calculator.regions.coverage import Demand, Key, keys_of
from calculator.regions.place import Place, find_place
from calculator.warehouse.keys import key_of, key_of_demands

__all__ = ["Answer", "answer_for"]


@dataclass(frozen=True)
class Answer:
    """How a benefit is counted at a place on a day, or without a place where ``place`` is None.

    ``options`` are the place with each rule that could be somebody's own, of which the earliest deadline holds.
    """

    place: Place | None
    options: tuple[Place | None, ...]
    heeded: tuple[Demand, ...]

    @cached_property
    def ways(self) -> tuple[Key, ...]:
        """The ways of counting of which the earliest is the deadline."""
        return tuple(dict.fromkeys(way for one in self.options for way in _ways(one)))

    @cached_property
    def safe_ways(self) -> tuple[Key, ...]:
        """Those of which the earliest is the safe date; none where that also depends on a demand that is yet to begin."""
        later = any(one.begins for one in self.heeded)
        return () if later else tuple(dict.fromkeys((*self.ways, *(one.key for one in self.heeded))))

    @cached_property
    def counting(self) -> str:
        """The key of the deadline."""
        return key_of(self.ways)

    @cached_property
    def due(self) -> str:
        """The key of the deadline and the last day of grace: every option with its grace."""
        return "|".join(self._distinct)

    @cached_property
    def grace(self) -> str:
        """The key of the last day of grace, which is that of the deadline where no place gives any."""
        return self.due if ">" in self.due else self.counting

    @cached_property
    def safe(self) -> str:
        """The key of the safe date."""
        return key_of(self.safe_ways) if self.safe_ways else key_of_demands(self.due, self.ways, self.heeded)

    @property
    def shape(self) -> tuple[str, str]:
        """What makes two answers give the same days, whichever the place."""
        return self.due, self.safe

    @cached_property
    def basis(self) -> tuple[str, ...]:
        """What each way that could be somebody's own rests on, in a citizen's words."""
        return tuple(map(_basis, self._distinct.values()))

    def due_from(self, last: date) -> tuple[Due, int]:
        """The deadline and the last day of grace after a certification on ``last``, and which of ``basis`` they rest on."""
        options = tuple(self._distinct.values())
        due = due_from(last, options)
        return due, next(number for number, one in enumerate(options) if one is due.option)

    def safe_from(self, last: date, deadline: date) -> date:
        """The safe date, which is not after the deadline."""
        return safe_from(last, deadline, self.heeded)

    def days(self, key: str, last: date) -> date:
        """The last day of grace by the key ``grace``, or the safe date by ``safe``."""
        due = self.due_from(last)[0]
        return due.grace_end if key == self.grace else self.safe_from(last, due.deadline)

    @cached_property
    def _distinct(self) -> dict[str, Place | None]:
        """The options by their keys, in their order; of several with the same days the first, as ``assess`` takes it."""
        found: dict[str, Place | None] = {}
        for one in self.options:
            found.setdefault(key_of(_ways(one)) + _grace(one), one)
        return found


def answer_for(region: str, scheme: str, today: date) -> Answer:
    """How a benefit is counted at a place, by the rules in force on ``today``.

    :param region: as in ``assess``; "" where it is not known, and so is ``scheme``.
    :raises InputError: if there is no such place, or more than one.
    """
    place = find_place(region, scheme, today) if region else None
    options = (place.options or (place,)) if place else (None,)
    return Answer(place, options, heeded_by(place, scheme, today))


def _ways(option: Place | None) -> Iterator[Key]:
    rule = option.rule if option else None
    return keys_of(rule, rule.counting) if rule else map(Key, parts(DEFAULT_RULE))


def _grace(option: Place | None) -> str:
    if option is None or option.rule is None:
        return f">{DEFAULT_GRACE_DAYS}d?"
    suspension = option.rule.suspension
    if suspension.grace_days is not None:
        return f">{suspension.grace_days}d" if suspension.grace_days else ""
    return ">month-end" if suspension.kind == "next-month" else ""


def _basis(option: Place | None) -> str:
    words = wording.roster
    if option is None:
        return words.BASIS_COMMON
    asked = words.SCHEME_EARLIEST if option.one_of_several else words.SCHEME_PENSION
    return words.basis(option.name, option.rule_holds_for) + (asked if option.asks_scheme else "")
