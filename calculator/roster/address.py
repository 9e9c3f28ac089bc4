"""An address out of the columns that hold its parts: 省, 市 and 县区 beside each other are one address."""

from collections.abc import Iterable

__all__ = ["joined"]

_NO_PLACES = frozenset(["", "-", "—", "/", "无", "市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划"])
"""What stands in such a column where there is no such level."""


def joined(parts: Iterable[str]) -> str:
    """The parts as one address, from the province down. A part that repeats those before it is not said twice.

    >>> joined(["河北省", "保定市", "高阳县"]), joined(["河北省", "河北省保定市", "保定市高阳县"])
    ('河北省保定市高阳县', '河北省保定市高阳县')
    """
    address = ""
    for part in map(str.strip, parts):
        if part in _NO_PLACES:
            continue
        if address and part.startswith(address):
            address = part
        else:
            address += part[_overlap(address, part) :]
    return address


def _overlap(address: str, part: str) -> int:
    """How many characters at the beginning of a part the address has already; one alone is chance."""
    return next((length for length in range(len(part), 1, -1) if address.endswith(part[:length])), 0)
