"""The facts that this guide rests on, and the documents behind them.

``facts.json`` holds one claim per id (``F001`` …) with its grade, and ``documents.json`` the laws, notices and pages
that support the claims. Both are data: nothing here decides anything.
"""

from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

from calculator.data.read_json import read_json

__all__ = ["GRADES", "Document", "Fact", "Support", "citation", "documents", "facts"]

GRADES = {"high": "高", "medium": "中", "low": "低"}
"""How far a fact can be trusted, in a citizen's word."""


@dataclass(frozen=True, slots=True)
class Document:
    """A law, a notice or a page. ``url`` is empty unless it leads to an official site."""

    id: str
    title: str
    issuer: str
    number: str
    date: str
    url: str
    kind: str
    read_as: str
    note: str


@dataclass(frozen=True, slots=True)
class Support:
    """Where in a document a fact stands, for example its article."""

    document: str
    locator: str


@dataclass(frozen=True, slots=True)
class Fact:
    """One claim, how far it can be trusted, what supports it, and the day (ISO) on which that was last compared."""

    id: str
    claim: str
    grade: str
    evidence: str
    sources: tuple[Support, ...]
    checked_on: str
    note: str


@cache
def documents() -> MappingProxyType[str, Document]:
    """Every document by its id."""
    return MappingProxyType({id: Document(id=id, **fields) for id, fields in _load("documents.json").items()})


@cache
def facts() -> MappingProxyType[str, Fact]:
    """Every fact by its id."""
    return MappingProxyType(
        {
            id: Fact(id=id, **fields | {"sources": tuple(Support(**support) for support in fields["sources"])})
            for id, fields in _load("facts.json").items()
        }
    )


def citation(fact: str) -> str:
    """The fact's first document in a few words with the day on which it was checked, for the foot of a sentence.

    :raises KeyError: if there is no such fact.
    """
    found = facts()[fact]
    if not found.sources:
        return f"本站推算，{found.checked_on}核对"
    first = found.sources[0]
    more = "等" if len(found.sources) > 1 else ""
    return f"{documents()[first.document].title}{first.locator}{more}，{found.checked_on}核对"


def _load(name: str) -> dict[str, dict[str, Any]]:
    loaded: dict[str, dict[str, Any]] = read_json(__name__, name)
    return loaded
