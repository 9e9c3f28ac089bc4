"""The answer, to be taken along: as a calendar file, as words, as a link, as a QR code, on paper.

A request carries ``fields`` as the answer's did, ``page``, the page's own address, and ``saves``, whether its browser
saves and prints. A reply says in ``said`` what a visitor reads when it is done, and in ``otherwise`` what to do when the
browser refuses. ``copy`` is for the clipboard, ``share`` for the system's share sheet, ``file`` to be saved or shared,
and ``html`` to be shown.
"""

from calculator import wording
from calculator.assessment.assess import Assessment
from calculator.assessment.reminders import reminders
from calculator.export.sharing import answer_link, chat_text
from calculator.page.actions import Reply, Request, file_reply
from calculator.page.actions.answer import answer_to
from calculator.render.take_along import in_app_html

__all__ = ["calendar", "link", "qr", "share", "share_calendar", "slip", "text"]


def calendar(request: Request) -> Reply:
    """The reminders as a calendar file, if any is still ahead."""
    found = answer_to(request).assessment
    if not request["saves"]:
        return {"ok": True, "said": wording.sharing.IN_APP, "html": in_app_html()}
    if not reminders(found):
        return {"ok": True, "said": wording.sharing.CALENDAR_OVER}
    return _calendar(found) | {"said": wording.sharing.CALENDAR_SAVED}


def share_calendar(request: Request) -> Reply:
    """The reminders as a calendar file for the system's share sheet."""
    found = answer_to(request).assessment
    if not reminders(found):
        return {"ok": True, "said": wording.sharing.CALENDAR_OVER}
    sheet = {"title": wording.sharing.SHARE_TITLE}
    return _calendar(found) | _SHARING | {"share": sheet, "said": wording.sharing.CALENDAR_SHARED}


def text(request: Request) -> Reply:
    """A few lines for the family's chat."""
    found = answer_to(request).assessment
    return _COPYING | {"copy": chat_text(found, _link(request)), "said": wording.sharing.TEXT_COPIED}


def link(request: Request) -> Reply:
    """The address that opens this answer."""
    answer_to(request)
    if not (address := _link(request)):
        return {"ok": True, "said": wording.sharing.LINK_LOCAL}
    return _COPYING | {"copy": address, "said": wording.sharing.LINK_COPIED}


def share(request: Request) -> Reply:
    """The words and the link for the system's share sheet."""
    found = answer_to(request).assessment
    sheet = {"title": wording.sharing.SHARE_TITLE, "text": chat_text(found, _link(request))}
    return _SHARING | {"share": sheet, "said": wording.sharing.SHARED}


def qr(request: Request) -> Reply:
    """The answer as a QR code."""
    from calculator.render.qr import qr_html

    found = answer_to(request).assessment
    return {"ok": True, "html": qr_html(found, _link(request)), "said": wording.sharing.QR_READY}


def slip(request: Request) -> Reply:
    """The slip for the fridge."""
    from calculator.render.slip import slip_html

    found = answer_to(request).assessment
    prints = bool(request["saves"])
    said = wording.sharing.SLIP_READY if prints else wording.sharing.SLIP_READY_IN_APP
    return {"ok": True, "html": slip_html(found, _link(request), prints=prints), "said": said}


_COPYING: Reply = {"ok": True, "otherwise": wording.sharing.NOT_COPIED}
_SHARING: Reply = {
    "ok": True,
    "cancelled": wording.sharing.SHARE_CANCELLED,
    "again": wording.sharing.SHARE_AGAIN,
    "otherwise": wording.sharing.SHARE_REFUSED,
}


def _calendar(found: Assessment) -> Reply:
    from calculator.export.calendar_file import MEDIA_TYPE, calendar_file

    return file_reply(f"{wording.reminders.FILE_NAME}.ics", MEDIA_TYPE, calendar_file([("", found)]))


def _link(request: Request) -> str:
    return answer_link(str(request["page"]), request["fields"])
