"""What the page says where the date of the device may be wrong."""

from datetime import date

from calculator.counting.device_clock import Doubt
from calculator.wording.days import DAY_TEMPLATE, day_in_words

SET_TODAY = "填今天的日期"

_REASONS = {
    Doubt.EARLY: "今天不会比那天还早，设备的日期多半不对，算出来的也跟着不对。",
    Doubt.LATE: "已经过了一年多：可能是设备的日期不对，也可能是这一页旧了。日期没有错的，请联网重新打开，或者打12333问清楚。",
}
_HERE = "日期不对的，请按下面的按钮，填上今天的日期。"
_ELSEWHERE = "日期不对的，请先把设备的日期调对，再打开这一页。"


def doubted(why: Doubt, today: date, made: date, *, changeable: bool) -> str:
    """``changeable``: whether the page has a field for today's date."""
    slots = {"year": today.year, "month": today.month, "day": today.day}
    return doubted_template(why, made, changeable=changeable).format_map(slots)


def doubted_template(why: Doubt, made: date, *, changeable: bool) -> str:
    """The same with slots for today: ``year``, ``month`` and ``day``."""
    remedy = _HERE if changeable else _ELSEWHERE
    return f"按这台设备的日期，今天是{DAY_TEMPLATE}。这一页是{day_in_words(made)}做的，{_REASONS[why]}{remedy}"
