"""Assemble the Python runtime that browsers load, from its parts: ``python -m runtime.build.assemble``."""

import hashlib
import json
import shutil
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from calculator.page.bridge import LIBRARY as LIBRARY_REST
from runtime.build.parts import (
    LIBRARY,
    PYODIDE,
    SPLIT,
    TRIMMED,
    packages_at_start,
    packages_later,
    zip_name,
)
from runtime.build.parts import (
    SNAPSHOT as SNAPSHOT_PART,
)
from runtime.build.wheels import browser_wheels
from scripts.assets.compress import compressed
from scripts.assets.fingerprints import addressed
from scripts.settings.paths import RUNTIME, RUNTIME_CODE

__all__ = ["MANIFEST", "SNAPSHOT", "build_runtime", "publish_runtime"]

MANIFEST = RUNTIME / "manifest.json"
"""What the worker must know of the runtime, see ``Manifest`` in ``runtime/worker/source.js``."""

_NAMES: Mapping[str, str] = json.loads((RUNTIME_CODE / "names.json").read_text(encoding="utf-8"))
"""What the files are called, here and in the worker."""
_SCRIPTS = (_NAMES["loader"], _NAMES["glue"])
"""The halves of Pyodide that are a part of our worker; all else is fetched by it, and it checks every byte."""
SNAPSHOT = _NAMES["snapshot"]
"""The memory of a Python that has started."""


def build_runtime() -> None:
    """Fill ``RUNTIME`` with every file that Python needs in a browser, and the manifest. The parts have to be made."""
    shutil.rmtree(RUNTIME, ignore_errors=True)
    RUNTIME.mkdir(parents=True)
    for name in _SCRIPTS:
        shutil.copyfile(TRIMMED / name, RUNTIME / name)
    for part in (LIBRARY, SNAPSHOT_PART, SPLIT):
        shutil.copytree(part, RUNTIME, dirs_exist_ok=True)
    facts = json.loads((RUNTIME / _NAMES["libraryFacts"]).read_text(encoding="utf-8"))
    (RUNTIME / _NAMES["libraryFacts"]).unlink()
    stock = json.loads((PYODIDE / "pyodide-lock.json").read_text(encoding="utf-8"))
    wheels = browser_wheels()
    later = packages_later(wheels)
    manifest = {
        "library_path": facts["path"],
        "library_rest": LIBRARY_REST,
        "at_once": facts["atOnce"],
        "lock": {"info": stock["info"], "packages": {}},
        "files": _travelling(_described([_NAMES["hot"], SNAPSHOT])),
        "library": _described([_NAMES["library"], *map(zip_name, packages_at_start(wheels))]),
        "cold": _described([_NAMES["cold"]]),
        "on_demand": {LIBRARY_REST: _described([_NAMES["libraryRest"]])}
        | {name: _described(map(zip_name, names)) for name, names in later.items()},
    }
    MANIFEST.write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")


def publish_runtime(target: Path) -> None:
    """Copy the runtime's files to where the site serves them, under names that never mean anything else."""
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    for file in RUNTIME.iterdir():
        if file.name not in (MANIFEST.name, *_SCRIPTS):
            shutil.copyfile(file, target / addressed(file))


def _described(names: Iterable[str]) -> dict[str, dict[str, object]]:
    """By the name of each file: where the site has it, its length in bytes, and its digest."""
    return {name: _description(RUNTIME / name) for name in names}


def _travelling(files: Mapping[str, dict[str, object]]) -> Mapping[str, object]:
    """The same, and how many bytes of each there are on the way to the visitor, packed as the site has it."""
    with ThreadPoolExecutor() as pool:
        packed = pool.map(lambda name: compressed((RUNTIME / name).read_bytes(), ".br"), files)
        return {name: one | {"travels": len(copy)} for (name, one), copy in zip(files.items(), packed, strict=True)}


def _description(file: Path) -> dict[str, object]:
    content = file.read_bytes()
    return {"address": addressed(file), "bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}


if __name__ == "__main__":
    build_runtime()
