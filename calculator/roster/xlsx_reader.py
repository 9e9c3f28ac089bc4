"""Rows of an .xlsx workbook, read as they stand in the file.

Of openpyxl its reading of workbooks, styles and single cells is used. The walk over the rows is our own, because
openpyxl keeps something of each row and fills the rows up to whatever size the sheet claims to have; so is the reading
of the texts, which takes openpyxl longer than everything else together.
"""

import re
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from itertools import islice
from typing import Any, BinaryIO
from xml.etree.ElementTree import Element, SubElement, iterparse
from zipfile import BadZipFile, ZipFile

from openpyxl.reader.excel import ExcelReader
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.worksheet._reader import INLINE_STRING, ROW_TAG, VALUE_TAG, WorkSheetParser
from openpyxl.xml.constants import SHARED_STRINGS, SHEET_MAIN_NS

from calculator import wording
from calculator.errors import InputError
from calculator.roster.columns import SAMPLE_ROWS, Cells, find_heading

__all__ = ["XlsxRows"]

_MAX_UNPACKED = 2_000_000_000
"""Bytes of a sheet, which is streamed: a million rows of thirty cells."""
_MAX_HELD = 300_000_000
"""Bytes of everything else, which is held in memory while it is read: the texts of a million rows."""
_MAX_ROW = 1_048_576
_MAX_COLUMN = 16_384
_SHEET_DATA = f"{{{SHEET_MAIN_NS}}}sheetData"
_STRING = f"{{{SHEET_MAIN_NS}}}si"
_RUN = f"{{{SHEET_MAIN_NS}}}r"
_TEXT = f"{{{SHEET_MAIN_NS}}}t"
_ESCAPED = re.compile("_x(?![Dd][89A-Fa-f])([0-9A-Fa-f]{4})_")  # halves of characters stay escaped


class XlsxRows:
    """The rows of the first sheet that has a heading we know, or else of the first that has any text."""

    def __init__(self, file: BinaryIO) -> None:
        with _declared_errors():
            _check_sizes(file)
            file.seek(0)
            reader = _Reader(file, read_only=True, data_only=True, keep_links=False)
            reader.read()
            self._workbook: Any = reader.wb
            self.system_1904 = self._workbook.epoch == CALENDAR_MAC_1904
        self._share = 0.0
        self._sheet, others = self._choose_sheet()
        self.remarks: tuple[str, ...] = (wording.roster.other_sheets(self._sheet.title, others + 1),) if others else ()

    @property
    def share(self) -> float:
        """How much of the sheet has been read, from 0 to 1."""
        return self._share

    def __iter__(self) -> Iterator[tuple[int, Cells]]:
        """The rows that are in the file; a spreadsheet leaves out those that nothing was written into."""
        return self._rows(self._sheet)

    def _choose_sheet(self) -> tuple[Any, int]:
        """The sheet to read, and how many others have something in them."""
        with_text = []
        for sheet in self._workbook.worksheets:
            sample = [cells for _, cells in islice(self._rows(sheet), SAMPLE_ROWS) if any(map(str.strip, cells))]
            if sample:
                with_text.append((sheet, find_heading(sample)))
        if not with_text:
            raise InputError("file", "empty", wording.roster.EMPTY)
        known = [sheet for sheet, heading in with_text if heading.row >= 0 and "last" in heading.columns]
        return (known or [sheet for sheet, _ in with_text])[0], len(with_text) - 1

    def _rows(self, sheet: Any) -> Iterator[tuple[int, Cells]]:
        with _declared_errors():
            source = sheet._get_source()
        parser = _Parser(
            source,
            sheet._shared_strings,
            data_only=True,
            epoch=self._workbook.epoch,
            date_formats=self._workbook._date_formats,
            timedelta_formats=self._workbook._timedelta_formats,
        )
        size = max(1, self._workbook._archive.getinfo(sheet._worksheet_path).file_size)
        rows = _parsed(source, parser)
        with source:
            while True:
                with _declared_errors():
                    some = list(islice(rows, 200))
                if not some:
                    return
                self._share = source.tell() / size
                yield from some


class _Reader(ExcelReader):  # type: ignore[misc]
    """Reads what a workbook says of itself, and its texts."""

    def read_strings(self) -> None:
        """The texts that cells refer to by number, without the hints on how to pronounce them."""
        part = self.package.find(SHARED_STRINGS)
        if part is None:
            return
        with self.archive.open(part.PartName[1:]) as source:
            for _, element in iterparse(source):  # noqa: S314 - expat refuses entities that multiply
                if element.tag == _STRING:
                    self.shared_strings.append(_written(element))
                    element.clear()


class _Parser(WorkSheetParser):  # type: ignore[misc]
    """Reads cells."""

    def parse_cell(self, element: Element) -> dict[str, Any]:
        """A cell; a text that stands in the cell itself is read as those that stand apart are."""
        text = element.find(INLINE_STRING) if element.get("t") == "inlineStr" else None
        if text is not None:
            element.set("t", "str")
            SubElement(element, VALUE_TAG).text = _written(text)
        return dict(super().parse_cell(element))


def _written(element: Element) -> str:
    """A text in all its pieces. Characters that XML cannot hold are written by their number: _x000D_ ends a line."""
    pieces = [element, *element.findall(_RUN)]
    text = "".join(one.text or "" for piece in pieces for one in piece.findall(_TEXT))
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text) if "_x" in text else text


def _parsed(source: Any, parser: Any) -> Iterator[tuple[int, Cells]]:
    holder: Any = None
    for event, element in iterparse(source, events=("start", "end")):  # noqa: S314 - expat refuses entities that multiply
        if event == "start":
            if element.tag == _SHEET_DATA:
                holder = element
        elif element.tag == ROW_TAG:
            number, cells = parser.parse_row(element)
            parser.row_dimensions.clear()
            if number > _MAX_ROW:
                raise InputError("file", "broken", wording.roster.BROKEN_WORKBOOK)
            yield number, _texts(cells)
            if holder is not None:
                holder.clear()


def _texts(cells: list[dict[str, Any]]) -> Cells:
    """The cells of a row as text, each in its column."""
    width = max((cell["column"] for cell in cells if cell["value"] is not None), default=0)
    if width > _MAX_COLUMN:
        raise InputError("file", "columns", wording.roster.TOO_MANY_COLUMNS)
    texts = [""] * width
    for cell in cells:
        if cell["value"] is not None:
            texts[cell["column"] - 1] = _text(cell["value"])
    return tuple(texts)


def _text(value: object) -> str:
    """What a cell shows, as near as text comes: days as ISO dates, whole numbers without a point."""
    match value:
        case str():
            return value
        case bool():
            return str(value).upper()
        case datetime():
            at_midnight = value.time() == time()
            return value.date().isoformat() if at_midnight else value.isoformat(" ", "seconds")
        case date() | time():
            return value.isoformat()
        case timedelta():
            return str(value)
        case float() if value.is_integer() and abs(value) < 1e15:
            return str(int(value))
        case _:
            return str(value)


def _check_sizes(file: BinaryIO) -> None:
    """Refuse what would unpack to more than fits. A file in a zip gives no more than the size that it declares."""
    with ZipFile(file) as archive:
        for one in archive.infolist():
            sheet = one.filename.startswith("xl/worksheets/")
            if one.file_size > (_MAX_UNPACKED if sheet else _MAX_HELD):
                raise InputError("file", "size", wording.roster.NOT_UNPACKED)


@contextmanager
def _declared_errors() -> Iterator[None]:
    """Whatever a broken workbook raises, inside openpyxl, zipfile or expat, is an ``InputError``; nothing is printed."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            yield
        except (InputError, ModuleNotFoundError, MemoryError):
            raise
        except BadZipFile as error:
            raise InputError("file", "broken", wording.roster.BROKEN_WORKBOOK) from error
        except Exception as error:
            raise InputError("file", "broken", wording.roster.BROKEN_WORKBOOK) from error
