"""Pages that name a column, or a word of the package, name one that it has."""

import re
from dataclasses import fields
from pathlib import Path

import pytest

from calculator import Assessment
from calculator.warehouse import batch
from calculator.wording.roster import FORMER_RESULT_HEADINGS, RESULT_HEADINGS
from scripts.measure.alternatives import RESULTS
from scripts.settings.paths import DOCS

PAGES = sorted(DOCS.rglob("*.md"))
FORMER = [one for one in FORMER_RESULT_HEADINGS if one not in RESULT_HEADINGS]
"""Names that columns had once."""


def read(page: str) -> str:
    return (DOCS / page).read_text(encoding="utf-8")


def rows(page: str, section: str) -> list[list[str]]:
    """The rows of the first table of a section, the heading left out, each by its cells."""
    table = re.search(rf"\{{#{section}\}}.*?((?:^\|[^\n]*\n)+)", read(page), re.MULTILINE | re.DOTALL)
    assert table
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in table[1].splitlines()[2:]]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(DOCS)))
def test_no_page_names_a_column_as_it_was_named_once(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert not [name for name in FORMER if re.search(rf"“{name}”|\| *{name} *\||`{name}`", text)]


def test_the_words_for_developers_are_names_of_an_assessment() -> None:
    names = {one.name for one in fields(Assessment)} | set(dir(Assessment))
    words = {cells[0]: cells[1] for cells in rows("developers/index.md", "words")}
    assert {word.strip("`") for word in words.values() if word.startswith("`")} <= names
    assert set(RESULT_HEADINGS[:3]) <= set(words)


def test_the_columns_of_large_files_are_those_of_the_package() -> None:
    section = "batch"
    assert tuple(cells[0].strip("`") for cells in rows("developers/warehouse.md", section)) == batch.FIELDS
    sentence = re.search(r"Behind them come (.*?)\. Rows that", read("developers/warehouse.md"))
    assert sentence
    assert set(re.findall("`(\\w+)`", sentence[1])) == set(batch.RESULTS)


def test_what_the_command_is_measured_beside_writes_the_same_columns() -> None:
    assert RESULT_HEADINGS[: len(RESULTS)] == RESULTS
