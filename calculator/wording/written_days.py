"""What to ask about a day that can be read in two ways, or that is of another calendar."""

from collections.abc import Sequence
from datetime import date

from calculator.wording.days import WEEKDAYS, day_in_words, month_in_words, weekday
from calculator.wording.plain_text import shortened

FORMULA = "这一格是公式，还没有算出结果。请用Excel或WPS打开名单，保存一次，再试一次。"


def lunar(text: str) -> str:
    return f"“{shortened(text)}”像是农历。请换成公历，年份写四位数，例如：2025-3-5。"


def republic(text: str, day: date | None) -> str:
    meant = f"，也就是公历{day_in_words(day)}" if day else ""
    return f"“{shortened(text)}”像是民国纪年{meant}。请核对以后写成公历，例如：{_short(day) if day else '2025-3-5'}。"


def readings(text: str, days: Sequence[date]) -> str:
    first, *others = map(day_in_words, days)
    meant = f"可能是{first}" + "".join(f"，也可能是{other}" for other in others)
    return f"“{shortened(text)}”{meant}。请按年、月、日的顺序填写，年份写四位数，例如：{_short(days[0])}。"


def without_year(text: str) -> str:
    return f"“{shortened(text)}”没有写年份。请补上四位数的年份，例如：2025-3-5。"


def named(day: date, *, month_only: bool = False) -> str:
    """How a day that is likely meant is to be typed: 2026年3月5日, or 2026年3月."""
    return month_in_words(day) if month_only else day_in_words(day)


def which_year(text: str, year: int, meant: str) -> str:
    return f"“{shortened(text)}”没有写年份，是{year}年吗？是的话，请写成{meant}。"


def whole_year(text: str, year: int, meant: str) -> str:
    return f"“{shortened(text)}”的年份只写了两位，是{year}年吗？是的话，请写成{meant}。"


def is_it(text: str, meant: str) -> str:
    return f"“{shortened(text)}”是{meant}吗？是的话，请只写{meant}。"


def which_weekday(text: str, day: date) -> str:
    """The weekday that was typed is another than that of the day."""
    meant = named(day)
    return f"“{shortened(text)}”里星期几和日期对不上，{meant}是{weekday(day)}。是{meant}吗？是的话，请只写{meant}。"


def other_weekday(day: date, written: int) -> str:
    """The same where nobody can be asked, as a remark on the day that was taken."""
    return f"写的是{WEEKDAYS[written]}，{day_in_words(day)}却是{weekday(day)}，日期可能写错了，请核对。"


def is_it_lunar(text: str, meant: str) -> str:
    return f"“{shortened(text)}”像是农历，是公历{meant}吗？是的话，请写成{meant}。不是的话，请换成公历再填。"


def offer(meant: str, *, only: bool) -> str:
    """What the button says that takes a day which was asked about: whether it was the ``only`` one."""
    return f"是，{meant}" if only else f"是{meant}"


def several(text: str) -> str:
    return f"“{shortened(text)}”里有几个日期。请只留下最近一次认证的那一天。"


def other_matter(text: str, word: str) -> str:
    return f"“{shortened(text)}”里写着“{word}”，不知道那一天认证成了没有。请核对以后，只写认证通过的那一天。"


def _short(day: date) -> str:
    return f"{day.year}-{day.month}-{day.day}"
