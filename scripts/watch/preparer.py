"""Prepares pages with the package as it is: a Python of its own, which is begun anew when the package has been edited.

It waits with everything imported, so that an edited page waits for nothing but itself.
"""

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import IO, cast

from scripts.settings.paths import ROOT

__all__ = ["Preparer"]


class Preparer:
    """What MkDocs reads, in a folder, and the process that writes it."""

    def __init__(self, docs: Path) -> None:
        self._docs = docs
        self._begin()

    def begin_anew(self) -> None:
        """Forget the package as it was."""
        self._process.kill()
        self._process.communicate()
        self._begin()

    def prepare(self, pages: Sequence[str] = ()) -> list[str]:
        """Prepare these pages of ``docs/``, or everything; gives the paths of what is not as it was.

        :raises RuntimeError: if it cannot be done; the process has said why.
        """
        if self._process.poll() is not None:
            self.begin_anew()
        print(json.dumps(pages), file=self._asked, flush=True)
        answer = self._answers.readline()
        if not answer:
            raise RuntimeError("the pages could not be prepared")
        changed: list[str] = json.loads(answer)
        return changed

    def _begin(self) -> None:
        self._process = process = subprocess.Popen(
            [sys.executable, "-m", "scripts.watch.prepare_on_request", str(self._docs)],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self._asked, self._answers = cast(IO[str], process.stdin), cast(IO[str], process.stdout)
