"""Read one province's file, checking every field, so that a mistake is named with its place and its cure."""

import re
from calendar import monthrange
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from urllib.parse import urlsplit

from calculator.counting.rules import RULES, Cycle, MonthDays, Window
from calculator.wording.working import batch_stop

__all__ = [
    "FIRST_DEADLINES",
    "SCHEMES",
    "STATUSES",
    "SUSPENSIONS",
    "FirstDeadline",
    "Province",
    "RegionDataError",
    "RegionalRule",
    "RegionalSource",
    "Suspension",
    "WorkedExample",
    "read_province",
]

SCHEMES = ("企业职工", "机关事业", "城乡居民", "遗属与供养亲属", "工伤", "失业", "被征地")
"""The kinds of benefit that places have rules for, in the order in which they are shown."""

SUSPENSIONS = ("next-day", "same-month", "next-month", "batch", "notice", "unknown")
"""When payment stops after a deadline that was missed, as far as the source says."""

FIRST_DEADLINES = (
    "before-claim",
    "claim-month",
    "month-after-claim",
    "year-after-claim",
    "year-after-same-date",
    "exempt-first-year",
    "unknown",
)
"""When somebody newly retired must certify for the first time (F044, F140)."""

STATUSES = ("preset", "reference", "history")
"""Whether the calculator offers a rule, shows it only, or uses it for days of its time that have gone by."""

_WRITTEN = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?")
_RECENT = timedelta(days=731)

_OFFICIAL_HOSTS = (".gov.cn",)

_WITHOUT_A_PLACE = tuple(id for id, one in RULES.items() if one.cycle is not Cycle.LOCAL)


class RegionDataError(ValueError):
    """A province's file is wrong; the message names the file, the field and what is expected there."""

    def __init__(self, file: str, field: str, expected: str) -> None:
        super().__init__(file, field, expected)
        self.file = file
        self.field = field
        self.expected = expected

    def __str__(self) -> str:
        """Where, and what is expected there."""
        return f"{self.file}: {self.field}: expected {self.expected}"


@dataclass(frozen=True, slots=True)
class Suspension:
    """What happens in this place when the deadline is missed. ``grace_days`` only where an official text has them.

    ``batch_stop`` is the month and the day from which payment stops for everybody whom a place that compares its people
    once a year found then; None where the source names none. Nobody is told to wait for it: between two such days
    payment may stop on the day after the deadline.
    """

    kind: str
    text: str
    grace_days: int | None
    batch_stop: tuple[int, int] | None = None

    @property
    def said(self) -> str:
        """All that the source says of being late, in whole sentences."""
        return self.text + (batch_stop(*self.batch_stop) if self.batch_stop else "")


@dataclass(frozen=True, slots=True)
class FirstDeadline:
    """When somebody newly retired is first due, as this place says."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class RegionalSource:
    """The notice that a rule rests on. ``url`` is empty unless it leads to an official site."""

    title: str
    issuer: str
    date: str
    url: str


@dataclass(frozen=True, slots=True)
class WorkedExample:
    """Two days from the notice: when somebody certified, and by when they must again."""

    last: date
    deadline: date


@dataclass(frozen=True, slots=True)
class RegionalRule:
    """How one place counts for some schemes.

    ``counting`` are ids of counting rules, of which the earliest holds. ``status`` is ``preset`` for a rule that the
    calculator offers, ``reference`` for one that is shown for comparison only, with the ``reason``, and ``history`` for
    one that has ended. ``valid_from`` and ``valid_to`` are the first and the last day on which the rule is in force;
    where the notice does not say, they are None. ``safe_counting`` are what its words could also mean, earlier: the safe
    date heeds them, the deadline does not. ``eve`` are those of ``counting`` of whose last day its own words are “前”, before
    it: the day itself may not count, so the safe date heeds the day before.
    """

    id: str
    place: str
    schemes: tuple[str, ...]
    scheme_note: str
    counting: tuple[str, ...]
    windows: tuple[Window, ...]
    unit_note: str
    suspension: Suspension
    resumption: str
    first_deadline: FirstDeadline
    channels: tuple[str, ...]
    hotline: str
    sources: tuple[RegionalSource, ...]
    examples: tuple[WorkedExample, ...]
    grade: str
    evidence: str
    status: str
    reason: str
    checked_on: date
    note: str
    month_days: MonthDays | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    safe_counting: tuple[str, ...] = ()
    eve: tuple[str, ...] = ()

    def in_force(self, day: date) -> bool:
        """Whether the rule holds on ``day``, as far as its notice says."""
        return (self.valid_from is None or self.valid_from <= day) and not self.ended(day)

    def ended(self, day: date) -> bool:
        """Whether the rule had come to its end before ``day``."""
        return self.valid_to is not None and self.valid_to < day

    @property
    def is_recent(self) -> bool:
        """Whether a source is no older than two years, as seen from the day on which the rule was last compared."""
        days = [day for source in self.sources if (day := _written_by(source.date))]
        return bool(days) and self.checked_on - max(days) <= _RECENT

    @property
    def who(self) -> str:
        """Whom the rule is for: 企业职工、机关事业, or 城乡居民，60—89周岁."""
        return "、".join(self.schemes) + (f"，{self.scheme_note}" if self.scheme_note else "")


@dataclass(frozen=True, slots=True)
class Province:
    """A province, municipality or autonomous region, or 兵团. ``no_source`` is what to say where nothing was found."""

    id: str
    name: str
    short: str
    hotline: str
    lookup: str
    lookup_sources: tuple[str, ...]
    rules: tuple[RegionalRule, ...]
    no_source: str

    @property
    def whole(self) -> str:
        """What a rule for all of it is said to hold for: 全省, 全市, 全区 or 全兵团."""
        return {"市": "全市", "区": "全区", "团": "全兵团"}.get(self.name[-1], "全省")


def _written_by(text: str) -> date | None:
    """The last day on which a notice can have been written, as far as its date is known: the end of 2024 for “2024”."""
    found = _WRITTEN.findall(text)
    if not found:
        return None
    year, month, day = max((int(year), int(month or 12), int(day or 31)) for year, month, day in found)
    return date(year, month, min(day, monthrange(year, month)[1]))


def read_province(data: object, file: str) -> Province:
    """Check ``data``, the content of ``file``, and make a province of it.

    :raises RegionDataError: for the first field that is missing, unknown or not of the expected form.
    """
    top = _Fields(data, file, "", Province)
    province = Province(
        id=top.text("id"),
        name=top.text("name"),
        short=top.text("short"),
        hotline=top.text("hotline"),
        lookup=top.text("lookup", empty=True),
        lookup_sources=top.texts("lookup_sources"),
        rules=top.each("rules", _rule),
        no_source=top.text("no_source", empty=True),
    )
    top.require(
        province.id == file.removesuffix(".json"), "id", f"the name of the file, {file.removesuffix('.json')!r}"
    )
    ids = [rule.id for rule in province.rules]
    for index, rule in enumerate(ids):
        top.require(
            rule.startswith(f"{province.id}/"), f"rules[{index}].id", f"an id that starts with '{province.id}/'"
        )
        top.require(rule not in ids[:index], f"rules[{index}].id", "an id that no other rule has")
    has_preset = any(rule.status == "preset" for rule in province.rules)
    top.require(has_preset or bool(province.no_source), "no_source", "a sentence, because no rule is a preset")
    return province


def _rule(fields: "_Fields") -> RegionalRule:
    rule = RegionalRule(
        id=fields.text("id"),
        place=fields.text("place", empty=True),
        schemes=fields.texts("schemes", among=SCHEMES),
        scheme_note=fields.text("scheme_note", empty=True),
        counting=fields.texts("counting", among=tuple(RULES)),
        windows=fields.each("windows", _window),
        unit_note=fields.text("unit_note", empty=True),
        suspension=fields.one("suspension", _suspension),
        resumption=fields.text("resumption", empty=True),
        first_deadline=fields.one("first_deadline", _first_deadline),
        channels=fields.texts("channels"),
        hotline=fields.text("hotline", empty=True),
        sources=fields.each("sources", _source),
        examples=fields.each("examples", _example),
        grade=fields.text("grade", among=("high", "medium", "low")),
        evidence=fields.text("evidence", among=("read", "recalled")),
        status=fields.text("status", among=STATUSES),
        reason=fields.text("reason", empty=True),
        checked_on=fields.day("checked_on"),
        note=fields.text("note", empty=True),
        month_days=fields.optional("month_days", _month_days),
        valid_from=fields.optional_day("valid_from"),
        valid_to=fields.optional_day("valid_to"),
        safe_counting=fields.optional_texts("safe_counting", among=_WITHOUT_A_PLACE),
        eve=fields.optional_texts("eve", among=tuple(RULES)),
    )
    fields.require(
        bool(rule.windows) == ("windows" in rule.counting), "windows", "windows exactly if counting has 'windows'"
    )
    fields.require(
        bool(rule.month_days) == ("monthly" in rule.counting),
        "month_days",
        "days of the month exactly if counting has 'monthly'",
    )
    fields.require({*rule.eve} <= {*rule.counting}, "eve", "only what stands in counting")
    fields.require(
        rule.valid_from is None or not rule.ended(rule.valid_from), "valid_to", "a day that is not before valid_from"
    )
    if rule.status == "reference":
        fields.require(bool(rule.reason), "reason", "a sentence, because the rule is only a reference")
        return rule
    because = f"because the rule is a {rule.status}"
    fields.require(bool(rule.counting), "counting", f"at least one counting rule, {because}")
    fields.require(bool(rule.schemes), "schemes", f"at least one scheme, {because}")
    fields.require(bool(rule.sources), "sources", f"at least one source, {because}")
    fields.require(rule.grade != "low", "grade", f"'high' or 'medium', {because}")
    fields.require(rule.status != "history" or bool(rule.valid_to), "valid_to", f"the rule's last day, {because}")
    return rule


def _window(fields: "_Fields") -> Window:
    window = Window(fields.month_day("start"), fields.month_day("end"))
    fields.require(window.start <= window.end, "end", "a day of the same year, not before start")
    return window


def _month_days(fields: "_Fields") -> MonthDays:
    days = MonthDays(fields.day_of_month("start"), fields.day_of_month("end"))
    fields.require(days.start <= days.end, "end", "a day of the month that is not before start")
    return days


def _suspension(fields: "_Fields") -> Suspension:
    suspension = Suspension(
        kind=fields.text("kind", among=SUSPENSIONS),
        text=fields.text("text", empty=True),
        grace_days=fields.days("grace_days"),
        batch_stop=fields.optional_month_day("batch_stop"),
    )
    fields.require(
        suspension.batch_stop is None or suspension.kind == "batch", "batch_stop", "this field only if kind is 'batch'"
    )
    return suspension


def _first_deadline(fields: "_Fields") -> FirstDeadline:
    return FirstDeadline(kind=fields.text("kind", among=FIRST_DEADLINES), text=fields.text("text", empty=True))


def _source(fields: "_Fields") -> RegionalSource:
    return RegionalSource(
        title=fields.text("title"),
        issuer=fields.text("issuer"),
        date=fields.text("date", empty=True),
        url=fields.official_link("url"),
    )


def _example(fields: "_Fields") -> WorkedExample:
    return WorkedExample(last=fields.day("last"), deadline=fields.day("deadline"))


class _Fields:
    """One object of the file: gives its fields in the form asked for, or says which field is wrong and why."""

    def __init__(self, data: object, file: str, path: str, shape: type) -> None:
        self._file = file
        self._path = path
        if not isinstance(data, Mapping):
            raise RegionDataError(file, path or "(the whole file)", "an object")
        self._data: Mapping[str, Any] = data
        for name in data:
            if name not in shape.__annotations__:
                raise self.error(str(name), f"no such field; known are {', '.join(shape.__annotations__)}")

    def error(self, name: str, expected: str) -> RegionDataError:
        return RegionDataError(self._file, f"{self._path}.{name}" if self._path else name, expected)

    def require(self, holds: bool, name: str, expected: str) -> None:
        if not holds:
            raise self.error(name, expected)

    def text(self, name: str, *, empty: bool = False, among: tuple[str, ...] = ()) -> str:
        value = self._value(name)
        if among:
            self.require(value in among, name, f"one of {', '.join(among)}")
        expected = "a text" if empty else "a text that is not empty"
        self.require(isinstance(value, str) and (empty or bool(value.strip())), name, expected)
        return str(value)

    def texts(self, name: str, *, among: tuple[str, ...] = ()) -> tuple[str, ...]:
        value = self._value(name)
        expected = f"a list of some of {', '.join(among)}" if among else "a list of texts"
        self.require(isinstance(value, list) and all(isinstance(one, str) and one for one in value), name, expected)
        self.require(not among or all(one in among for one in value), name, expected)
        return tuple(value)

    def day(self, name: str) -> date:
        value = self._value(name)
        try:
            return date.fromisoformat(value)
        except (TypeError, ValueError):
            raise self.error(name, "a day such as 2026-11-23") from None

    def month_day(self, name: str) -> tuple[int, int]:
        value = self._value(name)
        try:
            day = date.fromisoformat(f"2023-{value}")
        except ValueError:
            raise self.error(name, "a month and a day such as 06-30") from None
        return day.month, day.day

    def optional_texts(self, name: str, *, among: tuple[str, ...]) -> tuple[str, ...]:
        return self.texts(name, among=among) if name in self._data else ()

    def optional_month_day(self, name: str) -> tuple[int, int] | None:
        return None if self._data.get(name) is None else self.month_day(name)

    def optional_day(self, name: str) -> date | None:
        return None if self._data.get(name) is None else self.day(name)

    def day_of_month(self, name: str) -> int:
        value = self._value(name)
        self.require(type(value) is int and 1 <= value <= 31, name, "a day of the month from 1 to 31")
        return int(value)

    def days(self, name: str) -> int | None:
        value = self._value(name)
        holds = value is None or (type(value) is int and 0 <= value <= 366)
        self.require(holds, name, "null, or a whole number of days from 0 to 366")
        return value if holds and value is not None else None

    def official_link(self, name: str) -> str:
        value = self.text(name, empty=True)
        host = urlsplit(value).hostname or ""
        self.require(
            not value or host.endswith(_OFFICIAL_HOSTS), name, "nothing, or a link to an official site (.gov.cn)"
        )
        return value

    def one[T](self, name: str, read: Callable[["_Fields"], T]) -> T:
        return read(self._inner(name, self._value(name), read))

    def optional[T](self, name: str, read: Callable[["_Fields"], T]) -> T | None:
        return None if self._data.get(name) is None else self.one(name, read)

    def each[T](self, name: str, read: Callable[["_Fields"], T]) -> tuple[T, ...]:
        value = self._value(name)
        self.require(isinstance(value, list), name, "a list")
        return tuple(read(self._inner(f"{name}[{index}]", one, read)) for index, one in enumerate(value))

    def _inner(self, name: str, data: object, read: Callable[..., object]) -> "_Fields":
        path = f"{self._path}.{name}" if self._path else name
        return _Fields(data, self._file, path, read.__annotations__["return"])

    def _value(self, name: str) -> Any:
        self.require(name in self._data, name, "this field, which is missing")
        return self._data[name]
