"""The answer, to be taken along."""

from calculator import wording
from calculator.actions import Reply, Request, file_reply
from calculator.actions.answer import answer_to
from calculator.calendar_file import MEDIA_TYPE, calendar_file

__all__ = ["calendar"]


def calendar(request: Request) -> Reply:
    """The reminders of the answer as a calendar file."""
    found = answer_to(request).assessment
    return file_reply(f"{wording.reminders.FILE_NAME}.ics", MEDIA_TYPE, calendar_file([("", found)]))
