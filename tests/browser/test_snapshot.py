"""A memory of Python is kept for the next visit: it is used, it holds nothing typed, and where it fails nobody notices."""

from collections.abc import Callable
from datetime import date

import pytest
from playwright.sync_api import Page

from calculator import assess
from calculator.dates import beijing_today
from tests.browser.calculator_page import CalculatorPage

HEAR = """
window.Worker = class extends Worker {
  constructor(...given) {
    super(...given);
    this.addEventListener("message", ({ data }) => data.ready && (window.fresh = data.fresh));
  }
};
"""
KEPT = """async () => {
    for (;;) {
        for (const name of await caches.keys())
            if (name.startsWith("python-snapshot") && (await (await caches.open(name)).keys()).length) return name;
        await new Promise((resolve) => setTimeout(resolve, 50));
    }
}"""
"""The name of its cache, once it is there."""
SPOIL = """async (how) => {
    const cache = await caches.open(await (KEPT)());
    const [entry] = await cache.keys();
    const bytes = new Uint8Array(await (await cache.match(entry)).arrayBuffer());
    const spoilt = { cut: () => bytes.subarray(0, bytes.length / 2), empty: () => new Uint8Array(0),
                     zeros: () => bytes.fill(0, bytes.length / 8), noise: () => bytes.map((byte) => byte ^ 85) }[how]();
    await cache.put(entry, new Response(spoilt));
}""".replace("KEPT", KEPT)
TYPED = "1993-11-07"


@pytest.fixture
def calculator(new_page: Callable[..., Page], site: str) -> CalculatorPage:
    page = new_page(snapshots=True)
    page.add_init_script(HEAR)
    return CalculatorPage(page, site)


def answers(calculator: CalculatorPage, last: str) -> None:
    calculator.page.goto("about:blank")
    calculator.open({"last": last})
    calculator.shows(assess(date.fromisoformat(last), today=beijing_today()))


def kept(calculator: CalculatorPage) -> None:
    answers(calculator, TYPED)
    calculator.page.evaluate(KEPT)


def fresh(calculator: CalculatorPage) -> bool:
    return bool(calculator.page.evaluate("window.fresh"))


def test_the_next_visit_starts_from_the_snapshot_and_answers_the_same(calculator: CalculatorPage) -> None:
    kept(calculator)
    assert fresh(calculator)
    answers(calculator, "2026-01-05")
    assert not fresh(calculator)
    answer = calculator.page.evaluate(
        """async () => {
            const { python } = document.querySelector("deadline-calculator");
            const asked = { fields: { last: "2026-01-05" }, page: "https://example.org/", saves: true };
            return [await python.ask({ do: "calendar", ...asked }), await python.ask({ do: "qr", ...asked })];
        }"""
    )
    assert [one["ok"] for one in answer] == [True, True]


def test_nothing_typed_is_in_it(calculator: CalculatorPage) -> None:
    kept(calculator)
    found = calculator.page.evaluate(
        """async (typed) => {
            const response = await caches.match((await (await caches.open(await (KEPT)())).keys())[0]);
            return new TextDecoder("latin1").decode(await response.arrayBuffer()).includes(typed);
        }""".replace("KEPT", KEPT),
        TYPED,
    )
    assert found is False


@pytest.mark.parametrize("how", ["cut", "empty", "zeros", "noise"])
def test_a_snapshot_that_is_spoilt_is_not_noticed(calculator: CalculatorPage, how: str) -> None:
    kept(calculator)
    calculator.page.evaluate(SPOIL, how)
    answers(calculator, "2026-01-05")
    assert fresh(calculator)


def test_where_nothing_may_be_kept_python_starts_as_before(calculator: CalculatorPage) -> None:
    calculator.page.add_init_script("delete window.caches")
    for last in (TYPED, "2026-01-05"):
        answers(calculator, last)
        assert fresh(calculator)
