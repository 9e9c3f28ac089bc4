"""A real Chromium that tells when the right answer stood in the page."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, Playwright

from scripts.measure.variants import DEADLINE
from scripts.settings.chromium import chromium_program

__all__ = ["PHONE", "Visit", "new_visitor", "open_browser", "open_profile", "visit"]

PHONE = {"width": 390, "height": 844}

PATIENCE = 120_000
"""Milliseconds after which a page that gives no answer is a failure."""

_OPTIONS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]

_WATCH = f"""(() => {{
  const told = (window.bench = {{ longTasks: [] }});
  const note = (tasks) => tasks.forEach(({{ startTime, duration }}) => told.longTasks.push([startTime, duration]));
  const tasks = new PerformanceObserver((list) => note(list.getEntries()));
  tasks.observe({{ type: "longtask", buffered: true }});
  told.flush = () => note(tasks.takeRecords());
  const selector = `time[data-result="deadline"][datetime="{DEADLINE}"]:not([data-answer="instant"] *)`;
  told.answered = new Promise((resolve) => {{
    const observer = new MutationObserver(() => {{
      const answer = document.querySelector(selector);
      if (!answer || answer.closest("[hidden]")) return; // asked so that nothing is laid out sooner than it would be
      const now = performance.now();
      observer.disconnect();
      resolve({{ milliseconds: now, when: (performance.timeOrigin + now) / 1000 }});
    }});
    observer.observe(document, {{ childList: true, subtree: true, attributeFilter: ["datetime", "hidden"] }});
  }});
}})()"""
"""Runs in every page before its own scripts."""

_ANSWERED = f"""async () => {{
  const late = new Promise((_, fail) => setTimeout(() => fail(new Error("no answer came")), {PATIENCE}));
  const answer = await Promise.race([window.bench.answered, late]);
  // The task that wrote the answer, and the one that drew it, have ended, and count.
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  const drawn = performance.now();
  window.bench.flush();
  const longTasks = window.bench.longTasks.filter(([start]) => start <= drawn);
  return {{ ...answer, longTasks: longTasks.map(([, duration]) => duration) }};
}}"""


@dataclass(frozen=True, slots=True)
class Visit:
    """One visit: milliseconds from navigation to the answer, the moment of the answer, and until then the lengths of
    the tasks that kept the main thread busy for more than 50 ms.
    """

    milliseconds: float
    when: float
    long_tasks: tuple[float, ...]


@contextmanager
def open_browser(playwright: Playwright) -> Iterator[Browser]:
    """A browser whose contexts have empty caches."""
    browser = playwright.chromium.launch(executable_path=chromium_program(), args=_OPTIONS)
    yield browser
    browser.close()


@contextmanager
def open_profile(playwright: Playwright, folder: Path, *, service_workers: bool = True) -> Iterator[BrowserContext]:
    """A browser that keeps on the disk what it is given to keep, as a visitor's own does."""
    profile = playwright.chromium.launch_persistent_context(
        folder,
        executable_path=chromium_program(),
        args=_OPTIONS,
        service_workers="allow" if service_workers else "block",
        **_visitor(),
    )
    profile.add_init_script(_WATCH)
    yield profile
    profile.close()


@contextmanager
def new_visitor(browser: Browser) -> Iterator[BrowserContext]:
    """Somebody who has never been here."""
    context = browser.new_context(**_visitor())
    context.add_init_script(_WATCH)
    yield context
    context.close()


def visit(page: Page, address: str) -> Visit:
    """Go there, and wait for the answer.

    :raises playwright.sync_api.Error: if none comes.
    """
    page.goto(address, wait_until="commit")
    told: dict[str, Any] = page.evaluate(_ANSWERED)
    return Visit(told["milliseconds"], told["when"], tuple(told["longTasks"]))


def _visitor() -> dict[str, Any]:
    return {"viewport": PHONE, "locale": "zh-CN", "timezone_id": "Asia/Shanghai"}
