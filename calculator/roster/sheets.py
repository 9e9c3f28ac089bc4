"""Which sheet of a workbook is the roster."""

from collections.abc import Sequence

from calculator import wording
from calculator.errors import InputError
from calculator.roster.columns import Cells, find_heading
from calculator.roster.reader import Sheet

__all__ = ["choose_sheet", "wanted_sheet"]


def choose_sheet(samples: Sequence[Sequence[Cells]], sheets: Sequence[Sheet]) -> tuple[int, tuple[int, ...]]:
    """The place of the sheet that looks most like a roster, and the places of the others that have something in them.

    A sheet that has the day of the last certification comes first, then one that is not hidden, then one with headings,
    then one with more of the columns of a roster, then whichever comes first: a sheet of instructions that mentions the
    day is none.

    :param samples: the first rows of each sheet, without empty ones.
    :raises InputError: if nothing stands in any of them.
    """
    with_text = [place for place, rows in enumerate(samples) if rows]
    if not with_text:
        raise InputError("file", "empty", wording.roster.EMPTY)

    def merit(place: int) -> tuple[bool, bool, bool, int]:
        heading = find_heading(samples[place])
        return "last" in heading.columns, not sheets[place].hidden, heading.row >= 0, len(heading.columns)

    best = max(with_text, key=merit)
    return best, tuple(place for place in with_text if place != best)


def wanted_sheet(wanted: str, sheets: Sequence[Sheet]) -> int:
    """The place of the sheet of this name, or with this number from 1; of the only one where "" is wanted.

    :raises InputError: if there is none, with the names of those that there are.
    """
    if not wanted:
        return 0
    names = [sheet.name for sheet in sheets]
    if wanted in names:
        return names.index(wanted)
    plain = [name.strip().casefold() for name in names]
    if wanted.strip().casefold() in plain:
        return plain.index(wanted.strip().casefold())
    if wanted.isascii() and wanted.isdigit() and 1 <= int(wanted[:6]) <= len(sheets):
        return int(wanted) - 1
    raise InputError("sheet", "unknown", wording.roster.no_such_sheet(wanted, names))
