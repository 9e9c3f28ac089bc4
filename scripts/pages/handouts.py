"""Handouts: one sheet of A4 each, made for the wall or the hand.

A handout is a page like any other, ``docs/handouts/*.md``, with a sheet in it that print.css and handout.css lay out. Its
front matter names with ``handout:`` the page of the guide that it sums up. Here its icons are drawn and its foot is set:
whom to ask, the sources in one line, and a QR code.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from html import escape
from pathlib import Path

import segno

from calculator.sources import documents, facts
from calculator.wording.days import day_in_words
from scripts.pages.citations import cited_facts
from scripts.pages.counts import with_counts
from scripts.settings.paths import DOCS, WEB
from scripts.settings.site_url import public_address

__all__ = ["DATE_TABLE", "Handout", "handout_foot", "handouts", "with_handout_parts"]

_ORDER = ("methods", "fraud", "deadline", "suspended", "helper", "benefits")
_ICONS = WEB / "icons" / "handouts"
_ICON = re.compile(r"<!-- icon: ([a-z]+) -->")
_FOOT = "<!-- handout foot -->"
_WAY_BACK = "打印出来，正好是一张A4纸。别的看[打印与下载](../downloads/index.md)。"
_FIELD = re.compile(r"^(title|description|checked|handout): (.+)$", re.MULTILINE)

_TOLD = ("law", "regulation", "ministry")
"""Kinds of documents in the order in which they are named at the foot; all others stand on the page alone."""
_READ = ("全文", "存档")
"""How the reading of a document begins that was seen itself: only such are named on paper."""
_TOLD_AT_MOST = 3


@dataclass(frozen=True, slots=True)
class Handout:
    """Something to print: ``source`` is the page that is printed, ``page`` the page of the guide that it leads to.

    Both are addresses from the root of the site.
    """

    name: str
    title: str
    description: str
    source: str
    page: str


DATE_TABLE = Handout(
    name="date-table",
    title="日期对照表",
    description="三年里每一天认证，截止日是哪天。找到上次认证的那一天，同一行就是截止日，多数地方当天办也算按时。拿不准，打12333。",
    source="date-table/",
    page="date-table/",
)
"""The one handout of many sheets, which is a page of the guide itself."""


def handouts() -> Iterator[Handout]:
    """Every handout that is written as a page, what most people need first."""
    for name in _ORDER:
        yield _handout(name, with_counts((DOCS / "handouts" / f"{name}.md").read_text(encoding="utf-8")))


def _handout(name: str, markdown: str) -> Handout:
    fields = dict(_FIELD.findall(markdown))
    return Handout(name, fields["title"], fields["description"], f"handouts/{name}/", fields["handout"])


def with_handout_parts(path: Path, markdown: str) -> str:
    """A handout's Markdown with its icons and its foot in place."""
    checked = date.fromisoformat(dict(_FIELD.findall(markdown))["checked"])
    foot = handout_foot(_handout(path.stem, markdown), checked, cited_facts(markdown))
    drawn = _ICON.sub(lambda icon: (_ICONS / f"{icon[1]}.svg").read_text(encoding="utf-8").strip(), markdown)
    return f"{drawn.replace(_FOOT, foot)}\n{_WAY_BACK}\n"


def handout_foot(handout: Handout, checked: date, cited: list[str]) -> str:
    """Whom to ask, where the sources are, and a code for a telephone's camera, as HTML."""
    address = public_address(handout.page)
    told = f"<p>{escape(re.sub(r'^https?://', '', address))}</p>" if address else ""
    code = segno.make(address or handout.description, error="m", micro=False).svg_inline(
        border=0, omitsize=True, svgclass="qr", lineclass=None, title=None, unit=None
    )
    return f"""<div class="sheet-foot" markdown="0">
<div class="sheet-ask">
<p>拿不准，打 <strong>12333</strong> 问参保的地方</p>
<p>本社区电话：<span class="blank blank-l"></span></p>
<p class="sheet-sources">{_sources(cited)}{day_in_words(checked)}核对。“养老认证指南”编，不是官方文件，以参保地社保局的答复为准。</p>
</div>
<div class="sheet-code">{code}{told}<p>本站的，不扫也行</p></div>
</div>"""


def _sources(cited: list[str]) -> str:
    """The most official documents behind the facts cited, by title, and how many more there are."""
    behind = {support.document for fact in cited if fact in facts() for support in facts()[fact].sources}
    ranked = sorted(
        (
            documents()[id]
            for id in behind
            if documents()[id].kind in _TOLD and documents()[id].read_as.startswith(_READ)
        ),
        key=lambda document: (_TOLD.index(document.kind), document.title),
    )
    titles = list(dict.fromkeys(document.title for document in ranked))[:_TOLD_AT_MOST]
    named = escape("".join(titles)) + "等" if titles else ""
    return f"依据{named}{len(behind)}份资料，出处逐句写在网页上。" if behind else ""
