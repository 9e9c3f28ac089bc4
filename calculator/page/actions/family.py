"""Several people side by side: answered, written to a file and read from one."""

from collections.abc import Iterable
from datetime import date

from calculator import wording
from calculator.counting.device_clock import beijing_today
from calculator.errors import InputError
from calculator.family.file import MEDIA_TYPE, read_family, write_family
from calculator.family.people import (
    FIELDS,
    MAX_PEOPLE,
    Member,
    Person,
    assess_family,
    faults,
    names,
)
from calculator.page.actions import Reply, Request, file_reply, told
from calculator.reading.form import FormError
from calculator.render.family import family_html

__all__ = ["assess", "export", "import_family", "people_in"]


def people_in(request: Request) -> list[Person]:
    """Everybody of whom a request tells, in its order.

    :raises InputError: if they are too many.
    """
    people = [Person.of(fields) for fields in request["people"]]
    if len(people) > MAX_PEOPLE:
        raise InputError("", "too-many", wording.family.too_many(MAX_PEOPLE))
    return people


def assess(request: Request) -> Reply:
    """Everybody's answer as HTML, with what stands beside it in the page.

    ``names`` is what to call each person of the request, in its order; ``errors`` has everybody's faults, which do not
    hinder the others' answers; ``kept`` is what the device remembers once its owner has said yes.
    """
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


def export(request: Request) -> Reply:
    """Everybody as a file to keep, to be taken in again on this device or another."""
    people = [person for person in people_in(request) if not person.is_blank]
    if not people:
        raise FormError(faults(()))
    said = wording.family.file_made(len(people))
    content = write_family(people).encode("utf-8")
    return file_reply(f"{wording.family.FILE_NAME}.json", MEDIA_TYPE, content) | {"said": said}


def import_family(request: Request) -> Reply:
    """The people of a file: ``people`` alone, or ``together`` with those who are in the form already.

    Where the form is not empty, ``question`` asks which of the two is wanted; ``together`` is none where they would be
    too many. Whoever is in both is in ``together`` once.
    """
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


def _fields(people: Iterable[Person]) -> list[dict[str, str]]:
    return [{name: getattr(one, name) for name in FIELDS} for one in people]


def _deadline(member: Member) -> date | None:
    return member.answer.assessment.deadline if member.answer else None
