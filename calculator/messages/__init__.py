"""Whether a message that somebody received looks like a scam, and why.

>>> from calculator.messages import check
>>> found = check("您的社保卡异常，请点 sb.例子.cc 办理")
>>> found.verdict, [sign.id for sign in found.signs]
(<Verdict.SCAM: 'scam'>, ['odd-address', 'account-threat'])

A message is first read in one spelling (``plain``). Then the table of ``signs`` is looked up in it: by words
(``vocabulary``, ``finding``), addresses and numbers, but not where it only warns of them (``context``). What was found
together gives the verdict (``combinations``). No verdict says that a message is genuine.
"""

from calculator.messages.check import MAX_CHARACTERS, Check, FoundDay, FoundSign, check
from calculator.messages.combinations import Verdict
from calculator.messages.days import DayKind
from calculator.messages.signs import Kind

__all__ = ["MAX_CHARACTERS", "Check", "DayKind", "FoundDay", "FoundSign", "Kind", "Verdict", "check"]
