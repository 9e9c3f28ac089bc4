"""The handbook: cover, contents whose numbers are true, every page of the guide, all sources, bookmarks."""

import re
from html import unescape
from pathlib import Path

import pytest
from pypdf import PdfReader
from pypdf.generic import Destination

from calculator.sources import facts
from scripts.print.book_chapter import chapter
from scripts.print.handbook import BOOK_TITLE, parts
from scripts.settings.paths import SITE
from scripts.site.built_page import BuiltPage
from tests.print.reading import assert_fit_for_paper, info, text

_HEADING = re.compile(r"<h1[^>]*>(.*?)</h1>", re.DOTALL)


@pytest.fixture(scope="module")
def handbook(papers: Path) -> Path:
    return papers / "handbook.pdf"


@pytest.fixture(scope="module")
def pages(handbook: Path) -> list[str]:
    return [re.sub(r"\s", "", page) for page in text(handbook).split("\f")[:-1]]


def titles() -> list[str]:
    addresses = [address for part in parts() for address in part.addresses]
    texts = [(SITE / address / "index.html").read_text(encoding="utf-8") for address in addresses]
    return [re.sub(r"\s", "", unescape(re.sub(r"<[^>]+>", "", _HEADING.search(html)[1]))) for html in texts]


def test_it_is_fit_for_paper(handbook: Path) -> None:
    assert_fit_for_paper(handbook)
    assert info(handbook)["Title"] == BOOK_TITLE
    assert handbook.stat().st_size < 16_000_000


def test_it_holds_every_page_of_the_navigation_and_every_province() -> None:
    addresses = [address for part in parts() for address in part.addresses]
    assert len(addresses) == len(set(addresses))
    assert addresses[0] == ""
    assert "about/disclaimer/" in addresses
    assert "regions/jiangsu/" in addresses
    built = {str(page.parent.relative_to(SITE)).strip(".") for page in SITE.rglob("index.html")}
    left_out = {one for one in built if (f"{one}/" if one else "") not in addresses}
    assert {one.split("/")[0] for one in left_out} == {"developers", "downloads", "embed", "handouts"}


def test_the_cover_names_the_book_and_the_hotline(pages: list[str]) -> None:
    assert BOOK_TITLE in pages[0]
    assert "12333" in pages[0]
    assert "不是官方文件" in pages[0]


def test_the_page_numbers_of_the_contents_are_true(handbook: Path, pages: list[str]) -> None:
    start = next(number for number, page in enumerate(pages) if page.startswith("目录"))
    contents = ""
    for page in text(handbook, "-layout").split("\f")[start:]:
        contents += re.sub(r"[^\S\n]", "", page)
        if "免责说明" in page:
            break
    checked = 0
    for title in titles():
        found = re.search(rf"^{re.escape(title)}\D{{0,3}}?(\d+)$", contents, re.MULTILINE)
        if found:
            assert title in pages[int(found[1]) - 1], title
            checked += 1
    assert checked > 50


def test_the_number_at_the_foot_is_the_number_of_the_sheet(pages: list[str]) -> None:
    for number, page in enumerate(pages[1:], 2):
        assert f"第{number}页" in page


def test_bookmarks_lead_from_parts_to_pages_to_their_headings(handbook: Path) -> None:
    outline = PdfReader(handbook).outline
    names: list[str] = []

    def walk(entries: list, depth: int) -> int:
        deepest = depth
        for entry in entries:
            if isinstance(entry, Destination):
                names.append(re.sub(r"\s", "", entry.title))
            else:
                deepest = max(deepest, walk(entry, depth + 1))
        return deepest

    assert walk(outline, 1) >= 3
    assert [title for title in titles() if title not in names] == []


def test_every_source_that_is_named_stands_in_the_book(pages: list[str]) -> None:
    whole = "".join(pages)
    for fact in facts().values():
        if fact.id != "rules":
            assert fact.id + re.sub(r"\s", "", fact.claim)[:6] in whole, fact.id
    assert "这一页的来源" not in whole
    assert whole.count("F033") > 10


def test_nothing_of_the_screen_is_in_it(pages: list[str]) -> None:
    whole = "".join(pages)
    for words in ("跳转至", "回到正文", "上一页", "算截止日 →"):
        assert words not in whole


def test_links_hold_in_one_document() -> None:
    html = """<article><h1 id="top">题</h1><p id="a">甲<sup id="fnref:F046"><a class="footnote-ref" href="#fn:F046">1</a></sup>
<a href="../law/#say">乙</a><a href="../../downloads/">丙</a><a href="https://www.gov.cn/">丁</a></p>
<form><p>戊</p></form><details><summary>己</summary></details><p hidden>庚</p></article>"""
    found = chapter(BuiltPage("period/grace/index.html", html), {"period/grace/", "period/law/"})
    assert '<h2 id="period-grace--top">题</h2>' in found
    assert '<sup><a class="footnote-ref" href="#about-sources--f046">F046</a></sup>' in found
    assert '<a href="#period-law--say" class="to-page">乙</a>' in found
    assert "<span" in found
    assert "丙" in found
    assert 'href="https://www.gov.cn/"' in found
    assert "戊" not in found
    assert "己" in found
    assert "庚" not in found
