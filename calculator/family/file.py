"""A family as a small file that another device, or this one next year, reads again.

It is JSON: ``{"format": "pension-certification-family", "version": 1, "people": [{"label", "last", "region"}]}``. The
texts are those that were typed, so that what could not be answered yet is kept as well.
"""

import json
from collections.abc import Iterable

from calculator import wording
from calculator.errors import InputError
from calculator.family.people import FIELDS, MAX_LENGTHS, MAX_PEOPLE, Person
from calculator.reading.shallow_json import read_shallow_json

__all__ = ["FORMAT", "MAX_CHARACTERS", "MEDIA_TYPE", "read_family", "write_family"]

MEDIA_TYPE = "application/json"
MAX_CHARACTERS = 20_000
"""Far more than ``MAX_PEOPLE`` people fill. What is longer is some other file."""

FORMAT = "pension-certification-family"
"""What such a file calls itself, and the key under which a device keeps one."""

_VERSION = 1
_DEEPEST = 3
"""Brackets inside one another: the file, its people, one of them."""


def write_family(people: Iterable[Person]) -> str:
    """Everybody of whom something was typed, as the text of a file."""
    written = [{name: getattr(one, name) for name in FIELDS} for one in people if not one.is_blank]
    return json.dumps({"format": FORMAT, "version": _VERSION, "people": written}, ensure_ascii=False, indent=1) + "\n"


def read_family(text: str) -> tuple[Person, ...]:
    """The people of a file.

    :raises InputError: for a file that ``write_family`` did not write, with a sentence that says what to open instead.
    """
    words = wording.family
    if len(text) > MAX_CHARACTERS:
        raise _fault("too-large", words.FILE_OTHER)
    try:
        data = read_shallow_json(text.removeprefix("\ufeff"), _DEEPEST)
    except ValueError:
        raise _fault("unreadable", words.FILE_OTHER) from None
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise _fault("other", words.FILE_OTHER)
    if data.get("version") != _VERSION:
        raise _fault("version", words.FILE_VERSION)
    entries = data.get("people")
    if not isinstance(entries, list) or not all(_is_person(entry) for entry in entries):
        raise _fault("damaged", words.FILE_DAMAGED)
    people = tuple(person for person in map(Person.of, entries) if not person.is_blank)
    if not people:
        raise _fault("empty", words.FILE_EMPTY)
    if len(people) > MAX_PEOPLE:
        raise _fault("too-many", words.too_many(MAX_PEOPLE))
    return people


def _is_person(entry: object) -> bool:
    return isinstance(entry, dict) and all(
        isinstance(entry.get(name), str) and len(entry[name]) <= MAX_LENGTHS[name] for name in FIELDS
    )


def _fault(code: str, message: str) -> InputError:
    return InputError("file", code, message)
