"""Where the words of the vocabulary stand in a plain text, and where a row of them makes a sign.

The text is gone through once for all words, and once for each shape. A row is then put together from the places found:
each first word looks for the next behind it within a bounded distance. So the work grows as the text does.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import chain

from calculator.messages.signs import SIGNS
from calculator.messages.vocabulary import EXCEPTIONS, SHAPES, WORDS

__all__ = ["LONGEST_QUOTATION", "Place", "Text"]

Place = tuple[int, int]
"""From the first character to before the end."""

_SIDE_BY_SIDE, _IN_A_CLAUSE, _IN_A_SENTENCE = 1, 10, 22
"""How many characters may stand between two words of a row."""


@dataclass(frozen=True, slots=True)
class _Step:
    """A word of a row: its group, and how far from the last it may begin, across commas or not."""

    group: str
    reach: int
    across_clauses: bool


@cache
def _rows() -> Mapping[str, tuple[tuple[_Step, ...], ...]]:
    """The rows of each sign."""
    return {id: tuple(_row(text) for text in sign.shown_by) for id, sign in SIGNS.items()}


def _row(text: str) -> tuple[_Step, ...]:
    steps: list[_Step] = []
    reach, across = _SIDE_BY_SIDE, False
    for part in text.split(" "):
        if part in ("~", "…"):
            reach, across = (_IN_A_CLAUSE, False) if part == "~" else (_IN_A_SENTENCE, True)
        else:
            # A comma that is itself a step stands between clauses.
            steps.append(_Step(part, reach, across or "," in part or bool(steps and "," in steps[-1].group)))
            reach, across = _SIDE_BY_SIDE, False
    return tuple(steps)


@cache
def _index() -> Mapping[str, tuple[tuple[str, str, bool], ...]]:
    """By their first two characters: each word with its group, and whether it is an exception of that group.

    A word of one character stands under that. The most common first characters begin hundreds of words, and hardly any
    two begin more than a few.
    """
    found: dict[str, set[tuple[str, str, bool]]] = defaultdict(set)
    for excepted, table in ((False, WORDS), (True, EXCEPTIONS)):
        for group, words in table.items():
            # What is said to 您 is said to 你 as well.
            for word in {*words.split(), *words.replace("您", "你").split()}:
                found[word[:2]].add((word, group, excepted))
    for rows in _rows().values():
        for group in (step.group for row in rows for step in row):
            if group not in WORDS and group not in SHAPES:
                for word in group.split("|"):
                    found[word[:2]].add((word, group, False))
    return {beginning: tuple(sorted(words)) for beginning, words in found.items()}


@cache
def _shapes() -> Mapping[str, re.Pattern[str]]:
    return {name: re.compile(shape) for name, shape in SHAPES.items()}


_CLAUSE_ENDS = frozenset(",")
_SENTENCE_ENDS = frozenset("。!?;\n")
LONGEST_QUOTATION = 160


class Text:
    """A plain text with the places of all words of the vocabulary in it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._clauses, self._sentences = _numbered(text)
        self._places = self._words()
        for name, shape in _shapes().items():
            self._places[name] = [match.span() for match in shape.finditer(text)]

    def places(self, group: str) -> list[Place]:
        """Where the words of a group stand, from left to right."""
        return self._places.get(group, [])

    def has(self, groups: str, first: int, last: int) -> bool:
        """Whether a word of any of some groups, apart by spaces, begins between two places."""
        return any(
            at < len(places) and places[at][0] < last
            for places in map(self.places, groups.split())
            for at in (bisect_left(places, (first, 0)),)
        )

    def sign(self, id: str) -> Iterator[Place]:
        """Where a sign is shown."""
        for row in _rows()[id]:
            for place in self._places.get(row[0].group, ()):
                end = self._end_of(row, place)
                if end is not None:
                    yield place[0], end

    def sentence(self, place: int) -> Place:
        """The sentence around a character."""
        return self._around(self._sentences, place)

    def clause(self, place: int) -> Place:
        """The clause around a character."""
        return self._around(self._clauses, place)

    def _around(self, numbers: list[int], place: int) -> Place:
        number = numbers[place]
        return bisect_left(numbers, number), bisect_left(numbers, number + 1)

    def _end_of(self, row: tuple[_Step, ...], first: Place) -> int | None:
        """Where a row ends that begins with a word, if its other words follow."""
        start, end = first
        for step in row[1:]:
            places = self.places(step.group)
            at = bisect_left(places, (end, 0))
            if at == len(places) or places[at][0] - end > step.reach:
                return None
            numbers = self._sentences if step.across_clauses else self._clauses
            if numbers[places[at][0]] != numbers[start]:
                return None
            start, end = places[at]
        return end

    def _words(self) -> dict[str, list[Place]]:
        index = _index()
        longest: dict[str, dict[int, int]] = defaultdict(dict)
        exceptions: dict[str, dict[int, int]] = defaultdict(dict)
        text = self.text
        for start, first in enumerate(text):
            for word, group, excepted in chain(index.get(first, ()), index.get(text[start : start + 2], ())):
                if text.startswith(word, start):
                    ends = (exceptions if excepted else longest)[group]
                    ends[start] = max(start + len(word), ends.get(start, 0))
        return {
            group: [place for place in ends.items() if not _covered(place, exceptions[group])]
            if group in exceptions
            else list(ends.items())
            for group, ends in longest.items()
        }


_LONGEST_EXCEPTION = max(len(word) for words in EXCEPTIONS.values() for word in words.split())


def _covered(place: Place, exceptions: Mapping[int, int]) -> bool:
    start, end = place
    return any(exceptions.get(begin, 0) >= end for begin in range(start - _LONGEST_EXCEPTION, start + 1))


def _numbered(text: str) -> tuple[list[int], list[int]]:
    """The number of the clause and of the sentence in which each character stands.

    What somebody else's words in quotation marks say does not end the sentence around them.
    """
    clauses, sentences = [], []
    clause = sentence = 0
    quoted_until = -1
    for place, char in enumerate(text):
        clauses.append(clause)
        sentences.append(sentence)
        if char == "“" and place > quoted_until:
            quoted_until = text.find("”", place, place + LONGEST_QUOTATION)
        if char in _SENTENCE_ENDS:
            clause += 1
            sentence += place > quoted_until
        elif char in _CLAUSE_ENDS:
            clause += 1
    return clauses, sentences
