"""The words for somebody newly retired."""

from datetime import date

from calculator.wording.answer import sentences
from calculator.wording.days import day_in_words
from calculator.wording.numbers import counted

STATUS = "刚退休，第一次认证"
TITLE = "最稳妥的做法"
NOW = "这几天"
REASONS = {
    "before": "最早的说法，是领钱以前就要做。办退休时就问窗口：“第一次认证要在哪天以前做？”",
    "during": "有的地方要在第一次领钱的当月做完。这个月做了，下一次按时再做，晚的那几种说法也不耽误。",
    "after": "早的几种说法，日子已经过了。日子还没过的，现在做一次就来得及。",
}
"""Why so, by the stage."""
LONG_AGO = (
    "您填的月份已经过去两年多，不大像第一次了。先查一查上次是哪天认证的，再用“知道上次哪天”来算；"
    "从来没有做过的，这几天就做，再打12333问一句。"
)

NEXT_TITLE = "要是今天就做好"
NEXT_LABEL = "下一次，最晚"

READINGS_WHY = (
    "全国没有统一的说法，来源多是转载的通知，所以不一样。马上做一次，下一次按时再做，日子还没过的几种就都不耽误。"
)
READINGS_HEADS = ("第一次要在什么时候做", "见到的地方")
LOCAL_MARK = "您选的地方"
LOCAL_TITLE = "您选的地方怎么说"

SEEN_IN = {
    "before-claim": "山西太原、内蒙古西乌旗",
    "claim-month": "广西；内蒙古呼和浩特",
    "month-after-claim": "四川；广东的居民养老；北京（转述）",
    "year-after-claim": "重庆、河南内乡",
    "year-after-same-date": "甘肃；福建的职工养老",
}

STEPS = (
    ("打12333，或者问办退休的窗口，第一次认证要在哪天以前做。", "", ""),
    ("多做一次也不要紧，多数地方每做一次就从那天重新算。", "选一种认证方法", "methods/"),
    ("办完看到“认证成功”，把那天填到“知道上次哪天”里，就知道下一次。", "", ""),
    ("想看得细一点？", "刚退休，第一次怎么认证", "situations/first-time/"),
    ("认证不收钱。有人说“新退休要交钱激活”，就是骗子。", "怎样防骗", "fraud/"),
)


def readings_title(count: int) -> str:
    return f"各地的{counted(count)}种说法，从早到晚"


def when(day: date | None) -> str:
    """9月30日, or 这几天 where there is no day to wait for."""
    return f"{day.month}月{day.day}日" if day else NOW


def do_once(day: date | None) -> str:
    return "或以前，做一次认证" if day else "做一次认证"


def period(kind: str, begin: date | None, end: date) -> str:
    """2026年10月到2027年9月，12个月里"""
    match kind:
        case "before-claim":
            return f"领钱以前，{day_in_words(end)}或以前"
        case "claim-month":
            return f"第一次领钱的当月，{end.year}年{end.month}月里"
        case "month-after-claim" if begin:
            return f"下个月起的12个月，{begin.year}年{begin.month}月到{end.year}年{end.month}月里"
        case "year-after-claim":
            return f"领钱的下一年，{end.year}年里"
        case _:
            start = f"{begin.year}年{begin.month}月到" if begin else ""
            return f"下一年同一时候起的12个月，{start}{end.year}年{end.month}月里"


def spoken(day: date | None) -> str:
    return f"{TITLE}：{when(day)}{do_once(day)}。"


def aloud(day: date | None, reason: str) -> str:
    """What the browser's voice reads."""
    return spoken(day) + reason + sentences(STEPS)
