"""The working: how an assessment came about, step by step, in a citizen's words."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from calculator import wording
from calculator.counting.rules import RULES, Shape, parts
from calculator.counting.status import Status
from calculator.counting.working_days import OfficeDay
from calculator.regions import RegionalRule, RegionalSource, presets, region_name
from calculator.regions.coverage import PENSIONS
from calculator.regions.place import Place
from calculator.wording.safe import Reach

__all__ = [
    "GraceOrigin",
    "Step",
    "counting_steps",
    "grace_step",
    "names_of",
    "office_step",
    "place_steps",
    "safe_step",
    "status_step",
    "times_of",
]


_ONE_DAY = timedelta(days=1)


class GraceOrigin(StrEnum):
    """Where the days of grace come from."""

    DEFAULT = "default"
    """What the web says; no official text supports it."""
    CHOSEN = "chosen"
    """What the person typed."""
    REGION = "region"
    """What the place's own notice says of suspension."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the working: what a citizen reads, the counting rule it applies, and what it rests on.

    ``rule`` is an id of ``calculator.counting.rules.RULES`` or empty; ``facts`` are ids of ``calculator.sources``; ``notices``
    are the place's own, which were last compared on ``checked_on``.
    """

    text: str
    rule: str = ""
    facts: tuple[str, ...] = ()
    notices: tuple[RegionalSource, ...] = ()
    checked_on: date | None = None


def place_steps(place: Place | None) -> tuple[Step, ...]:
    """Whose rule this is, and which notice says so."""
    if place is None:
        return ()
    words = wording.working
    chosen = wording.schemes.who(place.schemes, "") if len(place.schemes) == 1 else ""
    unused = tuple(dict.fromkeys(one.reason + _then(one, place) for one in place.unused))
    rule = place.rule
    others = wording.schemes.who(tuple(dict.fromkeys(one for own in place.others for one in own.schemes)), "")
    if rule is None:
        around = [one for one in presets(place.province) if one.place and {*one.schemes} & {*place.schemes}]
        known = list(dict.fromkeys(one.place for one in around))
        found = place.province.no_source or words.known_elsewhere(known, place.province.whole)
        text = words.step_place_unknown(
            place.name,
            chosen,
            found,
            inside=bool(place.where and not place.province.no_source),
            pension={*place.schemes} <= {*PENSIONS},
            unused=unused,
            others=others,
        )
        found_there = place.unused
        step = Step(
            text,
            facts=("F033",),
            notices=tuple(dict.fromkeys(notice for one in found_there for notice in one.sources)),
            checked_on=min((one.checked_on for one in found_there), default=None),
        )
        return (step, *_one_of_several(place))
    text = words.step_place(
        place.name,
        chosen,
        place.rule_holds_for,
        wording.schemes.who(rule.schemes, rule.scheme_note),
        rule.unit_note,
        unused,
        others,
    )
    if rule.valid_to:
        text += words.valid_until(rule.valid_to)
    return (Step(text, notices=rule.sources, checked_on=rule.checked_on), *_one_of_several(place))


def times_of(rule: RegionalRule) -> str:
    """The stretches of the year that a rule is for: 1月1日到4月30日、5月1日到9月30日."""
    return "、".join(wording.days.stretch_in_words(window.start, window.end) for window in rule.windows)


def _then(rule: RegionalRule, place: Place) -> str:
    """The times that a notice gave which is not counted by."""
    heeded = any(rule in one.asked_by for one in place.heeded)
    return wording.working.times_then(times_of(rule), heeded=heeded) if rule.windows else ""


def _one_of_several(place: Place) -> tuple[Step, ...]:
    """That the rule is the earliest of several, where it was not said to whom the answer is given."""
    said = len(place.schemes) == 1
    return (Step(wording.working.step_one_of_several(said=said)),) if place.one_of_several else ()


def counting_steps(last: date, counting: tuple[str, ...], shapes: tuple[Shape, ...], result: date) -> tuple[Step, ...]:
    """From the last certification through each counting rule to the deadline."""
    steps = [Step(wording.working.step_last(last), facts=("F043", "F072"))]
    rules = [
        (part, shape if parts(rule) == (rule,) else RULES[part].shape)
        for rule, shape in zip(counting, shapes, strict=True)
        for part in parts(rule)
    ]
    readings = [shape.deadline(last) for _, shape in rules]
    steps += (
        Step(wording.working.step_rule(RULES[rule], reading), rule, RULES[rule].facts)
        for (rule, _), reading in zip(rules, readings, strict=True)
    )
    if len(rules) > 1:
        text = wording.working.step_earliest(result) if len(set(readings)) > 1 else wording.working.step_same(result)
        steps.append(Step(text, counting[0] if len(counting) == 1 else "", ("F131",)))
    steps.append(Step(wording.working.step_no_shift(), facts=("F025", "F144")))
    return tuple(steps)


def grace_step(origin: GraceOrigin, grace_days: int, grace_end: date, place: Place | None) -> Step:
    """How the end of grace follows from the deadline, with its caution."""
    if origin is GraceOrigin.REGION and place is not None and place.rule is not None:
        text = wording.working.step_regional_grace(place.rule.suspension.said, grace_days, grace_end + _ONE_DAY)
        return Step(text, notices=place.rule.sources, checked_on=place.rule.checked_on)
    if grace_days == 0:
        return Step(wording.working.step_no_grace(grace_end), facts=("F047",))
    if origin is GraceOrigin.DEFAULT:
        return Step(wording.working.step_default_grace(grace_days, grace_end), facts=("F046", "F047", "F141"))
    return Step(wording.working.step_chosen_grace(grace_days, grace_end), facts=("F047", "F141"))


def office_step(office: OfficeDay) -> Step:
    """The last day on which somebody can go to an office in person."""
    return Step(wording.working.step_office(office.day, published=office.published), facts=("F026",))


def safe_step(safe_date: date, reach: Reach, asked_by: tuple[RegionalRule, ...], rule: RegionalRule | None) -> Step:
    """Why the safe date is what it is: by the notices that ask for it, and the facts where nothing is known of the place.

    :param asked_by: the rules that ask for an earlier day than the deadline.
    :param rule: the place's own, which gives the day where none is earlier.
    """
    facts = ("N001", "N002", "F148") if reach.nationwide else ("F040", "F148") if reach.times > 1 else ("F037", "F133")
    named = names_of(asked_by)
    rules = tuple(one for one in asked_by if region_name(one) in named) or ((rule,) if rule and reach.known else ())
    return Step(
        wording.safe.step(reach, safe_date, names_of(asked_by, rule)),
        facts=() if reach.known and rules else facts,
        notices=tuple(dict.fromkeys(notice for one in rules for notice in one.sources)),
        checked_on=min((one.checked_on for one in rules), default=None),
    )


def names_of(rules: tuple[RegionalRule, ...], own: RegionalRule | None = None) -> tuple[str, ...]:
    """Where these rules hold, at most two names: the nearest to hand is enough. None where ``own`` is one of them: it goes
    without saying, and the day is not to be blamed on others."""
    return () if own in rules else tuple(dict.fromkeys(map(region_name, rules)))[:2]


def status_step(status: Status, today: date, days_left: int, may_stop_from: date) -> Step:
    """Where today stands."""
    return Step(wording.working.step_status(status, today, days_left, may_stop_from))
