"""Prepare what MkDocs reads, the pages with their sources and those made from the package: ``python -m scripts.pages.prepare``."""

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import partial
from pathlib import Path

from calculator.sources import facts
from calculator.warehouse.sql import Engine
from calculator.wording.days import day_in_words
from scripts.assets.bundles import ELEMENTS, OLDEST, bundle
from scripts.pages.citations import cited_facts, footnotes
from scripts.pages.counts import with_counts
from scripts.pages.data_columns import data_columns, join_block
from scripts.pages.date_table import date_table
from scripts.pages.deadline_examples import deadline_examples
from scripts.pages.downloads_page import PAGE as DOWNLOADS
from scripts.pages.downloads_page import downloads_page
from scripts.pages.handouts import with_handout_parts
from scripts.pages.instant_script import SCRIPT as INSTANT_SCRIPT
from scripts.pages.instant_script import instant_script
from scripts.pages.missing_places import missing_places_page
from scripts.pages.more_often import more_often
from scripts.pages.pictures import PICTURES
from scripts.pages.python_page import python_page
from scripts.pages.regions_pages import province_links, regions_pages
from scripts.pages.rules_page import rules_page
from scripts.pages.sources_page import sources_page
from scripts.pages.status_picture import ladder_picture
from scripts.settings.build_day import build_day
from scripts.settings.paths import DOCS, PAGES, WEB
from scripts.settings.site_url import public_address
from web.elements.deadline.form import form_html
from web.elements.family.form import family_form_html
from web.elements.message.form import message_form_html
from web.elements.roster.form import roster_html

__all__ = ["finished", "main", "prepare_named", "prepare_pages"]

DATA_CHECKED = min(date.fromisoformat(fact.checked_on) for fact in facts().values())
"""The day of the oldest check among the facts, which the pages made from data carry as their own."""

_FOLDED_SOURCES = re.compile(r"^sources: folded$", re.MULTILINE)
_CHECKED = re.compile(r"^checked: (\d{4}-\d{2}-\d{2})$", re.MULTILINE)
_SOFT_BREAK = re.compile(r"(?<=[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef”’…—)\]])\n(?=[\u4e00-\u9fff“《（])")
"""A line of Chinese that goes on in the next: a browser would put a space there, which Chinese does not have."""

_AS_THEY_ARE = ("styles/*.css", "icons/*.*", "elements/*/*.css")
_IN_ONE_PIECE: dict[str, str] = {
    "service-worker/register-service-worker.js": ELEMENTS,
    "every-page/defer-search.js": OLDEST,
    "every-page/display.js": OLDEST,
    "every-page/landing.js": OLDEST,
    "every-page/mended-address.js": OLDEST,
    "every-page/site.js": OLDEST,
    "elements/parts/unsupported-browser.js": OLDEST,
}
"""Scripts that pages link to, not as modules, and that are written as modules because they share names with others; and
who must be able to read each.
"""
_MANIFEST = "manifest.webmanifest"


def _address(page: str) -> str:
    """Of a page, or an example of one where the site has no address yet."""
    return public_address(page) or f"https://example.org/{page}"


_INSERTION = re.compile(r"<!-- insert: ([a-z-]+) -->")
_INSERTIONS: dict[str, Callable[[date], str]] = {
    "calculator-form": form_html,
    "family-form": family_form_html,
    "data-address": lambda _: _address("data/"),
    "data-columns": lambda _: data_columns(),
    "deadline-examples": lambda _: deadline_examples(),
    "embed-address": lambda _: _address("embed/"),
    "join-duckdb": partial(join_block, Engine.DUCKDB),
    "join-postgresql": partial(join_block, Engine.POSTGRESQL),
    "join-spark": partial(join_block, Engine.SPARK),
    "ladder": lambda _: ladder_picture(),
    "message-form": message_form_html,
    "more-often": lambda _: more_often(),
    "province-links": lambda _: province_links("regions/"),
    "pyodide-address": lambda _: _address("pyodide/"),
    "roster-form": roster_html,
}
"""What stands in place of each mark, on pages that are made on a day."""


def prepare_pages(target: Path, today: date) -> list[str]:
    """Write every page and asset below ``target``, and nothing else; gives the paths of those that are not as they were."""
    files = dict(_files(today))
    for file in sorted(target.rglob("*"), reverse=True):
        if file.is_file() and file.relative_to(target).as_posix() not in files:
            file.unlink()
    return [name for name, content in files.items() if _written(target / name, content)]


def prepare_named(target: Path, names: Iterable[str], today: date) -> list[str]:
    """Write these pages of ``docs/``, given by their paths there; gives the paths of those that are not as they were."""
    pages = {name: (DOCS / name).read_text(encoding="utf-8") for name in names}
    return [name for name, text in pages.items() if _written(target / name, _page(name, text, today))]


def _written(file: Path, content: bytes) -> bool:
    """Write a file that is not as it should be: MkDocs builds what is newer than its result."""
    if file.is_file() and file.read_bytes() == content:
        return False
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
    return True


def _files(today: date) -> Iterator[tuple[str, bytes]]:
    """Every page and asset, as its path and what is in it."""
    for page in sorted(DOCS.rglob("*.md")):
        name = page.relative_to(DOCS).as_posix()
        yield name, _page(name, page.read_text(encoding="utf-8"), today)
    for name, text in _generated(today):
        yield name, _page(name, text, today)
    # What browsers take as it is lies below assets/ as it lies below web/; modules are put together later.
    for file in (file for pattern in _AS_THEY_ARE for file in WEB.glob(pattern)):
        yield f"assets/{file.relative_to(WEB).as_posix()}", file.read_bytes()
    for name, browsers in _IN_ONE_PIECE.items():
        yield f"assets/{name}", bundle(WEB / name, browsers=browsers).encode()
    yield f"assets/{INSTANT_SCRIPT}", instant_script(today).encode()
    yield _MANIFEST, (WEB / "every-page" / _MANIFEST).read_bytes()


def _page(name: str, markdown: str, today: date) -> bytes:
    """A page as MkDocs gets it."""
    path = Path(name)
    text = with_counts(markdown)
    if path.parent.name == "handouts":
        text = with_handout_parts(path, text)
    return finished(text, "../" * (len(path.parts) - 1), today).encode()


def _generated(today: date) -> Iterator[tuple[str, str]]:
    """Every page that is made from the package, as its path and its Markdown."""
    yield "date-table/index.md", date_table(today)
    yield f"{DOWNLOADS}.md", downloads_page(today)
    yield "period/rules.md", rules_page(DATA_CHECKED)
    yield "about/sources.md", sources_page(DATA_CHECKED)
    yield "developers/python.md", python_page(DATA_CHECKED)
    yield "regions/missing.md", missing_places_page(DATA_CHECKED)
    yield from regions_pages(DATA_CHECKED)


def finished(markdown: str, root: str, today: date) -> str:
    """A page with its insertions made, its footnotes defined and the day of its check at the foot."""
    text = _INSERTION.sub(lambda match: _inserted(match[1], today), _SOFT_BREAK.sub("", markdown))
    # MkDocs would leave these marks in the page. A block of HTML is taken as it is without them.
    text = text.replace(' markdown="0"', "")
    parts = [text.rstrip()]
    cites = bool(cited_facts(text))
    if cites and _FOLDED_SOURCES.search(text):
        # Of the class that the handbook leaves out, which names its sources at the end.
        parts += ['??? footnote "这一页的来源"', "    ///Footnotes Go Here///"]
    elif cites:
        parts += ["## 这一页的来源 {#page-sources}", "///Footnotes Go Here///"]
    if checked := _CHECKED.search(text):
        parts.append(_checked_line(date.fromisoformat(checked[1])))
    if cites:
        parts.append(footnotes(text, root))
    return "\n\n".join(parts) + "\n"


def _inserted(mark: str, today: date) -> str:
    return PICTURES[mark]() if mark in PICTURES else _INSERTIONS[mark](today)


def _checked_line(checked: date) -> str:
    return (
        '<div class="page-checked">\n'
        f'<p>本页<time datetime="{checked.isoformat()}">{day_in_words(checked)}</time>核对过。</p>\n'
        '<p class="page-stale" hidden>这一页已经超过12个月没有核对，规定可能变了。请先打12333问清楚。</p>\n</div>'
    )


def main() -> None:
    """Write them."""
    prepare_pages(PAGES, build_day())


if __name__ == "__main__":
    main()
