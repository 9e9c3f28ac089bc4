"""The groups of a worklist, the most urgent first."""

from enum import StrEnum

from calculator.counting.status import DUE_SOON_DAYS, Standing, Status

__all__ = ["Group", "group_of"]


class Group(StrEnum):
    """What a row asks of whoever works through the roster. Each row belongs to exactly one."""

    SUSPENDED = "suspended"
    """After the last day of grace: payment may have stopped."""
    IN_GRACE = "in-grace"
    """After the deadline, up to and with the last day of grace."""
    DUE = "due"
    """From 30 days before the deadline up to and with it."""
    EARLY = "early"
    """The deadline is further off, but the safe date is not, or it has passed."""
    UNCLEAR = "unclear"
    """The row says too little, or something that cannot be."""
    ON_TIME = "on-time"
    """More than 30 days before the safe date."""


_GROUPS = {
    Status.SUSPENDED: Group.SUSPENDED,
    Status.IN_GRACE: Group.IN_GRACE,
    Status.LAST_DAY: Group.DUE,
    Status.DUE_SOON: Group.DUE,
    Status.ON_TIME: Group.ON_TIME,
}


def group_of(standing: Standing, days_left: int) -> Group:
    """The group of somebody who is told this so many days before the deadline.

    >>> group_of(Standing.PAST_SAFE, 154)
    <Group.EARLY: 'early'>
    """
    group = _GROUPS[standing.step]
    return Group.EARLY if group is Group.DUE and days_left > DUE_SOON_DAYS else group
