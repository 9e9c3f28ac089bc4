"""What a page asks first, and asking it, to see what Python needs for that. Runs inside Pyodide, see build_library.js.

Nothing is imported here but what every answer imports anyway: it would be counted.
"""

import gc
import json
import sys
from collections.abc import Iterator

from calculator.counting.rules import DEFAULT_RULE, RULES
from calculator.page.bridge import answer
from calculator.reading.form import FIELDS
from calculator.regions import PROVINCES, SCHEMES

__all__ = ["ask", "loaded_files", "questions", "with_places"]

_BLANK = dict.fromkeys(FIELDS, "") | {"rule": DEFAULT_RULE}
_MARCH = _BLANK | {"last": "2025-03-15"}
_KEPT = (
    '{"format": "pension-certification-family", "version": 1, "people": [{"label": "妈妈", "last": "2025-03-15", "region": ""}]}',
    "[]",
    "{",
)
_TYPED = (
    *("2025-03-15", "2025年3月15日", "20250315", "3/15", "二月三十", "2025年2月30日", "Maerz", "2" * 5000, ""),
    *(
        "２０２５年３月１５日",
        "2025年3月15日。",
        "\u200b2025-3-15\ufeff",
        "二零二五年三月十五号",
        "认证日期：2025年3月15日",
    ),
    *(
        "25年3月15日",
        "3月15日",
        "初五",
        "去年3月15日",
        "250315",
        "2025年3月15日我去做的",
        "2025-3-15认证😀",
        "é\u0301각²",
    ),
)
"""The last three hold what lies far from everything else in Python: other words, characters of four bytes, composed ones."""

_PLACES = (
    "上海",
    "广东深圳",
    "九江市",
    "石家庄市长安区",
    "130102",
    "市南区",
    "长安区",
    "大兴安岭",
    "某某县",
    "Shanghai",
)
"""As links and people name them: by their whole names or not, by a code, by a name that several have or nobody."""


def questions() -> Iterator[str]:
    """The requests that come first: as they should be, and with the mistakes that people make."""
    for day in _TYPED:
        yield _request(do="assess", fields=_BLANK | {"last": day, "today": day})
        yield _request(do="clock", made="2025-03-15", today=day)
        yield _request(
            do="family/assess", people=[{"label": "妈妈", "last": day}, {"label": "爸爸", "last": "2025-03-15"}]
        )
        for do in "first", "forgotten":
            yield _request(do=do, fields=_BLANK | {"last": day, "claim": day, "today": day})
    for text in _KEPT:
        yield _request(do="family/import", text=text, people=[])


def with_places() -> Iterator[str]:
    """More of them, with what is chosen from lists, or named, which lies in files of its own."""
    for choice, options in ("region", PROVINCES), ("scheme", SCHEMES), ("rule", RULES), ("grace", ("0", "30", "x")):
        for option in options:
            yield _request(do="assess", fields=_MARCH | {choice: option})
    for place in (*PROVINCES, *_PLACES):
        for scheme in "", *SCHEMES:
            yield _request(do="assess", fields=_MARCH | {"region": place, "scheme": scheme, "grace": "15"})
    for place in _PLACES:
        for do in "assess", "first", "forgotten":
            yield _request(do=do, fields=_MARCH | {"claim": "2025-03-15", "region": place})
        yield _request(do="family/assess", people=[{"label": "妈妈", "last": "2025-03-15", "region": place}])


def ask() -> None:
    """Ask them all, and meet an error.

    :raises ValueError: if something that is not there yet would be needed to answer.
    """
    for question in (*questions(), *with_places()):
        reply = json.loads(answer(question))
        if "needs" in reply:
            raise ValueError(question, reply)
    gc.collect()
    _meet_an_error()


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
