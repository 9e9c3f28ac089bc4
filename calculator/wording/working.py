"""The working in a citizen's words, a sentence for each step."""

from collections.abc import Sequence
from datetime import date

from calculator.counting.rules import CountingRule
from calculator.counting.status import Status
from calculator.wording.days import day_in_words, with_weekday


def step_place(
    place: str, chosen: str, whose: str, who: str, unit_note: str, unused: Sequence[str], others: str
) -> str:
    """``whose`` is where the rule comes from, which may be wider than the place that was chosen, and ``who`` whom it is for.

    ``unused`` says why what was found of the place itself is not counted by, ``others`` for whom else it has rules.
    """
    if place == whose:
        benefit = f"（{chosen}）" if chosen else ""
        scope = "" if chosen == who else f"这个说法管的是：{who}。"
        return f"您选的是{place}{benefit}，按当地的说法算。{scope}{unit_note}"
    own = f"{_unused(unused)}这里" if unused else "没有查到当地自己的说法，"
    if others and not unused:
        own = f"当地自己的说法管的是{others}，{'不管这一种' if chosen else '这里取日子最早的一种'}，"
    return f"您选的是{place}。{own}按{whose}（{who}）的说法算。{unit_note}"


def _unused(reasons: Sequence[str]) -> str:
    return f"查到过当地的说法，没有照它算：{''.join(reasons)}"


def valid_until(day: date) -> str:
    return f"这个说法到{day_in_words(day)}为止。"


def step_one_of_several(*, said: bool) -> str:
    """``said``: the benefit was said, and the place tells its people apart all the same."""
    if said:
        return "当地对不同的人说法不一样，这里按日子最早的一种算。"
    return "当地的说法不止一种。您没有选是哪一种，这里按日子最早的一种算。"


def known_elsewhere(places: Sequence[str], whole: str) -> str:
    """``places`` of the province have a rule of their own, though it has none for ``whole`` of it."""
    if not places:
        return f"没有查到{whole}的说法。"
    return f"只查到{'、'.join(places)}的说法，没有查到{whole}都适用的。"


def step_place_unknown(
    place: str, benefit: str, found: str, *, inside: bool, pension: bool, unused: Sequence[str], others: str
) -> str:
    """``found`` says what is known in the province, which ``place`` is ``inside`` of, or is itself.

    ``pension``: it is a pension, for which the common ways of counting are said to hold. ``unused`` says why what was
    found of the place itself is not counted by, ``others`` for whom else it has rules.
    """
    chosen = f"（{benefit}）" if benefit else ""
    own = "没有查到当地自己的说法。" if inside else ""
    if unused or others:
        own = _unused(unused) if unused else f"当地自己的说法管的是{others}，没有查到别的。"
    return f"您选的是{place}{chosen}。{own}{found}这里先按{'' if pension else '养老金'}常见的两种说法算。"


def times_then(times: str, *, heeded: bool) -> str:
    """The times of a notice that is not counted by any more; ``heeded``: the safe date is not later than they allow."""
    told = f"那份通知写的时间段是{times}，"
    if heeded:
        return f"{told}今年的打12333问，没有问到就照“最稳妥”的日子办，它把这个时间段也算在里面。"
    return f"{told}拿不准打12333问。"


def step_last(last: date) -> str:
    return f"您最近一次认证是{with_weekday(last)}。系统自动比对通过的也算一次，以官方App或短信里写的日期为准。"


def step_rule(rule: CountingRule, deadline: date) -> str:
    return f"按“{rule.name}”：{rule.explanation}算出来是{with_weekday(deadline)}。"


def step_earliest(deadline: date) -> str:
    return f"几种说法不一样时取早的：{with_weekday(deadline)}。这就是截止日，多数地方当天办也算按时。"


def step_same(deadline: date) -> str:
    return f"几种说法算出来是同一天：{with_weekday(deadline)}。这就是截止日，多数地方当天办也算按时。"


def step_no_shift() -> str:
    return "截止日碰上周末或节假日也不往后推。没有见到人社部门“遇节假日顺延”的规定，有的地方反而提前。"


def step_office(day: date, *, published: bool) -> str:
    text = f"要去窗口办的，最晚的一个上班日是{with_weekday(day)}。"
    if published:
        return text + "手机上办不分上班不上班。"
    return (
        text + f"不过本站的资料里还没有国务院办公厅{day.year}年的放假调休安排，"
        "这里只扣掉了周六、周日和法定节日，去之前请再问一声。"
    )


def step_default_grace(days: int, grace_end: date) -> str:
    return (
        f"网上常说过期以后还有{days}天宽限，那就是到{with_weekday(grace_end)}。这个说法没有找到官方依据，请不要指望它。"
    )


def step_chosen_grace(days: int, grace_end: date) -> str:
    return f"按您填的{days}天宽限，算到{with_weekday(grace_end)}。有没有宽限、宽限几天，以参保地的规定为准。"


def batch_stop(month: int, day: int) -> str:
    """From when payment stops for those whom a place found when it compared all its people."""
    return f"统一从{month}月{day}日起停发。"


def step_regional_grace(text: str, days: int, may_stop_from: date) -> str:
    """``text`` is what the place says of being late, which gives ``days`` after the deadline."""
    if days == 0:
        return f"当地怎么处理过期的：{text}稳妥起见，不算宽限，截止日过后就可能停发。"
    return f"当地怎么处理过期的：{text}照这样，从{with_weekday(may_stop_from)}起可能停发。截止日不因此往后推。"


def step_no_grace(deadline: date) -> str:
    return f"不算宽限：{with_weekday(deadline)}过后，就可能停发。"


def step_status(status: Status, today: date, days_left: int, may_stop_from: date) -> str:
    now = f"今天是{with_weekday(today)}，"
    match status:
        case Status.ON_TIME | Status.DUE_SOON:
            return now + f"离截止日还有{days_left}天。"
        case Status.LAST_DAY:
            return now + "正是截止日。"
        case Status.IN_GRACE:
            return now + f"截止日已经过了{-days_left}天。从{day_in_words(may_stop_from)}起，可能停发。"
        case _:
            return now + f"截止日已经过了{-days_left}天，可能已经停发。"
