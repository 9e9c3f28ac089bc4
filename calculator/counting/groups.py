"""The groups of a worklist, the most urgent first."""

from enum import StrEnum

from calculator.counting.status import Standing, Status

__all__ = ["Group", "group_of"]


class Group(StrEnum):
    """What a row asks of whoever works through the roster. Each row belongs to exactly one."""

    SUSPENDED = "suspended"
    """After the last day of grace: payment may have stopped."""
    IN_GRACE = "in-grace"
    """After the deadline, up to and with the last day of grace."""
    DUE = "due"
    """From 30 days before the safe date up to and with the deadline."""
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


def group_of(standing: Standing) -> Group:
    """The group of somebody who is told this."""
    return _GROUPS[standing.step]
