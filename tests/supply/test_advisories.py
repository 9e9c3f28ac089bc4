"""scripts/audit: whatever the registries answer, silence is never taken for safety."""

import gzip
import json
import os
import re
import stat
import subprocess
import sys
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from packaging.requirements import Requirement

from scripts.settings.paths import ROOT

LOCK = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))["packages"]
PINNED = sorted(
    {
        (requirement.name, str(requirement.specifier).removeprefix("=="))
        for lock in (ROOT / "requirements").glob("*.txt")
        for requirement in map(Requirement, re.findall(r"^(\w.*?) \\$", lock.read_text(encoding="utf-8"), re.MULTILINE))
        if requirement.marker is None or requirement.marker.evaluate()
    }
)
SAFE = {"dependencies": [{"name": name, "version": version, "vulns": []} for name, version in PINNED], "fixes": []}


def advisory(title: str) -> dict[str, Any]:
    return {"id": 1, "title": title, "severity": "high", "vulnerable_versions": "*", "url": ""}


class Registry(ThreadingHTTPServer):
    """Answers npm's question about packages with a status and with what it knows of them."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Answers)
        self.status, self.advisories = 200, {"lodash": [advisory("lets a prototype be changed")]}


class _Answers(BaseHTTPRequestHandler):
    server: Registry

    def do_POST(self) -> None:
        asked = json.loads(gzip.decompress(self.rfile.read(int(self.headers["Content-Length"]))))
        body = json.dumps({name: known for name, known in self.server.advisories.items() if name in asked}).encode()
        self.send_response(self.server.status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self) -> None:
        self.send_error(404)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def registry() -> Iterator[Registry]:
    with Registry() as server:
        Thread(target=server.serve_forever).start()
        yield server
        server.shutdown()


class Audit:
    """scripts/audit's own part, with the real npm and with a program in the place of pip-audit."""

    def __init__(self, folder: Path, registry: Registry) -> None:
        self._folder, self._registry = folder, registry
        self.pip_audit(SAFE)

    def pip_audit(self, report: object, *, code: int = 0, said: str = "") -> None:
        """What pip-audit writes, exits with, and says on the side."""
        output = report if isinstance(report, str) else json.dumps(report)
        self.program(
            "pip-audit", f"import sys\nprint({output!r})\nprint({said!r}, file=sys.stderr)\nsys.exit({code})\n"
        )

    def program(self, name: str, source: str) -> None:
        program = self._folder / name
        program.write_text(f"#!{sys.executable}\n{source}", encoding="utf-8")
        program.chmod(program.stat().st_mode | stat.S_IXUSR)

    def __call__(self, *, path: str | None = None) -> tuple[int, str]:
        environment = os.environ | {
            "PATH": path or os.pathsep.join((str(self._folder), str(Path(sys.executable).parent), os.environ["PATH"])),
            "npm_config_registry": f"http://127.0.0.1:{self._registry.server_port}/",
            "npm_config_cache": str(self._folder / "cache"),
            "npm_config_fetch_retries": "0",
            "npm_config_userconfig": str(self._folder / "npmrc"),
        }
        command = [sys.executable, "-m", "scripts.supply.advisories"]
        done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
        assert done.stderr == ""
        return done.returncode, done.stdout


@pytest.fixture
def audit(tmp_path: Path, registry: Registry) -> Audit:
    return Audit(tmp_path, registry)


def test_all_is_well_only_when_every_package_has_been_asked_about(audit: Audit) -> None:
    code, told = audit()
    assert told.splitlines() == [
        f"Python: {len(PINNED)} packages, none of which is known to be unsafe.",
        f"Node: {len(LOCK) - 1} packages, none of which is known to be unsafe.",
    ]
    assert code == 0


def test_an_unsafe_python_package_is_named(audit: Audit) -> None:
    (name, version), *_ = PINNED
    unsafe = {"name": name, "version": version, "vulns": [{"id": "PYSEC-2026-1", "fix_versions": ["99.1", "99.2"]}]}
    audit.pip_audit({"dependencies": [unsafe, *SAFE["dependencies"][1:]]}, code=1)
    code, told = audit()
    assert f"Python: UNSAFE: {name} {version}: PYSEC-2026-1, mended in 99.1, 99.2\n" in told
    assert code == 1


def test_an_unsafe_node_package_is_named(audit: Audit, registry: Registry) -> None:
    registry.advisories["morphdom"] = [advisory("lets a stranger in")]
    code, told = audit()
    assert re.search(r"^Node: UNSAFE: morphdom .*: high: lets a stranger in$", told, re.MULTILINE)
    assert "none of which" not in told.partition("Node:")[2]
    assert code == 1


@pytest.mark.parametrize("status", [403, 404, 405, 500])
def test_a_registry_that_refuses_the_question_calls_nothing_safe(audit: Audit, registry: Registry, status: int) -> None:
    registry.status = status
    code, told = audit()
    assert f"Node: NOT KNOWN: npm exits with 1 and says: npm warn audit {status}" in told
    assert "Node: the audit could not be made in full" in told
    assert code == 2


def test_a_registry_that_knows_nothing_calls_nothing_safe(audit: Audit, registry: Registry) -> None:
    registry.advisories.clear()
    code, told = audit()
    assert "Node: NOT KNOWN: the registry calls lodash 4.17.4 safe, so it has no list of what is not\n" in told
    assert code == 2


def test_a_package_that_the_registry_skips_is_not_taken_for_safe(audit: Audit) -> None:
    (name, _), *_ = PINNED
    skipped = {"name": name, "skip_reason": "Dependency not found"}
    audit.pip_audit({"dependencies": [skipped, *SAFE["dependencies"][1:]]})
    code, told = audit()
    assert f"Python: NOT KNOWN: {name}: Dependency not found\n" in told
    assert code == 2


def test_a_package_that_the_report_leaves_out_is_not_taken_for_safe(audit: Audit) -> None:
    audit.pip_audit({"dependencies": SAFE["dependencies"][1:]})
    code, told = audit()
    assert f"Python: NOT KNOWN: {PINNED[0][0]}: left out\n" in told
    assert code == 2


def test_what_is_unsafe_is_told_although_others_could_not_be_asked_about(audit: Audit, registry: Registry) -> None:
    registry.status = 405
    (name, version), (skipped, _), *_ = PINNED
    unsafe = {"name": name, "version": version, "vulns": [{"id": "PYSEC-2026-1", "fix_versions": []}]}
    audit.pip_audit({"dependencies": [unsafe, {"name": skipped, "skip_reason": "gone"}]}, code=1)
    code, told = audit()
    assert f"Python: UNSAFE: {name} {version}: PYSEC-2026-1, mended in no version yet\n" in told
    assert f"Python: NOT KNOWN: {skipped}: gone\n" in told
    assert code == 1


@pytest.mark.parametrize(
    ("report", "code", "said"),
    [
        ("", 1, "ERROR: your network may be blocking this service"),
        ("", 0, "No known vulnerabilities found"),
        ("<html>", 0, "a page in place of a report"),
        ("[]", 0, "a list"),
        ('{"message": "no"}', 0, "another object"),
    ],
)
def test_a_program_that_writes_no_report_has_found_nothing_out(audit: Audit, report: str, code: int, said: str) -> None:
    audit.pip_audit(report, code=code, said=said)
    exited, told = audit()
    assert f"Python: NOT KNOWN: pip-audit exits with {code} and says: {said}\n" in told
    assert "Python: the audit could not be made in full" in told
    assert exited == 2


def test_npm_that_looks_at_fewer_packages_has_not_looked_at_all(audit: Audit) -> None:
    report = {"auditReportVersion": 2, "vulnerabilities": {}, "metadata": {"dependencies": {"total": 3}}}
    audit.program("npm", f"print({json.dumps(report)!r})\n")
    code, told = audit()
    assert f"Node: NOT KNOWN: npm has looked at 3 packages of {len(LOCK) - 1}\n" in told
    assert code == 2


def test_programs_that_are_missing_are_said_to_be(audit: Audit) -> None:
    code, told = audit(path=os.devnull)
    assert "Python: NOT KNOWN: pip-audit does not run: " in told
    assert "Node: NOT KNOWN: npm does not run: " in told
    assert code == 2
