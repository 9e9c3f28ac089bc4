"""A message as it is read: one spelling for what can be written in many, and the way back to what was written.

What is looked for is looked for in the plain text; what is shown to a reader is cut from the text as it was. So every
character of the plain text knows where it stood. Each step goes through the text once.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import chain, groupby

from calculator.messages.characters import COMMON_SLIPS, HONEST_WORDS, LOOK_ALIKES, PICTURES, PINYIN, VARIANTS
from calculator.messages.traditional import TRADITIONAL

__all__ = ["Disguise", "Plain", "plain"]


class Disguise(StrEnum):
    """How a word was hidden from a filter."""

    SPLIT = "split"
    """Something stands between its characters that is no punctuation: 社-保卡, 微❤信."""
    UNSEEN = "unseen"
    """Something stands between its characters that nobody sees, or it is written backwards and shown forwards."""
    LOOK_ALIKE = "look-alike"
    """A character stands for another, a traditional one among simplified ones included: 杜保, 银行鉲, 査看."""
    SOUND = "sound"
    """It is written as it sounds: shebao."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """A character of the plain text, and what it was: original characters from ``start`` to before ``end``.

    ``how`` says in which way it is not what was written, ``before`` what was dropped in front of it.
    """

    char: str
    start: int
    end: int
    how: Disguise | None = None
    before: Disguise | None = None


@dataclass(frozen=True, slots=True)
class Plain:
    """The plain text: its punctuation is half-width but for ``。`` and ``、``, and its letters are small."""

    text: str
    pieces: tuple[_Piece, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where ``text[start:end]``, at least one character, stands in the original: its first character, and its end."""
        found = self.pieces[start:end]
        return min(one.start for one in found), max(one.end for one in found)

    def disguises(self, start: int, end: int) -> set[Disguise]:
        """The ways in which the word ``text[start:end]`` was hidden."""
        found = {one.how for one in self.pieces[start:end]} | {one.before for one in self.pieces[start + 1 : end]}
        return {one for one in found if one}


def plain(text: str) -> Plain:
    """Read a message. Nothing that was written makes it fail."""
    pieces = _respelled(_closed_up(list(_read(text))))
    return Plain(_text(pieces), tuple(pieces))


def _text(pieces: Iterable[_Piece]) -> str:
    return "".join(one.char for one in pieces)


# Characters -----------------------------------------------------------------------------------------------------------

_BACKWARDS = re.compile("\u202e([^\u202c\u202e\n]*)")
"""A stretch that is shown from its end to its beginning."""
_PUNCTUATION = str.maketrans({"…": ",", "⋯": ",", "｡": "。", "\t": " ", "\r": "\n", "\x0b": "\n", "\x0c": "\n"})
_TONED = re.compile("[à-öø-ÿāēěīńňōūǎǐǒǔǖǘǚǜḿǹ]")
"""Letters with the tone of a sound: bǎo."""
_NUMBERED = re.compile("(?<=[\u3400-\u9fff])[\u2460-\u249b\u24ea-\u24ff\u2776-\u2793](?=[\u3400-\u9fff])")
"""A number in a circle between two characters: 社①保②卡."""
_UNSEEN = frozenset(("Cc", "Cf", "Cn", "Co", "Cs", "Mn", "Me"))
_SIMPLIFIED = frozenset(TRADITIONAL.values())
_MOST_OF_ONE = 12
"""One of Unicode's characters stands for eighteen others; no word that we look for is among them."""


def _read(text: str) -> Iterator[_Piece]:
    """Every character in its plain form, those that nobody sees left out."""
    # Somebody who writes traditional characters hides nothing; a few among simplified ones do.
    traditional = sum(char in TRADITIONAL for char in text)
    mixed = Disguise.LOOK_ALIKE if traditional <= sum(char in _SIMPLIFIED for char in text) else None
    numbered = {found.start() for found in _NUMBERED.finditer(text)}
    dropped: Disguise | None = None
    for place, backwards in _places(text):
        char = text[place].translate(_PUNCTUATION)
        spread = unicodedata.normalize("NFKC", char).lower()[:_MOST_OF_ONE]
        spread = unicodedata.normalize("NFD", spread)[0] if _TONED.fullmatch(spread) else spread
        kind = unicodedata.category(char)
        if text[place] == "\r" and text.startswith("\n", place + 1):
            continue
        if pictured := PICTURES.get(text[max(0, place - 1) : place + 1]):
            yield from (_Piece(one, place, place + 1, Disguise.LOOK_ALIKE, dropped) for one in pictured)
            dropped = None
            continue
        if (kind in _UNSEEN and char != "\n") or (kind in ("So", "Sk") and spread == char) or place in numbered:
            dropped = dropped or (Disguise.UNSEEN if kind in _UNSEEN else Disguise.SPLIT)
            continue
        how = Disguise.UNSEEN if backwards else None
        for one in spread:
            if one in LOOK_ALIKES:
                yield _Piece(LOOK_ALIKES[one], place, place + 1, Disguise.LOOK_ALIKE, dropped)
            elif one in TRADITIONAL:
                yield _Piece(TRADITIONAL[one], place, place + 1, mixed, dropped)
            elif unicodedata.category(one) not in _UNSEEN or one == "\n":
                yield _Piece(" " if one.isspace() and one != "\n" else one, place, place + 1, how, dropped)
            dropped = None


def _places(text: str) -> Iterator[tuple[int, bool]]:
    """The places of a text's characters in the order in which they are shown, and whether they stand backwards."""
    done = 0
    for stretch in _BACKWARDS.finditer(text):
        yield from ((place, False) for place in range(done, stretch.start()))
        yield from ((place, True) for place in range(stretch.end() - 1, stretch.start(), -1))
        done = stretch.end()
    yield from ((place, False) for place in range(done, len(text)))


# What stands between characters ---------------------------------------------------------------------------------------

_ONE_BY_ONE = re.compile(r"(?<!\S)(?:\S ){4,}\S(?!\S)")
"""Characters that stand one by one with spaces between: s b - 1 2 . c c."""
_BETWEEN = re.compile(r"(?<=[\u3400-\u9fff])(?: ?\n ?|[ \-_*·•.|+=#&'`/\\^~]+)(?=[\u3400-\u9fff])")
"""What stands between two Chinese characters and is no punctuation, the end of a line that was only full included."""
_AROUND_A_LETTER = re.compile(
    r"(?<=[\u3400-\u9fff])[\-_*·•|~^]{1,3}(?=[a-z](?![a-z0-9]))|(?<=(?<![a-z0-9])[a-z])[\-_*·•|~^]{1,3}(?=[\u3400-\u9fff])"
)
"""The same around a single letter: 加-q-群."""
_MOST_BETWEEN = 3
"""More than so many are a line drawn across, not a word taken apart."""


def _closed_up(pieces: list[_Piece]) -> list[_Piece]:
    single = _without_doubled_spaces(pieces)
    spaces = {
        place: Disguise.SPLIT
        for stretch in _ONE_BY_ONE.finditer(_text(single))
        for place in range(stretch.start(), stretch.end())
        if single[place].char == " "
    }
    close = _without(single, spaces)
    between: dict[int, Disguise | None] = {}
    for found in chain(_BETWEEN.finditer(_text(close)), _AROUND_A_LETTER.finditer(_text(close))):
        drawn = found[0].strip(" \n")
        if len(drawn) <= _MOST_BETWEEN:
            between |= dict.fromkeys(range(found.start(), found.end()), Disguise.SPLIT if drawn else None)
    return _without(close, between)


def _without_doubled_spaces(pieces: list[_Piece]) -> list[_Piece]:
    return [
        one
        for is_space, group in groupby(pieces, lambda piece: piece.char == " ")
        for place, one in enumerate(group)
        if not is_space or place == 0
    ]


def _without(pieces: list[_Piece], dropped: dict[int, Disguise | None] | dict[int, Disguise]) -> list[_Piece]:
    """The pieces but those at some places, which are told by the piece that follows them."""
    kept: list[_Piece] = []
    before: Disguise | None = None
    for place, piece in enumerate(pieces):
        if place in dropped:
            before = before or dropped[place] or piece.before
        else:
            kept.append(replace(piece, before=piece.before or before) if before else piece)
            before = None
    return kept


# Spelling -------------------------------------------------------------------------------------------------------------


def _longest_first(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


_SOUNDS = re.compile(rf"(?<![a-z0-9./@-])(?:{_longest_first(PINYIN)})+(?![a-z0-9./@-])")
_SOUND = re.compile(_longest_first(PINYIN))
_SPELLINGS = re.compile(
    rf"(?<![a-z0-9./@])(?:{_longest_first(HONEST_WORDS)}|(?:{_longest_first(VARIANTS)})(?![a-z.]|[a-z0-9-]{{1,40}}\.[a-z]))"
)
"""Not where an address of the web goes on: wx--rz.fun."""


def _respelled(pieces: list[_Piece]) -> list[_Piece]:
    heard = [
        (stretch.start() + word.start(), stretch.start() + word.end(), PINYIN[word[0]], Disguise.SOUND)
        for stretch in _SOUNDS.finditer(_text(pieces))
        for word in _SOUND.finditer(stretch[0])
    ]
    pieces = _replaced(pieces, heard)
    spelt = [
        (word.start(), word.end(), VARIANTS[word[0]], None if word[0] in COMMON_SLIPS else Disguise.LOOK_ALIKE)
        for word in _SPELLINGS.finditer(_text(pieces))
        if word[0] in VARIANTS
    ]
    return _replaced(pieces, spelt)


def _replaced(pieces: list[_Piece], words: Iterable[tuple[int, int, str, Disguise | None]]) -> list[_Piece]:
    """The pieces with some words in another spelling, each of whose characters stands where the whole word stood."""
    result: list[_Piece] = []
    done = 0
    for start, end, spelling, how in words:
        old = pieces[start:end]
        hidden = how or next((one.how or one.before for one in old if one.how or one.before), None)
        first, last = min(one.start for one in old), max(one.end for one in old)
        result += pieces[done:start]
        result += (_Piece(char, first, last, hidden) for char in spelling)
        done = end
    return result + pieces[done:]
