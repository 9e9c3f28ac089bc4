"""What every kind of test shares."""

import os

from hypothesis import settings

from tests.real_browser import browser, new_context, new_page, page, site

__all__ = ["browser", "new_context", "new_page", "page", "site"]
"""Fixtures of one browser for every kind of test: two in one process would not run."""

# A tool brings defusedxml along; openpyxl would rely on it, and visitors' browsers have none.
os.environ["OPENPYXL_DEFUSEDXML"] = "False"

# The same examples every time: a test that passes today passes tomorrow. New examples are looked for by raising the
# number by hand.
settings.register_profile("reproducible", derandomize=True, deadline=None)
settings.load_profile("reproducible")
