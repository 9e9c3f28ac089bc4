"""Rows of a text file: CSV as Excel, WPS and official systems write it, or cells copied from a spreadsheet."""

import csv
import io
import os
from collections import Counter
from collections.abc import Generator, Iterator
from itertools import count
from typing import BinaryIO

from calculator import wording
from calculator.errors import InputError
from calculator.roster.columns import Cells, Columns, find_heading
from calculator.roster.encodings import ByLine, Text, decoded, find_encoding
from calculator.roster.quotes import Quotes
from calculator.roster.reader import Rows

__all__ = ["CsvRows"]

_CHARACTERS = 1 << 18
"""So much text is read at a time."""

_DELIMITERS = ("\t", ",", ";", "，", "；", "|")
_NOUGHT = "\0"
_SPACE = " "
"""What people type between two words where they know of no delimiter."""
_SAMPLE_CHARACTERS = 64 * 1024
"""Fewer than one cell may have, so that no sample is refused."""
_LONGEST_ROW = 4_000_000
"""Characters. A file without line breaks must not be read into memory as one row."""


class CsvRows(Rows):
    """The rows of a text file. Each blank line counts as a row, as it does in a spreadsheet."""

    def __init__(self, file: BinaryIO, sheet: str = "") -> None:
        super().__init__(file, sheet)
        self._size = max(1, file.seek(0, os.SEEK_END))
        self._position = 0
        self._quotes: Quotes | None = None
        self._others = 0

    @property
    def share(self) -> float:
        """How much of the file has been read, from 0 to 1."""
        return self._position / self._size

    @property
    def remarks(self) -> tuple[wording.roster.Remark, ...]:
        """That quotation marks were missing, and in which rows; that some rows were in another encoding."""
        lonely = self._quotes.lonely if self._quotes else []
        told = [wording.roster.lonely_quotes(lonely)] if lonely else []
        if self._others:
            told.append(wording.roster.lines_in_another_encoding(self._others))
        return tuple(told)

    def prepare(self) -> Generator[None]:
        """Find the encoding and the delimiter."""
        self._encoding = yield from find_encoding(self._file)
        with decoded(self._file, self._encoding) as text:
            sample = text.read(_SAMPLE_CHARACTERS)
        self._shape = _shape(sample.replace(_NOUGHT, ""))

    def __iter__(self) -> Iterator[tuple[int, Cells]]:
        """The rows."""
        quotes = self._quotes = Quotes(*self._shape)
        numbers = count(1)
        number = 0
        try:
            with decoded(self._file, self._encoding) as text:
                for block, is_last, marked in _blocks(text):
                    self._position = self._file.tell()
                    for cells in quotes.rows(block, is_last=is_last, marked=marked):
                        number = next(numbers)
                        yield number, tuple(cells)
                if isinstance(text, ByLine):
                    self._others = min(text.lines)
        except csv.Error as error:
            raise InputError("file", "cell", wording.roster.cell_too_long(number + 1)) from error


def _blocks(text: Text) -> Iterator[tuple[list[str], bool, bool]]:
    """The lines of a text with their ends, many at a time, whether they are the last, and whether a quotation mark is
    among them.

    :raises csv.Error: for a line that no row can be.
    """
    rest = ""
    while piece := text.read(_CHARACTERS):
        # Programs that fill cells up to a width fill them with noughts, which no spreadsheet shows.
        piece = rest + (piece.replace(_NOUGHT, "") if _NOUGHT in piece else piece)
        lines = list(io.StringIO(piece, newline=""))
        # A line may go on in the next piece, and so may its end: \r may be followed by \n.
        rest = lines.pop()
        if len(rest) > _LONGEST_ROW:
            raise csv.Error("line too long")
        yield lines, False, '"' in piece
    yield list(io.StringIO(rest, newline="")), True, True


def _shape(sample: str) -> tuple[str, int, tuple[int, ...]]:
    """The delimiter under which the sample looks most like a table with a heading that we know, how many columns it has
    then, and which of them hold days."""

    def merit(found: tuple[str, int, float, Columns]) -> tuple[int, float, int]:
        delimiter, width, share, columns = found
        return len(columns), share if width > 1 else 0.0, -_DELIMITERS.index(delimiter)

    occurring = [_cut(sample, delimiter) for delimiter in _DELIMITERS if delimiter in sample]
    delimiter, width, _, columns = max(occurring, key=merit) if occurring else _cut(sample, _SPACE)
    return delimiter, width, columns.get("last", ())


def _cut(sample: str, delimiter: str) -> tuple[str, int, float, Columns]:
    """How a sample looks under a delimiter: the usual number of columns, the share of the rows that have so many, and
    what the columns hold."""
    reader = csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter, skipinitialspace=delimiter != "\t")
    rows = [tuple(cells) for cells in reader if any(cells)][:50]
    width, times = Counter(map(len, rows)).most_common(1)[0] if rows else (0, 0)
    return delimiter, width, times / max(1, len(rows)), find_heading(rows).columns
