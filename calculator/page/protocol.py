"""What the page may ask for and what it is told: the type of every request and every reply of the bridge.

The functions of ``calculator.page.actions`` are annotated with these types, and ``runtime/client/bridge.d.ts`` is
written from those annotations: a reply that lacks a field fails the type check here, and a script that reads what is
not in one fails the type check there.

A request also has its ``do``, by which the bridge finds the function. Requests come from a page, so what one really
holds may be anything until it has been looked at.
"""

from collections.abc import Mapping, Sequence
from typing import Literal, NotRequired, TypedDict

__all__ = [
    "SETTINGS",
    "AnswerReply",
    "ChangeRequest",
    "ClockRequest",
    "CopyReply",
    "EmptyRequest",
    "ExampleReply",
    "Fault",
    "FieldsRequest",
    "File",
    "FileReply",
    "GroupRequest",
    "ImportReply",
    "ImportRequest",
    "KeepReply",
    "Needs",
    "Offer",
    "OpenRequest",
    "PeopleReply",
    "PeopleRequest",
    "Person",
    "PlaceInside",
    "PlaceLevel",
    "PlacesReply",
    "PlacesRequest",
    "Refusal",
    "Reply",
    "ResultReply",
    "SaidReply",
    "SaveRequest",
    "SettingsRequest",
    "ShareCalendarReply",
    "ShareReply",
    "SharingReply",
    "Sheet",
    "ShowRequest",
    "ShownAndSaidReply",
    "ShownReply",
    "StepReply",
    "TakeAlongRequest",
    "TextSheet",
    "WorkRequest",
]

SETTINGS = ("region", "scheme", "today")
"""What is asked about a whole roster, in the order of its form."""


class File(TypedDict):
    """A file for the visitor to keep: its name, its media type, and what is in it."""

    name: str
    type: str
    base64: str


class Sheet(TypedDict):
    """What the system's share sheet shows of a file."""

    title: str


class TextSheet(Sheet):
    """What it shows of text."""

    text: str


# Every reply --------------------------------------------------------------------------------------------------------


class Offer(TypedDict):
    """What was likely meant by what somebody typed: the text to be put in its place, and what its button says."""

    value: str
    name: str


class Fault(TypedDict):
    """What is wrong with one field; ``field`` is empty where it is none in particular.

    The field of a family's fault begins with the person's index: ``2.last``. Where the message asks which of some days
    or counties is meant, each is offered.
    """

    field: str
    code: str
    message: str
    offers: Sequence[Offer]


class Refusal(TypedDict):
    """The reply to what cannot be answered, with a sentence for each field at fault."""

    ok: Literal[False]
    errors: Sequence[Fault]


class Needs(TypedDict):
    """The reply where a package must be loaded first. The worker loads it and asks again: no page sees this."""

    ok: Literal[False]
    needs: str


class Reply(TypedDict):
    """What every other reply holds, and all that some do."""

    ok: Literal[True]


class EmptyRequest(TypedDict):
    """A request that says all by its ``do``."""


class SaidReply(Reply):
    """A sentence for the visitor, which may be empty."""

    said: str


class ShownReply(Reply):
    """Markup to be shown."""

    html: str


class ShownAndSaidReply(ShownReply, SaidReply):
    """Markup to be shown, and a sentence that says so."""


class FileReply(Reply):
    """A file to be saved."""

    file: File


class KeepReply(FileReply, SaidReply):
    """A file to be saved, and a sentence for when it is."""


# The calculator -----------------------------------------------------------------------------------------------------


class FieldsRequest(TypedDict):
    """The calculator's fields as they were typed, by the names in ``calculator.reading.form.FIELDS``."""

    fields: Mapping[str, str]


class AnswerReply(ShownReply):
    """An answer: its markup, and what a screen reader says of it."""

    spoken: str


class PlacesRequest(TypedDict):
    """A place as the form has it: its path, or as it was typed."""

    region: str


class PlaceInside(TypedDict):
    """Something to choose: what stands for it in the form, and what it is called."""

    path: str
    name: str


class PlaceLevel(TypedDict):
    """What can be chosen inside a province or a prefecture, which is ``around`` it; ``chosen`` is one of the paths."""

    around: str
    chosen: str
    inside: Sequence[PlaceInside]


class PlacesReply(Reply):
    """What a place means: its province, the paths of the rules that could hold there, and its levels."""

    province: str
    rules: Sequence[str]
    levels: Sequence[PlaceLevel]


class ClockRequest(TypedDict):
    """The day on which the page was made, and what was typed for today; none where a page has no field for that."""

    made: str
    today: str | None


class TakeAlongRequest(FieldsRequest):
    """The fields that an answer was made from, the page's own address, and whether its browser saves and prints."""

    page: str
    saves: bool


class CopyReply(SaidReply):
    """Text for the clipboard, and what to say where the browser refuses."""

    copy: str
    otherwise: str


class SharingReply(SaidReply):
    """What to say where the visitor ends the sharing, where the browser wants a fresh press, and where it refuses."""

    cancelled: str
    again: str
    otherwise: str


class ShareReply(SharingReply):
    """Text for the system's share sheet."""

    share: TextSheet


class ShareCalendarReply(SharingReply):
    """A calendar file for the system's share sheet."""

    share: Sheet
    file: File


# The family ---------------------------------------------------------------------------------------------------------


class Person(TypedDict):
    """What was typed about one person, by the names in ``calculator.family.people.FIELDS``."""

    label: str
    last: str
    region: str


class PeopleRequest(TypedDict):
    """Everybody of the form, in its order."""

    people: Sequence[Person]


class PeopleReply(AnswerReply):
    """Everybody's answer.

    ``names`` is what to call each person of the request, in its order; ``errors`` has everybody's faults, which do not
    hinder the others' answers; ``kept`` is what the device remembers once its owner has said yes.
    """

    names: Sequence[str]
    errors: Sequence[Fault]
    kept: str


class ImportRequest(PeopleRequest):
    """What a file holds, and who is in the form already."""

    text: str


class ImportReply(SaidReply):
    """The people of a file, alone and ``together`` with those who are in the form already.

    Where the form is not empty, ``question`` asks which of the two is wanted; ``together`` is none where they would be
    too many.
    """

    people: Sequence[Person]
    together: Sequence[Person] | None
    question: str


# A message ----------------------------------------------------------------------------------------------------------


class MessageRequest(TypedDict):
    """A message as it was pasted or typed, and who seems to have sent it, where that was given."""

    text: str
    sender: NotRequired[str]


class MessageReply(ShownReply):
    """The verdict by its id, the answer, what a screen reader says of it, and a few lines to copy."""

    verdict: str
    spoken: str
    copy: str


# The roster ---------------------------------------------------------------------------------------------------------


class SettingsRequest(TypedDict):
    """What holds for a whole roster, as it was typed, by the names in ``SETTINGS``."""

    fields: Mapping[str, str]


class OpenRequest(SettingsRequest):
    """A table, and how many bytes it has; one that is too large is not sent. A workbook's sheet may be named."""

    base64: str
    size: int
    sheet: NotRequired[str]


class ChangeRequest(SettingsRequest):
    """For each field of a row the number of the column in which it is found, or nothing; and the sheet to be read."""

    columns: Mapping[str, str]
    sheet: NotRequired[str]


class SaveRequest(TypedDict):
    """What kind of file is wanted, by its ending."""

    kind: str


class WorkRequest(TypedDict, total=False):
    """The kind of file that is being written, if it is one."""

    kind: str


class StepReply(Reply):
    """How far the work has come, between 0 and 1, and what a screen reader says of it."""

    share: float
    spoken: str


class WorkbookSheet(TypedDict):
    """A sheet of a workbook that could be the roster."""

    name: str
    hidden: bool


class ResultReply(StepReply):
    """The last step: the result, the sheets that the file has, and the number from 0 of the one that was read."""

    html: str
    sheets: Sequence[WorkbookSheet]
    sheet: int


class GroupRequest(TypedDict):
    """The group that is wanted, or nothing for all."""

    group: str


class ShowRequest(GroupRequest):
    """Which page of a group is wanted, from 0 on."""

    page: int


class ExampleReply(Reply):
    """An invented roster as it would be pasted."""

    text: str
