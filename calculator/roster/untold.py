"""What calamine does not tell of a workbook: merged cells of some kinds, from which day it counts, formulas without value.

It is read beside calamine, by as little of each format as that takes. Where it cannot be read nothing is known but that,
and the workbook is what calamine says it is.
"""

import struct
from collections.abc import Callable
from dataclasses import dataclass, field
from io import BytesIO

from calculator.errors import InputError
from calculator.roster.formats import format_of
from calculator.roster.ods_parts import read_ods
from calculator.roster.xls_records import read_xls
from calculator.roster.xlsb_records import read_xlsb

__all__ = ["Untold", "untold"]

_DAMAGED = (InputError, struct.error, IndexError, ValueError, MemoryError)
"""What the readers raise where a workbook is damaged, or a part of it too large. Anything else is a fault of theirs."""


@dataclass(slots=True)
class Untold:
    """``merges`` are cells merged over several rows: for each first row, from 1, the columns, from 0, and the last rows.
    ``formulas`` are the row, from 1, and the column, from 0, of those whose value nobody has worked out.
    ``unread``: it could not be looked at, so that nothing is known."""

    merges: dict[int, list[tuple[int, int]]] = field(default_factory=dict)
    system_1904: bool = False
    formulas: frozenset[tuple[int, int]] = frozenset()
    unread: bool = False


def untold(content: bytes, sheet: str, place: int) -> Untold:
    """What is known of a sheet beside its cells.

    :param sheet: its name.
    :param place: its place among all sheets of the workbook, charts included.
    """
    readers: dict[str, Callable[[], Untold]] = {
        "xls": lambda: Untold({}, *read_xls(content, place)),
        "xlsb": lambda: Untold(*read_xlsb(BytesIO(content), sheet)),
        "ods": lambda: Untold(*read_ods(BytesIO(content), sheet)),
    }
    try:
        return readers.get(format_of(BytesIO(content)).name, Untold)()
    except _DAMAGED:  # calamine has opened it, and its cells are worth reading without the rest
        return Untold(unread=True)
