"""Several people's reminders, to be taken along."""

from calculator import wording
from calculator.actions import Reply, Request, file_reply
from calculator.actions.family import people_in
from calculator.calendar_file import MEDIA_TYPE, calendar_file
from calculator.dates import beijing_today
from calculator.family import assess_family, labelled_assessments

__all__ = ["calendar"]


def calendar(request: Request) -> Reply:
    """Everybody's reminders as one calendar file, and who is not in it.

    :raises FormError: if a label is missing or stands for two, because reminders are known by it.
    """
    members = assess_family(people_in(request), beijing_today())
    content = calendar_file(labelled_assessments(members))
    included = [one.name for one in members if one.answer]
    missing = [one.name for one in members if one.answer is None]
    said = wording.family.calendar_made(included, missing)
    return file_reply(f"{wording.family.CALENDAR_FILE_NAME}.ics", MEDIA_TYPE, content) | {"said": said}
