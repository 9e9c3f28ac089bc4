"""Put the working days of China into the calculator when its wheel is built."""

import sys
from pathlib import Path
from typing import Any, override

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class WorkingDaysHook(BuildHookInterface):  # type: ignore[type-arg]
    """Makes ``calculator/data/working_days.json`` from the ``holidays`` package before the files are collected."""

    @override
    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Hatchling calls this before each build."""
        sys.path.insert(0, self.root)
        from scripts.data.working_days import write

        write(Path(self.root, "calculator", "data", "working_days.json"))
