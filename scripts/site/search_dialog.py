"""Name the dialog in which the theme searches, which no setting of the theme does.

Not by a file of ``web/theme/`` in place of the theme's: that would be all of its markup, which its script works on, so
that each new version of the theme had to be copied, and Material's successor has other markup there.
"""

from scripts.site.built_page import BuiltPage, Site

__all__ = ["name_search_dialog"]


def name_search_dialog(page: BuiltPage, site: Site) -> None:  # noqa: ARG001
    """A dialog needs a name for screen readers (axe: aria-dialog-name).

    :raises ValueError: if the page has not exactly one such dialog, or it has a name: then the theme has changed.
    """
    page.one('.md-search[role="dialog"]:not([aria-label])').attrs["aria-label"] = "搜索"
