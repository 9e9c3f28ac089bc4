"""What visitors receive of others: all of it is known, with the version and the licence that it really has."""

import json
import re
import shutil
import subprocess
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import replace
from importlib.metadata import distribution
from pathlib import Path
from urllib.parse import unquote

import pytest

from scripts.settings.paths import LICENCES, NODE_MODULES, ROOT, RUNTIME, SITE
from scripts.supply import third_party
from scripts.supply.licences import check_licences, licence_list
from scripts.supply.third_party import THEME, Package, shipped_packages

TEMPLATES = Path(str(distribution(THEME).locate_file("material/templates")))
SHAPE = re.compile(r"""\bd=["']([^"']{9,})["']""")
"""What an icon draws."""

_ASK = """
import { loadPyodide } from "pyodide";
const python = await loadPyodide();
console.log(python.runPython(`
import json, sqlite3, sys, zlib, pyexpat, _decimal, _zstd
json.dumps({
    "cpython": sys.version.split()[0],
    "emscripten": ".".join(map(str, sys._emscripten_info.emscripten_version)),
    "expat": pyexpat.EXPAT_VERSION.removeprefix("expat_"),
    "mpdecimal": _decimal.__libmpdec_version__,
    "sqlite": sqlite3.sqlite_version,
    "zlib": zlib.ZLIB_RUNTIME_VERSION,
    "zstd": _zstd.zstd_version,
})`));
"""


@pytest.fixture(scope="module")
def packages() -> Mapping[str, Package]:
    return {one.name: one for one in shipped_packages()}


@pytest.fixture
def runtime(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the runtime, beside no ordinary Pyodide that has the same packages whole."""
    folder = tmp_path / "runtime"
    shutil.copytree(RUNTIME, folder)
    monkeypatch.setattr(third_party, "DISTRIBUTION", tmp_path)
    return folder


def put_into(runtime: Path, name: str, metadata: str) -> None:
    with zipfile.ZipFile(runtime / f"{name}.zip", "w") as wheel:
        wheel.writestr(f"{name}-1.dist-info/METADATA", f"Metadata-Version: 2.4\nName: {name}\nVersion: 1\n{metadata}")


def test_every_licence_is_allowed_and_has_its_text(packages: Mapping[str, Package]) -> None:
    check_licences(packages.values())


def test_a_package_that_no_lock_file_has_is_not_sent_unnoticed(runtime: Path) -> None:
    put_into(runtime, "stranger", "License-Expression: MIT\n")
    with pytest.raises(ValueError, match=r"stranger is in the runtime, but in no wheel of requirements/browser\.txt"):
        shipped_packages(runtime)


def test_a_package_that_does_not_say_its_licence_stops_the_build(runtime: Path) -> None:
    (runtime / "icalendar.zip").unlink()
    put_into(runtime, "icalendar", "License: see the website\n")
    with pytest.raises(ValueError, match=r"icalendar 1 does not state its licence as SPDX"):
        shipped_packages(runtime)


@pytest.mark.parametrize(
    ("name", "change", "fault"),
    [
        ("icalendar", {"licence": "AGPL-3.0-only"}, "icalendar is under AGPL-3.0-only"),
        ("icalendar", {"licence": "GPL-3.0-or-later"}, "icalendar is under GPL-3.0-or-later"),
        ("icalendar", {"texts": {}}, "icalendar has no text of its licence"),
        ("zlib", {"copyright": ""}, "zlib has no text of its licence"),
    ],
)
def test_licences_that_nobody_has_thought_about_stop_the_build(
    packages: Mapping[str, Package], name: str, change: Mapping[str, object], fault: str
) -> None:
    with pytest.raises(ValueError, match=fault):
        check_licences([replace(packages[name], **change)])


def test_the_list_has_every_package_and_every_text(packages: Mapping[str, Package]) -> None:
    text = licence_list(packages.values())
    for one in packages.values():
        assert f"\n{one.name} {one.version}".rstrip() + f"\n  licence: {one.licence}\n" in text
        assert all(own.strip() in text for own in one.texts.values())
    assert "Mozilla Public License Version 2.0" in text
    assert "GNU GENERAL PUBLIC LICENSE" not in text, "nothing under it is sent any more"


def test_the_site_brings_the_list_along() -> None:
    assert (SITE / LICENCES.name).read_bytes() == licence_list(shipped_packages()).encode()


def test_nothing_that_visitors_receive_is_under_the_gpl(packages: Mapping[str, Package]) -> None:
    assert [one.name for one in packages.values() if "GPL" in one.licence] == []


def test_what_is_linked_into_pyodide_has_the_versions_that_it_tells(packages: Mapping[str, Package]) -> None:
    command = ["node", "--input-type=module", "--eval", _ASK]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    told = json.loads(done.stdout)
    assert {name: packages[name].version for name in told} == told


def test_what_pyodide_does_not_tell_stands_in_its_bytes(packages: Mapping[str, Package]) -> None:
    binary = (NODE_MODULES / "pyodide" / "pyodide.asm.wasm").read_bytes()
    assert f"\0{packages['bzip2'].version}, 6-Sept-2010\0".encode() in binary
    assert f"\0{packages['xz'].version}\0".encode() in binary


def test_the_service_worker_has_the_parts_of_workbox_that_are_listed(packages: Mapping[str, Package]) -> None:
    told = re.findall(r"workbox:(\w+):", (SITE / "service-worker.js").read_text(encoding="utf-8"))
    assert {f"workbox-{name}" for name in told} == {name for name in packages if name.startswith("workbox-")}


def test_what_the_themes_source_maps_name_is_listed(packages: Mapping[str, Package]) -> None:
    named = set(_sources_of_the_theme())
    assert "rxjs" in named
    assert named <= packages.keys()


def _sources_of_the_theme() -> Iterator[str]:
    for file in sorted(TEMPLATES.rglob("*.map")):
        for source in json.loads(file.read_text(encoding="utf-8"))["sources"]:
            yield from re.findall(r"node_modules/((?:@[^/]+/)?[^/]+)/", source)


def test_icons_come_from_collections_that_are_listed(packages: Mapping[str, Package]) -> None:
    listed = {one.known_by.split()[0].rpartition("/")[2] for one in packages.values() if "/.icons/" in one.known_by}
    shown = set(_shapes_of_the_site())
    others = [folder for folder in (TEMPLATES / ".icons").iterdir() if folder.is_dir() and folder.name not in listed]
    assert others
    for folder in others:
        assert not shown & set(_shapes(folder)), folder.name
    for name in listed:
        assert shown & set(_shapes(TEMPLATES / ".icons" / name)), f"nothing is left of {name}"


def _shapes_of_the_site() -> Iterator[str]:
    for file in (*SITE.rglob("*.html"), *SITE.rglob("*.css")):
        yield from SHAPE.findall(unquote(file.read_text(encoding="utf-8")))


def _shapes(folder: Path) -> Iterator[str]:
    for file in folder.rglob("*.svg"):
        yield from SHAPE.findall(file.read_text(encoding="utf-8"))
