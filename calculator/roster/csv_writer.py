"""The roster as CSV: UTF-8 with a byte order mark, by which Excel and WPS know it."""

import csv
import io
from contextlib import suppress
from typing import BinaryIO

from calculator import wording
from calculator.roster.columns import Heading
from calculator.roster.formulas import harmless
from calculator.roster.rows import Person
from calculator.roster.writers import own_cells, result_cells

__all__ = ["CsvWriter"]


class CsvWriter:
    """Writes rows to a file.

    :param plain: for other programs rather than spreadsheets: no byte order mark, lines ended by LF.
    """

    def __init__(self, file: BinaryIO, heading: Heading, *, plain: bool = False) -> None:
        encoding, ending = ("utf-8", "\n") if plain else ("utf-8-sig", "\r\n")
        self._text = io.TextIOWrapper(file, encoding, errors="replace", newline="", write_through=plain)
        self._heading = heading
        self._csv = csv.writer(self._text, lineterminator=ending)
        self._csv.writerow([*map(harmless, heading.names), *wording.roster.RESULT_HEADINGS])

    def write(self, person: Person) -> None:
        """Add a row."""
        beyond = person.cells[len(self._heading.names) :]
        self._csv.writerow(
            [*map(harmless, own_cells(person, self._heading)), *result_cells(person), *map(harmless, beyond)]
        )

    def close(self) -> None:
        """Complete the file; it stays open."""
        self._text.detach()

    def abandon(self) -> None:
        """Leave the file incomplete and open."""
        with suppress(OSError):
            self._text.detach()
