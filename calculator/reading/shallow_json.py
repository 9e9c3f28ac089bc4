"""JSON that somebody else may have written, read only if it is not nested deeper than ours ever is.

A parser calls itself for every bracket inside another. In a browser that ends not with an error but with the whole of
Python: its stack is that of WebAssembly, and a few thousand brackets fill it.
"""

import json
import re

__all__ = ["TooDeepError", "read_shallow_json"]

_STRING = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"?', re.DOTALL)
_STEPS = {"[": 1, "{": 1, "]": -1, "}": -1}


class TooDeepError(ValueError):
    """More brackets stand inside one another than in anything of ours."""


def read_shallow_json(text: str, deepest: int) -> object:
    """What a text says in JSON.

    >>> read_shallow_json('{"text": "[[[["}', 1)
    {'text': '[[[['}

    :param deepest: how many brackets may stand inside one another at most.
    :raises TooDeepError: if there are more.
    :raises ValueError: if it is not JSON.
    """
    if text.count("[") + text.count("{") > deepest and _depth(text) > deepest:
        raise TooDeepError(f"more than {deepest} brackets inside one another")
    return json.loads(text)


def _depth(text: str) -> int:
    """How many brackets stand inside one another, those in strings not counted; also where they do not fit together."""
    depth = most = 0
    for bracket in re.findall(r"[\[{\]}]", _STRING.sub("", text)):
        depth += _STEPS[bracket]
        most = max(most, depth)
    return most
