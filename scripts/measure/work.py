"""How long the main thread computes in one task, which lasts longer on a machine that does more besides."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from playwright.sync_api import Browser, Page

from scripts.measure.browser import visit

__all__ = ["most_work_in_a_task"]

_CATEGORIES = ["toplevel", "blink.user_timing"]


def most_work_in_a_task(browser: Browser, page: Page, address: str) -> float:
    """Go there, and tell what the task with most to do took of the processor, in milliseconds.

    Of all tasks of the page's main thread from the navigation until the answer is drawn. While Python comes up in other
    threads the system takes the processor away from this one, and its tasks last longer than they compute.
    """
    browser.start_tracing(page=page, categories=_CATEGORIES)
    visit(page, address)
    events: list[dict[str, Any]] = json.loads(browser.stop_tracing())["traceEvents"]
    thread, begin = _main_thread(events, address)
    microseconds: list[int] = [
        event["tdur"]
        for event in events
        if event["name"].endswith("RunTask") and _thread(event) == thread and event["ts"] >= begin and "tdur" in event
    ]
    return max(microseconds) / 1000


def _main_thread(events: Iterable[Mapping[str, Any]], address: str) -> tuple[tuple[int, int], float]:
    """The thread that shows the page of this address, and the moment of its navigation, in the trace's microseconds."""
    page = address.partition("#")[0]
    started = [
        event
        for event in events
        if event["name"] == "navigationStart" and event["args"]["data"]["documentLoaderURL"].partition("#")[0] == page
    ]
    return _thread(started[-1]), started[-1]["ts"]


def _thread(event: Mapping[str, Any]) -> tuple[int, int]:
    return event["pid"], event["tid"]
