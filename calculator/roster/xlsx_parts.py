"""What a workbook says of itself, as far as rows need it: its sheets, the formats of its cells, the texts they share.

What a roster has no use for is not read at all: properties, themes, colours, charts, macros, names. So nothing that is
wrong with them keeps anybody from their roster.
"""

import re
from collections.abc import Generator
from dataclasses import dataclass

from calculator.roster.reader import Sheet
from calculator.roster.xlsx_package import Attributes, Package, Reading, broken, too_large
from calculator.roster.xlsx_values import Shown, shown_as

__all__ = ["Texts", "Workbook", "column_of", "read_merges", "read_texts", "read_workbook", "unescaped"]

_MAX_STRINGS_SIZE = 200_000_000
"""Bytes of the texts that cells refer to: those of a million rows."""
_MAX_STRINGS = 3_000_000
_MANY = 20_000_000
"""Bytes of texts from which on it is worth while to count them before they are read."""
_MAX_STYLES = 65_536
_MAX_SHEETS = 255
_MAX_MERGES = 200_000
_TOGETHER = 256
"""So many texts are kept in one piece, which takes a quarter of the room that they take one by one."""
_BETWEEN = "\x00"
"""No XML can hold it, so it can part texts."""
_ESCAPED = re.compile("_x(?![Dd][89A-Fa-f])([0-9A-Fa-f]{4})_")  # halves of characters stay escaped


@dataclass(frozen=True, slots=True)
class Workbook:
    """The sheets of a workbook with the paths of their parts, and what holds for all of them.

    ``formats`` says for each style by its number how it shows numbers, and how many digits at least.
    """

    sheets: tuple[Sheet, ...]
    paths: tuple[str, ...]
    system_1904: bool
    formats: tuple[tuple[Shown, int], ...]
    strings: str


def read_workbook(package: Package) -> Workbook:
    """Read what a workbook says of itself; what it does not say is found by the usual names.

    :raises InputError: if it has no sheet, or more than anybody's has.
    """
    used = package.relationships("")
    main = [one.target for one in used if one.kind == "officeDocument" and one.target in package]
    path = next(iter(main + package.ending_with("xl/workbook.xml", "workbook.xml")), "")
    listed: list[tuple[Sheet, str]] = []
    settings: dict[str, str] = {}

    def element(name: str, attributes: Attributes) -> None:
        if name == "workbookPr":
            settings.update(attributes)
        elif name == "sheet":
            id = next((value for key, value in attributes.items() if key.rpartition(":")[2] == "id"), "")
            listed.append((Sheet(attributes.get("name", ""), attributes.get("state", "visible") != "visible"), id))
            if len(listed) > _MAX_SHEETS:
                raise too_large()

    if path:
        package.read(path, element)
    parts = package.relationships(path) if path else []
    targets = {one.id: one.target for one in parts if one.kind == "worksheet" and one.target in package}
    sheets = [(sheet, targets[id]) for sheet, id in listed if id in targets]
    if not parts:
        # Programs that write no list name the parts as all others do, in the order of the sheets.
        paths = sorted(package.ending_with(".xml"), key=_number)
        paths = [one for one in paths if "worksheets/" in one]
        names = [sheet for sheet, _ in listed] + [Sheet("")] * len(paths)
        sheets = list(zip(names, paths, strict=False))
    if not sheets:
        raise broken()
    styles = _named(package, [one.target for one in parts if one.kind == "styles"], "styles.xml")
    return Workbook(
        tuple(sheet for sheet, _ in sheets),
        tuple(path for _, path in sheets),
        settings.get("date1904", "").lower() in ("1", "true", "on"),
        tuple(_formats(package, styles)) if styles else (),
        _named(package, [one.target for one in parts if one.kind == "sharedStrings"], "sharedstrings.xml"),
    )


def _number(path: str) -> tuple[int, str]:
    digits = re.search(r"(\d+)\.xml$", path)
    return (int(digits[1]) if digits and len(digits[1]) < 9 else 0), path


def _named(package: Package, targets: list[str], usual: str) -> str:
    return next((one for one in (*targets, *package.ending_with(usual)) if one in package), "")


def _formats(package: Package, path: str) -> list[tuple[Shown, int]]:
    codes: dict[int, str] = {}
    styles: list[int] = []
    within = ""

    def element(name: str, attributes: Attributes) -> None:
        nonlocal within
        if name in ("cellXfs", "cellStyleXfs", "dxfs"):
            within = name
        elif name == "numFmt" and within != "dxfs":
            codes[_whole(attributes.get("numFmtId", ""))] = attributes.get("formatCode", "")
        elif name == "xf" and within == "cellXfs" and len(styles) < _MAX_STYLES:
            styles.append(_whole(attributes.get("numFmtId", "")))

    package.read(path, element)
    return [shown_as(style, codes.get(style)) for style in styles]


def _whole(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else 0


# Texts ----------------------------------------------------------------------------------------------------------------


class Texts:
    """The texts that cells refer to by number, many kept in one piece, for a million rows have two million of them."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._waiting: list[str] = []
        self._opened: tuple[int, list[str]] = (-1, [])

    def append(self, text: str) -> None:
        """Add a text, as it stands in the file."""
        self._waiting.append(text)
        if len(self._waiting) == _TOGETHER:
            self._pieces.append(_BETWEEN.join(self._waiting))
            self._waiting = []

    def __len__(self) -> int:
        """How many there are."""
        return len(self._pieces) * _TOGETHER + len(self._waiting)

    def __getitem__(self, number: int) -> str:
        """The text of this number, counted from 0."""
        if not 0 <= number < len(self):
            raise IndexError(number)
        piece, place = divmod(number, _TOGETHER)
        if piece != self._opened[0]:
            opened = self._pieces[piece].split(_BETWEEN) if piece < len(self._pieces) else self._waiting
            self._opened = piece, opened
        return unescaped(self._opened[1][place])


def read_texts(package: Package, path: str) -> Generator[None, None, Texts]:
    """The texts that cells share, without the hints on how to pronounce them, in steps that are short.

    :raises InputError: if there are more than a roster can have.
    """
    texts = Texts()
    if not path:
        return texts
    if package.size(path) > _MANY:
        yield from _count(package, path)
    reading = Reading()
    parts: list[str] = []
    state = {"t": False, "hint": 0}

    def start(name: str, attributes: Attributes) -> None:
        reading.begin()
        name = name.rpartition(":")[2]
        if name == "t":
            state["t"] = not state["hint"]
        elif name == "rPh":
            state["hint"] += 1
        elif name == "sst" and _whole(attributes.get("uniqueCount", "")) > _MAX_STRINGS:
            raise too_large()

    def end(name: str) -> None:
        reading.end(name)
        name = name.rpartition(":")[2]
        if name == "t":
            state["t"] = False
        elif name == "rPh":
            state["hint"] -= 1
        elif name == "si":
            texts.append("".join(parts))
            parts.clear()
            reading.stretch = reading.elements = reading.empty = 0
            if len(texts) > _MAX_STRINGS:
                raise too_large()

    def data(text: str) -> None:
        if state["t"]:
            parts.append(text)

    reading.parser.StartElementHandler = start
    reading.parser.EndElementHandler = end
    reading.parser.CharacterDataHandler = data
    with package.stream(path, _MAX_STRINGS_SIZE) as source:
        yield from reading.pieces(source)
    return texts


def _count(package: Package, path: str) -> Generator[None]:
    """Count texts by the tags that they begin with, which takes a tenth of the time that reading them does."""
    count = 0
    with package.stream(path, _MAX_STRINGS_SIZE) as source:
        for piece in iter(lambda: source.read(1 << 20), b""):
            count += piece.count(b"<si")
            if count > _MAX_STRINGS:
                raise too_large()
            yield


def unescaped(text: str) -> str:
    """A text with the characters that XML cannot hold, which are written by their number: _x000D_ ends a line."""
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text) if "_x" in text else text


# Merged cells ---------------------------------------------------------------------------------------------------------

_MERGE = re.compile(
    rb"<(?:\w+:)?mergeCell\s[^>]*?\bref\s*=\s*[\"']([A-Za-z]{1,3})(\d{1,7}):([A-Za-z]{1,3})(\d{1,7})[\"']"
)
_OVERLAP = 256


def read_merges(package: Package, path: str, most: int) -> Generator[None, None, dict[int, list[tuple[int, int]]]]:
    """The cells of a sheet that are merged over several rows, in steps that are short: for each first row the columns,
    from 0, and the last rows.

    They are written behind the rows for which they hold. So the sheet is looked through for them before it is read.
    """
    found: dict[int, list[tuple[int, int]]] = {}
    count = 0
    rest = b""
    with package.stream(path, most) as source:
        for piece in iter(lambda: source.read(1 << 20), b""):
            text = rest + piece
            end = 0
            for match in _MERGE.finditer(text) if b"mergeCell" in text else ():
                end = match.end()
                count += 1
                if count > _MAX_MERGES:
                    raise too_large()
                first, last = int(match[2]), int(match[4])
                if last > first:
                    found.setdefault(first, []).append((column_of(match[1].decode()), last))
            rest = text[max(end, len(text) - _OVERLAP) :]
            yield
    return found


def column_of(letters: str) -> int:
    """The place of a column by its letters, from 0.

    >>> column_of("A"), column_of("xfd")
    (0, 16383)
    """
    place = 0
    for letter in letters.upper():
        place = place * 26 + ord(letter) - 64
    return place - 1
