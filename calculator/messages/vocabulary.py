"""The words of the table of signs, in groups of one meaning, so that a sign is written as “say … code”.

All are literals, in simplified characters and small letters, as ``plain`` leaves a message; the words of a group stand
apart by spaces. Where a longer word of ``EXCEPTIONS`` covers a word of a group, the word does not count: 报 is to say
something, 报销 is not.
"""

from collections.abc import Mapping
from types import MappingProxyType

from calculator.messages.words import classes, deeds, keys, lures, manners, money, shapes, threats

__all__ = ["EXCEPTIONS", "SHAPES", "WORDS"]

_SUBJECTS = (keys, money, threats, lures, deeds, manners)

WORDS: Mapping[str, str] = MappingProxyType(
    {name: words for one in (*_SUBJECTS, classes) for name, words in one.WORDS.items()}
)
"""Every group by its name."""

EXCEPTIONS: Mapping[str, str] = MappingProxyType(
    {name: words for one in _SUBJECTS for name, words in one.EXCEPTIONS.items()}
)
"""Longer words in which a word of a group means another thing."""

SHAPES: Mapping[str, str] = MappingProxyType(shapes.SHAPES | classes.SHAPES)
"""Short patterns by their names, for what no list of words can hold."""
