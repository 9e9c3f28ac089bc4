"""What the page can ask for, by feature: each function takes a request and gives its reply.

They are called by ``calculator.page.bridge`` alone, which imports a feature when it is first asked for. The types of
their requests and replies, ``calculator.page.protocol``, are there for type checks and are loaded in no browser.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable
from typing import TYPE_CHECKING

from calculator import wording
from calculator.errors import InputError

if TYPE_CHECKING:
    from calculator.page.protocol import Fault, File, Offer

__all__ = ["as_file", "told"]


def as_file(name: str, media_type: str, content: bytes) -> File:
    """A file for the visitor to keep, as a reply carries it."""
    return {"name": name, "type": media_type, "base64": b64encode(content).decode("ascii")}


def told(errors: Iterable[InputError]) -> list[Fault]:
    """Faults as a reply tells them."""
    return [{"field": one.field, "code": one.code, "message": one.message, "offers": _offers(one)} for one in errors]


def _offers(error: InputError) -> list[Offer]:
    """What may be taken with one tap."""
    if error.field.endswith("region"):
        return [{"value": one, "name": one} for one in error.meant]
    only = len(error.meant) == 1
    return [{"value": one, "name": wording.written_days.offer(one, only=only)} for one in error.meant]
