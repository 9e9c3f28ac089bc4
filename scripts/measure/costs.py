"""What a visit sends: bytes and requests, counted by the server, and what a bill makes of them."""

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import BrowserContext, Page, sync_playwright

from scripts.measure.browser import open_profile, visit
from scripts.measure.compressing_server import CompressingServer
from scripts.measure.pages import kept, new_page, serving
from scripts.measure.progress import say
from scripts.measure.report import table
from scripts.measure.variants import LAST
from scripts.settings.paths import SITE

__all__ = ["cost_tables"]

_READING = "methods/alipay/"
_CALCULATOR = f"calculator/#last={LAST}"

_LAST_OF_PYTHON = "asm.cold"
"""What the calculator fetches last, when it rests after an answer."""

_READERS = 300_000_000
_PRICES = (0.01, 0.03, 0.08)
"""Of a gigabyte, in any currency: assumptions, to be replaced by what a contract says."""


@dataclass(frozen=True, slots=True)
class _Sent:
    """What one visit made the server send."""

    what: str
    requests: int
    count: int


def cost_tables() -> str:
    """Bytes and requests of each kind of visit, and what they cost for all readers at several prices."""
    sent = _measure()
    visits = table(
        ("visit", "requests", "sent"), [(one.what, str(one.requests), f"{one.count / 1e3:,.0f} kB") for one in sent]
    )
    head = ("every reader does this once a year", "sent", *(f"at {price} for a GB" for price in _PRICES))
    bill = table(head, [(one.what, f"{_READERS * one.count / 1e12:,.0f} TB", *_bill(one)) for one in sent])
    return f"{visits}\n\n{bill}"


def _bill(one: _Sent) -> list[str]:
    return [f"{_READERS * one.count / 1e9 * price:,.0f}" for price in _PRICES]


def _measure() -> list[_Sent]:
    found: list[_Sent] = []
    with TemporaryDirectory() as scratch, ExitStack() as stack:
        say("compressing what is sent …")
        server = stack.enter_context(serving(SITE))
        playwright = stack.enter_context(sync_playwright())

        def count(what: str, context: BrowserContext, visiting: Callable[[Page], object]) -> None:
            say(f"{what} …")
            with new_page(context) as page:
                server.sent.clear()
                visiting(page)
                found.append(_Sent(what, *_total(server)))

        def read(page: Page) -> None:
            page.goto(server.address + _READING, wait_until="networkidle")

        def compute(page: Page) -> None:
            with page.expect_event("requestfinished", lambda request: _LAST_OF_PYTHON in request.url):
                visit(page, server.address + _CALCULATOR)

        def compute_with_what_is_kept(page: Page) -> None:
            visit(page, server.address + _CALCULATOR)  # reads all of Python from the device, without a request
            kept(page)

        def read_and_keep(page: Page) -> None:
            read(page)
            kept(page)

        for name, blocked in (("blocked", True), ("kept", False)):
            reader = stack.enter_context(open_profile(playwright, Path(scratch) / name, service_workers=not blocked))
            if blocked:
                count("a reading page, first visit, nothing kept for later", reader, read)
                count("the same page again", reader, read)
                count("the calculator after it, until all of Python is there", reader, compute)
                count("the calculator again", reader, compute)
            else:
                count("a reading page, first visit, and the whole site kept on the device", reader, read_and_keep)
                count("a page or the calculator from then on", reader, compute_with_what_is_kept)
    return found


def _total(server: CompressingServer) -> tuple[int, int]:
    sent = list(server.sent)
    return len({one.path for one in sent}), sum(one.count for one in sent)
