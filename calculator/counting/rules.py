"""Counting rules: how a place counts from the last certification to the deadline.

Every rule that official notices use is one of three shapes, the earliest of several, or the eve of one:

*rolling months*
    So many months on from the day of the last certification, by the calendar. Notices disagree on where the last
    month ends: on the same day, on its eve, at the end of that month, or, because the month of certification is
    counted itself, at the end of the month before.
*rolling days*
    So many days on.
*calendar windows*
    Stretches of the year that come back every year; who certified in one is due by the end of the next. Where the
    same days of every month come back, the stretch is that of a month.

The rules are the table ``RULES`` below. Code that needs a date asks the table and never a rule's name. All dates are
days of the Gregorian calendar; a deadline is inclusive: it is the last day on which certification is on time. A
deadline is never moved because an office is closed (F025, F144).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from types import MappingProxyType

__all__ = [
    "DEFAULT_RULE",
    "RULES",
    "CalendarWindows",
    "CountingRule",
    "Cycle",
    "EarliestOf",
    "End",
    "Eve",
    "EveryMonth",
    "Example",
    "MonthDays",
    "RollingDays",
    "RollingMonths",
    "Shape",
    "Window",
    "deadline",
    "eve_of",
    "opening",
    "parts",
    "shape_of",
    "times_a_year",
]

_ONE_DAY = timedelta(days=1)


class End(StrEnum):
    """Where a count of months ends."""

    SAME_DAY = "same-day"
    """The day with the same number; where that month is too short, its last day (民法典 art. 202)."""
    EVE = "eve"
    """The day before ``SAME_DAY``."""
    MONTH_END = "month-end"
    """The last day of that month."""
    INCLUSIVE = "inclusive"
    """The last day of the month before, because the month of certification counts as the first."""


class Cycle(StrEnum):
    """How often a rule asks for a certification."""

    YEAR = "year"
    HALF_YEAR = "half-year"
    QUARTER = "quarter"
    LOCAL = "local"
    """As the region's own windows or days of the month say; without a place it cannot be counted."""


@dataclass(frozen=True, slots=True)
class RollingMonths:
    """So many months on from the last certification."""

    months: int
    end: End

    def deadline(self, last: date) -> date:
        match self.end:
            case End.SAME_DAY:
                return _same_day(last, self.months)
            case End.EVE:
                return _same_day(last, self.months) - _ONE_DAY
            case End.MONTH_END:
                return _month_end(last, self.months)
            case _:
                return _month_end(last, self.months - 1)


@dataclass(frozen=True, slots=True)
class RollingDays:
    """So many days on from the last certification; the day of certification itself is not counted."""

    days: int

    def deadline(self, last: date) -> date:
        return last + timedelta(days=self.days)


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of the year, both days inclusive, as ``(month, day)``. It does not cross New Year."""

    start: tuple[int, int]
    end: tuple[int, int]


@dataclass(frozen=True, slots=True)
class CalendarWindows:
    """Windows that come back every year, in the order of the year.

    The deadline is the end of the first window that opens after the day of the last certification. For a day inside
    a window that is the next window; for a day between two windows it is the second of them.
    """

    windows: tuple[Window, ...]

    def deadline(self, last: date) -> date:
        if not self.windows:
            raise ValueError("calendar windows need at least one window")
        for window in self.windows:
            if window.start > (last.month, last.day):
                return date(last.year, *window.end)
        return date(last.year + 1, *self.windows[0].end)


@dataclass(frozen=True, slots=True)
class MonthDays:
    """The same days of every month, both inclusive, 1 to 31. In a month that lacks a day its last day stands for it."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class EveryMonth:
    """The same days of every month.

    The deadline is the last of those days in the first month in which they begin after the day of the last
    certification: for a day among them or behind them that is the next month.
    """

    days: MonthDays | None

    def deadline(self, last: date) -> date:
        if self.days is None:
            raise ValueError("counting by the month needs the days of the month")
        first = last.replace(day=1)
        if min(self.days.start, _month_end(last, 0).day) <= last.day:
            first = _month_end(last, 0) + _ONE_DAY
        return first.replace(day=min(self.days.end, _month_end(first, 0).day))


@dataclass(frozen=True, slots=True)
class EarliestOf:
    """The earliest of the deadlines of several rules of the table, given by their ids."""

    rules: tuple[str, ...]

    def deadline(self, last: date) -> date:
        return min(deadline(rule, last) for rule in self.rules)


@dataclass(frozen=True, slots=True)
class Eve:
    """The day before the deadline of another shape: what a notice may mean that wants it done “前”, before a day."""

    of: "Shape"

    def deadline(self, last: date) -> date:
        return self.of.deadline(last) - _ONE_DAY


Shape = RollingMonths | RollingDays | CalendarWindows | EveryMonth | EarliestOf | Eve


@dataclass(frozen=True, slots=True)
class Example:
    """A worked example from a notice: who wrote it, the two days, and the facts it is recorded under.

    ``windows`` and ``month_days`` are the place's own, for the rule that needs them.
    """

    place: str
    last: date
    deadline: date
    facts: tuple[str, ...]
    windows: tuple[Window, ...] = ()
    month_days: MonthDays | None = None


@dataclass(frozen=True, slots=True)
class CountingRule:
    """One way of counting.

    ``name`` and ``explanation`` are what a citizen reads; ``facts`` are the ids of the facts that it rests on.
    """

    id: str
    name: str
    explanation: str
    shape: Shape
    cycle: Cycle
    example: Example
    facts: tuple[str, ...]

    @property
    def by_month(self) -> bool:
        """Whether only the month of the last certification matters, so that a month alone can be typed."""
        match self.shape:
            case RollingMonths(end=end):
                return end in (End.MONTH_END, End.INCLUSIVE)
            case CalendarWindows(windows=windows):
                return bool(windows) and all(window.start[1] == 1 for window in windows)
            case _:
                return False


def deadline(rule: str, last: date, windows: tuple[Window, ...] = (), month_days: MonthDays | None = None) -> date:
    """The last day, inclusive, on which the next certification is on time.

    ``windows`` are the region's own and are read by the rule ``windows`` only; so are ``month_days`` by ``monthly``.

    >>> deadline("12-months", date(2024, 2, 29))
    datetime.date(2025, 2, 28)
    >>> deadline("365-days", date(2024, 1, 15))
    datetime.date(2025, 1, 14)
    >>> deadline("monthly", date(2026, 3, 9), month_days=MonthDays(1, 15))
    datetime.date(2026, 4, 15)
    """
    return shape_of(rule, windows, month_days).deadline(last)


def shape_of(rule: str, windows: tuple[Window, ...] = (), month_days: MonthDays | None = None) -> Shape:
    """The shape of a rule, with what the region adds to those that cannot be counted without one."""
    match RULES[rule].shape:
        case CalendarWindows(windows=()):
            return CalendarWindows(windows)
        case EveryMonth(days=None):
            return EveryMonth(month_days)
        case shape:
            return shape


def eve_of(rule: str) -> str | None:
    """The rule of the table that ends on the day before this one does, whatever the certification; None without one.

    >>> eve_of("12-months"), eve_of("365-days"), eve_of("365-days-eve")
    ('12-months-eve', '365-days-eve', None)
    """
    match RULES[rule].shape:
        case RollingMonths(months=months, end=End.SAME_DAY):
            wanted: Shape = RollingMonths(months, End.EVE)
        case RollingDays(days=days):
            wanted = RollingDays(days - 1)
        case _:
            return None
    return next((one.id for one in RULES.values() if one.shape == wanted), None)


def parts(rule: str) -> tuple[str, ...]:
    """The rules that a rule is made of: itself, or those of which it is the earliest."""
    shape = RULES[rule].shape
    return shape.rules if isinstance(shape, EarliestOf) else (rule,)


def opening(shape: Shape, due: date) -> date | None:
    """The first day on which a certification counts for the deadline ``due``; None where any day before it does.

    >>> opening(shape_of("quarter"), date(2026, 6, 30))
    datetime.date(2026, 4, 1)
    """
    match shape:
        case CalendarWindows(windows=windows):
            starts = (one.start for one in windows if one.start <= (due.month, due.day) <= one.end)
            return next((date(due.year, *start) for start in starts), None)
        case EveryMonth(days=MonthDays(start=start)) if start <= due.day:
            return due.replace(day=start)
        case _:
            return None


def times_a_year(rule: str, windows: tuple[Window, ...] = ()) -> int:
    """How often a rule asks for a certification; ``windows`` are the region's own.

    >>> times_a_year("half-year"), times_a_year("monthly")
    (2, 12)
    """
    if isinstance(RULES[rule].shape, EveryMonth):
        return 12
    return {Cycle.YEAR: 1, Cycle.HALF_YEAR: 2, Cycle.QUARTER: 4}.get(RULES[rule].cycle, len(windows))


def _same_day(day: date, months: int) -> date:
    years, month = divmod(day.month - 1 + months, 12)
    try:
        return date(day.year + years, month + 1, day.day)
    except ValueError:
        return _month_end(day, months)


def _month_end(day: date, months: int) -> date:
    years, month = divmod(day.month + months, 12)
    return date(day.year + years, month + 1, 1) - _ONE_DAY


_WHOLE_YEAR = (Window((1, 1), (12, 31)),)
_HALF_YEARS = (Window((1, 1), (6, 30)), Window((7, 1), (12, 31)))
_QUARTERS = (
    Window((1, 1), (3, 31)),
    Window((4, 1), (6, 30)),
    Window((7, 1), (9, 30)),
    Window((10, 1), (12, 31)),
)

DEFAULT_RULE = "article"

_TABLE = (
    CountingRule(
        id="article",
        name="两种说法里取早的一天",
        explanation="“满12个月”和“满365天”都算一遍，取早的那一天。两种说法最多差一天。",
        shape=EarliestOf(("12-months", "365-days")),
        cycle=Cycle.YEAR,
        example=Example("陕西西咸新区", date(2024, 1, 15), date(2025, 1, 14), ("F131", "F132")),
        facts=("F033", "F038", "F131"),
    ),
    CountingRule(
        id="12-months",
        name="满12个月的同一天",
        explanation="从上次认证那天起满12个月，到第二年的同一天为止；没有同一天的，到那个月的最后一天。",
        shape=RollingMonths(12, End.SAME_DAY),
        cycle=Cycle.YEAR,
        example=Example("江苏宿迁", date(2021, 8, 11), date(2022, 8, 11), ("F034",)),
        facts=("F024", "F034"),
    ),
    CountingRule(
        id="12-months-eve",
        name="满12个月的前一天",
        explanation="把认证当天也算进去，所以到第二年同一天的前一天为止。",
        shape=RollingMonths(12, End.EVE),
        cycle=Cycle.YEAR,
        example=Example("河南滑县", date(2022, 3, 10), date(2023, 3, 9), ("F035",)),
        facts=("F035",),
    ),
    CountingRule(
        id="12-months-month-end",
        name="满12个月那个月的月底",
        explanation="只看月份，不看几号：到第二年同一个月的最后一天为止。",
        shape=RollingMonths(12, End.MONTH_END),
        cycle=Cycle.YEAR,
        example=Example("广西", date(2022, 3, 1), date(2023, 3, 31), ("F036", "F135")),
        facts=("F036", "F135"),
    ),
    CountingRule(
        id="12-months-inclusive",
        name="连当月一起算12个月",
        explanation="认证的那个月算第1个月，所以到第二年前一个月的月底为止，比别的算法早。",
        shape=RollingMonths(12, End.INCLUSIVE),
        cycle=Cycle.YEAR,
        example=Example("海南", date(2022, 3, 1), date(2023, 2, 28), ("F133",)),
        facts=("F037", "F133"),
    ),
    CountingRule(
        id="365-days",
        name="满365天",
        explanation="从上次认证的第二天数起，数满365天为止；中间有2月29日时，比满12个月早一天。",
        shape=RollingDays(365),
        cycle=Cycle.YEAR,
        example=Example("陕西西咸新区", date(2024, 1, 15), date(2025, 1, 14), ("F131", "F132")),
        facts=("F038", "F131"),
    ),
    CountingRule(
        id="365-days-eve",
        name="满365天的前一天",
        explanation="认证当天就算第1天，数到第365天为止，所以比满365天早一天。",
        shape=RollingDays(364),
        cycle=Cycle.YEAR,
        example=Example("江西九江（企业）", date(2024, 10, 10), date(2025, 10, 9), ("N006",)),
        facts=("N006", "N007"),
    ),
    CountingRule(
        id="6-months",
        name="满6个月的同一天",
        explanation="从上次认证那天起满6个月，到半年后的同一天为止。有些地方的居民养老和供养亲属这样算。",
        shape=RollingMonths(6, End.SAME_DAY),
        cycle=Cycle.HALF_YEAR,
        example=Example("河北高阳（居民）", date(2024, 2, 1), date(2024, 8, 1), ("F040",)),
        facts=("F040",),
    ),
    CountingRule(
        id="6-months-eve",
        name="满6个月的前一天",
        explanation="把认证当天也算进去，所以到半年后同一天的前一天为止。",
        shape=RollingMonths(6, End.EVE),
        cycle=Cycle.HALF_YEAR,
        example=Example("内蒙古包头（按当地12个月的例子推算）", date(2025, 4, 10), date(2025, 10, 9), ("N001", "N002")),
        facts=("N001", "N002"),
    ),
    CountingRule(
        id="6-months-month-end",
        name="满6个月那个月的月底",
        explanation="只看月份：到半年后那个月的最后一天为止。广西的供养亲属这样算。",
        shape=RollingMonths(6, End.MONTH_END),
        cycle=Cycle.HALF_YEAR,
        example=Example("广西（供养亲属）", date(2022, 3, 1), date(2022, 9, 30), ("F135", "F148")),
        facts=("F040", "F135", "F148"),
    ),
    CountingRule(
        id="180-days",
        name="满180天",
        explanation="从上次认证的第二天数起，数满180天为止，比满6个月早一到四天。河南的供养亲属这样算。",
        shape=RollingDays(180),
        cycle=Cycle.HALF_YEAR,
        example=Example("按天数推算", date(2022, 6, 20), date(2022, 12, 17), ("F137",)),
        facts=("F040", "F137", "F147"),
    ),
    CountingRule(
        id="180-days-eve",
        name="满180天的前一天",
        explanation="认证当天就算第1天，数到第180天为止，所以比满180天早一天。郑州二七的公告要供养亲属在“最后一天之前”认证。",
        shape=RollingDays(179),
        cycle=Cycle.HALF_YEAR,
        example=Example("河南郑州二七（供养亲属，按公告推算）", date(2024, 1, 15), date(2024, 7, 12), ("N007",)),
        facts=("N007",),
    ),
    CountingRule(
        id="calendar-year",
        name="每个自然年一次",
        explanation="每年1月1日到12月31日之间认证一次；今年认证过的，下一次到明年12月31日为止。",
        shape=CalendarWindows(_WHOLE_YEAR),
        cycle=Cycle.YEAR,
        example=Example("湖北武汉（2024年口径）", date(2023, 6, 1), date(2024, 12, 31), ("F039",)),
        facts=("F039",),
    ),
    CountingRule(
        id="half-year",
        name="上半年、下半年各一次",
        explanation="1月到6月认证一次，7月到12月再认证一次；这个半年认证过的，下一次到下一个半年的最后一天为止。",
        shape=CalendarWindows(_HALF_YEARS),
        cycle=Cycle.HALF_YEAR,
        example=Example("河北肥乡（居民）", date(2026, 3, 1), date(2026, 12, 31), ("F040",)),
        facts=("F040",),
    ),
    CountingRule(
        id="quarter",
        name="每个季度一次",
        explanation="1到3月、4到6月、7到9月、10到12月各认证一次；这个季度认证过的，下一次到下个季度的最后一天为止。",
        shape=CalendarWindows(_QUARTERS),
        cycle=Cycle.QUARTER,
        example=Example("按黑龙江居民的说法推算", date(2026, 2, 10), date(2026, 6, 30), ("N004",)),
        facts=("N004",),
    ),
    CountingRule(
        id="3-months-eve",
        name="满3个月的前一天",
        explanation="把认证当天也算进去，所以到3个月后同一天的前一天为止。只见咸阳市渭城区对100周岁以上的人这样算。",
        shape=RollingMonths(3, End.EVE),
        cycle=Cycle.QUARTER,
        example=Example(
            "陕西咸阳渭城（100周岁以上，按当地别的例子推算）", date(2024, 12, 5), date(2025, 3, 4), ("F138",)
        ),
        facts=("F138",),
    ),
    CountingRule(
        id="monthly",
        name="每个月一次",
        explanation="每个月都要认证，在当地规定的那几天里办。哪几天由当地定。",
        shape=EveryMonth(None),
        cycle=Cycle.LOCAL,
        example=Example(
            "内蒙古呼和浩特（遗属，每月1日到15日）",
            date(2026, 3, 9),
            date(2026, 4, 15),
            ("N002",),
            month_days=MonthDays(1, 15),
        ),
        facts=("N001", "N002"),
    ),
    CountingRule(
        id="windows",
        name="当地规定的时间段",
        explanation="当地每年划出固定的时间段，到下一个时间段的最后一天为止。时间段由当地定。",
        shape=CalendarWindows(()),
        cycle=Cycle.LOCAL,
        example=Example(
            "河北张家口（居民，1月下旬到6月中旬、7月下旬到12月中旬，按稳妥的读法推算）",
            date(2024, 3, 1),
            date(2024, 12, 15),
            ("F041",),
            (Window((1, 25), (6, 15)), Window((7, 25), (12, 15))),
        ),
        facts=("F041",),
    ),
)

RULES: Mapping[str, CountingRule] = MappingProxyType({rule.id: rule for rule in _TABLE})
"""Every counting rule by its id, in the order in which they are shown."""
