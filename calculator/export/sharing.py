"""The answer, put so that somebody else can have it: a link to it, and a text for the family chat."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from urllib.parse import urlencode, urlsplit, urlunsplit

from calculator import wording
from calculator.assessment.assess import Assessment
from calculator.assessment.cautions import safe_title
from calculator.counting.rules import DEFAULT_RULE, RULES
from calculator.counting.status import Standing
from calculator.errors import InputError
from calculator.reading.days import parse_day
from calculator.reading.form import FIELDS, parse_grace
from calculator.regions import SCHEMES
from calculator.regions.addresses import read_address

__all__ = ["answer_fragment", "answer_link", "chat_text", "short_text"]


def answer_fragment(fields: Mapping[str, str], way: str = "") -> str:
    """The answers as they stand behind ``#`` in an address: only what was given, each as we write it ourselves.

    Whoever is sent a link must find nothing in it but what the answer rests on. So days are written in their shortest
    form and a place by its path or its official name, whatever was typed around it; what cannot be read stays behind.

    :param fields: the calculator's fields as they were typed, such as an assessment was made from; what else there is
        stays behind.
    :param way: the way into the calculator, where it is not the first.
    """
    given = {name: text for name in FIELDS if (text := str(fields.get(name, "")).strip())}
    answers = {name: written for name, text in given.items() if (written := _written(name, text))}
    return urlencode(({"way": way} if way else {}) | answers, safe="/")


def answer_link(page: str, fields: Mapping[str, str]) -> str:
    """The address that opens the same answer on any device, or "" where the page lies on this device alone.

    :param page: the page's own address. Its host and its path are linked to; who is named before the host, and what
        stands behind ``?`` or ``#``, may be anything that somebody was sent or typed, and stays behind.
    """
    at = urlsplit(page)
    if at.scheme not in ("http", "https"):
        return ""
    return urlunsplit((at.scheme, at.netloc.rpartition("@")[2], at.path, "", answer_fragment(fields)))


def chat_text(found: Assessment, link: str) -> str:
    """The answer in a few lines for a chat. ``link`` is left out where it is empty."""
    words = wording.sharing
    safe = words.safe(safe_title(found), found.safe_date)
    lines = [
        *((words.chat_safe(safe), words.chat_borrowed(found.deadline)) if found.safe_leads else ()),
        "" if found.safe_leads else words.chat_deadline(found.deadline),
        safe if not found.safe_leads and found.deadline > found.safe_date >= found.today else "",
        words.TO_DO[found.standing]
        + (wording.reminders.BACK_PAY if found.days_left < 0 and found.could_be_pension else ""),
        words.chat_basis(found.last, found.place.rule_holds_for if found.place else ""),
        words.HOTLINE if found.reach.known else words.HOTLINE_UNKNOWN,
        words.FREE,
        words.chat_link(link) if link else "",
    ]
    return "\n".join(line for line in lines if line)


def short_text(found: Assessment) -> str:
    """The answer in one breath, for a QR code that cannot lead anywhere."""
    words = wording.sharing
    if found.safe_leads:
        gone = found.standing is Standing.PAST_SAFE
        safe = words.TO_DO[found.standing] if gone else words.safe(safe_title(found), found.safe_date)
        return words.chat_safe(safe) + words.HOTLINE
    return words.chat_deadline(found.deadline) + words.HOTLINE


def _written(name: str, text: str) -> str:
    """How a link says what was typed into a field; "" where it cannot be read, or is what holds without a word."""
    try:
        return _WRITERS[name](text)
    except InputError:
        return ""


def _short_day(text: str) -> str:
    """2025-03-05 for “2025年3月5日”, and 2025-03 where only the month was given."""
    typed = parse_day(text)
    return f"{typed.day:%Y-%m}" if typed.month_only else typed.day.isoformat()


def _grace(text: str) -> str:
    days = parse_grace(text)
    return "" if days is None else str(days)


_WRITERS: Mapping[str, Callable[[str], str]] = MappingProxyType(
    {
        "last": _short_day,
        "claim": _short_day,
        "region": lambda text: read_address(text).spelling,
        "scheme": lambda text: text if text in SCHEMES else "",
        "rule": lambda text: text if text in RULES and text != DEFAULT_RULE else "",
        "grace": _grace,
        "today": _short_day,
    }
)
"""How a link says each of the fields."""
