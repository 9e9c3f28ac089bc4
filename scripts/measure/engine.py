"""The package by itself, in CPython on one core: assessments per minute, and the cost of a roster's row."""

import csv
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from calculator import assess
from calculator.counting.rules import RULES, Cycle
from calculator.regions import SCHEMES, presets, provinces
from scripts.measure.progress import say
from scripts.settings.paths import ROOT

__all__ = ["Roster", "assessments_per_minute", "measure_rosters"]

_TODAY = date(2026, 11, 25)

_BATCH = 20_000

_COMMAND = r"""
import re, sys, time
from calculator.command import main
code = main(sys.argv[1:])
print(time.process_time(), re.search(r"VmHWM:\s*(\d+)", open("/proc/self/status").read())[1])
raise SystemExit(code)
"""
"""The command line, which then tells its processor time and the most memory that it had, as Linux counts both."""


@dataclass(frozen=True, slots=True)
class Roster:
    """What a roster of so many rows cost on the command line: seconds of processor time, and bytes at most."""

    rows: int
    seconds: float
    memory: int


def assessments_per_minute(runs: int) -> float:
    """Of many days, all rules and all places in turn, none of them twice in a row."""
    requests = list(_requests())
    say(f"assessing {_BATCH} times, {runs} runs …")

    def run() -> float:
        start = time.process_time()
        for last, rule, region, scheme in requests:
            assess(last, _TODAY, rule, region=region, scheme=scheme)
        return len(requests) * 60 / (time.process_time() - start)

    return median(run() for _ in range(runs))


def _requests() -> Iterator[tuple[date, str, str, str]]:
    chance = random.Random(1)  # noqa: S311 - the same requests every time
    general = [(rule.id, "", scheme) for rule in RULES.values() if rule.cycle is not Cycle.LOCAL for scheme in SCHEMES]
    regional = [("article", rule.id, rule.schemes[0]) for one in provinces() for rule in presets(one)]
    for _ in range(_BATCH):
        yield _TODAY - timedelta(days=chance.randrange(1100)), *chance.choice(chance.choice((general, regional)))


def measure_rosters(sizes: tuple[int, ...]) -> list[Roster]:
    """Work rosters of these sizes through the command ``roster``, one after the other.

    The seconds are without those that the command needs for a roster of one row, which are not the rows' own.
    """
    with TemporaryDirectory() as scratch:
        start = _work_through(1, Path(scratch))
        found = [_work_through(rows, Path(scratch)) for rows in sizes]
    return [replace(one, seconds=one.seconds - start.seconds) for one in found]


def _work_through(rows: int, folder: Path) -> Roster:
    say(f"a roster of {rows:,} rows …")
    table = folder / f"{rows}.csv"
    _write_table(table, rows)
    command = [sys.executable, "-c", _COMMAND, "roster", str(table), "-o", str(folder / "out.csv")]
    done = subprocess.run(
        [*command, "--today", _TODAY.isoformat()],
        cwd=ROOT,
        check=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    seconds, kilobytes = done.stdout.split()
    return Roster(rows, float(seconds), int(kilobytes) * 1024)


def _write_table(file: Path, rows: int) -> None:
    """People of many places and days, so that hardly a row is like one before it."""
    chance = random.Random(1)  # noqa: S311 - the same roster every time
    places = [(one.name + rule.place, rule.schemes[0]) for one in provinces() for rule in presets(one)]
    with file.open("w", encoding="utf-8", newline="") as text:
        table = csv.writer(text)
        table.writerow(("姓名", "上次认证日期", "参保地", "险种", "电话"))
        for number in range(rows):
            last = _TODAY - timedelta(days=chance.randrange(700))
            table.writerow((f"张{number}", last.isoformat(), *chance.choice(places), f"138{number:08}"))
