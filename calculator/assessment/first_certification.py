"""The first certification of somebody newly retired, which places begin to count in five ways (F140, F044).

No official text for the whole country says which holds, so all five stand side by side, from early to late, and the
advice is the one with which nobody is late: to certify at once. More than one certification does no harm (F043).
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from calculator.assessment.assess import Assessment, assess
from calculator.assessment.supported_days import check_day
from calculator.regions.place import Place

__all__ = ["FACTS", "FirstCertification", "FirstReading", "Stage", "first_certification"]

FACTS = ("F140", "F044", "F043")

_SAME_AS = {"exempt-first-year": "year-after-claim"}
"""武汉's words for the same thing: nothing to do in the year in which payment begins."""


class Stage(StrEnum):
    """Where today stands to the month in which the pension is first paid."""

    BEFORE = "before"
    DURING = "during"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class FirstReading:
    """The time in which one way of counting expects the first certification; both days inclusive.

    ``kind`` is one of ``calculator.regions.schema.FIRST_DEADLINES``. ``begin`` is None where any day before will do.
    ``local`` says that the place's own notice counts so.
    """

    kind: str
    begin: date | None
    end: date
    local: bool


@dataclass(frozen=True, slots=True)
class FirstCertification:
    """When somebody whose pension is first paid in the month of ``claim`` should certify for the first time.

    ``claim`` is the first day of that month. ``do_by`` is the last day, inclusive, on which the first certification
    is early enough for every reading that can still be kept; it is never before ``today``. ``after_today`` is the
    assessment that follows if it is done today.
    """

    claim: date
    today: date
    stage: Stage
    do_by: date
    readings: tuple[FirstReading, ...]
    after_today: Assessment

    @property
    def place(self) -> Place | None:
        """Where the pension is paid, if it was given."""
        return self.after_today.place


def first_certification(claim: date, today: date, *, region: str = "", scheme: str = "") -> FirstCertification:
    """Say when to certify for the first time.

    :param claim: any day of the month in which the pension is first paid, past or to come.
    :param today: the day from which to look, usually today in Beijing.
    :param region: as in ``assess``.
    :param scheme: as in ``assess``.
    :raises InputError: for a day out of range, an unknown region or scheme.

    >>> first_certification(date(2026, 9, 1), date(2026, 9, 20)).do_by
    datetime.date(2026, 9, 30)
    """
    month = check_day(claim, field="claim").replace(day=1)
    after_today = assess(today, today, region=region, scheme=scheme)
    rule = after_today.place.rule if after_today.place else None
    local = rule.first_deadline.kind if rule else ""
    readings = _readings(month, _SAME_AS.get(local, local))
    stage = _stage(month, today)
    do_by = {Stage.BEFORE: month - timedelta(days=1), Stage.DURING: _last_of(month), Stage.AFTER: today}[stage]
    return FirstCertification(month, today, stage, do_by, readings, after_today)


def _readings(month: date, local: str) -> tuple[FirstReading, ...]:
    next_month = _last_of(month) + timedelta(days=1)
    year = month.year + 1
    times: tuple[tuple[str, date | None, date], ...] = (
        ("before-claim", None, month - timedelta(days=1)),
        ("claim-month", month, _last_of(month)),
        ("month-after-claim", next_month, _last_of(month.replace(year=year))),
        ("year-after-claim", date(year, 1, 1), date(year, 12, 31)),
        ("year-after-same-date", month.replace(year=year), month.replace(year=year + 1)),
    )
    return tuple(FirstReading(kind, begin, end, kind == local) for kind, begin, end in times)


def _stage(month: date, today: date) -> Stage:
    if today < month:
        return Stage.BEFORE
    return Stage.DURING if today <= _last_of(month) else Stage.AFTER


def _last_of(month: date) -> date:
    return month.replace(day=monthrange(month.year, month.month)[1])
