"""Quotation marks in a text file: a cell in quotes may go over several lines, and a mark that is never closed goes on
until the next one, past everybody who stands between them.

What a cell in quotes swallows is looked at: where its lines look like rows of the table, or where it ends in a way in
which no program ends a cell, the mark is one of the text. The line is then read by itself, and so are those after it.
"""

import csv
import re
from collections.abc import Generator, Iterator, Sequence
from typing import Any

__all__ = ["Quotes"]

_MARK = '"'
_DAY = re.compile(r"\d{4}\D{1,3}\d{1,2}\D{1,3}\d{1,2}|(?<!\d)(?:19|20)\d{6}(?!\d)")
_FEW_COLUMNS = 4
"""With no more columns than these a line of a note may have as many delimiters as a row; a day tells them apart."""
_LONGEST_ROW = 4_000_000


class Quotes:
    """Reads lines as rows of cells.

    ``lonely`` are the numbers of the rows in which a mark was never closed.

    :param width: how many columns the table has, as far as its beginning shows.
    :param days: the columns that hold days, as far as the headings say.
    """

    def __init__(self, delimiter: str, width: int, days: Sequence[int] = ()) -> None:
        self.lonely: list[int] = []
        self._delimiter = delimiter
        self._width = width
        self._days = days
        self._waiting: list[str] = []
        self._number = 0

    def rows(self, lines: list[str], *, is_last: bool, marked: bool = True) -> Iterator[list[str]]:
        """The rows of the next lines. One that may go on in those after them waits for them.

        :param marked: whether there is any quotation mark in these lines.

        :raises csv.Error: for a cell or a row that is longer than any can be.
        """
        if not self._waiting and not marked:
            yield from self._reader(lines)
            self._number += len(lines)
            return
        lines = self._waiting + lines
        self._waiting = []
        begin = 0
        while begin < len(lines):
            rest = lines[begin:] if begin else lines
            done = yield from self._until_lonely(rest, is_last=is_last)
            if done == len(rest):
                return
            begin += done + 1
            self._number += 1
            self.lonely.append(self._number)
            yield self._by_itself(rest[done])

    def _until_lonely(self, lines: list[str], *, is_last: bool) -> Generator[list[str], None, int]:
        """The rows up to the first line with a mark that is never closed; gives back how many lines were used."""
        reader = self._reader(lines)
        begin = 0
        count = len(lines)
        while True:
            try:
                cells = next(reader, None)
            except csv.Error:
                if reader.line_num - begin > 1 and _MARK in lines[begin]:
                    return begin
                raise
            if cells is None:
                return begin
            end = reader.line_num
            if end - begin > 1 or (end == count and _MARK in lines[begin]):
                row = lines[begin:end]
                if end == count and self._goes_on(row):
                    if is_last:
                        return begin
                    if sum(map(len, row)) > _LONGEST_ROW:
                        raise csv.Error("row too long")
                    self._waiting = row
                    return count
                if end - begin > 1 and self._is_swallowing(row):
                    return begin
            begin = end
            self._number += 1
            yield cells

    def _reader(self, lines: Sequence[str], *, strict: bool = False) -> Any:
        return csv.reader(lines, delimiter=self._delimiter, skipinitialspace=self._delimiter != "\t", strict=strict)

    def _goes_on(self, row: Sequence[str]) -> bool:
        """Whether what came after these lines would belong to the same row."""
        return sum(1 for _ in self._reader([*row, "x"])) == 1

    def _is_swallowing(self, row: Sequence[str]) -> bool:
        """Whether one row over these lines has others inside."""
        try:
            list(self._reader(row, strict=True))
        except csv.Error:
            return True
        end = row[-1].partition(_MARK)[0]
        return any(map(self._looks_like_a_row, (*row[1:-1], end)))

    def _looks_like_a_row(self, line: str) -> bool:
        cells = line.split(self._delimiter)
        if self._width < 2 or len(cells) < self._width:
            return False
        days = [cells[index] for index in self._days if index < len(cells)] if self._days else cells
        return any(map(_DAY.search, days)) or (self._width > _FEW_COLUMNS and len(cells) == self._width)

    def _by_itself(self, line: str) -> list[str]:
        """The cells of a line with a mark that is never closed: closed at its end, or if that leaves too few cells, cut
        at each delimiter, whatever is in quotes."""
        closed: list[str] = next(self._reader([line.rstrip("\r\n") + _MARK]), [])
        if len(closed) >= self._width:
            return closed
        return [_unquoted(cell) for cell in line.rstrip("\r\n").split(self._delimiter)]


def _unquoted(cell: str) -> str:
    plain = cell.strip()
    if len(plain) > 1 and plain[0] == plain[-1] == _MARK:
        return plain[1:-1].replace(_MARK * 2, _MARK)
    return cell
