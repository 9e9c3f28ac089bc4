"""Whether the build of the site takes twice as long for twice as many pages."""

import shutil
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from mkdocs.commands.build import build
from mkdocs.config import load_config

from scripts.measure.progress import say
from scripts.settings.paths import PAGES, ROOT
from scripts.site.built_page import Site, read_pages
from scripts.site.steps import FROM_MKDOCS, take
from scripts.site.stylesheets import shared_styles

__all__ = ["Build", "measure_builds"]

_TOPICS = ("benefits", "fraud", "methods", "period", "situations", "regions")
"""Folders of pages that people read. Links between their copies lead where those of the originals do."""


@dataclass(frozen=True, slots=True)
class Build:
    """One build: its pages, seconds of processor time, and bytes of HTML."""

    pages: int
    seconds: float
    html: int


def measure_builds(multiples: tuple[int, ...]) -> list[Build]:
    """Build the site with its reading pages so many times over, navigation included."""
    with TemporaryDirectory() as scratch:
        _build(1, Path(scratch) / "first")  # reads dictionaries and templates
        return [_build(times, Path(scratch) / str(times)) for times in multiples]


def _build(times: int, folder: Path) -> Build:
    say(f"building the site with its reading pages × {times} …")
    pages, site = folder / "docs", folder / "site"
    shutil.copytree(PAGES, pages, ignore=shutil.ignore_patterns("runtime"))
    for topic in _TOPICS:
        for copy in range(2, times + 1):
            shutil.copytree(pages / topic, pages / f"{topic}-{copy}")
    settings = str(ROOT / "mkdocs.yml")
    nav: list[Any] = load_config(settings).nav or []
    nav = [*nav, *(entry for copy in range(2, times + 1) for entry in _copied(nav, copy))]
    not_in_nav = "/regions*/*.md\n/handouts/*.md\n"
    config = load_config(settings, docs_dir=str(pages), site_dir=str(site), nav=nav, not_in_nav=not_in_nav)
    start = time.process_time()
    build(config)
    built = list(read_pages(site))
    take(FROM_MKDOCS, built, Site(shared_styles(built)))
    for page in built:
        page.write(site)
    seconds = time.process_time() - start
    written = list(site.rglob("index.html"))
    return Build(len(written), seconds, sum(file.stat().st_size for file in written))


def _copied(nav: list[Any], copy: int) -> Iterator[Any]:
    """The sections of the navigation that lead to copied pages, leading to the copies."""
    for entry in nav:
        ((title, target),) = entry.items()
        if isinstance(target, list):
            if pages := list(_copied(target, copy)):
                yield {f"{title} {copy}": pages}
        elif target.partition("/")[0] in _TOPICS:
            yield {title: target.replace("/", f"-{copy}/", 1)}
