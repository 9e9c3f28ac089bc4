"""scripts/release: one command sets the version, dates what has changed and tags it, or says why it does not."""

import subprocess
import zipfile
from datetime import date
from pathlib import Path

import pytest

from scripts.settings.paths import ROOT
from scripts.supply.release import dated, notes, pack, tag, version_of

DAY = date(2026, 12, 1)
LOG = """# Changelog

## Unreleased

- The answer also names the day of the week.

## 0.2.0 — 2026-11-30

- The first.
"""
PROJECT = """[project]
name = "guide"
version = "0.2.0"
dependencies = [
  "other==0.2.0", # whose version is its own
]
"""


def git(root: Path, *arguments: str) -> str:
    done = subprocess.run(["git", *arguments], cwd=root, check=True, capture_output=True, text=True)
    return done.stdout.strip()


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with one commit, in which git asks nobody's settings."""
    for role in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{role}_NAME", "Somebody")
        monkeypatch.setenv(f"GIT_{role}_EMAIL", "somebody@example.org")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", "/dev/null")
    (tmp_path / "CHANGELOG.md").write_text(LOG, encoding="utf-8")
    (tmp_path / "pyproject.toml").write_text(PROJECT, encoding="utf-8")
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "--quiet", "--message", "Begin")
    return tmp_path


def test_a_version_is_set_dated_committed_and_tagged(checkout: Path) -> None:
    tag(checkout, "0.3.0", DAY)
    assert version_of(checkout) == "0.3.0"
    assert (checkout / "pyproject.toml").read_text(encoding="utf-8").count("0.2.0") == 1
    assert "## Unreleased\n\n## 0.3.0 — 2026-12-01\n\n- The answer" in (checkout / "CHANGELOG.md").read_text("utf-8")
    assert git(checkout, "log", "--format=%s", "v0.3.0") == "Release 0.3.0\nBegin"
    assert git(checkout, "cat-file", "-t", "v0.3.0") == "tag", "git push --follow-tags takes annotated tags only"
    assert git(checkout, "status", "--porcelain") == ""


def test_the_version_that_stands_there_can_be_released_once(checkout: Path) -> None:
    tag(checkout, "0.2.0", DAY)
    with pytest.raises(SystemExit, match=r"v0\.2\.0 is there already"):
        tag(checkout, "0.2.0", DAY)


@pytest.mark.parametrize("version", ["0.1.9", "1.0", "v0.3.0", "0.3.0-rc1", "0.3.0\n", ""])
def test_what_cannot_come_next_is_refused(checkout: Path, version: str) -> None:
    with pytest.raises(SystemExit, match="three numbers"):
        tag(checkout, version, DAY)
    assert git(checkout, "status", "--porcelain") == ""


def test_what_is_not_committed_is_not_released(checkout: Path) -> None:
    (checkout / "new.py").touch()
    with pytest.raises(SystemExit, match="git status"):
        tag(checkout, "0.3.0", DAY)


def test_a_release_in_which_nothing_has_changed_is_refused(checkout: Path) -> None:
    tag(checkout, "0.3.0", DAY)
    with pytest.raises(SystemExit, match="Unreleased"):
        tag(checkout, "0.4.0", DAY)
    assert git(checkout, "status", "--porcelain") == ""


def test_the_notes_of_a_release_are_those_of_its_version() -> None:
    log = dated(LOG, "0.3.0", DAY)
    assert notes(log, "0.3.0") == "- The answer also names the day of the week.\n"
    assert notes(log, "0.2.0") == "- The first.\n"
    with pytest.raises(SystemExit, match=r"nothing of 0\.2\."):
        notes(log, "0.2")


def test_what_is_packed_is_whole_and_the_same_each_time(tmp_path: Path) -> None:
    dist = tmp_path / "dist"
    (dist / "handouts").mkdir(parents=True)
    (dist / "handouts" / "方法.pdf").write_bytes(b"%PDF")
    (dist / "calculator.html").write_text("<!doctype html>", encoding="utf-8")
    first, second = tmp_path / "1.zip", tmp_path / "2.zip"
    pack(dist, first)
    (dist / "calculator.html").touch()
    pack(dist, second)
    assert first.read_bytes() == second.read_bytes()
    assert zipfile.ZipFile(first).namelist() == ["dist/calculator.html", "dist/handouts/方法.pdf"]


def test_the_change_log_of_this_repository_can_be_released_next() -> None:
    log = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert log.count("## Unreleased\n") == 1
    headings = [line for line in log.splitlines() if line.startswith("## ")]
    assert headings[0] == "## Unreleased"
