"""Cells of a workbook that are not as they should be. Other programs open such a workbook, and so it is opened here."""

from dataclasses import dataclass

from calculator import wording

__all__ = ["Odd"]


@dataclass(slots=True)
class Odd:
    """How many cells of a sheet have something in them, and how many are not as they should be: formulas without values,
    texts that the workbook does not have, cells and rows that do not say where they stand. One of them spoils one row at most."""

    written: int = 0
    without_value: int = 0
    missing: int = 0
    misplaced: int = 0

    @property
    def is_most_of_it(self) -> bool:
        """Whether so much is missing or misplaced that the workbook is damaged."""
        odd = self.missing + self.misplaced
        return odd > 0 and odd * 2 >= self.written

    @property
    def remarks(self) -> tuple[wording.roster.Remark, ...]:
        """What is to be said of them."""
        words = wording.roster
        found = (
            (self.without_value, words.formulas_without_values),
            (self.missing, words.texts_missing),
            (self.misplaced, words.cells_misplaced),
        )
        return tuple(tell(count) for count, tell in found if count)
