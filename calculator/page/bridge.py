"""The only door between the page's JavaScript and Python: JSON text in, JSON text out, errors included."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from pkgutil import resolve_name
from typing import TYPE_CHECKING, Any

from calculator import wording
from calculator.errors import InputError
from calculator.page.actions import told
from calculator.reading.form import FormError
from calculator.reading.shallow_json import read_shallow_json

if TYPE_CHECKING:
    from calculator.page.protocol import Needs, Refusal, Reply

__all__ = ["ACTIONS", "LIBRARY", "ON_DEMAND", "answer"]

ACTIONS: Mapping[str, str] = {
    "assess": "calculator.page.actions.answer:assess",
    "first": "calculator.page.actions.answer:first",
    "forgotten": "calculator.page.actions.answer:forgotten",
    "calendar": "calculator.page.actions.take_along:calendar",
    "clock": "calculator.page.actions.clock:clock",
    "family/assess": "calculator.page.actions.family:assess",
    "family/calendar": "calculator.page.actions.family_calendar:calendar",
    "family/export": "calculator.page.actions.family:export",
    "family/import": "calculator.page.actions.family:import_family",
    "link": "calculator.page.actions.take_along:link",
    "message": "calculator.page.actions.message:message",
    "places": "calculator.page.actions.places:places",
    "qr": "calculator.page.actions.take_along:qr",
    "share": "calculator.page.actions.take_along:share",
    "share-calendar": "calculator.page.actions.take_along:share_calendar",
    "slip": "calculator.page.actions.take_along:slip",
    "text": "calculator.page.actions.take_along:text",
    "roster/prepare": "calculator.page.actions.roster:prepare",
    "roster/open": "calculator.page.actions.roster:open_roster",
    "roster/work": "calculator.page.actions.roster:work",
    "roster/change": "calculator.page.actions.roster:change",
    "roster/show": "calculator.page.actions.roster:show",
    "roster/save": "calculator.page.actions.roster:save",
    "roster/sheet": "calculator.page.actions.roster:sheet",
    "roster/example": "calculator.page.actions.roster:example",
    "roster/cancel": "calculator.page.actions.roster:cancel",
    "roster/close": "calculator.page.actions.roster:close",
}
"""Everything that can be asked for: where the function lies that answers a request, by the request's ``do``."""

ON_DEMAND = frozenset({"icalendar", "openpyxl", "segno"})
"""The packages that the page loads when something needs them."""

LIBRARY = "python-stdlib"
"""The page loads Python's library in two parts, the second when something needs it: its name among ``needs``."""

_DEEPEST = 8
"""Brackets inside one another in a request: twice as many as in any of ours."""


def answer(request: str) -> str:
    """Answer one request of the page.

    A request is an object with ``do``, the name of what is wanted, and what that needs; ``calculator.page.protocol``
    says it for each. The reply is an object:

    - ``{"ok": true, …}`` with what was asked for;
    - ``{"ok": false, "errors": [{"field", "code", "message"}]}`` with a sentence for each field at fault;
    - ``{"ok": false, "needs": "segno"}``: the package must be loaded first, then the same request be made again.

    No request makes it raise.
    """
    reply: Reply | Refusal | Needs
    try:
        asked: Any = read_shallow_json(request, _DEEPEST)
        reply = resolve_name(ACTIONS[asked["do"]])(asked)
    except FormError as error:
        reply = {"ok": False, "errors": told(error.errors)}
    except InputError as error:
        reply = {"ok": False, "errors": told((error,))}
    except ModuleNotFoundError as error:
        package = (error.name or "").partition(".")[0]
        if package in sys.stdlib_module_names:
            package = LIBRARY
        elif package not in ON_DEMAND:
            raise
        reply = {"ok": False, "needs": package}
    except (KeyError, TypeError, ValueError, AttributeError, OverflowError, RecursionError):
        reply = {"ok": False, "errors": told((InputError("", "malformed", wording.page.REQUEST_MALFORMED),))}
    return json.dumps(reply, ensure_ascii=False)
