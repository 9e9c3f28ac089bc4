"""Close gaps in the theme's pages that no setting closes, after MkDocs has built them."""

from pathlib import Path

from scripts.site.built_page import built_pages

__all__ = ["close_gaps"]

_EVERY_PAGE = {
    # A dialog needs a name for screen readers (axe: aria-dialog-name).
    '<div class="md-search" data-md-component="search" role="dialog">': (
        '<div class="md-search" data-md-component="search" role="dialog" aria-label="搜索">'
    ),
}

_NOT_FOUND = {
    # The theme says this in English, and leads nowhere.
    "<h1>404 - Not found</h1>": (
        '<h1>没有这一页</h1>\n<p>网址可能写错了，或者这一页搬走了。</p>\n<p><a href="/">回首页</a>，或者用上面的搜索找一找。</p>'
    ),
}


def close_gaps(site: Path) -> None:
    """Mend every page of the built site.

    :raises ValueError: if a page lacks a gap that is known, because the theme has changed.
    """
    for page in built_pages(site):
        gaps = _EVERY_PAGE | (_NOT_FOUND if page.name == "404.html" else {})
        text = page.read_text(encoding="utf-8")
        for gap, mended in gaps.items():
            if gap not in text:
                raise ValueError(f"{page.relative_to(site)}: the theme no longer writes {gap!r}")
            text = text.replace(gap, mended)
        page.write_text(text, encoding="utf-8")
