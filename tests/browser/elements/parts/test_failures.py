"""Whatever fails, the visitor reads why in Chinese, keeps what was typed, and is led to the printed table."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from calculator import assess
from tests.browser.device import set_device
from tests.browser.elements.deadline.page import CalculatorPage
from tests.browser.waiting import Held, wait_for_megabytes
from tests.built_site import made_day
from tests.real_browser import NewContext

Answer = dict[str, Any]
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
    calculator.edit().page.get_by_text("我知道在哪里领").click()
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
    calculator.page.route("**/deadline-calculator.*.js", lambda route: route.fulfill(content_type="text/javascript"))
    calculator.open()
    calculator.page.clock.fast_forward(21_000)
    calculator.tells_failure("missing")


LOGIN_PAGE = {"body": "<h1>请先登录</h1>", "content_type": "text/html"}


@pytest.mark.parametrize("lost", [None, {"status": 404}, LOGIN_PAGE], ids=["closed", "gone", "login"])
def test_an_element_whose_script_does_not_come_is_told_at_once(calculator: CalculatorPage, lost: Answer | None) -> None:
    calculator.page.clock.install()  # and left as it is: nothing is waited for
    calculator.page.route(
        "**/deadline-calculator.*.js", lambda route: route.abort() if lost is None else route.fulfill(**lost)
    )
    calculator.open()
    calculator.tells_failure("missing")


FAULTS = {
    "unreadable": "class {",
    "at-its-start": """customElements.define("deadline-calculator", class extends HTMLElement {
        connectedCallback() { throw new Error("a fault of ours"); }
    });""",
}


NEXT_YEAR = made_day().year + 1
TO_COME = f"{NEXT_YEAR}年１月5日"
"""A day that no table answers, because it is still to come, and of which the date table has the month."""


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)
def test_an_element_that_did_not_start_gives_the_form_back(new_context: NewContext, site: str, fault: str) -> None:
    page = new_context(service_workers="block").new_page()  # one in which scripts may fail
    page.clock.install()
    page.route("**/deadline-calculator.*.js", lambda route: route.fulfill(body=fault, content_type="text/javascript"))
    calculator = CalculatorPage(page, site).open()
    calculator.last.fill(TO_COME)
    calculator.tells_failure("broken")
    calculator.button.click()
    expect(page).to_have_url(f"{site}date-table/#m{NEXT_YEAR}-1")
    expect(page.get_by_role("row", name="1月5日").first).to_be_visible()


def test_an_element_of_ours_that_breaks_at_its_start_gives_the_form_back(new_context: NewContext, site: str) -> None:
    page = new_context(service_workers="block").new_page()
    page.add_init_script(
        "Object.defineProperty(HTMLElement.prototype, 'hidden', { set() { throw new Error('no'); } });"
    )
    calculator = CalculatorPage(page, site).open()
    calculator.tells_failure("broken")
    calculator.last.fill(TO_COME)
    calculator.button.click()
    expect(page).to_have_url(f"{site}date-table/#m{NEXT_YEAR}-1")


OLD = "delete Array.prototype.toSorted;"


@pytest.mark.parametrize(
    ("lacking", "code"),
    [
        ("delete window.customElements;", "unsupported"),
        ("delete window.WebAssembly;", "refused"),  # as where a phone is locked down
        ("delete window.Worker;", "refused"),
        ("window.Worker = class { constructor() { throw new DOMException('no', 'SecurityError'); } };", "refused"),
        (f"delete window.WebAssembly; {OLD}", "unsupported"),
        (f"delete Array.prototype.findLast; {OLD}", "unsupported"),
    ],
)
def test_a_browser_in_which_python_never_runs_is_told_at_once_and_leads_to_the_table(
    new_page: Callable[..., Page], site: str, lacking: str, code: str
) -> None:
    page = new_page()
    page.clock.install()
    page.add_init_script(lacking)
    calculator = CalculatorPage(page, site).open()
    calculator.tells_failure(code)
    expect(page.get_by_role("button", name="再试一次")).to_be_hidden()
    calculator.last.fill(TO_COME)
    calculator.button.click()
    expect(page).to_have_url(f"{site}date-table/#m{NEXT_YEAR}-1")
    expect(page.get_by_role("row", name="1月5日").first).to_be_visible()


def test_a_worker_that_says_nothing_of_itself_is_not_waited_for_twice(calculator: CalculatorPage) -> None:
    calculator.page.clock.install()
    calculator.page.route("**/python-worker.*.js", lambda route: route.abort())
    calculator.open()
    calculator.tells_failure("missing")
    calculator.page.clock.fast_forward(61_000)
    calculator.tells_failure("missing")


def test_whoever_tries_again_with_keys_is_led_to_what_comes(calculator: CalculatorPage) -> None:
    lost = True
    calculator.page.route("**/python-worker.*.js", lambda route: route.abort() if lost else route.continue_())
    calculator.open()
    again = calculator.failure.get_by_role("button", name="再试一次")
    again.press("Enter")
    expect(again).to_be_focused()
    lost = False
    held = Held(calculator.page, "**/pyodide.asm.hot.*.wasm")
    again.press("Enter")
    expect(calculator.page.locator(".loading")).to_be_focused()
    held.let_go()
    calculator.ready()


def test_without_javascript_the_page_leads_to_the_table(new_page: Callable[..., Page], site: str) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(f"{site}calculator/")
    expect(page.locator("noscript p")).to_contain_text("不让网页里的程序运行")
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
