"""A place from wide to narrow: what its province is divided into, and what that is, as a form lets people choose it."""

from dataclasses import dataclass

from calculator.regions.addresses import Address
from calculator.regions.divisions import Division, divisions_inside

__all__ = ["Level", "levels_of"]


@dataclass(frozen=True, slots=True)
class Level:
    """What can be chosen inside a province or a prefecture, in the order of the codes.

    ``around`` is that province or prefecture as an address, and ``chosen`` is the division that the place lies in or is;
    None where the place is all of what is around, or none of the divisions.
    """

    around: str
    inside: tuple[Division, ...]
    chosen: Division | None


def levels_of(address: Address) -> tuple[Level, ...]:
    """The levels down to the first on which nothing is chosen; none where a province has no divisions of its own (兵团).

    >>> from calculator.regions.addresses import read_address
    >>> [one.chosen and one.chosen.name for one in levels_of(read_address("江苏省宿迁市宿城区"))]
    ['宿迁市', '宿城区']
    >>> [one.chosen for one in levels_of(read_address("海南"))]
    [None]

    :raises MissingDataError: if the names did not come with this package, because nobody has set it up.
    """
    place = address.province.name + address.where
    found: list[Level] = []
    around = address.province.name
    while inside := divisions_inside(around):
        chosen = next((one for one in inside if place.startswith(one.path)), None)
        found.append(Level(around if found else address.province.id, inside, chosen))
        if chosen is None:
            break
        around = chosen.path
    return tuple(found)
