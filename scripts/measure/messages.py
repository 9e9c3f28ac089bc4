"""Measure the check of messages: ``python -m scripts.measure.messages FILE`` prints which kind got which verdict.

A file is a table of cases (CSV with ``kind``, ``sender``, ``text``, ``expected`` and ``id``), such as
``tests/calculator/messages/cases.csv``. Below the table stand the targets, and every case whose verdict is not the
expected one. Exits with 1 if a target is missed.
"""

import argparse
import csv
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from calculator.messages import Verdict, check

__all__ = ["Case", "Target", "main", "read_cases", "targets"]

_VERDICTS = tuple(reversed(Verdict))
_MOST_SCAMS_MISSED = 0.03
_MOST_GENUINE_BLAMED = 0.03


@dataclass(frozen=True, slots=True)
class Case:
    """A message with the verdict that it should get, and the one that it got."""

    id: str
    kind: str
    expected: Verdict
    verdict: Verdict
    reason: str

    @property
    def is_genuine(self) -> bool:
        """Whether an honest sender could have sent it."""
        return self.kind.endswith("genuine")


@dataclass(frozen=True, slots=True)
class Target:
    """What must hold of all cases: how many miss it, of how many, and how many may."""

    name: str
    missing: int
    all: int
    most: float

    @property
    def is_met(self) -> bool:
        """Whether few enough miss it."""
        return self.missing <= self.most * self.all


def read_cases(file: Path) -> Iterator[Case]:
    """The cases of a table, each checked."""
    with file.open(encoding="utf-8", newline="") as table:
        for row in csv.DictReader(table):
            found = check(row["text"], row["sender"])
            yield Case(row["id"], row["kind"], Verdict(row["expected"]), found.verdict, found.reason)


def targets(cases: Sequence[Case]) -> tuple[Target, ...]:
    """What the check is to reach."""
    scams = [case for case in cases if case.expected is Verdict.SCAM]
    genuine = [case for case in cases if case.is_genuine]
    others = [case for case in cases if case.expected is not Verdict.SCAM]
    let_pass = sum(case.verdict in (Verdict.OFFICIAL_LIKE, Verdict.HARMLESS) for case in scams)
    missed = sum(case.verdict is not Verdict.SCAM for case in scams)
    blamed = sum(case.verdict is Verdict.SCAM for case in genuine)
    other = sum(case.verdict is not case.expected for case in others)
    return (
        Target("scams called official-like or harmless", let_pass, len(scams), 0),
        Target("scams not called scam", missed, len(scams), _MOST_SCAMS_MISSED),
        Target("genuine messages called scam", blamed, len(genuine), _MOST_GENUINE_BLAMED),
        Target("other verdicts than expected, scams aside", other, len(others), 1),
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the measure of a file."""
    parser = argparse.ArgumentParser(prog="python -m scripts.measure.messages", description=__doc__)
    parser.add_argument("file", type=Path, help="a table of cases")
    cases = list(read_cases(parser.parse_args(arguments).file))
    print("\n".join(_table(cases)))
    reached = targets(cases)
    for target in reached:
        share = target.missing / target.all if target.all else 0
        mark = "ok  " if target.is_met else "MISS"
        print(f"{mark} {target.name}: {target.missing} of {target.all} ({share:.1%})")
    for case in cases:
        if case.verdict is not case.expected:
            print(f"{case.id} ({case.kind}): {case.expected} expected, {case.verdict} got ({case.reason})")
    return int(not all(target.is_met for target in reached))


def _table(cases: Sequence[Case]) -> Iterator[str]:
    counts = Counter((case.kind, case.expected, case.verdict) for case in cases)
    yield f"| kind | expected | {' | '.join(_VERDICTS)} |"
    yield f"| --- | --- |{' ---: |' * len(_VERDICTS)}"
    for kind, expected in sorted({(case.kind, case.expected) for case in cases}):
        numbers = " | ".join(str(counts[kind, expected, verdict]) for verdict in _VERDICTS)
        yield f"| {kind} | {expected} | {numbers} |"


if __name__ == "__main__":
    raise SystemExit(main())
