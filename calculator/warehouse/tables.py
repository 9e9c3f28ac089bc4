"""The rows of the tables that others build on, made from the rules, the regions and ``assess``'s own parts."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from calculator.assessment.supported_days import EARLIEST, LATEST
from calculator.counting.rules import RULES, Cycle, EarliestOf
from calculator.counting.tables import days_between, tabulate
from calculator.regions import Province, RegionalRule, provinces
from calculator.regions.coverage import Key, keys_of
from calculator.regions.divisions import Division, divisions
from calculator.warehouse.answers import Answer, answer_for
from calculator.warehouse.fields import NO_PLACE, NOT_SAID, SCHEMES_IN_PLACES
from calculator.warehouse.keys import key_of

__all__ = ["Spot", "deadlines", "places", "regions", "rules", "spots"]


@dataclass(frozen=True, slots=True)
class Spot:
    """A place of ``places.csv``: its code there, its names, and the address by which the calculator knows it."""

    code: str
    province: str
    city: str
    county: str
    address: str


def spots() -> Iterator[Spot]:
    """Every place: nowhere, all divisions by their codes, then the places with a rule that are none of these."""
    yield Spot(NO_PLACE, "", "", "", "")
    known = divisions()
    by_code = {one.code: one for one in known}
    for one in known:
        yield _spot(one, by_code)
    paths = {one.path for one in known}
    for province in provinces():
        for path, name in _of_their_own(province).items():
            if province.name + name not in paths:
                yield Spot(path, province.name, name, "", path)


def _spot(one: Division, by_code: Mapping[str, Division]) -> Spot:
    city = by_code.get(one.code[:4], one) if len(one.code) > 2 else one
    # 辛集市 has a code of a prefecture that it does not belong to.
    within = city.name if len(city.code) == 4 and one.where.startswith(city.name) else ""
    return Spot(one.code, one.province, within, one.name if len(one.code) == 6 else "", one.path)


def _of_their_own(province: Province) -> dict[str, str]:
    """The paths of a province's places with a rule in force, and that of a province without divisions, with their names."""
    found = {province.id: ""}
    for rule in province.rules:
        if rule.place and rule.status == "preset":
            found.setdefault(rule.id.rpartition("/")[0], rule.place)
    return found


def rules() -> Iterator[Mapping[str, str]]:
    """The rows of ``rules.csv``."""
    for one in RULES.values():
        yield {
            "id": one.id,
            "name": one.name,
            "explanation": one.explanation,
            "cycle": one.cycle.value,
            "needs_place": str(one.cycle is Cycle.LOCAL).lower(),
            "earliest_of": ";".join(one.shape.rules) if isinstance(one.shape, EarliestOf) else "",
            "example_place": one.example.place,
            "example_last": one.example.last.isoformat(),
            "example_deadline": one.example.deadline.isoformat(),
            "facts": ";".join(one.facts),
        }


def regions() -> Iterator[Mapping[str, str]]:
    """The rows of ``regions.csv``."""
    return (_region(province, rule) for province in provinces() for rule in province.rules)


def _region(province: Province, rule: RegionalRule) -> Mapping[str, str]:
    first = rule.sources[0] if rule.sources else None
    days = rule.month_days
    return {
        "id": rule.id,
        "province": province.name,
        "place": rule.place,
        "schemes": ";".join(rule.schemes),
        "scheme_note": rule.scheme_note,
        "counting": ";".join(rule.counting),
        "windows": ";".join(f"{_month_day(one.start)}/{_month_day(one.end)}" for one in rule.windows),
        "month_days": f"{days.start}/{days.end}" if days else "",
        "safe_counting": ";".join(rule.safe_counting),
        "eve": ";".join(rule.eve),
        "key": key_of(keys_of(rule, rule.counting)) if rule.counting else "",
        "suspension": rule.suspension.kind,
        "suspension_text": rule.suspension.said,
        "batch_stop": _month_day(rule.suspension.batch_stop) if rule.suspension.batch_stop else "",
        "grace_days": "" if rule.suspension.grace_days is None else str(rule.suspension.grace_days),
        "resumption": rule.resumption,
        "first_deadline": rule.first_deadline.kind,
        "first_deadline_text": rule.first_deadline.text,
        "channels": ";".join(rule.channels),
        "hotline": rule.hotline,
        "unit_note": rule.unit_note,
        "source": first.title if first else "",
        "source_issuer": first.issuer if first else "",
        "source_date": first.date if first else "",
        "source_url": first.url if first else "",
        "sources": str(len(rule.sources)),
        "grade": rule.grade,
        "evidence": rule.evidence,
        "status": rule.status,
        "reason": rule.reason,
        "valid_from": _iso(rule.valid_from),
        "valid_to": _iso(rule.valid_to),
        "checked_on": rule.checked_on.isoformat(),
        "note": rule.note,
    }


def places(today: date) -> Iterator[tuple[Mapping[str, str], Answer]]:
    """The rows of ``places.csv`` by the rules in force on ``today``, each with the answer that it names.

    :raises MissingDataError: if the names of the country's places did not come with this package.
    """
    for spot in spots():
        for scheme in SCHEMES_IN_PLACES:
            answer = answer_for(spot.address, "" if scheme == NOT_SAID else scheme, today)
            yield _place(spot, scheme, answer), answer


def _place(spot: Spot, scheme: str, answer: Answer) -> Mapping[str, str]:
    options = [one for one in answer.options if one and one.rule]
    known = [one.rule for one in options if one.rule]
    unknown = len(known) < len(answer.options)
    beside = answer.place.beside if answer.place else ()
    return {
        "code": spot.code,
        "province": spot.province,
        "city": spot.city,
        "county": spot.county,
        "scheme": scheme,
        "counting": answer.counting,
        "grace": answer.grace,
        "safe": answer.safe,
        "suspension": _joined((*(rule.suspension.kind for rule in known), *(("unknown",) if unknown else ()))),
        "rules": _joined(rule.id for rule in known),
        "rule_of": _joined(one.rule_holds_for for one in options),
        "asking_more": _joined(rule.id for rule in beside),
    }


def deadlines(answers: Iterable[Answer]) -> Iterator[tuple[str, tuple[date, ...]]]:
    """What follows from each supported day, the first first, by each key: of the rules, of regional rules, and of these
    answers. Each key comes once, in their alphabetical order."""
    wanted: dict[str, tuple[Key, ...] | Answer] = {}
    for one in RULES.values():
        if one.cycle is not Cycle.LOCAL:
            wanted[one.id] = (Key(one.id),)
    for province in provinces():
        for rule in province.rules:
            if rule.counting:
                wanted[key_of(keys_of(rule, rule.counting))] = tuple(keys_of(rule, rule.counting))
    for answer in answers:
        wanted.setdefault(answer.counting, answer.ways)
        wanted.setdefault(answer.safe, answer.safe_ways or answer)
        wanted.setdefault(answer.grace, answer)
    for key in sorted(wanted):
        by = wanted[key]
        if isinstance(by, Answer):
            yield key, tuple(by.days(key, day) for day in days_between(EARLIEST, LATEST))
        else:
            yield key, tuple(map(min, zip(*map(_tabulated, by), strict=True)))


@cache
def _tabulated(way: Key) -> tuple[date, ...]:
    return tabulate(way.shape, EARLIEST, LATEST)


def _joined(texts: Iterable[str]) -> str:
    return ";".join(dict.fromkeys(texts))


def _month_day(day: tuple[int, int]) -> str:
    return f"{day[0]:02}-{day[1]:02}"


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
