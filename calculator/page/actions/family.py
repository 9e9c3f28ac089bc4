"""Several people side by side: answered, written to a file and read from one."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from calculator import wording
from calculator.counting.device_clock import beijing_today
from calculator.errors import InputError
from calculator.family.file import MEDIA_TYPE, read_family, write_family
from calculator.family.people import MAX_PEOPLE, Member, Person, assess_family, faults, names
from calculator.page.actions import as_file, told
from calculator.reading.form import FormError
from calculator.render.family import family_html

if TYPE_CHECKING:
    from calculator.page import protocol
    from calculator.page.protocol import ImportReply, ImportRequest, KeepReply, PeopleReply, PeopleRequest

__all__ = ["assess", "export", "import_family", "people_in"]


def people_in(request: PeopleRequest) -> list[Person]:
    """Everybody of whom a request tells, in its order.

    :raises InputError: if they are too many.
    """
    people = [Person.of(fields) for fields in request["people"]]
    if len(people) > MAX_PEOPLE:
        raise InputError("", "too-many", wording.family.too_many(MAX_PEOPLE))
    return people


def assess(request: PeopleRequest) -> PeopleReply:
    """Everybody's answer as HTML, with what stands beside it in the page."""
    people = people_in(request)
    today = beijing_today()
    members = assess_family(people, today)
    return {
        "ok": True,
        "html": family_html(members, today) if members else "",
        "spoken": wording.family.spoken([(one.name, _deadline(one)) for one in members]),
        "names": names(people),
        "errors": told(faults(members)),
        "kept": write_family(people) if members else "",
    }


def export(request: PeopleRequest) -> KeepReply:
    """Everybody as a file to keep, to be taken in again on this device or another."""
    people = [person for person in people_in(request) if not person.is_blank]
    if not people:
        raise FormError(faults(()))
    content = write_family(people).encode("utf-8")
    return {
        "ok": True,
        "file": as_file(f"{wording.family.FILE_NAME}.json", MEDIA_TYPE, content),
        "said": wording.family.file_made(len(people)),
    }


def import_family(request: ImportRequest) -> ImportReply:
    """The people of a file, alone and together with those who are in the form already; who is in both is there once."""
    found = read_family(str(request["text"]))
    present = [person for person in people_in(request) if not person.is_blank]
    together = list(dict.fromkeys((*present, *found)))
    called = names(found)
    return {
        "ok": True,
        "people": _fields(found),
        "together": _fields(together) if len(together) <= MAX_PEOPLE else None,
        "question": wording.family.which_people(called, len(present)) if present else "",
        "said": wording.family.file_read(called),
    }


def _fields(people: Iterable[Person]) -> list[protocol.Person]:
    return [{"label": one.label, "last": one.last, "region": one.region} for one in people]


def _deadline(member: Member) -> date | None:
    return member.answer.assessment.deadline if member.answer else None
