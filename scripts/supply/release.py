"""A release: its version, its notes and its tag, and the files that it has. ``scripts/release`` calls this."""

import os
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from datetime import date
from pathlib import Path

from scripts.settings.build_day import build_day
from scripts.settings.paths import DIST, ROOT
from scripts.supply.bill_of_materials import FILE as BILL

__all__ = ["dated", "main", "notes", "pack", "tag", "version_of"]

_UNRELEASED = "## Unreleased\n"
_VERSION = re.compile(r'(?<=^version = ")\d+\.\d+\.\d+(?="$)', re.MULTILINE)
_FIRST_DAY_OF_ZIPS = "315532800"
"""1 January 1980, in seconds: the same wheel from the same source."""


def dated(changelog: str, version: str, day: date) -> str:
    """The change log with what is unreleased under this version and day.

    :raises SystemExit: if nothing is unreleased.
    """
    if not _section(changelog, "Unreleased"):
        raise SystemExit("CHANGELOG.md says nothing under “## Unreleased”: write there what has changed.")
    return changelog.replace(_UNRELEASED, f"{_UNRELEASED}\n## {version} — {day}\n", 1)


def notes(changelog: str, version: str) -> str:
    """What the change log says of a version.

    :raises SystemExit: if it says nothing.
    """
    text = _section(changelog, re.escape(version) + r" — [\d-]+")
    if not text:
        raise SystemExit(f"CHANGELOG.md says nothing of {version}.")
    return text + "\n"


def _section(changelog: str, heading: str) -> str:
    found = re.search(rf"^## {heading}\n(.*?)(?=^## |\Z)", changelog, re.MULTILINE | re.DOTALL)
    return found[1].strip() if found else ""


def version_of(root: Path) -> str:
    """The version in ``pyproject.toml``."""
    with (root / "pyproject.toml").open("rb") as file:
        return str(tomllib.load(file)["project"]["version"])


def tag(root: Path, version: str, day: date) -> None:
    """Set the version of a checkout, date its change log, commit both and tag the commit.

    :raises SystemExit: if the version cannot come next, the work tree is not clean, or nothing is unreleased.
    """
    now = version_of(root)
    if not re.fullmatch(r"\d+\.\d+\.\d+", version) or _numbers(version) < _numbers(now):
        raise SystemExit(f"A version has three numbers, such as 1.2.3, and is not lower than {now}: {version}")
    if _git(root, "status", "--porcelain"):
        raise SystemExit("Commit or undo first what git status shows.")
    if _git(root, "tag", "--list", f"v{version}"):
        raise SystemExit(f"v{version} is there already.")
    log, project = root / "CHANGELOG.md", root / "pyproject.toml"
    log.write_text(dated(log.read_text(encoding="utf-8"), version, day), encoding="utf-8")
    project.write_text(_VERSION.sub(version, project.read_text(encoding="utf-8"), count=1), encoding="utf-8")
    _git(root, "commit", "--quiet", "--message", f"Release {version}", "--", log.name, project.name)
    _git(root, "tag", "--annotate", f"v{version}", "--message", f"Release {version}")


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(map(int, version.split(".")))


def _git(root: Path, *arguments: str) -> str:
    return subprocess.run(["git", *arguments], cwd=root, check=True, stdout=subprocess.PIPE, text=True).stdout.strip()


def pack(dist: Path, target: Path) -> None:
    """Everything in ``dist`` as one zip. The same files give the same bytes."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as whole:
        for file in sorted(one for one in dist.rglob("*") if one.is_file()):
            member = zipfile.ZipInfo(f"dist/{file.relative_to(dist).as_posix()}")
            member.compress_type = zipfile.ZIP_DEFLATED
            member.external_attr = 0o644 << 16
            whole.writestr(member, file.read_bytes())


def _make_files(root: Path, folder: Path) -> None:
    """What a release has, from what has just been built: ``notes.md``, and ``files`` to attach."""
    version = version_of(root)
    asked = os.environ.get("GITHUB_REF_NAME", f"v{version}")
    if asked != f"v{version}":
        raise SystemExit(f"The tag is {asked}, but pyproject.toml says {version}: scripts/release sets both.")
    shutil.rmtree(folder, ignore_errors=True)
    files = folder / "files"
    files.mkdir(parents=True)
    text = notes((root / "CHANGELOG.md").read_text(encoding="utf-8"), version)
    (folder / "notes.md").write_text(text, encoding="utf-8")
    wheel = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(files)]
    subprocess.run(wheel, cwd=root, check=True, env=os.environ | {"SOURCE_DATE_EPOCH": _FIRST_DAY_OF_ZIPS})
    pack(DIST, files / f"dist-{version}.zip")
    shutil.copy(DIST / BILL, files)


def main(arguments: list[str]) -> None:
    """``VERSION``, or ``files``."""
    match arguments:
        case ["files"]:
            _make_files(ROOT, ROOT / "release")
        case [version]:
            tag(ROOT, version, build_day())
            print(f"tagged v{version}; to publish it: git push --follow-tags")
        case _:
            raise SystemExit("scripts/release VERSION, or scripts/release files")


if __name__ == "__main__":
    main(sys.argv[1:])
