"""Until Python is there, and where a script is not: nothing typed is lost, no older answer stays, and no page is empty."""

from datetime import date

import pytest
from playwright.sync_api import Page, expect

from calculator import assess
from tests.browser.device import set_device
from tests.browser.elements.deadline.page import CalculatorPage
from tests.browser.runtime.test_lost_connections import ELEMENT_PATIENCE
from tests.browser.waiting import Held
from tests.built_site import made_day
from tests.real_browser import NewContext

PYTHON = "**/pyodide.asm.hot.*.wasm"
ELEMENT = "**/deadline-calculator.*.js"
INSTANT = "**/instant-answer.*.js"
LINK = {"last": "2026-01-05"}


@pytest.fixture
def calculator(page: Page, site: str) -> CalculatorPage:
    return CalculatorPage(page, site)


@pytest.fixture
def losing(new_context: NewContext, site: str) -> CalculatorPage:
    """In a browser where scripts may fail."""
    return CalculatorPage(new_context(service_workers="block").new_page(), site)


def test_a_link_whose_scripts_do_not_come_shows_the_form_and_the_way_out(losing: CalculatorPage) -> None:
    losing.page.route("**/*.js", lambda route: route.abort())
    losing.open(LINK)
    losing.tells_failure("missing")
    expect(losing.last).to_be_visible()
    expect(losing.failure.get_by_role("link", name="查日期对照表")).to_be_visible()


def test_a_link_whose_table_never_comes_shows_the_form_in_the_end(losing: CalculatorPage) -> None:
    losing.page.clock.install()
    table = Held(losing.page, INSTANT)
    losing.page.goto(f"{losing.address}#last=2026-01-05", wait_until="commit")
    expect(losing.element).to_have_attribute("data-state", "loading")
    losing.page.clock.run_for(ELEMENT_PATIENCE)
    losing.tells_failure("missing")
    expect(losing.last).to_be_visible()
    assert table.asked


def test_who_sends_the_form_before_its_scripts_is_answered_by_them(calculator: CalculatorPage) -> None:
    set_device(calculator.page, made_day())
    element = Held(calculator.page, ELEMENT)
    table = Held(calculator.page, INSTANT)
    calculator.page.goto(calculator.address, wait_until="commit")
    calculator.last.fill("2026-1-5")
    calculator.last.press("Enter")
    expect(calculator.last).to_have_value("2026-1-5")
    table.let_go()
    element.let_go()
    calculator.shows(assess(date(2026, 1, 5), today=made_day()))
    assert calculator.page.url == f"{calculator.address}#last=2026-1-5"


def test_what_is_answered_at_once_is_in_the_address(calculator: CalculatorPage) -> None:
    Held(calculator.page, PYTHON)
    calculator.open(LINK)
    expect(calculator.instant).to_be_visible()
    calculator.edit()
    calculator.last.fill("2025-10-1")
    calculator.button.click()
    expect(calculator.page).to_have_url(f"{calculator.address}#last=2025-10-1")
    calculator.page.reload()
    expect(calculator.instant.locator('[data-result="deadline"]')).to_have_attribute("datetime", "2026-10-01")


def test_what_cannot_be_answered_is_not_lost_when_the_page_is_loaded_again(calculator: CalculatorPage) -> None:
    calculator.open(LINK).ready()
    calculator.edit()
    calculator.last.fill("2026-2-30")
    calculator.button.click()
    expect(calculator.errors).to_be_visible()
    calculator.page.reload()
    expect(calculator.last).to_have_value("2026-2-30")
    expect(calculator.errors).to_be_visible()
    expect(calculator.answer).to_be_hidden()


def test_an_address_without_a_question_takes_the_answer_away(calculator: CalculatorPage) -> None:
    Held(calculator.page, PYTHON)
    calculator.open()
    calculator.page.evaluate("location.hash = '#last=2026-01-05'")
    expect(calculator.instant).to_be_visible()
    calculator.page.go_back()
    expect(calculator.last).to_have_value("")
    expect(calculator.instant).to_be_hidden()
    expect(calculator.last).to_be_visible()
    expect(calculator.said).to_have_text("")


def test_a_part_of_python_that_has_yet_to_come_is_waited_for_in_sight(calculator: CalculatorPage) -> None:
    library = Held(calculator.page, "**/runtime/python_stdlib.*.zip")
    calculator.open().ready()
    calculator.last.fill("2026-1-5")
    province = calculator.page.get_by_label("哪个省发的养老金")
    province.evaluate("(select) => select.closest('details')?.setAttribute('open', '')")
    province.select_option("hunan")
    loading = calculator.page.locator(".loading")
    expect(loading).to_be_visible()
    assert calculator.page.locator(".loading progress").evaluate("(bar) => bar.position") == -1
    assert library.asked
    library.let_go()
    expect(calculator.answer).to_be_visible()
    expect(loading).to_be_hidden()
    calculator.ready()
