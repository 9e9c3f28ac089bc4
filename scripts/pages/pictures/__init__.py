"""Sketches where people look rather than read: where an entrance is, how to hold the phone, what a right address is.

They are drawn by us, in lines and words of the page's own colours: no trademark, no screenshot, nothing that only a
colour says. A page asks for one by ``<!-- insert: picture-app -->``.
"""

from collections.abc import Callable, Mapping

from scripts.pages.pictures.addresses import address_picture
from scripts.pages.pictures.entrances import ENTRANCES, entrance_picture
from scripts.pages.pictures.faces import FACES, face_picture

__all__ = ["PICTURES"]


def _entrance(name: str) -> Callable[[], str]:
    return lambda: entrance_picture(name)


def _face(name: str) -> Callable[[], str]:
    return lambda: face_picture(name)


PICTURES: Mapping[str, Callable[[], str]] = {
    **{f"picture-{name}": _entrance(name) for name in ENTRANCES},
    **{f"picture-{name}": _face(name) for name in FACES},
    "picture-address": address_picture,
}
"""Every picture as a figure in HTML, by its mark."""
