"""The papers that scripts/papers has printed from the built site, and the browser of the other tests."""

from pathlib import Path

import pytest

from scripts.paths import DIST
from tests.browser.conftest import browser, new_page, page, site

__all__ = ["browser", "new_page", "page", "papers", "site"]


@pytest.fixture(scope="session")
def papers() -> Path:
    """The folder with everything that is printed."""
    assert (DIST / "handbook.pdf").is_file(), "print the papers first: scripts/build"
    return DIST
