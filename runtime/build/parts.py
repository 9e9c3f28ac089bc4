"""The parts that the runtime is assembled from: ``python -m runtime.build.parts PART``.

Each is made by a Node script, in a folder of its own, out of the parts before it; ``scripts/stages/dodo.py`` knows when.
"""

import shutil
import sys
from collections.abc import Iterable
from pathlib import Path

from calculator.page.bridge import ON_DEMAND
from runtime.build.commands import run
from runtime.build.wheels import COMMAND_LINE_ONLY, PACKAGE, Wheels, browser_wheels
from scripts.settings.paths import BUILD, NODE_MODULES

__all__ = [
    "LIBRARY",
    "PYODIDE",
    "SNAPSHOT",
    "SPLIT",
    "TRIMMED",
    "build_library",
    "packages_at_start",
    "packages_later",
    "split_hot_from_cold",
    "take_snapshot",
    "trim_pyodide",
    "zip_name",
]

PYODIDE = NODE_MODULES / "pyodide"
TRIMMED = BUILD / "trimmed-pyodide"
"""Pyodide without what is never reached."""
LIBRARY = BUILD / "library"
"""Python's library as far as the calculator and its packages need it, and these, compiled."""
SNAPSHOT = BUILD / "snapshot"
"""The memory of a Python that has started from the two."""
SPLIT = BUILD / "split"
"""The WebAssembly in two: what the first answers enter, and all else."""


def packages_at_start(wheels: Wheels) -> list[str]:
    """The packages that Python starts with."""
    return wheels.closure(PACKAGE, without=ON_DEMAND | COMMAND_LINE_ONLY)


def packages_later(wheels: Wheels) -> dict[str, list[str]]:
    """The packages that come when one of those is asked for that are loaded on demand."""
    start = packages_at_start(wheels)
    return {name: [one for one in wheels.closure(name) if one not in start] for name in sorted(ON_DEMAND)}


def zip_name(package: str) -> str:
    """What the file of a package is called, compiled."""
    return f"{package.replace('-', '_')}.zip"


def trim_pyodide() -> None:
    """Fill ``TRIMMED``."""
    _fill(TRIMMED, "trim_pyodide", PYODIDE, TRIMMED)


def build_library() -> None:
    """Fill ``LIBRARY``."""
    wheels = browser_wheels()
    later = sorted({one for names in packages_later(wheels).values() for one in names})
    first, then = ([wheels.files[name] for name in names] for names in (packages_at_start(wheels), later))
    _fill(LIBRARY, "build_library", LIBRARY, *first, "--", *then)


def take_snapshot() -> None:
    """Fill ``SNAPSHOT``."""
    _fill(SNAPSHOT, "snapshot", TRIMMED, LIBRARY, SNAPSHOT, *_started_with())


def split_hot_from_cold() -> None:
    """Fill ``SPLIT``."""
    _fill(SPLIT, "split_hot_from_cold", TRIMMED, LIBRARY, SPLIT, *_started_with())


def _started_with() -> Iterable[str]:
    return map(zip_name, packages_at_start(browser_wheels()))


def _fill(folder: Path, script: str, *arguments: Path | str) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    run(["node", f"runtime/build/{script}.js", *map(str, arguments)])


_PARTS = {
    "trimmed": trim_pyodide,
    "library": build_library,
    "snapshot": take_snapshot,
    "split": split_hot_from_cold,
}

if __name__ == "__main__":
    _PARTS[sys.argv[1]]()
