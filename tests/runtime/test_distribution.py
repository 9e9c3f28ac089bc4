"""The ordinary Pyodide that we publish: its package's own files, and a lock file that names what lies beside it."""

import hashlib
import json
import subprocess
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from calculator import assess
from runtime.build.wheels import PACKAGE
from scripts.settings.paths import DIST, NODE_MODULES, SITE

FOLDERS = (DIST / "pyodide", SITE / "pyodide")
OURS = {"ordinary-worker.js"}

NODE = """
import { pathToFileURL } from "node:url";
const [folder] = process.argv.slice(1);
const { loadPyodide } = await import(pathToFileURL(`${folder}/pyodide.mjs`));
const pyodide = await loadPyodide({ lockFileURL: `${folder}/pyodide-lock.json` });
await pyodide.loadPackage("pension-certification", { messageCallback: () => undefined });
console.log(pyodide.runPython(`
from datetime import date
from calculator import assess
assess(last=date(2025, 3, 15), today=date(2026, 3, 1), rule="365-days").deadline.isoformat()
`));
"""


def packages(folder: Path) -> Mapping[str, Any]:
    lock: Mapping[str, Any] = json.loads((folder / "pyodide-lock.json").read_text(encoding="utf-8"))
    return lock["packages"]


def digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.parent.name)
def test_the_lock_file_names_every_wheel_that_lies_beside_it_with_its_digest(folder: Path) -> None:
    named = {one["file_name"]: one["sha256"] for one in packages(folder).values()}
    assert named == {wheel.name: digest(wheel) for wheel in folder.glob("*.whl")}


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.parent.name)
def test_whatever_a_package_needs_is_there_too(folder: Path) -> None:
    known = packages(folder)
    assert {needed for one in known.values() for needed in one["depends"]} | {PACKAGE} == known.keys()


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.parent.name)
def test_the_files_of_pyodide_are_those_of_its_package(folder: Path) -> None:
    stock = NODE_MODULES / "pyodide"
    files = {file.name for file in folder.iterdir() if file.suffix not in {".br", ".gz", ".whl"}}
    files -= {"pyodide-lock.json"} | (OURS if folder.parent == SITE else set())
    assert {"pyodide.mjs", "pyodide.js", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip"} <= files
    assert {name: digest(folder / name) for name in files} == {name: digest(stock / name) for name in files}


def test_the_lock_file_is_of_the_same_pyodide() -> None:
    ours, stock = (
        json.loads(file.read_text(encoding="utf-8"))["info"]
        for file in (SITE / "pyodide" / "pyodide-lock.json", NODE_MODULES / "pyodide" / "pyodide-lock.json")
    )
    assert ours == stock


def test_node_loads_the_calculator_from_it(tmp_path: Path) -> None:
    expected = assess(date(2025, 3, 15), date(2026, 3, 1), "365-days").deadline.isoformat()
    command = ["node", "--input-type=module", "--eval", NODE, str(DIST / "pyodide")]
    assert subprocess.check_output(command, text=True, cwd=tmp_path).split() == [expected]
