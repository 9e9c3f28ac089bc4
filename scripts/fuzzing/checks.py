"""What no output may hold, whatever the input was. Each check is written anew, not taken from the code it checks."""

import csv
import io
import json
import re
import unicodedata
from base64 import b64decode
from typing import Any

from openpyxl import load_workbook

__all__ = ["OutputError", "check_file", "check_html", "check_reply", "check_sentence"]


class OutputError(AssertionError):
    """An output that must not be."""


def require(holds: bool, what: str, output: object) -> None:
    """:raises OutputError: if it does not hold."""
    if not holds:
        raise OutputError(f"{what}: {output!r:.2000}")


# Replies --------------------------------------------------------------------------------------------------------------


def check_reply(text: str) -> dict[str, Any]:
    """A reply of the bridge, after everything in it has been checked."""
    reply: dict[str, Any] = json.loads(text)
    require(reply.get("ok") in (True, False), "neither ok nor not", reply)
    if not reply["ok"]:
        require(bool(reply.get("errors")), "a failure without a reason", reply)
    for error in reply.get("errors", ()):
        require(error.keys() == {"field", "code", "message", "offers"}, "an error of another form", error)
        require(bool(error["code"]), "an error without a code", error)
        check_sentence(error["message"])
        for offer in error["offers"]:
            check_line(offer["value"])
            check_line(offer["name"])
    for name in ("said", "spoken", "question"):
        check_line(reply.get(name, ""))
    check_html(reply.get("html", ""))
    if "file" in reply:
        check_file(reply["file"]["name"], b64decode(reply["file"]["base64"], validate=True))
    return reply


def check_sentence(message: str) -> None:
    """A sentence that says what to type: one line, not long, and all that was typed quoted in short."""
    require(bool(message) and len(message) <= 700, "a message of no use", message)
    check_line(message)


_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
_UNSEEN = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


def check_line(text: str) -> None:
    """Words of ours in one line, which nothing in them turns around."""
    require(not _UNSEEN.search(text) and "\n" not in text, "more than a line", text)
    require(not _TURNING.search(text), "turned around", text)


# HTML -----------------------------------------------------------------------------------------------------------------

_ELEMENTS = re.compile(
    "a|button|circle|data|dd|desc|details|div|dl|dt|h[23]|input|label|li|mark|nav|ol|option|p|path|section|select|small|span|"
    "strong|summary|svg|table|tbody|td|text|textarea|th|thead|time|title|tr|ul"
)
_WITHOUT_END = frozenset(["br", "input", "path", "circle"])
_ATTRIBUTES = re.compile(
    "aria-(?:describedby|hidden|label|labelledby|pressed)|autocomplete|class|colspan|cx|cy|d|data-[a-z]+|datetime|fill|"
    "font-size|font-weight|for|hidden|href|id|maxlength|open|r|readonly|rel|role|scope|selected|stroke|tabindex|type|"
    "value|viewBox|x|y"
)
_ATTRIBUTE = re.compile(r'([A-Za-z-]+)(?:="([^"<>]*)")?')
_TAG = re.compile(r'<(/?)([A-Za-z0-9]+)((?: [A-Za-z-]+(?:="[^"<>]*")?)*) ?/?>')
_OWN_LINK = re.compile(
    r"(?:\.\./)+[a-z-]+/[^:]*|#(?:&amp;|[A-Za-z0-9_%./=+~-])+|tel:\+?\d{5,15}|https?://[a-z0-9.-]+\.gov\.cn(?:[:/].*)?"
)
_ENTITY = re.compile(r"&(?:amp|lt|gt|quot|#x27);")


def check_html(html: str) -> None:
    """Markup of ours alone: elements and attributes that we write, links that lead where ours lead."""
    depth: list[str] = []
    for tag in _TAG.finditer(html):
        closing, name, attributes = tag[1], tag[2], tag[3]
        require(bool(_ELEMENTS.fullmatch(name)) or name in _WITHOUT_END, "an element that is not ours", tag[0])
        if closing:
            require(bool(depth) and depth.pop() == name, "an end without its beginning", html[: tag.end()][-300:])
        elif name not in _WITHOUT_END:
            depth.append(name)
        for attribute, value in _ATTRIBUTE.findall(attributes):
            _check_attribute(attribute, value, tag[0])
    rest = _TAG.sub("", html)
    require(not depth, "an element without its end", depth)
    require("<" not in rest and ">" not in rest, "markup that is not ours", rest)
    require("&" not in _ENTITY.sub("", rest), "an entity that is not ours", rest)
    require(not _UNSEEN.search(html) and not _TURNING.search(html), "what cannot be seen", html)


def _check_attribute(name: str, value: str, tag: str) -> None:
    require(bool(_ATTRIBUTES.fullmatch(name)), "an attribute that is not ours", tag)
    require(name != "href" or bool(_OWN_LINK.fullmatch(value)), "a link that is not ours", tag)


# Files ----------------------------------------------------------------------------------------------------------------


def check_file(name: str, content: bytes) -> None:
    """A file to keep, by the ending of its name."""
    match name.rpartition(".")[2]:
        case "csv":
            _check_csv(content)
        case "xlsx":
            _check_workbook(content)
        case "ics":
            _check_calendar(content)
        case _:
            json.loads(content)


_FORMULA = frozenset("=+-@＝＋－＠")
_NUMBER = re.compile(r"-\d+(?:\.\d+)?%?", re.ASCII)


def _begins_a_formula(cell: str) -> bool:
    """Whether a spreadsheet that overlooks what cannot be seen could run a cell."""
    seen = cell.lstrip("".join(filter(_is_unseen, set(cell))))
    dashes = not seen.strip("-－ ")
    return bool(seen) and seen[0] in _FORMULA and not dashes and not _NUMBER.fullmatch(cell)


def _is_unseen(character: str) -> bool:
    return unicodedata.category(character) in ("Cc", "Cf", "Zs", "Zl", "Zp")


def _check_csv(content: bytes) -> None:
    text = content.decode("utf-8-sig")
    for separator in ",;\t|":
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator):
            for cell in row:
                require(not _begins_a_formula(cell), "a formula", cell)
                require(cell[:1] not in ("\t", "\r", "\n"), "a cell that begins with a break", cell)


def _check_workbook(content: bytes) -> None:
    for sheet in load_workbook(io.BytesIO(content)).worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                require(cell.data_type != "f" and cell.hyperlink is None, "a formula", cell.value)
                if isinstance(cell.value, str) and _begins_a_formula(cell.value):
                    require(bool(cell.quotePrefix), "a formula once it is edited", cell.value)


_CALENDAR_LINE = re.compile(
    rb"(?:BEGIN|END|UID|DTSTAMP|SEQUENCE|DTSTART|DTEND|SUMMARY|DESCRIPTION|TRANSP|ACTION|TRIGGER|PRODID|VERSION"
    rb"|X-WR-CALNAME)[:;][^\x00-\x08\x0a-\x1f\x7f]*"
)


def _check_calendar(content: bytes) -> None:
    require(content.endswith(b"END:VCALENDAR\r\n"), "a calendar without an end", content)
    lines = content.split(b"\r\n")[:-1]
    require(max(map(len, lines)) <= 75, "a line that is not folded", content)
    unfolded = content.replace(b"\r\n ", b"").split(b"\r\n")[:-1]
    for line in unfolded:
        require(bool(_CALENDAR_LINE.fullmatch(line)), "a line of a calendar that is not ours", line)
        line.decode("utf-8")
    for name in (b"VCALENDAR", b"VEVENT", b"VALARM"):
        require(unfolded.count(b"BEGIN:" + name) == unfolded.count(b"END:" + name), "a part without its end", content)
    uids = [line for line in unfolded if line.startswith(b"UID:")]
    require(len(set(uids)) == len(uids) == unfolded.count(b"BEGIN:VEVENT"), "events that are one", uids)
