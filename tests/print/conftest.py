"""The papers that scripts/papers has printed from the built site."""

from pathlib import Path

import pytest

from scripts.settings.paths import DIST


@pytest.fixture(scope="session")
def papers() -> Path:
    """The folder with everything that is printed."""
    assert (DIST / "handbook.pdf").is_file(), "print the papers first: scripts/build"
    return DIST
