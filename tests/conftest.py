"""What every kind of test shares."""

import os
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from scripts.settings.paths import ROOT
from tests.real_browser import browser, new_context, new_page, page, site

__all__ = ["browser", "new_context", "new_page", "page", "site"]
"""Fixtures of one browser for every kind of test: two in one process would not run."""

# A tool brings defusedxml along; openpyxl would rely on it, and visitors' browsers have none.
os.environ["OPENPYXL_DEFUSEDXML"] = "False"

# The same examples every time: a test that passes today passes tomorrow. New examples are looked for by raising the
# number by hand.
settings.register_profile("reproducible", derandomize=True, deadline=None)
settings.load_profile("reproducible")

_COUNTED = (ROOT / "tests" / "calculator", ROOT / "calculator")
"""Whose tests alone must reach every line of the calculator. Counting makes it several times as slow for all others."""


def _is_counted(path: Path) -> bool:
    return any(path.is_relative_to(folder) for folder in _COUNTED)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    """Count no lines in the others. pytest-cov's own ``no_cover`` is of no use: a worker has two counters, it stops one."""
    counter, of_threads = sys.gettrace(), threading.gettrace()
    if counter is None or _is_counted(item.path):
        return (yield)
    sys.settrace(None)
    threading.settrace(None)  # type: ignore[arg-type] # as coverage itself does
    try:
        return (yield)
    finally:
        threading.settrace(of_threads)  # type: ignore[arg-type]
        sys.settrace(counter)
