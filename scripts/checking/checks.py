"""The quick checks: which there are, and what each looks at."""

import shutil
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from scripts.settings.paths import NODE_MODULES

__all__ = ["Check", "checks"]

_TYPED = ("calculator", "scripts", "web", "runtime", "hatch_build.py")
_PYTHON = (*_TYPED, "tests")
_NODE = ("web", "runtime", "scripts", "tests")
_QUICK_TESTS = (
    "tests/calculator",
    "tests/checking",
    "tests/documents",
    "tests/pages",
    "tests/runtime",
    "calculator",
    "scripts",
    "runtime",
)
"""Tests that need neither a build nor a browser; outside of tests/ they are the examples in docstrings."""

_WITHOUT_KHAL = ("-k", "not real_client")
"""Leaves out the two tests that drive a calendar program, which comes from Debian."""

_NO_TESTS = 5
"""What pytest exits with where there are none."""


@dataclass(frozen=True, slots=True)
class Check:
    """What it is called, the command that fails where something is wrong, and what this exits with where nothing is."""

    name: str
    command: Sequence[str]
    well: tuple[int, ...] = (0,)


def checks(paths: Sequence[Path], *, tests: bool = True) -> Iterator[Check]:
    """Those that look at these files and folders, the quickest first; all of them, if none is named.

    Types and imports hold between files, so they are checked as a whole wherever one of them is named.
    """
    python, node, styles = _named(paths, ".py", _PYTHON), _named(paths, ".js", _NODE), _named(paths, ".css", _NODE)
    if python:
        yield Check("lint of Python", ["ruff", "check", *python])
        yield Check("layout of Python", ["ruff", "format", "--check", *python])
        yield Check("imports between rooms", ["lint-imports"])
    if pages := _named(paths, ".md", ("docs",)):
        yield Check("claims", [sys.executable, "-m", "scripts.pages.claims", *pages])
    if node:
        yield Check("lint of JavaScript", [_tool("eslint"), "--no-error-on-unmatched-pattern", *node])
    laid_out = list(dict.fromkeys([*node, *styles]))
    if laid_out and Path("prettier.config.js").is_file():
        files = _files(laid_out, "{js,css}")
        yield Check(
            "layout of JavaScript and styles", [_tool("prettier"), "--check", "--no-error-on-unmatched-pattern", *files]
        )
    if _named(paths, ".js", ("web", "runtime")):
        yield Check("types of JavaScript", [_tool("tsc"), "-p", "."])
    if _named(paths, ".py", _TYPED):
        yield Check("types of Python", ["mypy"])
    if tests and (quick := sorted(set(_tests(paths)), reverse=True)):
        left_out = () if shutil.which("khal") else _WITHOUT_KHAL
        # The tests before the package, which pytest would else import twice: once for the examples in its docstrings.
        command = [sys.executable, "-m", "pytest", "-q", "--numprocesses", "auto", *left_out, *quick]
        yield Check(f"tests{' but for those that need khal' if left_out else ''}", command, well=(0, _NO_TESTS))


def _named(paths: Iterable[Path], suffix: str, rooms: Sequence[str]) -> list[str]:
    """The files with this suffix and the folders that are named, as far as they lie in these rooms.

    The rooms themselves stand for what they lie in, and for everything.
    """
    named = [path for path in paths or [Path()] if path.suffix == suffix or any(path.rglob(f"*{suffix}"))]
    return [str(one) for path in named for one in _shared(path, rooms)]


def _shared(path: Path, rooms: Iterable[str]) -> Iterator[Path]:
    for room in map(Path, rooms):
        if path.is_relative_to(room):
            yield path
        elif room.is_relative_to(path):
            yield room


def _files(named: Iterable[str], kind: str) -> list[str]:
    """Patterns for the files of a kind, where folders are named."""
    return [f"{name}/**/*.{kind}" if Path(name).is_dir() else name for name in named]


def _tests(paths: Sequence[Path]) -> Iterator[str]:
    """The quick tests among what is named, and those of the rooms of the package that are named."""
    for path in paths or [Path()]:
        yield from map(str, _shared(path, _QUICK_TESTS))
        room = Path("tests") / (path if path.is_dir() else path.parent)
        if path.is_relative_to("calculator") and room.is_dir():
            yield str(room)


def _tool(name: str) -> str:
    return str(NODE_MODULES / ".bin" / name)
