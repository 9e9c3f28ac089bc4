"""The calculator's form, answered, for each of the three ways into it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calculator import wording
from calculator.counting.device_clock import beijing_today
from calculator.reading.form import FIELDS, Answer, fill_in, fill_in_first, fill_in_forgotten
from calculator.render.answer import answer_html, spoken
from calculator.render.first import first_html, first_spoken
from calculator.render.forgotten import forgotten_html

if TYPE_CHECKING:
    from calculator.page.protocol import AnswerReply, FieldsRequest

__all__ = ["answer_to", "assess", "first", "forgotten"]


def answer_to(request: FieldsRequest) -> Answer:
    """The answer to the fields of a request.

    :raises FormError: with every field at fault.
    """
    return fill_in(_fields(request), beijing_today())


def assess(request: FieldsRequest) -> AnswerReply:
    """The answer as HTML, and what a screen reader says of it."""
    found = answer_to(request)
    return {"ok": True, "html": answer_html(found), "spoken": spoken(found.assessment)}


def first(request: FieldsRequest) -> AnswerReply:
    """The advice for somebody newly retired."""
    fields = _fields(request)
    found = fill_in_first(fields, beijing_today())
    return {"ok": True, "html": first_html(found, fields), "spoken": first_spoken(found)}


def forgotten(request: FieldsRequest) -> AnswerReply:
    """The advice for somebody who does not know the last day."""
    fields = _fields(request)
    found = fill_in_forgotten(fields, beijing_today())
    return {"ok": True, "html": forgotten_html(found, fields), "spoken": wording.forgotten.SPOKEN}


def _fields(request: FieldsRequest) -> dict[str, str]:
    fields = request["fields"]
    return {name: str(fields.get(name, "")) for name in FIELDS}
