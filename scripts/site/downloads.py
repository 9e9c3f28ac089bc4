"""Let the site lead to what there is to take away, and to nothing else.

The page 打印与下载 is built before any of it is made; here it is told how large each file is, and loses what is not there.
"""

import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from pypdf import PdfReader

from scripts.pages.downloads_page import ALL, BIG, EXTENT, PAGE, Download, downloads
from scripts.site.built_page import BuiltPage, Site
from scripts.site.search_index import SearchIndex

__all__ = ["FOLDER", "copy_downloads", "find_downloads", "name_downloads", "there_is"]

FOLDER = PAGE.partition("/")[0]
"""Of the site, where everything lies that can be taken away."""

_HEADINGS = {f"h{level}": level for level in range(1, 7)}


def there_is(folder: Path) -> dict[str, str]:
    """What lies in the folder of all that can be taken away, by its path from the page of downloads: how large it is."""
    return {one.file: _extent(folder / one.file) for one in downloads() if (folder / one.file).is_file()}


def copy_downloads(folder: Path, site: Path, there: Iterable[str]) -> None:
    """Put what is there beside the page that leads to it, so that it is part of the site, byte for byte."""
    for name in there:
        target = site / FOLDER / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(folder / name, target)


def name_downloads(page: BuiltPage, site: Site) -> None:
    """Say of each file how large it is, and leave out those that are not there.

    :raises ValueError: if the page, which this and ``scripts/pages/downloads_page.py`` must agree on, lacks one.
    """
    if page.path != f"{PAGE}.html":
        return
    for one in downloads():
        link = page.one(f'a[download][href="{one.file}"]')
        if one.file in site.downloads and link.next:
            link.next.replace_with(_told(link.next.text(), site.downloads[one.file]))
        elif one in BIG:
            _remove_section(page, one.id)
        else:
            page.one(f'span:has(> a[href="{one.file}"])').decompose()
    if not site.downloads.keys() & {one.file for one in BIG}:
        _remove_section(page, ALL)


def find_downloads(index: SearchIndex, there: Mapping[str, str]) -> SearchIndex:
    """The index of the search, as true as the page: it knows how large each file is, and of none that is not there."""
    known = {f"{FOLDER}/#{one.id}": one for one in downloads()}
    gone = {location for location, one in known.items() if one in BIG and one.file not in there}
    if len(gone) == len(BIG):
        gone.add(f"{FOLDER}/#{ALL}")
    entries = (entry for entry in index["docs"] if entry["location"] not in gone)
    return index | {"docs": [_with_download(entry, known.get(entry["location"]), there) for entry in entries]}


def _with_download(entry: dict[str, Any], one: Download | None, there: Mapping[str, str]) -> dict[str, Any]:
    if one is None:
        return entry
    if one.file in there:
        return entry | {"text": _told(entry["text"], there[one.file])}
    text, start, links = entry["text"].rpartition("<p>")
    return entry | {"text": text + start + links.partition(f"{EXTENT}　")[2]}


def _told(text: str, extent: str) -> str:
    return text.replace(EXTENT, f"（{extent}）")


def _extent(file: Path) -> str:
    """How many pages a PDF has, and how large a file is."""
    size = file.stat().st_size
    told = f"{size / 1_000_000:.1f} MB" if size >= 1_000_000 else f"{max(round(size / 1000), 1)} KB"
    return f"{len(PdfReader(file).pages)}页，{told}" if file.suffix == ".pdf" else told


def _remove_section(page: BuiltPage, id: str) -> None:
    """Remove a heading with all that stands below it, and its line in the table of contents."""
    heading = page.one(f'article [id="{id}"]')
    level = _HEADINGS[heading.tag or ""]
    below = heading.next
    while below and _HEADINGS.get(below.tag or "", level + 1) > level:
        following = below.next
        below.decompose()
        below = following
    heading.decompose()
    for item in page.css(f'nav li:has(> a[href="#{id}"])'):
        item.decompose()
