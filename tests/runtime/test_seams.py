"""Every seam holds in the Pyodide that is installed, and says so where it would not hold in another."""

import subprocess
import zipfile
from pathlib import Path

import pytest

from runtime.seams.library_text import EDITS, check_later, library_path
from scripts.settings.paths import NODE_MODULES, ROOT


@pytest.mark.parametrize("what", ["seams", "download"])
def test_what_is_written_in_javascript(what: str) -> None:
    command = ["node", "--test", str(Path(__file__).with_name(f"{what}.test.js"))]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("member", EDITS)
def test_every_passage_of_the_library_is_found_once(member: str) -> None:
    with zipfile.ZipFile(NODE_MODULES / "pyodide" / "python_stdlib.zip") as library:
        source = library.read(member).decode()
    edited = EDITS[member](source)
    assert edited != source
    compile(edited, member, "exec")


@pytest.mark.parametrize("member", EDITS)
def test_a_passage_that_is_gone_or_stands_twice_is_told(member: str) -> None:
    with zipfile.ZipFile(NODE_MODULES / "pyodide" / "python_stdlib.zip") as library:
        source = library.read(member).decode()
    for changed in ("", source * 2):
        with pytest.raises(ValueError, match="Pyodide has changed"):
            EDITS[member](changed)


def test_a_library_that_lies_elsewhere_is_told() -> None:
    with pytest.raises(ValueError, match="Pyodide has changed: its library does not lie at"):
        library_path()


def test_a_start_that_uses_what_should_come_later_is_told() -> None:
    with pytest.raises(ValueError, match="its start uses asyncio, traceback"):
        check_later()
