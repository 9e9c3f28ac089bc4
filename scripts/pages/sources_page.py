"""The page that lists every document and every fact that the guide refers to."""

from datetime import date

from calculator.sources import Document, Fact, documents, facts
from scripts.pages.citations import confidence, linked, support_text

__all__ = ["sources_page"]

_KINDS = {
    "law": "法律",
    "regulation": "行政法规",
    "ministry": "国家部门的文件和说明",
    "standard": "国家标准",
    "local": "各地的通知和说明",
    "embassy": "使领馆",
    "media": "报纸和新闻",
    "repost": "转载",
    "template": "网上的模板文章",
}


def sources_page(checked: date) -> str:
    """The page in Markdown; every fact has its own anchor, such as ``#f046``."""
    return f"""---
title: 资料来源
description: 这本指南用到的每一部法律、每一份通知、每一条事实，谁写的、哪天写的、可信度多高、哪天核对的。
checked: {checked.isoformat()}
search:
  exclude: true
---

# 资料来源

每一页上的小数字都通到这里。先是文件，再是一条一条的事实。只有官方网站才给链接；转载、论坛和镜像不给链接。
可信度“高、中、低”是什么意思，看[本站怎样核对](checking.md)。

## 文件 {{#documents}}

{_documents()}

## 事实 {{#facts}}

{"\n\n".join(_fact(fact) for fact in facts().values())}
"""


def _documents() -> str:
    sections = []
    for kind, title in _KINDS.items():
        found = sorted((one for one in documents().values() if one.kind == kind), key=lambda one: (one.date, one.title))
        if found:
            sections.append(f"### {title} {{#kind-{kind}}}\n\n" + "\n".join(f"- {_document(one)}" for one in found))
    return "\n\n".join(sections)


def _document(document: Document) -> str:
    title = linked(document.title, document.url)
    details = "，".join(part for part in (document.issuer, document.number, document.date, document.read_as) if part)
    supports = [
        f"[{fact.id}](#{fact.id.lower()})"
        for fact in facts().values()
        if any(support.document == document.id for support in fact.sources)
    ]
    note = f"{document.note.rstrip('。')}。" if document.note else ""
    return f"{title}：{details}。{note}支持：{'、'.join(supports)}"


def _fact(fact: Fact) -> str:
    supports = "；".join(support_text(support) for support in fact.sources) or "本站推算"
    note = f"<br>{fact.note}" if fact.note else ""
    return (
        f"**{fact.id}** {fact.claim}<br>来源：{supports}<br>{confidence(fact)}{note}\n{{: #{fact.id.lower()} .fact }}"
    )
