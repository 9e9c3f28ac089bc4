"""The calculators as one HTML file, which works from a disk, out of a mail or a chat, on a machine without a network.

It is made from the built pages: whatever element stands on a page under ``calculator/`` becomes a part of the file.
"""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from html import escape
from pathlib import Path

from calculator import wording
from calculator.assessment.assess import DEFAULT_GRACE_DAYS
from runtime.disk.embedded_python import embedded_python
from scripts.assets.bundles import bundle
from scripts.settings.paths import WEB
from scripts.site.built_page import ELEMENT, MODULE, calculator_pages

__all__ = ["LARGEST", "single_file", "write_single_file"]

LARGEST = 8_000_000
"""Bytes that mail and chat programs take."""

_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'unsafe-inline' 'wasm-unsafe-eval' blob: data:",
        "worker-src blob:",
        "style-src 'unsafe-inline'",
        "img-src data: blob:",
        "form-action 'none'",
    )
)
"""Lets the browser itself see to it that nothing leaves this file."""

_HEADING = re.compile(r"<h1[^>]*>(.*?)</h1>", re.DOTALL)
_STYLES = re.compile(r'<link rel="stylesheet" href="([^"]+)">')
_GUARD = re.compile(r'<script src="([^"]*unsupported-browser[\w.]*\.js)"></script>')
_TABLES = re.compile(r'<nav class="table-nav".*?(?=<h2 id="page-sources"|<div class="page-checked")', re.DOTALL)
_ID = re.compile(r'\sid="([^"]+)"')
_DATE_TABLE = re.compile(r'"(?:\.\./)+date-table/"')
_TABLE_PART = "part-date-table"


def write_single_file(site: Path, target: Path, today: date) -> None:
    """Write the file.

    :raises ValueError: if it is too large to send, or if two of its parts give the same name to an element.
    """
    page = single_file(site, today)
    content = page.encode()
    if len(content) > LARGEST:
        raise ValueError(f"{target.name} has {len(content):,} bytes, more than {LARGEST:,}")
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content)


def single_file(site: Path, today: date) -> str:
    """The whole page, made from the built site."""
    pages = {page: page.read_text(encoding="utf-8") for page in calculator_pages(site)}
    parts = [*map(_part, pages.values()), _date_table(site)]
    ids = Counter(name for _, _, markup in parts for name in _ID.findall(markup))
    if twice := [name for name, count in ids.items() if count > 1]:
        raise ValueError(f"more than one element of the single file has the id {', '.join(sorted(twice))}")
    tabs = "\n".join(f'<button type="button" data-part="{id}">{title}</button>' for id, title, _ in parts)
    sections = "\n".join(
        f'<section id="{id}" class="part">\n<h2>{title}</h2>\n{_asleep(markup) if number else markup}\n</section>'
        for number, (id, title, markup) in enumerate(parts)
    )
    scripts = [embedded_python()]
    scripts += (bundle(module) for module in _linked(pages, MODULE))
    scripts.append(bundle(WEB / "disk" / "single-file.js"))
    return f"""<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{_POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{wording.offline.SINGLE_TITLE}</title>
<style>
{"\n".join(style.read_text(encoding="utf-8") for style in _linked(pages, _STYLES))}
{(WEB / "disk" / "single-file.css").read_text(encoding="utf-8")}</style>
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
{"\n".join(f"<script>{_inline(guard.read_text(encoding='utf-8'))}</script>" for guard in _linked(pages, _GUARD))}
{"\n".join(f"<script>{_inline(script)}</script>" for script in scripts)}
</body>
</html>
"""


type _Part = tuple[str, str, str]
"""Its id, its title, its markup."""


def _part(page: str) -> _Part:
    heading, element = _HEADING.search(page), ELEMENT.search(page)
    if heading is None or element is None:
        raise ValueError("a calculator's page has no heading or no element")
    markup = _DATE_TABLE.sub(f'"#{_TABLE_PART}"', element[0])
    return f"part-{element[1]}", escape(re.sub(r"<[^>]+>", "", heading[1]).strip()), markup


def _asleep(markup: str) -> str:
    """An element starts Python of its own, so the later ones sleep until they are chosen; a table does not need to."""
    return f"<template>{markup}</template>" if ELEMENT.search(markup) else markup


def _date_table(site: Path) -> _Part:
    """The answer without Python, for browsers that are too old."""
    page = (site / "date-table" / "index.html").read_text(encoding="utf-8")
    tables = _TABLES.search(page)
    if tables is None:
        raise ValueError("the date table has no tables")
    return (
        _TABLE_PART,
        wording.offline.SINGLE_TABLE,
        f"<p>{wording.offline.single_table_caution(DEFAULT_GRACE_DAYS)}</p>\n{tables[0]}",
    )


def _linked(pages: dict[Path, str], link: re.Pattern[str]) -> Iterator[Path]:
    """The files that the pages link to, each once, in their order."""
    yield from dict.fromkeys(
        (page.parent / address).resolve() for page, text in pages.items() for address in link.findall(text)
    )


def _inline(script: str) -> str:
    """A script as it may stand in a page: an HTML parser ends it at the first end tag that it sees."""
    return script.replace("</script", r"<\/script").replace("<!--", r"<\!--")
