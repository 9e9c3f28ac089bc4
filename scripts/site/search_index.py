"""Let the search cope with words that no page has, and bring no other languages.

Material cuts a Chinese query at words of its index and stops at the first character that is none, so that one
unknown character, a name or a word of dialect, would leave the visitor with nothing. Here every common character
becomes a word of the index, on an entry of the lowest rank that leads to the questions and answers.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

__all__ = [
    "SearchIndex",
    "drop_other_languages",
    "finished_index",
    "index_text",
    "read_index",
    "write_index",
]

type SearchIndex = dict[str, Any]
"""What the theme searches: ``docs`` holds an entry for each section, with its ``location``, ``title`` and ``text``."""

_FILE = "search/search_index.json"

_OURS = frozenset({"lunr.multi.min.js", "lunr.stemmer.support.min.js", "lunr.zh.min.js"})

_FALLBACK_PAGE = "faq/"
_FALLBACK_TITLE = "常见问题"
_LOWEST_RANK = 0.001
_PAGE = 0.8
_HEADING = 5
"""Tried with 484 questions: by these most are answered by the first three results, and most by the first."""

_LISTS = ("regions/#all", "date-table/")
_LIST = 0.2
"""What names every place or every day has all the words, and answers nobody's question."""

_SOURCES = "#page-sources"
_BETWEEN_WORDS = "\u200b"


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


def finished_index(index: SearchIndex) -> SearchIndex:
    """The index that MkDocs has written, with the 6763 characters of GB 2312, and so that sections can win.

    The theme counts a page's beginning two and a half times as much as a section, and a word in a heading a thousand
    times as much as one below it: what stands deep in a page was found after whatever has a like heading. What a page
    rests on answers nothing. And the marks between words help nobody, since every character is looked for by itself.
    """
    entries = [_finished(entry) for entry in index["docs"] if not entry["location"].endswith(_SOURCES)]
    entry = {
        "location": f"{_FALLBACK_PAGE}#",
        "title": _FALLBACK_TITLE,
        "text": " ".join(_common_characters()),
        "boost": _LOWEST_RANK,
    }
    fields = index["config"]["fields"] | {"title": {"boost": _HEADING}}
    return index | {"config": index["config"] | {"fields": fields}, "docs": [*entries, entry]}


def _finished(entry: Mapping[str, Any]) -> dict[str, Any]:
    words = {part: entry[part].replace(_BETWEEN_WORDS, "") for part in ("title", "text")}
    rank = entry.get("boost", 1) * (_LIST if entry["location"].startswith(_LISTS) else 1)
    return {**entry, **words, "boost": rank if "#" in entry["location"] else rank * _PAGE}


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
