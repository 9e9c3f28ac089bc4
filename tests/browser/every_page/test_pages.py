"""Every page can be read by anyone: screen reader, narrow phone, large type, old check."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Literal

import pytest
from playwright.sync_api import Page, expect

from scripts.settings.paths import SITE
from tests.browser.accessibility import ALL_RULES, AXE, CONTRAST_RULES, FIND
from tests.browser.waiting import wait_until
from tests.real_browser import PHONE

ADDRESSES = [str(page.parent.relative_to(SITE)).replace(".", "", 1) for page in sorted(SITE.rglob("index.html"))]
FOLDERS = sorted({address.split("/")[0] for address in ADDRESSES})
"""Pages are visited a folder at a time, because a browser starts slower than it reads."""

TAB_STOPS = 20
COVERED = """() => {
    const { left, top, right, bottom } = document.activeElement.getBoundingClientRect();
    const shown = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    return document.activeElement.contains(shown) ? null : document.activeElement.outerHTML.slice(0, 99);
}"""
"""What has the focus, if it cannot be seen."""


def addresses(folder: str, site: str) -> list[str]:
    return [
        f"{site}{address}/".replace("//", "/").replace(":/", "://")
        for address in ADDRESSES
        if address.split("/")[0] == folder
    ]


SCHEMES: dict[Literal["light", "dark"], list[str]] = {"light": ALL_RULES, "dark": CONTRAST_RULES}
"""What axe looks for in each: only colours differ."""


@pytest.mark.parametrize("folder", FOLDERS)
def test_axe_finds_no_violation(page: Page, site: str, folder: str) -> None:
    found = {}
    for address in addresses(folder, site):
        page.goto(address)
        page.evaluate(AXE)
        for scheme, rules in SCHEMES.items():
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            if violations := page.evaluate(FIND, rules):
                found[address, scheme] = violations
    assert found == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_violation_in_an_answer_or_an_error(new_page: Callable[..., Page], site: str, scheme: str) -> None:
    page = new_page(color_scheme=scheme)
    page.goto(f"{site}calculator/#last=2026-01-05&region=hunan&grace=3")
    expect(page.locator("[data-answer=full] [data-result=deadline]")).to_be_visible()
    for summary in page.locator(".answer summary").all():
        summary.click()
    page.evaluate(AXE)
    assert page.evaluate(FIND, ALL_RULES) == []
    page.get_by_role("button", name="改一改").click()
    page.get_by_label("您上次认证是哪一天").fill("2026-02-30")
    page.get_by_role("button", name="算截止日").click()
    expect(page.locator(".error-summary")).to_be_visible()
    assert page.evaluate(FIND, ALL_RULES) == []


@pytest.mark.parametrize("folder", FOLDERS)
def test_nothing_reaches_beyond_the_screen(new_page: Callable[..., Page], site: str, folder: str) -> None:
    """At 320 px, and at 640 px with 200 % zoom."""
    page = new_page(viewport={"width": 320, "height": 700})
    device = page.context.new_cdp_session(page)
    screen = {"width": 320, "height": 700, "mobile": False}
    wide = {}
    for address in addresses(folder, site):
        page.goto(address)
        for zoom in 1, 2:
            device.send("Emulation.setDeviceMetricsOverride", {**screen, "deviceScaleFactor": zoom})
            if (reached := page.evaluate("document.documentElement.scrollWidth")) > 320:
                wide[address, zoom] = reached
    assert wide == {}


@pytest.mark.parametrize("address", ["methods/", "calculator/"], ids=["reading", "calculating"])
def test_on_a_narrow_screen_the_menu_is_opened_and_left_with_keys(
    new_page: Callable[..., Page], site: str, address: str
) -> None:
    page = new_page(viewport=PHONE)
    page.goto(site + address)
    for _ in range(TAB_STOPS):
        page.keyboard.press("Tab")
        expect(page.locator(".md-sidebar--primary :focus")).to_have_count(0)
    button = page.get_by_role("button", name="目录", exact=True)
    button.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "true")
    focused = page.locator(".md-sidebar--primary :focus")
    expect(focused).to_be_in_viewport(ratio=1)  # the menu has come
    covered = [page.evaluate(COVERED)]
    for _ in range(3):
        page.keyboard.press("Tab")
        covered.append(page.evaluate(COVERED))
    assert covered == [None] * 4
    page.locator(".md-sidebar--primary .md-nav__title[tabindex]:visible").press("Enter")
    expect(page.locator(".md-sidebar--primary label", has_text="防骗").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(button).to_be_focused()
    expect(button).to_have_attribute("aria-expanded", "false")
    expect(page.locator(".md-sidebar--primary .md-nav__list").first).to_be_hidden()
    page.keyboard.press("Space")
    expect(focused).to_be_in_viewport(ratio=1)
    button.focus()
    expect(button).to_have_attribute("aria-expanded", "false")


@pytest.mark.parametrize("address", ["methods/", "calculator/"], ids=["reading", "calculating"])
def test_a_letter_typed_beside_a_field_does_nothing(page: Page, site: str, address: str) -> None:
    page.goto(site + address)
    search = page.locator(".md-search__input")
    page.locator(".search-button").click()
    expect(search).to_be_focused()
    wait_until(page, "typeof component$ === 'object'")  # the theme is there
    page.keyboard.press("Escape")
    page.evaluate("document.activeElement.blur(); document.body.append('同一页')")
    for letter in "2026.1,5npfs/":
        page.keyboard.press(letter)
    expect(search).not_to_be_focused()
    page.locator(".search-button").click()
    page.keyboard.type("静默认证")
    expect(search).to_have_value("静默认证")
    expect(page.locator("a.md-search-result__link").first).to_be_visible()
    expect(page.locator("body")).to_contain_text("同一页")


def test_an_answer_fits_a_narrow_phone(new_page: Callable[..., Page], site: str) -> None:
    page = new_page(viewport={"width": 320, "height": 700})
    page.goto(f"{site}calculator/#last=2026-10-28&region=hunan")
    expect(page.locator("[data-answer=full] [data-result=deadline]")).to_be_visible()
    page.get_by_role("button", name="改一改").click()
    for summary in page.locator("deadline-calculator summary").all():
        summary.click()
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_type_is_large_and_everything_that_can_be_pressed_is_large_enough(page: Page, site: str) -> None:
    page.goto(f"{site}calculator/#last=2026-01-05&region=hunan")
    expect(page.locator("[data-answer=full] [data-result=deadline]")).to_be_visible()
    page.get_by_role("button", name="改一改").click()
    assert page.locator("article p").first.evaluate("(p) => parseFloat(getComputedStyle(p).fontSize)") >= 18
    controls = page.locator("deadline-calculator").locator(
        "input:not([type=radio]):visible, label:has([type=radio]):visible, select:visible, button:visible, summary:visible"
    )
    assert controls.count() > 4
    for control in controls.all():
        box = control.bounding_box()
        assert box is not None
        assert box["height"] >= 60, control.evaluate("(c) => c.outerHTML.slice(0, 80)")
    page.goto(site)
    for link in page.locator(".door, .hotline").all():
        box = link.bounding_box()
        assert box is not None
        assert box["height"] >= 44


HOME_DOORS = {
    "一、查": "不记得上次是哪天",
    "二、算": "算我的截止日",
    "三、办": "选一种方法",
    "四、记下": "不记得上次是哪天",
    "养老金停了": "养老金停发了怎么办",
    "防骗": "这条短信是真的吗",
}


def test_the_home_page_opens_a_path_of_four_steps_and_two_doors_and_names_the_hotline(page: Page, site: str) -> None:
    page.goto(site)
    doors = page.get_by_role("navigation", name="四步和两件急事").get_by_role("link")
    for door, heading in HOME_DOORS.items():
        page.goto(site)
        doors.filter(has_text=door).click()
        expect(page.get_by_role("heading", level=1)).to_contain_text(heading)
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(site)
    for first in (".home-search", ".home-where", ".door-main"):
        box = page.locator(first).bounding_box()
        assert box
        assert box["y"] + box["height"] <= 740, first
    expect(page.get_by_role("link", name="12333")).to_have_attribute("href", "tel:12333")
    expect(page.get_by_text("不是官方网站。不收钱")).to_be_visible()
    expect(page.locator(".home-lead")).to_contain_text("少数地方另有时间段，有的半年、每季或每月一次")


def test_a_page_warns_once_its_check_is_older_than_twelve_months(page: Page, site: str) -> None:
    page.goto(f"{site}period/grace/")
    checked = date.fromisoformat(page.locator(".page-checked time").get_attribute("datetime") or "")
    page.clock.set_fixed_time(f"{checked + timedelta(days=364)}")
    page.reload()
    expect(page.locator(".page-stale")).to_be_hidden()
    page.clock.set_fixed_time(f"{checked + timedelta(days=366)}")
    page.reload()
    expect(page.locator("h1 + .page-stale")).to_contain_text("超过12个月")


def test_without_javascript_every_door_still_opens(new_page: Callable[..., Page], site: str) -> None:
    page = new_page(java_script_enabled=False)
    for address in ("", "methods/", "fraud/", "date-table/", "regions/", "period/rules/"):
        page.goto(site + address)
        expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_a_page_that_is_not_there_is_answered_with_the_way_home(page: Page, site: str) -> None:
    response = page.goto(f"{site}no/such/page/")
    assert response is not None
    assert response.status == 404
    page.get_by_role("link", name="回首页").click()
    expect(page).to_have_url(site)
