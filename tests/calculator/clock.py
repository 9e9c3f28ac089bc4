"""The device's clock, set by a test: whoever asks it twice otherwise may have midnight between."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

__all__ = ["set_clock", "set_today"]


def set_clock(monkeypatch: pytest.MonkeyPatch, moment: datetime) -> None:
    """Let it be this moment, which knows its zone, for whatever in this process asks for today."""

    class Clock(datetime):
        @classmethod
        def now(cls, tz=None):
            return moment.astimezone(tz)

    monkeypatch.setattr("calculator.counting.device_clock.datetime", Clock)


def set_today(monkeypatch: pytest.MonkeyPatch, day: date) -> None:
    """Let it be noon of this day in Beijing."""
    set_clock(monkeypatch, datetime.combine(day, time(12), UTC) - timedelta(hours=8))
