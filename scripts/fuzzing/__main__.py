"""Run hostile input against one target or all of them, and say how many inputs each took: see ``scripts/fuzz``."""

import argparse
import re
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

from scripts.fuzzing.seeds import SEEDS
from scripts.fuzzing.targets import TARGETS
from scripts.settings.paths import BUILD, ROOT

__all__ = ["main"]

_RUNS = 1_000_000
_SHARES = {
    "bridge": 5,
    "request": 280,
    "day": 140,
    "fragment": 10,
    "family": 190,
    "stored": 10,
    "csv": 40,
    "table": 3,
    "message": 60,
    "archive": 240,
    "file": 20,
    "workbook": 2,
}
"""Of 1,000 inputs, those of each target: about the same time for each, for some take a hundred times as long."""
_PROCESSES = 2
_LONGEST = {"archive": 20_000, "csv": 4_000, "family": 4_000, "message": 2_000}
_OPTIONS = ("-timeout=30", "-rss_limit_mb=2048", "-print_final_stats=1", "-verbosity=0")
_COUNTED = re.compile(r"(?:inputs|stat::number_of_executed_units):\s*(\d+)\s*")
"""How a worker says how many inputs it has taken: as it goes, and libFuzzer at its end."""
_PATIENCE = 60
"""Seconds after which a target says how far it is."""


class Run:
    """What becomes of one target: how many inputs it has taken, in how many seconds, and those that it fell over.

    Its processes share one corpus, by which each learns what the other has found.
    """

    def __init__(self, target: str, runs: int, processes: int, seed: int) -> None:
        self.target = target
        self._runs = runs
        self._seed = seed
        self._corpus, self._findings = BUILD / "fuzz" / "corpus" / target, BUILD / "fuzz" / target
        self._corpus.mkdir(parents=True, exist_ok=True)
        self._findings.mkdir(parents=True, exist_ok=True)
        self._before = set(self._findings.iterdir())
        self._counts = [0] * processes
        self._workers: list[subprocess.Popen[str]] = []
        self._begun = self._ended = self._told = 0.0
        self._stopped = self.failed = False

    @property
    def inputs(self) -> int:
        """How many it has taken so far."""
        return sum(self._counts)

    @property
    def seconds(self) -> float:
        """From when its first process began to when the last was over."""
        return self._ended - self._begun

    @property
    def found(self) -> tuple[Path, ...]:
        """What it has fallen over; fewer inputs follow then."""
        return tuple(sorted(set(self._findings.iterdir()) - self._before))

    @property
    def share(self) -> int:
        """How many inputs each process takes at the least."""
        return -(-self._runs // len(self._counts))

    def take(self, process: int) -> None:
        """Let one of its processes take its share."""
        if not self._begun:
            self._begun = self._told = time.monotonic()
            print(f"{self.target}: {self._runs:,} inputs …", flush=True)
            for number, content in enumerate(SEEDS[self.target]):
                (self._corpus / f"seed-{number}").write_bytes(content)
        worker = subprocess.Popen(
            [
                *(sys.executable, "-m", "scripts.fuzzing.worker", self.target, str(self._corpus), *_OPTIONS),
                *(f"-runs={self.share}", f"-seed={self._seed and self._seed + process}"),
                *(f"-max_len={_LONGEST.get(self.target, 400)}", f"-artifact_prefix={self._findings}/"),
            ],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
        )
        self._workers.append(worker)
        told = self._follow(process, worker)
        self._ended = time.monotonic()
        if self.found or (worker.returncode and not self._stopped):
            self.failed = True
            print(told[-4000:], file=sys.stderr)

    def _follow(self, process: int, worker: subprocess.Popen[str]) -> str:
        """Count what it takes until it ends, and give what else it says."""
        told = ""
        with worker:
            for line in worker.stdout or ():
                if counted := _COUNTED.fullmatch(line):
                    self._counts[process] = int(counted[1])
                    self._tell()
                else:
                    told = (told + line)[-20_000:]
        return told

    def _tell(self) -> None:
        now = time.monotonic()
        if now - self._told > _PATIENCE:
            self._told = now
            print(f"{self.target}: {self.inputs:,} after {now - self._begun:.0f} s", flush=True)

    def stop(self) -> None:
        """End what is still running; what it has taken counts."""
        self._stopped = True
        for worker in self._workers:
            worker.terminate()


def main(arguments: Sequence[str] | None = None) -> int:
    """Fuzz, print the table, and return 1 if anything was found. Interrupted or terminated, it tells what it has counted."""
    parser = argparse.ArgumentParser(prog="scripts/fuzz", description=__doc__)
    parser.add_argument("target", nargs="?", choices=sorted(TARGETS), help="one target alone; otherwise all")
    parser.add_argument("--runs", type=int, default=_RUNS, help="inputs over all targets (default: %(default)s)")
    parser.add_argument("--each", action="store_true", help="so many inputs for each target")
    parser.add_argument("--seed", type=int, default=0, help="where chance begins; 0 is another place every time")
    options = parser.parse_args(arguments)
    targets = (options.target,) if options.target else tuple(TARGETS) if options.each else ()
    processes = _PROCESSES if options.target else 1
    inputs = dict.fromkeys(targets, options.runs) or _shared(options.runs)
    runs = [Run(target, count, processes, options.seed) for target, count in inputs.items()]
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    with ThreadPoolExecutor(_PROCESSES) as pool:
        try:
            list(pool.map(lambda job: job(), [partial(run.take, one) for run in runs for one in range(processes)]))
        except KeyboardInterrupt:
            signal.signal(signal.SIGINT, signal.SIG_IGN)
            signal.signal(signal.SIGTERM, signal.SIG_IGN)
            pool.shutdown(wait=False, cancel_futures=True)
            for run in runs:
                run.stop()
    print(_summary([run for run in runs if run.inputs]))
    return int(any(run.failed for run in runs))


def _shared(runs: int) -> dict[str, int]:
    return {name: runs * _SHARES[name] // 1000 for name in sorted(TARGETS, key=_SHARES.__getitem__)}


def _summary(runs: Sequence[Run]) -> str:
    lines = ["| target | what | inputs | seconds | findings |", "| --- | --- | ---: | ---: | ---: |"]
    for one in runs:
        what = (TARGETS[one.target].__doc__ or "").partition("\n")[0].rstrip(".")
        lines.append(f"| {one.target} | {what} | {one.inputs:,} | {one.seconds:.0f} | {len(one.found)} |")
    lines.append(f"| all | | {sum(one.inputs for one in runs):,} | {sum(one.seconds for one in runs):.0f} | |")
    lines += (f"{one.target}: {path.relative_to(ROOT)}" for one in runs for path in one.found)
    return "\n".join(lines)


if __name__ == "__main__":
    raise SystemExit(main())
