"""The days on which somebody should be reminded of a certification.

Three days before the deadline and on it, and the end of grace, whether or not anybody may rely on it. What has already
gone by is left out.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from calculator import wording
from calculator.assessment.assess import Assessment
from calculator.assessment.cautions import grace_caution
from calculator.assessment.working import GraceOrigin
from calculator.counting.status import DUE_SOON_DAYS

__all__ = ["Reminder", "reminders"]

LAST_WEEK = 7

_GRACE_END = {
    GraceOrigin.DEFAULT: wording.reminders.GRACE_END_DEFAULT,
    GraceOrigin.CHOSEN: wording.reminders.GRACE_END_CHOSEN,
    GraceOrigin.REGION: wording.reminders.GRACE_END_REGION,
}


@dataclass(frozen=True, slots=True)
class Reminder:
    """One day to be reminded on; the whole day, in whatever zone the reader's calendar keeps."""

    kind: str
    """Stable from answer to answer: ``due-soon``, ``last-week``, ``deadline``, ``grace-end``."""
    day: date
    title: str
    text: str


def reminders(found: Assessment, label: str = "") -> tuple[Reminder, ...]:
    """The reminders that are still ahead, today's included, in the order of time.

    Days up to the last certification are left out too, which a notice with windows can bring about. ``label`` names
    the person in the titles, where there are several.
    """
    words = wording.reminders
    text = words.text(found.deadline, found.safe_date, found.last, found.place.name if found.place else "")
    days = [
        ("due-soon", found.deadline - timedelta(days=DUE_SOON_DAYS), words.due_soon(found.deadline), text),
        ("last-week", found.deadline - timedelta(days=LAST_WEEK), words.last_week(found.deadline), text),
        ("deadline", found.deadline, words.DEADLINE, text),
    ]
    if found.grace_end > found.deadline:
        late = words.grace_text(found.deadline, grace_caution(found))
        days.append(("grace-end", found.grace_end, _GRACE_END[found.grace_origin], late))
    return tuple(
        Reminder(kind, day, words.title(label, title), text)
        for kind, day, title, text in days
        if day > found.last and day >= found.today
    )
