"""Waiting for what no locator shows, on pages whose policy forbids Playwright's own way, which is eval; letting wait."""

import re
import time

from playwright.sync_api import Page, Route

__all__ = ["Held", "wait_for_megabytes", "wait_until"]

PATIENCE = 120
"""Seconds that a loaded machine may take."""


class Held:
    """What a page asks for under some addresses, and does not get before it is let go."""

    def __init__(self, page: Page, addresses: str | re.Pattern[str]) -> None:
        self.asked: list[Route] = []
        self._free = False
        page.route(addresses, self._meet)

    def let_go(self) -> None:
        """Let all of it come, also what is asked for later."""
        self._free = True
        for route in list(self.asked):
            route.continue_()

    def _meet(self, route: Route) -> None:
        self.asked.append(route)
        if self._free:
            route.continue_()


def wait_until(page: Page, condition: str) -> None:
    """Wait until an expression is true in the page, whose own timers may stand still."""
    end = time.monotonic() + PATIENCE
    while not page.evaluate(condition):
        assert time.monotonic() < end, f"within {PATIENCE} seconds it did not come true: {condition}"
        page.wait_for_timeout(20)


def wait_for_megabytes(page: Page, least: int) -> None:
    """Wait until the page shows that so much of Python has arrived, unpacked; what it says are the bytes that travel."""
    wait_until(page, f"document.querySelector('.loading progress').value >= {least}e6")
