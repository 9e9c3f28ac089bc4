"""The connection is lost at each file of a page in turn: the page answers without it, or says what failed."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from calculator.wording import roster as roster_words
from calculator.wording import sharing
from calculator.wording.page import FAILURES
from tests.browser.elements.take_along.page import FOUND, TakeAlong
from tests.browser.runtime.runtime_files import AFTERWARDS
from tests.real_browser import NewContext

ELEMENT_PATIENCE = 20_000
"""Milliseconds after which a page says that its element has not come, see web/elements/parts/unsupported-browser.js."""


@dataclass(frozen=True)
class Form:
    """A page that computes: what is typed where, and what shows that it was answered."""

    address: str
    element: str
    table: str
    typed: tuple[tuple[str, str], ...]
    answer: str


FORMS = (
    Form(
        "calculator/",
        "deadline-calculator",
        "../date-table/",
        (("#last", "2026-1-5"),),
        "[data-answer=full] [data-result=deadline]",
    ),
    Form(
        "calculator/family/",
        "family-calculator",
        "../../date-table/",
        (("#family-1-label", "妈妈"), ("#family-1-last", "2026-1-5")),
        "[data-answer=full] .family-card [data-result=deadline]",
    ),
    Form(
        "calculator/roster/",
        "roster-calculator",
        "../../date-table/",
        (("#roster-paste", "姓名\t上次认证日期\n张三\t2026-1-5"),),
        ".roster-table tbody tr",
    ),
)


def files_of(page: Page, address: str) -> list[str]:
    """Every file that the page asks for until it is ready, but for the page itself.

    What comes later, once Python is there, is lost in ``test_start.py``.
    """
    asked: dict[str, None] = {}
    page.context.on("request", lambda request: asked.setdefault(request.url))
    page.goto(address)
    expect(page.locator("[data-state]")).to_have_attribute("data-state", "ready")
    page.wait_for_load_state("networkidle")
    return [url for url in asked if url != address and url.startswith("http") and not url.endswith(AFTERWARDS)]


def loses(page: Page, url: str) -> None:
    page.context.route(lambda asked: asked.split("?")[0] == url, lambda route: route.abort("connectionreset"))


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.element)
def test_no_lost_file_leaves_a_dead_form(new_context: NewContext, site: str, form: Form) -> None:
    def new_page() -> Page:  # one in which scripts may fail
        return new_context(service_workers="block").new_page()

    files = files_of(new_page(), site + form.address)
    if form is not FORMS[0]:  # what the pages share is lost once
        shared = {address for address in files_of(new_page(), site + FORMS[0].address) if "runtime" not in address}
        files = [file for file in files if (file not in shared and "runtime" not in file) or file.endswith(".wasm")]
    answered, told = [], []
    for file in files:
        page = new_page()
        page.clock.install()
        loses(page, file)
        page.goto(site + form.address)
        for field, text in form.typed:
            page.locator(field).fill(text)
        if not page.evaluate("(name) => Boolean(customElements.get(name))", form.element):
            page.clock.fast_forward(ELEMENT_PATIENCE + 1000)
        state = page.locator(form.element)
        expect(state).not_to_have_attribute("data-state", "loading")
        if state.get_attribute("data-state") == "ready":
            page.locator(f"{form.element} [type=submit]").click()
            expect(page.locator(form.answer).first).to_be_visible()
            answered.append(file)
        else:
            assert page.locator("[data-failure]:not([hidden])").text_content() == FAILURES["missing"]
            link = page.locator(".failure-ways a")
            expect(link).to_be_visible()
            assert link.get_attribute("href") == form.table
            told.append(file)
        for field, text in form.typed:
            expect(page.locator(field)).to_have_value(text)
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        page.context.close()
    # What computes is told of; what only adorns is not.
    assert all(file.endswith((".js", ".wasm", ".snapshot")) for file in told)
    assert any("wasm" in file for file in told)
    assert any(file.endswith(".css") for file in answered)


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.element)
def test_a_lost_module_is_fetched_again_and_what_was_typed_is_answered(page: Page, site: str, form: Form) -> None:
    lost = True
    page.clock.install()
    page.route(f"**/{form.element}.*.js", lambda route: route.abort() if lost else route.continue_())
    page.goto(site + form.address)
    for field, text in form.typed:
        page.locator(field).fill(text)
    page.clock.fast_forward(ELEMENT_PATIENCE + 1000)
    again = page.get_by_role("button", name="再试一次")
    again.click()
    for field, text in form.typed:
        expect(page.locator(field)).to_have_value(text)
    page.clock.fast_forward(ELEMENT_PATIENCE + 1000)
    lost = False
    again.click()
    expect(page.locator(form.element)).to_have_attribute("data-state", "ready")
    if "roster" in form.element:
        page.locator(f"{form.element} [type=submit]").click()
    expect(page.locator(form.answer).first).to_be_visible()
    for field, text in form.typed:
        expect(page.locator(field)).to_have_value(text)
    assert page.evaluate("history.state?.typed") is None, "nothing typed is kept longer than it takes"


def test_a_place_that_was_chosen_outlives_a_lost_module(page: Page, site: str) -> None:
    lost = True
    page.clock.install()
    page.route("**/deadline-calculator.*.js", lambda route: route.abort() if lost else route.continue_())
    page.goto(f"{site}calculator/")
    page.get_by_label("您上次认证是哪一天").fill("2026-1-5")
    page.get_by_text("我知道在哪里领").click()
    page.get_by_label("哪个省发的养老金").select_option("江苏省")
    page.clock.fast_forward(ELEMENT_PATIENCE + 1000)
    lost = False
    page.get_by_role("button", name="再试一次").click()
    expect(page.locator("[data-answer=full] [data-result=deadline]")).to_be_visible()
    expect(page.get_by_label("哪个省发的养老金")).to_have_value("jiangsu")
    assert "region=jiangsu" in page.url


@pytest.mark.parametrize("address", ["", "fraud/", "date-table/", "regions/", "methods/"])
def test_reading_and_the_table_need_no_script_and_no_style(
    new_page: Callable[..., Page], site: str, address: str
) -> None:
    page = new_page()
    page.route("**/*", lambda route: route.continue_() if route.request.is_navigation_request() else route.abort())
    page.goto(site + address)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    if address == "date-table/":
        expect(page.get_by_role("row", name="1月5日").first).to_be_visible()
    for button in page.locator("article button:visible").all():
        raise AssertionError(f"a button that does nothing: {button.inner_text()}")


@pytest.mark.parametrize("file", ["**/search_index*.json", "**/workers/search.*.js"])
def test_a_search_that_does_not_arrive_is_told(page: Page, site: str, file: str) -> None:
    page.clock.install()
    page.context.route(file, lambda route: route.abort())
    page.goto(site)
    page.locator(".search-button").click()
    page.locator(".md-search__input").focus()
    page.keyboard.type("静默认证")
    page.clock.fast_forward(21_000)
    expect(page.locator(".md-search-result__meta")).to_contain_text("搜索没有下载全")
    expect(page.locator(".md-search__input")).to_have_value("静默认证")


def test_a_search_that_has_arrived_is_left_alone(page: Page, site: str) -> None:
    page.clock.install()
    page.goto(site)
    page.locator(".search-button").click()
    page.locator(".md-search__input").focus()
    expect(page.locator(".md-search-result__meta")).to_contain_text("写几个字就开始搜")
    page.clock.fast_forward(21_000)
    expect(page.locator(".md-search-result__meta")).to_contain_text("写几个字就开始搜")


# What is fetched when it is needed ------------------------------------------------------------------------------------


def test_a_code_whose_package_is_lost_is_told_and_comes_at_the_next_press(page: Page, site: str) -> None:
    lost = True
    page.route("**/segno.*.zip", lambda route: route.abort() if lost else route.continue_())
    take = TakeAlong(page, site).open()
    take.press(sharing.QR)
    take.says(FAILURES["missing"])
    take.calculator.shows(FOUND)
    lost = False
    take.press(sharing.QR)
    take.says(sharing.QR_READY)
    expect(take.section.locator("svg").first).to_be_visible()


def test_a_workbook_whose_reader_is_lost_is_told_and_read_at_the_next_press(
    page: Page, site: str, tmp_path: Path
) -> None:
    from openpyxl import Workbook

    book = Workbook()
    assert book.active is not None
    book.active.append(["姓名", "上次认证日期"])
    book.active.append(["张三", "2026-1-5"])
    file = tmp_path / "名单.xlsx"
    book.save(file)
    lost = True

    def sometimes(route: Route) -> None:
        route.abort() if lost else route.continue_()

    page.route("**/python_stdlib.*.rest", sometimes)
    page.goto(f"{site}calculator/roster/")
    expect(page.locator("roster-calculator")).to_have_attribute("data-state", "ready")
    chosen = page.get_by_label("选名单文件")
    chosen.set_input_files(file)
    expect(page.locator(".error-summary")).to_contain_text(FAILURES["missing"])
    assert chosen.evaluate("(input) => input.files.length") == 1
    lost = False
    page.get_by_role("button", name=roster_words.FORM_WORK).click()
    expect(page.locator(".roster-table tbody tr")).to_have_count(1)
