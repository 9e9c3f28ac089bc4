"""What a chooser of places offers, for ``web/elements/parts/place-chooser.js``."""

from html import escape

from calculator import wording
from calculator.regions import presets, provinces

__all__ = ["place_list", "province_names"]


def province_names() -> dict[str, str]:
    """Every province's name by its id."""
    return {one.id: one.name for one in provinces()}


def place_list(id: str) -> str:
    """A ``<datalist>`` of every province and every rule that can be chosen, each with its path.

    It also says what a choice is called that is none of them, whatever a link or a file has in its place.
    """
    places = [(one.id, one.name) for one in provinces()]
    places += [(rule.id, f"{one.name}{rule.place}（{rule.who}）") for one in provinces() for rule in presets(one)]
    options = "\n".join(f'<option value="{escape(name)}" data-id="{path}">' for path, name in places)
    return f'<datalist id="{id}" data-other="{wording.page.PLACE_NOT_LISTED}">\n{options}\n</datalist>'
