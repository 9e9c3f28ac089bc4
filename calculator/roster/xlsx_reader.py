"""Rows of an .xlsx workbook, read as they stand in the file, row by row, so that a million take no more room than ten."""

import re
from collections.abc import Generator, Iterator
from typing import BinaryIO

from calculator import wording
from calculator.errors import InputError
from calculator.roster.columns import SAMPLE_ROWS, Cells
from calculator.roster.merged import filled_down
from calculator.roster.odd_cells import Odd
from calculator.roster.reader import Rows
from calculator.roster.sheets import choose_sheet, wanted_sheet
from calculator.roster.xlsx_package import MAX_SHEET, Attributes, Package, Reading, broken
from calculator.roster.xlsx_parts import Texts, column_of, read_merges, read_texts, read_workbook, unescaped
from calculator.roster.xlsx_values import Shown, value_text

__all__ = ["XlsxRows"]

_MAX_ROW = 1_048_576
_MAX_COLUMN = 16_384
_LOOKED_AT = 200
"""Pieces of sheets, beside the first of each, that are looked at to find the roster among all of them."""
_REFERENCE = re.compile(r"\$?([A-Za-z]+)\$?(\d+)", re.ASCII)
_MISSING = "\ufffd"
"""What stands for a text that the workbook does not have, as for a character that no encoding has: it is not nothing."""
_ISO_DAY = re.compile(r"(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d:\d\d)(?:\.\d+)?Z?)?", re.ASCII)
_NUMBER = (Shown.NUMBER, 0)
_TRUTH = {"1": "TRUE", "0": "FALSE", "true": "TRUE", "false": "FALSE"}


class XlsxRows(Rows):
    """The rows of one sheet: of the one that was asked for, or of the one that looks most like a roster."""

    def __init__(self, file: BinaryIO, sheet: str = "") -> None:
        super().__init__(file, sheet)
        self._share = 0.0
        self._odd = Odd()
        self._about_sheets: tuple[wording.roster.Remark, ...] = ()

    @property
    def share(self) -> float:
        """How much of the sheet has been read, from 0 to 1."""
        return self._share

    @property
    def remarks(self) -> tuple[wording.roster.Remark, ...]:
        """Which sheets were not read, that formulas have no values, and which cells are not as they should be."""
        return (*self._about_sheets, *self._odd.remarks)

    def prepare(self) -> Generator[None]:
        """Read what the workbook says of itself, and the texts of its cells, and find the sheet with the roster."""
        self._package = Package(self._file)
        self._workbook = read_workbook(self._package)
        self.sheets, self.system_1904 = self._workbook.sheets, self._workbook.system_1904
        yield
        self._texts = yield from read_texts(self._package, self._workbook.strings)
        if len(self.sheets) == 1 or self._wanted:
            self.sheet = wanted_sheet(self._wanted, self.sheets)
            with_text: tuple[int, ...] = ()
        else:
            samples = yield from self._samples()
            self.sheet, with_text = choose_sheet(samples, self.sheets)
        if with_text:
            used, others = self.sheets[self.sheet], [self.sheets[place].name for place in with_text]
            self._about_sheets = (wording.roster.other_sheets(used.name, others, hidden=used.hidden),)
        path = self._workbook.paths[self.sheet]
        self._merges = yield from read_merges(self._package, path, MAX_SHEET)

    def __iter__(self) -> Iterator[tuple[int, Cells]]:
        """The rows that are in the file; a spreadsheet leaves out those that nothing was written into."""
        rows = self._rows(self._workbook.paths[self.sheet])
        return filled_down(rows, self._merges) if self._merges else rows

    def _rows(self, path: str) -> Iterator[tuple[int, Cells]]:
        for some in self._pieces(path):
            yield from some
        if self._odd.is_most_of_it:
            raise broken()

    def _samples(self) -> Generator[None, None, list[list[Cells]]]:
        """The first rows of each sheet. Sheets that are one part of the file are looked at once."""
        looked_at: dict[str, list[Cells]] = {}
        left = _LOOKED_AT + len(self._workbook.paths)
        for path in self._workbook.paths:
            if path in looked_at:
                continue
            rows = looked_at[path] = []
            for some in self._pieces(path):
                rows += [cells for _, cells in some if any(map(str.strip, cells))]
                left -= 1
                yield
                if len(rows) >= SAMPLE_ROWS or left < 0:
                    break
        self._odd = Odd()
        return [looked_at[path][:SAMPLE_ROWS] for path in self._workbook.paths]

    def _pieces(self, path: str) -> Iterator[list[tuple[int, Cells]]]:
        """The rows of a sheet, as many at a time as come with a piece of the file."""
        rows: list[tuple[int, Cells]] = []
        reading = _SheetReading(self._texts, self._workbook.formats, rows, self._odd, system_1904=self.system_1904)
        size = max(1, self._package.size(path))
        with self._package.stream(path, MAX_SHEET) as source:
            for _ in reading.pieces(source):
                self._share = min(1.0, source.tell() / size)
                yield rows[:]
                rows.clear()


class _SheetReading(Reading):
    """Reads the cells of a sheet's rows.

    :param rows: where each row is put when it is complete.
    """

    def __init__(
        self,
        texts: Texts,
        formats: tuple[tuple[Shown, int], ...],
        rows: list[tuple[int, Cells]],
        odd: Odd,
        *,
        system_1904: bool,
    ) -> None:
        super().__init__()
        self._odd = odd
        self._texts = texts
        self._formats = formats
        self._rows = rows
        self._system_1904 = system_1904
        self._number = self._count = 0
        self._columns: dict[str, int] = {}
        self._cells: dict[int, str] = {}
        self._column = -1
        self._cell: Attributes = {}
        self._value: list[str] = []
        self._formula: list[str] | None = None
        self._into: list[str] | None = None
        self._hints = 0
        self._has_value = False
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._data

    def _start(self, name: str, attributes: Attributes) -> None:
        self.begin()
        name = name.rpartition(":")[2]
        if name == "c":
            self._begin_cell(attributes)
        elif name == "v":
            self._into, self._has_value = self._value, True
        elif name == "t":
            self._into = None if self._hints else self._value
            self._has_value = True
        elif name == "f":
            self._formula = self._into = []
        elif name == "row":
            self._begin_row(attributes)
        elif name == "rPh":
            self._hints += 1

    def _end(self, name: str) -> None:
        self.depth -= 1
        name = name.rpartition(":")[2]
        if name == "c":
            self._end_cell()
        elif name in ("v", "t", "f"):
            self._into = None
        elif name == "row":
            self._end_row()
        elif name == "rPh":
            self._hints -= 1

    def _data(self, text: str) -> None:
        if self._into is not None:
            self._into.append(text)

    def _begin_row(self, attributes: Attributes) -> None:
        number = attributes.get("r", "")
        if number.isdigit():
            self._number = int(number[:9])
        else:
            # Programs leave the number out; what is none at all says no more.
            self._number = self._number + 1 if number[:1] != "-" else 0
            self._odd.misplaced += bool(number)
        self._count += 1
        if not 1 <= self._number <= _MAX_ROW or self._count > _MAX_ROW:
            raise broken()
        self._column = -1
        self._cells.clear()

    def _end_row(self) -> None:
        cells = self._cells
        if cells:
            width = max(cells) + 1
            self._rows.append((self._number, tuple([cells.get(column, "") for column in range(width)])))
            self._odd.written += len(cells)
            self.empty = 0
        self.stretch = self.elements = 0

    def _begin_cell(self, attributes: Attributes) -> None:
        self._cell = attributes
        self._value.clear()
        self._formula, self._has_value = None, False
        reference = attributes.get("r")
        if reference is None:
            self._column += 1
        else:
            letters = reference.rstrip("0123456789")
            if (column := self._columns.get(letters)) is not None:
                self._column = column
            elif match := _REFERENCE.fullmatch(reference):
                self._column = self._columns[letters] = column_of(match[1])
            else:
                self._column += 1
                self._odd.misplaced += 1
        if self._column >= _MAX_COLUMN:
            raise InputError("file", "columns", wording.roster.TOO_MANY_COLUMNS)

    def _end_cell(self) -> None:
        text = self._text("".join(self._value))
        if self._formula is not None and not text and not (self._has_value and self._cell.get("t") == "str"):
            self._odd.without_value += 1
            text = f"={''.join(self._formula)}"
        if text:
            self._cells[self._column] = text

    def _text(self, value: str) -> str:
        kind = self._cell.get("t", "n")
        if kind == "s":
            return self._shared(value)
        if kind == "n":
            return self._numeric(value) if value else ""
        if kind == "b":
            return _TRUTH.get(value.strip().lower(), value)
        if kind == "d" and (match := _ISO_DAY.fullmatch(value.strip())):
            return match[1] if match[2] in (None, "00:00:00") else f"{match[1]} {match[2]}"
        return unescaped(value)

    def _shared(self, value: str) -> str:
        try:
            return self._texts[int(value.removesuffix(".0"))] if value else ""
        except (IndexError, ValueError):
            self._odd.missing += 1
            return _MISSING

    def _numeric(self, value: str) -> str:
        style = self._cell.get("s")
        try:
            shown, digits = self._formats[int(style)] if style else _NUMBER
        except (IndexError, ValueError):
            shown, digits = _NUMBER
        return value_text(value, shown, digits, system_1904=self._system_1904)
