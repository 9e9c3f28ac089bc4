"""How far the days beside a deadline can be relied on, in a sentence each."""

from calculator import wording
from calculator.assessment.assess import Assessment
from calculator.assessment.working import GraceOrigin, names_of, times_of
from calculator.counting.rules import DEFAULT_RULE
from calculator.regions import SCHEMES, RegionalRule, province, region_name
from calculator.regions.coverage import PENSIONS, holding, times_asked
from calculator.regions.place import Place

__all__ = ["asked_around", "asking_more", "earliest_caution", "grace_caution", "safe_caution", "safe_title"]


def safe_title(found: Assessment) -> str:
    """最稳妥, with the condition on which the safe date is that."""
    return wording.safe.title(found.reach)


def safe_caution(found: Assessment) -> str:
    """What the safe date protects against."""
    own = found.place.rule if found.place else None
    # Who asks earlier where nothing is known of the place is said in the working and in the list of those around.
    named = names_of(found.safe_by, own) if found.reach.known else ()
    return wording.safe.caution(found.reach, named, more=bool(found.asking_more))


def earliest_caution(found: Assessment) -> str:
    """That the deadline is the earliest of several, where it was not said which holds, or only what is usual, of pensions
    or where some places of the province are known to ask earlier; nothing otherwise."""
    place = found.place
    if found.scheme and found.counting == (DEFAULT_RULE,) and not (found.could_be_pension or (place and place.rule)):
        return wording.schemes.counted_as_pension(found.scheme)
    if place is None:
        return ""
    if place.one_of_several:
        note = place.rule.scheme_note if place.rule else ""
        return (
            wording.schemes.earliest_of_people(note, _others(place, found))
            if found.scheme
            else wording.schemes.EARLIEST
        )
    if found.asked_around:
        then = [rule for rule in place.unused if rule.windows]
        nearest = max((len(rule.place) for rule in then), default=0)
        return wording.safe.only_usual("，或者".join(times_of(rule) for rule in then if len(rule.place) == nearest))
    return ""


def _others(place: Place, found: Assessment) -> tuple[str, ...]:
    """For whom the place has other rules for the same benefit than the one that gives the day."""
    rules = holding(place.province, place.where, found.scheme, found.today)
    return tuple(rule.scheme_note for rule in rules if rule.scheme_note and rule is not place.rule)


def grace_caution(found: Assessment) -> str:
    """How far the end of grace can be relied on."""
    if found.grace_origin is GraceOrigin.REGION and found.place and found.place.rule:
        return found.place.rule.suspension.said
    return (
        wording.answer.GRACE_CAUTION
        if found.grace_origin is GraceOrigin.DEFAULT
        else wording.answer.GRACE_CAUTION_CHOSEN
    )


def asking_more(found: Assessment) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Who asks more often than what the safe date heeds, or at times of their own: how often, and for what and where."""
    return _by_frequency(found.asking_more)


def asked_around(found: Assessment) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The same of those in the province of a place of which nothing is known who ask more often than the deadline does."""
    return _by_frequency(found.asked_around)


def _by_frequency(rules: tuple[RegionalRule, ...]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """How often these rules ask, and for what and where.

    The most frequent come first. A place that asks as its province does goes without saying, and so does a reference
    beside a rule that the calculator offers.
    """
    asked: dict[tuple[int, str], tuple[str, ...]] = {}
    named: dict[tuple[int, str], set[str]] = {}
    for rule in rules:
        times, whole, here = times_asked(rule), rule.id.split("/")[0], region_name(rule)
        reference = rule.status == "reference"
        known = named.get((times, whole), set()) | (named.get((times, here), set()) if reference else set())
        if known.issuperset(rule.schemes):
            continue
        named.setdefault((times, here if rule.place else whole), set()).update(rule.schemes)
        where = times, wording.safe.where(here, _for_whom(rule), reference=reference)
        asked[where] = (*asked.get(where, ()), *rule.schemes)
    places: dict[tuple[int, str], list[str]] = {}
    for (times, place), drawn in asked.items():
        who = wording.schemes.who_briefly([one for one in SCHEMES if one in drawn], PENSIONS)
        places.setdefault((times, who), []).append(place)
    return tuple(
        (
            wording.safe.frequency(often),
            tuple(wording.safe.asks(who, named) for (times, who), named in places.items() if times == often),
        )
        for often in sorted({times for times, _ in places}, reverse=True)
    )


def _for_whom(rule: RegionalRule) -> str:
    """For whom a rule is, where its place has another for others who draw the same."""
    others = (
        one
        for one in province(rule.id.split("/")[0]).rules
        if one is not rule
        and one.status == "preset"
        and one.place == rule.place
        and set(one.schemes) & set(rule.schemes)
    )
    return rule.scheme_note if any(others) else ""
