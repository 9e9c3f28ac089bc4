"""What a chooser of places offers, for ``web/elements/parts/place-chooser.js``."""

from html import escape

from calculator import wording
from calculator.regions import presets, provinces

__all__ = ["FIND_HINT", "place_list", "province_names"]

FIND_HINT = "写到县、区都行，例如：高阳县，或者江苏宿迁。列表里有就点列表里的。"


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
