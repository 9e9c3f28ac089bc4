"""Close gaps in the theme's markup that no setting closes, after MkDocs has built the pages."""

from pathlib import Path

__all__ = ["close_gaps"]

_GAPS = {
    # A dialog needs a name for screen readers (ARIA in HTML; axe: aria-dialog-name).
    '<div class="md-search" data-md-component="search" role="dialog">': (
        '<div class="md-search" data-md-component="search" role="dialog" aria-label="搜索">'
    ),
}


def close_gaps(site: Path) -> None:
    """Mend every page of the built site.

    :raises ValueError: if a page lacks a gap that is known, because the theme has changed.
    """
    for page in site.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        for gap, mended in _GAPS.items():
            if gap not in text:
                raise ValueError(f"{page.relative_to(site)}: the theme no longer writes {gap!r}")
            text = text.replace(gap, mended)
        page.write_text(text, encoding="utf-8")
