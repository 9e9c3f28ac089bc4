"""The days on which somebody should be reminded of a certification.

Three days before the deadline and on it, and the end of grace, whether or not anybody may rely on it.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from calculator import wording
from calculator.assess import Assessment
from calculator.ladder import DUE_SOON_DAYS

__all__ = ["Reminder", "reminders"]

LAST_WEEK = 7


@dataclass(frozen=True, slots=True)
class Reminder:
    """One day to be reminded on; the whole day, in whatever zone the reader's calendar keeps."""

    kind: str
    """Stable from answer to answer: ``due-soon``, ``last-week``, ``deadline``, ``grace-end``."""
    day: date
    title: str
    text: str


def reminders(found: Assessment, label: str = "") -> tuple[Reminder, ...]:
    """The reminders of one assessment, in the order of time.

    Days before the last certification are left out, which a notice with windows can bring about. ``label`` names the
    person in the titles, where there are several.
    """
    words = wording.reminders
    text = words.text(found.deadline, found.last, found.place.name if found.place else "")
    due_soon = found.deadline - timedelta(days=DUE_SOON_DAYS)
    last_week = found.deadline - timedelta(days=LAST_WEEK)
    days = [
        Reminder("due-soon", due_soon, words.title(label, words.due_soon(found.deadline)), text),
        Reminder("last-week", last_week, words.title(label, words.last_week(found.deadline)), text),
        Reminder("deadline", found.deadline, words.title(label, words.DEADLINE), text),
    ]
    if found.grace_end > found.deadline:
        days.append(
            Reminder("grace-end", found.grace_end, words.title(label, words.GRACE_END), text + words.GRACE_TEXT)
        )
    return tuple(one for one in days if one.day > found.last)
