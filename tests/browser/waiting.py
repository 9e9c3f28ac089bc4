"""Waiting for what no locator shows, on pages whose policy forbids Playwright's own way, which is eval."""

import re

from playwright.sync_api import Page, expect

__all__ = ["wait_for_megabytes", "wait_until"]


def wait_until(page: Page, condition: str) -> None:
    """Wait until an expression is true in the page."""
    page.evaluate(f"async () => {{ while (!({condition})) await new Promise((next) => setTimeout(next, 20)); }}")


def wait_for_megabytes(page: Page, least: int) -> None:
    """Wait until the page says that so much of Python has arrived.

    :param least: whole megabytes, below ten.
    """
    expect(page.locator(".loading-bytes")).to_have_text(re.compile(rf"^([{least}-9]|\d\d+)\.\d / "))
