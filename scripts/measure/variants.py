"""The pages that are compared. Each computes the same deadline and writes it into a ``<time>``, as our page does."""

import json
import shutil
from dataclasses import dataclass
from pathlib import Path

from runtime.build.wheels import build_wheel
from scripts.settings.paths import NODE_MODULES, SITE

__all__ = ["DEADLINE", "LAST", "Variant", "make_variants"]

LAST = "2026-03-05"
DEADLINE = "2027-03-05"

_PYODIDE = "pyodide/v" + json.loads((NODE_MODULES / "pyodide/package.json").read_text())["version"] + "/"
"""With its version in its address, as on the network from which its documentation embeds it; so it is kept for ever."""

_COMPUTE = f"""\
from datetime import date
from calculator import assess
deadline = assess(date.fromisoformat("{LAST}"), today=date.today()).deadline.isoformat()
"""

_HEAD = '<!doctype html>\n<html lang="zh-CN">\n<meta charset="utf-8">\n<title>截止日</title>\n'
_ANSWER = '<p>截止日：<time data-result="deadline"></time></p>\n'


@dataclass(frozen=True, slots=True)
class Variant:
    """A page to be measured: its letter in the tables, what it is, its folder and its path in there."""

    letter: str
    name: str
    folder: Path
    path: str = ""
    for_ever: str = _PYODIDE


def make_variants(target: Path) -> tuple[Variant, ...]:
    """Write the pages that are ours to write into ``target``; our own page is the built site's.

    The wheels are those that hatchling makes and pip fetches, which is what somebody who follows a documentation has.
    """
    wheels = [build_wheel()]
    return (
        Variant("a", "Pyodide as its documentation embeds it", _stock(target / "stock", wheels)),
        Variant("b", "PyScript with local Pyodide", _pyscript(target / "pyscript", wheels)),
        Variant("c", "our calculator page", SITE, f"calculator/#last={LAST}", for_ever=""),
        Variant("d", "fetch and compile of the wasm alone: the floor", _floor(target / "floor")),
    )


def _stock(folder: Path, wheels: list[Path]) -> Path:
    """A script, ``loadPyodide()`` and ``loadPackage`` on the main thread."""
    addresses = json.dumps([f"./{_copy(wheel, folder / 'wheels', folder)}" for wheel in wheels])
    _copy_pyodide(folder)
    page = f"""{_HEAD}<script src="{_PYODIDE}pyodide.js"></script>
{_ANSWER}<script>
async function main() {{
  const pyodide = await loadPyodide();
  await pyodide.loadPackage({addresses});
  pyodide.runPython(`{_COMPUTE}`);
  const answer = document.querySelector("time");
  answer.dateTime = answer.textContent = pyodide.globals.get("deadline");
}}
main();
</script>
"""
    (folder / "index.html").write_text(page, encoding="utf-8")
    return folder


def _pyscript(folder: Path, wheels: list[Path]) -> Path:
    """PyScript's own elements; the wheels are unpacked as ``files``, because ``packages`` would load micropip too."""
    shutil.copytree(NODE_MODULES / "@pyscript/core/dist", folder / "pyscript")
    _copy_pyodide(folder)
    files = {f"./{_copy(wheel, folder / 'wheels', folder)}": "./*" for wheel in wheels}
    config = json.dumps({"interpreter": f"./{_PYODIDE}pyodide.mjs", "files": files})
    (folder / "main.py").write_text(
        f"from pyscript import document\n{_COMPUTE}"
        'answer = document.querySelector("time")\nanswer.dateTime = answer.textContent = deadline\n',
        encoding="utf-8",
    )
    page = f"""{_HEAD}<link rel="stylesheet" href="pyscript/core.css">
<script type="module" src="pyscript/core.js"></script>
{_ANSWER}<script type="py" src="main.py" config='{config}'></script>
"""
    (folder / "index.html").write_text(page, encoding="utf-8")
    return folder


def _floor(folder: Path) -> Path:
    """No Python at all: what any page with this wasm must at least wait for."""
    wasm = _copy(NODE_MODULES / "pyodide/pyodide.asm.wasm", folder / _PYODIDE, folder)
    page = f"""{_HEAD}{_ANSWER}<script type="module">
await WebAssembly.compileStreaming(fetch("{wasm}"));
document.querySelector("time").dateTime = "{DEADLINE}";
</script>
"""
    (folder / "index.html").write_text(page, encoding="utf-8")
    return folder


def _copy_pyodide(folder: Path) -> None:
    shutil.copytree(NODE_MODULES / "pyodide", folder / _PYODIDE)


def _copy(file: Path, target: Path, root: Path) -> str:
    """Copy a file, and return its path from ``root``."""
    target.mkdir(parents=True, exist_ok=True)
    return Path(shutil.copy(file, target)).relative_to(root).as_posix()
