"""The machine's own Chromium, which prints, measures and tests."""

import os
import shutil

__all__ = ["chromium_program"]


def chromium_program() -> str:
    """The path of the program, or what ``CHROMIUM`` names.

    :raises RuntimeError: if there is none on this machine.
    """
    program = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    if not program:
        raise RuntimeError("Chromium is needed: scripts/setup-debian site")
    return program
