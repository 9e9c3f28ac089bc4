"""Bring the styles of every page in two files, the theme's and ours, after MkDocs has built the site.

A page is shown once all its styles are there, so few files and few bytes show it sooner. The theme's styles are cut to
what a page, a script or an answer can use: a rule goes only if it asks for a word that none of them contains.
"""

import re
import subprocess
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from scripts.assets.bundles import joined_styles
from scripts.settings.paths import NODE_MODULES, ROOT, WEB
from scripts.site.built_page import built_pages

__all__ = ["OURS", "THEME", "join_stylesheets"]

THEME, OURS = "assets/stylesheets/theme.css", "assets/styles/site.css"
"""The two files, by their path in the site, before they get addresses that say what they hold."""

_PURGECSS = NODE_MODULES / ".bin" / "purgecss"
_LINK = re.compile(r'[ \t]*<link rel="stylesheet" href="((?:\.\./)*|\./|/)(assets/[^"]+)">\n?')


def join_stylesheets(site: Path) -> None:
    """Put the two files in the place of those that every page links to. What single pages link to besides stays.

    :raises ValueError: if a page does not begin with the same styles as the home page.
    """
    pages = {page: page.read_text(encoding="utf-8") for page in built_pages(site)}
    shared = _linked(pages[site / "index.html"])
    for page, text in pages.items():
        if _linked(text)[: len(shared)] != shared:
            raise ValueError(f"{page.relative_to(site)} has other styles than the home page: {_linked(text)}")
    theirs = [site / name for name in shared if name.startswith("assets/stylesheets/")]
    ours = [site / name for name in shared if site / name not in theirs]
    cut, joined = _cut(theirs, site), joined_styles(ours)
    for file in (*theirs, *ours):
        file.unlink()
        file.with_name(f"{file.name}.map").unlink(missing_ok=True)
    (site / THEME).write_text(cut, encoding="utf-8")
    (site / OURS).write_text(joined, encoding="utf-8")
    for page, text in pages.items():
        page.write_text(_with_two(text, shared), encoding="utf-8")


def _linked(page: str) -> list[str]:
    return [name for _, name in _LINK.findall(page)]


def _with_two(page: str, shared: Iterable[str]) -> str:
    first = next(_LINK.finditer(page))
    two = "".join(f'<link rel="stylesheet" href="{first[1]}{name}">\n' for name in (THEME, OURS))
    rest = _LINK.sub(lambda link: "" if link[2] in shared else link[0], page[first.start() :])
    return page[: first.start()] + two + rest


def _cut(styles: Iterable[Path], site: Path) -> str:
    """The theme's styles without those for what is nowhere."""
    users = [
        *built_pages(site),
        *(site / "assets").rglob("*.js"),
        *WEB.rglob("*.js"),
        *(ROOT / "calculator").rglob("*.py"),
    ]
    with TemporaryDirectory() as scratch:
        command = [str(_PURGECSS), "--output", scratch, "--css", *map(str, styles), "--content", *map(str, users)]
        subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, check=True)
        return "\n".join((Path(scratch) / one.name).read_text(encoding="utf-8") for one in styles)
