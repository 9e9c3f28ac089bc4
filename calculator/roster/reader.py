"""What the readers of every kind of file have in common."""

from abc import ABC, abstractmethod
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from calculator.roster.columns import Cells
from calculator.wording.roster import Remark

__all__ = ["Rows", "Sheet"]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of a workbook. ``hidden`` ones are not shown to whoever opens it; they may be chosen all the same."""

    name: str
    hidden: bool = False


class Rows(ABC):
    """A reader of one kind of file: gives each row once, with its number as a spreadsheet counts, from 1.

    ``sheets`` are those of a workbook, ``sheet`` is the place of the one that is read among them, or -1 where the file
    has none.

    :param sheet: the name or the number, from 1, of the sheet to read; "" for the one that looks most like a roster.
    """

    system_1904 = False
    sheets: tuple[Sheet, ...] = ()
    sheet = -1

    def __init__(self, file: BinaryIO, sheet: str = "") -> None:
        self._file = file
        self._wanted = sheet

    @property
    @abstractmethod
    def share(self) -> float:
        """How much of the file has been read, from 0 to 1."""

    @property
    @abstractmethod
    def remarks(self) -> tuple[Remark, ...]:
        """What whoever uses the rows should know of how they were read. All of it is known at the end."""

    @abstractmethod
    def prepare(self) -> Generator[None]:
        """Do what takes long before the first row, in steps that are short.

        :raises InputError: if the file cannot be read.
        """

    @abstractmethod
    def __iter__(self) -> Iterator[tuple[int, Cells]]:
        """The rows.

        :raises InputError: where the file cannot be read on.
        """
