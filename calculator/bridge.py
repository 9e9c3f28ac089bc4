"""The only door between the page's JavaScript and Python: JSON text in, JSON text out, errors included."""

import json
import sys
from pkgutil import resolve_name

from calculator import wording
from calculator.actions import told
from calculator.errors import InputError
from calculator.form import FormError

__all__ = ["ACTIONS", "LIBRARY", "ON_DEMAND", "answer"]

_ACTIONS = {
    "assess": "calculator.actions.answer:assess",
    "first": "calculator.actions.answer:first",
    "forgotten": "calculator.actions.answer:forgotten",
    "calendar": "calculator.actions.take_along:calendar",
    "clock": "calculator.actions.clock:clock",
    "family/assess": "calculator.actions.family:assess",
    "family/calendar": "calculator.actions.family_calendar:calendar",
    "family/export": "calculator.actions.family:export",
    "family/import": "calculator.actions.family:take_in",
    "link": "calculator.actions.take_along:link",
    "qr": "calculator.actions.take_along:qr",
    "share": "calculator.actions.take_along:share",
    "share-calendar": "calculator.actions.take_along:share_calendar",
    "slip": "calculator.actions.take_along:slip",
    "text": "calculator.actions.take_along:text",
    "roster/prepare": "calculator.actions.roster:prepare",
    "roster/open": "calculator.actions.roster:open_roster",
    "roster/work": "calculator.actions.roster:work",
    "roster/change": "calculator.actions.roster:change",
    "roster/show": "calculator.actions.roster:show",
    "roster/save": "calculator.actions.roster:save",
    "roster/sheet": "calculator.actions.roster:sheet",
    "roster/example": "calculator.actions.roster:example",
    "roster/cancel": "calculator.actions.roster:cancel",
    "roster/close": "calculator.actions.roster:close",
}
"""Where the function lies that answers a request, by the request's ``do``."""

ACTIONS = tuple(_ACTIONS)
"""Everything that can be asked for."""

ON_DEMAND = frozenset({"icalendar", "openpyxl", "segno"})
"""The packages that the page loads when something needs them."""

LIBRARY = "python-stdlib"
"""The page loads Python's library in two parts, the second when something needs it: its name among ``needs``."""


def answer(request: str) -> str:
    """Answer one request of the page.

    A request is an object with ``do``, the name of what is wanted, and for the calculator ``fields``, the form's
    fields as they were typed. The reply is an object:

    - ``{"ok": true, …}`` with what was asked for;
    - ``{"ok": false, "errors": [{"field", "code", "message"}]}`` with a sentence for each field at fault;
    - ``{"ok": false, "needs": "segno"}``: the package must be loaded first, then the same request be made again.

    No request makes it raise.
    """
    try:
        asked = json.loads(request)
        reply = resolve_name(_ACTIONS[asked["do"]])(asked)
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
        reply = {"ok": False, "errors": [{"field": "", "code": "malformed", "message": wording.page.REQUEST_MALFORMED}]}
    return json.dumps(reply, ensure_ascii=False)
