"""One stream out of a compound file (MS-CFB), which .xls workbooks are: a file system in a file, made of sectors."""

import struct
from collections.abc import Iterator, Sequence

__all__ = ["stream_named"]

_HEADER = 512
_ENTRY = 128
_NAMED = 16_000
"""A sector of the chain names so many sectors at least, by the tables that it names."""
_LAST = 0xFFFFFFFA
"""Numbers from here on are no sectors: the end, a free one, one of the tables."""


def stream_named(content: bytes, *names: str) -> bytes:
    """The first of the streams with one of these names, as far as its sectors are there; b"" where there is none.

    :raises struct.error: for a file that is cut off within its tables.
    """
    sector = 1 << struct.unpack_from("<H", content, 0x1E)[0]
    (mini,) = struct.unpack_from("<H", content, 0x20)
    (directory, _, cutoff, small, _, more, _) = struct.unpack_from("<7I", content, 0x30)
    table = _numbers(content, sector, _tables(content, sector, more))
    found: dict[str, tuple[int, int]] = {}
    root = 0
    entries = _joined(content, sector, _chain(table, directory))
    for at in range(0, len(entries) - _ENTRY + 1, _ENTRY):
        (length,) = struct.unpack_from("<H", entries, at + 64)
        name = entries[at : at + max(0, min(length, 64) - 2)].decode("utf-16-le", "replace")
        first, size = struct.unpack_from("<II", entries, at + 116)
        root = first if entries[at + 66] == 5 else root
        found[name.casefold()] = first, size
    first, size = next((found[name] for name in names if name in found), (_LAST, 0))
    if size >= cutoff:
        return _joined(content, sector, _chain(table, first))[:size]
    # Streams of a few kilobytes lie in one of their own, in sectors of 64 bytes.
    smalls = _numbers(content, sector, _chain(table, small))
    within = _joined(content, sector, _chain(table, root))
    return b"".join(within[at << mini : at + 1 << mini] for at in _chain(smalls, first))[:size]


def _tables(content: bytes, sector: int, more: int) -> list[int]:
    """The sectors that hold the table of sectors: 109 are named in the header, those of large files in a chain."""
    listed = list(struct.unpack_from("<109I", content, 0x4C))
    for _ in range(len(content) // sector // _NAMED + 1):
        if more < _LAST:
            *some, more = _numbers(content, sector, [more])
            listed += some
    return [one for one in listed if one < _LAST]


def _numbers(content: bytes, sector: int, sectors: Sequence[int]) -> list[int]:
    part = _joined(content, sector, sectors)
    return list(struct.unpack_from(f"<{len(part) // 4}I", part))


def _chain(table: Sequence[int], first: int) -> list[int]:
    def sectors() -> Iterator[int]:
        at = first
        for _ in table:
            if at >= len(table):
                return
            yield at
            at = table[at]

    return list(sectors())


def _joined(content: bytes, sector: int, sectors: Sequence[int]) -> bytes:
    begins = (_HEADER + one * sector if sector == _HEADER else (one + 1) * sector for one in sectors)
    return b"".join(content[begin : begin + sector] for begin in begins)
