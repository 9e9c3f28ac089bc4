"""How Lighthouse judges pages that people read, as a phone of the middle range on a slow network would show them."""

import json
import os
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, field
from statistics import median
from typing import Any

from scripts.benchmark.pages import serving
from scripts.benchmark.progress import say
from scripts.chromium import chromium_program
from scripts.paths import NODE_MODULES, ROOT, SITE

__all__ = ["READING_PAGES", "Judgement", "Reading", "Readings", "judge", "measure_reading"]

READING_PAGES: Mapping[str, str] = {
    "": "首页",
    "methods/": "选一种方法",
    "period/grace/": "15天宽限期",
    "faq/": "常见问题",
}
"""By their path: the first page, two of the usual length, and a long one."""

_LIGHTHOUSE = NODE_MODULES / "lighthouse" / "cli" / "index.js"

_AS_IT_COMES = 4
"""So many times slower than this machine Lighthouse takes a phone to be, unless it is told."""

_CALIBRATED = 2
"""What its documentation says for a machine that is no fast desktop (docs/throttling.md, "Calibrating the CPU slowdown")."""

_FAST_DESKTOP = 1500
"""From this index on a machine is one, by the same page."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """One run: scores out of 100 by category, metrics by Lighthouse's names (milliseconds, bytes), and the machine's
    index at that moment: the higher, the faster.
    """

    scores: Mapping[str, int]
    metrics: Mapping[str, float]
    index: float


@dataclass(frozen=True, slots=True)
class Reading:
    """All runs of one page: with Lighthouse's own slowdown, and with one that fits this machine."""

    title: str
    as_it_comes: list[Judgement] = field(default_factory=list)
    calibrated: list[Judgement] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Readings:
    """Everything that one run of the bench measured. The slowdowns say how many times slower the phone is."""

    pages: list[Reading]
    index: float
    slowdown: int
    usual_slowdown: int = _AS_IT_COMES


def measure_reading(runs: int) -> Readings:
    """Have every page judged ``runs`` times; then again for this machine's speed, unless that is what it was."""
    readings = {path: Reading(title) for path, title in READING_PAGES.items()}
    with serving(SITE) as server:
        for run in range(runs):
            for path, one in readings.items():
                one.as_it_comes.append(judge(server.address + path))
                say(f"run {run + 1} of {runs}: {one.title} {one.as_it_comes[-1].scores['performance']}")
        index = median(run.index for one in readings.values() for run in one.as_it_comes)
        slowdown = _AS_IT_COMES if index >= _FAST_DESKTOP else _CALIBRATED
        for run in range(runs):
            for path, one in readings.items():
                if slowdown == _AS_IT_COMES:
                    one.calibrated.append(one.as_it_comes[run])
                    continue
                one.calibrated.append(judge(server.address + path, f"--throttling.cpuSlowdownMultiplier={slowdown}"))
                say(
                    f"run {run + 1} of {runs}, {slowdown} times slower: "
                    f"{one.title} {one.calibrated[-1].scores['performance']}"
                )
    return Readings(list(readings.values()), index, slowdown)


def judge(address: str, *options: str) -> Judgement:
    """Let Lighthouse open an address on a phone, as somebody who has never been there.

    :raises RuntimeError: if it could not.
    """
    chromium = "--chrome-flags=--headless=new --no-sandbox --disable-gpu --disable-background-networking"
    command = ["node", str(_LIGHTHOUSE), address, "--output=json", "--quiet", "--no-enable-error-reporting", chromium]
    environment = os.environ | {"CHROME_PATH": chromium_program()}
    done = subprocess.run([*command, *options], cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"Lighthouse could not judge {address}: {done.stderr.strip()[-500:]}")
    told: dict[str, Any] = json.loads(done.stdout)
    return Judgement(
        {name: round(100 * category["score"]) for name, category in told["categories"].items()},
        {name: audit["numericValue"] for name, audit in told["audits"].items() if "numericValue" in audit},
        told["environment"]["benchmarkIndex"],
    )
