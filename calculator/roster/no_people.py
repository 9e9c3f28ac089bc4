"""Rows of a table that are no people: sums, who filled the form in and who checked it, notes, numbers of columns.

They stay in the table as they were and are said to have been left out, for what looks like none may be somebody. Whoever
has a number, of an identity card or of a telephone, is somebody whatever they are called.
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from calculator import wording
from calculator.roster.columns import Cells, Columns, Heading, is_heading_again
from calculator.roster.footers import (
    BEGINNINGS_OF_NOBODY,
    ENDS_OF_NOBODY,
    asks,
    is_a_date,
    is_a_group,
    is_a_label,
    is_a_title,
    is_a_word,
    is_doubtful,
    is_no_name,
    is_signed,
    is_sure,
    is_to_be_signed,
    plain,
)
from calculator.roster.headings import plain_heading

__all__ = [
    "BEGINNINGS_OF_NOBODY",
    "ENDS_OF_NOBODY",
    "LONGEST_NAME",
    "NAMES_OF_NOBODY",
    "counts_rows",
    "seems_nobody",
    "why_nobody",
]

NAMES_OF_NOBODY = BEGINNINGS_OF_NOBODY | {"", *"0123456789"}
"""What a name may begin with where it is none, or is not there at all."""
LONGEST_NAME = 4
"""A name of more characters than these is looked at: it may be a sentence."""

_SERIAL = re.compile(r"序号?|编号|行号|顺序号?|no|号")
_IDENTITY = re.compile(r"[1-9]\d{5}[\d*]{8,11}[\dx*]")
_PHONES = re.compile(r"(?:(?:\+?86)?1[3-9][\d*]{9}|0\d{9,11}|[/,、;])+")
_IN_A_NAME = re.compile(r"(?<!\d)(?:1[3-9]\d{9}|[1-9]\d{16}[\dx])(?!\d)")
"""A number that somebody has written behind the name."""
_MOST_DIGITS = 100
"""What is longer is no telephone number; to try how it can be cut into some would take for ever."""
_SHORT_PHONE = re.compile(r"\d{7,8}")
_TELEPHONE_OR_IDENTITY = re.compile(r"\+?[\d\s-]{7,20}[Xx]?")
_NUMBER_OF_WHOM = re.compile(r"(?:[:：]|电话|手机|联系方式)\s*\Z")

type _Written = list[tuple[int, str]]


def why_nobody(cells: Cells, heading: Heading, columns: Columns, *, readable: bool) -> str:
    """Why a row is no person, in a sentence; "" where it is one. Asked of the few rows that begin so that they could be.

    :param readable: whether the row has a day that can be read.
    """
    words = wording.roster
    if is_heading_again(cells, heading):
        return words.REPEATED_HEADING
    written = [(index, text) for index, cell in enumerate(cells) if (text := cell.strip())]
    if len(written) > 2 and all(text == str(index + 1) for index, text in written):
        return words.COLUMN_NUMBERS
    names = columns.get("name", ())
    named = any(index in names for index, _ in written)
    if told := _telling(written, heading, columns, named=named, readable=readable):
        return words.no_person(told)
    if names and not named and not _is_somebody(written, columns, readable=readable):
        return words.NO_NAME
    return ""


def seems_nobody(name: str, first: str) -> bool:
    """Whether a row with this name and this first cell is worth to be asked about; soon known for most of them."""
    return not name or name[0].isdecimal() or is_doubtful(name) or (first != name and is_doubtful(first))


def counts_rows(heading: Heading, columns: Columns) -> bool:
    """Whether the first column numbers the people, so that words in it are no person's."""
    known = {index for found in columns.values() for index in found}
    return bool(columns.get("name") and heading.names) and 0 not in known and _is_serial(heading.names[0])


@lru_cache(maxsize=64)
def _is_serial(heading: str) -> bool:
    return bool(_SERIAL.fullmatch(plain_heading(heading)))


# What a row says of itself --------------------------------------------------------------------------------------------


def _telling(written: _Written, heading: Heading, columns: Columns, *, named: bool, readable: bool) -> str:
    """The text by which a row is known to be no person; "" where there is none."""
    names = columns.get("name", ())
    looked_at = [(index, text) for index, text in written if index in names or index == written[0][0]]
    if not named and not readable:
        looked_at = written
    short = [(index, text, plain(text)) for index, text in looked_at if is_doubtful(text)]
    if not short:
        return ""
    identity, telephone = _numbers(written, columns)
    if identity:
        return ""
    if telephone:
        return next((text for _, text, told in short if is_a_label(told)), "")
    counted, listed = counts_rows(heading, columns), _is_listed(written, heading, columns)
    for index, text, told in short:
        said = is_a_label(told) or is_sure(told)
        if index in names:
            said = said or is_a_word(told) or (not listed and _no_name(told, written, index, readable=readable))
        elif counted and index == 0:
            said = said or _no_number(told, [one for at, one in written if at in names], readable=readable)
        else:
            said = said or asks(told) or is_to_be_signed(told)
        if said:
            return text
    return ""


def _no_name(told: str, written: _Written, index: int, *, readable: bool) -> bool:
    """Whether what stands under 姓名 is none."""
    others = [plain(text) for at, text in written if at != index]
    if is_a_date(told):
        return all(is_a_date(one) or one.isdecimal() for one in others)
    return (
        asks(told)
        or is_signed(told)
        or is_no_name(told)
        or is_a_title(told, readable=readable)
        or (not others and is_a_group(told))
    )


def _no_number(told: str, names: Sequence[str], *, readable: bool) -> bool:
    """Whether what stands under 序号 says that the row is no person: neither a number nor a mark such as 新增.

    Beside a name and a day 未认证, 男 and 异地:广东 are marks, too, and 2025-01 and 20250131 are numbers.
    """
    if asks(told) or is_signed(told):
        return True
    has_both = readable and bool(names)
    if has_both and not any(map(is_doubtful, names)):
        return False
    return is_a_word(told) or is_no_name(told) or is_a_title(told, readable=False) or (is_a_date(told) and not has_both)


def _is_listed(written: _Written, heading: Heading, columns: Columns) -> bool:
    """Whether a row has what only rows of people have: a number in the list, a place, a scheme."""
    index, text = written[0]
    return (index == 0 and text.isdecimal() and counts_rows(heading, columns)) or _has_place_or_scheme(written, columns)


def _has_place_or_scheme(written: _Written, columns: Columns) -> bool:
    """Whether something stands in one of these fields that is no part of a footer itself."""
    wanted = {*columns.get("region", ()), *columns.get("scheme", ())}
    return any(index in wanted and not is_doubtful(text) for index, text in written)


# Who a row is about ---------------------------------------------------------------------------------------------------


def _numbers(written: _Written, columns: Columns) -> tuple[bool, bool]:
    """Whether a row has the number of an identity card, and that of a telephone which is not said to be somebody else's
    by the cell before it: 联系电话:"""
    phones, names = columns.get("phone", ()), columns.get("name", ())
    identity = telephone = False
    asking = -2
    for index, text in written:
        told = _digits(text)
        if index in names and (found := _IN_A_NAME.search(told)) and not _is_word(plain(text)):
            told = found[0]
        identity = identity or bool(_IDENTITY.fullmatch(told))
        is_phone = (len(told) <= _MOST_DIGITS and _PHONES.fullmatch(told)) or (
            index in phones and _SHORT_PHONE.fullmatch(told)
        )
        telephone = telephone or bool(is_phone and asking != index - 1)
        asking = index if index not in names and _NUMBER_OF_WHOM.search(text) else asking
    return identity, telephone


def _is_word(told: str) -> bool:
    return is_sure(told) or is_a_word(told)


def _digits(text: str) -> str:
    """A number without what people put between its digits."""
    return re.sub(r"[\s()'-]", "", unicodedata.normalize("NFKC", text)).casefold()


def _is_somebody(written: Sequence[tuple[int, str]], columns: Columns, *, readable: bool) -> bool:
    """Whether a row without a name is yet about somebody: it has a number to call or to know them by, or a day and
    more than a number of its own beside it. A day alone is that on which the form was signed."""
    days = columns.get("last", ())
    others = [text for index, text in written if index not in days]
    if any(_TELEPHONE_OR_IDENTITY.fullmatch(text) for text in others):
        return True
    return readable and any(not text.isdigit() for text in others)
