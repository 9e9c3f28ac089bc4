"""Cut Python's library to what the calculator uses. Runs inside Pyodide, see library.js.

What is used is measured: everything that the installed packages import, at their top or deep in a function, is
imported here, and what then has been loaded from the library goes into the new one, without comments and docstrings.
"""

import ast
import codecs
import importlib
import importlib.util
import io
import sys
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from sysconfig import get_path

_PACKAGES = Path(get_path("purelib"))
_WHOLE = Path("/lib/python314.zip")
_BY_NAME = ("_strptime",)
"""Modules that Python's own machinery imports from C, where no import statement shows it."""


def library() -> bytes:
    """The new library as a zip file whose members are stored, for the transport to compress."""
    with zipfile.ZipFile(_WHOLE) as whole:
        _load(_BY_NAME)
        for file in sorted(_PACKAGES.rglob("*.py")):
            _load(_imported(file.read_bytes(), file.relative_to(_PACKAGES)))
        seen: set[str] = set()
        while unseen := _loaded() - seen:
            for member in sorted(unseen):
                _load(_imported(whole.read(member), Path(member)))
            seen |= unseen
        content = io.BytesIO()
        with zipfile.ZipFile(content, "w") as target:
            for member in sorted(seen):
                target.writestr(zipfile.ZipInfo(member), _bare(whole.read(member)))
    return content.getvalue()


def _load(names: Iterable[str]) -> None:
    """Import what is the library's; a name inside a module, or what only other systems have, is not missed."""
    for name in names:
        if name.partition(".")[0] in sys.stdlib_module_names:
            with suppress(ImportError):
                importlib.import_module(name)


def _imported(source: bytes, path: Path) -> Iterator[str]:
    """The modules that a module names, and those behind the encodings that it names."""
    package = ".".join(path.parent.parts)
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Import(names=aliases):
                yield from (alias.name for alias in aliases)
            case ast.ImportFrom(module=module, names=aliases, level=level):
                name = importlib.util.resolve_name("." * level + (module or ""), package)
                yield name
                yield from (f"{name}.{alias.name}" for alias in aliases)
            case ast.Constant(value=str(text)) if text.isascii() and text.isprintable():
                with suppress(LookupError, ValueError):
                    yield f"encodings.{codecs.lookup(text).name.replace('-', '_')}"


def _loaded() -> set[str]:
    """The members of the whole library that have been loaded by now."""
    files = [Path(getattr(module, "__file__", None) or "") for module in list(sys.modules.values())]
    return {str(file.relative_to(_WHOLE)) for file in files if file.is_relative_to(_WHOLE)}


def _bare(source: bytes) -> str:
    """A module without comments and docstrings, as ``python -OO`` would run it: a third of its size when packed."""
    tree = ast.parse(source)
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) and ast.get_docstring(
            node
        ):
            node.body[:1] = [] if len(node.body) > 1 or isinstance(node, ast.Module) else [ast.Pass()]
    return ast.unparse(tree)
