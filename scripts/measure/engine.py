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

__all__ = ["Roster", "assessments_per_minute", "compare_rosters", "measure_rosters"]

_TODAY = date(2026, 11, 25)

_BATCH = 20_000

_MEASURED = r"""
import re, sys, time
from {module} import main
{call}
print(time.process_time(), re.search(r"VmHWM:\s*(\d+)", open("/proc/self/status").read())[1])
"""
_COMMAND = _MEASURED.format(module="calculator.command", call="assert not main(sys.argv[1:])")
_ALTERNATIVE = _MEASURED.format(module="scripts.measure.alternatives", call="main()")
"""A program, which then tells its processor time and the most memory that it had, as Linux counts both."""


@dataclass(frozen=True, slots=True)
class Roster:
    """What a roster of so many rows cost: seconds of processor time, and bytes at most; ``by`` which program."""

    rows: int
    seconds: float
    memory: int
    by: str = "python -m calculator roster"


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


def compare_rosters(rows: int) -> list[Roster]:
    """Work one roster through the command and through what somebody would write in its place, in turn."""
    with TemporaryDirectory() as scratch:
        found = [_work_through(rows, Path(scratch))]
        table, out = Path(scratch) / f"{rows}.csv", Path(scratch) / "alternative.csv"
        for name, title in (("pandas", "pandas, distinct days once"), ("csv", "csv, row by row")):
            say(f"{title} …")
            spent = _spent([_ALTERNATIVE, name, str(table), str(out), _TODAY.isoformat()])
            found.append(Roster(rows, *spent, by=title))
        return found


def _work_through(rows: int, folder: Path) -> Roster:
    say(f"a roster of {rows:,} rows …")
    table = folder / f"{rows}.csv"
    _write_table(table, rows)
    return Roster(
        rows, *_spent([_COMMAND, "roster", str(table), "-o", str(folder / "out.csv"), "--today", _TODAY.isoformat()])
    )


def _spent(program: list[str]) -> tuple[float, int]:
    """Seconds of processor time and bytes at most of a program in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-c", *program],
        cwd=ROOT,
        check=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    seconds, kilobytes = done.stdout.split()
    return float(seconds), int(kilobytes) * 1024


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
