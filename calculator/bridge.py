"""The only door between the page's JavaScript and Python: JSON text in, JSON text out, errors included."""

import json
from collections.abc import Callable

from calculator import wording
from calculator.dates import beijing_today
from calculator.form import FIELDS, FormError, fill_in
from calculator.render import answer_html

__all__ = ["answer"]


def answer(request: str) -> str:
    """Answer one request of the page.

    A request is an object with ``do``, the name of what is wanted, and ``fields``, the form's fields as they were
    typed. The reply is an object: ``{"ok": true, …}``, or ``{"ok": false, "errors": [{"field", "code", "message"}]}``
    with a sentence for each field at fault. No request makes it raise.
    """
    try:
        asked = json.loads(request)
        fields = {name: str(asked["fields"].get(name, "")) for name in FIELDS}
        reply = _ACTIONS[asked["do"]](fields)
    except FormError as error:
        reply = {
            "ok": False,
            "errors": [{"field": one.field, "code": one.code, "message": one.message} for one in error.errors],
        }
    except (KeyError, TypeError, ValueError, AttributeError, RecursionError):
        reply = {"ok": False, "errors": [{"field": "", "code": "malformed", "message": wording.page.REQUEST_MALFORMED}]}
    return json.dumps(reply, ensure_ascii=False)


def _assess(fields: dict[str, str]) -> dict[str, object]:
    found = fill_in(fields, beijing_today())
    return {"ok": True, "html": answer_html(found), "spoken": wording.answer.spoken(found.assessment.deadline)}


_ACTIONS: dict[str, Callable[[dict[str, str]], dict[str, object]]] = {"assess": _assess}
