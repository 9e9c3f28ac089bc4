"""Put JavaScript modules into one classic script, for copies that are opened from a disk and for service workers."""

import subprocess
from collections.abc import Mapping
from pathlib import Path

from scripts.paths import NODE_MODULES, ROOT

__all__ = ["bundle"]

_ESBUILD = NODE_MODULES / ".bin" / "esbuild"
_BROWSERS = "chrome112,firefox112,safari16.4"
"""The oldest that run Pyodide."""


def bundle(entry: Path, *, name: str = "", define: Mapping[str, str] | None = None) -> str:
    """A module with all that it imports, as a script that needs nothing else.

    :param name: the global variable that gets the module's exports; none if it is left empty.
    :param define: expressions that stand for others.
    """
    constants = {"import.meta.url": "location.href"} | dict(define or {})
    command = [str(_ESBUILD), str(entry), "--bundle", "--minify", "--format=iife", f"--target={_BROWSERS}"]
    command += ["--external:node:*", "--external:ws"]  # Pyodide names them in branches that no browser enters
    command += ["--legal-comments=inline", "--log-level=warning", *([f"--global-name={name}"] if name else [])]
    command += [f"--define:{constant}={value}" for constant, value in constants.items()]
    return subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True).stdout
