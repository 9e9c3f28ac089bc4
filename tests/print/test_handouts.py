"""Each handout is one sheet that can be read from a wall, found by search, and followed to its page."""

from collections.abc import Callable
from itertools import groupby
from pathlib import Path

import pytest
import segno
from playwright.sync_api import Browser, Page

from calculator import assess
from calculator.wording.days import day_in_words
from scripts.pages.deadline_examples import example_days
from scripts.pages.handouts import Handout, handout_foot, handouts
from scripts.print.pdf import Printer, finished_pdf
from scripts.settings.paths import DOCS
from tests.built_site import made_day
from tests.print.reading import assert_fit_for_paper, compact, grey_picture, info

HANDOUTS = list(handouts())
POINT = 96 / 72
"""Pixels of the browser in a point."""

SENTENCES = {
    "methods": "上次认证后一年里，哪天都能办。",
    "fraud": "有一个“是”，就当它是假的",
    "deadline": "多数地方当天办也算按时。",
    "suspended": "补上以后，一般会恢复，停的钱也补发。",
    "helper": "您出手机，老人出脸。",
    "benefits": "失业金，最长24个月",
}


@pytest.fixture(params=HANDOUTS, ids=lambda handout: handout.name)
def handout(request: pytest.FixtureRequest) -> Handout:
    return request.param


def test_every_page_in_the_folder_is_a_handout() -> None:
    assert {one.name for one in HANDOUTS} == {path.stem for path in (DOCS / "handouts").glob("*.md")}


def test_a_handout_is_one_sheet_fit_for_paper(papers: Path, handout: Handout) -> None:
    pdf = papers / "handouts" / f"{handout.name}.pdf"
    assert info(pdf)["Pages"] == "1"
    assert info(pdf)["Title"] == handout.title
    assert_fit_for_paper(pdf)
    words = compact(pdf)
    assert SENTENCES[handout.name] in words
    assert handout.title in words
    for always in ("12333", "本社区电话", "依据", "核对。", "不是官方文件"):
        assert always in words


def test_type_can_be_read_from_a_wall(new_page: Callable[..., Page], site: str, handout: Handout) -> None:
    page = new_page()
    page.goto(site + handout.source)
    page.emulate_media(media="print")
    sizes = page.evaluate("""() => [...document.querySelectorAll(".sheet *")]
        .filter((part) => !part.closest(".sheet-sources, .sheet-code, sup, svg") && part.checkVisibility() &&
            [...part.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent.trim()))
        .map((part) => [part.textContent.slice(0, 20), parseFloat(getComputedStyle(part).fontSize)])""")
    assert len(sizes) > 15
    assert [part for part in sizes if part[1] < 14 * POINT - 0.01] == []
    title = page.locator(".sheet h1").evaluate("(title) => parseFloat(getComputedStyle(title).fontSize)")
    assert title >= 40 * POINT


def test_examples_of_deadlines_are_the_packages_own(papers: Path) -> None:
    words = compact(papers / "handouts" / "deadline.pdf")
    for last in example_days(made_day()):
        found = assess(last, today=last)
        assert f"{day_in_words(last)}{day_in_words(found.deadline)}" in words
        assert day_in_words(found.safe_date) in words


def test_the_code_on_paper_can_be_read(papers: Path, handout: Handout, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every module of the printed code is black or white as it has to be, also without colour."""
    monkeypatch.delenv("SITE_URL", raising=False)
    expected = [list(row) for row in segno.make(handout.description, error="m", micro=False).matrix]
    dots = 400
    width, height, grey = grey_picture(papers / "handouts" / f"{handout.name}.pdf", dots)
    side = round(27 / 25.4 * dots)
    right = width - round(12 / 25.4 * dots)

    def code_along(dark: list[bool]) -> list[int]:
        runs = [
            [place for place, _ in run] for is_dark, run in groupby(enumerate(dark), key=lambda one: one[1]) if is_dark
        ]
        (code,) = (run for run in runs if abs(len(run) - side) < 5)
        return code

    strip = range(right - side - 10, right)
    rows = code_along([any(grey[y * width + x] < 128 for x in strip) for y in range(height)])
    columns = code_along([any(grey[y * width + x] < 128 for y in rows) for x in range(width)])
    centres = [(number + 0.5) / len(expected) for number in range(len(expected))]
    read = [
        [int(grey[int(rows[0] + y * len(rows)) * width + int(columns[0] + x * len(columns))] < 128) for x in centres]
        for y in centres
    ]
    wrong = sum(a != b for one, other in zip(read, expected, strict=True) for a, b in zip(one, other, strict=True))
    assert wrong <= len(expected) ** 2 // 50


def test_with_an_address_the_code_leads_to_the_page_and_the_address_stands_below_it(
    handout: Handout, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SITE_URL", "https://guide.test/pension")
    address = f"https://guide.test/pension/{handout.page}"
    foot = handout_foot(handout, made_day(), ["F001"])
    code = segno.make(address, error="m", micro=False).svg_inline(
        border=0, omitsize=True, svgclass="qr", lineclass=None
    )
    assert code in foot
    assert f"<p>guide.test/pension/{handout.page}</p>" in foot


def test_an_address_that_is_none_stops_the_build(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SITE_URL", "guide.test")
    with pytest.raises(ValueError, match="SITE_URL"):
        handout_foot(HANDOUTS[0], made_day(), [])


def test_printing_twice_gives_the_same_file(browser: Browser, site: str) -> None:
    printer = Printer(browser, site)
    first, second = (finished_pdf(printer.print_page("handouts/fraud/"), "题", "事") for _ in range(2))
    assert first == second
