"""Write down under which licences visitors receive what others have made: ``python -m scripts.supply.licences``.

The texts go to ``dist/LICENSES.txt``, from which the site and the offline copy take them along.
"""

import re
from collections.abc import Iterable, Iterator

from scripts.settings.paths import LICENCES, ROOT
from scripts.supply.third_party import Package, shipped_packages

__all__ = ["check_licences", "licence_list", "main"]

_TEXTS = ROOT / "scripts" / "supply" / "licence_texts"
"""Standard texts, by SPDX identifier, for what comes without a file of its own."""

_NOTICE = "asks for its text and the names of its authors, which the list has"
_ALLOWED = {
    "0BSD": "asks for nothing",
    "Apache-2.0": _NOTICE,
    "BSD-2-Clause": _NOTICE,
    "BSD-3-Clause": _NOTICE,
    "blessing": "asks for nothing",
    "bzip2-1.0.6": _NOTICE,
    "CC-BY-4.0": "asks for the name of the author, which the list has",
    "ISC": _NOTICE,
    "LicenseRef-xz": "in the public domain",
    "LLVM-exception": "only takes conditions away",
    "MIT": _NOTICE,
    "NCSA": _NOTICE,
    "Python-2.0.1": _NOTICE,
    "W3C-20150513": _NOTICE,
    "Zlib": _NOTICE,
}
"""Licences of which visitors may receive anything, and why."""

_ALLOWED_FOR = {
    ("lunr-languages", "MPL-1.1"): "sent as it is published; its package of the named version has the source",
    (
        "pyodide",
        "MPL-2.0",
    ): "the list says where its source is; runtime/build/trim_pyodide.js, split_hot_from_cold.js and defer_imports.py are what we do to it",
}
"""Licences that ask for more, each for the one package that has been looked at."""

_HEAD = """\
本站的程序用到的软件，以及它们的许可证原文。看指南、算日期不需要读这份文件。

Licences of what the pension certification guide brings to its visitors. The guide's own code is under the MIT licence
and its content under CC BY 4.0. First the list, then the texts that came with each package, then the standard texts
of those that came without one. Where this file was built, bom.cdx.json beside it says the same to programs.
"""
_LINE = "=" * 100


def check_licences(packages: Iterable[Package]) -> None:
    """See to it that every licence is one that has been thought about, and that its text is there.

    :raises ValueError: naming every package of which that is not so.
    """
    if faults := [fault for one in packages for fault in _faults(one)]:
        raise ValueError("\n".join(faults))


def licence_list(packages: Iterable[Package]) -> str:
    """The whole file."""
    packages = list(packages)
    names = sorted({name for one in packages if not one.texts for name in _identifiers(one)}, key=str.lower)
    standard = {name: (_TEXTS / f"{name}.txt").read_text(encoding="utf-8") for name in names}
    chapters = [_HEAD, *map(_entry, packages)]
    chapters += (
        _chapter(f"{one.name} {one.version}: {name}", one.texts[name]) for one in packages for name in one.texts
    )
    chapters += (_chapter(name, text) for name, text in standard.items())
    return "\n".join(chapters)


def _faults(package: Package) -> Iterator[str]:
    identifiers = _identifiers(package)
    for name in identifiers:
        if name not in _ALLOWED and (package.name, name) not in _ALLOWED_FOR:
            yield f"{package.name} is under {name}, of which scripts/supply/licences.py does not say that it may be sent"
    if package.texts:
        return
    if not package.copyright:
        yield f"{package.name} has no text of its licence and nobody who holds its copyright"
    for name in identifiers:
        if not (_TEXTS / f"{name}.txt").is_file():
            yield f"{package.name} has no text of its licence, and {name} has none in scripts/supply/licence_texts/"


def _identifiers(package: Package) -> list[str]:
    """The licences and exceptions in the expression."""
    return [name for name in re.findall(r"[\w.-]+", package.licence) if name not in {"AND", "OR", "WITH"}]


def _entry(package: Package) -> str:
    """One package in the list, for reading."""
    lines = [f"{package.name} {package.version}".strip(), f"  licence: {package.licence}"]
    lines += [f"  copyright: {package.copyright}"] if package.copyright else []
    lines += [f"  within: {package.inside}"] if package.inside else []
    lines += [f"  known by: {package.known_by}"]
    lines += (f"  sent because: {_ALLOWED_FOR[key]}" for key in _special(package))
    return "\n".join((*lines, ""))


def _special(package: Package) -> Iterator[tuple[str, str]]:
    return (key for name in _identifiers(package) if (key := (package.name, name)) in _ALLOWED_FOR)


def _chapter(title: str, text: str) -> str:
    return f"{_LINE}\n{title}\n{_LINE}\n\n{text.strip()}\n"


def main() -> None:
    """Check, and write the list to ``dist/``."""
    packages = shipped_packages()
    check_licences(packages)
    LICENCES.parent.mkdir(exist_ok=True)
    LICENCES.write_text(licence_list(packages), encoding="utf-8")
    print(f"wrote {LICENCES.name}: {len(packages)} packages", flush=True)


if __name__ == "__main__":
    main()
