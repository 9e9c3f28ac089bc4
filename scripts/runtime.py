"""Assemble the Python runtime that the site serves: Pyodide, the calculator's wheel, what it needs, and a manifest."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterable, Iterator
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

from calculator.bridge import ON_DEMAND
from scripts.paths import BROWSER_WHEELS, BUILD, NODE_MODULES, ROOT

__all__ = ["build_runtime", "build_wheel"]

PACKAGE = "pension-certification"

_MODULES = ("pyodide.mjs", "pyodide.asm.mjs")
"""Imported by address, so the browser itself fetches them."""

_WASM = "pyodide.asm.wasm"
"""Fetched by our worker like all that follows, which counts and checks its bytes."""

_LIBRARY = "python_stdlib.zip"

_LOCK_FILE = "pyodide-lock.json"

_COMMAND_LINE_ONLY = frozenset({"tqdm"})

_UNUSED = ("*/tests/*", "*.pyi", "*/dateutil-zoneinfo.tar.gz")
"""What browsers need of no wheel; the last is a second copy of the time zones, which tzdata already has."""

_ZIP_EPOCH = "315532800"
"""1980-01-01, the first moment that a zip file can hold: two builds of one tree give the same wheel."""


def build_wheel() -> Path:
    """Build the calculator's wheel and return it."""
    folder = BUILD / "wheel"
    shutil.rmtree(folder, ignore_errors=True)
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    _run(command, cwd=ROOT, SOURCE_DATE_EPOCH=os.environ.get("SOURCE_DATE_EPOCH", _ZIP_EPOCH))
    return next(folder.glob("*.whl"))


def build_runtime(target: Path) -> None:
    """Fill ``target`` with everything that the page's worker asks for.

    The manifest names what Python needs to start (``files``), and by the name of each package that is loaded when
    something asks for it, the files of the package and of all that it needs (``on_demand``).
    """
    target.mkdir(parents=True, exist_ok=True)
    pyodide = NODE_MODULES / "pyodide"
    for name in (*_MODULES, _WASM):
        shutil.copyfile(pyodide / name, target / name)
    packages = _write_lock_file(pyodide / _LOCK_FILE, [build_wheel(), *BROWSER_WHEELS.glob("*.whl")], target)
    shutil.copyfile(_library(sorted(target.glob("*.whl"))), target / _LIBRARY)

    def fingerprints(names: Iterable[str]) -> dict[str, object]:
        return {name: _fingerprint(target / name) for name in names}

    manifest = {
        "package": PACKAGE,
        "files": fingerprints((_WASM, _LIBRARY, _LOCK_FILE, *_files(packages, PACKAGE))),
        "on_demand": {name: fingerprints(_files(packages, name)) for name in sorted(ON_DEMAND)},
    }
    (target / "manifest.json").write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")


def _library(wheels: list[Path]) -> Path:
    """Python's library as far as these packages need it, made anew only when something that it depends on changes."""
    makers = [NODE_MODULES / "pyodide" / "package.json", *ROOT.glob("scripts/library*")]
    contents = b"".join(file.read_bytes() for file in sorted(makers) + wheels)
    library = BUILD / "library" / f"{hashlib.sha256(contents).hexdigest()[:16]}.zip"
    if not library.is_file():
        library.parent.mkdir(parents=True, exist_ok=True)
        fresh = library.with_suffix(".new")
        _run(["node", "scripts/library.js", str(fresh), *map(str, wheels)], cwd=ROOT)
        fresh.rename(library)
    return library


_Packages = dict[str, dict[str, Any]]


def _write_lock_file(original: Path, wheels: list[Path], target: Path) -> _Packages:
    """Write a lock file that knows our wheels alone, copy those that browsers load, and return its packages."""
    lock = json.loads(original.read_text(encoding="utf-8"))
    bare = BUILD / "pyodide-lock-bare.json"
    bare.write_text(json.dumps(lock | {"packages": {}}), encoding="utf-8")
    gathered = BUILD / "browser-wheels"
    shutil.rmtree(gathered, ignore_errors=True)
    gathered.mkdir(parents=True)
    copies = [_slim(wheel, gathered) for wheel in sorted(wheels)]
    full = BUILD / "pyodide-lock-full.json"
    command = ["pyodide", "lockfile", "add-wheels", "--input", bare, "--output", full, "--base-path", gathered, *copies]
    _run(list(map(str, command)), cwd=BUILD)

    lock = json.loads(full.read_text(encoding="utf-8"))
    known: _Packages = lock["packages"]
    # What is loaded on demand must not be loaded with the calculator.
    needs = known[PACKAGE]["depends"]
    known[PACKAGE]["depends"] = [name for name in needs if name not in ON_DEMAND | _COMMAND_LINE_ONLY]
    wanted = {name for root in (PACKAGE, *ON_DEMAND) for name in _closure(known, root)}
    packages = {name: known[name] for name in sorted(wanted)}
    for one in packages.values():
        shutil.copy(gathered / str(one["file_name"]), target)
    (target / _LOCK_FILE).write_text(json.dumps(lock | {"packages": packages}), encoding="utf-8")
    return packages


def _closure(packages: _Packages, name: str) -> Iterator[str]:
    """A package and everything that it needs."""
    yield name
    for one in packages[name]["depends"]:
        yield from _closure(packages, one)


def _files(packages: _Packages, name: str) -> list[str]:
    return sorted({str(packages[one]["file_name"]) for one in _closure(packages, name)})


def _slim(wheel: Path, target: Path) -> Path:
    """A wheel without what browsers do not need, and stored, so that the transport compresses it as one piece."""
    slim = target / wheel.name
    with zipfile.ZipFile(wheel) as whole, zipfile.ZipFile(slim, "w") as stored:
        for member in whole.infolist():
            if not any(fnmatch(f"/{member.filename}", pattern) for pattern in _UNUSED):
                stored.writestr(zipfile.ZipInfo(member.filename), whole.read(member))
    return slim


def _run(command: list[str], cwd: Path, **variables: str) -> None:
    """Run a command of the tools that are installed here, quietly; if it fails, show all that it said."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = os.environ | {"PATH": path} | variables
    done = subprocess.run(
        command, cwd=cwd, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    if done.returncode:
        print(done.stdout, file=sys.stderr)
        raise SystemExit(done.returncode)


def _fingerprint(file: Path) -> dict[str, object]:
    content = file.read_bytes()
    return {"bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}
