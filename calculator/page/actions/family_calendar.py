"""Several people's reminders, to be taken along."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calculator import wording
from calculator.assessment.reminders import reminders
from calculator.counting.device_clock import beijing_today
from calculator.errors import InputError
from calculator.export.calendar_file import MEDIA_TYPE, calendar_file
from calculator.family.people import assess_family, labelled_assessments
from calculator.page.actions import as_file
from calculator.page.actions.family import people_in

if TYPE_CHECKING:
    from calculator.page.protocol import KeepReply, PeopleRequest

__all__ = ["calendar"]


def calendar(request: PeopleRequest) -> KeepReply:
    """Everybody's reminders as one calendar file, and who is not in it.

    :raises FormError: if a label is missing or stands for two, because reminders are known by it.
    :raises InputError: if nobody has a day ahead to be reminded of.
    """
    members = assess_family(people_in(request), beijing_today())
    answered = labelled_assessments(members)
    ahead = [(label, found) for label, found in answered if reminders(found, label)]
    if not ahead:
        raise InputError("0.last", "passed", wording.family.ALL_PASSED)
    passed = [label for label, found in answered if not reminders(found, label)]
    missing = [one.name for one in members if one.answer is None]
    return {
        "ok": True,
        "file": as_file(f"{wording.family.CALENDAR_FILE_NAME}.ics", MEDIA_TYPE, calendar_file(ahead)),
        "said": wording.family.calendar_made([label for label, _ in ahead if label], passed, missing),
    }
