"""Let browsers themselves see to it that a page runs and loads nothing but what the site brings along."""

import base64
import hashlib

from scripts.site.built_page import BuiltPage, Site

__all__ = ["HTTP_EQUIV", "add_policy", "page_policy"]

HTTP_EQUIV = "Content-Security-Policy"

_INLINE = 'script:not([src]):not([type="application/json"]):not([type="application/ld+json"])'
"""What is run, and stands in the page."""


def add_policy(page: BuiltPage, site: Site) -> None:  # noqa: ARG001
    """Write the policy into a page, before anything that it is to watch over. No step may add a script after this.

    :raises ValueError: if the page does not say its character set, or has a policy.
    """
    if page.css(f'meta[http-equiv="{HTTP_EQUIV}"]'):
        raise ValueError(f"{page.path} has a policy already")
    meta = page.element("meta", {"http-equiv": HTTP_EQUIV, "content": page_policy(page)})
    page.insert_lines_after(page.one('meta[charset="utf-8"]'), meta)


def page_policy(page: BuiltPage) -> str:
    """The policy of a page: its own inline scripts by their hash, and otherwise only files of the site.

    >>> page_policy(BuiltPage("", "<script>1</script>")).split("; ")[1]
    "script-src 'self' 'wasm-unsafe-eval' 'sha256-a4ayc/80/OGda4BO/1o/V0etpOqiLx1JwB5S3beHW0s='"
    """
    inline = dict.fromkeys(_hash(script.text()) for script in page.css(_INLINE))
    return "; ".join(
        (
            "default-src 'none'",
            " ".join(("script-src 'self' 'wasm-unsafe-eval'", *inline)),
            "worker-src 'self'",
            "connect-src 'self'",
            "style-src 'self'",
            "img-src 'self' data: blob:",
            "font-src 'self'",
            "manifest-src 'self'",
            "form-action 'self'",
            "base-uri 'none'",
            "object-src 'none'",
        )
    )


def _hash(script: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"
