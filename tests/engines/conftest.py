"""What several engines read."""

import zipfile
from pathlib import Path

import pytest

from scripts.copies.offline_zip import FOLDER
from scripts.settings.paths import DIST


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The guide as somebody has unpacked it from the zip."""
    folder = tmp_path_factory.mktemp("usb-stick")
    with zipfile.ZipFile(DIST / "offline.zip") as copy:
        copy.extractall(folder)
    return folder / FOLDER
