"""Python ends, memory runs out, the device keeps nothing: the visitor reads why, and what was typed stays."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.elements.deadline.page import CalculatorPage
from tests.browser.elements.family.page import FamilyPage
from tests.real_browser import NewContext

NO_STORAGE = """
for (const name of ["localStorage", "sessionStorage", "indexedDB", "caches"]) {
    Object.defineProperty(window, name, { get() { throw new DOMException("no", "SecurityError"); } });
}
Object.defineProperty(navigator, "serviceWorker", { get() { throw new DOMException("no", "SecurityError"); } });
"""
"""As in the private windows of the strictest browsers."""


@pytest.fixture
def calculator(page: Page, site: str) -> CalculatorPage:
    return CalculatorPage(page, site)


def test_python_that_cannot_have_memory_is_told_and_tried_again(new_context: NewContext, site: str) -> None:
    page = new_context(service_workers="block").new_page()  # one in which scripts may fail
    calculator = CalculatorPage(page, site)
    full = True
    start = "WebAssembly.Memory = class { constructor() { throw new RangeError('could not allocate memory'); } };\n"
    start += "WebAssembly.instantiate = () => Promise.reject(new RangeError('could not allocate memory'));\n"

    def limit(route: Route) -> None:
        body = route.fetch().text()
        route.fulfill(body=(start if full else "") + body, content_type="text/javascript")

    calculator.page.route("**/*-worker*.js", limit)  # of both runtimes
    calculator.open()
    calculator.last.fill("2026-1-5")
    calculator.tells_failure("broken")
    expect(calculator.last).to_have_value("2026-1-5")
    full = False
    calculator.try_again()
    expect(calculator.result("deadline")).to_have_attribute("datetime", "2027-01-05")


@pytest.fixture
def killed(page: Page) -> Callable[[], None]:
    """Kills Python as a device does that is short of memory: without a word."""
    page.add_init_script(
        """const start = Worker;
        window.Worker = function (address, options) {
          const worker = new start(address, options);
          if (String(address).includes("python-worker")) window.pythonWorker = worker;
          return worker;
        };"""
    )
    page.clock.install()
    return lambda: page.evaluate("window.pythonWorker.terminate()")


def test_a_worker_that_was_killed_is_missed_and_started_again(
    calculator: CalculatorPage, killed: Callable[[], None]
) -> None:
    calculator.open({"last": "2026-01-05", "today": "2026-11-23"})
    expect(calculator.answer).to_be_visible()
    killed()
    calculator.edit().last.fill("2026-2-5")
    calculator.page.clock.fast_forward(61_000)
    calculator.tells_failure("silent")
    expect(calculator.last).to_have_value("2026-2-5")
    # What was answered before is not left standing beside another day.
    expect(calculator.instant.locator('[data-result="deadline"]')).to_have_attribute("datetime", "2027-02-05")
    calculator.try_again()
    expect(calculator.result("deadline")).to_have_attribute("datetime", "2027-02-05")


def test_a_family_is_answered_by_the_table_once_python_was_killed(
    page: Page, site: str, killed: Callable[[], None]
) -> None:
    family = FamilyPage(page, site)
    page.goto(family.address)
    family.fill(("妈妈", "2026-1-5"))
    expect(page.locator("[data-answer=full] .family-card")).to_have_count(1)
    killed()
    family.fill(("妈妈", "2026-2-5"))
    page.clock.fast_forward(61_000)
    deadline = page.locator("[data-answer=instant] [data-result=deadline]")
    expect(deadline).to_have_attribute("datetime", "2027-02-05")


def test_where_nothing_may_be_stored_every_calculator_answers(new_page: Callable[..., Page], site: str) -> None:
    page = new_page(service_workers="allow")
    page.add_init_script(NO_STORAGE)
    calculator = CalculatorPage(page, site).open({"last": "2026-01-05", "today": "2026-11-23"})
    expect(calculator.result("deadline")).to_have_attribute("datetime", "2027-01-05")
    for address in ("family", "roster"):
        page.goto(f"{site}calculator/{address}/")
        expect(page.locator("[data-state]")).to_have_attribute("data-state", "ready")


@pytest.mark.parametrize("quota", [1, 500_000], ids=["nothing", "little"])
def test_a_full_device_keeps_less_and_answers_all_the_same(
    new_page: Callable[..., Page], site: str, quota: int
) -> None:
    page = new_page(service_workers="allow")
    device = page.context.new_cdp_session(page)
    device.send("Storage.overrideQuotaForOrigin", {"origin": site.rstrip("/"), "quotaSize": quota})
    calculator = CalculatorPage(page, site).open({"last": "2026-01-05", "today": "2026-11-23"})
    expect(calculator.result("deadline")).to_have_attribute("datetime", "2027-01-05")
    expect(page.locator(".offline-mark")).to_be_hidden()


def test_storage_cleared_during_a_visit_costs_no_answer(new_page: Callable[..., Page], site: str) -> None:
    page = new_page(service_workers="allow")
    device = page.context.new_cdp_session(page)
    calculator = CalculatorPage(page, site).open({"last": "2026-01-05", "today": "2026-11-23"})
    expect(page.locator(".offline-mark")).to_have_attribute("data-kept", "all")
    device.send("Storage.clearDataForOrigin", {"origin": site.rstrip("/"), "storageTypes": "all"})
    calculator.edit().last.fill("2026-02-05")
    expect(calculator.result("deadline")).to_have_attribute("datetime", "2027-02-05")
    page.reload()
    expect(calculator.result("deadline")).to_have_attribute("datetime", "2027-02-05")
