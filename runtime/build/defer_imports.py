"""Edit Python's library so that its start waits for less. Runs inside Pyodide, see library.js.

Pyodide starts an event loop, and makes ready to unpack archives and to print tracebacks. A visitor who wants one date
needs none of that, yet waits for the import of a hundred modules. Here what serves only that is imported when it is
used. Every edit fails loudly where the library is not what it was when the edit was written.
"""

import ast
import io
import zipfile
from collections.abc import Iterator, Mapping

__all__ = ["edited"]

_DEFERRED: Mapping[str, frozenset[str]] = {
    "calendar.py": frozenset({"locale"}),
    "html/__init__.py": frozenset({"html.entities"}),
    "pyodide/_package_loader.py": frozenset({"shutil", "tempfile", "zipfile", "common"}),
    "urllib/parse.py": frozenset({"ipaddress"}),
}
"""Modules that a member imports at its top, and uses in a few of its functions."""

_REPLACED: Mapping[str, Mapping[str, str]] = {
    "_pyodide/__init__.py": {
        "    import traceback\n": "",
        " = traceback.print_exception\n": " = lambda *raised: __import__('traceback').print_exception(*raised)\n",
    },
    "pyodide/_package_loader.py": {
        """\
if IN_PYODIDE:
    shutil.register_archive_format("whl", make_whlfile, description="Wheel file")
    shutil.register_unpack_format(
        "whl",
        [".whl", ".wheel"],
        shutil._unpack_zipfile,  # type: ignore[attr-defined]
        description="Wheel file",
    )
""": ""
    },
    "pyodide/__init__.py": {
        # A snapshot wants the event loop's way to the browser at the place where it always is.
        "from .webloop import _initialize_event_loop\n\n_initialize_event_loop()\ndel _initialize_event_loop\n": (
            "from pyodide_js._api import scheduleCallback\n"
        ),
    },
}
"""Passages of a member, and what stands there instead."""

_LATER = '''
"""Pyodide imports asyncio and traceback as it starts. It gets these in their place, which give way when used."""
import sys


class Later(type(sys)):
    def __getattr__(self, name):
        if name.startswith("__") and name != "__path__":
            raise AttributeError(name)
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]
        return getattr(__import__(self.__name__), name)


for name in "asyncio", "traceback":
    sys.modules[name] = Later(name)
later = sys.modules["asyncio"]
later.get_event_loop = lambda: later.__getattr__("get_event_loop")()
'''


def edited(library: bytes) -> bytes:
    """The library, as a zip file, with every edit made in it.

    :raises ValueError: if something that an edit relies on is not there.
    """
    content = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(library)) as source, zipfile.ZipFile(content, "w") as target:
        for member in source.namelist():
            target.writestr(member, _edited(member, source.read(member)))
        target.writestr("sitecustomize.py", _LATER)
    return content.getvalue()


def _edited(member: str, content: bytes) -> bytes:
    for before, after in _REPLACED.get(member, {}).items():
        if content.count(before.encode()) != 1:
            raise ValueError(f"{member} is not what it was: {before}")
        content = content.replace(before.encode(), after.encode())
    if member in _DEFERRED:
        content = _deferred(content.decode(), _DEFERRED[member]).encode()
    return content


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
        raise ValueError(f"{modules} cannot be imported later")
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
