"""How many there are of what pages count. The number is made from what is counted, so that no page is wrong about it.

Where a reader sees 九种数法, a page says ``<!-- count: rules -->种数法``.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date

from calculator import RULES, CountingRule
from calculator.assessment.first_certification import first_certification
from calculator.counting.rules import Cycle, EarliestOf, RollingDays, RollingMonths
from calculator.wording.numbers import counted
from scripts.settings.paths import DOCS

__all__ = ["COUNTS", "half_year_spellings", "ways_of_counting", "with_counts"]

_MARK = re.compile(r"<!-- count: ([a-z-]+) -->")


def with_counts(markdown: str) -> str:
    """A page with its counts in words.

    :raises KeyError: for a count that nobody makes.
    """
    return _MARK.sub(lambda mark: counted(COUNTS[mark[1]]()), markdown)


def half_year_spellings() -> list[CountingRule]:
    """The rules that count half a year on from the last certification: the same, written in several ways."""
    return [rule for rule in RULES.values() if rule.cycle is Cycle.HALF_YEAR and _is_rolling(rule)]


def ways_of_counting() -> int:
    """How many ways of counting notices have. The spellings of half a year are one; our own choice among others is none."""
    others = [rule for rule in RULES.values() if not isinstance(rule.shape, EarliestOf)]
    return len(others) - len(half_year_spellings()) + 1


def _is_rolling(rule: CountingRule) -> bool:
    return isinstance(rule.shape, RollingMonths | RollingDays)


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
    "rules": ways_of_counting,
    "half-year-rules": lambda: len(half_year_spellings()),
    "first-readings": _first_readings,
    "methods": _methods,
    "phone-methods": lambda: _methods("手机"),
    "notes": lambda: _numbered_headings("methods/notes.md"),
    "scams": lambda: _numbered_headings("fraud/scripts.md"),
    "relatives": lambda: _page("benefits/family-sharing.md").count(">✓ "),
}
"""What can be counted, by the name in the mark."""
