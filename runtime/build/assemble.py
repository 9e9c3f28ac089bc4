"""Assemble the Python runtime that browsers load: Pyodide, Python's library, the calculator and what it needs."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from importlib.metadata import Distribution, distributions
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from calculator.page.bridge import LIBRARY, ON_DEMAND
from scripts.assets.fingerprints import addressed
from scripts.settings.paths import BROWSER_WHEELS, BUILD, NODE_MODULES, ROOT, RUNTIME, RUNTIME_CODE

__all__ = ["MANIFEST", "SNAPSHOT", "build_runtime", "build_wheel", "publish_runtime"]

PACKAGE = "pension-certification"

MANIFEST = RUNTIME / "manifest.json"
"""What the worker must know of the runtime, see ``Manifest`` in ``runtime/worker/runtime.js``."""

_SCRIPTS = RUNTIME_CODE / "build"
_WORKER = RUNTIME_CODE / "worker"
_PYODIDE = NODE_MODULES / "pyodide"
_GLUE = "pyodide.asm.mjs"
"""The half of Pyodide that the browser imports; all else is fetched by our worker, which checks every byte."""
_WASM, _WASM_REST = "pyodide.asm.first.wasm", "pyodide.asm.rest.wasm"
SNAPSHOT = "python.snapshot"
"""The memory of a Python that has started."""
_STDLIB, _STDLIB_REST, _STDLIB_FACTS = "python_stdlib.zip", "python_stdlib.rest", "python_stdlib.json"

_COMMAND_LINE_ONLY = frozenset({"tqdm"})

_ZIP_EPOCH = "315532800"
"""1980-01-01, the first moment that a zip file can hold: two builds of one tree give the same wheel."""


def build_wheel() -> Path:
    """Build the calculator's wheel and return it."""
    folder = BUILD / "wheel"
    shutil.rmtree(folder, ignore_errors=True)
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    _run(command, SOURCE_DATE_EPOCH=os.environ.get("SOURCE_DATE_EPOCH", _ZIP_EPOCH))
    return next(folder.glob("*.whl"))


def build_runtime() -> None:
    """Fill ``RUNTIME`` with every file that Python needs in a browser, and the manifest."""
    shutil.rmtree(RUNTIME, ignore_errors=True)
    RUNTIME.mkdir(parents=True)
    wheels = _Wheels([build_wheel(), *BROWSER_WHEELS.glob("*.whl")])
    start = wheels.closure(PACKAGE)
    later = {name: [one for one in wheels.closure(name) if one not in start] for name in sorted(ON_DEMAND)}
    pyodide = _cut_pyodide()
    library = _library(wheels, start, sorted({one for names in later.values() for one in names}))
    shutil.copyfile(pyodide / _GLUE, RUNTIME / _GLUE)
    for made in (library, _snapshot(pyodide, library, start), _split_pyodide(pyodide, library, start)):
        shutil.copytree(made, RUNTIME, dirs_exist_ok=True)
    facts = json.loads((RUNTIME / _STDLIB_FACTS).read_text(encoding="utf-8"))
    (RUNTIME / _STDLIB_FACTS).unlink()
    stock = json.loads((_PYODIDE / "pyodide-lock.json").read_text(encoding="utf-8"))
    manifest = {
        "glue": _description(RUNTIME / _GLUE),
        "library_path": facts["path"],
        "at_once": facts["atOnce"],
        "lock": {"info": stock["info"], "packages": {}},
        "files": _described([_WASM, SNAPSHOT]),
        "library": _described([_STDLIB, *map(_zip, start)]),
        "rest": _described([_WASM_REST]),
        "on_demand": {LIBRARY: _described([_STDLIB_REST])}
        | {name: _described(map(_zip, names)) for name, names in later.items()},
    }
    MANIFEST.write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")


def publish_runtime(target: Path) -> None:
    """Copy the runtime's files to where the site serves them, under names that never mean anything else."""
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    for file in RUNTIME.iterdir():
        if file != MANIFEST:
            shutil.copyfile(file, target / addressed(file))


class _Wheels:
    """Wheels by the names of their packages."""

    def __init__(self, files: Iterable[Path]) -> None:
        self.files: dict[str, Path] = {}
        self._known: dict[str, Distribution] = {}
        for file in files:
            [package] = distributions(path=[str(file)])
            name = canonicalize_name(package.metadata["Name"])
            self.files[name], self._known[name] = file, package

    def closure(self, name: str) -> list[str]:
        """A package and all that it needs at once: not what is loaded on demand, or used on the command line alone."""
        found: dict[str, None] = {}
        waiting = [name]
        while waiting:
            one = waiting.pop()
            if one not in found:
                found[one] = None
                waiting += self._needs(one)
        return sorted(found)

    def _needs(self, name: str) -> Iterator[str]:
        for text in self._known[name].requires or ():
            requirement = Requirement(text)
            needed = canonicalize_name(requirement.name)
            if needed in ON_DEMAND | _COMMAND_LINE_ONLY and name == PACKAGE:
                continue
            if requirement.marker is None or requirement.marker.evaluate({"sys_platform": "emscripten", "extra": ""}):
                yield needed


def _cut_pyodide() -> Path:
    makers = [_PYODIDE / "package.json", NODE_MODULES / ".installed", _SCRIPTS / "trim_pyodide.js"]
    return _made_once("pyodide", makers, lambda folder: ["runtime/build/trim_pyodide.js", str(_PYODIDE), str(folder)])


def _snapshot(pyodide: Path, library: Path, start: list[str]) -> Path:
    """The memory of a Python that has started from them."""
    return _made_from_start("snapshot", [_WORKER / "snapshot.js"], pyodide, library, start)


def _split_pyodide(pyodide: Path, library: Path, start: list[str]) -> Path:
    """The WebAssembly in two parts: what the first answers need, and the rest."""
    names = ("profile_functions.js", "wasm_parts.js")
    return _made_from_start("split_hot_from_cold", [_SCRIPTS / name for name in names], pyodide, library, start)


def _made_from_start(script: str, makers: list[Path], pyodide: Path, library: Path, start: list[str]) -> Path:
    """What a script makes of all that Python starts with."""
    packages = list(map(_zip, start))
    itself = [
        _SCRIPTS / f"{script}.js",
        _SCRIPTS / "python_in_node.js",
        _WORKER / "lazy-files.js",
    ]
    files = [library / name for name in (_STDLIB, _STDLIB_FACTS, *packages)]
    return _made_once(
        script,
        [*itself, *makers, *pyodide.iterdir(), *files],
        lambda folder: [f"runtime/build/{script}.js", str(pyodide), str(library), str(folder), *packages],
    )


def _library(wheels: _Wheels, start: list[str], later: list[str]) -> Path:
    """Python's library as far as these packages need it, and the packages, compiled."""
    first, then = ([wheels.files[name] for name in names] for names in (start, later))
    scripts = [
        *(_SCRIPTS / name for name in ("build_library.js", "defer_imports.py", "trim_library.py")),
        _SCRIPTS / "warm_up_requests.py",
        _WORKER / "filled-fields.js",
    ]
    makers = [_PYODIDE / "package.json", *scripts, *first, *then]
    return _made_once(
        "library",
        makers,
        lambda folder: ["runtime/build/build_library.js", str(folder), *map(str, first), "--", *map(str, then)],
    )


def _made_once(name: str, makers: list[Path], command: Callable[[Path], list[str]]) -> Path:
    """A folder that a Node script fills, made anew only when something that it depends on has changed."""
    contents = b"".join(file.read_bytes() for file in sorted(makers))
    folder = BUILD / name / hashlib.sha256(contents).hexdigest()[:16]
    if not folder.is_dir():
        fresh = folder.with_suffix(".new")
        shutil.rmtree(fresh, ignore_errors=True)
        fresh.mkdir(parents=True)
        _run(["node", *command(fresh)])
        fresh.rename(folder)
    return folder


def _zip(package: str) -> str:
    return f"{package.replace('-', '_')}.zip"


def _described(names: Iterable[str]) -> Mapping[str, object]:
    """By the name of each file: where the site has it, its length in bytes, and its digest."""
    return {name: _description(RUNTIME / name) for name in names}


def _description(file: Path) -> Mapping[str, object]:
    content = file.read_bytes()
    return {"address": addressed(file), "bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}


def _run(command: list[str], **variables: str) -> None:
    """Run a command of the tools that are installed here, quietly; if it fails, show all that it said."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = os.environ | {"PATH": path} | variables
    done = subprocess.run(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    if done.returncode:
        print(done.stdout[-4000:], file=sys.stderr)
        raise SystemExit(done.returncode)
