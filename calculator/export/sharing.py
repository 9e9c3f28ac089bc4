"""The answer, put so that somebody else can have it: a link to it, and a text for the family chat."""

from collections.abc import Mapping
from urllib.parse import urlencode, urlsplit

from calculator import wording
from calculator.assessment.assess import Assessment
from calculator.assessment.cautions import safe_title
from calculator.counting.rules import DEFAULT_RULE
from calculator.reading.days import parse_day
from calculator.reading.form import FIELDS

__all__ = ["answer_fragment", "answer_link", "chat_text", "short_text"]

_DAYS = frozenset({"last", "today"})


def answer_fragment(fields: Mapping[str, str], way: str = "") -> str:
    """The answers as they stand behind ``#`` in an address: only what was given, days in their shortest form.

    :param fields: the calculator's fields as they were typed, such as an assessment was made from; what else there is
        stays behind.
    :param way: the way into the calculator, where it is not the first.
    :raises InputError: if a day in it is none.
    """
    given = {name: text for name in FIELDS if (text := str(fields.get(name, "")).strip())}
    if given.get("rule") == DEFAULT_RULE:
        del given["rule"]
    answers = {name: _short_day(text) if name in _DAYS else text for name, text in given.items()}
    return urlencode(({"way": way} if way else {}) | answers, safe="/")


def answer_link(page: str, fields: Mapping[str, str]) -> str:
    """The address that opens the same answer on any device, or "" where the page lies on this device alone.

    :param page: the page's own address; what a chat program has put behind its path stays behind.
    """
    address = urlsplit(page)
    if address.scheme not in ("http", "https"):
        return ""
    return f"{address.scheme}://{address.netloc}{address.path}#{answer_fragment(fields)}"


def chat_text(found: Assessment, link: str) -> str:
    """The answer in a few lines for a chat. ``link`` is left out where it is empty."""
    words = wording.sharing
    lines = [
        words.chat_deadline(found.deadline),
        words.safe(safe_title(found), found.safe_date) if found.deadline > found.safe_date >= found.today else "",
        words.TO_DO[found.standing],
        words.chat_basis(found.last, found.place.rule_holds_for if found.place else ""),
        words.HOTLINE if found.reach.known else words.HOTLINE_UNKNOWN,
        words.FREE,
        words.chat_link(link) if link else "",
    ]
    return "\n".join(line for line in lines if line)


def short_text(found: Assessment) -> str:
    """The answer in one breath, for a QR code that cannot lead anywhere."""
    return wording.sharing.chat_deadline(found.deadline) + wording.sharing.HOTLINE


def _short_day(text: str) -> str:
    """2025-03-05 for “2025年3月5日”, and 2025-03 where only the month was given."""
    typed = parse_day(text)
    return f"{typed.day:%Y-%m}" if typed.month_only else typed.day.isoformat()
