"""What has been installed here came from the lock files: read from what packages say of themselves once they are there."""

import json
import re
import sysconfig
from collections import defaultdict
from importlib.metadata import Distribution, distributions

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from scripts.settings.paths import NODE_MODULES, ROOT

REQUIREMENTS = ROOT / "requirements"
SETUP = (ROOT / "scripts" / "setup").read_text(encoding="utf-8").replace("\\\n", " ")
FROM_SOURCE = set(re.findall(r'^sources="(.*)"$', SETUP, re.MULTILINE)[0].split())
"""They have no wheel. What else has none is not installed."""


def locked(pattern: str = "*.txt") -> dict[str, set[str]]:
    """The versions of each package that lock files have for this machine."""
    versions = defaultdict(set)
    for lock in REQUIREMENTS.glob(pattern):
        for line in re.findall(r"^(\w.*?) \\$", lock.read_text(encoding="utf-8"), re.MULTILINE):
            requirement = Requirement(line)
            if requirement.marker is None or requirement.marker.evaluate():
                versions[canonicalize_name(requirement.name)].add(str(requirement.specifier).removeprefix("=="))
    return versions


@pytest.fixture(scope="module")
def installed() -> list[Distribution]:
    """What lies in .venv."""
    return list(distributions(path=sorted({sysconfig.get_path("purelib"), sysconfig.get_path("platlib")})))


def test_every_python_package_is_one_of_the_lock_files(installed: list[Distribution]) -> None:
    known = locked()
    assert installed
    for one in installed:
        assert one.version in known[canonicalize_name(one.name)], one.name


def test_every_python_package_came_from_the_registry_by_pip(installed: list[Distribution]) -> None:
    for one in installed:
        assert (one.read_text("INSTALLER") or "").strip() == "pip", one.name
        # pip writes this file where a package came from a folder, an archive or a repository.
        assert one.read_text("direct_url.json") is None, one.name


def test_what_comes_as_source_was_built_by_what_is_locked(installed: list[Distribution]) -> None:
    [builder] = locked("building.txt")["setuptools"]
    found = {canonicalize_name(one.name): one.read_text("WHEEL") or "" for one in installed}
    found = {name: wheel for name, wheel in found.items() if name in FROM_SOURCE}
    assert set(found) == FROM_SOURCE
    for name, wheel in found.items():
        assert f"Generator: setuptools ({builder})\n" in wheel, name


def test_a_lock_file_has_a_hash_for_every_package() -> None:
    for lock in REQUIREMENTS.glob("*.txt"):
        text = re.sub(r"^ *#.*\n", "", lock.read_text(encoding="utf-8"), flags=re.MULTILINE)
        packages = re.split(r"\n(?=\S)", text.strip())
        assert packages
        assert all(re.search(r"==\S+.* \\\n +--hash=sha256:[0-9a-f]{64}", package) for package in packages), lock


def test_setup_takes_nothing_without_a_hash_and_builds_nothing_but_what_it_names() -> None:
    calls = re.findall(r"^ *pip (?:install|download) .*", SETUP, re.MULTILINE)
    assert len(calls) == 3
    for call in calls:
        assert "--require-hashes" in call
        assert "--only-binary :all:" in call
    building = [call for call in calls if "--no-binary" in call]
    assert len(building) == 1
    assert all('--no-binary "$(echo "$sources" | tr " " ,)"' in call for call in building)
    assert all("--no-build-isolation" in call and "--no-cache-dir" in call for call in building)


def test_every_node_package_is_that_of_the_lock_file() -> None:
    lock = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    found = json.loads((NODE_MODULES / ".package-lock.json").read_text(encoding="utf-8"))["packages"]
    assert found
    for place, package in found.items():
        assert package["integrity"].startswith("sha512-"), place
        assert (package["version"], package["integrity"]) == (lock[place]["version"], lock[place]["integrity"])


def test_no_node_package_has_run_a_script_of_its_own() -> None:
    lock = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    assert [place for place, package in lock.items() if package.get("hasInstallScript")] == ["node_modules/esbuild"]
    assert "ignore-scripts=true" in (ROOT / ".npmrc").read_text(encoding="utf-8").splitlines()
    # Its script would have put the program itself in the place of the one that looks for it.
    assert (NODE_MODULES / "esbuild" / "bin" / "esbuild").read_bytes().startswith(b"#!/usr/bin/env node")
