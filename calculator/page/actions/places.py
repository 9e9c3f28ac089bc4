"""The place of the form, level by level: what it lies in and what lies in it, to be chosen from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calculator.regions import presets
from calculator.regions.addresses import read_address
from calculator.regions.levels import levels_of

if TYPE_CHECKING:
    from calculator.page.protocol import PlacesReply, PlacesRequest

__all__ = ["places"]


def places(request: PlacesRequest) -> PlacesReply:
    """What a region means, what can be chosen around it and in it, and which rules could hold there.

    Where it is a rule already, those that could have been chosen in its place are all of the province.

    :raises InputError: if there is no such place, or more than one.
    """
    address = read_address(str(request["region"]).strip())
    one, where = address.province, "" if address.chosen else address.where
    return {
        "ok": True,
        "province": one.id,
        "rules": [rule.id for rule in presets(one) if where.startswith(rule.place) or rule.place.startswith(where)],
        "levels": [
            {
                "around": level.around,
                "chosen": level.chosen.path if level.chosen else level.around,
                "inside": [{"path": each.path, "name": each.name} for each in level.inside],
            }
            for level in levels_of(address)
        ],
    }
