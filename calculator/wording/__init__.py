"""Every sentence that a citizen reads about an answer, an error or a step, in one place.

Sentences are short, say “您”, do not hurry and do not threaten. Dates are the Gregorian calendar's.
"""

from calculator.wording import (
    answer,
    clock,
    days,
    errors,
    family,
    first,
    forgotten,
    messages,
    offline,
    page,
    reminders,
    roster,
    safe,
    schemes,
    sharing,
    warehouse,
    working,
    written_days,
)

__all__ = [
    "answer",
    "clock",
    "days",
    "errors",
    "family",
    "first",
    "forgotten",
    "messages",
    "offline",
    "page",
    "reminders",
    "roster",
    "safe",
    "schemes",
    "sharing",
    "warehouse",
    "working",
    "written_days",
]
