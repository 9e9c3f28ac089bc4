"""The wheels that browsers get, the calculator's own and those that it needs; ``python -m runtime.build.wheels`` builds its."""

import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from importlib.metadata import Distribution, distributions
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from runtime.build.commands import run
from scripts.settings.paths import BROWSER_WHEELS, BUILD

__all__ = ["COMMAND_LINE_ONLY", "PACKAGE", "Wheels", "browser_wheels", "build_wheel", "built_wheel"]

PACKAGE = "pension-certification"

COMMAND_LINE_ONLY = frozenset({"tqdm"})
"""What the calculator needs on no page."""

_FOLDER = BUILD / "wheel"
_ZIP_EPOCH = "315532800"
"""1980-01-01, the first moment that a zip file can hold: two builds of one tree give the same wheel."""


def build_wheel() -> Path:
    """Build the calculator's wheel and return it."""
    shutil.rmtree(_FOLDER, ignore_errors=True)
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(_FOLDER)]
    run(command, SOURCE_DATE_EPOCH=os.environ.get("SOURCE_DATE_EPOCH", _ZIP_EPOCH))
    return built_wheel()


def built_wheel() -> Path:
    """The calculator's wheel, which has been built."""
    return next(_FOLDER.glob("*.whl"))


def browser_wheels() -> "Wheels":
    """All that browsers get: the calculator's wheel, which has been built, and those that ``scripts/setup`` fetches."""
    return Wheels([built_wheel(), *BROWSER_WHEELS.glob("*.whl")])


class Wheels:
    """Wheels by the names of their packages."""

    def __init__(self, files: Iterable[Path]) -> None:
        self.files: dict[str, Path] = {}
        self._known: dict[str, Distribution] = {}
        for file in files:
            [package] = distributions(path=[str(file)])
            name = canonicalize_name(package.metadata["Name"])
            self.files[name], self._known[name] = file, package

    def closure(self, name: str, without: frozenset[str] = frozenset()) -> list[str]:
        """A package and all that it needs in browsers, by their names.

        :param without: what this package can start without; others that need it get it.
        """
        found: dict[str, None] = {}
        waiting = [name]
        while waiting:
            one = waiting.pop()
            if one not in found:
                found[one] = None
                waiting += (needed for needed in self._needs(one) if one != name or needed not in without)
        return sorted(found)

    def _needs(self, name: str) -> Iterator[str]:
        for text in self._known[name].requires or ():
            requirement = Requirement(text)
            if requirement.marker is None or requirement.marker.evaluate({"sys_platform": "emscripten", "extra": ""}):
                yield canonicalize_name(requirement.name)


if __name__ == "__main__":
    build_wheel()
