"""A copy of the checkout that a test may edit and build."""

import shutil
from pathlib import Path

from scripts.settings.paths import ROOT

_INSTALLED = {".venv", "node_modules"}
_MADE = {".git", "build", "dist", "site", "mutants", ".hypothesis", ".mypy_cache", ".pytest_cache", ".ruff_cache"}
_MADE_BY_PYTHON = "__pycache__"


def copy_of_checkout(target: Path) -> Path:
    """All that people write, with what is installed beside it as links; nothing that is built."""
    shutil.copytree(ROOT, target, ignore=_left_out)
    for name in _INSTALLED:
        (target / name).symlink_to((ROOT / name).resolve())
    return target


def _left_out(folder: str, names: list[str]) -> set[str]:
    return {_MADE_BY_PYTHON} | ((_INSTALLED | _MADE) & {*names} if Path(folder) == ROOT else set())


def append(file: Path, text: str) -> None:
    """Write at the end of a file, as somebody does who edits it."""
    file.write_text(file.read_text(encoding="utf-8") + text, encoding="utf-8")
