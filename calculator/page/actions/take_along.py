"""The answer, to be taken along: as a calendar file, as words, as a link, as a QR code, on paper.

A reply says in ``said`` what a visitor reads when it is done.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from calculator import wording
from calculator.assessment.assess import Assessment
from calculator.assessment.reminders import reminders
from calculator.export.sharing import answer_link, chat_text
from calculator.page.actions import as_file
from calculator.page.actions.answer import answer_to
from calculator.render.take_along import in_app_html

if TYPE_CHECKING:
    from calculator.page.protocol import (
        CopyReply,
        File,
        KeepReply,
        SaidReply,
        ShareCalendarReply,
        ShareReply,
        SharingReply,
        ShownAndSaidReply,
        TakeAlongRequest,
    )

__all__ = ["calendar", "link", "qr", "share", "share_calendar", "slip", "text"]


def calendar(request: TakeAlongRequest) -> KeepReply | ShownAndSaidReply | SaidReply:
    """The reminders as a calendar file, if any is still ahead."""
    found = answer_to(request).assessment
    if not request["saves"]:
        return {"ok": True, "said": wording.sharing.IN_APP, "html": in_app_html()}
    if not reminders(found):
        return {"ok": True, "said": wording.sharing.CALENDAR_OVER}
    return {"ok": True, "file": _calendar(found), "said": wording.sharing.CALENDAR_SAVED}


def share_calendar(request: TakeAlongRequest) -> ShareCalendarReply | SaidReply:
    """The reminders as a calendar file for the system's share sheet."""
    found = answer_to(request).assessment
    if not reminders(found):
        return {"ok": True, "said": wording.sharing.CALENDAR_OVER}
    return {
        **_sharing(wording.sharing.CALENDAR_SHARED),
        "share": {"title": wording.sharing.SHARE_TITLE},
        "file": _calendar(found),
    }


def text(request: TakeAlongRequest) -> CopyReply:
    """A few lines for the family's chat."""
    found = answer_to(request).assessment
    return _copying(chat_text(found, _link(request)), wording.sharing.TEXT_COPIED)


def link(request: TakeAlongRequest) -> CopyReply | SaidReply:
    """The address that opens this answer."""
    answer_to(request)
    if not (address := _link(request)):
        return {"ok": True, "said": wording.sharing.LINK_LOCAL}
    return _copying(address, wording.sharing.LINK_COPIED)


def share(request: TakeAlongRequest) -> ShareReply:
    """The words and the link for the system's share sheet."""
    found = answer_to(request).assessment
    words = chat_text(found, _link(request))
    return {**_sharing(wording.sharing.SHARED), "share": {"title": wording.sharing.SHARE_TITLE, "text": words}}


def qr(request: TakeAlongRequest) -> ShownAndSaidReply:
    """The answer as a QR code."""
    from calculator.render.qr import qr_html

    found = answer_to(request).assessment
    return {"ok": True, "html": qr_html(found, _link(request)), "said": wording.sharing.QR_READY}


def slip(request: TakeAlongRequest) -> ShownAndSaidReply:
    """The slip for the fridge."""
    from calculator.render.slip import slip_html

    found = answer_to(request).assessment
    prints = bool(request["saves"])
    said = wording.sharing.SLIP_READY if prints else wording.sharing.SLIP_READY_IN_APP
    return {"ok": True, "html": slip_html(found, _link(request), prints=prints), "said": said}


def _copying(words: str, said: str) -> CopyReply:
    return {"ok": True, "copy": words, "said": said, "otherwise": wording.sharing.NOT_COPIED}


def _sharing(said: str) -> SharingReply:
    return {
        "ok": True,
        "said": said,
        "cancelled": wording.sharing.SHARE_CANCELLED,
        "again": wording.sharing.SHARE_AGAIN,
        "otherwise": wording.sharing.SHARE_REFUSED,
    }


def _calendar(found: Assessment) -> File:
    from calculator.export.calendar_file import MEDIA_TYPE, calendar_file

    return as_file(f"{wording.reminders.FILE_NAME}.ics", MEDIA_TYPE, calendar_file([("", found)]))


def _link(request: TakeAlongRequest) -> str:
    return answer_link(str(request["page"]), request["fields"])
