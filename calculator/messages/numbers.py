"""Telephone numbers in a message, and what the sender's number can tell: little, and never anything good (S041)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from calculator.messages.characters import SPELLED_DIGITS
from calculator.messages.plain import plain

__all__ = ["Number", "is_foreign", "numbers"]


@dataclass(frozen=True, slots=True)
class Number:
    """A telephone number in the plain text, from ``start`` to before ``end``.

    ``listed`` numbers are those of a service that everybody can look up. ``spelled`` ones are written in words.
    """

    start: int
    end: int
    listed: bool
    spelled: bool


_DIGITS = "".join(SPELLED_DIGITS)
_NUMBER = re.compile(
    rf"(?<![0-9{_DIGITS}.+*-])\+?[0-9{_DIGITS}](?:[ -]?[0-9{_DIGITS}]){{4,15}}(?![0-9{_DIGITS}*])(?!\.[0-9])"
)
_SHORT = re.compile(
    r"(?<![0-9.+*-])(?:12[0-9]{3}|96[0-9]{3}|95[0-9]{3}|1[12][0-9]|100[0-9]{2}|96110)(?![0-9*.-])(?!元|块|万|年|月)"
)
_LISTED = re.compile(r"12[0-9]{3}|9[56][0-9]{3}|96110|100[0-9]{2}|11[0-9]|12[0-2]|0[0-9]{2,3}12333")
_TELEPHONE = re.compile(
    r"1[3-9][0-9]{9}|0[0-9]{9,11}|[48]00[0-9]{6,8}|95[0-9]{4,9}|106[0-9]{5,12}|(?:00|\+)[0-9]{8,14}|86(?:1[3-9][0-9]{9})"
)
_LOCAL = re.compile(r"[2-9][0-9]{6,7}")
_CALLING = re.compile("(?:电话|致电|拨打?|联系|来电|热线|咨询|客服|回电|手机|座机|打)[^,。!?;\n0-9]{0,8}$")
_ORDER = re.compile(
    "(?:单号|运单|订单|编号|流水号?|工号|案号)[:： 为是]{0,3}[a-z]{0,4}$|(?<![a-z])(?!qq|vx|wx|tel)[a-z]{2,4}$"
)
"""What numbers parcels, orders and cases."""
_UNIT = re.compile("元|块|万|年|月|日|号楼|单|%|分钟|积分|分(?!机)")


def numbers(text: str) -> Iterator[Number]:
    """Every telephone number in a plain text, from left to right."""
    for match in _NUMBER.finditer(text):
        if _UNIT.match(text, match.end()) or _ORDER.search(text, max(0, match.start() - 8), match.start()):
            continue
        digits = "".join(str(SPELLED_DIGITS.get(char, char)) for char in match[0] if char not in " -")
        spelled = sum(char in SPELLED_DIGITS for char in match[0]) >= 5
        called = bool(_CALLING.search(text, max(0, match.start() - 14), match.start()))
        if _LISTED.fullmatch(digits):
            yield Number(match.start(), match.end(), listed=True, spelled=False)
        elif _TELEPHONE.fullmatch(digits) or (called and _LOCAL.fullmatch(digits)):
            yield Number(match.start(), match.end(), listed=False, spelled=spelled)


_FOREIGN = re.compile(r"\+(?!86)|00(?!86)|8[2-57-9][0-9]{9,}$")


def is_foreign(sender: str) -> bool:
    """Whether a sender's number is one from abroad, as no authority of China uses (S039).

    >>> is_foreign("+82 1000 000 0000"), is_foreign("12333"), is_foreign("+86 138 0000 0000")
    (True, False, False)
    """
    digits = "".join(char for char in plain(sender).text if char in "+0123456789")
    return bool(_FOREIGN.match(digits))
