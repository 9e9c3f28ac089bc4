"""Find the regional rule that a person means by a place and a scheme."""

from dataclasses import dataclass

from calculator import wording
from calculator.errors import InputError
from calculator.regions import PROVINCES, Province, RegionalRule, presets, province, rules_beside

__all__ = ["Place", "find_place"]


@dataclass(frozen=True, slots=True)
class Place:
    """A province with the rule that holds there, or without one where no source that can be trusted was found.

    ``alternatives`` are the rules that could hold beside it, its own among them; the safe date heeds them all.
    """

    province: Province
    rule: RegionalRule | None
    alternatives: tuple[RegionalRule, ...]

    @property
    def id(self) -> str:
        """The path of the rule, or of the province."""
        return self.rule.id if self.rule else self.province.id

    @property
    def name(self) -> str:
        """江苏省宿迁市"""
        return self.province.name + (self.rule.place if self.rule else "")


def find_place(region: str, scheme: str = "") -> Place:
    """The place that ``region`` names.

    :param region: a province by its id or Chinese name, or the path of a place or a rule in it.
    :param scheme: one of ``SCHEMES``; needed where a place counts differently for different schemes.
    :raises InputError: if there is no such place, or if the scheme is needed and not given.
    """
    head, _, rest = region.partition("/")
    found = _province(head)
    if found is None:
        raise InputError("region", "unknown", wording.unknown_region(region))
    if rest:
        rules = tuple(rule for rule in presets(found) if f"{rule.id}/".startswith(f"{region}/"))
        if not rules:
            raise InputError("region", "unknown", wording.unknown_region(region))
    else:
        rules = tuple(rule for rule in presets(found) if not rule.place)
    if scheme:
        rules = tuple(rule for rule in rules if scheme in rule.schemes)
    if not rules:
        return Place(found, None, ())
    if len({rule.counting for rule in rules}) > 1:
        choices = dict.fromkeys(rule.who for rule in rules)
        raise InputError("region", "needs-scheme", wording.scheme_needed(found.name, choices))
    return Place(found, rules[0], rules_beside(found, rules[0]))


def _province(name: str) -> Province | None:
    if name in PROVINCES:
        return province(name)
    return next((one for one in map(province, PROVINCES) if name in (one.name, one.short)), None)
