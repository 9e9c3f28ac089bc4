"""Put JavaScript modules into one file: a module for the site, a classic script where modules cannot be loaded."""

import subprocess
from collections.abc import Mapping
from pathlib import Path

from scripts.paths import NODE_MODULES, ROOT, RUNTIME

__all__ = ["bundle", "bundle_module"]

_ESBUILD = NODE_MODULES / ".bin" / "esbuild"
_BROWSERS = "chrome112,firefox112,safari16.4"
"""The oldest that run Pyodide."""


def bundle(entry: Path, *, name: str = "", define: Mapping[str, str] | None = None) -> str:
    """A module with all that it imports, as a script that needs nothing else.

    :param name: the global variable that gets the module's exports; none if it is left empty.
    :param define: expressions that stand for others.
    """
    constants = {"import.meta.url": "location.href"} | dict(define or {})
    return _esbuild(entry, constants, "--format=iife", *([f"--global-name={name}"] if name else []))


def bundle_module(entry: Path, define: Mapping[str, str] | None = None) -> str:
    """A module with all that it imports, as a module that imports nothing else."""
    return _esbuild(entry, define or {}, "--format=esm")


def _esbuild(entry: Path, define: Mapping[str, str], *options: str) -> str:
    command = [str(_ESBUILD), str(entry), "--bundle", "--minify", f"--target={_BROWSERS}", *options]
    command += ["--external:node:*", "--external:ws"]  # Pyodide names them in branches that no browser enters
    command += [f"--alias:pyodide-glue={RUNTIME / 'pyodide.asm.mjs'}"]
    command += ["--legal-comments=inline", "--log-level=warning"]
    command += [f"--define:{constant}={value}" for constant, value in define.items()]
    return subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True).stdout
