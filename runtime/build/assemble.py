"""Assemble the Python runtime that browsers load: Pyodide, Python's library, the calculator and what it needs."""

import hashlib
import json
import shutil
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from calculator.page.bridge import LIBRARY, ON_DEMAND
from runtime.build.commands import run
from runtime.build.wheels import COMMAND_LINE_ONLY, PACKAGE, Wheels, build_wheel
from scripts.assets.fingerprints import addressed
from scripts.settings.paths import BROWSER_WHEELS, BUILD, NODE_MODULES, RUNTIME, RUNTIME_CODE

__all__ = ["MANIFEST", "SNAPSHOT", "build_runtime", "publish_runtime"]

MANIFEST = RUNTIME / "manifest.json"
"""What the worker must know of the runtime, see ``Manifest`` in ``runtime/worker/source.js``."""

_SCRIPTS = RUNTIME_CODE / "build"
_WORKER = RUNTIME_CODE / "worker"
_PYODIDE = NODE_MODULES / "pyodide"
_NAMES: Mapping[str, str] = json.loads((RUNTIME_CODE / "names.json").read_text(encoding="utf-8"))
"""What the files are called, here and in the worker."""
_GLUE = _NAMES["glue"]
"""The half of Pyodide that the browser imports; all else is fetched by our worker, which checks every byte."""
SNAPSHOT = _NAMES["snapshot"]
"""The memory of a Python that has started."""
_STDLIB, _STDLIB_FACTS = _NAMES["library"], _NAMES["libraryFacts"]

_COMMON = [RUNTIME_CODE / "names.json", *sorted((RUNTIME_CODE / "seams").glob("*.*"))]
"""What every stage depends on."""


def build_runtime(wheel: Path | None = None) -> None:
    """Fill ``RUNTIME`` with every file that Python needs in a browser, and the manifest.

    :param wheel: the calculator's, if it has been built already.
    """
    shutil.rmtree(RUNTIME, ignore_errors=True)
    RUNTIME.mkdir(parents=True)
    wheels = Wheels([wheel or build_wheel(), *BROWSER_WHEELS.glob("*.whl")])
    start = wheels.closure(PACKAGE, without=ON_DEMAND | COMMAND_LINE_ONLY)
    later = {name: [one for one in wheels.closure(name) if one not in start] for name in sorted(ON_DEMAND)}
    pyodide = _trim_pyodide()
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
        "library_rest": LIBRARY,
        "at_once": facts["atOnce"],
        "lock": {"info": stock["info"], "packages": {}},
        "files": _described([_NAMES["hot"], SNAPSHOT]),
        "library": _described([_STDLIB, *map(_zip, start)]),
        "cold": _described([_NAMES["cold"]]),
        "on_demand": {LIBRARY: _described([_NAMES["libraryRest"]])}
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


def _trim_pyodide() -> Path:
    makers = [_PYODIDE / "package.json", NODE_MODULES / ".installed", _SCRIPTS / "trim_pyodide.js"]
    return _made_once(
        "trim_pyodide", makers, lambda folder: ["runtime/build/trim_pyodide.js", str(_PYODIDE), str(folder)]
    )


def _snapshot(pyodide: Path, library: Path, start: list[str]) -> Path:
    """The memory of a Python that has started from them."""
    return _made_from_start("snapshot", [_WORKER / "snapshot.js"], pyodide, library, start)


def _split_pyodide(pyodide: Path, library: Path, start: list[str]) -> Path:
    """The WebAssembly in two parts: what the first answers need, and the rest."""
    makers = [_SCRIPTS / "profile_functions.js", _SCRIPTS / "wasm_parts.js", _WORKER / "split-names.js"]
    return _made_from_start("split_hot_from_cold", makers, pyodide, library, start)


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


def _library(wheels: Wheels, start: list[str], later: list[str]) -> Path:
    """Python's library as far as these packages need it, and the packages, compiled."""
    first, then = ([wheels.files[name] for name in names] for names in (start, later))
    scripts = [
        *(_SCRIPTS / name for name in ("build_library.js", "defer_imports.py", "trim_library.py")),
        _SCRIPTS / "warm_up_requests.py",
        _WORKER / "filled-fields.js",
    ]
    makers = [_PYODIDE / "package.json", *scripts, *first, *then]
    return _made_once(
        "build_library",
        makers,
        lambda folder: ["runtime/build/build_library.js", str(folder), *map(str, first), "--", *map(str, then)],
    )


def _made_once(name: str, makers: list[Path], command: Callable[[Path], list[str]]) -> Path:
    """A folder that a Node script fills, made anew only when something that it depends on has changed."""
    contents = b"".join(file.read_bytes() for file in sorted([*_COMMON, *makers]))
    folder = BUILD / name / hashlib.sha256(contents).hexdigest()[:16]
    if not folder.is_dir():
        fresh = folder.with_suffix(".new")
        shutil.rmtree(fresh, ignore_errors=True)
        fresh.mkdir(parents=True)
        run(["node", *command(fresh)])
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
