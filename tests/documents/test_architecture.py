"""ARCHITECTURE.md shows the house as the import contracts have it."""

from scripts.settings.paths import ROOT
from tests.documents.architecture import DOCUMENT, MARKS, drawn, rooms


def test_the_picture_is_that_of_the_contracts() -> None:
    before, after = MARKS
    shown = DOCUMENT.read_text(encoding="utf-8").partition(before)[2].partition(after)[0]
    assert shown == drawn(), "renew it: python -m tests.documents.architecture"


def test_every_room_stands_in_the_picture() -> None:
    """A room that no contract names could import anything."""
    named = {name for layer in rooms() for name in layer}
    for house in ("scripts", "web.elements", "calculator"):
        for room in (ROOT / house.replace(".", "/")).glob("*/__init__.py"):
            assert f"{house}.{room.parent.name}" in named, room


def test_it_says_how_a_date_and_a_page_travel_and_why_it_is_so() -> None:
    headings = [line for line in DOCUMENT.read_text(encoding="utf-8").splitlines() if line.startswith("## ")]
    assert headings == [
        "## The rooms",
        "## How a typed date travels",
        "## How a Markdown page travels",
        "## Decisions, and why",
    ]
