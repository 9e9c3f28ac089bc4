"""Put the working days, the lunar months and the places of China into the calculator when its wheel is built."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class DataHook(BuildHookInterface):  # type: ignore[type-arg]
    """Makes the files of ``calculator/data`` from the packages that know them, before the files are collected."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 overrides; Python 3.11 lacks `override`
        """Hatchling calls this before each build."""
        sys.path.insert(0, self.root)
        from scripts.data import divisions, lunar_months, working_days

        data = Path(self.root, "calculator", "data")
        working_days.write(data / "working_days.json")
        lunar_months.write(data / "lunar_months.json")
        divisions.write(data / "divisions.json")
