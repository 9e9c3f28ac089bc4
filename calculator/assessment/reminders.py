"""The days on which somebody should be reminded of a certification.

Three days that lead up to the safe date, the deadline, and the end of grace where the place or the person gives one.
The 15 days of which the web speaks are nothing to be reminded of. What has already gone by is left out.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from calculator import wording
from calculator.assessment.assess import Assessment
from calculator.assessment.cautions import grace_caution, safe_title
from calculator.assessment.working import GraceOrigin
from calculator.counting.status import DUE_SOON_DAYS

__all__ = ["Reminder", "reminders"]

LAST_WEEK = 7

_GRACE_END = {
    GraceOrigin.CHOSEN: wording.reminders.GRACE_END_CHOSEN,
    GraceOrigin.REGION: wording.reminders.GRACE_END_REGION,
}


@dataclass(frozen=True, slots=True)
class Reminder:
    """One day to be reminded on; the whole day, in whatever zone the reader's calendar keeps."""

    kind: str
    """Stable from answer to answer: ``due-soon``, ``last-week``, ``safe-date``, ``deadline``, ``grace-end``."""
    day: date
    title: str
    text: str


def reminders(found: Assessment, label: str = "") -> tuple[Reminder, ...]:
    """The reminders that are still ahead, today's included, in the order of time.

    Days up to the last certification are left out too, which a notice with windows can bring about, and days on which
    a certification does not count yet. ``label`` names the person in the titles, where there are several.
    """
    words = wording.reminders
    due, safe = found.deadline, found.safe_date
    safer = safe_title(found) if safe < due else ""
    text = words.text(due, safer, safe, found.last, found.place.name if found.place else "", borrowed=found.is_borrowed)
    if not found.reach.known:
        text += f"\n{wording.safe.MORE_SHORT}"
    days = [
        ("due-soon", safe - timedelta(days=DUE_SOON_DAYS), words.due_soon(due, safe), text),
        ("last-week", safe - timedelta(days=LAST_WEEK), words.last_week(due, safe), text),
    ]
    if safer:
        days.append(("safe-date", safe, words.safe_date(due), text))
    days.append(("deadline", due, words.DEADLINE_BORROWED if found.is_borrowed else words.DEADLINE, text))
    if due < found.grace_end and found.grace_origin is not GraceOrigin.DEFAULT:
        chosen = found.grace_origin is GraceOrigin.CHOSEN
        late = words.grace_text(due, grace_caution(found), chosen=chosen, pension=found.could_be_pension)
        days.append(("grace-end", found.grace_end, _GRACE_END[found.grace_origin], late))
    opens = found.opens or found.last
    return tuple(
        Reminder(kind, day, words.title(label, title), text)
        for kind, day, title, text in days
        if day > found.last and day >= found.today and (day >= opens or day == safe)
    )
