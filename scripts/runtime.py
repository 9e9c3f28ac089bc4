"""Assemble the Python runtime that the site serves: Pyodide, the calculator's wheel, and a manifest of both."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from scripts.paths import BUILD, NODE_MODULES, ROOT

__all__ = ["build_runtime", "build_wheel"]

PACKAGE = "pension-certification"

_MODULES = ("pyodide.mjs", "pyodide.asm.mjs")
"""Imported by address, so the browser itself fetches them."""

_FILES = ("pyodide.asm.wasm", "python_stdlib.zip")
"""Fetched by our worker, which counts and checks their bytes."""

_ZIP_EPOCH = "315532800"
"""1980-01-01, the first moment that a zip file can hold: two builds of one tree give the same wheel."""


def build_wheel() -> Path:
    """Build the calculator's wheel and return it."""
    folder = BUILD / "wheel"
    shutil.rmtree(folder, ignore_errors=True)
    environment = os.environ | {"SOURCE_DATE_EPOCH": os.environ.get("SOURCE_DATE_EPOCH", _ZIP_EPOCH)}
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    _run(command, cwd=ROOT, env=environment)
    return next(folder.glob("*.whl"))


def build_runtime(target: Path) -> None:
    """Fill ``target`` with everything that the page's worker asks for."""
    target.mkdir(parents=True, exist_ok=True)
    pyodide = NODE_MODULES / "pyodide"
    for name in (*_MODULES, *_FILES):
        shutil.copyfile(pyodide / name, target / name)
    wheel = shutil.copy(build_wheel(), target)
    _write_lock_file(pyodide / "pyodide-lock.json", Path(wheel), target / "pyodide-lock.json")
    files = (*_FILES, "pyodide-lock.json", Path(wheel).name)
    manifest = {"package": PACKAGE, "files": {name: _fingerprint(target / name) for name in files}}
    (target / "manifest.json").write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")


def _write_lock_file(original: Path, wheel: Path, target: Path) -> None:
    """Add the wheel with its checksum to a lock file that knows no package but ours."""
    lock = json.loads(original.read_text(encoding="utf-8"))
    bare = BUILD / "pyodide-lock-bare.json"
    bare.write_text(json.dumps(lock | {"packages": {}}), encoding="utf-8")
    command = [
        "pyodide",
        "lockfile",
        "add-wheels",
        "--input",
        bare,
        "--output",
        target,
        "--base-path",
        wheel.parent,
        wheel,
    ]
    environment = os.environ | {"PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
    _run(list(map(str, command)), cwd=BUILD, env=environment)


def _run(command: list[str], cwd: Path, env: dict[str, str]) -> None:
    """Run a command quietly; if it fails, show all that it said."""
    done = subprocess.run(command, cwd=cwd, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if done.returncode:
        print(done.stdout, file=sys.stderr)
        raise SystemExit(done.returncode)


def _fingerprint(file: Path) -> dict[str, object]:
    content = file.read_bytes()
    return {"bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}
