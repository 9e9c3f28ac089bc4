"""What goes into a stage besides what other stages have made: files that people write, and what a build is told."""

import hashlib
import posixpath
import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

__all__ = ["Told", "imported", "sources", "sums_of", "write_sums"]

_MADE_BY_PYTHON = "__pycache__"
_IMPORT = re.compile(r'from "(\.{1,2}/[^"]+)"')
"""How a module of ours names another."""


def sources(*patterns: str) -> list[str]:
    """The files that patterns fit, from the root of the repository; ``room/**`` is all that lies in a room."""
    files = {file for pattern in patterns for file in Path().glob(pattern.replace("**", "**/*"))}
    return sorted(file.as_posix() for file in files if file.is_file() and _MADE_BY_PYTHON not in file.parts)


def imported(*scripts: str) -> list[str]:
    """Node scripts, and all that they import from this repository, however deep."""
    found: dict[str, None] = {}
    waiting = list(scripts)
    while waiting:
        script = waiting.pop()
        if script not in found:
            found[script] = None
            text = Path(script).read_text(encoding="utf-8") if script.endswith(".js") else ""
            waiting += (posixpath.join(posixpath.dirname(script), name) for name in _IMPORT.findall(text))
            waiting = [posixpath.normpath(one) for one in waiting]
    return sorted(found)


def sums_of(folder: str) -> str:
    """Where it is written what is in a folder that a stage has made.

    A stage after that needs this file, so it is taken only if something in the folder is not as it was.
    """
    return f"build/sums/{folder.replace('/', '-')}"


def write_sums(folder: str, left_out: Iterable[str] = ()) -> None:
    """Write down the digest of every file in a folder but those with such endings."""
    files = (file for file in sorted(Path(folder).rglob("*")) if file.is_file() and file.suffix not in left_out)
    lines = (f"{hashlib.sha256(file.read_bytes()).hexdigest()} {file.relative_to(folder).as_posix()}" for file in files)
    target = Path(sums_of(folder))
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text("\n".join(lines) + "\n", encoding="utf-8")


class Told:
    """Something that a stage must know and no file says: it is taken again when it is told another thing."""

    def __init__(self, **told: Callable[[], str]) -> None:
        self._told = told

    def __call__(self, task: Any, values: dict[str, str]) -> bool:
        """Whether all is as it was when the stage was taken last; doit asks this when those before it are done."""
        now = {name: tell() for name, tell in self._told.items()}
        task.value_savers.append(lambda: now)
        return all(values.get(name) == value for name, value in now.items())
