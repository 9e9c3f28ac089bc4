"""What a first visit weighs, compressed as production does it, and that nothing moves while a page arrives."""

import threading
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page

from scripts.measure.compressing_server import CompressingServer
from scripts.settings.paths import SITE

HOME_LIMIT = 160_000

SHIFTS = """window.shifts = [];
new PerformanceObserver((list) => window.shifts.push(...list.getEntries().map(({ value }) => value)))
  .observe({ type: "layout-shift", buffered: true });"""


@pytest.fixture(scope="module")
def server() -> Iterator[CompressingServer]:
    with CompressingServer(SITE) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


@pytest.fixture
def site(server: CompressingServer) -> str:
    return server.address


def test_the_home_page_is_light(page: Page, server: CompressingServer) -> None:
    server.sent.clear()
    page.goto(server.address, wait_until="networkidle")
    assert sum(one.count for one in list(server.sent)) < HOME_LIMIT


@pytest.mark.parametrize("path", ["", "methods/alipay/", "calculator/", "calculator/#last=2026-01-05&today=2026-11-23"])
def test_nothing_moves_while_a_page_arrives(
    new_page: Callable[..., Page], server: CompressingServer, path: str
) -> None:
    page = new_page()
    page.add_init_script(SHIFTS)
    page.goto(server.address + path, wait_until="load")
    page.evaluate(
        "document.fonts.ready.then(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))"
    )
    assert page.evaluate("window.shifts") == []
