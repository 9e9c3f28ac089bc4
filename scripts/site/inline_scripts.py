"""Scripts of the site that stand in its pages: a page waits for them, and one of them could be the one that does not come."""

from scripts.assets.inline import inline
from scripts.settings.paths import WEB
from scripts.site.built_page import BuiltPage, Site

__all__ = ["wait_for_no_script"]

_WAITED_FOR = (
    WEB / "every-page" / "display.js",
    WEB / "every-page" / "defer-search.js",
    WEB / "elements" / "parts" / "unsupported-browser.js",
)
"""What must run before a page is seen, before the theme's script, and what says that a script has not come."""


def wait_for_no_script(page: BuiltPage, site: Site) -> None:  # noqa: ARG001
    """Let what a page waits for stand in it, so that it is seen even where no script arrives."""
    for path in _WAITED_FOR:
        for script in page.css(f'script[src*="/{path.stem}."]'):
            script.replace_with(page.element("script", {"data-root": page.root}, inline(path)), move=True)
