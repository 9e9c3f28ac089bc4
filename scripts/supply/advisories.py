"""Ask the registries whether a package of the lock files is known to be unsafe: ``scripts/audit``.

A registry that gives no answer, or leaves a package out, has not called anything safe. pip-audit and npm do not always
tell the two apart by how they exit (and pip-audit, when told to be strict, stops at the first package that it cannot
ask about and keeps the others to itself), so what they report is held against the lock files here.
"""

import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from scripts.settings.paths import ROOT

__all__ = ["Answer", "ask_npm", "ask_pypi", "main"]

_SAFE, _UNSAFE, _UNANSWERED = 0, 1, 2

_NPM = ["npm", "audit", "--json", "--package-lock-only"]
_KNOWN = "lodash", "4.17.4"
"""A package of which everybody who knows any advisories knows several."""


@dataclass(slots=True)
class Answer:
    """What a registry has told."""

    asked: int = 0
    unsafe: list[str] = field(default_factory=list)
    """What is known to be unsafe, a line for each."""
    unanswered: list[str] = field(default_factory=list)
    """What has not been answered, and why."""


class NoReportError(Exception):
    """A program has not written the report that it was asked for."""


def ask_pypi(locks: Iterable[Path]) -> Answer:
    """Ask about every package of these lock files that is installed on a system like this one."""
    wanted = {name for lock in locks for name in _locked(lock)}
    command = [
        "pip-audit",
        "--require-hashes",
        "--disable-pip",
        "--format=json",
        "--desc=off",
        "--progress-spinner=off",
    ]
    report = _report([*command, *(f"--requirement={lock}" for lock in locks)], "dependencies")
    answer = Answer(asked=len(wanted))
    answered = set()
    for one in report["dependencies"]:
        name = canonicalize_name(one["name"])
        if "vulns" in one:
            answered.add(name)
            answer.unsafe += (f"{name} {one['version']}: {_advisory(found)}" for found in one["vulns"])
        else:
            answer.unanswered.append(f"{name}: {one.get('skip_reason', 'left out')}")
            wanted.discard(name)
    answer.unanswered += (f"{name}: left out" for name in sorted(wanted - answered))
    return answer


def ask_npm() -> Answer:
    """Ask about every package of ``package-lock.json``."""
    lock = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))
    answer = Answer(asked=sum(name != "" for name in lock["packages"]))
    report = _report(_NPM, "auditReportVersion")
    for name, one in sorted(report["vulnerabilities"].items()):
        titles = [str(via["title"]) for via in one["via"] if isinstance(via, dict)]
        answer.unsafe.append(f"{name} {one['range']}: {one['severity']}: {'; '.join(titles) or 'what it needs'}")
    seen = report["metadata"]["dependencies"]["total"]
    if seen < answer.asked:
        answer.unanswered.append(f"npm has looked at {seen} packages of {answer.asked}")
    if not _knows_advisories():
        answer.unanswered.append(f"the registry calls {' '.join(_KNOWN)} safe, so it has no list of what is not")
    return answer


def _knows_advisories() -> bool:
    """Whether the registry has a list at all: a mirror may answer every such question with nothing."""
    name, version = _KNOWN
    packages = {"": {"dependencies": {name: version}}, f"node_modules/{name}": {"version": version}}
    with TemporaryDirectory() as folder:
        Path(folder, "package.json").write_text(json.dumps(packages[""]), encoding="utf-8")
        lock = {"lockfileVersion": 3, "packages": packages}
        Path(folder, "package-lock.json").write_text(json.dumps(lock), encoding="utf-8")
        return bool(_report(_NPM, "auditReportVersion", Path(folder))["vulnerabilities"])


def _locked(lock: Path) -> list[str]:
    lines = re.findall(r"^([A-Za-z0-9].*?)\s*\\?$", lock.read_text(encoding="utf-8"), re.MULTILINE)
    requirements = map(Requirement, lines)
    return [canonicalize_name(one.name) for one in requirements if one.marker is None or one.marker.evaluate()]


def _advisory(found: dict[str, Any]) -> str:
    return f"{found['id']}, mended in {', '.join(found['fix_versions']) or 'no version yet'}"


def _report(command: list[str], key: str, folder: Path = ROOT) -> dict[str, Any]:
    """What the program has written, if it is a report.

    :raises NoReportError: if it is none.
    """
    try:
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    except OSError as error:
        raise NoReportError(f"{command[0]} does not run: {error.strerror}") from error
    try:
        report = json.loads(done.stdout)
    except ValueError:
        report = {}
    if not isinstance(report, dict) or key not in report:
        said = done.stderr.strip() or done.stdout.strip() or "nothing"
        raise NoReportError(f"{command[0]} exits with {done.returncode} and says: {said[-2000:]}")
    return report


def _told(registry: str, ask: Callable[[], Answer]) -> int:
    """Ask, print the answer in words, and give the code to exit with."""
    try:
        answer = ask()
    except NoReportError as error:
        answer = Answer(unanswered=[str(error)])
    for line in answer.unsafe:
        print(f"{registry}: UNSAFE: {line}")
    for line in answer.unanswered:
        print(f"{registry}: NOT KNOWN: {line}")
    if answer.unanswered:
        print(f"{registry}: the audit could not be made in full, so it says nothing about what is safe.")
    elif not answer.unsafe:
        print(f"{registry}: {answer.asked} packages, none of which is known to be unsafe.")
    if answer.unsafe:
        return _UNSAFE
    return _UNANSWERED if answer.unanswered else _SAFE


def main() -> int:
    """Ask both, whatever the first says."""
    locks = sorted((ROOT / "requirements").glob("*.txt"))
    codes = {_told("Python", lambda: ask_pypi(locks)), _told("Node", ask_npm)}
    return next(code for code in (_UNSAFE, _UNANSWERED, _SAFE) if code in codes)


if __name__ == "__main__":
    sys.exit(main())
