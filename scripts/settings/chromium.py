"""The machine's own Chromium, which prints, measures and tests."""

import os
import shutil

__all__ = ["chromium_program", "windowless_chromium_program"]


def chromium_program() -> str:
    """The path of the program, or what ``CHROMIUM`` names.

    :raises RuntimeError: if there is none on this machine.
    """
    program = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    if not program:
        raise RuntimeError("Chromium is needed: scripts/setup-debian site")
    return program


def windowless_chromium_program() -> str:
    """The same engine without all that draws windows, which opens a page with half the work; else the program itself.

    :raises RuntimeError: if there is neither on this machine.
    """
    return os.environ.get("CHROMIUM") or shutil.which("chromium-headless-shell") or chromium_program()
