"""Cells that are merged over several rows hold for each of them, though they are written in the first alone."""

from collections.abc import Iterable, Iterator, Mapping

from calculator.roster.columns import Cells

__all__ = ["filled_down"]


def filled_down(
    rows: Iterable[tuple[int, Cells]], merges: Mapping[int, list[tuple[int, int]]]
) -> Iterator[tuple[int, Cells]]:
    """The rows, each with what merged cells above it hold for it. Rows without any text of their own stay empty: the
    list may be shorter than the merged cells beside it.

    :param merges: for each row that merged cells begin in, their columns from 0 and their last rows.
    """
    open_: dict[int, tuple[int, str]] = {}
    for number, cells in rows:
        open_ = {column: found for column, found in open_.items() if found[0] >= number} if open_ else open_
        if open_ and any(map(str.strip, cells)):
            width = max(len(cells), max(open_) + 1)
            row = [*cells, *[""] * (width - len(cells))]
            for column, (_, text) in open_.items():
                row[column] = row[column] if row[column].strip() else text
            cells = tuple(row)
        yield number, cells
        for column, last in merges.get(number, ()):
            if column < len(cells) and cells[column].strip():
                open_[column] = (last, cells[column])
