"""Edit Python's library so that its start waits for less. Runs inside Pyodide, see build_library.js.

Pyodide starts an event loop, and makes ready to unpack archives and to print tracebacks. A visitor who wants one date
needs none of that, yet waits for the import of a hundred modules. Here what serves only that is imported when it is
used. Every edit fails loudly where the library is not what it was when the edit was written.
"""

import ast
import io
import zipfile
from collections.abc import Iterator, Mapping

from runtime.seams.library_text import EDITS, LATER, library_path

__all__ = ["edited_library"]

_DEFERRED: Mapping[str, frozenset[str]] = {
    "calendar.py": frozenset({"locale"}),
    "html/__init__.py": frozenset({"html.entities"}),
    "pyodide/_package_loader.py": frozenset({"shutil", "tempfile", "zipfile", "common"}),
    "urllib/parse.py": frozenset({"ipaddress"}),
}
"""Modules that a member imports at its top, and uses in a few of its functions."""


def edited_library() -> bytes:
    """The library, as a zip file, with every edit made in it.

    :raises ValueError: if something that an edit relies on is not there.
    """
    content = io.BytesIO()
    missing = {*EDITS, *_DEFERRED}
    with zipfile.ZipFile(library_path()) as source, zipfile.ZipFile(content, "w") as target:
        for member in source.namelist():
            text = source.read(member)
            if member in missing:
                missing.remove(member)
                text = _edited(member, text.decode()).encode()
            target.writestr(member, text)
        target.writestr("sitecustomize.py", LATER)
    if missing:
        raise ValueError(f"the library has no {', '.join(sorted(missing))}")
    return content.getvalue()


def _edited(member: str, source: str) -> str:
    if member in EDITS:
        source = EDITS[member](source)
    return _deferred(source, _DEFERRED[member]) if member in _DEFERRED else source


def _deferred(source: str, modules: frozenset[str]) -> str:
    """The module with these imports moved from its top into the functions that use what they bring.

    >>> print(_deferred("import a, b\\ndef f():\\n    return a.x", frozenset({"a"})))
    import b
    <BLANKLINE>
    def f():
        import a
        return a.x

    :raises ValueError: if one of them is not imported, or used as soon as the module is.
    """
    tree = ast.parse(source)
    found = {}
    body: list[ast.stmt] = []
    for node in tree.body:
        if isinstance(node, ast.Import | ast.ImportFrom):
            for alias in list(node.names):
                module = node.module if isinstance(node, ast.ImportFrom) else alias.name
                if module in modules:
                    node.names.remove(alias)
                    found[alias.asname or alias.name] = (module, _import_of(node, alias))
            if not node.names:
                continue
        body.append(node)
    tree.body = body
    functions = list(_outermost_functions(tree))
    inside = {id(node) for function in functions for node in ast.walk(function)}
    early = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and id(node) not in inside}
    if {module for module, _ in found.values()} != modules or early & found.keys():
        raise ValueError(f"the library has changed: {', '.join(sorted(modules))} cannot be imported later")
    for function in functions:
        names = {node.id for statement in function.body for node in ast.walk(statement) if isinstance(node, ast.Name)}
        after = 1 if ast.get_docstring(function, clean=False) is not None else 0
        function.body[after:after] = [found[name][1] for name in sorted(names & found.keys())]
    return ast.unparse(ast.fix_missing_locations(tree))


def _import_of(node: ast.Import | ast.ImportFrom, alias: ast.alias) -> ast.stmt:
    return ast.ImportFrom(node.module, [alias], node.level) if isinstance(node, ast.ImportFrom) else ast.Import([alias])


def _outermost_functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node
        elif isinstance(node, ast.ClassDef | ast.If | ast.Try):
            yield from _outermost_functions(node)
