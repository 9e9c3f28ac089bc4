"""The roster as CSV: UTF-8 with a byte order mark, by which Excel and WPS know it.

Every cell is in quotes, headings and our own words too, so that whoever opens the file with another separator than the
comma cuts no cell in two and makes no formula of the second half.
"""

import codecs
import csv
import io
from contextlib import suppress
from typing import BinaryIO

from calculator import wording
from calculator.roster.columns import Heading
from calculator.roster.formulas import harmless, is_plain
from calculator.roster.rows import Person, Verdict
from calculator.roster.writers import own_cells, result_cells

__all__ = ["CsvWriter"]

_BETWEEN = '","'
_WAITING = 500
"""So many rows are written in one go."""


class CsvWriter:
    """Writes rows to a file.

    :param plain: for other programs rather than spreadsheets: no byte order mark, lines ended by LF.
    """

    def __init__(self, file: BinaryIO, heading: Heading, *, plain: bool = False) -> None:
        if not plain:
            file.write(codecs.BOM_UTF8)
        self._ending = "\n" if plain else "\r\n"
        self._text = io.TextIOWrapper(file, "utf-8", errors="replace", newline="", write_through=True)
        self._width = len(heading.names)
        self._csv = csv.writer(self._text, lineterminator=self._ending, quoting=csv.QUOTE_ALL)
        self._csv.writerow([*map(harmless, heading.names), *wording.roster.RESULT_HEADINGS])
        self._waiting: list[str] = []

    def write(self, person: Person) -> None:
        """Add a row."""
        cells = person.cells
        if len(cells) == self._width and is_plain(cells):
            # Nearly all rows: nothing in them needs another character, and their end is that of many others.
            self._waiting.append(f'"{_BETWEEN.join(cells)}",{self._end_of(person.verdict)}')
        else:
            self._flush()
            shown = [*map(harmless, cells)]
            row = [*own_cells(shown, self._width), *result_cells(person.verdict), *shown[self._width :]]
            self._csv.writerow(row)
        if len(self._waiting) >= _WAITING:
            self._flush()

    def close(self) -> None:
        """Complete the file; it stays open."""
        self._flush()
        self._text.detach()

    def abandon(self) -> None:
        """Leave the file incomplete and open."""
        with suppress(OSError):
            self._flush()
            self._text.detach()

    def _flush(self) -> None:
        self._text.write("".join(self._waiting))
        self._waiting.clear()

    def _end_of(self, verdict: Verdict) -> str:
        """What was found, as the end of a line. It is made once for all rows that share the verdict."""
        if not verdict.written:
            line = io.StringIO(newline="")
            csv.writer(line, lineterminator=self._ending, quoting=csv.QUOTE_ALL).writerow(result_cells(verdict))
            verdict.written = line.getvalue()
        return verdict.written
