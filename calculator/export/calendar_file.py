"""Reminders as a calendar file (iCalendar, RFC 5545) that calendars on phones and computers take in.

Each event lasts the whole day and has a stable identity: taken in again, a reminder replaces itself. Somebody with a
label is known by it, so that a new answer moves the old reminders; without one, only the same answer is the same, so
that a second person's reminders do not push out the first's. Alarms only show a message, because no calendar refuses
those, and ring at nine in the morning.
"""

import uuid
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from icalendar import Alarm, Calendar, Event

from calculator import wording
from calculator.assessment.assess import Assessment
from calculator.assessment.reminders import Reminder, reminders

__all__ = ["MEDIA_TYPE", "calendar_file"]

MEDIA_TYPE = "text/calendar"

_NAMESPACE = uuid.UUID("6e1f1a53-3cd5-5c55-9b3f-1d1f5c8a4c5e")
_PRODUCT = "-//pension-certification//calculator//ZH-CN"
_AT_NINE = timedelta(hours=9)


def calendar_file(people: Iterable[tuple[str, Assessment]], now: datetime | None = None) -> bytes:
    """The reminders of everybody in one file: UTF-8, lines ended by CRLF and folded at 75 octets.

    Somebody whose reminders have all gone by adds nothing; a file in which nobody has any left is not worth giving.

    :param people: a label for each person, "" for one alone, and the assessment.
    :param now: when the file was made, in any zone; the present by default.
    """
    stamp = (now or datetime.now(UTC)).astimezone(UTC).replace(microsecond=0)
    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", wording.reminders.CALENDAR_NAME)
    for label, found in people:
        identity = label or f"{found.last.isoformat()}/{found.rule}/{found.place.id if found.place else ''}"
        for one in reminders(found, label):
            calendar.add_component(_event(one, identity, stamp))
    return bytes(calendar.to_ical())


def _event(one: Reminder, identity: str, stamp: datetime) -> Event:
    event = Event()
    event.add("uid", f"{uuid.uuid5(_NAMESPACE, f'{identity}/{one.kind}')}@pension-certification")
    event.add("dtstamp", stamp)
    event.add("sequence", int(stamp.timestamp()) // 60)
    event.add("dtstart", one.day)
    event.add("dtend", one.day + timedelta(days=1))
    event.add("summary", one.title)
    event.add("description", one.text)
    event.add("transp", "TRANSPARENT")
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", one.title)
    alarm.add("trigger", _AT_NINE)
    event.add_component(alarm)
    return event
