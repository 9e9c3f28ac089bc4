"""Leave nothing but the calculator on the page that other sites show in a frame."""

from scripts.site.built_page import BuiltPage, Site

__all__ = ["EMBEDDED", "leave_calculator_alone"]

EMBEDDED = "embed/index.html"
"""The page that may be framed: ``deploy/nginx/site.conf`` allows it for this one."""

_AROUND = (
    ".md-header",
    ".md-tabs",
    ".md-sidebar",
    ".md-footer",
    ".md-top",
    ".md-toggle",
    ".md-overlay",
    ".md-dialog",
    ".page-checked",
    ".offline-mark",
    ".new-version",
    '[data-md-component="skip"]',
    '[data-md-component="announce"]',
)
"""What leads around in the guide, or belongs to it as a whole."""

_SCRIPTS = (
    "script[data-theme]",
    'script#__config[type="application/json"]',
    'script[src*="assets/every-page/"]',
    'script[src*="assets/service-worker/"]',
    'link[rel="manifest"]',
)
"""What brings these to life: the theme's script would look for what is gone."""


def leave_calculator_alone(page: BuiltPage, site: Site) -> None:  # noqa: ARG001
    """Take the rest out of the page.

    :raises ValueError: if a part that must go is not there: then the theme has changed.
    """
    if page.path != EMBEDDED:
        return
    for selector in (*_AROUND, *_SCRIPTS):
        parts = page.css(selector)
        if not parts:
            raise ValueError(f"{page.path} has no {selector}, which is to be taken out")
        for part in parts:
            part.decompose()
