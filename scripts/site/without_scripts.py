"""Keep the words that only scripts show out of sight of browsers that know neither scripts nor what is ``hidden``.

To a text browser (w3m, lynx) a page says all that stands in it, one failure after another, none of which has happened.
So these words stand in attributes, and a script of the page itself brings them back before any other looks for them.
"""

from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from scripts.assets.inline import inline
from scripts.settings.paths import WEB
from scripts.site.built_page import BuiltPage, Site, found

__all__ = ["put_words_aside"]

_BRING_WORDS = WEB / "every-page" / "bring-words.js"

_SHOWN_BY_SCRIPTS = (
    "[hidden]",
    ".loading > p",
    ".md-search-result__meta",
    "[data-sentence]",
)
"""What nothing but a script shows, or makes true."""

_TRUE_ALL_THE_SAME = (".md-sidebar", ".md-top", "[data-way]", ".regions-filter")
"""The ways around the guide, and labels of fields, without which their controls would be nameless."""


def put_words_aside(page: BuiltPage, site: Site) -> None:  # noqa: ARG001
    """Put the words of such parts into attributes, and a script that brings them back before the next that is loaded."""
    true = {node.mem_id for selector in _TRUE_ALL_THE_SAME for node in page.css(selector)}
    for part in [node for selector in _SHOWN_BY_SCRIPTS for node in page.css(selector)]:
        if not any(node.mem_id in true for node in _with_ancestors(part)):
            _put_aside(page, part)
    waiting = False
    for node in page.tree.css("[data-words], template, body script[src]"):
        if node.tag == "script" and waiting:
            page.insert_lines_before(node, _script(page))
        waiting = node.tag != "script"
    if waiting:
        page.one("body").insert_child(_script(page))


def _put_aside(page: BuiltPage, part: LexborNode) -> None:
    """Put the words of a part into attributes, those beside other elements into ones of their own."""
    for element in [part, *found(part, "*")]:
        words = [node for node in element.iter(include_text=True) if node.is_text_node and node.text().strip()]
        if element.tag == "script" or not words:
            continue
        if element.child is not None and element.child.next is None:
            element.attrs["data-words"] = element.text()
            words[0].decompose()
        else:
            for one in words:
                one.replace_with(page.element("span", {"data-words": one.text()}), move=True)


def _with_ancestors(node: LexborNode | None) -> Iterator[LexborNode]:
    while node:
        yield node
        node = node.parent


def _script(page: BuiltPage) -> LexborNode:
    return page.element("script", {}, inline(_BRING_WORDS))
