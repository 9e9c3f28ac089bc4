"""Any page of the site, printed from a browser."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.print.reading import compact, info, pages_of_words, text

KINDS = [
    "",
    "methods/",
    "methods/alipay/",
    "period/suspended/",
    "fraud/real-or-fake/",
    "regions/",
    "regions/jiangsu/",
    "faq/",
]


@pytest.fixture
def printed(new_page: Callable[..., Page], site: str, tmp_path: Path) -> Callable[[str], Path]:
    """Prints the page at an address as somebody would whose screen is narrow and dark."""

    def do(address: str) -> Path:
        page = new_page(color_scheme="dark")
        page.goto(site + address)
        pdf = tmp_path / "page.pdf"
        page.pdf(path=pdf, prefer_css_page_size=True)
        return pdf

    return do


@pytest.mark.parametrize("address", KINDS, ids=lambda address: address or "home")
def test_a_page_prints_without_the_frame_of_the_screen(printed: Callable[[str], Path], site: str, address: str) -> None:
    pdf = printed(address)
    assert info(pdf)["Page size"].endswith("(A4)")
    words = re.sub(r"\s", "", text(pdf)).translate(str.maketrans("⻚⽇", "页日"))
    for frame in ("跳转至", "上一页", "下一页", "回到页面顶部", "以CC BY 4.0", "目录"):
        assert frame.replace(" ", "") not in words
    for number, page in enumerate(pages_of_words(pdf), 1):
        foot = "".join(word.text for word in page if word.top > 770).translate(str.maketrans("⻚⽇", "页日"))
        assert f"第{number}页，共" in foot
        assert f"{site}{address}" in foot
        assert "核对过" in foot
        assert all(word.left > 15 and word.right < 580 for word in page)


@pytest.mark.parametrize("address", KINDS[:-1], ids=lambda address: address or "home")
def test_type_on_paper_is_14_points_or_more(new_page: Callable[..., Page], site: str, address: str) -> None:
    page = new_page()
    page.goto(site + address)
    page.emulate_media(media="print")
    small = page.evaluate("""() => [...document.querySelectorAll("article *")]
        .filter((part) => !part.closest("sup, svg") && part.checkVisibility() &&
            [...part.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent.trim()) &&
            parseFloat(getComputedStyle(part).fontSize) < 14 * 96 / 72 - 0.01)
        .map((part) => part.outerHTML.slice(0, 80))""")
    assert small == []


def test_what_is_folded_lies_open_and_is_folded_again(new_page: Callable[..., Page], site: str, tmp_path: Path) -> None:
    page = new_page()
    page.goto(f"{site}calculator/#last=2026-01-05&region=hunan")
    expect(page.locator("[data-answer=full] [data-result=deadline]")).to_be_visible()
    page.pdf(path=tmp_path / "answer.pdf", prefer_css_page_size=True)
    words = compact(tmp_path / "answer.pdf")
    page.emulate_media(media="print")
    flows = "one => getComputedStyle(one).breakInside"
    assert page.locator(".answer-working").evaluate(flows) == "auto", "or the rest of a sheet stays white before it"
    page.emulate_media(media="screen")
    working = page.locator(".answer-working li").first
    assert re.sub(r"\s", "", working.text_content() or "")[4:10] in words
    expect(working).to_be_hidden()


def test_folded_parts_open_without_javascript_too(new_page: Callable[..., Page], site: str, tmp_path: Path) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(f"{site}calculator/")
    page.pdf(path=tmp_path / "form.pdf", prefer_css_page_size=True)
    assert "看参保在哪里" in compact(tmp_path / "form.pdf")


def test_links_to_outside_are_printed_as_addresses(printed: Callable[[str], Path]) -> None:
    words = compact(printed("methods/"))
    assert "https://si.12333.gov.cn/" in words
    assert words.count("si.12333.gov.cn") > words.count("（https://si.12333.gov.cn/）")


def test_the_head_of_a_table_is_repeated_on_every_sheet(printed: Callable[[str], Path]) -> None:
    sheets = pages_of_words(printed("regions/"))
    for sheet in sheets[1:6]:
        top = min(word.top for word in sheet)
        assert "地方" in {word.text for word in sheet if word.top < top + 5}


def test_a_step_is_not_torn_from_its_number(new_page: Callable[..., Page], site: str) -> None:
    page = new_page()
    page.goto(f"{site}methods/alipay/")
    page.emulate_media(media="print")
    for part in ("article ol > li", "article tr", "article figure:not(.figure-panels)", "article .panel"):
        for one in page.locator(part).all()[:5]:
            assert one.evaluate("(part) => getComputedStyle(part).breakInside") == "avoid"
