"""Real browsers of three engines behind one small interface, on a machine that has no network.

Each runs with its driver in a network namespace of its own, where nothing but the loopback exists, and is spoken to
through pipes.
"""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from scripts.settings.paths import ROOT

__all__ = ["ENGINES", "PATIENCE", "Engine", "EngineError"]

ENGINES = ("Chromium", "Firefox", "WebKit")

PATIENCE = 120.0
"""Seconds that a page may take on a loaded machine."""

_NO_NETWORK = ["unshare", "--net", *([] if os.geteuid() == 0 else ["--map-root-user"]), "--"]
_LOOPBACK_UP = 'import fcntl, os, socket, struct, sys; s = socket.socket(); fcntl.ioctl(s, 0x8914, struct.pack("16sh14x", b"lo", 0x49)); os.execvp(sys.argv[1], sys.argv[1:])'
"""The drivers speak to their browsers over the loopback, which is down in a new namespace."""

_PORT = 8000
"""Free in a new namespace."""

_SERVER_TOO = 'exec 3<&0; PORT="$1" "$2" -m scripts.site.server >/dev/null & server=$!; shift 2; "$@" <&3; kill $server'
"""A shell in which the site is served for as long as the browser's driver runs."""


class EngineError(Exception):
    """The browser could not do what it was asked."""


class Engine:
    """One browser with one page. A context manager: the browser ends with it."""

    site = f"http://127.0.0.1:{_PORT}/"
    """Where the built site is found by a browser that was started with it."""

    def __init__(self, name: str, *, serve: bool = False, preferences: Mapping[str, object] | None = None) -> None:
        """:param preferences: of Firefox, as in its ``about:config``."""
        server = ["sh", "-c", _SERVER_TOO, "sh", str(_PORT), sys.executable] if serve else []
        self.name = name
        self._process = subprocess.Popen(
            [*_NO_NETWORK, sys.executable, "-c", _LOOPBACK_UP, *server, *_command(name, preferences or {})],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def __enter__(self) -> "Engine":
        return self

    def __exit__(self, *_: object) -> None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.wait(timeout=PATIENCE)
        self._process.stdout.close()

    def stop_serving(self) -> None:
        """From now on nobody answers; the server is the first child of the shell that the browser was started with."""
        children = Path(f"/proc/{self._process.pid}/task/{self._process.pid}/children").read_text(encoding="ascii")
        os.kill(int(children.split()[0]), signal.SIGTERM)

    def reach(self) -> None:
        """Open the home page as soon as there is one: the server starts beside the browser."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            with suppress(EngineError):
                self.open(self.site)
                if self.run("return document.querySelector('h1') !== null"):
                    return
            time.sleep(0.2)

    def resize(self, width: int, height: int) -> None:
        """Of Chromium and Firefox: as many px as a page has."""
        self._ask("resize", width=width, height=height)

    def open(self, address: str) -> None:
        self._ask("open", address=address)

    def run(self, script: str) -> Any:
        """What the body of an asynchronous function returns in the page."""
        return self._ask("run", script=script)

    def type(self, selector: str, text: str) -> None:
        self._ask("type", selector=selector, text=text)

    def click(self, selector: str) -> None:
        self._ask("click", selector=selector)

    def expect(self, script: str, value: object) -> None:
        """Wait until the script returns this value."""
        found: object = None
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            with suppress(EngineError):  # the page is just on its way to the next one
                found = self.run(script)
            if found == value:
                return
            time.sleep(0.1)
        raise AssertionError(f"{script} gives {found!r}, not {value!r}")

    def _ask(self, action: str, **values: object) -> Any:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        print(json.dumps({"do": action} | values), file=self._process.stdin, flush=True)
        reply = json.loads(self._process.stdout.readline() or '{"error": "the browser has ended"}')
        if "error" in reply:
            raise EngineError(f"{action} {values}: {reply['error']}")
        return reply["value"]


def _command(name: str, preferences: Mapping[str, object]) -> list[str]:
    if name == "WebKit":
        return [
            "xvfb-run",
            "--auto-servernum",
            sys.executable,
            "-m",
            "tests.engines.webkit",
            _program("WebKitWebDriver"),
        ]
    browser, program = ("firefox", "firefox-esr") if name == "Firefox" else ("chrome", "chromium")
    puppet = str(Path(__file__).with_name("puppet.js"))
    return [_program("node"), puppet, browser, _program(program), json.dumps(dict(preferences))]


def _program(name: str) -> str:
    found = shutil.which(name)
    assert found, f"{name} is needed: scripts/test installs it"
    return found
