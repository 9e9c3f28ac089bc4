"""The calculators as one HTML file, which works from a disk, out of a mail or a chat, on a machine without a network.

It is made from the draft's pages: whatever element of ours stands on one of them becomes a part of the file, with what
stands beside it in its frame, and with what the page gives along in place of another page (``.in-place-of``).
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from html import escape
from pathlib import Path

from selectolax.lexbor import LexborNode

from calculator import wording
from calculator.assessment.assess import DEFAULT_GRACE_DAYS
from runtime.disk.embedded_python import embedded_python
from scripts.assets.bundles import bundle
from scripts.settings.paths import WEB
from scripts.site.built_page import BuiltPage, asking_element, found, read_pages
from scripts.site.content_security_policy import single_file_policy

__all__ = ["LARGEST", "single_file", "write_single_file"]

LARGEST = 8_000_000
"""Bytes that mail and chat programs take."""

_PAGES = ("calculator/**/*.html", "fraud/check/*.html")
"""Where elements that ask Python stand."""
_TABLE_PAGE, _TABLE_PART = "date-table/", "part-date-table"


def write_single_file(draft: Path, target: Path, today: date) -> None:
    """Write the file.

    :raises ValueError: if it is too large to send, or if two of its parts give the same name to an element.
    """
    page = single_file(draft, today)
    content = page.encode()
    if len(content) > LARGEST:
        raise ValueError(f"{target.name} has {len(content):,} bytes, more than {LARGEST:,}")
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content)


def single_file(draft: Path, today: date) -> str:
    """The whole page, made from the draft of the site.

    :raises ValueError: if two of its parts give the same name to an element.
    """
    pages = list(_calculator_pages(draft))
    parts = [*map(_part, pages), _date_table(draft)]
    ids = Counter(name for part in parts for name in part.ids)
    if twice := [name for name, count in ids.items() if count > 1]:
        raise ValueError(f"more than one element of the single file has the id {', '.join(sorted(twice))}")
    tabs = "\n".join(f'<button type="button" data-part="{part.id}">{part.title}</button>' for part in parts)
    sections = "\n".join(
        f'<section id="{part.id}" class="part" data-page="{part.page}">\n<h2>{part.title}</h2>\n{_laid_in(part, number)}\n</section>'
        for number, part in enumerate(parts)
    )
    guards = _linked(draft, pages, 'script[src*="instant-answer"], script[src*="unsupported-browser"]', "src")
    styles = _linked(draft, pages, 'link[rel="stylesheet"]', "href")
    scripts = [guard.read_text(encoding="utf-8") for guard in guards]
    scripts.append(embedded_python())
    scripts += (bundle(module) for module in _linked(draft, pages, 'script[type="module"][src]', "src"))
    scripts.append(bundle(WEB / "disk" / "single-file.js"))
    scripts = [_inline(script) for script in scripts]
    style = "\n".join(sheet.read_text(encoding="utf-8") for sheet in [*styles, WEB / "disk" / "single-file.css"])
    return f"""<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{single_file_policy(scripts, style)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{wording.offline.SINGLE_TITLE}</title>
<style>{style}</style>
</head>
<body data-md-color-scheme="default" data-md-color-primary="custom" data-md-color-accent="custom">
<main class="md-typeset single">
<h1>{wording.offline.SINGLE_TITLE}</h1>
<p>{wording.offline.SINGLE_LEAD}</p>
<nav class="parts" aria-label="{wording.offline.SINGLE_PARTS}">
{tabs}
</nav>
{sections}
<footer>
<p>{wording.offline.single_made_on(today)}</p>
</footer>
</main>
{"\n".join(f"<script>{script}</script>" for script in scripts)}
</body>
</html>
"""


@dataclass(frozen=True, slots=True)
class _Part:
    id: str
    page: str
    """Its folder on the site: what its links start from, and what links to it lead to."""
    title: str
    """As HTML, like the markup."""
    markup: str
    ids: tuple[str, ...]
    """The names of the elements in the markup."""
    asks: bool
    """Whether it asks Python."""


def _calculator_pages(draft: Path) -> Iterator[BuiltPage]:
    """The pages that hold an element which asks Python, the deadline first."""
    pages = [page for pattern in _PAGES for page in read_pages(draft, pattern)]
    pages.sort(key=lambda page: (page.path.count("/"), page.path))
    return (page for page in pages if asking_element(page))


def _part(page: BuiltPage) -> _Part:
    element, title = asking_element(page), page.one("h1").text(strip=True)
    if element is None:
        raise ValueError(f"{page.path} has no element that asks Python")
    for attribute in ("href", "action"):
        for node in found(element, f'[{attribute}$="{_TABLE_PAGE}"]'):
            if page.target(node.attrs.sget(attribute)) == _TABLE_PAGE:
                node.attrs[attribute] = f"#{_TABLE_PART}"
    nodes = [element, *_beside(element), *_in_place_of_others(page)]
    markup = "\n".join(node.html or "" for node in nodes)
    return _Part(f"part-{element.tag}", _folder(page), escape(title), markup, _ids(nodes), asks=True)


def _beside(element: LexborNode) -> Iterator[LexborNode]:
    """What follows an element in its frame, but for scripts."""
    node = element.next
    while node:
        if node.is_element_node and node.tag != "script":
            yield node
        node = node.next


def _in_place_of_others(page: BuiltPage) -> Iterator[LexborNode]:
    """What a page says for a page that is not in this file, without the numbers of its sources."""
    for node in page.css(".in-place-of"):
        for number in found(node, "sup"):
            number.decompose()
        yield node


def _folder(page: BuiltPage) -> str:
    return page.path.removesuffix("index.html")


def _laid_in(part: _Part, number: int) -> str:
    """An element starts Python of its own, so the later ones sleep until they are chosen; a table does not need to."""
    return f"<template>{part.markup}</template>" if part.asks and number else part.markup


def _date_table(draft: Path) -> _Part:
    """The answer without Python, for browsers that are too old."""
    page = BuiltPage.read(draft, f"{_TABLE_PAGE}index.html")
    caution = f"<p>{wording.offline.single_table_caution(DEFAULT_GRACE_DAYS)}</p>\n"
    tables = list(_tables(page))
    markup = "".join(node.html or "" for node in tables)
    return _Part(_TABLE_PART, _folder(page), wording.offline.SINGLE_TABLE, caution + markup, _ids(tables), asks=False)


def _tables(page: BuiltPage) -> Iterator[LexborNode]:
    """The way to the months, and all that comes after it but what each page of the guide has at its foot."""
    node: LexborNode | None = page.one("nav.table-nav")
    while node and not _is_foot(node):
        yield node
        node = node.next


def _is_foot(node: LexborNode) -> bool:
    return node.is_element_node and (node.id == "page-sources" or node.attributes.get("class") == "page-checked")


def _ids(nodes: Iterable[LexborNode]) -> tuple[str, ...]:
    return tuple(named.attrs.sget("id") for node in nodes for named in found(node, "[id]"))


def _linked(draft: Path, pages: Iterable[BuiltPage], selector: str, attribute: str) -> list[Path]:
    """The files that the pages link to, each once, in their order."""
    named = (page.target(node.attrs.sget(attribute)) for page in pages for node in page.css(selector))
    return [draft / name for name in dict.fromkeys(named)]


def _inline(script: str) -> str:
    """A script as it may stand in a page: an HTML parser ends it at the first end tag that it sees."""
    return script.replace("</script", r"<\/script").replace("<!--", r"<\!--")
