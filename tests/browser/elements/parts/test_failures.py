"""Whatever fails, the visitor reads why in Chinese, keeps what was typed, and is led to the printed table."""

from collections.abc import Callable
from datetime import date

import pytest
from playwright.sync_api import Page, Route, expect

from calculator import assess
from tests.browser.device import set_device
from tests.browser.elements.deadline.page import CalculatorPage
from tests.browser.waiting import Held, wait_for_megabytes
from tests.built_site import made_day

FILES = ("pyodide.asm.hot.*.wasm", "python.*.snapshot")
AFTERWARDS = ("python_stdlib.*.zip", "pension_certification.*.zip")


@pytest.fixture
def calculator(page: Page, site: str) -> CalculatorPage:
    return CalculatorPage(page, site)


def truncate(route: Route) -> None:
    whole = route.fetch()
    body = whole.body()
    route.fulfill(body=body[: len(body) // 2], content_type=whole.headers["content-type"])


def alter(route: Route) -> None:
    body = bytearray(route.fetch().body())
    body[len(body) // 2] ^= 1
    route.fulfill(body=bytes(body))


def fails_with(calculator: CalculatorPage, code: str) -> None:
    """The page says this failure, keeps the date, and its link leads to a table that answers."""
    calculator.open()
    calculator.last.fill("2026-1-5")
    expect(calculator.element).to_have_attribute("data-state", "error", timeout=60_000)
    calculator.tells_failure(code)
    expect(calculator.last).to_have_value("2026-1-5")
    expect(calculator.last).to_be_editable()
    calculator.failure.get_by_role("link", name="查日期对照表").click()
    expect(calculator.page.get_by_role("row", name="1月5日").first).to_be_visible()


@pytest.mark.parametrize("file", FILES)
def test_a_file_that_does_not_arrive(calculator: CalculatorPage, file: str) -> None:
    calculator.page.route(f"**/runtime/{file}", lambda route: route.abort("connectionreset"))
    fails_with(calculator, "missing")


@pytest.mark.parametrize("file", FILES)
def test_a_file_that_is_not_there(calculator: CalculatorPage, file: str) -> None:
    calculator.page.route(f"**/runtime/{file}", lambda route: route.fulfill(status=404))
    fails_with(calculator, "missing")


@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize("spoil", [truncate, alter])
def test_a_file_that_is_corrupted(calculator: CalculatorPage, file: str, spoil: Callable[[Route], None]) -> None:
    calculator.page.route(f"**/runtime/{file}", spoil)
    fails_with(calculator, "damaged")


@pytest.mark.parametrize("file", AFTERWARDS)
@pytest.mark.parametrize("spoil", [truncate, alter])
def test_a_file_that_comes_afterwards_is_corrupted(
    calculator: CalculatorPage, file: str, spoil: Callable[[Route], None]
) -> None:
    spoilt = True
    calculator.page.route(f"**/runtime/{file}", lambda route: spoil(route) if spoilt else route.continue_())
    calculator.open({"last": "2026-01-05", "today": "2026-11-23"})
    calculator.shows(assess(date(2026, 1, 5), today=date(2026, 11, 23)))
    calculator.page.get_by_text("我知道在哪里领").click()
    calculator.page.get_by_label("哪个省发的养老金").select_option("江苏省")
    calculator.tells_failure("damaged")
    expect(calculator.last).to_have_value("2026-01-05")
    spoilt = False
    calculator.try_again()
    calculator.shows(assess(date(2026, 1, 5), today=date(2026, 11, 23), region="jiangsu"))


def test_a_worker_that_is_corrupted(calculator: CalculatorPage) -> None:
    """Of a worker that cannot be read, browsers do not say why."""
    calculator.page.route("**/assets/python-worker.*.js", truncate)
    fails_with(calculator, "missing")


def test_a_worker_that_does_not_arrive(calculator: CalculatorPage) -> None:
    calculator.page.route("**/python-worker.*.js", lambda route: route.abort())
    fails_with(calculator, "missing")


def test_a_runtime_that_never_answers(calculator: CalculatorPage) -> None:
    calculator.page.clock.install()
    Held(calculator.page, "**/pyodide.asm.hot.*.wasm")
    calculator.open()
    calculator.last.fill("2026-1-5")
    wait_for_megabytes(calculator.page, 2)
    calculator.page.clock.fast_forward(61_000)
    calculator.tells_failure("silent")
    expect(calculator.last).to_have_value("2026-1-5")


def test_a_network_that_is_slow_is_waited_for(calculator: CalculatorPage) -> None:
    set_device(calculator.page, made_day())
    clock = calculator.page.clock
    # Time stands still but for what is said here, however long a loaded machine takes in between.
    clock.install(time=0)
    clock.pause_at(1)
    memory = Held(calculator.page, "**/python.*.snapshot")
    wasm = Held(calculator.page, "**/pyodide.asm.hot.*.wasm")
    calculator.open()
    calculator.last.fill("2026-1-5")
    clock.fast_forward(50_000)
    memory.let_go()
    wait_for_megabytes(calculator.page, 6)
    clock.fast_forward(50_000)
    expect(calculator.failure).to_be_hidden()
    clock.resume()
    wasm.let_go()
    calculator.shows(assess(date(2026, 1, 5), made_day()))


def test_an_element_that_never_comes_up(calculator: CalculatorPage) -> None:
    calculator.page.clock.install()
    calculator.page.route("**/deadline-calculator.*.js", lambda route: route.abort())
    calculator.open()
    calculator.page.clock.fast_forward(21_000)
    calculator.tells_failure("missing")


@pytest.mark.parametrize("lacking", ["WebAssembly", "Worker", "customElements"])
def test_a_browser_that_is_too_old(new_page: Callable[..., Page], site: str, lacking: str) -> None:
    page = new_page(java_script_enabled=True)
    page.add_init_script(f"delete window.{lacking}")
    page.route("**/deadline-calculator.*.js", lambda route: route.fulfill(body="", content_type="text/javascript"))
    fails_with(CalculatorPage(page, site), "unsupported")


def test_without_javascript_the_page_leads_to_the_table(new_page: Callable[..., Page], site: str) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(f"{site}calculator/")
    expect(page.locator("noscript p")).to_contain_text("没有打开JavaScript")
    page.get_by_label("您上次认证是哪一天").fill("2026-1-5")
    page.get_by_role("button", name="算截止日").click()
    expect(page.get_by_role("row", name="1月5日").first).to_be_visible()
    assert "2026-1-5" not in page.url


def test_trying_again_answers_what_was_typed(calculator: CalculatorPage) -> None:
    broken = True

    def once(route: Route) -> None:
        route.abort() if broken else route.continue_()

    calculator.page.route("**/pyodide.asm.hot.*.wasm", once)
    calculator.open()
    calculator.last.fill("2026-1-5")
    calculator.button.click()
    expect(calculator.element).to_have_attribute("data-state", "error")
    broken = False
    calculator.try_again()
    calculator.ready()
    expect(calculator.result("deadline")).to_have_attribute("datetime", "2027-01-05")
