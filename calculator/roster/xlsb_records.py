"""The cells of an .xlsb sheet that are merged over several rows, and the day from which its workbook counts.

Its parts are records (MS-XLSB 2.1.4): the type in one or two bytes, the length in up to four, of seven bits each, and
what it holds.
"""

import struct
from collections.abc import Iterator
from typing import BinaryIO

from calculator.roster.xlsx_package import Package

__all__ = ["read_xlsb"]

_WORKBOOK_PROPERTIES, _SHEET, _MERGED = 153, 156, 176
_LARGEST = 60_000_000
_MOST = 200_000


def read_xlsb(file: BinaryIO, sheet: str) -> tuple[dict[int, list[tuple[int, int]]], bool]:
    """For each first row, from 1, the columns, from 0, and the last rows; and whether days are counted from 1904.

    :raises InputError: if the file is none, or too large to be read twice.
    """
    package = Package(file)
    workbook = package.ending_with("workbook.bin")[0]
    system_1904, path = False, ""
    targets = {one.id: one.target for one in package.relationships(workbook)}
    for kind, content in _records(_part(package, workbook)):
        if kind == _WORKBOOK_PROPERTIES:
            system_1904 = bool(content[0] & 1)
        elif kind == _SHEET:
            id, rest = _text(content[8:])
            path = targets.get(id, "") if _text(rest)[0] == sheet else path
    merges: dict[int, list[tuple[int, int]]] = {}
    for kind, content in _records(_part(package, path)):
        if kind == _MERGED and len(merges) < _MOST:
            first, last, column, _ = struct.unpack_from("<4I", content)
            if last > first:
                merges.setdefault(first + 1, []).append((column, last + 1))
    return merges, system_1904


def _part(package: Package, path: str) -> bytes:
    with package.stream(path, _LARGEST) as source:
        return source.read()


def _records(part: bytes) -> Iterator[tuple[int, bytes]]:
    at = 0
    while at < len(part):
        kind, at = _number(part, at)
        length, at = _number(part, at)
        yield kind, part[at : at + length]
        at += length


def _number(part: bytes, at: int) -> tuple[int, int]:
    """A number of up to four bytes with seven bits each, the highest of which says whether another follows; and where
    it ends."""
    number = 0
    for place in range(4):
        byte = part[at + place]
        number |= (byte & 0x7F) << 7 * place
        if byte < 0x80:
            break
    return number, at + place + 1


def _text(content: bytes) -> tuple[str, bytes]:
    """A text, which its length in characters stands before, and what follows it."""
    (length,) = struct.unpack_from("<I", content)
    return content[4 : 4 + 2 * length].decode("utf-16-le"), content[4 + 2 * length :]
