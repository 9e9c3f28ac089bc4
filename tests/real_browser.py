"""A real Chromium on the built site, which no test may leave."""

import os
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress

import pytest
from playwright.sync_api import Browser, BrowserContext, Error, Page, Request, expect, sync_playwright

from scripts.settings.chromium import windowless_chromium_program
from scripts.settings.paths import SITE
from scripts.site.server import SiteServer
from tests.web_server import Nginx

NewContext = Callable[..., BrowserContext]

PHONE = {"width": 390, "height": 844}
PATIENCE = 60_000
"""Milliseconds that the runtime may take on a loaded machine before a test gives up."""

expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="session")
def site() -> Iterator[str]:
    """The address of the built site, ending in a slash: on nginx, or as SITE_SERVER=development says."""
    assert (SITE / "index.html").is_file(), "build the site first: scripts/build"
    if os.environ.get("SITE_SERVER") == "development":
        with SiteServer(SITE) as server:
            threading.Thread(target=server.serve_forever, daemon=True).start()
            yield server.address
            server.shutdown()
    else:
        with Nginx(SITE) as nginx:
            yield nginx.address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=windowless_chromium_program(),
            timeout=PATIENCE,
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        yield chromium
        chromium.close()


def close(context: BrowserContext) -> None:
    """What a page was still fetching by a route of the test's own is no fault of the test that comes next."""
    with suppress(Error):  # it may be closed already
        for page in context.pages:
            page.unroute_all(behavior="ignoreErrors")
        context.unroute_all(behavior="ignoreErrors")
    context.close()


@pytest.fixture
def new_context(browser: Browser) -> Iterator[NewContext]:
    """Opens visitors of their own, whose scripts may fail, and who are as patient as the tests."""
    contexts: list[BrowserContext] = []

    def open_context(**options: object) -> BrowserContext:
        context = browser.new_context(**options)
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        return context

    yield open_context
    for context in contexts:
        close(context)


@pytest.fixture
def new_page(new_context: NewContext, site: str) -> Iterator[Callable[..., Page]]:
    """Opens pages the size of a phone; afterwards, no script may have failed and no other host been asked."""
    contexts: list[BrowserContext] = []
    faults: list[str] = []

    def heed(request: Request) -> None:
        if not request.url.startswith((site, "blob:", "data:")):
            faults.append(f"asked another host: {request.url}")

    def open_page(**options: object) -> Page:
        # Without motion a page is at once what it will be, so that no test meets it half faded.
        # The service worker would fetch the whole site each time; it has tests of its own.
        stillness = {"viewport": PHONE, "locale": "zh-CN", "reduced_motion": "reduce", "service_workers": "block"}
        context = new_context(**(stillness | options))
        context.on("request", heed)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: faults.append(f"script failed: {error}"))
        return page

    yield open_page
    for context in contexts:
        close(context)
    assert not faults


@pytest.fixture
def page(new_page: Callable[..., Page]) -> Page:
    return new_page()
