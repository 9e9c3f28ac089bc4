"""Run the test files of other projects that read spreadsheets through ``roster``: see ``scripts/peers``.

Each file gives a worklist or one Chinese line that says what to do; no traceback, no hang, no 500 MB. Each is worked in
a process of its own, which is forked from this one, so that ten thousand files take minutes.
"""

import argparse
import contextlib
import os
import re
import resource
import shutil
import signal
import subprocess
import sys
import time
import traceback
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory

from calculator.command import main as roster
from calculator.errors import InputError
from calculator.roster.formats import FORMATS
from calculator.roster.table import open_table
from scripts.settings.paths import BUILD

__all__ = ["Outcome", "main", "tried"]

_MOST_MEMORY = 500_000_000
_MOST_SECONDS = 60
_KEPT = BUILD / "peers"
_ENDINGS = frozenset(ending for one in FORMATS for ending in one.endings) | {".xml", ".fods", ".slk", ".dif"}
_CHINESE = re.compile(r"[\u4e00-\u9fff].*[。？]\n?")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a file: ``worklist``, ``sentence``, or what must not be."""

    name: str
    what: str
    said: str
    seconds: float
    memory: int


def main(arguments: Sequence[str] | None = None) -> int:
    """Run every file, print the table, and return 1 if any must not be as it is."""
    parser = argparse.ArgumentParser(prog="scripts/peers", description=__doc__)
    parser.add_argument("source", nargs="+", type=Path, help="a folder of files, or a bare git directory")
    parser.add_argument("--every", type=int, default=1, help="of text files, one in so many (default: all)")
    options = parser.parse_args(arguments)
    shutil.rmtree(_KEPT, ignore_errors=True)
    found: dict[str, list[Outcome]] = {}
    for source in options.source:
        with TemporaryDirectory() as scratch:
            files = list(_files(source, Path(scratch), options.every))
            with ProcessPoolExecutor(mp_context=get_context("fork")) as pool:
                found[_called(source)] = list(pool.map(tried, files, chunksize=8))
    print(_summary(found))
    return int(any(one.what not in ("worklist", "sentence") for outcomes in found.values() for one in outcomes))


def _called(source: Path) -> str:
    """``apache/poi`` of a mirror's ``apache+poi/repo``, or the folder's own name."""
    return next((part.replace("+", "/") for part in source.parts if "+" in part), source.name)


def _files(source: Path, scratch: Path, every: int) -> Iterator[Path]:
    names = (
        _git(source, "ls-tree", "-r", "-z", "--name-only", "HEAD").decode().split("\0") if _is_bare(source) else None
    )
    listed = names if names is not None else [str(path.relative_to(source)) for path in source.rglob("*")]
    texts = 0
    for number, name in enumerate(sorted(listed)):
        ending = Path(name).suffix.lower()
        if ending not in _ENDINGS:
            continue
        texts += ending in (".csv", ".txt", ".xml")
        if ending in (".csv", ".txt", ".xml") and texts % every:
            continue
        if names is None:
            yield source / name
            continue
        copy = scratch / f"{number}-{Path(name).name}"
        with contextlib.suppress(subprocess.CalledProcessError):  # a snapshot lacks its largest files
            copy.write_bytes(_git(source, "cat-file", "blob", f"HEAD:{name}"))
            yield copy


def _is_bare(source: Path) -> bool:
    return (source / "objects").is_dir() and (source / "HEAD").is_file()


def _git(source: Path, *command: str) -> bytes:
    return subprocess.run(["git", "--git-dir", source, *command], check=True, stdout=subprocess.PIPE).stdout


def tried(file: Path) -> Outcome:
    """Run one file through the roster."""
    with TemporaryDirectory() as scratch:
        said, out = Path(scratch) / "said", Path(scratch) / "out.csv"
        begun = time.monotonic()
        child = os.fork()
        if child == 0:
            _run(file, out, said)
        _, status, usage = os.wait4(child, 0)
        seconds, memory = time.monotonic() - begun, usage.ru_maxrss * 1024
        text = said.read_text(errors="replace") if said.exists() else ""
        what = _judged(os.waitstatus_to_exitcode(status), text, memory, written=out.exists())
    if what not in ("worklist", "sentence"):
        _KEPT.mkdir(parents=True, exist_ok=True)
        shutil.copy(file, _KEPT / file.name)
    return Outcome(file.name, what, text.strip().rpartition("\n")[2], seconds, memory)


def _run(file: Path, out: Path, said: Path) -> None:
    """The forked process: it ends here, whatever happens."""
    code = 1
    try:
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.alarm(_MOST_SECONDS)
        resource.setrlimit(resource.RLIMIT_AS, (4 * _MOST_MEMORY, 4 * _MOST_MEMORY))
        with said.open("w") as text:
            os.dup2(text.fileno(), 1)
            os.dup2(text.fileno(), 2)
            sys.stderr = text
            try:
                code = roster(["roster", str(file), "-o", str(out), "--today", "2026-11-24"])
                _read_to_the_end(file)
            except BaseException:
                traceback.print_exc(file=text)
    finally:
        os._exit(code)


def _read_to_the_end(file: Path) -> None:
    """Hardly a file of others has a day of certification, without which nobody reads on: read on all the same."""
    with contextlib.suppress(InputError), file.open("rb") as opened:
        for _ in open_table(opened).rows:
            pass


def _judged(code: int, said: str, memory: int, *, written: bool) -> str:
    if code == -signal.SIGALRM:
        return "hang"
    if memory > _MOST_MEMORY:
        return "memory"
    if code == 0 and written:
        return "worklist"
    if code == 2 and said.count("\n") == 1 and _CHINESE.search(said) and not written:
        return "sentence"
    return "traceback" if "Traceback" in said else f"exit {code}"


def _summary(found: dict[str, list[Outcome]]) -> str:
    lines = [
        "| files of | files | worklists | sentences | findings | slowest | most memory |",
        "| --- |" + " ---: |" * 6,
    ]
    for name, outcomes in found.items():
        counts = Counter(one.what for one in outcomes)
        wrong = len(outcomes) - counts["worklist"] - counts["sentence"]
        slowest, largest = max(one.seconds for one in outcomes), max(one.memory for one in outcomes) // 1_000_000
        lines.append(
            f"| {name} | {len(outcomes)} | {counts['worklist']} | {counts['sentence']} | {wrong} | {slowest:.1f} s | {largest} MB |"
        )
    every = [one for outcomes in found.values() for one in outcomes]
    lines.append("")
    lines += (
        f"{count} × {said}"
        for said, count in Counter(one.said for one in every if one.what == "sentence").most_common(30)
    )
    lines += (f"{one.what}: {one.name}: {one.said}" for one in every if one.what not in ("worklist", "sentence"))
    return "\n".join(lines)


if __name__ == "__main__":
    raise SystemExit(main())
