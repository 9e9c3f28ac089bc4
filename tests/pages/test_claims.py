"""Every claim with a figure has a source, every reference exists, and every source says when it was checked."""

from datetime import date
from pathlib import Path

import pytest

from calculator.sources import GRADES, documents, facts
from scripts.pages.claims import faults, words_to_say
from scripts.settings.paths import DOCS

OFFICIAL = (".gov.cn", "china-embassy.org", "china-consulate.org", "chinacourt.org")


@pytest.mark.parametrize("page", sorted(DOCS.rglob("*.md")), ids=lambda page: str(page.relative_to(DOCS)))
def test_every_claim_on_a_page_has_its_source(page: Path) -> None:
    assert list(faults(page.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("认证有15天宽限。", ["no source: 认证有15天宽限。"]),
        ("按第三十条办。", ["no source: 按第三十条办。"]),
        ("六个月内办好。", ["no source: 六个月内办好。"]),
        ("- 一步\n- 交20元手续费", ["no source: - 交20元手续费"]),
        ("| 甲 | 乙 |\n|---|---|\n| 12个月 | 365天 |", ["no source: | 甲 | 乙 | |---|---| | 12个月 | 365天 |"]),
        ("| 甲 | 乙 |\n|---|---|\n| 12个月 | 365天 |\n\n来源见此。[^F034]", []),
        ("认证有15天宽限。[^F046]", []),
        ("没有这条事实。[^F999]", ["no such fact: [^F999]"]),
        ("The review takes 10 working days.", ["no source: The review takes 10 working days."]),
        ("打12333问。", []),
        ("## 满12个月 {#x}", []),
        ("先做第1步，再做第2步。", []),
        ('??? note "满12个月怎么数"\n\n    看当地。', []),
        ('!!! note "没有查到的"\n    满12个月怎么数。', ["no source: 满12个月怎么数。"]),
        ("问经办机构。", ["say 社保局, not 经办机构: 问经办机构。"]),
        ("## 问经办机构 {#ask}\n\n法律叫它“经办机构”。", []),
        ("---\nwords: explained\n---\n# 词\n\n经办机构就是社保局。", []),
        ("任何一天都能办。", ["promises too much: 任何一天都能办。"]),
        ("多数地方，哪天都能办。", []),
    ],
)
def test_the_check_finds_what_it_is_there_to_find(markdown: str, expected: list[str]) -> None:
    assert list(faults(markdown)) == expected


def test_no_word_to_say_is_at_the_same_time_one_not_to_say() -> None:
    assert words_to_say()["数法"] == "算法"
    assert not set(words_to_say()) & set(words_to_say().values())


@pytest.mark.parametrize("fact", facts().values(), ids=lambda fact: fact.id)
def test_every_fact_is_complete(fact) -> None:
    assert fact.claim.strip()
    assert fact.grade in GRADES
    assert fact.evidence in {"read", "recalled", "read+recalled", "derived"}
    assert date.fromisoformat(fact.checked_on)
    assert all(support.document in documents() for support in fact.sources)
    assert fact.sources or fact.evidence != "read"


def test_every_document_is_used_and_links_lead_to_official_sites_only() -> None:
    used = {support.document for fact in facts().values() for support in fact.sources}
    assert used == set(documents())
    for document in documents().values():
        host = document.url.split("/")[2].split(":")[0] if document.url else ".gov.cn"
        assert host.endswith(OFFICIAL), document.url
