"""The doors through which input comes in, one function each: any bytes go in, and nothing but a ``OutputError`` comes out.

Whatever is no declared error is not caught here, so that it is a finding too.
"""

import io
import json
import re
from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType
from urllib.parse import parse_qsl

from calculator.assessment.supported_days import EARLIEST, LATEST
from calculator.counting.rules import RULES
from calculator.errors import InputError
from calculator.family.file import read_family, write_family
from calculator.family.people import MAX_PEOPLE
from calculator.messages import Verdict, check
from calculator.page.bridge import answer
from calculator.reading.days import parse_day
from calculator.reading.form import FormError, fill_in
from calculator.regions import SCHEMES
from calculator.render.call_sheet import call_sheet_html
from calculator.render.roster import list_html
from calculator.roster.days import roster_day
from calculator.roster.formats import FORMATS
from calculator.roster.rows import assess_rows
from calculator.roster.table import open_table
from calculator.roster.worklist import Worklist
from calculator.roster.writers import finished, open_writer
from scripts.fuzzing.checks import check_file, check_html, check_reply, check_sentence, require
from scripts.fuzzing.drawing import Drawn, csv_table, damaged_workbook, kept_family, requests

__all__ = ["TARGETS", "Target"]

Target = Callable[[bytes], None]

_TODAY = date(2026, 11, 24)
_PAGE = "https://example.cn/calculator/"
_DAY = re.compile(r"\d{4}-\d\d(?:-\d\d)?", re.ASCII)
_CHOICE = re.compile("|".join(map(re.escape, (*SCHEMES, *RULES))))
_NAMED = re.compile(r"[a-z]+(?:-[a-z]+)*(?:/[a-z0-9-]+){0,2}|[一-龥]{3,30}")
_LINKED = {
    **dict.fromkeys(("last", "claim", "today"), _DAY),
    **dict.fromkeys(("scheme", "rule"), _CHOICE),
    "region": _NAMED,
    "grace": re.compile(r"\d{1,4}", re.ASCII),
}
"""How each field may stand in a link."""


def bridge(data: bytes) -> None:
    """Requests as the page makes them, and as it never would, one after another."""
    _forget_roster()
    for request in requests(Drawn(data)):
        check_reply(answer(json.dumps(request)))


def request(data: bytes) -> None:
    """A request that may not even be JSON."""
    _forget_roster()
    check_reply(answer(_text(data)))


def day(data: bytes) -> None:
    """A day as typed into the form, or found in a cell, and days of grace."""
    text = _text(data)
    for read in (parse_day, roster_day):
        try:
            found = read(text)
        except InputError as error:
            check_sentence(error.message)
        else:
            require(EARLIEST <= found.day <= LATEST, "a day out of range", found)
            require(read(found.day.isoformat()).day == found.day, "a day that is another when read again", found)
    try:
        fill_in({"last": "2025-3-5", "grace": text, "today": text}, _TODAY)
    except FormError as fault:
        for one in fault.errors:
            check_sentence(one.message)


def fragment(data: bytes) -> None:
    """What stands behind ``#`` in an address that somebody was sent, taken apart as a browser does."""
    text = _text(data)
    given = dict(parse_qsl(text, keep_blank_values=True, max_num_fields=None))
    request = {"fields": given, "page": f"{_PAGE}?{text}#{text}", "saves": True}
    reply = check_reply(answer(json.dumps({"do": "assess"} | request)))
    for do in ("first", "forgotten"):
        check_reply(answer(json.dumps({"do": do} | request)))
    if reply["ok"]:
        _check_link(request, reply)


def _check_link(request: dict[str, object], reply: dict[str, object]) -> None:
    """The link to an answer leads to the same answer, and holds nothing but what that rests on."""
    link = check_reply(answer(json.dumps({"do": "link"} | request)))
    require("copy" in link, "an answer without a link", link)
    page, _, behind = str(link["copy"]).partition("#")
    require(page == _PAGE, "the page's own query in a link", page)
    again = dict(parse_qsl(behind))
    for name, text in again.items():
        require(bool(_LINKED[name].fullmatch(text)), "what nobody writes but who typed it, in a link", again)
    require(
        answer(json.dumps({"do": "assess", "fields": again})) == json.dumps(reply, ensure_ascii=False),
        "another answer",
        again,
    )


def family(data: bytes) -> None:
    """A family's file."""
    text = _text(data)
    try:
        people = read_family(text)
    except InputError as error:
        check_sentence(error.message)
    else:
        require(1 <= len(people) <= MAX_PEOPLE, "too few or too many", people)
        require(read_family(write_family(people)) == people, "a family that is another when read again", people)
    fields = [{"label": "妈妈", "last": "2026-1-5", "region": ""}]
    reply = check_reply(answer(json.dumps({"do": "family/import", "text": text, "people": fields})))
    if reply["ok"]:
        for do in ("assess", "export", "calendar"):
            check_reply(answer(json.dumps({"do": f"family/{do}", "people": reply["people"]})))


def stored(data: bytes) -> None:
    """What a device has kept, or what another page on the same host has put in its place."""
    text = kept_family(Drawn(data))
    reply = check_reply(answer(json.dumps({"do": "family/import", "text": text, "people": []})))
    require(not reply.get("question"), "a question where nobody is in the form", reply)
    if reply["ok"]:
        shown = check_reply(answer(json.dumps({"do": "family/assess", "people": reply["people"]})))
        kept = {"do": "family/import", "text": shown["kept"], "people": []}
        again = check_reply(answer(json.dumps(kept)))
        require(again["people"] == reply["people"], "a family that is another when it is kept", again)


def message(data: bytes) -> None:
    """A message that somebody received, or says that he did."""
    text = _text(data)
    try:
        found = check(text)
    except InputError as error:
        check_sentence(error.message)
        return
    places = [(one.start, one.end, one.words) for one in found.signs]
    for start, end, words in places + [(one.start, one.end, one.words) for one in found.days]:
        require(text[start:end] == words, "words that do not stand there", words)
    caught = list(Verdict).index(check(text, sender="+82 10").verdict)
    require(caught >= list(Verdict).index(found.verdict), "a sender that calms", found)
    check_reply(answer(json.dumps({"do": "message", "text": text, "sender": text})))


def csv(data: bytes) -> None:
    """A text file as it is, from the first byte to the last."""
    _roster(data, "csv")


def table(data: bytes) -> None:
    """A text file with whatever in its cells, written back in every kind."""
    drawn = Drawn(data)
    kind = drawn.choice(("csv", "ics", "xlsx", "csv"))
    _roster(csv_table(drawn), kind)


def file(data: bytes) -> None:
    """A file that begins as one of any kind does, and goes on as it likes."""
    beginnings = [one for kind in FORMATS for one in kind.beginnings]
    _roster(beginnings[data[0] % len(beginnings)] + data[1:] if data else b"", "csv")


def archive(data: bytes) -> None:
    """A zip as it is."""
    _roster(b"PK\x03\x04" + data.removeprefix(b"PK\x03\x04"), "csv")


def workbook(data: bytes) -> None:
    """A real workbook that has been damaged."""
    _roster(damaged_workbook(Drawn(data)), "csv")


def _roster(content: bytes, kind: str) -> None:
    """A roster is read, assessed, shown and written, or refused with a sentence."""
    try:
        found = open_table(io.BytesIO(content))
        assessed = assess_rows(
            found.rows, found.heading, found.heading.columns, _TODAY, {}, system_1904=found.source.system_1904
        )
        people = list(assessed)
    except InputError as error:
        check_sentence(error.message)
        return
    worklist = Worklist(people)
    check_html(list_html(worklist, None, 0))
    check_html(call_sheet_html(worklist, None, _TODAY))
    file = io.BytesIO()
    with finished(open_writer(kind, file, found.heading)) as writer:
        for person in people:
            writer.write(person)
    check_file(f"x.{kind}", file.getvalue())


def _text(data: bytes) -> str:
    return data.decode("utf-8", "surrogateescape")


def _forget_roster() -> None:
    """One input must not meet the roster of another."""
    answer('{"do": "roster/close"}')


TARGETS: Mapping[str, Target] = MappingProxyType(
    {
        one.__name__: one
        for one in (bridge, request, day, fragment, family, stored, message, csv, table, file, archive, workbook)
    }
)
"""Every target by its name."""
