"""What the documents for those who run the guide name is there."""

import re
from pathlib import Path

import pytest

from scripts.settings.paths import ROOT

_MADE = {"dist/", "site/", "bom.cdx.json", "LICENSES.txt", "offline.zip", "calculator.html", "assets/"}
"""What the build makes."""


@pytest.mark.parametrize("document", ["SECURITY.md", "deploy/README.md"])
def test_every_path_in_a_document_leads_somewhere(document: str) -> None:
    file = ROOT / document
    text = file.read_text(encoding="utf-8")
    for link in re.findall(r"\]\(([^)#:]+)\)", text):
        assert (file.parent / link).exists(), link
    named = {word for word in re.findall(r"`([\w./*-]+)`", text) if re.search(r"[./]", word)} - _MADE
    assert named
    for path in named:
        assert _is_there(path), path


def _is_there(path: str) -> bool:
    """A path from the root of the repository, the name of a file that is spoken of, or a path on another machine."""
    return path.startswith("/") or any(ROOT.glob(path)) or any(Path(ROOT, "deploy").rglob(path))
