"""What the documents for those who run the guide or work on it name is there."""

import re
from functools import cache

import pytest

from scripts.settings.paths import ROOT

_DOCUMENTS = ("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "SECURITY.md", "deploy/README.md")
_MADE = re.compile(
    r"(dist|site|build|release|assets|data|embed|pyodide)/.*|bom\.cdx\.json|LICENSES\.txt|offline\.zip|calculator\.html"
)
"""What the build makes."""
_ROOMS = (".github", "calculator", "deploy", "docs", "requirements", "runtime", "scripts", "tests", "web")
_FILE = re.compile(r"\w.*\.(conf|css|csv|html|js|json|md|mjs|py|toml|ts|txt|yml)")


@pytest.mark.parametrize("document", _DOCUMENTS)
def test_every_path_in_a_document_leads_somewhere(document: str) -> None:
    file = ROOT / document
    text = file.read_text(encoding="utf-8")
    for link in re.findall(r"\]\(([^)#:]+)\)", text):
        # Examples of links show how one page leads to another.
        assert (file.parent / link).exists() or (ROOT / "docs" / "methods" / link).exists(), link
    named = {word for word in re.findall(r"`([\w./*<>-]+)`", text) if "/" in word or _FILE.fullmatch(word)}
    assert named
    for path in named:
        assert path.startswith("/") or _MADE.fullmatch(path) or _is_there(path), path


def _is_there(path: str) -> bool:
    """A path from the root of the repository, with ``<name>`` for any name, or the name of a file that is spoken of."""
    return any(ROOT.glob(re.sub("<.*?>", "*", path))) or path in _names()


@cache
def _names() -> frozenset[str]:
    return frozenset(file.name for room in _ROOMS for file in (ROOT / room).rglob("*"))
