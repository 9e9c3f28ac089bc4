"""The site while it is worked on, in a folder of its own: like the site, but nothing in it is cut, packed or kept.

Its files keep their names whatever is in them, so that a page need not change when its styles or its scripts do. The
ordinary Pyodide under the fast one is not there: it would answer an edit that fails with the package as it was.
"""

import shutil
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from runtime.build.assemble import publish_runtime
from scripts.assets.bundles import joined_styles
from scripts.settings.paths import BUILD, DIST, ROOT, WEB
from scripts.site.built_page import BuiltPage, Site, read_pages
from scripts.site.downloads import copy_downloads, find_downloads, there_is
from scripts.site.edits import LISTENER
from scripts.site.fingerprint_assets import WORKER, module_bundles, module_scripts, worker_bundle
from scripts.site.search_index import drop_other_languages, finished_index, read_index, write_index
from scripts.site.search_worker import mend_search
from scripts.site.steps import WATCHED, take
from scripts.site.stylesheets import OURS, THEME, ours_of, shared_styles, theirs_of
from scripts.watch.edits import Part, parts
from scripts.watch.pages import WarmPages
from scripts.watch.python_edits import PythonEdits

__all__ = ["WatchedSite"]

_FOLDER = BUILD / "watched"
_SCRIPTS = WEB / "watch"
_PAGES, _SUMMED_UP = "docs/", "docs/handouts/"
"""Pages, and those that the page of downloads names."""


class WatchedSite:
    """What is served, and how each part of it is made anew."""

    def __init__(self) -> None:
        shutil.rmtree(_FOLDER, ignore_errors=True)
        self._html = _FOLDER / "html"
        self._pages = WarmPages(_FOLDER / "docs", self._html)
        self._python = PythonEdits()
        self.folder = _FOLDER / "site"
        self._make_all()

    def answer(self, edited: Sequence[str]) -> Mapping[str, object] | None:
        """Make anew what edits of these files ask for; gives what open pages are to be told, see ``reload.js``."""
        asked = parts(edited)
        if Part.EVERYTHING in asked:
            self._make_all()
            return {}
        if Part.MAKERS in asked:
            self._pages.forget_makers()
        changed = self._make_pages(edited) if Part.PAGES in asked else []
        if Part.STYLES in asked:
            self._make_styles()
        if Part.WORKER in asked:
            self._make_worker()
        if Part.SCRIPTS in asked:
            self._make_scripts()
        if asked & {Part.WORKER, Part.SCRIPTS}:
            return {}
        if changed:
            return {"pages": changed}
        return {"styles": True} if Part.STYLES in asked else None

    def _make_all(self) -> None:
        self._pages.build_all()
        shutil.copytree(self._html, self.folder, dirs_exist_ok=True)
        publish_runtime(self.folder / "assets" / "runtime")
        drop_other_languages(self.folder / "assets" / "javascripts")
        pages = list(read_pages(self._html))
        self._site = Site(shared_styles(pages), {WORKER: WORKER, **mend_search(self.folder)}, there_is(DIST))
        self._modules = sorted({page.target(source) for page in pages for source in module_scripts(page)})
        self._take(pages)
        self._write(THEME, joined_styles(self.folder / name for name in theirs_of(self._site.styles)))
        self._make_styles()
        self._make_worker()
        self._make_scripts()
        copy_downloads(DIST, self.folder, self._site.downloads)
        self._write(LISTENER, (_SCRIPTS / "reload.js").read_text(encoding="utf-8"))
        self._write("service-worker.js", (_SCRIPTS / "service-worker.js").read_text(encoding="utf-8"))

    def _make_pages(self, edited: Sequence[str]) -> list[str]:
        """The pages whose Markdown has changed, or what is put into it; gives the paths of all that has changed."""
        changed = self._pages.build_changed(_pages_alone(edited))
        self._take(BuiltPage.read(self._html, name) for name in changed if name.endswith(".html"))
        for name in changed:
            if not name.endswith((".html", ".css")):  # what browsers take as it is; styles are joined
                shutil.copyfile(self._html / name, self._place(name))
        return changed

    def _make_styles(self) -> None:
        """The styles of every page, and those that single pages link to."""
        for sheet in WEB.glob("elements/*/*.css"):
            self._write(f"assets/{sheet.relative_to(WEB).as_posix()}", sheet.read_text(encoding="utf-8"))
        self._write(OURS, joined_styles(WEB / Path(name).relative_to("assets") for name in ours_of(self._site.styles)))

    def _make_worker(self) -> None:
        self._write(WORKER, worker_bundle(self._python.manifest(self.folder / "assets" / "runtime")))

    def _make_scripts(self) -> None:
        """The modules, and the pages in which scripts stand."""
        for name, text in module_bundles(self._modules, WORKER).items():
            self._write(name, text)
        self._take(read_pages(self._html, "calculator/**/*.html"))

    def _take(self, pages: Iterable[BuiltPage]) -> None:
        pages = list(pages)
        take(WATCHED, pages, self._site)
        for page in pages:
            page.write(self.folder)
        write_index(self.folder, find_downloads(finished_index(read_index(self._html)), self._site.downloads))

    def _write(self, name: str, text: str) -> None:
        self._place(name).write_text(text, encoding="utf-8")

    def _place(self, name: str) -> Path:
        file = self.folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        return file


def _pages_alone(edited: Sequence[str]) -> list[str]:
    """The pages of ``docs/`` that have been edited, if that is all and no other page is made of them."""
    alone = all(
        name.startswith(_PAGES) and not name.startswith(_SUMMED_UP) and (ROOT / name).is_file() for name in edited
    )
    return [name.removeprefix(_PAGES) for name in edited] if alone else []
