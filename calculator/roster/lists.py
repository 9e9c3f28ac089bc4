"""Several lists one below the other in one table: where the next begins, and what its columns mean."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from calculator import wording
from calculator.errors import InputError
from calculator.roster.columns import Cells, Heading, find_heading
from calculator.roster.heading_rows import belongs_above, could_begin_list, looks_like_data, names_names

__all__ = ["NextList", "begins_beside", "begins_list", "next_list"]

_LOOKED_AT = 5
"""So many rows below a heading tell whether it goes on."""


@dataclass(frozen=True, slots=True)
class NextList:
    """What begins with a row: the heading, whether its columns are those of the list above, how many of the rows
    ``ahead`` belong to it, and these, which were looked at."""

    heading: Heading
    same: bool
    height: int
    ahead: list[tuple[int, Cells]]


def begins_list(cells: Cells) -> bool:
    """Whether a row of the table is the heading of another list."""
    if not could_begin_list(cells):
        return False
    if any(map(names_names, cells)):
        return True
    found = find_heading([cells]).columns
    return "name" in found and "last" in found


def begins_beside(sample: Sequence[Cells], heading: Heading) -> bool:
    """Whether another list begins beside the people of the first, below its heading."""
    names = heading.columns.get("name", ())
    return any(
        looks_like_data(cells) and any(names_names(cell) for index, cell in enumerate(cells) if index not in names)
        for cells in sample[heading.row + 1 :]
    )


def next_list(
    cells: Cells, above: Cells, rows: Iterator[tuple[int, Cells]], heading: Heading, latest_year: int
) -> NextList:
    """Understand the heading of a list that stands below another; it may begin in the row above, and go on below.

    :param rows: those below, of which some are looked at.
    :param heading: that of the list above.
    :raises InputError: if two lists begin beside each other.
    """
    ahead = list(islice(rows, _LOOKED_AT))
    lines = [above, cells] if belongs_above(above, cells) else [cells]
    found = find_heading([*lines, *(below for _, below in ahead)], latest_year)
    if found.first != 0 or found.row < len(lines) - 1:
        lines = [cells]
        found = find_heading(lines, latest_year)
    if found.side_by_side:
        raise InputError("file", "columns", wording.roster.SIDE_BY_SIDE)
    again = lines == [*heading.lines[-1:]]
    same = again or found.columns == heading.columns
    return NextList(heading if again else found, same, max(0, found.row - len(lines) + 1), ahead)
