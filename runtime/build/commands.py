"""Running the tools that the build is made of."""

import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from scripts.settings.paths import ROOT

__all__ = ["run"]


def run(command: Iterable[str], **variables: str) -> None:
    """Run a command of the tools that are installed here, quietly; if it fails, show all that it said."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = os.environ | {"PATH": path} | variables
    done = subprocess.run(
        [*command], cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    if done.returncode:
        print(done.stdout[-4000:], file=sys.stderr)
        raise SystemExit(done.returncode)
