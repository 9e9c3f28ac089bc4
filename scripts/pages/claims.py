"""Find claims without a source: ``python -m scripts.pages.claims docs/methods/alipay.md …`` (all pages by default).

A block of text that carries a figure with a unit, or the article of a law, must refer to a fact. Prints one line per
fault and exits with 1 if there is any.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from calculator.sources import facts
from scripts.pages.citations import REFERENCE
from scripts.settings.paths import DOCS

__all__ = ["faults", "uncited_blocks"]

_NUMBER = r"(?:\d+(?:\.\d+)?|[一二三四五六七八九十百两半]+)"
_CLAIM = re.compile(
    rf"\d+(?:\.\d+)?\s*(?:%|％|天|日|个?工作日|个?自然?月|年|周岁|岁|元|万|亿|倍|号|小时|笔|公里)|第{_NUMBER}条"
    rf"|{_NUMBER}\s*(?:个月|个工作日|周岁|倍)"
    r"|\d+\s*(?:working\s+)?(?:days?|months?|years?|hours?|yuan)\b|\bArticle\s+\d+"
)
_WHOLE_BLOCKS = r"```.*?```|<!--.*?-->|<svg.*?</svg>"
_NOT_TEXT_BLOCKS = re.compile(_WHOLE_BLOCKS, re.DOTALL)
_NOT_TEXT = re.compile(rf"{_WHOLE_BLOCKS}|\]\([^)]*\)|\{{[^}}]*\}}|<[^>]+>", re.DOTALL)
_ANY_REFERENCE = re.compile(r"\[\^([^\]]+)\]")
_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)


def faults(markdown: str) -> Iterator[str]:
    """What is wrong with a page's references, in words."""
    for reference in dict.fromkeys(_ANY_REFERENCE.findall(markdown)):
        if reference not in facts():
            yield f"no such fact: [^{reference}]"
    for block in uncited_blocks(markdown):
        yield f"no source: {block}"


def uncited_blocks(markdown: str) -> Iterator[str]:
    """The blocks (paragraphs, list items, tables) of a page that carry a claim and refer to no fact.

    A table is covered by a reference in itself or in the block directly before or after it.
    """
    blocks = list(_blocks(_FRONT_MATTER.sub("", markdown)))
    for index, block in enumerate(blocks):
        text = _NOT_TEXT.sub("", block)
        if block.startswith("#") or not _CLAIM.search(text):
            continue
        covering = blocks[max(index - 1, 0) : index + 2] if block.startswith("|") else [block]
        if not any(REFERENCE.search(one) for one in covering):
            yield " ".join(text.split())[:90]


def _blocks(text: str) -> Iterator[str]:
    """Paragraphs, with each item of a list on its own and each table whole."""
    for paragraph in re.split(r"\n\s*\n", _NOT_TEXT_BLOCKS.sub("", text)):
        block: list[str] = []
        for line in paragraph.strip().splitlines():
            if re.match(r"\s*(?:[-*]|\d+\.)\s", line) and block:
                yield "\n".join(block)
                block = []
            block.append(line.strip())
        if block:
            yield "\n".join(block)


def main(names: list[str]) -> int:
    """Check the pages named and those in the folders named, or all of them."""
    named = [Path(name) for name in names] or [DOCS]
    pages = [page for path in named for page in (sorted(path.rglob("*.md")) if path.is_dir() else [path])]
    found = [f"{page}: {fault}" for page in pages for fault in faults(page.read_text(encoding="utf-8"))]
    print("\n".join(found) or f"{len(pages)} pages, every claim has its source")
    return bool(found)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
