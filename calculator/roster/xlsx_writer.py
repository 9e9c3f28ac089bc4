"""The roster as a workbook. The table's own cells are text, so that no formula runs and no number loses its zeros."""

from typing import Any, BinaryIO

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from calculator import wording
from calculator.roster.columns import Heading
from calculator.roster.formulas import begins_formula
from calculator.roster.rows import Person
from calculator.roster.writers import own_cells, result_cells

__all__ = ["XlsxWriter"]

_MAX_ROWS = 1_048_576
_MAX_CHARACTERS = 32_767
_WIDTHS = (13, 13, 13, 15, 60)
"""The widths of our own columns in characters."""


class XlsxWriter:
    """Writes rows to a file, to a further sheet where one is full."""

    def __init__(self, file: BinaryIO, heading: Heading) -> None:
        self._file = file
        self._heading = heading
        self._book: Any = Workbook(write_only=True)
        self._rows = _MAX_ROWS
        self._sheet: Any = None

    def write(self, person: Person) -> None:
        """Add a row."""
        if self._rows >= _MAX_ROWS:
            self._begin_sheet()
        width = len(self._heading.names)
        own = [self._text(cell) for cell in own_cells(person.cells, width)]
        beyond = [self._text(cell) for cell in person.cells[width:]]
        *days, status, reason = result_cells(person.verdict)
        self._sheet.append([*own, *days, status, _clean(reason), *beyond])
        self._rows += 1

    def close(self) -> None:
        """Complete the file; it stays open."""
        if self._sheet is None:
            self._begin_sheet()
        self._book.save(self._file)

    def abandon(self) -> None:
        """Leave the file empty and open, without the temporary files in which openpyxl keeps rows."""
        for sheet in self._book.worksheets:
            sheet.close()
            sheet._writer.cleanup()

    def _begin_sheet(self) -> None:
        number = len(self._book.worksheets)
        self._sheet = self._book.create_sheet(wording.roster.SHEET_NAME + (str(number + 1) if number else ""))
        self._sheet.freeze_panes = "A2"
        own = len(self._heading.names)
        for index in range(own):
            self._sheet.column_dimensions[_letter(index)].width = 16
        for index, width in enumerate(_WIDTHS, own):
            self._sheet.column_dimensions[_letter(index)].width = width
        self._sheet.append([self._title(name) for name in (*self._heading.names, *wording.roster.RESULT_HEADINGS)])
        self._rows = 1

    def _title(self, text: str) -> Any:
        cell = self._text(text, always=True)
        cell.font = Font(bold=True)
        return cell

    def _text(self, text: str, *, always: bool = False) -> Any:
        """A text that stays text when its cell is edited, which is what an apostrophe typed before it does."""
        clean = _clean(text)
        if not always and not begins_formula(clean):
            return clean or None
        cell = WriteOnlyCell(self._sheet, clean)
        cell.data_type = "s"
        cell.quotePrefix = True
        return cell


def _clean(text: str) -> str:
    """A text without what a workbook cannot hold."""
    return str(ILLEGAL_CHARACTERS_RE.sub("\ufffd", text))[:_MAX_CHARACTERS]


def _letter(index: int) -> str:
    return str(get_column_letter(index + 1))
