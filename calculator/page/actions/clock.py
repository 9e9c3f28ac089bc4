"""What a page says where the date of the device may be wrong."""

from datetime import date

from calculator import wording
from calculator.counting.device_clock import beijing_today, doubt
from calculator.errors import InputError
from calculator.page.actions import Reply, Request
from calculator.reading.days import parse_day

__all__ = ["clock"]


def clock(request: Request) -> Reply:
    """The sentence in ``said``; empty where the device's date may be right, or does not matter.

    ``made`` is the day on which the page was made, and ``today`` what was typed into its field for today's date, or
    none where it has no such field.
    """
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
