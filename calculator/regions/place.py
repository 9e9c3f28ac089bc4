"""Find the regional rule that a person means by a place and a scheme."""

from dataclasses import dataclass
from functools import lru_cache

from calculator import wording
from calculator.errors import InputError
from calculator.regions import PROVINCES, Province, RegionalRule, presets, province, provinces, rules_beside

__all__ = ["Place", "find_place"]


@dataclass(frozen=True, slots=True)
class Place:
    """A province with the rule that holds there, or without one where no source that can be trusted was found.

    ``could_apply`` are the ids of the counting rules that could hold there, its own among them; the safe date heeds
    them all.
    """

    province: Province
    rule: RegionalRule | None
    could_apply: frozenset[str]

    @property
    def id(self) -> str:
        """The path of the rule, or of the province."""
        return self.rule.id if self.rule else self.province.id

    @property
    def name(self) -> str:
        """江苏省宿迁市"""
        return self.province.name + (self.rule.place if self.rule else "")


@lru_cache(maxsize=1024)
def find_place(region: str, scheme: str = "") -> Place:
    """The place that ``region`` names.

    :param region: a province by its id or Chinese name, a place by its Chinese name with or without the province
        (宿迁市, 江苏省宿迁市), or the path of a place or a rule (``jiangsu/suqian``).
    :param scheme: one of ``SCHEMES``; needed where a place counts differently for different schemes.
    :raises InputError: if there is no such place, or if the scheme is needed and not given.
    """
    found, rules = _by_path(region) or _by_name(region) or (None, ())
    if found is None:
        raise InputError("region", "unknown", wording.errors.unknown_region(region))
    if scheme:
        rules = tuple(rule for rule in rules if scheme in rule.schemes)
    if not rules:
        return Place(found, None, frozenset())
    if len({rule.counting for rule in rules}) > 1:
        choices = dict.fromkeys(rule.who for rule in rules)
        raise InputError("region", "needs-scheme", wording.errors.scheme_needed(found.name, choices))
    return Place(found, rules[0], _could_apply(found, rules[0]))


def _could_apply(found: Province, chosen: RegionalRule) -> frozenset[str]:
    """The counting rules of the chosen rule and of those beside it, but not by windows or days of the month that are not its own."""
    beside = (rule for rule in rules_beside(found, chosen) if rule is chosen or not (rule.windows or rule.month_days))
    return frozenset(one for rule in beside for one in rule.counting)


type _Found = tuple[Province, tuple[RegionalRule, ...]]


def _by_path(region: str) -> _Found | None:
    head, _, rest = region.partition("/")
    if head not in PROVINCES:
        return None
    found = province(head)
    if not rest:
        return found, _provincial(found)
    rules = tuple(rule for rule in presets(found) if f"{rule.id}/".startswith(f"{region}/"))
    return (found, rules) if rules else None


def _by_name(region: str) -> _Found | None:
    for one in provinces():
        if region in (one.name, one.short):
            return one, _provincial(one)
        rules = tuple(rule for rule in presets(one) if rule.place and region in _names(one, rule.place))
        if rules:
            return one, rules
    return None


def _provincial(one: Province) -> tuple[RegionalRule, ...]:
    """The rules that hold for all of a province."""
    return tuple(rule for rule in presets(one) if not rule.place)


def _names(one: Province, place: str) -> tuple[str, ...]:
    """How people call a place: 宿迁市, 宿迁, 江苏省宿迁市, 江苏宿迁."""
    return (place, place.rstrip("市区县旗"), one.name + place, one.short + place, one.short + place.rstrip("市区县旗"))
