"""The words for somebody who does not know when the last certification was."""

from datetime import date

from calculator.wording.answer import sentences
from calculator.wording.days import with_weekday

STATUS = "不记得上次是哪天"
TITLE = "最省心的做法"
TODAY = "今天"
DO_ONCE = "就认证一次"
REASON = "认证不收钱。多数地方哪天都能做，做一次就从那天重新算起；少数地方另有固定的时间段，打12333问一声。"

NEXT_TITLE = "今天做好以后"
NEXT_LABEL = "下一次，最晚"

LOOKUP_TITLE = "想查上次是哪天"
LOOKUP = (
    ("看手机短信，搜“认证”两个字，短信里常写着下次的日子。", "短信写的日子和这里不一样", "situations/sms-date/"),
    ("打开平时认证用的App或小程序，找“认证记录”。", "各省在哪里查", "situations/forgotten-date/#look-up"),
    ("打12333，说姓名、核对身份，问“我最近一次认证是哪天”。", "", ""),
    ("查到了，选上面的“知道上次哪天”，填进去算。", "", ""),
)

SPOKEN = f"{TITLE}：{TODAY}{DO_ONCE}。"


def aloud(deadline: date, safe: str) -> str:
    """What the browser's voice reads; ``safe`` is the sentence of the safe date."""
    steps = sentences(LOOKUP)
    return f"{SPOKEN}{REASON}{NEXT_TITLE}，{NEXT_LABEL}：{with_weekday(deadline)}。{safe}{LOOKUP_TITLE}：{steps}"
