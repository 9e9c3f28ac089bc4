"""The roster of the page: opened, worked through step by step, shown, corrected, written, forgotten.

There is one roster at a time. It lives in this module's memory, in the worker, and nowhere else.
"""

from __future__ import annotations

from base64 import b64decode
from datetime import date
from typing import TYPE_CHECKING

from calculator import wording
from calculator.counting.device_clock import beijing_today
from calculator.counting.groups import Group
from calculator.errors import InputError
from calculator.page.actions import as_file
from calculator.reading.days import parse_day
from calculator.reading.form import FormError
from calculator.regions import SCHEMES
from calculator.roster.desk import MAX_BYTES, Desk, Step
from calculator.roster.example import example_roster
from calculator.roster.places import known_region
from calculator.roster.worklist import Worklist
from calculator.roster.writers import MEDIA_TYPES

if TYPE_CHECKING:
    from calculator.page.protocol import (
        ChangeRequest,
        EmptyRequest,
        ExampleReply,
        FileReply,
        GroupRequest,
        OpenRequest,
        Reply,
        ResultReply,
        SaveRequest,
        SettingsRequest,
        ShownReply,
        ShowRequest,
        StepReply,
        WorkRequest,
    )

__all__ = ["cancel", "change", "close", "example", "open_roster", "prepare", "save", "sheet", "show", "work"]

_desk: Desk | None = None


def open_roster(request: OpenRequest) -> Reply:
    """Take a file, as base64, or what was pasted; ``work`` then opens it and works through it.

    A page that finds a file too large sends its ``size`` alone. A workbook's ``sheet`` may be named, or numbered from 1.
    """
    global _desk
    _desk = None
    content = b64decode(request["base64"], validate=True)
    size = max(int(request["size"]), len(content))
    if size == 0:
        raise InputError("file", "empty", wording.roster.NOTHING_GIVEN)
    if size > MAX_BYTES:
        raise InputError("file", "size", wording.roster.file_too_large(MAX_BYTES // 1_000_000))
    today, defaults = _settings(request)
    _desk = Desk(content, today, defaults, str(request.get("sheet", "")))
    return {"ok": True}


def prepare(_request: EmptyRequest) -> Reply:
    """Load what reads and writes workbooks, so that it is there before a roster is, with the network or without."""
    import calculator.render.roster
    import calculator.roster.csv_reader
    import calculator.roster.xlsx_reader
    import calculator.roster.xlsx_writer  # noqa: F401

    return {"ok": True}


def work(request: WorkRequest) -> FileReply | ResultReply | StepReply:
    """One more step. The last gives the result, or the file that was asked for."""
    global _desk
    desk = _opened()
    try:
        step = desk.step()
    except InputError:
        _desk = None
        raise
    return _reply(desk, step, str(request.get("kind", "")))


def change(request: ChangeRequest) -> Reply:
    """Work through the same table again, with the columns as corrected and the fields as they are now.

    ``columns`` gives for each field the number of its column from 0, or several with + between them. A ``sheet`` that is
    not the one that was read is read instead, whatever the columns of the other one were; it may also stand among the
    columns, as the page's choices do.
    """
    today, defaults = _settings(request)
    desk = _opened()
    columns = dict(request["columns"])
    sheet = str(request.get("sheet", columns.pop("sheet", "")))
    chosen = {str(field): tuple(map(int, str(column).split("+"))) for field, column in columns.items() if str(column)}
    if sheet and sheet != str(desk.sheet + 1):
        desk.change_sheet(sheet, today, defaults)
    else:
        desk.change({field: found for field, found in chosen.items() if min(found) >= 0}, today, defaults)
    return {"ok": True}


def show(request: ShowRequest) -> ShownReply:
    """One page of one group, as HTML."""
    from calculator.render.roster import list_html

    return {"ok": True, "html": list_html(_worked(), _group(request), int(request["page"]))}


def save(request: SaveRequest) -> Reply:
    """Write a file of the kind asked for; ``work`` gives it."""
    kind = str(request["kind"])
    if kind not in MEDIA_TYPES:
        raise KeyError(kind)
    _worked()
    _opened().write(kind)
    return {"ok": True}


def sheet(request: GroupRequest) -> ShownReply:
    """The call sheet of one group, or of all that have to be called, as HTML."""
    from calculator.render.call_sheet import call_sheet_html

    return {"ok": True, "html": call_sheet_html(_worked(), _group(request), _opened().today)}


def example(request: SettingsRequest) -> ExampleReply:
    """An invented roster to try things with."""
    today, _ = _settings(request)
    return {"ok": True, "text": example_roster(today)}


def cancel(_request: EmptyRequest) -> Reply:
    """Leave off what is being done; a roster that was not finished is forgotten."""
    if _desk is None or _desk.worklist is None:
        return close(_request)
    _desk.cancel()
    return {"ok": True}


def close(_request: EmptyRequest) -> Reply:
    """Forget the roster."""
    global _desk
    _desk = None
    return {"ok": True}


def _reply(desk: Desk, step: Step, kind: str) -> FileReply | ResultReply | StepReply:
    if step.file is not None:
        return {"ok": True, "file": as_file(f"{wording.roster.FILE_NAME}.{kind}", MEDIA_TYPES[kind], step.file)}
    if step.finished and desk.worklist is not None:
        from calculator.render.roster import result_html

        return {
            "ok": True,
            "share": step.share,
            "spoken": step.spoken,
            "html": result_html(desk, desk.worklist),
            "sheets": [{"name": sheet.name, "hidden": sheet.hidden} for sheet in desk.sheets],
            "sheet": desk.sheet,
        }
    return {"ok": True, "share": step.share, "spoken": step.spoken}


def _settings(request: SettingsRequest) -> tuple[date, dict[str, str]]:
    """The day from which to look, and what holds for rows that do not say.

    :raises FormError: with each field at fault.
    """
    fields = request["fields"]
    errors = []
    today = beijing_today()
    region, scheme = str(fields.get("region", "")).strip(), str(fields.get("scheme", ""))
    if region and not known_region(region):
        errors.append(InputError("region", "unknown", wording.errors.unknown_region(region)))
    if scheme and scheme not in SCHEMES:
        errors.append(InputError("scheme", "unknown", wording.errors.unknown_scheme(scheme, SCHEMES)))
    try:
        if text := str(fields.get("today", "")).strip():
            today = parse_day(text, field="today").day
    except InputError as error:
        errors.append(error)
    if errors:
        raise FormError(tuple(errors))
    return today, {"region": region, "scheme": scheme}


def _group(request: GroupRequest) -> Group | None:
    return Group(request["group"]) if request["group"] else None


def _opened() -> Desk:
    if _desk is None:
        raise InputError("file", "forgotten", wording.roster.FORGOTTEN)
    return _desk


def _worked() -> Worklist:
    worklist = _opened().worklist
    if worklist is None:
        raise InputError("file", "forgotten", wording.roster.FORGOTTEN)
    return worklist
