"""What the page can ask for, by feature: each function takes a request's object and gives its reply's.

They are called by ``calculator.page.bridge`` alone, which imports a feature when it is first asked for.
"""

from base64 import b64encode
from collections.abc import Iterable, Mapping
from typing import Any

from calculator.errors import InputError

__all__ = ["Reply", "Request", "file_reply", "told"]

Request = Mapping[str, Any]
Reply = dict[str, object]


def file_reply(name: str, media_type: str, content: bytes) -> Reply:
    """A reply that gives the visitor a file to keep."""
    file = {"name": name, "type": media_type, "base64": b64encode(content).decode("ascii")}
    return {"ok": True, "file": file}


def told(errors: Iterable[InputError]) -> list[dict[str, str]]:
    """Faults as a reply tells them."""
    return [{"field": one.field, "code": one.code, "message": one.message} for one in errors]
