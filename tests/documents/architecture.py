"""The picture of ARCHITECTURE.md, drawn from the import contracts: ``python -m tests.documents.architecture`` renews it."""

import ast
import re
import textwrap
import tomllib
from collections.abc import Iterator
from pathlib import Path

from scripts.settings.paths import ROOT

__all__ = ["DOCUMENT", "MARKS", "drawn", "rooms"]

DOCUMENT = ROOT / "ARCHITECTURE.md"
MARKS = "<!-- rooms -->\n```\n", "\n```\n<!-- /rooms -->"
_WIDTH = 116
_NAME = 26


def drawn() -> str:
    """Every room with what it is for; a room may import what stands below the line under it, and nothing else."""
    lines = []
    for layer in rooms():
        lines.append("─" * _WIDTH)
        for room in layer:
            first, *others = textwrap.wrap(_purpose(room), _WIDTH - _NAME) or [""]
            lines.append(f"{room.replace('.', '/'):{_NAME}}{first}")
            lines.extend(" " * _NAME + other for other in others)
    return "\n".join([*lines, "─" * _WIDTH])


def rooms() -> Iterator[list[str]]:
    """The layers from the top to the bottom; where a room has layers of its own, these stand in its place."""
    with (ROOT / "pyproject.toml").open("rb") as file:
        contracts = tomllib.load(file)["tool"]["importlinter"]["contracts"]
    inside = {contract["containers"][0]: contract for contract in contracts if "containers" in contract}
    [house] = (contract for contract in contracts if contract["type"] == "layers" and "containers" not in contract)
    for layer in house["layers"]:
        divided = [name for name in inside if name.split(".")[0] in _names(layer)]
        parts = [(f"{name}.", part) for name in divided for part in inside[name]["layers"]] or [("", layer)]
        for prefix, names in parts:
            # A contract may speak of rooms that need not be there.
            if there := [room for name in _names(names) if _source(room := prefix + name)]:
                yield there


def _names(layer: str) -> list[str]:
    return [name.strip(" ()") for name in re.split(r"[|:]", layer)]


def _source(room: str) -> Path | None:
    path = ROOT / room.replace(".", "/")
    return next((one for one in (path / "__init__.py", path.with_suffix(".py")) if one.is_file()), None)


def _purpose(room: str) -> str:
    """The first sentence of what the room says of itself."""
    source = _source(room)
    assert source, room
    text = ast.get_docstring(ast.parse(source.read_text(encoding="utf-8"))) or ""
    return " ".join(text.split("\n\n")[0].split()).replace("``", "").rstrip(".")


if __name__ == "__main__":
    before, after = MARKS
    text = DOCUMENT.read_text(encoding="utf-8")
    head, _, rest = text.partition(before)
    DOCUMENT.write_text(f"{head}{before}{drawn()}{after}{rest.partition(after)[2]}", encoding="utf-8")
