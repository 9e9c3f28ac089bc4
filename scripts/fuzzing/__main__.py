"""Run hostile input against one target or all of them, and say how many inputs each took: see ``scripts/fuzz``."""

import argparse
import re
import subprocess
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
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
_EXECUTED = re.compile(r"stat::number_of_executed_units:\s*(\d+)")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one target: how many inputs it took, in how many seconds, and the inputs that it fell over."""

    target: str
    inputs: int
    seconds: float
    found: tuple[Path, ...]


def main(arguments: Sequence[str] | None = None) -> int:
    """Fuzz, print the table, and return 1 if anything was found."""
    parser = argparse.ArgumentParser(prog="scripts/fuzz", description=__doc__)
    parser.add_argument("target", nargs="?", choices=sorted(TARGETS), help="one target alone; otherwise all")
    parser.add_argument("--runs", type=int, default=_RUNS, help="inputs over all targets (default: %(default)s)")
    parser.add_argument("--each", action="store_true", help="so many inputs for each target")
    parser.add_argument("--seed", type=int, default=0, help="where chance begins; 0 is another place every time")
    options = parser.parse_args(arguments)
    targets = (options.target,) if options.target else tuple(TARGETS) if options.each else ()
    runs = dict.fromkeys(targets, options.runs) or _shared(options.runs)
    with ThreadPoolExecutor(_PROCESSES) as pool:
        outcomes = list(pool.map(partial(_fuzzed, seed=options.seed), runs, runs.values()))
    print(_summary(outcomes))
    return int(any(one.found for one in outcomes))


def _shared(runs: int) -> dict[str, int]:
    return {name: runs * _SHARES[name] // 1000 for name in sorted(TARGETS, key=_SHARES.__getitem__)}


def _fuzzed(target: str, runs: int, seed: int) -> Outcome:
    """Give a target so many inputs, or fewer where one of them is a finding."""
    corpus, findings = BUILD / "fuzz" / "corpus" / target, BUILD / "fuzz" / target
    corpus.mkdir(parents=True, exist_ok=True)
    findings.mkdir(parents=True, exist_ok=True)
    for number, content in enumerate(SEEDS[target]):
        (corpus / f"seed-{number}").write_bytes(content)
    before = set(findings.iterdir())
    begun = time.monotonic()
    print(f"{target}: {runs:,} inputs …", flush=True)
    done = subprocess.run(
        [
            *(sys.executable, "-m", "scripts.fuzzing.worker", target, str(corpus), *_OPTIONS),
            *(f"-runs={runs}", f"-seed={seed}", f"-max_len={_LONGEST.get(target, 400)}"),
            f"-artifact_prefix={findings}/",
        ],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        check=False,
    )
    found = tuple(sorted(set(findings.iterdir()) - before))
    if found or done.returncode:
        print(done.stdout[-4000:], file=sys.stderr)
    executed = _EXECUTED.search(done.stdout)
    return Outcome(target, int(executed[1]) if executed else 0, time.monotonic() - begun, found)


def _summary(outcomes: Sequence[Outcome]) -> str:
    lines = ["| target | what | inputs | seconds | findings |", "| --- | --- | ---: | ---: | ---: |"]
    for one in outcomes:
        what = (TARGETS[one.target].__doc__ or "").partition("\n")[0].rstrip(".")
        lines.append(f"| {one.target} | {what} | {one.inputs:,} | {one.seconds:.0f} | {len(one.found)} |")
    lines.append(f"| all | | {sum(one.inputs for one in outcomes):,} | {sum(one.seconds for one in outcomes):.0f} | |")
    lines += (f"{one.target}: {path.relative_to(ROOT)}" for one in outcomes for path in one.found)
    return "\n".join(lines)


if __name__ == "__main__":
    raise SystemExit(main())
