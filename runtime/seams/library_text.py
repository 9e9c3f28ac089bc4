"""Pyodide's own modules in its Python library, and where the library lies. The build runs this inside Pyodide.

Private: what these modules import as Pyodide starts, and word for word how they do it.
"""

import sys
from collections.abc import Callable, Mapping
from pathlib import Path

__all__ = ["EDITS", "LATER", "check_later", "library_path"]


def library_path() -> Path:
    """Where Pyodide puts its library, and Python looks for it."""
    path = Path(f"/lib/python{sys.version_info.major}{sys.version_info.minor}.zip")
    if str(path) not in sys.path or not path.is_file():
        raise ValueError(f"Pyodide has changed: its library does not lie at {path}")
    return path


def _print_tracebacks_later(source: str) -> str:
    """``_pyodide/__init__.py`` imports ``traceback`` for Python's way to print what nobody has caught."""
    source = _replaced(source, "    import traceback\n", "")
    return _replaced(
        source,
        " = traceback.print_exception\n",
        " = lambda *raised: __import__('traceback').print_exception(*raised)\n",
    )


def _register_no_archives(source: str) -> str:
    """``pyodide/_package_loader.py`` lets ``shutil`` unpack wheels, for which it imports a good part of the library.

    What we unpack are zip files, which it knows anyway.
    """
    passage = """\
if IN_PYODIDE:
    shutil.register_archive_format("whl", make_whlfile, description="Wheel file")
    shutil.register_unpack_format(
        "whl",
        [".whl", ".wheel"],
        shutil._unpack_zipfile,  # type: ignore[attr-defined]
        description="Wheel file",
    )
"""
    return _replaced(source, passage, "")


def _start_no_event_loop(source: str) -> str:
    """``pyodide/__init__.py`` starts an event loop, and with it all of ``asyncio``.

    A snapshot wants the loop's way to the browser at the place where it always is, so this one thing is still imported.
    """
    passage = "from .webloop import _initialize_event_loop\n\n_initialize_event_loop()\ndel _initialize_event_loop\n"
    return _replaced(source, passage, "from pyodide_js._api import scheduleCallback\n")


EDITS: Mapping[str, Callable[[str], str]] = {
    "_pyodide/__init__.py": _print_tracebacks_later,
    "pyodide/_package_loader.py": _register_no_archives,
    "pyodide/__init__.py": _start_no_event_loop,
}
"""By the member of the library. Each raises a ValueError where the member is not what it was when this was written."""

LATER = '''
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
"""The text of ``sitecustomize.py``, which Python runs before Pyodide imports anything."""


def check_later() -> None:
    """See to it, in a Python that has just started, that nothing has used them yet.

    :raises ValueError: naming what has.
    """
    used = [name for name in ("asyncio", "traceback") if type(sys.modules.get(name)).__name__ != "Later"]
    if used:
        raise ValueError(f"Pyodide has changed: its start uses {', '.join(used)}, which were to be imported later")


def _replaced(source: str, before: str, after: str) -> str:
    if source.count(before) != 1:
        raise ValueError(
            f"Pyodide has changed: one of its modules has {source.count(before)} times, not once:\n{before}"
        )
    return source.replace(before, after)
