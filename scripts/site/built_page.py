"""A page that MkDocs has built, as a tree: read once, changed in steps, written once."""

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser, LexborNode

__all__ = ["THEME_SCRIPT", "BuiltPage", "Site", "asking_element", "found", "read_pages"]

THEME_SCRIPT = 'script[src*="assets/javascripts/bundle."]'
"""The theme's script, as a selector."""


@dataclass(frozen=True, slots=True)
class Site:
    """What a page has to know of the site that it is a part of. All paths are from the site's root."""

    styles: tuple[str, ...] = ()
    """The style sheets of every page, in whose place two stand."""
    names: Mapping[str, str] = field(default_factory=dict)
    """The path that says what is in it, by the path that an asset had before."""
    downloads: Mapping[str, str] = field(default_factory=dict)
    """What there is to take away, by its path from the page of downloads: how large it is, in words."""


class BuiltPage:
    """A page and where it lies in the site.

    The parser is told that no scripts run, so that what stands in ``<noscript>`` is part of the tree. It reads as
    browsers do, and what it writes they read as the same page: end tags that were left out are there.
    """

    def __init__(self, path: str, html: str) -> None:
        self.path = path
        """From the root of the site: ``faq/index.html``."""
        self.tree = LexborHTMLParser(html)

    @classmethod
    def read(cls, site: Path, path: str) -> "BuiltPage":
        """Parse the file of the site."""
        return cls(path, (site / path).read_text(encoding="utf-8"))

    def write(self, site: Path) -> None:
        """Write the file of the site."""
        (site / self.path).write_text(self.html, encoding="utf-8")

    @property
    def html(self) -> str:
        """The page as text."""
        return self.tree.html or ""

    @property
    def root(self) -> str:
        """How addresses begin that lead from the page to the root of the site.

        The page for addresses that are not there stands at any of them, so it counts from the host.
        """
        return "/" if self.path == "404.html" else "../" * self.path.count("/")

    def css(self, selector: str) -> list[LexborNode]:
        """The elements that a selector fits, those of templates behind the others."""
        root = self.tree.root
        return found(root, selector) if root else []

    def one(self, selector: str) -> LexborNode:
        """The only element that a selector fits.

        :raises ValueError: if there is none, or more than one: then the page is not what a step takes it for.
        """
        fitting = self.css(selector)
        if len(fitting) != 1:
            raise ValueError(f"{self.path} has {len(fitting)} elements {selector}, not one")
        return fitting[0]

    def target(self, address: str) -> str:
        """The path from the root of the site to which an address without scheme leads; a folder ends in a slash.

        >>> page = BuiltPage("period/law/index.html", "")
        >>> page.target("../grace/"), page.target("../../assets/a.js"), page.target("/faq/"), page.target("../..")
        ('period/grace/', 'assets/a.js', 'faq/', '')
        """
        joined = posixpath.normpath(posixpath.join("/", posixpath.dirname(self.path), address)).strip("/")
        folder = address.endswith(("/", "..", ".")) or not address
        return f"{joined}/" if folder and joined else joined

    def element(self, tag: str, attributes: Mapping[str, str], text: str = "") -> LexborNode:
        """A new element, to be put into the tree."""
        made = self.tree.create_node(tag)
        for name, value in attributes.items():
            made.attrs[name] = value
        if text:
            made.insert_child(text)
        return made

    def insert_lines_after(self, place: LexborNode, *elements: LexborNode) -> None:
        """Put elements behind another, each on a line of its own."""
        for element in reversed(elements):
            place.insert_after(element, move=True)
            place.insert_after("\n")

    def insert_lines_before(self, place: LexborNode, *elements: LexborNode) -> None:
        """Put elements before another, each on a line of its own."""
        for element in elements:
            place.insert_before(element, move=True)
            place.insert_before("\n")


def found(root: LexborNode, selector: str) -> list[LexborNode]:
    """The elements below a node that a selector fits, those of templates behind the others."""
    fitting = root.css(selector)
    for fragment in root.template_fragments():
        fitting += found(fragment, selector)
    return fitting


def asking_element(page: BuiltPage) -> LexborNode | None:
    """The element of ours that asks Python, if the page has one."""
    return next((node for node in page.css("body *") if (node.tag or "").endswith("-calculator")), None)


def read_pages(site: Path, pattern: str = "**/*.html") -> Iterator[BuiltPage]:
    """The pages that MkDocs has written into a folder, in the order of their paths."""
    for file in sorted(site.glob(pattern)):
        yield BuiltPage.read(site, file.relative_to(site).as_posix())
