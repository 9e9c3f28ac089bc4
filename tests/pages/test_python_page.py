"""The page on the Python interface says what the docstrings say, and names nothing that is not there."""

import re
from datetime import date
from importlib import import_module

import pytest

from calculator import Standing, Status
from scripts.pages.python_page import INTERFACE, python_page

PAGE = python_page(date(2026, 11, 28))


@pytest.mark.parametrize("name", [name for names in INTERFACE.values() for name in names])
def test_every_object_is_there_with_its_module(name: str) -> None:
    module, _, attribute = name.rpartition(".")
    assert getattr(import_module(f"calculator.{module}"), attribute)
    section = PAGE.partition(f"### `{attribute}` {{#")[2].partition("\n### ")[0]
    assert len(section) > 80


def test_assess_is_told_with_its_types_errors_and_an_example() -> None:
    section = PAGE.partition("### `assess` {#assess}")[2].partition("\n### ")[0]
    assert "assess(last: date, today: date, rule: str = DEFAULT_RULE, grace_days: int | None = None, *" in section
    assert "- **last** (<code>date</code>)" in section
    assert "**Raises:**\n\n- <code>InputError</code>" in section
    assert "```python\n>>> assess(" in section


def test_the_values_of_an_enumeration_are_told() -> None:
    for one in (Status, Standing):
        section = PAGE.partition(f"### `{one.__name__}` {{#")[2].partition("\n### ")[0]
        assert re.findall(r"^- `([\w-]+)`", section, re.MULTILINE) == [value.value for value in one]


def test_it_links_to_no_object_that_is_not_on_a_page() -> None:
    assert re.findall(r"\]\(#", PAGE) == []
    assert [anchor for anchor in re.findall(r"\{#([\w-]+)\}", PAGE) if PAGE.count(f"{{#{anchor}}}") > 1] == []
