"""Rows of .xls, .xlsb and .ods workbooks, which calamine reads, where it is installed; a browser has no such thing.

Calamine keeps a whole sheet in memory, with every cell that its corners enclose, and what it cannot bear ends the
process that it runs in. So it runs in one of its own, which may take so much memory and so much time and no more.
"""

import json
import os
import subprocess
import sys
from collections.abc import Generator, Iterator
from io import UnsupportedOperation
from pathlib import Path
from typing import Any, BinaryIO

from calculator import wording
from calculator.errors import InputError
from calculator.roster.columns import Cells
from calculator.roster.formats import format_of
from calculator.roster.reader import Rows, Sheet

__all__ = ["CalamineRows"]

_WORKER = "import sys; from calculator.roster.calamine_worker import main; main(sys.argv[1])"
_ROOT = Path(__file__).parents[2]
"""Where the package lies, installed or not; the folder that somebody happens to be in is no place to import from."""


class CalamineRows(Rows):
    """The rows of one sheet: of the one that was asked for, or of the one that looks most like a roster.

    :raises InputError: if calamine is not installed, with what to do without it.
    """

    def __init__(self, file: BinaryIO, sheet: str = "") -> None:
        super().__init__(file, sheet)
        try:
            import python_calamine  # noqa: F401 - the worker uses it
        except ModuleNotFoundError:
            raise InputError("file", "kind", format_of(file).otherwise) from None
        self._head: dict[str, Any] = {}
        self._read = 0

    @property
    def share(self) -> float:
        """How much of the sheet has been read, from 0 to 1."""
        return self._read / max(1, int(self._head.get("last", 1)))

    @property
    def remarks(self) -> tuple[wording.roster.Remark, ...]:
        """Which sheets were not read, that formulas have no values, and that what stands beside the cells is not known."""
        told = []
        if self._head.get("others"):
            used, others = self.sheets[self.sheet], [self.sheets[place].name for place in self._head["others"]]
            told.append(wording.roster.other_sheets(used.name, others, hidden=used.hidden))
        if without := self._head.get("formulas", 0):
            told.append(wording.roster.formulas_without_values(without))
        if self._head.get("unread"):
            told.append(wording.roster.merges_unread())
        return tuple(told)

    def prepare(self) -> Generator[None]:
        """Have the worker read the workbook and find the sheet."""
        self._lines = self._worked()
        self._head = next(self._lines)
        self.sheets = tuple(Sheet(name, hidden) for name, hidden in self._head["sheets"])
        self.sheet = self._head["sheet"]
        self.system_1904 = self._head.get("1904", False)
        yield

    def __iter__(self) -> Iterator[tuple[int, Cells]]:
        """The rows that have something in them."""
        for number, cells in self._lines:
            self._read = number
            yield number, tuple(cells)

    def _worked(self) -> Iterator[Any]:
        """What the worker says, line by line.

        :raises InputError: that which the worker raised, or, where it was ended, that the workbook is too large.
        """
        source, content = _as_input(self._file)
        with subprocess.Popen(  # noqa: S603 - this Python, with a program of ours
            [sys.executable, "-P", "-c", _WORKER, self._wanted],
            env=os.environ | {"PYTHONPATH": os.pathsep.join((str(_ROOT), os.environ.get("PYTHONPATH", "")))},
            stdin=source,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        ) as worker:
            try:
                if worker.stdin and content:
                    _give(worker.stdin, content)
                said = None
                for line in worker.stdout or ():
                    said = json.loads(line)
                    if isinstance(said, dict) and "error" in said:
                        raise InputError(*said["error"])
                    if said == "end":
                        return
                    yield said
                raise InputError("file", "size", wording.roster.NOT_UNPACKED)
            finally:
                worker.kill()


def _as_input(file: BinaryIO) -> tuple[Any, bytes]:
    """A file as a process takes it: the file itself, or its content where it is none of the system's."""
    file.seek(0)
    try:
        file.fileno()
    except UnsupportedOperation:
        return subprocess.PIPE, file.read()
    return file, b""


def _give(pipe: Any, content: bytes) -> None:
    """All of it: the worker says nothing before it has heard everything. One that has ended hears nothing any more."""
    try:
        pipe.write(content)
        pipe.close()
    except BrokenPipeError:
        pass
