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
