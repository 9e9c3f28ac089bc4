"""An answer as a QR code: a link to it where there is one, and otherwise the answer in words."""

from calculator import wording
from calculator.assessment.assess import Assessment
from calculator.export.qr import qr_svg
from calculator.export.sharing import short_text

__all__ = ["answer_qr", "qr_html"]


def answer_qr(found: Assessment, link: str) -> str:
    """The code alone. ``link`` is empty where no other device can open the page."""
    name = wording.sharing.qr_name(found.deadline, link=bool(link))
    return qr_svg(link or short_text(found), name)


def qr_html(found: Assessment, link: str) -> str:
    """The code with what to know before somebody scans it."""
    note = wording.sharing.QR_LINK if link else wording.sharing.QR_LOCAL
    return f'<div class="take-along-qr">\n{answer_qr(found, link)}\n<p>{note}</p>\n</div>'
