"""Weekdays that people and programs write beside a day: 2026年3月5日星期四, 2026-3-5（四）, Thu Mar 05 2026.

They say nothing that the day does not say, unless one of the two is mistyped.
"""

import re

__all__ = ["without_weekday"]

_NAMES = {name: number for names in ("一二三四五六日", "1234567") for number, name in enumerate(names)} | {"天": 6}
_ENGLISH_NAMES = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

_SURE = r"(?:星期|礼拜|禮拜)\s*([一二三四五六日天]|[1-7](?!\d))"
_SHORT = r"[周週]\s*([一二三四五六日天]|[1-7](?!\d))(?=$|[^\u3400-\u9fff]|[上下中早晚凌]|认|年审|刷|人脸|手机|通过|办|做|已|在|于|用|的|了)"
"""周三 alone may be the beginning of a name: whoever did it stands there, too."""
_BEHIND = re.compile(
    r"(?<=[\d日号午时分秒点)\]】〕>一二三四五六七八九十])[\s,、.]*"
    rf"(?:[(\[【〔<]\s*(?:星期|礼拜|禮拜|[周週])?\s*([一二三四五六日天])\s*[)\]】〕>]|([(\[【〔<]?)\s*(?:{_SURE}|{_SHORT}))"
)
_BEFORE = re.compile(rf"^[(\[【〔<]?\s*(?:{_SURE}|{_SHORT})\s*[)\]】〕>]?[\s,、.:]*(?=[\d二两])")
_ENGLISH = re.compile(
    r"(?:^|(?<=\d)[\s,]+)(mon|tue|wed|thu|fri|sat|sun)(?:s?day|nesday|rs?day|urday|s|rs?)?\b[.,]*\s*", re.IGNORECASE
)
_LONGEST = 120


def without_weekday(text: str) -> tuple[str, int | None]:
    """A text without the weekday in it, and which that is, from Monday as 0; nothing where none stands beside a day.

    :param text: as ``visible`` gives it.

    >>> without_weekday("2026年3月5日(星期四) 9:00"), without_weekday("2026-3-5 周日"), without_weekday("2026-3-5")
    (('2026年3月5日 9:00', 3), ('2026-3-5', 6), ('2026-3-5', None))
    """
    if len(text) > _LONGEST:
        return text, None
    if match := _BEHIND.search(text):
        inside, bracket, *others = match.groups()
        name = inside or next(filter(None, others))
        return f"{text[: match.start()]}{bracket or ''}{text[match.end() :]}", _NAMES[name]
    if match := _BEFORE.search(text):
        return text[match.end() :], _NAMES[next(filter(None, match.groups()))]
    if match := _ENGLISH.search(text):
        rest = text[: match.start()] + (" " if match.start() else "") + text[match.end() :]
        return rest.strip(), _ENGLISH_NAMES.index(match[1].lower())
    return text, None
