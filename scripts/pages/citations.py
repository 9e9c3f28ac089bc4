"""Turn references such as ``[^F046]`` into footnotes that name title, issuer, date and the day of the check."""

import re

from calculator.sources import GRADES, Fact, Support, documents, facts

__all__ = ["REFERENCE", "cited_facts", "confidence", "footnotes", "linked", "support_text"]

REFERENCE = re.compile(r"\[\^([FNS]\d{3}|rules)\]")

_EVIDENCE = {
    "recalled": "凭记忆写下，还没有核对到原文",
    "read+recalled": "一部分读到文本，一部分凭记忆",
    "derived": "由已读到的文本推出",
}

_UNSEEN = ("只见引用", "未见原文", "只见目录与摘要")
"""Ways of reading that a reader must know of: the document itself was not seen."""


def cited_facts(markdown: str) -> list[str]:
    """The ids of the facts that a page refers to, each once, in the order of their first appearance."""
    return list(dict.fromkeys(REFERENCE.findall(markdown)))


def footnotes(markdown: str, root: str) -> str:
    """The definitions of a page's footnotes. ``root`` leads from the page to the folder of all pages.

    :raises KeyError: for a reference to a fact that does not exist.
    """
    return "\n".join(f"[^{fact}]: {_footnote(facts()[fact], root)}" for fact in cited_facts(markdown))


def _footnote(fact: Fact, root: str) -> str:
    supports = "；".join(support_text(support) for support in fact.sources)
    source = f"[{fact.id}]({root}about/sources.md#{fact.id.lower()})"
    return f"{supports or fact.claim.rstrip('。')}。{confidence(fact)}。{source}"


def confidence(fact: Fact) -> str:
    """How far a fact can be trusted, how it was read where that matters, and the day of its check."""
    evidence = _EVIDENCE.get(fact.evidence, "") if fact.sources else ""
    return "，".join(part for part in (f"可信度{GRADES[fact.grade]}", evidence, f"{fact.checked_on}核对") if part)


def linked(title: str, url: str) -> str:
    """A title in Markdown, as a link if there is an official one."""
    return f"[{title}]({url})" if url else title


def support_text(support: Support) -> str:
    """One document with the place in it, linked if it is official."""
    document = documents()[support.document]
    title = linked(document.title, document.url)
    unseen = document.read_as if document.read_as in _UNSEEN else ""
    details = "，".join(part for part in (document.issuer, document.number, document.date, unseen) if part)
    return f"{title}{support.locator}" + (f"（{details}）" if details else "")
