"""A page of the built site as a chapter of the handbook: its article, with links and anchors that hold in one document."""

import posixpath
import re
from collections.abc import Mapping
from html import escape
from html.parser import HTMLParser
from typing import override
from urllib.parse import unquote, urlsplit

__all__ = ["anchor", "chapter"]

_ARTICLE = re.compile(r"<article\b[^>]*>(.*)</article>", re.DOTALL)
_DROPPED_TAGS = {"script", "style", "form", "deadline-calculator", "noscript", "template", "button"}
_DROPPED_CLASSES = {"footnote", "footnote-backref", "table-nav", "table-jumps", "regions-filter", "screen-only"}
_DROPPED_IDS = {"page-sources"}
_REFERRING = ("for", "aria-labelledby", "aria-describedby")
_VOID = {"br", "hr", "img", "input", "link", "meta", "option", "wbr", "col", "source"}
"""Elements that end where they begin; an option may, and stands in forms alone, which are left out."""
_SOURCES = "about/sources/"


def anchor(address: str, fragment: str = "") -> str:
    """The anchor in the book of a page, given by its address from the root of the site, or of a place in it."""
    name = address.strip("/").replace("/", "-") or "home"
    return f"{name}--{fragment}" if fragment else name


def chapter(html: str, address: str, pages: Mapping[str, str]) -> str:
    """The article of a page, without what only a screen needs, its headings one level deeper.

    :param address: the page's own address from the root of the site, ending in a slash unless it is the root.
    :param pages: the addresses of all pages of the book; links to any other page become plain text.
    :raises ValueError: if the page has no article, or an element in it is not closed.
    """
    found = _ARTICLE.search(html)
    if not found:
        raise ValueError(f"no article in {address or 'the home page'}")
    rewriter = _Rewriter(address, pages)
    rewriter.feed(found[1])
    rewriter.close()
    if rewriter.unclosed:
        raise ValueError(f"{rewriter.unclosed} elements are not closed in {address or 'the home page'}")
    return "".join(rewriter.out)


class _Rewriter(HTMLParser):
    def __init__(self, address: str, pages: Mapping[str, str]) -> None:
        super().__init__(convert_charrefs=False)
        self.out: list[str] = []
        self._address = address
        self._pages = pages
        self._open: list[str | None] = []
        """The end tag that each open element will have; ``None`` for one that is left out with all its content."""
        self._reference = ""
        """The name of the source that a footnote's mark is replaced with, while inside that mark."""

    @property
    def unclosed(self) -> int:
        """How many elements are still open."""
        return len(self._open)

    @property
    def _silent(self) -> bool:
        return None in self._open

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        end: str | None = None
        if not (self._silent or _is_dropped(tag, given)):
            name = f"h{int(tag[1]) + 1}" if re.fullmatch(r"h[1-5]", tag) else tag
            if name == "a" and "href" in given and not self._lead(given):
                name = "span"
            self.out.append(f"<{name}{''.join(f' {key}="{escape(value)}"' for key, value in self._moved(given))}>")
            end = f"</{name}>"
        if tag not in _VOID:
            self._open.append(end)

    def _lead(self, attributes: dict[str, str]) -> bool:
        """Turn the address of a link into one that holds in the book; false if it leads to nowhere in it."""
        parts = urlsplit(attributes["href"])
        if parts.scheme:
            return True
        if "footnote-ref" in attributes.get("class", ""):
            fact = parts.fragment.removeprefix("fn:")
            self._reference = "推算" if fact == "rules" else fact
            attributes["href"] = f"#{anchor(_SOURCES, fact.lower())}"
            return True
        target = posixpath.normpath(posixpath.join("/", self._address, parts.path)).strip("/")
        address = f"{target}/" if target else ""
        if address not in self._pages:
            return False
        attributes["href"] = f"#{anchor(address, unquote(parts.fragment))}"
        attributes["class"] = f"{attributes.get('class', '')} to-page".strip()
        return True

    def _moved(self, attributes: dict[str, str]) -> list[tuple[str, str]]:
        moved = []
        for name, value in attributes.items():
            if name == "id" and value.startswith("fnref"):
                continue
            if name == "id":
                value = anchor(self._address, value)
            elif name in _REFERRING:
                value = " ".join(anchor(self._address, part) for part in value.split())
            moved.append((name, value))
        return moved

    @override
    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.handle_endtag(tag)

    @override
    def handle_endtag(self, tag: str) -> None:
        if tag in _VOID or not self._open:
            return
        end = self._open.pop()
        if end and not self._silent:
            if self._reference and tag == "a":
                self.out.append(self._reference)
                self._reference = ""
            self.out.append(end)

    @override
    def handle_data(self, data: str) -> None:
        if not (self._silent or self._reference):
            self.out.append(data)

    @override
    def handle_entityref(self, name: str) -> None:
        self.handle_data(f"&{name};")

    @override
    def handle_charref(self, name: str) -> None:
        self.handle_data(f"&#{name};")


def _is_dropped(tag: str, attributes: dict[str, str]) -> bool:
    return (
        tag in _DROPPED_TAGS
        or "hidden" in attributes
        or attributes.get("id") in _DROPPED_IDS
        or not _DROPPED_CLASSES.isdisjoint(attributes.get("class", "").split())
    )
