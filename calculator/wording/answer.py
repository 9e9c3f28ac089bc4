"""The words around an answer: where one stands, what to do now, and the headings."""

from collections.abc import Iterable, Sequence
from datetime import date

from calculator.counting.status import Standing, Status
from calculator.wording.days import day_in_words, days_left_in_words, month_and_day, with_weekday

STATUS_NAMES = {
    Standing.ON_TIME: "还早，不用急",
    Standing.WAITING: "日子近了，到了时间段就办",
    Standing.DUE_SOON: "日子近了，这几天办最好",
    Standing.PAST_SAFE: "最好这几天就办",
    Standing.LAST_DAY: "今天是最后一天",
    Standing.IN_GRACE: "已经过了截止日",
    Standing.SUSPENDED: "已经过期，可能停发",
}
STATUS_SIGNS = {
    Status.ON_TIME: "✓",
    Status.DUE_SOON: "◐",
    Status.LAST_DAY: "●",
    Status.IN_GRACE: "▲",
    Status.SUSPENDED: "■",
}

Advice = tuple[str, str, str]
"""A sentence, the words of the link behind it, and the page that it leads to (from the root of the site)."""

_HOW: Advice = ("不知道用哪种办法？", "选一种认证方法", "methods/")
_FREE: Advice = ("认证不收钱。有人要收费、要验证码，就是骗子。", "怎样防骗", "fraud/")

_DONE: Advice = ("办完要看到“认证成功”，再查一次记录。", "怎样才算办成了", "methods/notes/")

_ADVICE: dict[Standing, tuple[Advice, ...]] = {
    Standing.ON_TIME: (("想先弄明白怎么办？", "选一种认证方法", "methods/"), _FREE),
    Standing.WAITING: (_HOW, _FREE),
    Standing.DUE_SOON: (("这几天找个方便的时候办了，不必等到最后一天。", "", ""), _HOW, _DONE, _FREE),
    Standing.PAST_SAFE: (
        ("最稳妥的日子已经过了。有的地方算得更早，不要等到截止日，最好这几天就办。", "", ""),
        _HOW,
        _DONE,
        _FREE,
    ),
    Standing.LAST_DAY: (
        ("今天办，多数地方还算按时。手机上办，几分钟就好。", "", ""),
        _HOW,
        ("刷脸不过，可以打12333，或者请社区、社保窗口人工办。", "刷脸不过怎么办", "methods/face-fails/"),
        _FREE,
    ),
    Standing.IN_GRACE: (
        ("尽快补办。多数地方补办以后照常发，停了的也会补发。", "停发了怎么办", "period/suspended/"),
        _HOW,
        ("拿不准是不是已经停发，打12333问参保地。", "", ""),
        _FREE,
    ),
    Standing.SUSPENDED: (
        ("先补认证，能在手机上办就在手机上办。", "选一种认证方法", "methods/"),
        ("停了的钱，补办以后一般会恢复并补发。", "恢复和补发怎么算", "period/suspended/#back-pay"),
        ("不一定是因为认证停的，打12333问一声原因。", "还有哪些原因会停", "period/suspended/#why"),
        _FREE,
    ),
}
_ADVICE_BESIDE_PENSIONS: dict[Standing, tuple[Advice, ...]] = {
    Standing.IN_GRACE: (
        ("尽快补办。停了的钱补不补发，打12333问参保地。", "停发了怎么办", "period/suspended/"),
        *_ADVICE[Standing.IN_GRACE][1:],
    ),
    Standing.SUSPENDED: (
        _ADVICE[Standing.SUSPENDED][0],
        ("停了的钱补不补发，没有查到各地都适用的说法，打12333问参保地。", "", ""),
        *_ADVICE[Standing.SUSPENDED][2:],
    ),
}
"""What is said instead where something else than a pension is drawn: no source speaks of back-pay for all of that."""
_ANY_DAY = "想早办也可以，多数地方哪天都行，少数地方另有固定的时间段。"


def whose_rule(place: str, *, unused: bool, others: bool) -> str:
    """Beside ``WHOSE_LABEL``, where the rule is not the place's own but that of ``place`` around it.

    ``unused``: something was found of the place itself, but nothing to count by. ``others``: it has rules for others.
    """
    own = "当地自己的，管的是别的待遇。" if others else "没有查到当地自己的。"
    return f"{place}的说法。{'当地自己的查到过，没有照它算。' if unused else own}"


def whose_common(whole: str, *, pension: bool, unused: bool) -> str:
    """The same where there is no rule. ``whole`` is 全省 where the place is the province itself, else empty.

    ``pension`` and ``unused`` as in the working.
    """
    found = "查到过当地的说法，没有照它算" if unused else f"没有查到{f'{whole}都适用' if whole else '当地'}的说法"
    return f"{found}，先按{'' if pension else '养老金'}常见的两种说法算。"


def advice(standing: Standing, opens: date | None, *, pension: bool) -> tuple[Advice, ...]:
    """What to do now; ``opens`` is the first day on which a certification counts, where not every day does.

    ``pension``: it is a pension, or could be one.
    """
    if standing is Standing.ON_TIME:
        early = f"当地从{month_and_day(opens)}起办这一次。" if opens else _ANY_DAY
        return ((f"现在不用做什么，把日子记在日历上就行。{early}", "", ""), *_ADVICE[standing])
    if standing is Standing.WAITING and opens:
        return ((f"当地从{month_and_day(opens)}起办这一次，先把日子记下来，到时候就办。", "", ""), *_ADVICE[standing])
    return _ADVICE[standing] if pension else _ADVICE_BESIDE_PENSIONS.get(standing, _ADVICE[standing])


def place_link(province: str) -> str:
    """The way to the page of a province."""
    return f"{province}查到的说法、在哪里办、打哪个电话"


# What happens after --------------------------------------------------------------------------------------------------

LATE_TITLE = "过了这一天会怎样"
_MAY_STOP: Advice = ("过了截止日还没有认证，可能停发。", "", "")
LATE: tuple[Advice, ...] = (
    _MAY_STOP,
    ("补认证以后，一般会恢复，停的那几个月也补发。", "停的钱怎么补", "period/suspended/#back-pay"),
    ("恢复多在下个月，连补发的一起。各地不一样，打12333问参保地。", "", ""),
)
LATE_FACTS = ("F077", "F078")
LATE_BESIDE_PENSIONS: tuple[Advice, ...] = (
    _MAY_STOP,
    ("补认证以后补不补发，没有查到各地都适用的说法；查到的“一般会补发”，说的是养老金。打12333问参保地。", "", ""),
)

# The headings --------------------------------------------------------------------------------------------------------

DEADLINE_TITLE = "最晚在这一天认证"
SAFE_TITLE = "最稳妥的日子"
"""Above the safe date, where the deadline is only borrowed from the pensions."""
SAFE_LEFT = "这一天或以前办"
SAFE_GONE_TITLE = "最稳妥的做法"
SAFE_GONE = "这几天"
SAFE_GONE_LEFT = "就办"
BORROWED_TITLE = "照养老金的算法，最晚"
"""Beside the deadline there."""
OFFICE_TITLE = "去窗口办，最晚"
RULE_SOURCES_LABEL = "依据"
SUSPENDED_TITLE = "可能停发，从"
SUSPENDED_CAUTION = "到这天还没有认证，就可能停发。"
SUSPENDED_CAUTION_UNKNOWN = "有的地方当月就停，有的下个月才停；认证得更勤的地方，还要早。到这天还没有认证，就可能停发。"
GRACE_CAUTION = "这是网上常见说法，没有找到官方依据，请不要指望它。"
GRACE_CAUTION_CHOSEN = "这是您填的天数，有没有宽限以参保地的规定为准。"
NO_GRACE_TITLE = "没有查到宽限，最后一天是"
NO_GRACE_CAUTION = "过了截止日，就可能停发。"
UNTIL_STOP_TITLE = "停发以前的最后一天"
"""Where a place stops payment some days after the deadline, which is its way of paying and no grace that it grants."""
UNTIL_STOP_CAUTION = "截止日不因此往后推。过了截止日，请尽快补办。"
WHOSE_LABEL = "按哪里算"
WHEN_LABEL = "什么时候办"
CHANNELS_LABEL = "在哪里办"
LOOKUP_LABEL = "怎么查"
FIRST_LABEL = "刚退休的"
RESUMPTION_LABEL = "停了以后"
NOTE_LABEL = "还要知道"
HOTLINE_LABEL = "问谁"
TIMELINE_TITLE = "一条线看清楚"
MOMENT_LAST = "上次认证"
MOMENT_TODAY = "今天"
MOMENT_DUE_SOON = "从这天起，日子近了"
MOMENT_OPENS = "从这天起，当地办这一次"
MOMENT_DEADLINE = "截止日，多数地方当天办也算按时"
MOMENT_GRACE_END = "您填的宽限到这天，不要指望它"
MOMENT_SUSPENDED = "从这天起，可能停发"
ADVICE_TITLE = "现在该做什么"
WORKING_TITLE = "这是怎么算出来的"
READINGS_TITLE = "最稳妥的日子，比了哪些算法"
READINGS_WHY = "从哪天数起、数到哪天为止，写法不一样，所以日子不一样。这里取最早的一天。"
READINGS_RULE = "算法"
READINGS_DEADLINE = "截止日"
SAFEST_MARK = "最早"
SOURCES_LABEL = "依据："
ALOUD = "读给我听"
ALOUD_STOP = "停下来"
EDIT = "改一改"


def sentences(advice: Iterable[Advice]) -> str:
    """Advice to be heard: without the questions that only lead to a link."""
    return "".join(text for text, _, _ in advice if not text.endswith("？"))


def aloud(standing: Standing, deadline: date, days_left: int, safe: str, advice: Iterable[Advice]) -> str:
    """What the browser's voice reads; ``safe`` is the sentence of the safe date."""
    return (
        f"{STATUS_NAMES[standing]}。{DEADLINE_TITLE}：{with_weekday(deadline)}，{left(standing, days_left)}。"
        f"{safe}{sentences(advice)}"
    )


def aloud_safe(standing: Standing, deadline: date, safe: str, advice: Iterable[Advice]) -> str:
    """The same where the safe date stands above a deadline that is only borrowed."""
    return f"{STATUS_NAMES[standing]}。{safe}{BORROWED_TITLE}{with_weekday(deadline)}。{sentences(advice)}"


def left(standing: Standing, days_left: int) -> str:
    """How far the deadline is; named, where it is not the next day that matters."""
    return f"{'离截止日' if standing is Standing.PAST_SAFE else ''}{days_left_in_words(days_left)}"


def sooner(standing: Standing, title: str, safe_date: date) -> str:
    """Under the deadline, where the safe date comes before it: that one; nothing once the deadline is there.

    ``title`` says on which condition the day is safe.
    """
    if standing is Standing.PAST_SAFE:
        return f"{sooner_begun(title)}{day_in_words(safe_date)}{SOONER_GONE}"
    return f"{title}：{day_in_words(safe_date)}或以前办。" if standing in _BEFORE_SAFE else ""


def sooner_begun(title: str) -> str:
    """What stands before the safe date that has gone by, and ``SOONER_GONE`` behind it."""
    return f"{title}的日子是"


SOONER_GONE = "，已经过了。"

_BEFORE_SAFE = (Standing.ON_TIME, Standing.WAITING, Standing.DUE_SOON)


def office_caution(day: date, published: bool) -> str:
    if published:
        return "截止日以前最后一个上班的日子。手机上办不分上班不上班。"
    return f"本站资料里还没有{day.year}年的放假调休安排，只扣掉了周末和法定节日，去之前再问一声。"


def notice(issuer: str, title: str, written: str, checked_on: date | None) -> str:
    parts = (issuer, title, written, f"{checked_on.isoformat()}核对" if checked_on else "")
    return "，".join(part for part in parts if part)


def grace_title_hearsay(days: int) -> str:
    """The days that the web speaks of, for which no official text was found."""
    return f"网上常说的宽限{days}天，到"


def grace_title_chosen(days: int) -> str:
    """The days that somebody has typed."""
    return f"您填的宽限{days}天，到" if days else "不算宽限，最后一天是"


def until_stop(days: int) -> tuple[str, str]:
    """What the last day is called on which a place does not stop payment yet, so many days after the deadline, and what
    it is worth."""
    return (UNTIL_STOP_TITLE, UNTIL_STOP_CAUTION) if days else (NO_GRACE_TITLE, NO_GRACE_CAUTION)


def grace_caution_hearsay(suspended_from: str) -> str:
    """``suspended_from``: the day in words or as markup."""
    return f"照那种说法，从{suspended_from}起才停。{GRACE_CAUTION}"


def demand(rule: str, times: str, asked_by: Sequence[str], *, eve: bool) -> str:
    """A way of counting, with the times of a place and who asks so; ``eve``: the day before, as “前” may mean it."""
    text = "，".join(part for part in (rule, times, "通知写“前”，早一天" if eve else "") if part)
    return f"{text}（{'、'.join(asked_by)}）" if asked_by else text


def spoken(deadline: date) -> str:
    """What a screen reader says when a change has given a new answer."""
    return f"{DEADLINE_TITLE}：{with_weekday(deadline)}"


def spoken_safe(safe_date: date, deadline: date) -> str:
    """The same where the safe date stands above a deadline that is only borrowed."""
    return f"{SAFE_TITLE}：{with_weekday(safe_date)}；{BORROWED_TITLE}{with_weekday(deadline)}"
