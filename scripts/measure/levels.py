"""What each stage of the runtime gains: bytes before and after it, and the answer on each of the three Pythons."""

import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import sync_playwright

from runtime.build.parts import LIBRARY, PYODIDE, SNAPSHOT, SPLIT, TRIMMED
from scripts.assets.compress import compressed
from scripts.measure.browser import new_visitor, open_browser, visit
from scripts.measure.compressing_server import CompressingServer
from scripts.measure.pages import serving
from scripts.measure.progress import say
from scripts.measure.variants import LAST
from scripts.settings.paths import SITE

__all__ = ["Level", "Stage", "measure_levels", "measure_stages"]

_PAGE = f"calculator/#last={LAST}"
_WORKER = "python-worker*.js"
_BUILD_ID = re.compile(r'(BUILD_ID:)"[0-9a-f]{64}"')


@dataclass(frozen=True, slots=True)
class Stage:
    """Bytes as they travel, in Brotli, of what a stage is given and of what it leaves to be sent before an answer."""

    name: str
    before: int
    after: int


@dataclass(frozen=True, slots=True)
class Level:
    """One of the three Pythons: milliseconds of first visits until the answer, and the bytes sent until then."""

    name: str
    milliseconds: list[float] = field(default_factory=list)
    sent: list[int] = field(default_factory=list)


def measure_stages() -> Iterator[Stage]:
    """Each stage whose gain is in bytes; what it leaves for later is not counted."""
    wasm, glue, library = "pyodide.asm.wasm", "pyodide.asm.mjs", "python_stdlib.zip"
    yield Stage("trim_pyodide: WebAssembly", _travels(PYODIDE / wasm), _travels(TRIMMED / wasm))
    yield Stage("trim_pyodide: glue", _travels(PYODIDE / glue), _travels(TRIMMED / glue))
    yield Stage("split_hot_from_cold", _travels(TRIMMED / wasm), _travels(SPLIT / "pyodide.asm.hot.wasm"))
    yield Stage("build_library", _travels(PYODIDE / library), _travels(LIBRARY / library))
    at_start = [file for file in LIBRARY.glob("*.zip") if file.name != library]
    started = _travels(LIBRARY / library) + sum(map(_travels, at_start))
    yield Stage("snapshot", started, _travels(SNAPSHOT / "python.snapshot"))


def _travels(file: Path) -> int:
    return len(compressed(file.read_bytes(), ".br"))


def measure_levels(runs: int) -> list[Level]:
    """Visit our page on each of the three Pythons in turn, ``runs`` times, with nothing kept from visit to visit."""
    measured = [Level(name) for name in _LEVELS]
    with TemporaryDirectory() as scratch, ExitStack() as stack:
        servers: list[CompressingServer] = []
        for number, (name, change) in enumerate(_LEVELS.items()):
            say(f"{name}: making ready …")
            servers.append(stack.enter_context(serving(_changed(Path(scratch, str(number)), change))))
        browser = stack.enter_context(open_browser(stack.enter_context(sync_playwright())))
        with new_visitor(browser) as nobody:  # the browser itself has started
            visit(nobody.new_page(), servers[0].address + _PAGE)
        for run in range(runs):
            for level, server in zip(measured, servers, strict=True):
                server.sent.clear()
                with new_visitor(browser) as somebody:
                    first = visit(somebody.new_page(), server.address + _PAGE)
                level.milliseconds.append(first.milliseconds)
                level.sent.append(sum(sent.count for sent in list(server.sent) if sent.when <= first.when))
                say(f"run {run + 1} of {runs}: {level.name}, {first.milliseconds:.0f} ms")
    return measured


def _changed(folder: Path, change: Callable[[str], str]) -> Path:
    """A copy of the site with another worker."""
    shutil.copytree(SITE, folder)
    [worker] = (SITE / "assets").rglob(_WORKER)
    ours = folder / worker.relative_to(SITE)
    text = ours.read_text(encoding="utf-8")
    ours.write_text(change(text), encoding="utf-8")
    return folder


def _refuse_the_snapshot(worker: str) -> str:
    """A snapshot of another build of Pyodide is refused, after it has come."""
    text, count = _BUILD_ID.subn(r'\1"0"', worker)
    if not count:
        raise ValueError("the worker names no BUILD_ID, so it cannot refuse a snapshot")
    return text


def _break(worker: str) -> str:
    """The fast runtime fails before it asks for anything."""
    return f"throw new Error('measured without the fast runtime');\n{worker}"


_LEVELS: Mapping[str, Callable[[str], str]] = {
    "the fast runtime": lambda worker: worker,
    "the same, its snapshot refused": _refuse_the_snapshot,
    "the ordinary Pyodide": _break,
}
