"""The table of contents beside a page: what it leads to can be seen."""

from scripts.site.built_page import BuiltPage, Site

__all__ = ["leave_out_what_is_folded"]

_TABLE = ".md-nav--secondary"


def leave_out_what_is_folded(page: BuiltPage, site: Site) -> None:  # noqa: ARG001
    """Name the groups of questions, not the questions that are folded in them.

    The theme measures where every entry leads to, and for what is folded the browser has to unfold it each time: half a
    second on an old phone, on which the table is not even shown.
    """
    for heading in page.css("details :is(h2, h3, h4, h5, h6)[id]"):
        for link in page.css(f'{_TABLE} a[href="#{heading.attrs.sget("id")}"]'):
            # What is below it is folded too; its own turn finds nothing any more.
            if link.parent:
                link.parent.decompose()
    for emptied in page.css(f"{_TABLE} nav:not(:has(li))"):
        emptied.decompose()
