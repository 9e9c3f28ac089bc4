"""What is merged over several rows on an .ods sheet, its formulas without values, and from which day its workbook counts."""

import re
from typing import BinaryIO

from calculator.roster.xlsx_package import Attributes, Package, Reading

__all__ = ["read_ods"]

_CONTENT = "content.xml"
_LARGEST = 400_000_000
_MOST = 200_000
_WORTH_WHILE = re.compile(rb"number-rows-spanned=[\"'](?!1[\"'])|date-value=[\"']1904-01-01|table:formula=")
_OVERLAP = 64


def read_ods(file: BinaryIO, sheet: str) -> tuple[dict[int, list[tuple[int, int]]], bool, frozenset[tuple[int, int]]]:
    """For each first row, from 1, that cells are merged from, their columns, from 0, and last rows; whether days are
    counted from 1904; and the row and the column of each formula without value. Where one has a value, a spreadsheet has
    worked them all out, and those without are texts without characters.

    :raises InputError: if the file is none, or too large to be read twice.
    """
    package = Package(file)
    if not _is_worth_while(package):
        return {}, False, frozenset()
    reading = _Sheets(sheet)
    with package.stream(_CONTENT, _LARGEST) as source:
        for _ in reading.pieces(source):
            pass
    return reading.merges, reading.system_1904, frozenset(() if reading.is_worked_out else reading.formulas)


def _is_worth_while(package: Package) -> bool:
    rest = b""
    with package.stream(_CONTENT, _LARGEST) as source:
        for piece in iter(lambda: source.read(1 << 20), b""):
            if _WORTH_WHILE.search(rest + piece):
                return True
            rest = piece[-_OVERLAP:]
    return False


class _Sheets(Reading):
    """Goes through the sheets, and notes what is merged in one of them."""

    def __init__(self, sheet: str) -> None:
        super().__init__()
        self.merges: dict[int, list[tuple[int, int]]] = {}
        self.formulas: set[tuple[int, int]] = set()
        self.system_1904 = self.is_worked_out = False
        self._sheet = sheet
        self._is_here = False
        self._row = self._next_row = 1
        self._column = 0
        self.parser.StartElementHandler = self.counted(self._start)
        self.parser.EndElementHandler = self.end

    def _start(self, name: str, attributes: Attributes) -> None:
        if name == "table":
            self._is_here = attributes.get("table:name") == self._sheet
            self._next_row = 1
        elif name == "null-date":
            self.system_1904 = attributes.get("table:date-value", "").startswith("1904")
        elif name == "table-row":
            self.stretch = self.elements = self.empty = self._column = 0
            self._row = self._next_row
            self._next_row += _count(attributes, "table:number-rows-repeated")
        elif name in ("table-cell", "covered-table-cell"):
            covered = _count(attributes, "table:number-rows-spanned")
            if self._is_here and covered > 1 and len(self.merges) < _MOST:
                self.merges.setdefault(self._row, []).append((self._column, self._row + covered - 1))
            if self._is_here and "table:formula" in attributes:
                self.formulas.add((self._row, self._column))
                self.is_worked_out = self.is_worked_out or "office:value-type" in attributes
            self._column += _count(attributes, "table:number-columns-repeated")


def _count(attributes: Attributes, name: str) -> int:
    text = attributes.get(name, "1")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 8 else 1
