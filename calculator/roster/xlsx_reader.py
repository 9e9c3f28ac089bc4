"""Rows of an .xlsx workbook, read as they stand in the file.

Of openpyxl its reading of workbooks, styles and single cells is used. The walk over the rows is our own, because
openpyxl keeps something of each row and fills the rows up to whatever size the sheet claims to have; so is the reading
of the texts, which takes openpyxl longer than everything else together. What a roster has no use for is not read at
all: properties, themes, charts, macros, names.

A workbook may be made to harm: a few kilobytes that unpack to gigabytes. The archive takes no part that is larger than
it may be, and what is read of a part in one stretch has an end too.
"""

import re
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from functools import partial
from itertools import islice
from typing import IO, Any, BinaryIO
from xml.etree.ElementTree import Element, SubElement, iterparse
from xml.parsers.expat import ParserCreate
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile

from openpyxl.reader.excel import ExcelReader
from openpyxl.styles.stylesheet import apply_stylesheet
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.worksheet._reader import INLINE_STRING, ROW_TAG, VALUE_TAG, WorkSheetParser
from openpyxl.xml.constants import SHARED_STRINGS, SHEET_MAIN_NS

from calculator import wording
from calculator.errors import InputError
from calculator.roster.columns import SAMPLE_ROWS, Cells, find_heading

__all__ = ["XlsxRows"]

_MAX_SHEET = 2_000_000_000
"""Bytes of a sheet, which is streamed: a million rows of thirty cells."""
_MAX_STRINGS = 200_000_000
"""Bytes of the texts that cells refer to: those of a million rows."""
_MAX_PART = 10_000_000
"""Bytes of any other part, which is made into a tree in memory, many times as large."""
_MAX_STRETCH = 8_000_000
"""Bytes of a sheet before its first row and from one row to the next, and so of the texts."""
_MAX_SHEETS = 255
_PIECE = 16_384
"""So many bytes are read at a time. Within the first of them a part's first element begins."""
_MAX_ROW = 1_048_576
_MAX_COLUMN = 16_384
_SHEET_DATA = f"{{{SHEET_MAIN_NS}}}sheetData"
_STRINGS = f"{{{SHEET_MAIN_NS}}}sst"
_STRING = f"{{{SHEET_MAIN_NS}}}si"
_RUN = f"{{{SHEET_MAIN_NS}}}r"
_TEXT = f"{{{SHEET_MAIN_NS}}}t"
_ESCAPED = re.compile("_x(?![Dd][89A-Fa-f])([0-9A-Fa-f]{4})_")  # halves of characters stay escaped


class XlsxRows:
    """The rows of the first sheet that has a heading we know, or else of the first that has any text."""

    def __init__(self, file: BinaryIO) -> None:
        with _declared_errors():
            reader = _Reader(file, read_only=True, data_only=True, keep_links=False)
            reader.read()
            self._archive: _Archive = reader.archive
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
        if len(self._workbook.worksheets) > _MAX_SHEETS:
            raise InputError("file", "size", wording.roster.NOT_UNPACKED)
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
            source = self._archive.stream(sheet._worksheet_path, _MAX_SHEET)
        parser = _Parser(
            source,
            sheet._shared_strings,
            data_only=True,
            epoch=self._workbook.epoch,
            date_formats=self._workbook._date_formats,
            timedelta_formats=self._workbook._timedelta_formats,
        )
        size = max(1, self._archive.getinfo(sheet._worksheet_path).file_size)
        rows = _parsed(source, parser)
        with source:
            while True:
                with _declared_errors():
                    some = list(islice(rows, 200))
                if not some:
                    return
                self._share = source.tell() / size
                yield from some


class _Archive(ZipFile):
    """A zip that gives no more than fits, whatever it says of itself.

    A part gives no more than the size that it declares; but what is read in one go is unpacked as a whole first, and
    only deflation can be unpacked piece by piece.
    """

    def stream(self, name: str, most: int) -> IO[bytes]:
        """A part to be read in pieces.

        :raises InputError: if it declares more than ``most`` bytes.
        :raises BadZipFile: if no spreadsheet can have written it.
        """
        part = self.getinfo(name)
        if part.file_size > most:
            raise InputError("file", "size", wording.roster.NOT_UNPACKED)
        if part.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            raise BadZipFile("neither stored nor deflated")
        source = self.open(part)
        if not _begins_plainly(source.read(_PIECE)):
            raise BadZipFile("with a document type, or no XML")
        source.seek(0)
        return source

    def read(self, name: Any, pwd: bytes | None = None) -> bytes:  # noqa: ARG002 - as in ZipFile
        """A part as a whole."""
        with self.stream(name, _MAX_PART) as source:
            return b"".join(iter(partial(source.read, _PIECE), b""))


def _begins_plainly(beginning: bytes) -> bool:
    """Whether a part comes to its first element without a document type, of which entities that multiply have need."""
    met: list[str] = []
    parser = ParserCreate()
    parser.StartDoctypeDeclHandler = lambda *_: met.append("document type")
    parser.StartElementHandler = lambda *_: met.append("element")
    parser.Parse(beginning, False)
    return met[:1] == ["element"]


class _Measured:
    """A part being read, which ends when too much of it is of no use."""

    def __init__(self, source: IO[bytes]) -> None:
        self._source = source
        self.stretch = 0

    def read(self, size: int) -> bytes:
        """The next bytes."""
        piece = self._source.read(size)
        self.stretch += len(piece)
        if self.stretch > _MAX_STRETCH:
            raise InputError("file", "size", wording.roster.NOT_UNPACKED)
        return piece


def _children(source: IO[bytes], parent: str, tag: str) -> Iterator[Element]:
    """The elements ``tag`` right inside the first ``parent``, each forgotten when the next is asked for."""
    measured = _Measured(source)
    holder: Element | None = None
    depth = depth_within = 0
    for event, element in iterparse(measured, events=("start", "end")):  # type: ignore[call-overload] # noqa: S314 - no entities
        if event == "start":
            depth += 1
            if holder is None and element.tag == parent:
                holder, depth_within = element, depth + 1
        elif element is holder:
            return
        else:
            if depth == depth_within and element.tag == tag and holder is not None:
                yield element
                measured.stretch = 0
                holder.clear()
            depth -= 1


class _Reader(ExcelReader):  # type: ignore[misc]
    """Reads what a workbook says of itself, and its texts, as far as rows need it."""

    def __init__(self, file: BinaryIO, **options: bool) -> None:
        super().__init__(file, **options)
        self.archive = _Archive(file)

    def read(self) -> None:
        """Fill ``wb``."""
        self.read_manifest()
        self.read_strings()
        self.read_workbook()
        apply_stylesheet(self.archive, self.wb)
        self.read_worksheets()

    def read_strings(self) -> None:
        """The texts that cells refer to by number, without the hints on how to pronounce them."""
        part = self.package.find(SHARED_STRINGS)
        if part is None:
            return
        with self.archive.stream(part.PartName[1:], _MAX_STRINGS) as source:
            self.shared_strings.extend(map(_written, _children(source, _STRINGS, _STRING)))

    def read_chartsheet(self, sheet: object, rel: object) -> None:
        """Leave charts alone."""


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


def _parsed(source: IO[bytes], parser: Any) -> Iterator[tuple[int, Cells]]:
    for row in _children(source, _SHEET_DATA, ROW_TAG):
        if len(row) > _MAX_COLUMN:
            raise InputError("file", "columns", wording.roster.TOO_MANY_COLUMNS)
        number, cells = parser.parse_row(row)
        parser.row_dimensions.clear()
        if not 1 <= number <= _MAX_ROW:
            raise InputError("file", "broken", wording.roster.BROKEN_WORKBOOK)
        yield number, _texts(cells)


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


@contextmanager
def _declared_errors() -> Iterator[None]:
    """Whatever a broken workbook raises, inside openpyxl, zipfile or expat, is an ``InputError``; nothing is printed."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            yield
        except (InputError, ModuleNotFoundError, MemoryError):
            raise
        except Exception as error:
            raise InputError("file", "broken", wording.roster.BROKEN_WORKBOOK) from error
