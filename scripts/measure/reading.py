"""How Lighthouse judges pages that people read, as a phone of the middle range on a slow network would show them."""

import json
import os
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from statistics import median
from typing import Any

from scripts.measure.pages import serving
from scripts.measure.progress import say
from scripts.settings.chromium import chromium_program
from scripts.settings.paths import NODE_MODULES, ROOT, SITE

__all__ = ["READING_PAGES", "USUAL_SLOWDOWN", "Judgement", "Reading", "Readings", "judge", "measure_reading"]

READING_PAGES: Mapping[str, str] = {
    "": "首页",
    "methods/": "选一种方法",
    "period/grace/": "15天宽限期",
    "faq/": "常见问题",
}
"""By their path: the first page, two of the usual length, and a long one."""

_LIGHTHOUSE = NODE_MODULES / "lighthouse" / "cli" / "index.js"

USUAL_SLOWDOWN = 4
"""So many times slower than this machine Lighthouse takes a phone to be, unless it is told."""

_CALIBRATED_SLOWDOWN = 2
"""What its docs/throttling.md says, under "Calibrating the CPU slowdown", for a machine that is no fast desktop."""

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
    as_it_comes: list[Judgement]
    calibrated: list[Judgement]


@dataclass(frozen=True, slots=True)
class Readings:
    """Everything that one run of the bench measured. The slowdown says how many times slower the phone is."""

    pages: list[Reading]
    index: float
    slowdown: int


def measure_reading(runs: int) -> Readings:
    """Have every page judged ``runs`` times; then again for this machine's speed, unless that is what it was."""
    with serving(SITE) as server:
        as_it_comes = _judge_in_turn(server.address, runs, USUAL_SLOWDOWN)
        index = median(run.index for judgements in as_it_comes.values() for run in judgements)
        slowdown = USUAL_SLOWDOWN if index >= _FAST_DESKTOP else _CALIBRATED_SLOWDOWN
        fits = slowdown == USUAL_SLOWDOWN
        calibrated = as_it_comes if fits else _judge_in_turn(server.address, runs, slowdown)
    pages = [Reading(title, as_it_comes[path], calibrated[path]) for path, title in READING_PAGES.items()]
    return Readings(pages, index, slowdown)


def _judge_in_turn(site: str, runs: int, slowdown: int) -> Mapping[str, list[Judgement]]:
    """All judgements of each page, by its path."""
    judged: dict[str, list[Judgement]] = {path: [] for path in READING_PAGES}
    for run in range(runs):
        for path, judgements in judged.items():
            judgements.append(judge(site + path, f"--throttling.cpuSlowdownMultiplier={slowdown}"))
            performance = judgements[-1].scores["performance"]
            say(f"run {run + 1} of {runs}, {slowdown} times slower: {READING_PAGES[path]} {performance}")
    return judged


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
