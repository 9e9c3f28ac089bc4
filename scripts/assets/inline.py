"""Scripts that stand in the page itself, for the oldest browsers too."""

from functools import cache
from pathlib import Path

from scripts.assets.bundles import OLDEST, bundle

__all__ = ["inline"]


def inline(script: Path) -> str:
    """The script as it stands between its tags."""
    return _bundled(script, script.stat().st_mtime_ns)


@cache
def _bundled(script: Path, edited: int) -> str:  # noqa: ARG001
    """What a script was when it was edited last."""
    return bundle(script, browsers=OLDEST).strip()
