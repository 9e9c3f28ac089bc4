"""No built style sheet and no page draws anything in from another host."""

import re
from pathlib import Path

import pytest

from scripts.settings.paths import SITE

FETCHED = re.compile(
    r"""(?:url\(|@import)\s*["']?((?:https?:|wss?:)?//[^"')\s]+)"""
    r"""|<(?:script|img|iframe|source|video|audio|embed|object|track)\b[^>]*?\s(?:src|srcset|data|poster)=["']?((?:https?:)?//[^"'\s>]+)"""
    r"""|<link\b(?=[^>]*rel=["']?(?:stylesheet|preload|modulepreload|icon|manifest|preconnect|dns-prefetch))[^>]*?href=["']?((?:https?:)?//[^"'\s>]+)"""
)


@pytest.mark.parametrize("kind", ["css", "html", "svg"])
def test_no_file_of_the_site_draws_in_anything_from_another_host(kind: str) -> None:
    files = sorted(SITE.rglob(f"*.{kind}"))
    assert files
    found = {str(file.relative_to(SITE)): _fetched(file) for file in files}
    assert {name: addresses for name, addresses in found.items() if addresses} == {}


def _fetched(file: Path) -> list[str]:
    return ["".join(found) for found in FETCHED.findall(file.read_text(encoding="utf-8"))]


@pytest.mark.parametrize(
    "text",
    [
        "@import '//a.example/x.css'",
        "p { background: url(https://a.example/x.png) }",
        '<script defer src="https://a.example/x.js">',
        '<link href="//a.example/x.css" rel="stylesheet">',
    ],
)
def test_what_is_drawn_in_is_found(text: str) -> None:
    assert FETCHED.search(text)
