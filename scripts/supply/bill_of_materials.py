"""Write the bill of materials: ``python -m scripts.supply.bill_of_materials``, after the site has been compressed.

``dist/bom.cdx.json`` (CycloneDX) tells programs what ``LICENSES.txt`` tells people: every package that visitors receive,
and with each the files of the site in which it comes, with their digests. Ours are the pages, the service worker and
all else that the build writes; the compressed copies, which most visitors get, are whose the file is. So a site in which
any byte was altered is not the one of the bill. What only the build needs is not in it: that is
``requirements/site.txt`` and ``package-lock.json``, which scanners read as they are.

The same tree gives the same bytes. It carries a time only if ``SOURCE_DATE_EPOCH`` says one.
"""

import hashlib
import os
import re
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from uuid import UUID, uuid5

from cyclonedx.model import HashAlgorithm, HashType, Property
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.model.dependency import Dependency
from cyclonedx.model.license import LicenseExpression
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL
from packaging.utils import canonicalize_name

from scripts.assets.fingerprints import ADDRESSED
from scripts.settings.paths import DIST, LICENCES, ROOT, SITE, WEB
from scripts.supply.third_party import OURS, THEME, Package, shipped_packages

__all__ = ["FILE", "bill_of_materials", "main", "owner"]

FILE = "bom.cdx.json"

_WRITTEN_BY_THE_BUILD = re.compile(
    rf".*\.html|sitemap\.xml|search/search_index\.json|manifest\.webmanifest|service-worker\.js|downloads/.*|data/.*"
    rf"|{re.escape(LICENCES.name)}"
)
"""Ours, and made by the build: it changes with the day or with the words of a page."""

_COMPRESSED = re.compile(r"\.(?:br|gz)$")

_OWNERS = {
    "assets/python-worker.": OURS,
    "assets/runtime/pyodide.": "pyodide",
    "assets/runtime/python_stdlib.": "cpython",
    "assets/runtime/python.": "cpython",
    "assets/javascripts/lunr/": "lunr-languages",
    "assets/javascripts/": THEME,
    "assets/stylesheets/": THEME,
    "assets/images/": THEME,
    "pyodide/ordinary-worker.js": OURS,
    "pyodide/python_stdlib.": "cpython",
    "pyodide/pyodide": "pyodide",
    "pyodide/ffi.d.ts": "pyodide",
}
"""Whose a file is, by how its path begins: the first that fits."""

_NAMESPACE = UUID("c5c9d2b6-54f5-4b0b-9f8e-0e7f9a4d5b21")
"""Of the serial numbers of our bills."""


def bill_of_materials(site: Path, packages: Iterable[Package]) -> str:
    """The bill as JSON.

    :raises ValueError: if a file of the site belongs to no package.
    """
    known = {one.name: one for one in packages}
    components = {name: _component(one) for name, one in known.items()}
    for file in sorted(file for file in site.rglob("*") if file.is_file()):
        path = file.relative_to(site).as_posix()
        component = components[owner(_COMPRESSED.sub("", path), known)]
        component.components.add(_file(component, path, file.read_bytes()))
    bom = Bom(
        components=(component for name, component in components.items() if name != OURS),
        dependencies=_dependencies(known, components),
    )
    bom.metadata.component = components[OURS]
    bom.metadata.tools.components.add(
        Component(name="cyclonedx-python-lib", version=version("cyclonedx-python-lib"), type=ComponentType.LIBRARY)
    )
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    bom.metadata.timestamp = datetime.fromtimestamp(int(epoch), UTC) if epoch else None  # type: ignore[assignment]
    bom.serial_number = _NAMESPACE
    bom.serial_number = uuid5(_NAMESPACE, _json(bom))
    return _json(bom)


def owner(path: str, packages: Mapping[str, Package]) -> str:
    """The name of the package to which a file of the site belongs.

    :raises ValueError: if it belongs to none.
    """
    for start, name in _OWNERS.items():
        if path.startswith(start):
            return name
    plain = ADDRESSED.sub(Path(path).suffix, path)
    if path.startswith("assets/runtime/"):
        name = canonicalize_name(Path(plain).stem)
    elif path.startswith("pyodide/") and path.endswith(".whl"):
        name = canonicalize_name(Path(path).name.partition("-")[0])
    elif _WRITTEN_BY_THE_BUILD.fullmatch(path) or _lies_here(plain):
        name = OURS
    else:
        raise ValueError(
            f"{path} is sent to visitors and belongs to nothing that scripts/supply/bill_of_materials.py knows"
        )
    if name not in packages:
        raise ValueError(
            f"{path} is sent to visitors, and {name} is no package that scripts/supply/third_party.py finds"
        )
    return name


def _lies_here(path: str) -> bool:
    """Whether a file of the site is one of ours, which no build step has made."""
    return any((folder / path.removeprefix("assets/")).is_file() for folder in (WEB, WEB / "every-page"))


def _component(package: Package) -> Component:
    return Component(
        name=package.name,
        version=package.version or None,
        type=ComponentType.APPLICATION if package.name == OURS else ComponentType.LIBRARY,
        bom_ref=package.purl,
        purl=PackageURL.from_string(package.purl),
        cpe=package.cpe or None,
        licenses=[LicenseExpression(package.licence)],
        copyright=package.copyright or None,
        hashes=[HashType(alg=HashAlgorithm(algorithm), content=digest) for algorithm, digest in package.hashes],
        properties=[Property(name=f"{OURS}:known-by", value=package.known_by)],
    )


def _file(component: Component, path: str, content: bytes) -> Component:
    digest = HashType(alg=HashAlgorithm.SHA_256, content=hashlib.sha256(content).hexdigest())
    return Component(name=path, type=ComponentType.FILE, bom_ref=f"{component.bom_ref}#{path}", hashes=[digest])


def _dependencies(packages: Mapping[str, Package], components: Mapping[str, Component]) -> list[Dependency]:
    """What each package asks for and what it brings along, as far as visitors receive it."""
    needs = {name: {*one.needs} & packages.keys() for name, one in packages.items()}
    for name, one in packages.items():
        if one.inside:
            needs[one.inside].add(name)
    return [
        Dependency(components[name].bom_ref, (Dependency(components[needed].bom_ref) for needed in sorted(names)))
        for name, names in sorted(needs.items())
    ]


def _json(bom: Bom) -> str:
    return JsonV1Dot6(bom).output_as_string(indent=1) + "\n"


def main() -> None:
    """Write it to ``dist/``."""
    DIST.mkdir(exist_ok=True)
    (DIST / FILE).write_text(bill_of_materials(SITE, shipped_packages()), encoding="utf-8")
    print(f"wrote {(DIST / FILE).relative_to(ROOT)}", flush=True)


if __name__ == "__main__":
    main()
