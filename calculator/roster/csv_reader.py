"""Rows of a text file: CSV as Excel, WPS and official systems write it, or cells copied from a spreadsheet.

The encoding is found by trying the whole file, not its beginning: a long table may be plain ASCII up to its first
Chinese name. What no encoding explains is shown as � and its row kept, unless there is much of it.
"""

import codecs
import csv
import io
import os
from collections import Counter
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from itertools import chain, count
from typing import BinaryIO

from calculator import wording
from calculator.errors import InputError
from calculator.roster.columns import Cells, Columns, find_heading
from calculator.roster.quotes import Quotes
from calculator.roster.reader import Rows

__all__ = ["CsvRows"]

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),  # what Excel calls “Unicode text”
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_ENCODINGS = ("utf-8", "gb18030")
"""In this order: Chinese in GB18030 is hardly ever valid UTF-8, but UTF-8 often looks like strange GB18030."""
_BLOCK = 1 << 20
_CHARACTERS = 1 << 18
"""So much text is read at a time."""
_TOLERATED = 0.1
"""The share of the characters beyond ASCII that may be unreadable before another encoding is tried."""

_DELIMITERS = ("\t", ",", ";", "，", "；", "|")
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

    @property
    def share(self) -> float:
        """How much of the file has been read, from 0 to 1."""
        return self._position / self._size

    @property
    def remarks(self) -> tuple[wording.roster.Remark, ...]:
        """That quotation marks were missing, and in which rows."""
        lonely = self._quotes.lonely if self._quotes else []
        return (wording.roster.lonely_quotes(lonely),) if lonely else ()

    def prepare(self) -> Generator[None]:
        """Find the encoding and the delimiter."""
        self._encoding = yield from _encoding(self._file)
        with _decoded(self._file, self._encoding) as text:
            sample = text.read(_SAMPLE_CHARACTERS)
        if "\x00" in sample:
            raise InputError("file", "kind", wording.roster.NOT_A_TABLE)
        self._shape = _shape(sample)

    def __iter__(self) -> Iterator[tuple[int, Cells]]:
        """The rows."""
        quotes = self._quotes = Quotes(*self._shape)
        numbers = count(1)
        number = 0
        try:
            with _decoded(self._file, self._encoding) as text:
                for block, is_last, marked in _blocks(text):
                    self._position = self._file.tell()
                    for cells in quotes.rows(block, is_last=is_last, marked=marked):
                        number = next(numbers)
                        yield number, tuple(cells)
        except csv.Error as error:
            raise InputError("file", "cell", wording.roster.cell_too_long(number + 1)) from error


@contextmanager
def _decoded(file: BinaryIO, encoding: str) -> Iterator[io.TextIOWrapper]:
    """A file as text from its beginning. It is left open when done, for it is read more than once."""
    file.seek(0)
    text = io.TextIOWrapper(file, encoding, errors="replace", newline="")
    try:
        yield text
    finally:
        # Rows that nobody asked for any more end after their file.
        if not file.closed:
            text.detach()


def _blocks(text: io.TextIOWrapper) -> Iterator[tuple[list[str], bool, bool]]:
    """The lines of a text with their ends, many at a time, whether they are the last, and whether a quotation mark is
    among them.

    :raises csv.Error: for a line that no row can be.
    """
    rest = ""
    while piece := text.read(_CHARACTERS):
        piece = rest + piece
        lines = list(io.StringIO(piece, newline=""))
        # A line may go on in the next piece, and so may its end: \r may be followed by \n.
        rest = lines.pop()
        if len(rest) > _LONGEST_ROW:
            raise csv.Error("line too long")
        yield lines, False, '"' in piece
    yield list(io.StringIO(rest, newline="")), True, True


def _encoding(file: BinaryIO) -> Generator[None, None, str]:
    file.seek(0)
    start = file.read(4)
    for mark, encoding in _BYTE_ORDER_MARKS:
        if start.startswith(mark):
            return encoding
    for encoding in _ENCODINGS:
        if (yield from _unreadable(file, encoding)) <= _TOLERATED:
            return encoding
    raise InputError("file", "encoding", wording.roster.UNKNOWN_ENCODING)


def _unreadable(file: BinaryIO, encoding: str) -> Generator[None, None, float]:
    """The share of what cannot be read among all that is not ASCII, which every encoding reads."""
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    beyond_ascii = unreadable = 0
    file.seek(0)
    for block in chain(iter(lambda: file.read(_BLOCK), b""), [b""]):
        text = decoder.decode(block, final=not block)
        if not text.isascii():
            beyond_ascii += len(text) - len(text.encode("ascii", "ignore"))
            unreadable += text.count("\ufffd")
        yield
    return unreadable / max(1, beyond_ascii)


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
