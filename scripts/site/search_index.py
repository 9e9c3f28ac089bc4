"""Let the search cope with words that no page has, and bring no other languages.

Material cuts a Chinese query at words of its index and stops at the first character that is none, so that one
unknown character, a name or a word of dialect, would leave the visitor with nothing. Here every common character
becomes a word of the index, on an entry of the lowest rank that leads to the questions and answers.
"""

import json
from pathlib import Path
from typing import Any

__all__ = [
    "SearchIndex",
    "drop_other_languages",
    "index_text",
    "read_index",
    "with_common_characters",
    "write_index",
]

type SearchIndex = dict[str, Any]
"""What the theme searches: ``docs`` holds an entry for each section, with its ``location``, ``title`` and ``text``."""

_FILE = "search/search_index.json"

_OURS = frozenset({"lunr.multi.min.js", "lunr.stemmer.support.min.js", "lunr.zh.min.js"})

_FALLBACK_PAGE = "faq/"
_FALLBACK_TITLE = "常见问题"
_LOWEST_RANK = 0.001


def read_index(site: Path) -> SearchIndex:
    """The index of the site in this folder."""
    index: SearchIndex = json.loads((site / _FILE).read_text(encoding="utf-8"))
    return index


def write_index(site: Path, index: SearchIndex) -> None:
    """Put it back."""
    (site / _FILE).write_text(index_text(index), encoding="utf-8")


def index_text(index: SearchIndex) -> str:
    """The index as JSON, as short as it can be."""
    return json.dumps(index, ensure_ascii=False, separators=(",", ":"))


def with_common_characters(index: SearchIndex) -> SearchIndex:
    """The index that MkDocs has written, with the 6763 characters of GB 2312."""
    entry = {
        "location": f"{_FALLBACK_PAGE}#",
        "title": _FALLBACK_TITLE,
        "text": " ".join(_common_characters()),
        "boost": _LOWEST_RANK,
    }
    return index | {"docs": [*index["docs"], entry]}


def drop_other_languages(scripts: Path) -> None:
    """Delete what searches in other languages than the pages', from the theme's folder of scripts.

    :raises ValueError: if ours is not there.
    """
    found = {file.name: file for file in (scripts / "lunr").rglob("*.js")}
    if not found.keys() >= _OURS:
        raise ValueError(f"{scripts} lacks {_OURS - found.keys()}")
    for name in found.keys() - _OURS:
        found[name].unlink()


def _common_characters() -> list[str]:
    pairs = (bytes((row, cell)) for row in range(0xB0, 0xF8) for cell in range(0xA1, 0xFF))
    return [pair.decode("gb2312") for pair in pairs if not b"\xd7\xfa" <= pair <= b"\xd7\xfe"]
