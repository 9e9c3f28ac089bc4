"""Ask what a page asks first, so that it can be seen what Python needs for that. Runs inside Pyodide, see library.js.

Nothing is imported here but what every answer imports anyway: it would be counted.
"""

import gc
import json
import sys
from collections.abc import Iterator

from calculator.bridge import answer
from calculator.form import FIELDS
from calculator.regions import PROVINCES, SCHEMES
from calculator.rules import RULES

__all__ = ["ask", "asked_at_once", "loaded_files", "questions"]

_MARCH = {"last": "2025-03-15"}
_KEPT = (
    '{"format": "pension-certification-family", "version": 1, "people": [{"label": "妈妈", "last": "2025-03-15", "region": ""}]}',
    "[]",
    "{",
)
_TYPED = ("2025-03-15", "2025年3月15日", "20250315", "3/15", "二月三十", "2025年2月30日", "Maerz", "2" * 5000, "")


def questions() -> Iterator[str]:
    """The requests: as they should be, and with the mistakes that people make."""
    for day in _TYPED:
        yield _request(do="assess", fields={"last": day, "today": day})
        yield _request(do="clock", made="2025-03-15", today=day)
        yield _request(
            do="family/assess", people=[{"label": "妈妈", "last": day}, {"label": "爸爸", "last": "2025-03-15"}]
        )
        for do in "first", "forgotten":
            yield _request(do=do, fields=dict.fromkeys(FIELDS, "") | {"last": day, "claim": day})
    for text in _KEPT:
        yield _request(do="family/import", text=text, people=[])
    for choice, options in ("region", PROVINCES), ("scheme", SCHEMES), ("rule", RULES), ("grace", ("0", "30", "x")):
        for option in options:
            yield _request(do="assess", fields=_MARCH | {choice: option})


def ask() -> None:
    """Ask them all, and meet an error.

    :raises ValueError: if something that is not there yet would be needed to answer.
    """
    for question in questions():
        reply = json.loads(answer(question))
        if "needs" in reply:
            raise ValueError(question, reply)
    gc.collect()
    _meet_an_error()


def asked_at_once() -> list[str]:
    """What is wanted by them: the ``do`` of each."""
    return sorted({json.loads(question)["do"] for question in questions()})


def loaded_files() -> str:
    """The files of all modules that are loaded, one per line."""
    files = [getattr(module, "__file__", None) for module in list(sys.modules.values())]
    return "\n".join(sorted(file for file in files if file))


def _request(**request: object) -> str:
    return json.dumps(request, ensure_ascii=False)


def _meet_an_error() -> None:
    """As Pyodide tells of an error."""
    from traceback import format_exception

    try:
        raise LookupError(_MARCH)
    except LookupError as error:
        format_exception(error)
