"""Addresses that say what they hold: they never mean anything else, so whoever has such a file may keep it for ever."""

import hashlib
import re
from pathlib import Path

__all__ = ["ADDRESSED", "addressed"]

ADDRESSED = re.compile(r"\.[0-9a-f]{8}\.(?:min\.)?[a-z0-9]+$")
"""The end of such an address; those of the theme's own files have the same form."""


def addressed(file: Path) -> str:
    """The name of a file with a part of its content's digest before the ending.

    >>> addressed(Path("/dev/null"))
    'null.e3b0c442'
    """
    digest = hashlib.sha256(file.read_bytes()).hexdigest()[:8]
    return f"{file.stem}.{digest}{file.suffix}"
