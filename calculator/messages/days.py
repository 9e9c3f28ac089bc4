"""Days in a message, and what its words say they are.

A message of an authority names the day until which one is to certify (有效期到…, 下次…前), or the day on which one has
been certified; the first is a deadline and the second a last certification (facts F129, F142). Only days with a year are
read, because a message does not say in which year it was sent. All are days of the Gregorian calendar.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from calculator.errors import InputError
from calculator.messages.finding import Text
from calculator.reading.days import parse_day

__all__ = ["DayKind", "NamedDay", "named_days"]


class DayKind(StrEnum):
    """What a day in a message is."""

    DEADLINE = "deadline"
    """The last day on which certification is on time, as the message says."""
    LAST = "last"
    """The day of the newest certification, as the message says."""
    OTHER = "other"
    """The words do not tell."""


@dataclass(frozen=True, slots=True)
class NamedDay:
    """A day in the plain text, from ``start`` to before ``end``, and what it is."""

    day: date
    kind: DayKind
    start: int
    end: int


_DAY = re.compile(r"(?<![0-9])(?:19|20|21)[0-9]{2}(?:年|[-/.])[0-9]{1,2}(?:月|[-/.])[0-9]{1,2}(?:日|号)?(?![0-9])")
_UNTIL_AFTER = re.compile(r"[)(日]{0,3}(?:之前|以前|前|止|为止|到期|过期|截止|失效|期满|内有效)")
_UNTIL_BEFORE = re.compile(
    r"(?:有效期限?|认证期|服务期|周期)[^。!?;\n0-9]{0,8}?(?:至|到|为)?[:(]?$|(?:到期|截止|期满|失效)(?:日期?|时间)?(?:是|为|至|到|:|在){0,3}[(]?$"
    r"|(?:延长?|顺延|递延)(?:期|后)?(?:至|到)$|(?:下次|下一次)[^。!?;\n0-9]{0,10}$|(?:不晚于|最晚|最迟|至|到)$|即将到期[^。!?;\n0-9]{0,2}$"
)
_DONE_AFTER = re.compile(
    r"[^。!?;\n]{0,14}?(?:已|为您|替您|给您|通过|完成|办理了|认证了|认证成功|比对成功|比对上|刷脸成功)(?!前|后请|以前)"
)
_DONE_BEFORE = re.compile(
    r"(?:已(?:经)?(?:于|在)|认证(?:日期|时间|日|于)|上次(?:认证)?|最近(?:一次)?(?:认证)?|本次(?:认证)?)[^。!?;\n0-9]{0,8}$"
)
_FROM = re.compile(r"(?:自|从)$")
_OF_CERTIFICATION = re.compile("认证|领取资格|待遇资格|年审|生存验证|静默")
_OF_SOMETHING_ELSE = re.compile("缴费|参保|备案|换卡|预约|复查|医保|社保卡|就诊|账单|还款|慢病|待遇等待|消费券|订单")
_BEFORE = 20
"""Characters in front of a day that say what it is."""


def named_days(text: Text) -> Iterator[NamedDay]:
    """Every day of a plain text, from left to right."""
    of_certification: dict[int, bool] = {}
    for match in _DAY.finditer(text.text):
        try:
            day = parse_day(match[0]).day
        except InputError:
            continue
        first, last = text.sentence(match.start())
        if first not in of_certification:
            of_certification[first] = _is_of_certification(text.text, first, last)
        kind = _kind(text.text, first, *match.span()) if of_certification[first] else DayKind.OTHER
        yield NamedDay(day, kind, *match.span())


def _is_of_certification(text: str, first: int, last: int) -> bool:
    return bool(_OF_CERTIFICATION.search(text, first, last)) and not _OF_SOMETHING_ELSE.search(text, first, last)


def _kind(text: str, first: int, start: int, end: int) -> DayKind:
    """What the day at a place is, in a sentence about certification that begins at ``first``."""
    before = text[max(first, start - _BEFORE) : start]
    if _UNTIL_AFTER.match(text, end) or (_UNTIL_BEFORE.search(before) and not _FROM.search(before)):
        return DayKind.DEADLINE
    if _DONE_BEFORE.search(before) or _DONE_AFTER.match(text, end):
        return DayKind.LAST
    return DayKind.OTHER
