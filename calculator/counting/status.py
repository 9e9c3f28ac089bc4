"""The ladder: where a day stands between a certification that is on time and a payment that may have stopped."""

from datetime import date, timedelta
from enum import StrEnum

__all__ = ["DUE_SOON_DAYS", "Standing", "Status", "standing_on", "status_on"]

DUE_SOON_DAYS = 30
"""So many days before the deadline, inclusive, it is time to certify."""


class Status(StrEnum):
    """The five steps, in the order of time. Each day belongs to exactly one."""

    ON_TIME = "on-time"
    """More than 30 days before the deadline."""
    DUE_SOON = "due-soon"
    """From 30 days to 1 day before the deadline."""
    LAST_DAY = "last-day"
    """The day of the deadline."""
    IN_GRACE = "in-grace"
    """After the deadline, up to and with the last day of grace."""
    SUSPENDED = "suspended"
    """After the last day of grace: payment may have stopped."""


class Standing(StrEnum):
    """What somebody is told of a day: the step, but never calmer than the safe date allows, in the order of urgency."""

    ON_TIME = "on-time"
    """More than 30 days before the safe date."""
    WAITING = "waiting"
    """Within 30 days of it, but the time in which a certification counts has not begun."""
    DUE_SOON = "due-soon"
    """Within 30 days of the safe date, or on it."""
    PAST_SAFE = "past-safe"
    """After the safe date and before the deadline."""
    LAST_DAY = "last-day"
    IN_GRACE = "in-grace"
    SUSPENDED = "suspended"

    @property
    def step(self) -> Status:
        """The step whose colour and sign it is shown with."""
        return _STEPS.get(self) or Status(self.value)


_STEPS = {Standing.WAITING: Status.DUE_SOON, Standing.PAST_SAFE: Status.DUE_SOON}


def status_on(today: date, deadline: date, grace_end: date) -> Status:
    """The step on which ``today`` stands; ``deadline`` and ``grace_end`` are inclusive."""
    if today > grace_end:
        return Status.SUSPENDED
    if today > deadline:
        return Status.IN_GRACE
    if today == deadline:
        return Status.LAST_DAY
    if today >= deadline - timedelta(days=DUE_SOON_DAYS):
        return Status.DUE_SOON
    return Status.ON_TIME


def standing_on(today: date, deadline: date, grace_end: date, safe_date: date, opens: date | None = None) -> Standing:
    """What to tell of ``today``; ``safe_date`` is not after ``deadline``.

    ``opens`` is the first day on which a certification counts, where not every day does.

    >>> standing_on(date(2026, 3, 3), date(2026, 5, 31), date(2026, 5, 31), safe_date=date(2026, 3, 1))
    <Standing.PAST_SAFE: 'past-safe'>
    """
    if today >= deadline:
        return Standing(status_on(today, deadline, grace_end).value)
    if today > safe_date:
        return Standing.PAST_SAFE
    if today < safe_date - timedelta(days=DUE_SOON_DAYS):
        return Standing.ON_TIME
    return Standing.WAITING if opens is not None and today < opens else Standing.DUE_SOON
