"""What tests must know of the site that has been built."""

import re
from datetime import date
from functools import cache

from scripts.settings.paths import SITE

__all__ = ["made_day"]


@cache
def made_day() -> date:
    """The day on which the pages were made, as they say themselves. It may not be today any more."""
    page = (SITE / "calculator" / "index.html").read_text(encoding="utf-8")
    [day] = re.findall(r'data-made="(\d{4}-\d{2}-\d{2})"', page)
    return date.fromisoformat(day)
