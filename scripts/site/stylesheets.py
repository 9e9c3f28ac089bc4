"""Bring the styles of every page in two files, the theme's and ours, after MkDocs has built the site.

A page is shown once all its styles are there, so few files and few bytes show it sooner. The theme's styles are cut to
what a page, a script or an answer can use: a rule goes only if it asks for a word that none of them contains.
"""

import subprocess
from collections.abc import Iterable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from selectolax.lexbor import LexborNode

from scripts.assets.bundles import joined_styles
from scripts.settings.paths import NODE_MODULES, ROOT, WEB
from scripts.site.built_page import BuiltPage, Site

__all__ = ["OURS", "THEME", "join_stylesheets", "link_joined_styles", "ours_of", "shared_styles", "theirs_of"]

THEME, OURS = "assets/stylesheets/theme.css", "assets/styles/site.css"
"""The two files, by their path in the site, before they get addresses that say what they hold."""

_PURGECSS = NODE_MODULES / ".bin" / "purgecss"


def shared_styles(pages: Sequence[BuiltPage]) -> tuple[str, ...]:
    """The style sheets that every page links to, by their paths. What single pages link to besides comes behind them.

    :raises ValueError: if a page does not begin with the same styles as the home page.
    """
    linked = {page.path: [page.target(link.attrs.sget("href")) for link in _links(page)] for page in pages}
    shared = linked["index.html"]
    for path, styles in linked.items():
        if styles[: len(shared)] != shared:
            raise ValueError(f"{path} has other styles than the home page: {styles}")
    return tuple(shared)


def link_joined_styles(page: BuiltPage, site: Site) -> None:
    """Link to the two files in the place of the many."""
    first, *others = [link for link in _links(page) if page.target(link.attrs.sget("href")) in site.styles]
    two = [page.element("link", {"rel": "stylesheet", "href": page.root + name}) for name in (THEME, OURS)]
    page.insert_lines_before(first, *two)
    for link in (first, *others):
        link.decompose()


def join_stylesheets(folder: Path, styles: Iterable[str]) -> None:
    """Make the two files out of the many that lie in the folder of the site."""
    theirs, ours = ([folder / name for name in names] for names in (theirs_of(styles), ours_of(styles)))
    cut, joined = _cut(theirs, folder), joined_styles(ours)
    for file in (*theirs, *ours):
        file.unlink()
        file.with_name(f"{file.name}.map").unlink(missing_ok=True)
    (folder / THEME).write_text(cut, encoding="utf-8")
    (folder / OURS).write_text(joined, encoding="utf-8")


def theirs_of(styles: Iterable[str]) -> list[str]:
    """The theme's among the style sheets."""
    return [name for name in styles if name.startswith("assets/stylesheets/")]


def ours_of(styles: Iterable[str]) -> list[str]:
    """All but the theme's."""
    return [name for name in styles if not name.startswith("assets/stylesheets/")]


def _links(page: BuiltPage) -> list[LexborNode]:
    return page.css('link[rel="stylesheet"][href*="assets/"]')


def _cut(styles: Iterable[Path], folder: Path) -> str:
    """The theme's styles without those for what is nowhere."""
    users = [
        *folder.rglob("*.html"),
        *(folder / "assets").rglob("*.js"),
        *WEB.rglob("*.js"),
        *(ROOT / "calculator").rglob("*.py"),
    ]
    with TemporaryDirectory() as scratch:
        command = [str(_PURGECSS), "--output", scratch, "--css", *map(str, styles), "--content", *map(str, users)]
        subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, check=True)
        return "\n".join((Path(scratch) / one.name).read_text(encoding="utf-8") for one in styles)
