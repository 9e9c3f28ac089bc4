"""What tests must know of the built site that they are given."""

import re
from datetime import date

from scripts.settings.paths import SITE

__all__ = ["made_day"]


def made_day() -> date:
    """The day on which it was made, which need not be today."""
    page = (SITE / "calculator" / "index.html").read_text(encoding="utf-8")
    made = re.search(r'data-made="([\d-]+)"', page)
    assert made
    return date.fromisoformat(made[1])
