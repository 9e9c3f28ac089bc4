"""The calculator's form, answered."""

from calculator import wording
from calculator.actions import Reply, Request
from calculator.dates import beijing_today
from calculator.form import FIELDS, Answer, fill_in
from calculator.render.answer import answer_html

__all__ = ["answer_to", "assess"]


def answer_to(request: Request) -> Answer:
    """The answer to the fields of a request.

    :raises FormError: with every field at fault.
    """
    fields = request["fields"]
    return fill_in({name: str(fields.get(name, "")) for name in FIELDS}, beijing_today())


def assess(request: Request) -> Reply:
    """The answer as HTML, and what a screen reader says of it."""
    found = answer_to(request)
    return {"ok": True, "html": answer_html(found), "spoken": wording.answer.spoken(found.assessment.deadline)}
