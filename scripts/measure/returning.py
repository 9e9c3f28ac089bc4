"""Coming back: the second, third and fifth visit of a browser that was new at the first, and a private window's second."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page, Playwright

from scripts.measure.browser import Visit, new_visitor, open_profile, visit

__all__ = ["VISITS", "Returning", "come_back", "come_back_privately"]

VISITS = (2, 3, 5)
"""The visits that are told of: what a browser keeps compiled, it keeps from one of these on."""

_READING = 8_000
"""Milliseconds for which somebody looks at the first answer; what comes meanwhile is kept for the next visit."""


@dataclass(frozen=True, slots=True)
class Returning:
    """What was measured of one page: visits by their number, each list in the order of the runs."""

    visits: dict[int, list[Visit]] = field(default_factory=lambda: {number: [] for number in VISITS})
    private: list[Visit] = field(default_factory=list)


def come_back(playwright: Playwright, profile: Path, address: str) -> dict[int, Visit]:
    """Go there five times with a profile that does not exist yet; the browser itself has started before the first."""
    with open_profile(playwright, profile) as context:
        made = _visits(context, address, max(VISITS))
    return {number: made[number - 1] for number in VISITS}


def come_back_privately(browser: Browser, address: str) -> Visit:
    """The second visit in a window that forgets everything when it is closed."""
    with new_visitor(browser) as context:
        return _visits(context, address, 2)[-1]


def _visits(context: BrowserContext, address: str, count: int) -> Sequence[Visit]:
    made = []
    for number in range(count):
        page: Page = context.new_page()
        if not number:
            page.goto("about:blank")
        made.append(visit(page, address))
        if not number:
            page.wait_for_timeout(_READING)
        page.close()
    return made
