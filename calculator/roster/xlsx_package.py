"""The container of an .xlsx workbook: a zip with parts that name each other, opened as forgivingly as spreadsheets do.

Names of parts differ in case and slashes from program to program, lists of parts are left out, namespaces are those of
the strict standard. None of that matters to Excel, so it does not matter here: what is asked for is found.

A workbook may be made to harm: a few kilobytes that unpack to gigabytes, or that are all brackets. So no part gives more
than it may, and what is read of a part is counted: bytes, elements, how deep they lie, and how many come in a row
without a text.
"""

import posixpath
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import IO, BinaryIO
from xml.parsers.expat import ParserCreate, XMLParserType
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile

from calculator import wording
from calculator.errors import InputError

__all__ = ["MAX_SHEET", "Attributes", "Package", "Reading", "broken", "too_large"]

type Attributes = Mapping[str, str]

MAX_SHEET = 2_000_000_000
"""Bytes of a sheet, which is streamed: a million rows of thirty cells."""
_MAX_PART = 10_000_000
"""Bytes of any part that is kept in memory."""
_MAX_DEPTH = 32
"""So deep may elements lie in each other; those of a roster lie six deep."""
_MAX_STRETCH = 8_000_000
"""Bytes of a part from one row or text to the next."""
_MAX_ELEMENTS = 100_000
"""Elements from one row or text to the next: a row of 16,384 cells has half as many."""
_MAX_EMPTY = 3_000_000
"""Elements without any text between them: empty rows below a list, or a file that was made to keep somebody waiting."""
_LARGE = 30_000_000
_MOST_PACKED = 150
"""A large part that was packed to less than one in so many is no list: people's names and days pack to one in twenty."""
_PIECE = 1 << 14
_PARTS = 20_000


def broken() -> InputError:
    """What is said of a workbook that no spreadsheet would open either."""
    return InputError("file", "broken", wording.roster.BROKEN_WORKBOOK)


def too_large() -> InputError:
    """What is said of a workbook that holds more than a roster can."""
    return InputError("file", "size", wording.roster.NOT_UNPACKED)


@dataclass(frozen=True, slots=True)
class Relationship:
    """That one part of a workbook uses another: by which id, as what, and which."""

    id: str
    kind: str
    target: str


class Package:
    """The parts of a workbook, by their paths without regard to case and to which slashes they are written with.

    :raises InputError: if the file is no zip that can be opened.
    """

    def __init__(self, file: BinaryIO) -> None:
        with declared():
            self._zip = ZipFile(file)
        self._parts = {_plain(info.filename): info for info in self._zip.infolist()[:_PARTS]}

    def __contains__(self, path: str) -> bool:
        """Whether there is a part of this path."""
        return _plain(path) in self._parts

    def size(self, path: str) -> int:
        """How many bytes a part has when unpacked, as far as the zip says."""
        return self._parts[_plain(path)].file_size

    def ending_with(self, *endings: str) -> list[str]:
        """The paths that end so, in the order of the zip."""
        return [path for path in self._parts if path.endswith(endings)]

    @contextmanager
    def stream(self, path: str, most: int | None = None) -> Iterator[IO[bytes]]:
        """A part to be read in pieces.

        :raises InputError: if there is no such part, if it is larger than ``most`` bytes, or than what is kept in memory
            may be, or packed as no spreadsheet packs, so that it could not be unpacked piece by piece.
        """
        part = self._parts.get(_plain(path))
        if part is None or part.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            raise broken()
        if part.flag_bits & 1:
            raise InputError("file", "kind", wording.roster.LOCKED)
        if part.file_size > (_MAX_PART if most is None else most):
            raise too_large()
        if part.file_size > _LARGE and part.file_size > _MOST_PACKED * part.compress_size:
            raise too_large()
        with declared(), self._zip.open(part) as source:
            yield source

    def relationships(self, path: str) -> list[Relationship]:
        """What a part uses, or the whole workbook where ``path`` is ""; nothing where that is not written down."""
        folder, name = posixpath.split(_plain(path))
        listed = posixpath.join(folder, "_rels", f"{name}.rels")
        if listed not in self:
            return []
        found: list[Relationship] = []

        def element(name: str, attributes: Attributes) -> None:
            if name == "Relationship":
                kind = attributes.get("Type", "").rpartition("/")[2]
                target = posixpath.normpath(
                    posixpath.join("/", folder, attributes.get("Target", "").replace("\\", "/"))
                )
                found.append(Relationship(attributes.get("Id", ""), kind, _plain(target)))

        self.read(listed, element)
        return found

    def read(self, path: str, element: Callable[[str, Attributes], None]) -> None:
        """Run through a small part, told of each element by its name without a prefix."""
        reading = Reading()
        reading.parser.StartElementHandler = reading.counted(element)
        reading.parser.EndElementHandler = reading.end
        with self.stream(path) as source:
            for _ in reading.pieces(source):
                reading.stretch = reading.elements = 0


def _plain(path: str) -> str:
    return path.replace("\\", "/").lstrip("/").lower()


class Reading:
    """One run through the XML of a part. Whoever sets the handlers tells it when a row or a text is complete, by setting
    ``stretch`` and ``elements`` to 0, and when a text was met, by setting ``empty`` to 0."""

    def __init__(self) -> None:
        self.parser: XMLParserType = ParserCreate()
        self.parser.buffer_text = True
        self.parser.StartDoctypeDeclHandler = self._refuse
        self.depth = self.stretch = self.elements = self.empty = 0

    def counted(self, element: Callable[[str, Attributes], None]) -> Callable[[str, Attributes], None]:
        """A handler of elements that are counted before they are told on."""

        def start(name: str, attributes: Attributes) -> None:
            self.begin()
            element(name.rpartition(":")[2], attributes)

        return start

    def begin(self) -> None:
        """Count an element that begins.

        :raises InputError: if there are too many, or they lie too deep.
        """
        self.depth += 1
        self.elements += 1
        self.empty += 1
        if self.depth > _MAX_DEPTH or self.elements > _MAX_ELEMENTS or self.empty > _MAX_EMPTY:
            raise too_large()

    def end(self, _name: str) -> None:
        """Count an element that ends."""
        self.depth -= 1

    def pieces(self, source: IO[bytes]) -> Iterator[None]:
        """Read a part to its end, pausing after each piece.

        :raises InputError: if it is no XML, or has too much of what is of no use.
        """
        with declared():
            while piece := source.read(_PIECE):
                self.stretch += len(piece)
                if self.stretch > _MAX_STRETCH:
                    raise too_large()
                self.parser.Parse(piece, False)
                yield
            self.parser.Parse(b"", True)

    @staticmethod
    def _refuse(*_: object) -> None:
        """No spreadsheet writes a document type; entities that multiply have need of one."""
        raise BadZipFile("with a document type")


@contextmanager
def declared() -> Iterator[None]:
    """Whatever a broken workbook raises inside zipfile, zlib or expat is an ``InputError``."""
    try:
        yield
    except (InputError, MemoryError, GeneratorExit):
        raise
    except Exception as error:
        raise broken() from error
