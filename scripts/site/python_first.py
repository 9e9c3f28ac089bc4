"""Where there is somebody to ask Python: its worker starts before everything else of the page, the theme's script after.

Only a server can deliver a worker, so this is no step of pages that are opened from a disk.
"""

import json

from runtime.build.assemble import MANIFEST
from scripts.assets.inline import inline
from scripts.settings.paths import RUNTIME_CODE, WEB
from scripts.site.built_page import THEME_SCRIPT, BuiltPage, Site, asking_element
from scripts.site.fingerprint_assets import WORKER, module_scripts

__all__ = ["defer_theme", "open_on_the_answer", "start_python_first", "tell_megabytes"]

_PRELOAD = RUNTIME_CODE / "client" / "preload.js"
_ANSWER_FIRST = WEB / "elements" / "deadline" / "answer-first.js"
_DEFER_THEME = WEB / "elements" / "parts" / "defer-theme.js"


def start_python_first(page: BuiltPage, site: Site) -> None:
    """Start the worker that holds Python, which takes longest, by the page's first line."""
    if _asks_python(page):
        script = page.element("script", {"data-worker": page.root + site.names[WORKER]}, inline(_PRELOAD))
        page.insert_lines_after(page.one('meta[charset="utf-8"]'), script)


def open_on_the_answer(page: BuiltPage, site: Site) -> None:  # noqa: ARG001
    """Let a page that answers what its address asks not show its form first."""
    if page.css("deadline-calculator"):
        page.insert_lines_after(page.one('meta[charset="utf-8"]'), page.element("script", {}, inline(_ANSWER_FIRST)))


def tell_megabytes(page: BuiltPage, site: Site) -> None:  # noqa: ARG001
    """Say how much is still to come before anything of it has, for whoever must wait for all of it."""
    for line in page.css(".loading-bytes"):
        line.insert_child(f"0.0 / {_travels() / 1e6:.1f} MB")


def _travels() -> int:
    """How many bytes of what Python starts with there are on the way, packed."""
    files = json.loads(MANIFEST.read_text(encoding="utf-8"))["files"]
    return sum(file["travels"] for file in files.values())


def defer_theme(page: BuiltPage, site: Site) -> None:  # noqa: ARG001
    """Let the theme's script wait for Python.

    :raises ValueError: if the page has not exactly one such script.
    """
    if _asks_python(page):
        theme = page.one(THEME_SCRIPT)
        later = page.element("script", {"data-theme": theme.attrs.sget("src")}, inline(_DEFER_THEME))
        theme.replace_with(later, move=True)


def _asks_python(page: BuiltPage) -> bool:
    return bool(module_scripts(page)) and asking_element(page) is not None
