"""Text size and contrast: chosen on any page, kept on this device only after a yes."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.accessibility import ALL_RULES, AXE, FIND
from tests.browser.waiting import Held

STORED = "Object.entries(localStorage).concat(Object.entries(sessionStorage))"
KEY = "display /"
"""With the path of the guide: another guide on the same host stores in the same place."""

ROOT_SIZE = "parseFloat(getComputedStyle(document.documentElement).fontSize)"


def body_size(page: Page) -> float:
    return page.evaluate("parseFloat(getComputedStyle(document.querySelector('article p')).fontSize)")


def test_a_choice_holds_on_this_page_and_stores_nothing(page: Page, site: str) -> None:
    page.goto(site)
    plain = body_size(page)
    page.get_by_role("button", name="（特大字）").click()
    assert body_size(page) > 1.4 * plain
    expect(page.get_by_role("button", name="（特大字）")).to_have_attribute("aria-pressed", "true")
    assert page.evaluate(STORED) == []
    page.reload()
    assert body_size(page) == plain


def test_after_a_yes_every_page_has_it_and_forgets_it_when_told(page: Page, site: str) -> None:
    page.goto(site)
    page.get_by_role("button", name="（大字）").click()
    page.get_by_role("button", name="高对比").click()
    page.get_by_role("button", name="每一页都这样").click()
    expect(page.get_by_text("已经记在这台设备上")).to_be_visible()
    page.goto(f"{site}faq/")
    assert page.evaluate(ROOT_SIZE) == 24
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    page.get_by_role("button", name="高对比").click()
    page.get_by_role("button", name="不要记了").click()
    assert page.evaluate(STORED) == []
    assert page.evaluate(ROOT_SIZE) == 20


def test_a_browser_that_refuses_to_store_still_changes_the_page(page: Page, site: str) -> None:
    page.add_init_script("Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }")
    page.goto(site)
    page.get_by_role("button", name="（大字）").click()
    page.get_by_role("button", name="每一页都这样").click()
    expect(page.get_by_text("这个浏览器不让记")).to_be_visible()
    assert page.evaluate(ROOT_SIZE) == 24


@pytest.mark.parametrize("stored", ["", "{", "null", "[" * 100_000, '{"size": "9"}', '{"size": "<b>"}', "[]"])
def test_whatever_is_stored_the_page_comes_up(page: Page, site: str, stored: str) -> None:
    page.add_init_script(f"localStorage.setItem('{KEY}', {stored!r})")
    page.goto(site)
    assert page.evaluate(ROOT_SIZE) == 20
    expect(page.get_by_role("button", name="（标准字）")).to_have_attribute("aria-pressed", "true")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_largest_text_in_the_strongest_contrast_fits_and_is_accessible(
    new_page: Callable[..., Page], site: str, scheme: str
) -> None:
    page = new_page(viewport={"width": 320, "height": 700}, color_scheme=scheme)
    page.add_init_script(f"""localStorage.setItem("{KEY}", '{{"size": "3", "contrast": "more"}}')""")
    wide = {}
    for address in (
        "",
        "calculator/",
        "methods/",
        "date-table/",
        "fraud/",
        "faq/",
        "regions/jiangsu/",
        "about/sources/",
    ):
        page.goto(site + address)
        if (reached := page.evaluate("document.documentElement.scrollWidth")) > 320:
            wide[address] = reached
        page.evaluate(AXE)
        assert page.evaluate(FIND, ALL_RULES) == []
    assert wide == {}


def test_what_another_guide_on_the_same_host_stores_is_left_alone(page: Page, site: str) -> None:
    others = ("display", "display /another/guide/")
    for other in others:
        page.add_init_script(f"""localStorage.setItem("{other}", '{{"size": "3"}}')""")
    page.goto(site)
    assert page.evaluate(ROOT_SIZE) == 20
    page.get_by_role("button", name="（大字）").click()
    page.get_by_role("button", name="每一页都这样").click()
    expect(page.get_by_text("已经记在这台设备上")).to_be_visible()
    assert dict(page.evaluate(STORED)) == dict.fromkeys(others, '{"size": "3"}') | {KEY: '{"size":"2","contrast":""}'}


def test_without_javascript_there_is_nothing_to_choose(new_page: Callable[..., Page], site: str) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(site)
    expect(page.get_by_role("button", name="高对比")).to_be_hidden()


@pytest.mark.parametrize(
    "address", ["", "calculator/#last=2026-01-05&today=2026-11-23", "calculator/family/", "methods/"]
)
def test_text_that_the_phone_itself_enlarges_stays_on_the_page(
    new_page: Callable[..., Page], site: str, address: str
) -> None:
    page = new_page(viewport={"width": 360, "height": 640}, is_mobile=True, has_touch=True)
    page.goto(site + address)
    if "last" in address:
        expect(page.locator("[data-result=deadline]")).to_be_visible()
    before = page.locator("h1").evaluate("(one) => one.getBoundingClientRect().height")
    page.evaluate("document.documentElement.style.setProperty('-webkit-text-size-adjust', '200%')")
    assert page.locator("h1").evaluate("(one) => one.getBoundingClientRect().height") > 1.5 * before
    wide = page.evaluate(
        """() => [...document.querySelectorAll("main *")]
            .filter((one) => one.checkVisibility() && !one.closest(".visually-hidden, .md-typeset__scrollwrap, svg"))
            .filter((one) => one.getBoundingClientRect().right > 361)
            .map((one) => `${one.tagName}.${one.className}`)"""
    )
    assert wide == []


@pytest.mark.parametrize("address", ["", "faq/", "calculator/", "date-table/"])
def test_a_page_is_seen_as_it_was_chosen_where_no_script_comes(page: Page, site: str, address: str) -> None:
    """They stand still on their way: whatever waited for one of them would wait for ever."""
    page.add_init_script(f"""localStorage.setItem('{KEY}', '{{"size": "2"}}')""")
    held = Held(page, re.compile(r"\.js$"))
    page.goto(site + address, wait_until="commit")
    expect(page.get_by_role("heading", level=1)).to_be_in_viewport()
    assert page.evaluate(ROOT_SIZE) == 24
    assert held.asked
