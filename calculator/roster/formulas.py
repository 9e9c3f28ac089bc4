"""Keep a spreadsheet from running as a formula what somebody wrote into a cell.

As OWASP advises on “CSV injection”: what begins with = + - @, a tab or a line break, in either width, gets an
apostrophe before it, and so does what would begin so for a program that drops what cannot be seen. A plain negative
number stays one, and so does the dash that stands for “nothing” in tables. A telephone number with + gets the
apostrophe: without it a spreadsheet would show 8.61E+12.
"""

import re
import unicodedata

__all__ = ["begins_formula", "harmless"]

_SIGNS = "=+-@＝＋－＠"
_BREAKS = "\t\r\n"
_UNSEEN = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp"})
"""The categories of characters that stand for nothing on the screen."""
_HARMLESS = re.compile(r"-\d+(?:\.\d+)?%?|[-－ \u3000]*", re.ASCII)


def harmless(cell: str) -> str:
    """A cell that every spreadsheet shows as text, number or nothing, and never runs.

    >>> harmless("=HYPERLINK(1)"), harmless("-12.5"), harmless("张三")
    ("'=HYPERLINK(1)", '-12.5', '张三')
    """
    return f"'{cell}" if begins_formula(cell) and not _HARMLESS.fullmatch(cell) else cell


def begins_formula(cell: str) -> bool:
    """Whether a cell begins as formulas do, a negative number included."""
    if cell[:1].isalnum():
        return False
    first = next((one for one in cell if unicodedata.category(one) not in _UNSEEN), "")
    return cell.startswith(tuple(_BREAKS)) or (first != "" and first in _SIGNS)
