"""Rows of a text file: CSV as Excel, WPS and official systems write it, or cells copied from a spreadsheet.

The encoding is found by trying the whole file, not its beginning: a long table may be plain ASCII up to its first
Chinese name. What no encoding explains is shown as � and its row kept, unless there is much of it.
"""

import codecs
import csv
import io
import os
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import chain
from typing import BinaryIO

from calculator import wording
from calculator.errors import InputError
from calculator.roster.columns import Cells, find_heading

__all__ = ["CsvRows"]

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),  # what Excel calls “Unicode text”
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_ENCODINGS = ("utf-8", "gb18030")
"""In this order: Chinese in GB18030 is hardly ever valid UTF-8, but UTF-8 often looks like strange GB18030."""
_BLOCK = 1 << 20
_TOLERATED = 0.1
"""The share of the characters beyond ASCII that may be unreadable before another encoding is tried."""

_DELIMITERS = ("\t", ",", ";", "，", "；", "|")
_SPACE = " "
"""What people type between two words where they know of no delimiter."""
_SAMPLE_CHARACTERS = 64 * 1024
"""Fewer than one cell may have, so that no sample is refused."""
_LONGEST_ROW = 4_000_000
"""Characters. A file without line breaks must not be read into memory as one row."""


class CsvRows:
    """The rows of a text file. Each blank line counts as a row, as it does in a spreadsheet."""

    system_1904 = False
    remarks: tuple[str, ...] = ()

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._size = max(1, file.seek(0, os.SEEK_END))
        self._encoding = _encoding(file)
        with _decoded(file, self._encoding) as text:
            sample = text.read(_SAMPLE_CHARACTERS)
        if "\x00" in sample:
            raise InputError("file", "kind", wording.roster.NOT_A_TABLE)
        self._delimiter = _delimiter(sample)
        self._position = 0

    @property
    def share(self) -> float:
        """How much of the file has been read, from 0 to 1."""
        return self._position / self._size

    def __iter__(self) -> Iterator[tuple[int, Cells]]:
        """The rows."""
        number = 0
        try:
            with _decoded(self._file, self._encoding) as text:
                lines = _Lines(text)
                for number, cells in enumerate(_read(lines, self._delimiter), 1):
                    lines.of_this_row = 0
                    self._position = self._file.tell()
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


class _Lines:
    """The lines of a text, of which one row may take several, but not without end."""

    def __init__(self, text: io.TextIOWrapper) -> None:
        self._text = text
        self.of_this_row = 0

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._text.readline(_LONGEST_ROW)
        self.of_this_row += len(line)
        if self.of_this_row >= _LONGEST_ROW:
            raise csv.Error("row too long")
        if not line:
            raise StopIteration
        return line


def _read(lines: Iterable[str], delimiter: str) -> Iterator[list[str]]:
    return iter(csv.reader(lines, delimiter=delimiter, skipinitialspace=delimiter != "\t"))


def _encoding(file: BinaryIO) -> str:
    file.seek(0)
    start = file.read(4)
    for mark, encoding in _BYTE_ORDER_MARKS:
        if start.startswith(mark):
            return encoding
    for encoding in _ENCODINGS:
        if _unreadable(file, encoding) <= _TOLERATED:
            return encoding
    raise InputError("file", "encoding", wording.roster.UNKNOWN_ENCODING)


def _unreadable(file: BinaryIO, encoding: str) -> float:
    """The share of what cannot be read among all that is not ASCII, which every encoding reads."""
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    beyond_ascii = unreadable = 0
    file.seek(0)
    for block in chain(iter(lambda: file.read(_BLOCK), b""), [b""]):
        text = decoder.decode(block, final=not block)
        if not text.isascii():
            beyond_ascii += len(text) - len(text.encode("ascii", "ignore"))
            unreadable += text.count("\ufffd")
    return unreadable / max(1, beyond_ascii)


def _delimiter(sample: str) -> str:
    """The delimiter under which the sample looks most like a table with a heading that we know."""

    def merit(delimiter: str) -> tuple[int, float, int]:
        rows = [cells for cells in _read(io.StringIO(sample, newline=""), delimiter) if any(cells)][:50]
        widths = Counter(map(len, rows))
        width, times = widths.most_common(1)[0] if widths else (0, 0)
        known = len(find_heading([tuple(cells) for cells in rows[:50]]).columns)
        return known, times / max(1, len(rows)) if width > 1 else 0.0, -_DELIMITERS.index(delimiter)

    occurring = [delimiter for delimiter in _DELIMITERS if delimiter in sample]
    return max(occurring, key=merit, default=_SPACE)
