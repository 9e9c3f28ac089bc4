"""Cut Python's library to what the calculator uses, and compile it. Runs inside Pyodide, see build_library.js.

What is used is measured. Whatever Python has loaded once a page's first questions have been answered is the library
that visitors load first. Whatever else the packages and the library itself could import, at their top or deep in a
function, is the rest, which is loaded when it is needed.

Modules are compiled here, by the very Python that will run them, without docstrings and without the tables that lead
from bytecode to lines: those are a third of what would be sent, and serve tracebacks that no visitor reads.
"""

import ast
import codecs
import importlib
import importlib.util
import io
import marshal
import sys
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import suppress
from fnmatch import fnmatch
from pathlib import Path
from sysconfig import get_path
from types import CodeType
from typing import Any

from runtime.seams.library_text import library_path

__all__ = ["PACKAGES", "library", "package"]

PACKAGES = Path(get_path("purelib"))
_WHOLE = library_path()
_ALL_ENCODINGS = frozenset({"encodings/aliases.py", "locale.py"})
"""Members that name every encoding there is, and use none."""

_AT_A_PROMPT = frozenset({"_pyrepl", "doctest", "pdb", "pydoc", "unittest"})
"""What only programmers at a prompt make the library import: no visitor has one."""

_UNUSED = (
    "*/tests/*",
    "*.pyi",
    "*.dist-info/RECORD",
    "*/calculator/command.py",
    "*/calculator/page/protocol.py",
    "*/calculator/warehouse/*",
    "*/dateutil-zoneinfo.tar.gz",
    "*/tzdata/zoneinfo/*/*",
    "*/tzdata/zoneinfo/[!U_]*",
)
"""What browsers need of no wheel: types, what serves command lines and warehouses, and all time zones but UTC, which
icalendar names: a deadline is a day, and has no zone."""

_HEADER = importlib.util.MAGIC_NUMBER + (1).to_bytes(4, "little") + bytes(8)
"""Of a compiled module that is never checked against a source."""


def library(at_start: str) -> tuple[bytes, bytes, str]:
    """The library, what comes in place of its last part to make it whole, and where Python looks for it.

    :param at_start: the files that the start loads, one per line, as ``warm_up_requests.py`` tells them.

    A zip file ends in its list of members: without that list, and with the rest's members and the list of all behind
    it, the first becomes the second.
    """
    with zipfile.ZipFile(_WHOLE) as whole:
        start = _needed_at_start(at_start, whole)
        for file in sorted(PACKAGES.rglob("*.py")):
            _load(_imported(file.read_bytes(), file.relative_to(PACKAGES)))
        seen: set[str] = set()
        while unseen := _loaded() - seen:
            for member in sorted(unseen):
                _load(_imported(whole.read(member), Path(member)))
            seen |= unseen
        content = io.BytesIO()
        with zipfile.ZipFile(content, "w") as target:
            for member in sorted(start):
                _store(target, member, whole.read(member))
        first = content.getvalue()
        with zipfile.ZipFile(content, "a") as target:
            shared = target.start_dir
            for member in sorted(seen - start):
                _store(target, member, whole.read(member))
    return first, content.getvalue()[shared:], str(_WHOLE)


def _needed_at_start(loaded: str, whole: zipfile.ZipFile) -> set[str]:
    """The members that the start loads, with what they or the calculator may ask for by a name.

    An encoding whose module is missing is unknown, and nothing tells that the module would have come.
    """
    files = [Path(file) for file in loaded.splitlines()]
    members = {str(file.relative_to(_WHOLE)) for file in files if file.is_relative_to(_WHOLE)}
    sources = [whole.read(member) for member in sorted(members - _ALL_ENCODINGS)]
    sources += [file.read_bytes() for file in sorted(PACKAGES.glob("calculator/**/*.py"))]
    encodings = {f"{module.replace('.', '/')}.py" for source in sources for module in _encodings(source)}
    return members | encodings & set(whole.namelist())


def package(wheel: Any) -> bytes:
    """What browsers need of a wheel, compiled, as a zip file."""
    content = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(wheel.to_bytes())) as source, zipfile.ZipFile(content, "w") as target:
        for member in source.namelist():
            if any(fnmatch(f"/{member}", pattern) for pattern in _UNUSED):
                continue
            _store(target, member, source.read(member))
    return content.getvalue()


def _store(target: zipfile.ZipFile, member: str, content: bytes) -> None:
    """Put a file into a zip, as it is, for the transport to compress all of it as one piece; a module is compiled."""
    if member.endswith(".py"):
        code = compile(_documented(content), member, "exec", dont_inherit=True, optimize=2)
        member, content = f"{member}c", _HEADER + marshal.dumps(_without_lines(code))
    target.writestr(zipfile.ZipInfo(member), content)


def _documented(source: bytes) -> ast.Module:
    """The module with a word in place of each data class's docstring.

    Docstrings are not compiled, and where a data class has none, Python makes one out of its signature whenever the
    module is imported, which takes longer than all the rest of the class.
    """
    tree = ast.parse(source)
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef) and any("dataclass" in ast.unparse(one) for one in node.decorator_list):
            node.body += ast.parse('__doc__ = "-"').body
    return tree


def _without_lines(code: CodeType) -> CodeType:
    constants = (_without_lines(one) if isinstance(one, CodeType) else one for one in code.co_consts)
    return code.replace(co_linetable=b"", co_filename="", co_consts=tuple(constants))


def _load(names: Iterable[str]) -> None:
    """Import what is the library's; a name inside a module, or what only other systems have, is not missed."""
    for name in names:
        if name.partition(".")[0] in sys.stdlib_module_names - _AT_A_PROMPT:
            with suppress(ImportError):
                importlib.import_module(name)


def _imported(source: bytes, path: Path) -> Iterator[str]:
    """The modules that a module names, and those behind the encodings that it names."""
    package = ".".join(path.parent.parts)
    for node in _walk(ast.parse(source)):
        match node:
            case ast.Import(names=aliases):
                yield from (alias.name for alias in aliases)
            case ast.ImportFrom(module=module, names=aliases, level=level):
                name = importlib.util.resolve_name("." * level + (module or ""), package)
                yield name
                yield from (f"{name}.{alias.name}" for alias in aliases)
    yield from _encodings(source)


def _encodings(source: bytes) -> Iterator[str]:
    """The modules behind the encodings that a module names."""
    for node in _walk(ast.parse(source)):
        match node:
            case ast.Constant(value=str(text)) if text.isascii() and text.isprintable():
                with suppress(LookupError, ValueError):
                    yield f"encodings.{codecs.lookup(text).name.replace('-', '_')}"


def _walk(node: ast.AST) -> Iterator[ast.AST]:
    """All nodes but those that run only where the module is a program."""
    yield node
    for child in ast.iter_child_nodes(node):
        if not (isinstance(child, ast.If) and ast.unparse(child.test) == "__name__ == '__main__'"):
            yield from _walk(child)


def _loaded() -> set[str]:
    """The members of the whole library that have been loaded by now."""
    files = [Path(getattr(module, "__file__", None) or "") for module in list(sys.modules.values())]
    return {str(file.relative_to(_WHOLE)) for file in files if file.is_relative_to(_WHOLE)}
