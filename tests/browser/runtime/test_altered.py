"""Every file of Python for browsers, altered in one bit on its way, is told as damaged and never runs."""

import json
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect

from calculator.page.bridge import LIBRARY, ON_DEMAND
from runtime.build.assemble import MANIFEST
from scripts.settings.paths import SITE
from tests.browser.elements.deadline.page import CalculatorPage
from tests.browser.runtime.runtime_files import FAULT_OF_THE_FAST_RUNTIME
from tests.real_browser import NewContext

_manifest = json.loads(MANIFEST.read_text(encoding="utf-8"))


def addresses(part: dict[str, dict[str, str]]) -> list[str]:
    return [file["address"] for file in part.values()]


AT_START = addresses(_manifest["files"])
SOON = addresses(_manifest["library"]) + addresses(_manifest["cold"])
LATER = {name: addresses(files) for name, files in _manifest["on_demand"].items()}
ORDINARY = ["pyodide.asm.wasm", "python_stdlib.zip", "pyodide-lock.json"]
ORDINARY += sorted(wheel.name for wheel in (SITE / "pyodide").glob("*.whl"))

FIELDS = {"last": "2026-01-05", "today": "2026-11-23"}
TAKEN = {"fields": FIELDS, "page": "https://example.org/", "saves": True}
ASKED = {
    "icalendar": [{"do": "calendar", **TAKEN}],
    "segno": [{"do": "qr", **TAKEN}],
    "openpyxl": [{"do": "roster/prepare"}],
    LIBRARY: [{"do": "calendar", **TAKEN}],
}
"""What is asked of Python so that it needs what comes on demand."""

ASK = """async (requests) => {
    const { python } = document.querySelector("deadline-calculator");
    let reply;
    for (const request of requests) {
        reply = await python.ask(request);
        if (reply.failed || reply.file) return reply;
    }
    return reply;
}"""


@pytest.fixture
def calculator(new_context: NewContext, site: str) -> CalculatorPage:
    return CalculatorPage(new_context(service_workers="block").new_page(), site)


def altered(page: Page, address: str) -> list[str]:
    """One bit of this file is another; gives the list of how often that was so."""
    times: list[str] = []

    def alter(route: Route) -> None:
        body = bytearray(route.fetch().body())
        body[len(body) // 2] ^= 1
        times.append(route.request.url)
        route.fulfill(body=bytes(body), content_type="application/wasm" if address.endswith(".wasm") else None)

    page.route(f"**/{address}", alter)
    return times


def test_everything_that_can_be_asked_for_on_demand_is_tried() -> None:
    assert ASKED.keys() == LATER.keys() == {*ON_DEMAND, LIBRARY}
    assert len(ORDINARY) > 3


@pytest.mark.parametrize("address", AT_START)
def test_what_python_starts_with(calculator: CalculatorPage, address: str) -> None:
    times = altered(calculator.page, address)
    calculator.open(FIELDS)
    calculator.tells_failure("damaged")
    expect(calculator.answer).to_be_hidden()
    assert times


@pytest.mark.parametrize("address", SOON)
def test_what_comes_soon_after(calculator: CalculatorPage, address: str) -> None:
    times = altered(calculator.page, address)
    calculator.open(FIELDS).ready()
    expect(calculator.result("deadline")).to_be_visible()
    assert calculator.page.evaluate(ASK, ASKED["icalendar"]) == {"ok": False, "failed": "damaged"}
    assert times


@pytest.mark.parametrize(("name", "address"), [(name, one) for name, files in LATER.items() for one in files])
def test_what_is_needed_for_one_thing_alone(calculator: CalculatorPage, name: str, address: str) -> None:
    times = altered(calculator.page, address)
    calculator.open(FIELDS).ready()
    assert calculator.page.evaluate(ASK, ASKED[name]) == {"ok": False, "failed": "damaged"}
    assert times
    calculator.page.unroute_all(behavior="ignoreErrors")
    reply = calculator.page.evaluate(ASK, ASKED[name])
    assert reply["ok"]
    assert "file" in reply or name in {"segno", "openpyxl"}


@pytest.mark.parametrize("address", ORDINARY)
def test_what_the_ordinary_pyodide_starts_with(calculator: CalculatorPage, address: str) -> None:
    body: Callable[[Route], str] = lambda route: FAULT_OF_THE_FAST_RUNTIME + route.fetch().text()  # noqa: E731
    calculator.page.route(
        "**/python-worker*.js", lambda route: route.fulfill(body=body(route), content_type="text/javascript")
    )
    times = altered(calculator.page, f"pyodide/{address}")
    calculator.open(FIELDS)
    calculator.tells_failure("damaged")
    expect(calculator.answer).to_be_hidden()
    assert times


def test_no_script_is_imported_that_nobody_has_looked_at(calculator: CalculatorPage) -> None:
    """What the workers run is a part of them: neither asks for another script."""
    asked: list[str] = []
    calculator.page.on("request", lambda request: asked.append(request.url))
    calculator.open(FIELDS).ready()
    for requests in ASKED.values():
        calculator.page.evaluate(ASK, requests)
    scripts = [url for url in asked if "/runtime/" in url and url.endswith((".js", ".mjs"))]
    assert scripts == []
    assert not any(url.endswith(".mjs") for url in asked)
