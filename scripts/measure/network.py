"""Slow lines and slow phones: when the answer stands in the first screen, with ours and with the stock Pyodide page.

Bytes pass through a relay of ours, because a browser's own throttle leaves out the worker that fetches most of them.
"""

import socket
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

from playwright.sync_api import Browser, sync_playwright

from scripts.measure.browser import new_visitor, open_browser
from scripts.measure.pages import serving
from scripts.measure.progress import say
from scripts.measure.variants import DEADLINE, Variant, make_variants

__all__ = ["LINES", "LOOPBACK", "Line", "LineFigures", "measure_lines", "relayed"]

_PIECE = 1_448
"""Bytes that a packet carries."""

_PATIENCE = 180_000
"""Milliseconds."""

_SEEN = f"""() => new Promise((resolve) => {{
  let first;
  const look = () => {{
    const answer = document.querySelector('time[data-result="deadline"][datetime="{DEADLINE}"]');
    const box = answer && !answer.closest("[hidden]") && answer.getBoundingClientRect();
    if (box && box.height && box.bottom <= innerHeight) first ??= performance.now();
    if (first && !answer.closest('[data-answer="instant"]')) return resolve([first, performance.now()]);
    requestAnimationFrame(look);
  }};
  look();
}})"""
"""Tells when an answer was first drawn in the first screen, and when the whole one was."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line and a phone: bits a second, milliseconds of a round trip, and how many times slower than this machine."""

    bits: int
    round_trip: int
    slower: int

    @property
    def name(self) -> str:
        """1.6 Mbit/s, 150 ms, 4× slower"""
        if not self.bits:
            return "no line: the server is on this machine"
        return f"{self.bits / 1e6:g} Mbit/s, {self.round_trip} ms, {self.slower}× slower"


LOOPBACK = Line(0, 0, 1)
LINES = {LOOPBACK: "≤ 0.3 s", Line(1_600_000, 150, 4): "≤ 2.5 s", Line(700_000, 300, 6): "≤ 5 s"}
"""What is measured, and what our first answer is aimed at."""


@dataclass(frozen=True, slots=True)
class LineFigures:
    """Milliseconds of each visit on one line: ours, its first answer and the whole one, and the stock page's."""

    instant: list[float] = field(default_factory=list)
    whole: list[float] = field(default_factory=list)
    stock: list[float] = field(default_factory=list)


def measure_lines(runs: int) -> Mapping[Line, LineFigures]:
    """Visit our page by a link and the stock page in turn, as somebody who has never been there, on each line."""
    figures = {line: LineFigures() for line in LINES}
    with TemporaryDirectory() as scratch, ExitStack() as stack:
        variants = {one.letter: one for one in make_variants(Path(scratch)) if one.letter in "ac"}
        say("compressing what is sent, which takes minutes the first time …")
        servers = {letter: stack.enter_context(serving(one.folder, one.for_ever)) for letter, one in variants.items()}
        browser = stack.enter_context(open_browser(stack.enter_context(sync_playwright())))
        for one, server in zip(variants.values(), servers.values(), strict=True):  # the browser itself has started
            _visit(browser, one, server.address, LOOPBACK)
        for run in range(runs):
            for line, found in figures.items():
                first, whole = _visit(browser, variants["c"], servers["c"].address, line)
                found.instant.append(first)
                found.whole.append(whole)
                found.stock.append(_visit(browser, variants["a"], servers["a"].address, line)[0])
                say(
                    f"run {run + 1} of {runs}, {line.name}: {found.instant[-1]:.0f} ms, whole {found.whole[-1]:.0f} ms, "
                    f"stock {found.stock[-1]:.0f} ms"
                )
    return figures


def _visit(browser: Browser, variant: Variant, server: str, line: Line) -> tuple[float, float]:
    """Milliseconds until an answer stood in the first screen, and until the whole one did."""
    with relayed(server, line) as address, new_visitor(browser) as somebody:
        page = somebody.new_page()
        page.set_default_timeout(_PATIENCE)
        somebody.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": line.slower})
        page.goto(address + variant.path, wait_until="commit")
        first, whole = page.evaluate(_SEEN)
        return float(first), float(whole)


@contextmanager
def relayed(address: str, line: Line) -> Iterator[str]:
    """An address that leads to the same server over this line."""
    if not line.bits:
        yield address
        return
    parts = urlsplit(address)
    relay = _Relay(parts.port or 80, line)
    threading.Thread(target=relay.accept, daemon=True).start()
    yield f"http://127.0.0.1:{relay.port}{parts.path}"
    relay.close()


class _Relay:
    """Passes on what comes, all connections on one line: a round trip before what is asked, then so many bits a second."""

    def __init__(self, server: int, line: Line) -> None:
        self._server = server
        self._line = line
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._free = 0.0
        self._lock = threading.Lock()
        self.port: int = self._listener.getsockname()[1]

    def accept(self) -> None:
        """Take connections until it is closed."""
        while True:
            try:
                visitor, _ = self._listener.accept()
            except OSError:
                return
            threading.Thread(target=self._connect, args=(visitor,), daemon=True).start()

    def close(self) -> None:
        """Take no more."""
        self._listener.close()

    def _connect(self, visitor: socket.socket) -> None:
        # Hands are shaken. The kernel has done so at once: the browser counts this towards the wait for the first byte.
        self._wait_for_round_trip()
        server = socket.create_connection(("127.0.0.1", self._server))
        threading.Thread(target=self._pass_on, args=(server, visitor, self._take_turn), daemon=True).start()
        self._pass_on(visitor, server, lambda _: self._wait_for_round_trip())

    @staticmethod
    def _pass_on(source: socket.socket, target: socket.socket, wait: Callable[[int], None]) -> None:
        try:
            while piece := source.recv(_PIECE):
                wait(len(piece))
                target.sendall(piece)
        except OSError:
            pass  # one of the two has gone
        finally:
            for one in (source, target):
                one.close()

    def _wait_for_round_trip(self) -> None:
        time.sleep(self._line.round_trip / 1000)

    def _take_turn(self, count: int) -> None:
        """Wait until so many bytes have passed behind all that came before them on any connection."""
        with self._lock:
            self._free = max(self._free, time.monotonic()) + count * 8 / self._line.bits
            until = self._free
        time.sleep(max(until - time.monotonic(), 0))
