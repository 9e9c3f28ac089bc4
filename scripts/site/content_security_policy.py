"""Let browsers themselves see to it that a page runs and loads nothing but what the site brings along."""

import base64
import hashlib
from collections.abc import Iterable

from scripts.site.built_page import BuiltPage, Site

__all__ = ["HTTP_EQUIV", "add_disk_policy", "add_policy", "disk_policy", "page_policy", "single_file_policy"]

HTTP_EQUIV = "Content-Security-Policy"

_INLINE = 'script:not([src]):not([type="application/json"]):not([type="application/ld+json"])'
"""What is run, and stands in the page."""


def add_policy(page: BuiltPage, site: Site) -> None:  # noqa: ARG001
    """Write the policy into a page, before anything that it is to watch over. No step may add a script after this.

    :raises ValueError: if the page does not say its character set, or has a policy.
    """
    _add(page, page_policy(page))


def add_disk_policy(page: BuiltPage, site: Site) -> None:  # noqa: ARG001
    """The same for a page of the zip. No step may add a script after this.

    :raises ValueError: if the page does not say its character set, or has a policy.
    """
    _add(page, disk_policy(page))


def _add(page: BuiltPage, policy: str) -> None:
    if page.css(f'meta[http-equiv="{HTTP_EQUIV}"]'):
        raise ValueError(f"{page.path} has a policy already")
    meta = page.element("meta", {"http-equiv": HTTP_EQUIV, "content": policy})
    page.insert_lines_after(page.one('meta[charset="utf-8"]'), meta)


def page_policy(page: BuiltPage) -> str:
    """The policy of a page: its own inline scripts by their hash, and otherwise only files of the site.

    >>> page_policy(BuiltPage("", "<script>1</script>")).split("; ")[1]
    "script-src 'self' 'wasm-unsafe-eval' 'sha256-a4ayc/80/OGda4BO/1o/V0etpOqiLx1JwB5S3beHW0s='"
    """
    return "; ".join(
        (
            "default-src 'none'",
            " ".join(("script-src 'self' 'wasm-unsafe-eval'", *_inline(page))),
            "worker-src 'self'",
            "connect-src 'self'",
            "style-src 'self'",
            "img-src 'self' data: blob:",
            "font-src 'self'",
            "manifest-src 'self'",
            f"form-action {_leads_to(page)}",
            "base-uri 'none'",
            "object-src 'none'",
        )
    )


def disk_policy(page: BuiltPage) -> str:
    """The policy of a page that is opened from a disk: its own inline scripts by their hash, and otherwise only files.

    Nothing is fetched, and no form leads anywhere. The worker that holds Python comes out of the page's memory.

    >>> "connect-src 'none'" in disk_policy(BuiltPage("", "<script>1</script>"))
    True
    """
    return "; ".join(
        (
            "default-src 'none'",
            " ".join(("script-src file: 'wasm-unsafe-eval'", *_inline(page))),
            "worker-src blob:",
            "connect-src 'none'",
            "style-src file:",
            "img-src file: data: blob:",
            "font-src file:",
            *_LEADING_NOWHERE,
        )
    )


def single_file_policy(scripts: Iterable[str], style: str) -> str:
    """The policy of the calculators in one file: its scripts and its style by their hashes, and nothing else.

    No text becomes markup but where that is meant to happen.

    :param scripts: each as it stands between its tags.
    """
    return "; ".join(
        (
            "default-src 'none'",
            " ".join(("script-src 'wasm-unsafe-eval'", *dict.fromkeys(map(_hash, scripts)))),
            "worker-src blob:",
            "connect-src 'none'",
            f"style-src {_hash(style)}",
            "img-src data: blob:",
            *_LEADING_NOWHERE,
            *_TRUSTED_TYPES,
        )
    )


_TRUSTED_TYPES = ("require-trusted-types-for 'script'", "trusted-types guide python 'allow-duplicates'")
"""Only ``web/elements/parts/markup.js`` makes markup, and only ``runtime/client/late-worker.js`` starts a worker. The
theme, which is in all other pages, makes markup of its own. Each script of the file has its own copy of both.
"""
_LEADING_NOWHERE = ("form-action 'none'", "base-uri 'none'", "object-src 'none'")


def _inline(page: BuiltPage) -> dict[str, None]:
    """The hashes of what is run and stands in the page, each once."""
    return dict.fromkeys(_hash(script.text()) for script in page.css(_INLINE))


def _leads_to(page: BuiltPage) -> str:
    """Where forms lead without a script: nowhere, but for those that lead to another page of the site."""
    return "'self'" if page.css("form[action]") else "'none'"


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
