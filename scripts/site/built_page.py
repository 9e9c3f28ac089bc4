"""What later steps need to know of a page that MkDocs has built."""

import re
from collections.abc import Iterator
from pathlib import Path

__all__ = ["EARLY", "ELEMENT", "LATER", "MODULE", "THEME", "built_pages", "calculator_pages"]

MODULE = re.compile(r'<script type="module" src="([^"]+)"></script>')
"""A script that only a server can deliver."""

EARLY = re.compile(r"\n<script data-worker=.*?</script>", re.DOTALL)
"""What starts the worker that only a server can deliver, see ``runtime/client/preload.js``."""

THEME = re.compile(r'<script src="(([^"]*)assets/javascripts/bundle\.[^"]+)"></script>')
"""The theme's script: its address, and the way to the root of the site."""

LATER = re.compile(r'<script data-theme="([^"]+)">.*?</script>', re.DOTALL)
"""What starts the theme once there is an answer, see ``web/elements/parts/defer-theme.js``."""

ELEMENT = re.compile(r"<([a-z]+-calculator)\b.*?</\1>", re.DOTALL)
"""One of our own elements that ask Python, with its whole markup."""


def built_pages(site: Path) -> Iterator[Path]:
    """The pages that MkDocs has written. A site can hold others: copies to download."""
    yield from site.rglob("index.html")
    yield site / "404.html"


def calculator_pages(site: Path) -> Iterator[Path]:
    """The pages that hold an element which asks Python, the deadline first."""
    pages = sorted((site / "calculator").rglob("index.html"), key=lambda page: (len(page.parts), page))
    return (page for page in pages if ELEMENT.search(page.read_text(encoding="utf-8")))
