"""Put many files into one: JavaScript modules into a module for the site or, where modules cannot be loaded, into a
classic script, and style sheets into one.
"""

import json
import subprocess
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from scripts.settings.paths import NODE_MODULES, ROOT, RUNTIME, RUNTIME_CODE

__all__ = [
    "ELEMENTS",
    "OLDEST",
    "WITH_PYTHON",
    "bundle",
    "bundle_module",
    "bundle_modules",
    "joined_styles",
    "trimmed_scripts",
]

_ESBUILD = NODE_MODULES / ".bin" / "esbuild"
WITH_PYTHON = "chrome112,firefox112,safari16.4"
"""The oldest that run Pyodide."""

ELEMENTS = "chrome64,firefox60,safari11.1"
"""The oldest that show an answer by our scripts, with Python or without it: phones of 2018."""

OLDEST = "es5"
"""Whatever a browser is: esbuild refuses a script that it cannot put in these words."""


def bundle(entry: Path, *, name: str = "", define: Mapping[str, str] | None = None, browsers: str = ELEMENTS) -> str:
    """A module with all that it imports, as a script that needs nothing else.

    :param name: the global variable that gets the module's exports; none if it is left empty.
    :param define: expressions that stand for others.
    :param browsers: who must be able to read it, as esbuild names them: ``OLDEST`` for the oldest that are told something.
    """
    constants = {"import.meta.url": "location.href"} | dict(define or {})
    return _esbuild([entry], constants, browsers, "--format=iife", *([f"--global-name={name}"] if name else []))


def bundle_module(entry: Path, define: Mapping[str, str] | None = None) -> str:
    """A module with all that it imports, as a module that imports nothing else, for a worker that holds Python."""
    return _esbuild([entry], define or {}, WITH_PYTHON, "--format=esm")


def bundle_modules(entries: Sequence[Path]) -> dict[Path, str]:
    """Several modules, each with all that it imports, as modules that import nothing else; made in one go."""
    with TemporaryDirectory() as folder:
        _esbuild(entries, {}, ELEMENTS, "--format=esm", f"--outdir={folder}", f"--outbase={ROOT}")
        return {entry: Path(folder, entry.relative_to(ROOT)).read_text(encoding="utf-8") for entry in entries}


def joined_styles(sheets: Iterable[Path]) -> str:
    """Style sheets, one behind the other, without comments and spaces. They are not rewritten in newer words."""
    text = "\n".join(sheet.read_text(encoding="utf-8") for sheet in sheets)
    command = [str(_ESBUILD), "--loader=css", "--minify-whitespace", "--log-level=warning"]
    return subprocess.run(command, cwd=ROOT, input=text, stdout=subprocess.PIPE, text=True, check=True).stdout


def trimmed_scripts(runtime: Path) -> tuple[str, ...]:
    """What tells esbuild where the halves of Pyodide are that a worker of the fast runtime imports."""
    names = json.loads((RUNTIME_CODE / "names.json").read_text(encoding="utf-8"))
    return tuple(f"--alias:pyodide-{half}={runtime / names[half]}" for half in ("loader", "glue"))


def _esbuild(entries: Iterable[Path], define: Mapping[str, str], browsers: str, *options: str) -> str:
    command = [str(_ESBUILD), *map(str, entries), "--bundle", "--minify", f"--target={browsers}", *options]
    command += ["--external:node:*", "--external:ws"]  # Pyodide names them in branches that no browser enters
    command += trimmed_scripts(RUNTIME)
    command += ["--log-override:commonjs-variable-in-esm=silent"]  # Pyodide asks whether there is a `module`
    if browsers == ELEMENTS:
        command.append(
            "--supported:destructuring=true"
        )  # Safari 11 has it, but for an order that nothing of ours needs
    command += ["--legal-comments=inline", "--log-level=warning"]
    command += [f"--define:{constant}={value}" for constant, value in define.items()]
    return subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True).stdout
