"""What a page says where the date of the device may be wrong."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from calculator import wording
from calculator.counting.device_clock import beijing_today, doubt
from calculator.errors import InputError
from calculator.reading.days import parse_day

if TYPE_CHECKING:
    from calculator.page.protocol import ClockRequest, SaidReply

__all__ = ["clock"]


def clock(request: ClockRequest) -> SaidReply:
    """The sentence in ``said``; empty where the device's date may be right, or does not matter."""
    made, typed = date.fromisoformat(request["made"]), request["today"]
    today = beijing_today()
    why = doubt(today, made)
    if why is None or (typed and _is_day(typed)):
        return {"ok": True, "said": ""}
    return {"ok": True, "said": wording.clock.doubted(why, today, made, changeable=typed is not None)}


def _is_day(text: str) -> bool:
    try:
        parse_day(text, field="today")
    except InputError:
        return False
    return True
