"""The dialog in which the theme searches: its name and its words, which no setting of the theme gives.

Not by a file of ``web/theme/`` in place of the theme's: that would be all of its markup, which its script works on, so
that each new version of the theme had to be copied, and Material's successor has other markup there.
"""

import json

from scripts.site.built_page import BuiltPage, Site

__all__ = ["name_search_dialog", "set_up_search"]

_WORDS = {
    "search.result.none": "没有找到。换几个字再试，或者打12333问。",
    "search.result.one": "找到了，点开就到那一段",
    "search.result.other": "最合适的排在前面，点开就到那一段",
    "search.result.more.one": "这一页里还有一段",
    "search.result.more.other": "这一页里还有别的段",
    "search.result.placeholder": "写几个字就开始搜，比如：刷脸不过",
    "search.result.term.missing": "",
}
"""What the dialog says: how many results there are helps nobody to choose."""


def name_search_dialog(page: BuiltPage, site: Site) -> None:  # noqa: ARG001
    """A dialog needs a name for screen readers (axe: aria-dialog-name).

    :raises ValueError: if the page has not exactly one such dialog, or it has a name: then the theme has changed.
    """
    page.one('.md-search[role="dialog"]:not([aria-label])').attrs["aria-label"] = "搜索"


def set_up_search(page: BuiltPage, site: Site) -> None:
    """Give the dialog its words, and the name of the worker that has been mended, see ``search_worker.py``.

    :raises ValueError: if the page does not tell the theme these things, or the theme calls them otherwise.
    """
    told = page.one("script#__config")
    config = json.loads(told.text())
    if unknown := _WORDS.keys() - config["translations"].keys():
        raise ValueError(f"the search of {page.path} says nothing under {sorted(unknown)}")
    config["translations"] |= _WORDS
    name = page.target(config["search"])
    config["search"] = config["search"].removesuffix(name) + site.names.get(name, name)
    text = json.dumps(config, ensure_ascii=False, separators=(",", ":")).replace("<", r"\u003c")
    told.replace_with(page.element("script", {"id": "__config", "type": "application/json"}, text), move=True)
