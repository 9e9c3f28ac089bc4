"""The ladder: where a day stands between a certification that is on time and a payment that may have stopped."""

from datetime import date, timedelta
from enum import StrEnum

__all__ = ["DUE_SOON_DAYS", "Status", "status_on"]

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
