"""Turn references such as ``[^F046]`` into footnotes that name title, issuer, date and the day of the check."""

import re
from html import escape

from calculator.sources import GRADES, Fact, Support, documents, facts

__all__ = ["REFERENCE", "cited_facts", "footnotes", "support_text"]

REFERENCE = re.compile(r"\[\^(F\d{3}|rules)\]")

_EVIDENCE = {
    "recalled": "凭记忆写下，还没有核对到原文",
    "read+recalled": "一部分读到文本，一部分凭记忆",
    "derived": "由已读到的文本推出",
}


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
    remarks = [f"可信度{GRADES[fact.grade]}"]
    if fact.evidence in _EVIDENCE:
        remarks.append(_EVIDENCE[fact.evidence])
    remarks.append(f"{fact.checked_on}核对")
    label = fact.id if fact.id.startswith("F") else "计算程序"
    return (
        f"{supports or escape(fact.claim)}。{'，'.join(remarks)}。[{label}]({root}about/sources.md#{fact.id.lower()})"
    )


def support_text(support: Support) -> str:
    """One document with the place in it, linked if it is official."""
    document = documents()[support.document]
    title = f"[{document.title}]({document.url})" if document.url else document.title
    details = "，".join(part for part in (document.issuer, document.number, document.date) if part)
    return f"{title}{support.locator}" + (f"（{details}）" if details else "")
