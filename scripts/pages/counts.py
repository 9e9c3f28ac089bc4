"""How many there are of what pages count. The number is made from what is counted, so that no page is wrong about it.

Where a reader sees 十一种骗术, a page says ``<!-- count: scams -->种骗术``.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date

from calculator import RULES
from calculator.assessment.first_certification import first_certification
from calculator.counting.rules import EarliestOf
from calculator.wording.numbers import counted
from scripts.settings.paths import DOCS

__all__ = ["COUNTS", "with_counts"]

_MARK = re.compile(r"<!-- count: ([a-z-]+) -->")


def with_counts(markdown: str) -> str:
    """A page with its counts in words.

    :raises KeyError: for a count that nobody makes.
    """
    return _MARK.sub(lambda mark: counted(COUNTS[mark[1]]()), markdown)


def _rules() -> int:
    """The ways of counting that notices have. The earliest of several is our own choice among them."""
    return sum(not isinstance(rule.shape, EarliestOf) for rule in RULES.values())


def _first_readings() -> int:
    day = date(2026, 1, 1)  # whichever: they are the same for all
    return len(first_certification(day, day).readings)


def _page(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


def _numbered_headings(page: str) -> int:
    """The headings of a page that are numbered 一、二、三 and so on.

    :raises ValueError: if one is left out or comes twice.
    """
    numbers = re.findall(r"^## ([一二三四五六七八九十]+)、", _page(page), re.MULTILINE)
    if numbers != [counted(number).replace("两", "二") for number in range(1, len(numbers) + 1)]:
        raise ValueError(f"{page} numbers its headings {numbers}")
    return len(numbers)


def _methods(brought: str = "") -> int:
    """The rows of the table of methods, or those for which one must bring this."""
    section = re.split(r"^## .*\{#seven\}$", _page("methods/index.md"), flags=re.MULTILINE)[1].split("\n## ")[0]
    _, _, *rows = [line.split("|")[3] for line in section.splitlines() if line.startswith("|")]
    return sum(brought in row for row in rows)


COUNTS: Mapping[str, Callable[[], int]] = {
    "rules": _rules,
    "first-readings": _first_readings,
    "methods": _methods,
    "phone-methods": lambda: _methods("手机"),
    "notes": lambda: _numbered_headings("methods/notes.md"),
    "scams": lambda: _numbered_headings("fraud/scripts.md"),
    "relatives": lambda: _page("benefits/family-sharing.md").count(">✓ "),
}
"""What can be counted, by the name in the mark."""
