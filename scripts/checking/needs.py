"""Which stages of the build tests need: ``python -m scripts.checking.needs [ARGUMENT…]`` with the arguments of pytest."""

import sys
from collections.abc import Iterable
from pathlib import Path

from scripts.settings.paths import ROOT
from scripts.stages.dodo import EVERYTHING

__all__ = ["needed"]

_SITE = ("site", "compressed")
_NEEDS: dict[str, tuple[str, ...]] = {
    "calculator": (),
    "runtime": (),
    "scripts": (),
    "tests/calculator": (),
    "tests/checking": (),
    "tests/documents": (),
    "tests/pages": (),
    "tests/runtime": (),
    "tests/stages": ("site",),
    "tests/supply/test_advisories.py": (),
    "tests/supply/test_locks.py": (),
    "tests/supply/test_release.py": (),
    "tests/site": ("site",),
    "tests/warehouse": ("data",),
    "tests/watch": ("site",),
    "tests/browser": _SITE,
    "tests/deploy/test_nginx.py": _SITE,
    "tests/deploy/test_reports.py": (),
    "tests/engines/test_served.py": _SITE,
    "tests/print": ("papers", "copies", "site"),
}
"""What the tests in a folder or a file need. All others need everything."""


def needed(arguments: Iterable[str]) -> tuple[str, ...]:
    """The stages, in their order, that the tests named by these arguments need; everything, if they name none.

    >>> needed(["tests/calculator", "-k", "eve"]), needed(["tests/browser/runtime/test_start.py::test_x"])
    ((), ('site', 'compressed'))
    """
    named = [argument.partition("::")[0] for argument in arguments if not argument.startswith("-")]
    tests = [Path(name).resolve().relative_to(ROOT) for name in named if Path(name).exists()]
    stages = {stage for test in tests for stage in _needed_by(test)} if tests else EVERYTHING
    return tuple(stage for stage in EVERYTHING if stage in stages)


def _needed_by(test: Path) -> tuple[str, ...]:
    """By the nearest of the folders around it that is known."""
    around = (test, *test.parents)
    return next((_NEEDS[path.as_posix()] for path in around if path.as_posix() in _NEEDS), EVERYTHING)


if __name__ == "__main__":
    print(*needed(sys.argv[1:]))
