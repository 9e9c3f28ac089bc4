"""Let browsers themselves see to it that a page runs and loads nothing but what the site brings along."""

import base64
import hashlib
import re
from pathlib import Path

__all__ = ["META", "add_policy", "page_policy"]

META = re.compile(
    r'\s*<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; script-src \'self\'[^"]*">'
)
"""What ``add_policy`` writes; copies that are opened from a disk have no server to be their own."""

_CHARSET = re.compile(r'<meta charset="utf-8">', re.IGNORECASE)
_SCRIPT = re.compile(r"<script\b([^>]*)>(.*?)</script>", re.DOTALL)
_DATA = re.compile(r'\bsrc=|\btype="application/(?:ld\+)?json"')
"""What is not run, or not inline."""


def add_policy(site: Path) -> None:
    """Write the policy into every page that has none, before anything that it is to watch over.

    :raises ValueError: if a page does not say its character set.
    """
    for page in site.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        if '<meta http-equiv="Content-Security-Policy"' in text:
            continue
        charset = _CHARSET.search(text)
        if charset is None:
            raise ValueError(f"{page.relative_to(site)} has no {_CHARSET.pattern}")
        meta = f'\n<meta http-equiv="Content-Security-Policy" content="{page_policy(text)}">'
        page.write_text(text[: charset.end()] + meta + text[charset.end() :], encoding="utf-8")


def page_policy(page: str) -> str:
    """The policy of a page: its own inline scripts by their hash, and otherwise only files of the site.

    >>> page_policy("<script>1</script>").split("; ")[1]
    "script-src 'self' 'wasm-unsafe-eval' 'sha256-a4ayc/80/OGda4BO/1o/V0etpOqiLx1JwB5S3beHW0s='"
    """
    inline = dict.fromkeys(_hash(script) for kind, script in _SCRIPT.findall(page) if not _DATA.search(kind))
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
