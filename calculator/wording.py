"""Every sentence that a citizen reads about an answer, an error or a step, in one place.

Sentences are short, say “您”, do not hurry and do not threaten. Dates are the Gregorian calendar's.
"""

from collections.abc import Iterable
from datetime import date

from calculator.ladder import Status
from calculator.rules import CountingRule

STATUS_NAMES = {
    Status.ON_TIME: "还早，不用急",
    Status.DUE_SOON: "快到期了，可以办了",
    Status.LAST_DAY: "今天是最后一天",
    Status.IN_GRACE: "已经过了截止日",
    Status.SUSPENDED: "已经过期，养老金可能停发",
}
STATUS_SIGNS = {
    Status.ON_TIME: "✓",
    Status.DUE_SOON: "◐",
    Status.LAST_DAY: "●",
    Status.IN_GRACE: "▲",
    Status.SUSPENDED: "■",
}

_WEEKDAYS = "一二三四五六日"


def day_in_words(day: date) -> str:
    """2026年3月15日"""
    return f"{day.year}年{day.month}月{day.day}日"


def example_day(last: date, *, by_month: bool) -> str:
    """A certification in a notice's example: 2022年3月, where the notice gives the month alone, or the whole day."""
    return f"{last.year}年{last.month}月" if by_month and last.day == 1 else day_in_words(last)


def weekday(day: date) -> str:
    """星期日"""
    return f"星期{_WEEKDAYS[day.weekday()]}"


def with_weekday(day: date) -> str:
    """2026年3月15日（星期日）"""
    return f"{day_in_words(day)}（{weekday(day)}）"


# What to type instead ------------------------------------------------------------------------------------------------

_FIELD_NAMES = {"last": "上次认证的日期", "today": "今天的日期"}


def day_empty(field: str) -> str:
    return f"请填写{_FIELD_NAMES.get(field, '日期')}，例如：2025年3月5日。"


def day_unreadable(text: str) -> str:
    shown = text if len(text) <= 20 else f"{text[:20]}…"
    return f"看不懂“{shown}”。请按年、月、日的顺序填写，年份写四位数，例如：2025-3-5。"


def no_such_month(month: int) -> str:
    return f"没有{month}月。月份请填1到12，例如：2025-3-5。"


def no_such_day(year: int, month: int, day: int, length: int) -> str:
    return f"{year}年{month}月没有{day}日，这个月最后一天是{length}日。请核对以后重新填写。"


def day_too_early(day: date) -> str:
    return f"{day_in_words(day)}太早了。请填写1990年1月1日或以后的日期，例如：2025-3-5。"


def day_too_late(day: date) -> str:
    return f"{day_in_words(day)}太晚了。请填写2100年12月31日或以前的日期，例如：2025-3-5。"


def day_in_future(day: date, today: date) -> str:
    return f"{day_in_words(day)}还没有到。请填写今天（{day_in_words(today)}）或以前的日期。"


def unknown_rule(rule: str, rules: Iterable[str]) -> str:
    return f"没有叫“{rule}”的算法。请从这些里面选一个：{'、'.join(rules)}。"


def rule_needs_region(rule: CountingRule) -> str:
    return f"“{rule.name}”要知道当地的时间段才能算。请改选别的算法，或打12333问当地的时间段。"


def unknown_scheme(scheme: str, schemes: Iterable[str]) -> str:
    return f"没有叫“{scheme}”的险种。请从这些里面选一个：{'、'.join(schemes)}。"


def unknown_region(region: str) -> str:
    return f"没有找到“{region}”这个地方。请填省份的名字，例如：江苏；或者从列表里选。"


def scheme_needed(place: str, choices: Iterable[str]) -> str:
    return f"{place}的几种待遇算法不一样。请再选一项：{'；'.join(choices)}。"


def grace_out_of_range(most: int) -> str:
    return f"宽限天数请填0到{most}之间的整数，例如：15。不知道就填0。"


def month_only(day: date, *, matters: bool) -> str:
    """The remark when only a month was typed."""
    if matters:
        return f"您只写了月份，先按{day_in_words(day)}算，这是那个月最早的一天，不会算晚。"
    return "您只写了月份。这种算法只看月份，不影响结果。"


# The working ---------------------------------------------------------------------------------------------------------


def step_place(place: str, who: str, unit_note: str) -> str:
    return f"您选的是{place}（{who}），按当地的说法算。{unit_note}"


def step_place_unknown(place: str, no_source: str, known: Iterable[str], whole: str) -> str:
    found = no_source or f"只查到{'、'.join(known)}的算法，没有查到{whole}都适用的。"
    return f"您选的是{place}。{found}这里先按常见的两种说法算。"


def step_last(last: date) -> str:
    return f"您最近一次认证是{with_weekday(last)}。系统自动比对通过的也算一次，以官方App或短信里写的日期为准。"


def step_rule(rule: CountingRule, deadline: date) -> str:
    return f"按“{rule.name}”：{rule.explanation}算出来是{with_weekday(deadline)}。"


def step_earliest(deadline: date) -> str:
    return f"几种说法不一样时取早的：{with_weekday(deadline)}。这就是截止日，当天办也算按时。"


def step_same(deadline: date) -> str:
    return f"几种说法算出来是同一天：{with_weekday(deadline)}。这就是截止日，当天办也算按时。"


def step_no_shift() -> str:
    return "截止日碰上周末或节假日也不往后推。没有见到人社部门“遇节假日顺延”的规定，有的地方反而提前。"


def step_office(day: date, *, published: bool) -> str:
    text = f"要去窗口办的，截止日以前最后一个上班的日子是{with_weekday(day)}。"
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


def step_regional_grace(text: str, days: int, grace_end: date) -> str:
    if days == 0:
        return f"当地怎么处理过期的：{text}稳妥起见，不算宽限，截止日过后就可能停发。"
    return f"当地怎么处理过期的：{text}照这样，最晚到{with_weekday(grace_end)}还不会停。"


def step_no_grace(deadline: date) -> str:
    return f"不算宽限：{with_weekday(deadline)}过后，养老金就可能暂停发放。"


def step_safe(safe_date: date) -> str:
    return f"各地数法不完全一样。在{with_weekday(safe_date)}当天或以前办好，按哪一种一年一次的算法都不会晚。"


def step_safe_half_year(safe_date: date) -> str:
    return f"有些地方半年要认证一次。在{with_weekday(safe_date)}当天或以前办好，按本站知道的哪一种算法都不会晚。"


def step_status(status: Status, today: date, days_left: int, suspended_from: date) -> str:
    now = f"今天是{with_weekday(today)}，"
    match status:
        case Status.ON_TIME | Status.DUE_SOON:
            return now + f"离截止日还有{days_left}天。"
        case Status.LAST_DAY:
            return now + "正是截止日。"
        case Status.IN_GRACE:
            return now + f"截止日已经过了{-days_left}天。从{day_in_words(suspended_from)}起，养老金可能暂停发放。"
        case Status.SUSPENDED:
            return now + f"截止日已经过了{-days_left}天，养老金可能已经暂停发放。"


def days_left_in_words(days_left: int) -> str:
    if days_left > 0:
        return f"还有{days_left}天"
    if days_left == 0:
        return "就是今天"
    return f"已经过了{-days_left}天"


# What to do now ------------------------------------------------------------------------------------------------------

Advice = tuple[str, str, str]
"""A sentence, the words of the link behind it, and the page that it leads to (from the root of the site)."""

_HOW: Advice = ("不知道用哪种办法？", "选一种认证方法", "methods/")
_FREE: Advice = ("认证不收钱。有人要收费、要验证码，就是骗子。", "怎样防骗", "fraud/")

ADVICE: dict[Status, tuple[Advice, ...]] = {
    Status.ON_TIME: (
        ("现在不用做什么，把截止日记在日历上就行。早办也可以，任何一天都能办，办一次就重新算一次。", "", ""),
        ("想先弄明白怎么办？", "选一种认证方法", "methods/"),
        _FREE,
    ),
    Status.DUE_SOON: (
        ("这几天找个方便的时候办了，不必等到最后一天。", "", ""),
        _HOW,
        ("办完要看到“认证成功”，再查一次记录。", "怎样才算办成了", "methods/notes/"),
        _FREE,
    ),
    Status.LAST_DAY: (
        ("今天办还算按时。手机上办，几分钟就好。", "", ""),
        _HOW,
        ("刷脸不过，可以打12333，或者请社区、社保窗口人工办。", "刷脸不过怎么办", "methods/face-fails/"),
        _FREE,
    ),
    Status.IN_GRACE: (
        ("尽快补办。多数地方补办以后照常发，停了的也会补发。", "停发了怎么办", "period/suspended/"),
        _HOW,
        ("拿不准是不是已经停发，打12333问参保地。", "", ""),
        _FREE,
    ),
    Status.SUSPENDED: (
        ("先补办认证，能在手机上办就在手机上办。", "选一种认证方法", "methods/"),
        ("停了的钱，补办以后一般会恢复并补发。", "恢复和补发怎么算", "period/suspended/#back-pay"),
        ("不一定是因为认证停的，打12333问一声原因。", "还有哪些原因会停", "period/suspended/#why"),
        _FREE,
    ),
}

# The headings of an answer -------------------------------------------------------------------------------------------

DEADLINE_TITLE = "最晚在这一天认证"
SAFE_TITLE = "最稳妥"
SAFE_CAUTION = "当天或以前办好，按哪种一年一次的算法都不晚。"
SAFE_CAUTION_HALF_YEAR = "有些地方半年一次。当天或以前办好，按本站知道的哪种算法都不晚。"
SAFE_CAUTION_REGION = "当地几种说法里最早的一天。"
OFFICE_TITLE = "去窗口办，最晚"
RULE_SOURCES_LABEL = "依据"
SUSPENDED_TITLE = "可能停发，从"
SUSPENDED_CAUTION = "到这天还没有认证，养老金可能暂停发放。"
GRACE_CAUTION = "这是网上常见说法，没有找到官方依据，请不要指望它。"
GRACE_CAUTION_CHOSEN = "这是您填的天数，有没有宽限以参保地的规定为准。"
CHANNELS_LABEL = "在哪里办"
LOOKUP_LABEL = "怎么查"
FIRST_LABEL = "刚退休的"
RESUMPTION_LABEL = "停了以后"
HOTLINE_LABEL = "问谁"
TIMELINE_TITLE = "一条线看清楚"
MOMENT_LAST = "上次认证"
MOMENT_TODAY = "今天"
MOMENT_DUE_SOON = "从这天起，可以办了"
MOMENT_DEADLINE = "截止日，当天办也算按时"
MOMENT_GRACE_END = "宽限到这天，不要指望它"
MOMENT_SUSPENDED = "从这天起，可能停发"
ADVICE_TITLE = "现在该做什么"
WORKING_TITLE = "这是怎么算出来的"
READINGS_TITLE = "别的算法是哪一天"
READINGS_WHY = "各地从哪天数起、数到哪天为止，写法不一样，所以日子不一样。最早的一天，按哪种都不晚。"
READINGS_RULE = "算法"
READINGS_DEADLINE = "截止日"
SAFEST_MARK = "最早"
SOURCES_LABEL = "依据："


def office_caution(day: date, published: bool) -> str:
    if published:
        return "截止日以前最后一个上班的日子。手机上办不分上班不上班。"
    return f"本站资料里还没有{day.year}年的放假调休安排，只扣掉了周末和法定节日，去之前再问一声。"


def notice(issuer: str, title: str, written: str, checked_on: date | None) -> str:
    parts = (issuer, title, written, f"{checked_on.isoformat()}核对" if checked_on else "")
    return "，".join(part for part in parts if part)


def grace_title(days: int) -> str:
    return f"宽限{days}天，到" if days else "不算宽限，到"


# The command line ----------------------------------------------------------------------------------------------------

COMMAND_UNREADABLE = (
    "这条命令没有看懂。请这样写：python -m calculator deadline 2025-3-15 --rule 365-days"
    "（全部写法见 python -m calculator --help）"
)


# The page around the answer ------------------------------------------------------------------------------------------

REQUEST_MALFORMED = "页面和计算程序没有对上。请刷新这一页再试。"

FAILURES = {
    "missing": "网络断了，计算程序没有收全。您填的内容还在。可以再试一次，也可以直接查对照表。",
    "damaged": "收到的计算程序和原样不一致，为免算错，没有使用。请再试一次，或者直接查对照表。",
    "broken": "计算程序在这台设备上没有跑起来，可能是浏览器太旧。请换一个浏览器再试，或者直接查对照表。",
    "silent": "等了很久，计算程序没有反应。您填的内容还在。可以再试一次，也可以直接查对照表。",
    "unsupported": "这个浏览器太旧，算不了。请直接查对照表，答案是一样的。",
}
"""What the visitor reads when Python does not come, by the code that the page's script gives."""


def spoken(deadline: date) -> str:
    """What a screen reader says when a change has given a new answer."""
    return f"{DEADLINE_TITLE}：{with_weekday(deadline)}"
