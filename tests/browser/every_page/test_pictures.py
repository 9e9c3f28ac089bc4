"""Sketches on a narrow phone, on a wide screen, on paper and in colours that are not ours: their words can be read."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, ViewportSize

from scripts.settings.paths import SITE

ADDRESSES = [
    f"{page.parent.relative_to(SITE).as_posix()}/"
    for page in sorted(SITE.rglob("index.html"))
    if 'class="panel"' in page.read_text(encoding="utf-8")
]
SIZES = """() => [...document.querySelectorAll(".panel svg text")].filter((one) => one.textContent.trim()).map((one) =>
    parseFloat(one.getAttribute("font-size")) * one.getScreenCTM().a)"""
"""How large the words of the sketches are shown, in CSS pixels."""
BEYOND = """() => [...document.querySelectorAll(".panel svg")].flatMap((svg) => {
    const { left, right, top, bottom } = svg.getBoundingClientRect();
    return [...svg.querySelectorAll("text")].filter((one) => one.textContent.trim()).filter((one) => {
        const box = one.getBoundingClientRect();
        return box.left < left || box.right > right || box.top < top || box.bottom > bottom;
    }).map((one) => one.textContent);
})"""
"""Words that reach beyond their sketch."""
COLOURS = """() => {
    const probe = document.body.appendChild(document.createElement("i"));
    probe.style.cssText = "color: CanvasText; forced-color-adjust: none";
    const ink = getComputedStyle(probe).color;
    const fills = [...document.querySelectorAll(".panel svg text")].map((one) => getComputedStyle(one).fill);
    return { ink, fills: [...new Set(fills)] };
}"""
POINTS = 96 / 72
NARROW: ViewportSize = {"width": 360, "height": 740}
WIDE: ViewportSize = {"width": 1280, "height": 800}


def test_sketches_are_in_the_site() -> None:
    assert {"methods/app/", "methods/wechat/", "methods/alipay/", "methods/e-card/", "fraud/"} <= set(ADDRESSES)


@pytest.fixture(params=[NARROW, WIDE], ids=["phone", "desk"])
def shown(request: pytest.FixtureRequest, new_page: Callable[..., Page], site: str) -> Iterator[Page]:
    page = new_page(viewport=request.param)

    def pages() -> Iterator[Page]:
        for address in ADDRESSES:
            page.goto(site + address)
            yield page

    return pages()


def test_words_in_a_sketch_are_as_large_as_those_of_the_page_and_stay_inside(shown: Iterator[Page]) -> None:
    for page in shown:
        body = page.locator("article li").first.evaluate("(one) => parseFloat(getComputedStyle(one).fontSize)")
        assert min(page.evaluate(SIZES)) >= body, page.url
        assert page.evaluate(BEYOND) == [], page.url


def test_on_paper_words_in_a_sketch_are_14_points_or_more(new_page: Callable[..., Page], site: str) -> None:
    sheet = round((210 - 2 * 16) / 25.4 * 96)  # A4 without the margins of print.css
    page = new_page(viewport={"width": sheet, "height": 1000})
    page.emulate_media(media="print")
    for address in ADDRESSES:
        page.goto(site + address)
        assert min(page.evaluate(SIZES)) >= 14 * POINTS, address
        assert page.evaluate(BEYOND) == [], address


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_in_a_system_s_own_colours_words_have_its_colour_of_text(
    new_page: Callable[..., Page], site: str, scheme: str
) -> None:
    page = new_page(color_scheme=scheme, forced_colors="active")
    page.goto(f"{site}methods/app/")
    colours = page.evaluate(COLOURS)
    assert colours["fills"] == [colours["ink"]]
