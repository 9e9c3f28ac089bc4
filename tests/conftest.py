"""What every kind of test shares."""

from hypothesis import settings

from tests.real_browser import browser, new_page, page, site

__all__ = ["browser", "new_page", "page", "site"]
"""Fixtures of one browser for every kind of test: two in one process would not run."""

# The same examples every time: a test that passes today passes tomorrow. New examples are looked for by raising the
# number by hand.
settings.register_profile("reproducible", derandomize=True, deadline=None)
settings.load_profile("reproducible")
