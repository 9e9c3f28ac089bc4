"""The day that a build takes for today."""

import os
from datetime import UTC, date, datetime

from calculator.counting.device_clock import beijing_today

__all__ = ["build_day"]


def build_day() -> date:
    """The day of ``SOURCE_DATE_EPOCH`` where it is set, so that a build can be repeated; otherwise today in Beijing."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(epoch), UTC).date() if epoch else beijing_today()
