"""Let a page hear of edits, while it is shown by ``scripts/serve --watch``. No page of the site has this."""

from scripts.site.built_page import BuiltPage, Site

__all__ = ["EVENTS", "LISTENER", "hear_of_edits"]

LISTENER, EVENTS = "_watch/reload.js", "_watch/events"
"""What listens in the page, see ``web/watch/reload.js``, and where it hears of edits."""


def hear_of_edits(page: BuiltPage, site: Site) -> None:  # noqa: ARG001
    """Load what listens; it is told which page it is in, and where to listen."""
    told = {"src": page.root + LISTENER, "data-page": page.path, "data-events": page.root + EVENTS, "defer": ""}
    page.one("head").insert_child(page.element("script", told), move=True)
