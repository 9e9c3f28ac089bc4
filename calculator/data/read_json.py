"""The data that lies beside the code, in a folder or in a zip file."""

import json
from pkgutil import get_data
from typing import Any

__all__ = ["read_json"]


def read_json(package: str, name: str) -> Any:
    """What a JSON file of a package holds.

    Read through ``pkgutil``, because ``importlib.resources`` imports so much that the first answer would wait for it.

    :param package: the name of an imported package.
    :param name: the file's path inside it, with ``/`` between folders.
    :raises OSError: if there is no such file.
    :raises json.JSONDecodeError: if it is not JSON.
    """
    return json.loads((get_data(package, name) or b"").decode())
