"""Let the search cope with words that no page has, and bring no other languages.

Material cuts a Chinese query at words of its index and stops at the first character that is none, so that one
unknown character, a name or a word of dialect, would leave the visitor with nothing. Here every common character
becomes a word of the index, on an entry of the lowest rank that leads to the questions and answers.
"""

import json
from pathlib import Path

__all__ = ["add_common_characters", "drop_other_languages"]

_OURS = frozenset({"lunr.multi.min.js", "lunr.stemmer.support.min.js", "lunr.zh.min.js"})

_FALLBACK_PAGE = "faq/"
_FALLBACK_TITLE = "常见问题"
_LOWEST_RANK = 0.001


def add_common_characters(index_file: Path) -> None:
    """Add the 6763 characters of GB 2312 to the search index that MkDocs has written."""
    index = json.loads(index_file.read_text(encoding="utf-8"))
    entry = {
        "location": f"{_FALLBACK_PAGE}#",
        "title": _FALLBACK_TITLE,
        "text": " ".join(_common_characters()),
        "boost": _LOWEST_RANK,
    }
    index["docs"].append(entry)
    index_file.write_text(json.dumps(index, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")


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
