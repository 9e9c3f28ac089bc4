"""The stages of the build, by what each needs and what it makes. ``doit`` takes those whose needs have changed.

    wheel → library ┬→ snapshot ┐
          trimmed ──┴→ split ───┴→ runtime ─┐
    wheel → distribution ───────────────────┤
                     instant → pages → html → draft → papers → copies → site → compressed → bill
                                                                  data ──┘

The draft is the whole site but for the papers and copies that are made from it. ``scripts/serve`` stops at the site,
which then names only such papers and copies as lie in ``dist/``.
"""

import hashlib
import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from doit.action import CmdAction

from scripts.pages.downloads_page import downloads
from scripts.settings.build_day import build_day
from scripts.settings.paths import LICENCES
from scripts.settings.site_url import public_address
from scripts.stages.inputs import Told, imported, sources, sums_of, write_sums

__all__ = ["BEFORE_THE_SITE", "DOIT_CONFIG", "EVERYTHING"]

BEFORE_THE_SITE = ("papers", "copies", "data", "ahead")
"""The site leads to those of them that are there by then."""
EVERYTHING = (*BEFORE_THE_SITE, "site", "compressed", "bill")
"""What is made if nothing is named."""

DOIT_CONFIG = {
    "dep_file": "build/stages.json",
    "backend": "json",
    "num_process": 2,  # stages that do not need each other run side by side
    "par_type": "thread",  # each is a process of its own anyway
    "verbosity": 2,
}

type Stage = dict[str, Any]

_TOOLS = ["requirements/site.txt", "package-lock.json"]
"""The versions of all that builds, and of what it builds in."""
_CALCULATOR = sources("calculator/**", "pyproject.toml", "hatch_build.py", "scripts/data/*.py")
_SETTINGS = sources("scripts/settings/*.py")
_BUILDING_WHEELS = ["runtime/build/wheels.py", "runtime/build/commands.py"]
_STARTED_FROM = [sums_of("build/trimmed-pyodide"), sums_of("build/library")]
"""What a Python in Node is started from."""
_COMPRESSED = (".br", ".gz")

_DAY = Told(day=lambda: build_day().isoformat())
_ADDRESS = Told(address=public_address)
_EPOCH = Told(epoch=lambda: os.environ.get("SOURCE_DATE_EPOCH", ""))
_PAPERS = [f"dist/{one.file}" for one in downloads() if one.file.endswith(".pdf")]
_COPIES = ["dist/calculator.html", "dist/offline.zip"]
_LICENCES = f"dist/{LICENCES.name}"


def _module(name: str, **variables: str) -> CmdAction:
    """A program of ours, which can also be run by hand: ``python -m NAME``."""
    return CmdAction([sys.executable, "-m", *name.split()], shell=False, env=os.environ | variables)


def _digests(files: Iterable[str]) -> str:
    """Of those that are there."""
    there = (Path(name) for name in files if Path(name).is_file())
    return "\n".join(f"{file} {hashlib.sha256(file.read_bytes()).hexdigest()}" for file in there)


def task_wheel() -> Stage:
    """The calculator's wheel, in build/wheel/."""
    return {
        "actions": [_module("runtime.build.wheels"), (write_sums, ["build/wheel"])],
        "file_dep": [*_CALCULATOR, "LICENSE", *_BUILDING_WHEELS, *_TOOLS],
        "uptodate": [_EPOCH],
        "targets": [sums_of("build/wheel")],
    }


def _part(name: str, folder: str, needs: list[str]) -> Stage:
    """A part of the runtime, which a Node script makes."""
    return {
        "actions": [_module(f"runtime.build.parts {name}"), (write_sums, [folder])],
        "file_dep": ["runtime/build/parts.py", *_BUILDING_WHEELS, "package-lock.json", *needs],
        "targets": [sums_of(folder)],
    }


def task_trimmed() -> Stage:
    """Pyodide without what is never reached, in build/trimmed-pyodide/."""
    return _part("trimmed", "build/trimmed-pyodide", imported("runtime/build/trim_pyodide.js"))


def task_library() -> Stage:
    """Python's library as far as the calculator needs it, and its packages, compiled, in build/library/."""
    scripts = [*imported("runtime/build/build_library.js"), *sources("runtime/build/*.py", "runtime/seams/*.py")]
    return _part("library", "build/library", [sums_of("build/wheel"), "requirements/browser.txt", *scripts])


def task_snapshot() -> Stage:
    """The memory of a Python that has started, in build/snapshot/."""
    return _part("snapshot", "build/snapshot", [*_STARTED_FROM, *imported("runtime/build/snapshot.js")])


def task_split() -> Stage:
    """The WebAssembly in two parts, in build/split/."""
    scripts = imported("runtime/build/split_hot_from_cold.js", "runtime/build/profile_functions.js")
    return _part("split", "build/split", [*_STARTED_FROM, *scripts])


def task_runtime() -> Stage:
    """Python for browsers, assembled from its parts, in build/runtime/."""
    parts = ("build/trimmed-pyodide", "build/library", "build/snapshot", "build/split")
    return {
        "actions": [_module("runtime.build.assemble"), (write_sums, ["build/runtime"])],
        "file_dep": [
            *map(sums_of, parts),
            *("runtime/build/assemble.py", "runtime/build/parts.py", *_BUILDING_WHEELS),
            *(
                "runtime/names.json",
                "scripts/assets/fingerprints.py",
                "scripts/assets/compress.py",
                "package-lock.json",
            ),
        ],
        "targets": ["build/runtime/manifest.json", sums_of("build/runtime")],
    }


def task_distribution() -> Stage:
    """The ordinary Pyodide with the calculator in its lock file, in build/distribution/ and dist/pyodide/."""
    return {
        "actions": [_module("runtime.build.distribution"), (write_sums, ["build/distribution"])],
        "file_dep": [
            *(sums_of("build/wheel"), "requirements/browser.txt", *_SETTINGS, *_TOOLS),
            *("runtime/build/distribution.py", *_BUILDING_WHEELS),
        ],
        "targets": ["dist/pyodide/pyodide-lock.json", sums_of("build/distribution")],
    }


def task_instant() -> Stage:
    """The table of the answer before Python, in build/instant-table.json."""
    return {
        "actions": [_module("scripts.pages.instant_script")],
        "file_dep": [
            *_CALCULATOR,
            *_SETTINGS,
            *sources("web/elements/instant/*.py", "scripts/pages/instant_script.py"),
        ],
        "uptodate": [_DAY],
        "targets": ["build/instant-table.json"],
    }


def task_pages() -> Stage:
    """What MkDocs reads, in build/docs/: docs/ with sources listed, and the pages that are made from the package."""
    return {
        "actions": [_module("scripts.pages.prepare"), (write_sums, ["build/docs"])],
        "file_dep": [
            *_CALCULATOR,
            *_SETTINGS,
            "build/instant-table.json",
            *sources("docs/**", "web/**", "runtime/client/*", "scripts/pages/**", "scripts/assets/*.py"),
        ],
        "uptodate": [_DAY, _ADDRESS],
        "targets": ["build/docs/index.md", sums_of("build/docs")],
    }


def task_html() -> Stage:
    """The pages as MkDocs builds them, in build/html/. What it says is shown if it fails: told to be quiet, it would not.

    It announces its successor at every start; tests build with both.
    """
    build = _module("mkdocs build --strict --site-dir build/html", NO_MKDOCS_2_WARNING="1")
    return {
        "actions": [build, (write_sums, ["build/html"])],
        "file_dep": [sums_of("build/docs"), "mkdocs.yml", *sources("web/theme/*"), *_TOOLS],
        "uptodate": [_DAY],
        "targets": ["build/html/index.html", sums_of("build/html")],
        "verbosity": 0,
    }


def task_draft() -> Stage:
    """The site but for what is made from it, in build/draft/: each page goes through the steps of scripts/site/steps.py."""
    return {
        "actions": [_module("scripts.site.make_draft"), (write_sums, ["build/draft"])],
        "file_dep": [
            *(sums_of("build/html"), sums_of("build/runtime"), sums_of("build/distribution")),
            *sources(
                "scripts/site/*",
                "scripts/assets/*",
                "web/**",
                "runtime/client/*",
                "runtime/worker/*",
                "runtime/seams/*",
                "runtime/*.json",
                "runtime/build/distribution.py",
                "calculator/**/*.py",
            ),
            *_TOOLS,
        ],
        "targets": ["build/draft/index.html", "build/draft.json", sums_of("build/draft")],
    }


def task_papers() -> Stage:
    """What is made for paper, in dist/: handouts and the handbook."""
    return {
        "actions": [_module("scripts.print.print_all")],
        "file_dep": [sums_of("build/draft"), "mkdocs.yml", *_SETTINGS, *sources("scripts/print/*", "docs/handouts/*")],
        "uptodate": [_DAY, _ADDRESS],
        "targets": _PAPERS,
    }


def task_licences() -> Stage:
    """The licences of what visitors receive, in dist/LICENSES.txt."""
    return {
        "actions": [_module("scripts.supply.licences")],
        "file_dep": [
            *(sums_of("build/runtime"), sums_of("build/distribution")),
            *sources("scripts/supply/**", "web/**/*.js", "runtime/**/*.js"),
            *_TOOLS,
        ],
        "targets": [_LICENCES],
    }


def task_data() -> Stage:
    """The data that others build on, in dist/data/."""
    return {
        "actions": [_module("scripts.copies.data_package"), (write_sums, ["dist/data"])],
        "file_dep": [*_CALCULATOR, *_SETTINGS, "scripts/copies/data_package.py", *_TOOLS],
        "uptodate": [_DAY],
        "targets": ["dist/data/datapackage.json", sums_of("dist/data")],
    }


def task_copies() -> Stage:
    """What can be taken to where there is no network, in dist/: the zip and the single file."""
    return {
        "actions": [_module("scripts.copies.make_copies")],
        "file_dep": [
            *(sums_of("build/draft"), sums_of("build/runtime"), _LICENCES, *_PAPERS),
            *sources(
                "scripts/copies/*",
                "scripts/site/*.py",
                "scripts/assets/*",
                "web/disk/*",
                "runtime/disk/*",
                "calculator/wording/*.py",
            ),
            *_SETTINGS,
        ],
        "uptodate": [_DAY],
        "targets": _COPIES,
    }


def task_site() -> Stage:
    """The site, in site/: the draft, led to what lies in dist/ by now, with a service worker that knows every file."""
    return {
        "actions": [_module("scripts.site.publish"), (write_sums, ["site", _COMPRESSED])],
        "file_dep": [
            *(sums_of("build/draft"), sums_of("dist/data"), _LICENCES),
            *sources(
                "scripts/site/*",
                "scripts/assets/*",
                "web/service-worker/*",
                "web/elements/*/*.js",
                "web/every-page/*.js",
                "runtime/client/*",
            ),
        ],
        "uptodate": [Told(downloads=lambda: _digests(f"dist/{one.file}" for one in downloads()))],
        "targets": ["site/index.html", "site/service-worker.js", sums_of("site")],
    }


def task_ahead() -> Stage:
    """What the site takes over as it is, compressed while its other files are still being made, in build/compressed/."""
    return {
        "actions": [_module("scripts.assets.compress build/distribution dist/data")],
        "file_dep": [sums_of("build/distribution"), sums_of("dist/data"), "scripts/assets/compress.py"],
        "targets": ["build/compressed/ahead"],
    }


def task_compressed() -> Stage:
    """A Brotli and a gzip copy beside the files of the site."""
    return {
        "actions": [_module("scripts.assets.compress")],
        "file_dep": [sums_of("site"), "scripts/assets/compress.py"],
        "targets": ["site/index.html.br"],
    }


def task_bill() -> Stage:
    """The bill of materials of the site, in dist/bom.cdx.json."""
    return {
        "actions": [_module("scripts.supply.bill_of_materials")],
        "file_dep": [
            *(sums_of("site"), sums_of("build/runtime"), sums_of("build/distribution")),
            "site/index.html.br",  # the copies are in it too
            *sources("scripts/supply/**"),
            *_TOOLS,
        ],
        "uptodate": [_EPOCH],
        "targets": ["dist/bom.cdx.json"],
    }
