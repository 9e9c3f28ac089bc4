"""Keep a spreadsheet from running as a formula what somebody wrote into a cell.

As OWASP advises on “CSV injection”: what begins with = + - @, a tab or a line break, in either width, gets an
apostrophe before it, and so does what would begin so for a program that drops what cannot be seen. A plain negative
number stays one, and so does the dash that stands for “nothing” in tables. A telephone number with + gets the
apostrophe: without it a spreadsheet would show 8.61E+12.

Who opens a file of commas as one of semicolons, tabs or bars cuts its cells at those, and at the line breaks within
them. So what stands behind one of them is taken as a cell of its own.
"""

import re
import unicodedata
from collections.abc import Sequence

__all__ = ["begins_formula", "harmless", "is_plain"]

_SIGNS = "=+-@＝＋－＠"
_BREAKS = "\t\r\n"
_UNSEEN = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp"})
"""The categories of characters that stand for nothing on the screen."""
_SEPARATORS = re.compile(r"([;|\t\r\n])")
_SUSPECT = re.compile(r'[\x1f;|\t\r\n](?![\w\x1f]|$)|"')
"""A cell, or what would be one, that begins with anything but a letter or a digit. Most rows have none."""
_UNIT = "\x1f"
_HARMLESS = re.compile(r"-\d+(?:\.\d+)?%?|[-－ \u3000]*", re.ASCII)


def harmless(cell: str) -> str:
    """A cell that every spreadsheet shows as text, number or nothing, and never runs, whatever it cuts cells at.

    >>> harmless("=HYPERLINK(1)"), harmless("-12.5"), harmless("张三"), harmless("甲;=1+1")
    ("'=HYPERLINK(1)", '-12.5', '张三', "甲;'=1+1")
    """
    pieces = _SEPARATORS.split(_guarded(cell))
    # Every other piece is a separator.
    pieces[2::2] = map(_guarded, pieces[2::2])
    return "".join(pieces)


def is_plain(cells: Sequence[str]) -> bool:
    """Whether a row is harmless at a glance, and has no quotation mark, as most have."""
    row = _UNIT.join(cells)
    return not _SUSPECT.search(_UNIT + row) and row.count(_UNIT) == len(cells) - 1


def _guarded(piece: str) -> str:
    return f"'{piece}" if begins_formula(piece) and not _HARMLESS.fullmatch(piece) else piece


def begins_formula(cell: str) -> bool:
    """Whether a cell begins as formulas do, a negative number included."""
    if cell[:1].isalnum():
        return False
    first = next((one for one in cell if unicodedata.category(one) not in _UNSEEN), "")
    return cell.startswith(tuple(_BREAKS)) or (first != "" and first in _SIGNS)
