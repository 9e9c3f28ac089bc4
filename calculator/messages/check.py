"""A message, checked: the signs in it, what they mean together, and the days in it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from calculator import wording
from calculator.errors import InputError
from calculator.messages.combinations import Verdict, decide
from calculator.messages.days import DayKind, named_days
from calculator.messages.evidence import evidence
from calculator.messages.finding import Place, Text
from calculator.messages.numbers import is_foreign
from calculator.messages.plain import Plain, plain
from calculator.messages.signs import SIGNS, Kind

__all__ = ["MAX_CHARACTERS", "WEAKER", "Check", "FoundDay", "FoundSign", "check"]

MAX_CHARACTERS = 10_000
"""Much longer than any message; what is longer was pasted by mistake."""

_MOST_OF_ONE = 5
"""Places of one sign that are told: more of them say nothing new."""


@dataclass(frozen=True, slots=True)
class FoundSign:
    """A sign, and the words of the message that show it: ``text[start:end]`` of the message as it was given.

    The sign that only the sender shows has no words, and ``start`` and ``end`` are 0.
    """

    id: str
    words: str
    start: int
    end: int

    @property
    def kind(self) -> Kind:
        """What sort of sign it is."""
        return SIGNS[self.id].kind

    @property
    def name(self) -> str:
        """What a citizen calls it."""
        return wording.messages.SIGNS[self.id][0]

    @property
    def why(self) -> str:
        """Why it matters."""
        return wording.messages.SIGNS[self.id][1]

    @property
    def fact(self) -> str:
        """The id of the fact that it rests on."""
        return SIGNS[self.id].fact


@dataclass(frozen=True, slots=True)
class FoundDay:
    """A day named in the message, what its words say it is, and those words: ``text[start:end]`` of the message."""

    day: date
    kind: DayKind
    words: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Check:
    """What is to be said of a message.

    ``reason`` is the id of the combination of signs that gave the verdict. ``signs`` stand in the order in which they
    are shown: by kind, and within a kind as they stand in the message. ``days`` stand as in the message.
    """

    text: str
    verdict: Verdict
    reason: str
    signs: tuple[FoundSign, ...]
    days: tuple[FoundDay, ...]

    @property
    def because(self) -> str:
        """Why this verdict, in a sentence or two."""
        return wording.messages.BECAUSE[self.reason]

    @property
    def advice(self) -> str:
        """What is right whatever the message is."""
        return wording.messages.ADVICE


def check(text: str, sender: str = "") -> Check:
    """Check a message as it was received, or what a caller said as somebody typed it.

    The sender proves nothing, because numbers and names of senders are forged (facts S038, S041): a number from abroad
    can make the verdict more cautious, and no sender makes it less so.

    >>> check("您的社保卡异常，请点 sb.例子.cc 办理").verdict
    <Verdict.SCAM: 'scam'>

    :raises InputError: if there is no text, nothing in it can be read, or it is longer than ``MAX_CHARACTERS``.
    """
    if not text.strip():
        raise InputError("text", "empty", wording.messages.EMPTY)
    if len(text) > MAX_CHARACTERS:
        raise InputError("text", "too-long", wording.messages.too_long(MAX_CHARACTERS))
    read = plain(text)
    if not any(char.isalnum() for char in read.text):
        raise InputError("text", "unreadable", wording.messages.UNREADABLE)
    words = Text(read.text)
    places = evidence(read, words)
    if is_foreign(sender):
        places.setdefault("foreign-sender", [])
    decided = decide(places.keys())
    named = frozenset().union(*decided.groups)
    shown = {id: found for id, found in places.items() if id in named or id not in _TELLS_LITTLE}
    return Check(text, decided.verdict, decided.id, tuple(_signs(text, read, shown)), tuple(_days(text, read, words)))


_ORDER = {kind: place for place, kind in enumerate(Kind)}
_TELLS_LITTLE = frozenset(("channel", "must", "otherwise", "promised"))
"""Signs so common that they are shown only where they decide."""
_SAID_BETTER = {
    "keys": ("code", "code-typed", "password", "password-typed", "card", "card-typed"),
    "sum": ("pay", "transfer"),
}
"""Weaker signs, and those that say the same words better."""
WEAKER = _TELLS_LITTLE | _SAID_BETTER.keys()
"""Signs that say little by themselves, or what another says better."""


def _signs(text: str, read: Plain, places: dict[str, list[Place]]) -> Iterator[FoundSign]:
    found = [
        (_ORDER[SIGNS[id].kind], start, end, id)
        for id, plain_places in _said_once(places).items()
        if SIGNS[id].kind is not Kind.MANNER
        for start, end in _apart(read.span(*place) for place in plain_places)
    ]
    if places.get("foreign-sender") == []:
        found.append((_ORDER[Kind.DISGUISE], 0, 0, "foreign-sender"))
    for _, start, end, id in sorted(found):
        yield FoundSign(id, text[start:end], start, end)


def _said_once(places: dict[str, list[Place]]) -> dict[str, list[Place]]:
    """The signs without the weaker ones where a better one says the same words."""
    once = dict(places)
    for id, better in _SAID_BETTER.items():
        said = {at for other in better for place in places.get(other, ()) for at in range(*place)}
        once[id] = [place for place in places.get(id, ()) if said.isdisjoint(range(*place))]
    return once


def _apart(places: Iterator[Place]) -> list[Place]:
    """The first few places, those that meet put together."""
    apart: list[Place] = []
    for start, end in sorted(places):
        if apart and start < apart[-1][1]:
            apart[-1] = apart[-1][0], max(end, apart[-1][1])
        else:
            apart.append((start, end))
    return apart[:_MOST_OF_ONE]


def _days(text: str, read: Plain, words: Text) -> Iterator[FoundDay]:
    for one in named_days(words):
        start, end = read.span(one.start, one.end)
        yield FoundDay(one.day, one.kind, text[start:end], start, end)
