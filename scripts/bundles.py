"""Put JavaScript modules into one classic script, for copies that are opened from a disk and for service workers."""

import json
import subprocess
from collections.abc import Mapping
from pathlib import Path

from scripts.paths import BUILD, NODE_MODULES, ROOT

__all__ = ["bundle", "imports"]

_ESBUILD = NODE_MODULES / ".bin" / "esbuild"


def bundle(entry: Path, *, name: str = "", define: Mapping[str, str] | None = None) -> str:
    """A module with all that it imports, as a script that needs nothing else.

    :param name: the global variable that gets the module's exports; none if it is left empty.
    :param define: expressions that stand for others.
    """
    constants = {"import.meta.url": "location.href"} | dict(define or {})
    options = [f"--define:{name}={value}" for name, value in constants.items()]
    return _esbuild(entry, *options, *([f"--global-name={name}"] if name else []))


def imports(entry: Path) -> set[str]:
    """The names of the files that a module consists of, itself included."""
    metafile = BUILD / "imports.json"
    _esbuild(entry, "--define:import.meta.url=location.href", f"--metafile={metafile}")
    return {Path(path).name for path in json.loads(metafile.read_text(encoding="utf-8"))["inputs"]}


def _esbuild(entry: Path, *options: str) -> str:
    """What esbuild writes: ASCII, the same bytes for the same source. It says why it fails."""
    # Node's modules are named in branches that browsers never enter.
    command = [
        str(_ESBUILD),
        str(entry),
        "--bundle",
        "--minify",
        "--format=iife",
        "--target=chrome112,firefox112,safari16.4",
    ]
    command += ["--external:node:*", "--external:ws", "--legal-comments=inline", "--log-level=warning", *options]
    return subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True).stdout
