"""Which rows of a table are rows of headings: of one heading over several rows, or of another list below the first."""

import re
from collections.abc import Sequence

from calculator.roster.headings import PATTERNS, plain_heading, rank_of

__all__ = ["belongs_above", "could_begin_list", "goes_on", "holds_values", "looks_like_data", "names_names"]

_LONGEST_BELOW = 15
"""Characters of what stands below the heading of a group."""
_LONGEST_ABOVE = 20
_NO_HEADING = re.compile(r"[:：]\s*\S|名单|名册|台账|统计表|汇总表|明细表|公司|制表")
_DATA = re.compile(r"\d{4}\D\d{1,2}\D\d|\d{5,}|^(?!(?:19|20)\d\d$)\d+(?:\.\d+)?$")
"""A year alone may stand as a heading below 认证日期."""
_VALUE = re.compile(r"\s*(?:\d{4}\D\d{1,2}\D\d{1,2}\D?|\d{6,}[Xx]?)\s*")
_COULD_BEGIN = re.compile(
    r"姓\s*名|名\s*字|[Nn][Aa][Mm][Ee]|(?:[认認]\s*[证證]|年审|年检|核验|验证)[^\n]{0,8}(?:日|时|時)"
)
_SIGNED = re.compile(r"签[字名章]|盖章|公章|[:：]\s*$")
"""What stands below a list, where somebody signs it."""


def belongs_above(upper: Sequence[str], lower: Sequence[str]) -> bool:
    """Whether a row is the upper one of two rows of headings."""
    if goes_on(upper, lower):
        return True
    somebody = any(index < len(lower) and lower[index].strip() for index in _names_in(upper))
    return _is_upper_row(upper) and not somebody


def goes_on(upper: Sequence[str], lower: Sequence[str]) -> bool:
    """Whether the headings go on in the next row: it says 姓名 below the heading of a group, or again, as it does where
    that is merged over both; or it has nothing below 姓名 and texts of its own below what a group's heading reaches."""
    if looks_like_data(lower) or looks_like_data(upper):
        return False
    again = [index for index, cell in enumerate(lower) if names_names(cell)]
    if again and not any(map(names_names, upper)):
        return _is_upper_row(upper)
    names = _names_in(upper)
    if not names:
        return False
    below = {index: text for index, cell in enumerate(lower) if (text := cell.strip())}
    if any(index in below for index in names):
        # A heading that is repeated as a whole is that of the next page.
        changed = any(text not in upper and index not in again for index, text in below.items())
        return changed and any(index in again for index in names)
    reached = [index for index in below if index >= len(upper) or not upper[index].strip()]
    groups = {index for index in range(len(upper)) if not "".join(upper[index + 1 : index + 2]).strip()}
    return bool(reached) and all(
        len(text) <= _LONGEST_BELOW and (index in reached or index in groups) for index, text in below.items()
    )


def _is_upper_row(cells: Sequence[str]) -> bool:
    """Whether a row could be the upper one of two rows of headings, and is no title, unit, hint or person."""
    texts = [text for cell in cells if (text := cell.strip())]
    if looks_like_data(cells) or any(len(text) > _LONGEST_ABOVE or _NO_HEADING.search(text) for text in texts):
        return False
    return len(set(texts)) > 1 or (bool(texts) and not cells[0].strip())


def looks_like_data(cells: Sequence[str]) -> bool:
    """Whether a row holds days, numbers of any kind, or telephone numbers, which headings do not."""
    return any(map(_DATA.search, cells))


def holds_values(cells: Sequence[str]) -> bool:
    """Whether a cell is a day or a long number and nothing else, as in the forms in which 姓名 stands before each name."""
    return any(map(_VALUE.fullmatch, cells))


def _names_in(cells: Sequence[str]) -> list[int]:
    """The places of the cells that are headings of names."""
    return [index for index, cell in enumerate(cells) if rank_of((plain_heading(cell),), PATTERNS["name"][:2]) < 2]


def names_names(cell: str) -> bool:
    """Whether a cell says 姓名: nobody is called that."""
    return rank_of((plain_heading(cell),), PATTERNS["name"][:1]) == 0


def could_begin_list(cells: Sequence[str]) -> bool:
    """Whether a row of the table may be the heading of another list, so that it is worth while to look at it."""
    told = _COULD_BEGIN.search("\n".join(cells))
    return bool(told) and not looks_like_data(cells) and not any(map(_SIGNED.search, cells))
