"""The day from which an .xls workbook counts, and its formulas without values, from the records of its stream (MS-XLS)."""

import re
import struct
from collections.abc import Iterator

from calculator.roster.compound_file import stream_named

__all__ = ["read_xls"]

_FORMULA, _END, _FROM_1904, _SHEET = 0x06, 0x0A, 0x22, 0x85
_NO_TEXT = re.compile(rb"\x03.{5}\xff\xff", re.DOTALL)
"""How a formula is written whose value is a text without characters, or that nobody has worked out."""


def read_xls(content: bytes, place: int) -> tuple[bool, frozenset[tuple[int, int]]]:
    """Whether days are counted from 1904, and the row, from 1, and the column, from 0, of each formula without value on
    the sheet at this place among all. Where one of its formulas has a value, a spreadsheet has worked them all out.

    :raises struct.error: for a file that is cut off.
    :raises IndexError: if there is no such sheet.
    """
    stream = stream_named(content, "workbook", "book")
    system_1904 = False
    sheets = []
    for kind, record in _records(stream, 0):
        if kind == _FROM_1904:
            system_1904 = record[:1] == b"\1"
        elif kind == _SHEET:
            sheets.append(struct.unpack_from("<I", record)[0])
    if not _NO_TEXT.search(stream):
        return system_1904, frozenset()
    found = set()
    for kind, record in _records(stream, sheets[place]):
        if kind == _FORMULA:
            if not _NO_TEXT.match(record, 6):
                return system_1904, frozenset()
            row, column = struct.unpack_from("<HH", record)
            found.add((row + 1, column))
    return system_1904, frozenset(found)


def _records(stream: bytes, at: int) -> Iterator[tuple[int, bytes]]:
    """The records of one part of the stream, which holds the workbook's own or those of a sheet, to its end."""
    while at + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, at)
        if kind == _END:
            return
        yield kind, stream[at + 4 : at + 4 + length]
        at += 4 + length
