"""A page of the built site as a chapter of the handbook: its article, with links and anchors that hold in one document."""

from collections.abc import Collection
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborNode

from scripts.site.built_page import BuiltPage

__all__ = ["anchor", "chapter"]

_DROPPED = (
    "script, style, form, deadline-calculator, noscript, template, button, [hidden], #page-sources, .footnote, "
    ".footnote-backref, .table-nav, .table-jumps, .regions-filter, .screen-only"
)
"""What only a screen needs, and the sources of a page, which have a chapter of their own."""

_REFERRING = ("for", "aria-labelledby", "aria-describedby")
_SOURCES = "about/sources/"


def anchor(address: str, fragment: str = "") -> str:
    """The anchor in the book of a page, given by its address from the root of the site, or of a place in it."""
    name = address.strip("/").replace("/", "-") or "home"
    return f"{name}--{fragment}" if fragment else name


def chapter(page: BuiltPage, pages: Collection[str]) -> str:
    """The article of a page, without what only a screen needs, its headings one level deeper.

    :param pages: the addresses of all pages of the book; links to any other page become plain text.
    :raises ValueError: if the page has not exactly one article.
    """
    article = page.one("article")
    for node in article.css(_DROPPED):
        node.decompose()
    address = page.path.removesuffix("index.html")
    for node in article.css("a[href]"):
        _lead(node, page, pages)
    for node in article.css("[id]"):
        _name(node, address)
    for attribute in _REFERRING:
        for node in article.css(f"[{attribute}]"):
            node.attrs[attribute] = " ".join(anchor(address, part) for part in node.attrs.sget(attribute).split())
    for level in range(5, 0, -1):
        for heading in article.css(f"h{level}"):
            _replace(page, heading, f"h{level + 1}")
    return article.inner_html or ""


def _lead(link: LexborNode, page: BuiltPage, pages: Collection[str]) -> None:
    """Let a link lead to where its page is in the book; it becomes plain text if that is nowhere."""
    address = urlsplit(link.attrs.sget("href"))
    classes = link.attrs.sget("class")
    if address.scheme:
        return
    if "footnote-ref" in classes:
        fact = address.fragment.removeprefix("fn:")
        link.attrs["href"] = f"#{anchor(_SOURCES, fact.lower())}"
        link.inner_html = fact if fact.startswith("F") else "推算"
        return
    target = page.target(address.path)
    if target in pages:
        link.attrs["href"] = f"#{anchor(target, unquote(address.fragment))}"
        link.attrs["class"] = f"{classes} to-page".strip()
    else:
        del link.attrs["href"]
        _replace(page, link, "span")


def _name(node: LexborNode, address: str) -> None:
    name = node.attrs.sget("id")
    if name.startswith("fnref"):
        del node.attrs["id"]
    else:
        node.attrs["id"] = anchor(address, name)


def _replace(page: BuiltPage, node: LexborNode, tag: str) -> None:
    """Put an element of another kind in the place of one, with the same attributes and content."""
    other = page.element(tag, {name: value or "" for name, value in node.attributes.items()})
    while node.first_child:
        other.insert_child(node.first_child, move=True)
    node.replace_with(other, move=True)
