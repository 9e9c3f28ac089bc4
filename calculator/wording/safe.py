"""The words of the safe date: what it protects against, and what it does not.

It is never said that no rule is earlier, but within what was found, and for whom.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from calculator.wording.days import with_weekday

_TITLE = "最稳妥"
_OFTEN = {1: "一年一次", 2: "一年、半年一次", 4: "一年、半年、每季一次", 12: "一年、半年、每季、每月一次"}

MORE_TITLE = "有的地方不止一年一次"
MORE_LEAD = "在这些地方领的，日子更早，先选地方再算。别处也可能有，拿不准打12333问一声。"
MORE_BESIDE_TITLE = "领的是别的待遇，日子更早"
MORE_BESIDE_LEAD = "同一个地方，这几种待遇认证得更勤。领的是这些，请在上面选好再算。"
MORE_AROUND_LEAD = "在这些地方领、领这几种待遇的，请在上面选好再算。不是的，打12333问一声，您那里是不是也这样。"


def only_usual(times: str) -> str:
    """Beside a deadline that rests on what is usual, though some places of the province are known to ask earlier.

    ``times`` are those of a notice of the place itself, of a year that has gone by; empty without one.
    """
    if not times:
        return "这是常见的算法。有的市县比这一天更早，请照“最稳妥”的日子办。"
    return f"这是常见的算法。当地以前的通知，时间段是{times}；今年的没有查到，打12333问，先照“最稳妥”的日子办。"


MORE_CHOOSE = "选在哪里领"
MORE_SHORT = "少数地方半年、每季或每月一次，或者另有固定的时间段，打12333问一声。"


@dataclass(frozen=True, slots=True)
class Reach:
    """How far the safe date reaches.

    ``place`` is empty where none was chosen, ``benefit`` where none can be named. ``known`` says that a rule of the
    place is known for everybody who could be meant, ``nationwide`` that every rule of the country is heeded instead,
    ``times`` how often a year the most frequent rule asks that is heeded, and ``set_aside`` that something else was found
    for the place that is not.
    """

    place: str
    benefit: str
    known: bool
    nationwide: bool
    times: int
    set_aside: bool = False

    @property
    def whom(self) -> str:
        """河南省（遗属补助）"""
        return self.place + (f"（{self.benefit}）" if self.benefit else "")


def title(reach: Reach) -> str:
    """最稳妥, with the condition on which it is that."""
    if reach.known or reach.nationwide:
        return _TITLE
    return f"{often(reach.times)}的{'话' if reach.place else '地方'}，{_TITLE}"


def often(times: int) -> str:
    """一年、半年一次"""
    return _OFTEN.get(times, _OFTEN[4])


def caution(reach: Reach, asked_by: Sequence[str], *, more: bool = False) -> str:
    """``asked_by`` are the places whose rule gives this day, where that is not the person's own alone.

    ``more``: those who ask more often are named below.
    """
    if reach.known:
        source = f"，是{'、'.join(asked_by)}的说法" if asked_by else ""
        if reach.set_aside:
            return f"{reach.whom}能照着算的说法里，最早的一天{source}。还查到过别的说法，没有算在里面，拿不准打12333问一声。"
        return f"{reach.whom}查到的说法里，最早的一天{source}。"
    if reach.nationwide:
        unknown = f"没有查到{reach.whom}都适用的说法。" if reach.place else ""
        return f"{unknown}各地有{often(reach.times)}的，这是能照着算的里面最早的一天。打12333问清楚多久一次。"
    if reach.place:
        earliest = f"这是能照着算的里面最早的一天，是{'、'.join(asked_by)}的说法。" if asked_by else ""
        return (
            f"没有查到{reach.whom}都适用的说法。{earliest}要是{often(reach.times)}、不分时间段，这天或以前办好就不晚。"
            "打12333问清楚多久一次。"
        )
    earlier = "问得更勤的地方要更早，名字在下面。" if more else "问得更勤的地方要更早。"
    return f"{often(reach.times)}、不分时间段的地方，这天或以前办好都不晚。{earlier}"


def step(reach: Reach, safe_date: date, asked_by: Sequence[str]) -> str:
    """The same as a step of the working."""
    return f"{title(reach)}是在{with_weekday(safe_date)}当天或以前办好。{caution(reach, asked_by)}"


def more_around_title(province: str) -> str:
    """Where nothing is known that holds for all of the province, but some places of it ask earlier."""
    return f"{province}有的地方，日子更早"


def frequency(times: int) -> str:
    """每月一次"""
    named = {1: "一年一次，有固定的时间段", 2: "半年一次", 4: "每季一次", 12: "每月一次"}
    return named.get(times, f"一年{times}次")


def where(place: str, note: str, *, reference: bool) -> str:
    """内蒙古包头市（未满18岁）; what rests on a source that is not good enough to count by says so."""
    notes = [one for one in (note, "仅供对照" if reference else "") if one]
    return f"{place}（{'，'.join(notes)}）" if notes else place


def asks(who: str, places: Sequence[str]) -> str:
    """遗属补助：内蒙古呼和浩特市、河南"""
    return f"{who}：{'、'.join(places)}"
