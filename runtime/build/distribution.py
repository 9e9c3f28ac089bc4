"""The ordinary Pyodide, under the fast one: its package as it is published, with our wheels in its lock file.

The page falls back to it (``runtime/worker/ordinary-worker.js``), and any other page can load the calculator from it, see
``docs/developers/pyodide.md``.
"""

import hashlib
import json
import shutil
import sys
from pathlib import Path

from runtime.build.commands import run
from runtime.build.wheels import PACKAGE, browser_wheels
from scripts.assets.bundles import bundle_module
from scripts.settings.paths import BUILD, DIST, DISTRIBUTION, NODE_MODULES, RUNTIME_CODE

__all__ = ["LOCK", "build_distribution", "main", "publish_distribution", "write_ordinary_worker"]

LOCK = "pyodide-lock.json"

_PYODIDE = NODE_MODULES / "pyodide"
_IMPORTED = ("pyodide.asm.mjs", "pyodide.js", "pyodide.mjs")
_FETCHED = ("pyodide.asm.wasm", "python_stdlib.zip")
_TYPES = ("ffi.d.ts", "pyodide.d.ts")

_WORKER = "ordinary-worker.js"


def build_distribution() -> None:
    """Fill ``DISTRIBUTION`` with Pyodide's own files, the wheels, and the lock file that names them with their digests.

    The lock file that Pyodide's package brings names some hundred packages that lie elsewhere. Ours names what lies
    beside it, and nothing else.
    """
    shutil.rmtree(DISTRIBUTION, ignore_errors=True)
    DISTRIBUTION.mkdir(parents=True)
    for name in (*_IMPORTED, *_FETCHED, *_TYPES):
        shutil.copyfile(_PYODIDE / name, DISTRIBUTION / name)
    wheels = browser_wheels()
    files = [Path(shutil.copy(wheels.files[name], DISTRIBUTION)) for name in wheels.closure(PACKAGE)]
    stock = json.loads((_PYODIDE / LOCK).read_text(encoding="utf-8"))
    bare = BUILD / f"bare-{LOCK}"
    bare.write_text(json.dumps(stock | {"packages": {}}), encoding="utf-8")
    command = [str(Path(sys.executable).with_name("pyodide")), "lockfile", "add-wheels"]
    run([*command, "--input", str(bare), "--output", str(DISTRIBUTION / LOCK), *map(str, files)])


def publish_distribution(target: Path) -> None:
    """Copy it to where it is served, or to where it can be taken from."""
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(DISTRIBUTION, target)


def write_ordinary_worker(target: Path) -> None:
    """Lay the page's worker beside it, with what it must know of the files that it fetches."""
    files = [DISTRIBUTION / name for name in (*_FETCHED, LOCK)] + sorted(DISTRIBUTION.glob("*.whl"))
    described = {file.name: _description(file) for file in files}
    script = bundle_module(RUNTIME_CODE / "worker" / _WORKER, {"ORDINARY_FILES": json.dumps(described)})
    (target / _WORKER).write_text(script, encoding="utf-8")


def _description(file: Path) -> dict[str, object]:
    content = file.read_bytes()
    return {"address": file.name, "bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}


def main() -> None:
    """Build it, and lay it into ``dist/pyodide/`` too, from where it can be taken to other sites."""
    build_distribution()
    publish_distribution(DIST / "pyodide")


if __name__ == "__main__":
    main()
