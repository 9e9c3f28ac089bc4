"""How far the days beside a deadline can be relied on, in a sentence each."""

from calculator import wording
from calculator.assessment.assess import Assessment
from calculator.assessment.working import GraceOrigin, names_of
from calculator.regions import SCHEMES, province
from calculator.regions.coverage import PENSIONS, demands_of

__all__ = ["asking_more", "grace_caution", "safe_caution", "safe_title"]


def safe_title(found: Assessment) -> str:
    """最稳妥, with the condition on which the safe date is that."""
    return wording.safe.title(found.reach)


def safe_caution(found: Assessment) -> str:
    """What the safe date protects against."""
    return wording.safe.caution(found.reach, names_of(found.safe_by))


def grace_caution(found: Assessment) -> str:
    """How far the end of grace can be relied on."""
    if found.grace_origin is GraceOrigin.REGION and found.place and found.place.rule:
        return found.place.rule.suspension.text
    return (
        wording.answer.GRACE_CAUTION
        if found.grace_origin is GraceOrigin.DEFAULT
        else wording.answer.GRACE_CAUTION_CHOSEN
    )


def asking_more(found: Assessment) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Who asks more often than what the safe date heeds, or at times of their own: how often, and for what and where.

    The most frequent come first. A place that asks as its province does goes without saying.
    """
    schemes: dict[tuple[int, str, str], tuple[str, ...]] = {}
    for rule in found.asking_more:
        times = max(one.times for one in demands_of((rule,)))
        of_province = schemes.get((times, rule.id.split("/")[0], ""), ())
        here = times, rule.id.split("/")[0], rule.place
        if not set(rule.schemes) <= set(of_province):
            schemes[here] = (*schemes.get(here, ()), *rule.schemes)
    places: dict[tuple[int, str], list[str]] = {}
    for (times, id, place), drawn in schemes.items():
        ordered = [one for one in SCHEMES if one in drawn]
        who = wording.schemes.who_briefly(ordered, PENSIONS)
        places.setdefault((times, who), []).append(province(id).short + place)
    often = sorted({times for times, _ in places}, reverse=True)
    return tuple(
        (
            wording.safe.frequency(times),
            tuple(wording.safe.asks(who, where) for (each, who), where in places.items() if each == times),
        )
        for times in often
    )
