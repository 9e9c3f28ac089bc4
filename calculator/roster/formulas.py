"""Keep a spreadsheet from running as a formula what somebody wrote into a cell.

As OWASP advises on “CSV injection”: what begins with = + - @, a tab or a line break, in either width, gets an
apostrophe before it. A plain negative number stays one, and so does the dash that stands for “nothing” in tables. A
telephone number with + gets the apostrophe: without it a spreadsheet would show 8.61E+12.
"""

import re

__all__ = ["harmless"]

_RISKY = re.compile(r"[\s\u200b\ufeff]*[=+\-@＝＋－＠]|[\t\r\n]")
_HARMLESS = re.compile(r"-\d+(?:\.\d+)?%?|[-－\s]*", re.ASCII)


def harmless(cell: str) -> str:
    """A cell that every spreadsheet shows as text, number or nothing, and never runs.

    >>> harmless("=HYPERLINK(1)"), harmless("-12.5"), harmless("张三")
    ("'=HYPERLINK(1)", '-12.5', '张三')
    """
    return f"'{cell}" if _RISKY.match(cell) and not _HARMLESS.fullmatch(cell) else cell
