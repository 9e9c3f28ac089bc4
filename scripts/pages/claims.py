"""Find claims without a source: ``python -m scripts.pages.claims docs/methods/alipay.md …`` (all pages by default).

A block of text that carries a figure with a unit, or the article of a law, must refer to a fact; it must call each
thing by the one word that CONTRIBUTING.md has for it, and not promise for every place what holds for most. Prints one
line per fault and exits with 1 if there is any.
"""

import re
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from calculator.sources import facts
from scripts.pages.citations import REFERENCE
from scripts.settings.paths import DOCS, ROOT

__all__ = ["faults", "uncited_blocks", "words_to_say"]

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
_BOX_TITLE = re.compile(r'^ *(?:!!!|\?\?\?\+?) \w+(?: ".*")?$', re.MULTILINE)
_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_EXPLAINS_WORDS = re.compile(r"^words: explained$", re.MULTILINE)
_OTHERS_WORDS = re.compile(r'^ *#[^\n]*$|“[^”]*”|《[^》]*》|`[^`]*`|<p class="sms">.*?</p>', re.MULTILINE)
"""Headings, quotations and titles, which may use the words that people type and that notices write."""

_ROW_OF_WORDS = re.compile(r"^\| ([^|]+) \| ([^|]+) \|$", re.MULTILINE)
_PROMISE = re.compile(r"任何一天都(?:能|可以)|哪天都(?:能|可以|行)|不(?:会)?吃亏|哪种(?:算法)?都不(?:会)?晚")
_LIMIT = re.compile(r"多数地方|少数地方|一年一次的")
"""What a promise needs in its own block, because a few places ask at fixed times or more often than once a year."""


def faults(markdown: str) -> Iterator[str]:
    """What is wrong with a page's references, in words."""
    for reference in dict.fromkeys(_ANY_REFERENCE.findall(markdown)):
        if reference not in facts():
            yield f"no such fact: [^{reference}]"
    for block in uncited_blocks(markdown):
        yield f"no source: {block}"
    yield from _wrong_words(markdown)
    for block in _texts(markdown):
        if _PROMISE.search(block) and not _LIMIT.search(block):
            yield f"promises too much: {block[:90]}"


@cache
def words_to_say() -> Mapping[str, str]:
    """What CONTRIBUTING.md has as the word to say, by the words not to say."""
    table = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").partition("## One word for one thing")[2]
    rows = _ROW_OF_WORDS.findall(table.partition("\n## ")[0])
    return {wrong: say for say, wrongs in rows if say not in {"say", "---"} for wrong in wrongs.split("、")}


def _wrong_words(markdown: str) -> Iterator[str]:
    """The sentences that call a thing by another word than the one of CONTRIBUTING.md."""
    front = _FRONT_MATTER.match(markdown)
    if front and _EXPLAINS_WORDS.search(front[0]):
        return
    for block in _texts(_OTHERS_WORDS.sub("", markdown)):
        for wrong, say in words_to_say().items():
            if wrong in block:
                yield f"say {say}, not {wrong}: {block[:90]}"


def _texts(markdown: str) -> Iterator[str]:
    """The blocks of a page that are no headings, without their markup."""
    for block in _blocks(_FRONT_MATTER.sub("", markdown)):
        if not block.startswith("#"):
            yield " ".join(_NOT_TEXT.sub("", block).split())


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
    """Paragraphs, with each item of a list on its own and each table whole; the title of a box belongs to none."""
    for paragraph in re.split(r"\n\s*\n", _BOX_TITLE.sub("", _NOT_TEXT_BLOCKS.sub("", text))):
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
