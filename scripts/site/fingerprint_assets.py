"""Give every asset an address that says what it holds, after MkDocs has built the site.

Pages and what browsers ask for by name keep theirs. The modules of a page become one file, so that no script is found
only by reading another; so does the worker that holds Python, which knows what the runtime's files are called.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from selectolax.lexbor import LexborNode

from runtime.build.assemble import MANIFEST
from scripts.assets.bundles import bundle_module, bundle_modules
from scripts.assets.fingerprints import ADDRESSED, addressed
from scripts.settings.paths import RUNTIME_CODE, WEB
from scripts.site.built_page import BuiltPage, Site

__all__ = ["WORKER", "fingerprint_assets", "module_bundles", "module_scripts", "name_assets", "worker_bundle"]

WORKER = "assets/python-worker.js"
"""The worker that holds Python, by the path that it has before it says what is in it."""

_NAMING = ("href", "src")
_MANIFEST = "manifest.webmanifest"


def fingerprint_assets(folder: Path, pages: Sequence[BuiltPage], joined: Iterable[str]) -> dict[str, str]:
    """Put modules together, rename the assets that pages name, and give the new paths by the old.

    :param joined: files that pages will name; those whose place they take are gone.
    :raises ValueError: if no page starts the worker that holds Python.
    """
    names = _bundle(folder, sorted({page.target(source) for page in pages for source in module_scripts(page)}))
    named = {name for page in pages for _, _, name in _named(page) if (folder / name).is_file()}
    web_manifest = folder / _MANIFEST
    icons = json.loads(web_manifest.read_text(encoding="utf-8"))["icons"]
    names |= _rename(folder, {*named, *joined, *(icon["src"] for icon in icons)} - names.keys())
    web_manifest.write_text(_renamed(web_manifest.read_text(encoding="utf-8"), names), encoding="utf-8")
    return names


def name_assets(page: BuiltPage, site: Site) -> None:
    """Name the assets as they are called now."""
    for node, attribute, name in _named(page):
        address = node.attrs.sget(attribute)
        node.attrs[attribute] = address.removesuffix(name) + site.names.get(name, name)


def module_scripts(page: BuiltPage) -> list[str]:
    """The addresses of the page's modules."""
    return [script.attrs.sget("src") for script in page.css('script[type="module"][src]')]


def module_bundles(names: Iterable[str], worker: str) -> dict[str, str]:
    """Modules of ``web/``, given by their paths in the site, each with all that it imports.

    :param worker: the path in the site of the worker that holds Python.
    """
    entries = {name: WEB / Path(name).relative_to("assets") for name in names}
    bundles = bundle_modules(list(entries.values()))
    return {
        name: bundles[entry].replace(f'/{Path(WORKER).name}"', f'/{Path(worker).name}"')
        for name, entry in entries.items()
    }


def worker_bundle(manifest: object) -> str:
    """The worker that holds Python, with what it must know of the runtime."""
    told = json.dumps(manifest, separators=(",", ":"))
    return bundle_module(RUNTIME_CODE / "worker" / "worker.js", {"RUNTIME_MANIFEST": told})


def _named(page: BuiltPage) -> Iterator[tuple[LexborNode, str, str]]:
    """What names an asset: the element, its attribute, and the asset's path from the root of the site."""
    for attribute in _NAMING:
        for node in page.css(f'[{attribute}*="assets/"]:not([{attribute}*="#"])'):
            name = page.target(node.attrs.sget(attribute))
            if name.startswith("assets/"):
                yield node, attribute, name


def _bundle(folder: Path, modules: Iterable[str]) -> dict[str, str]:
    """Put one file in the place of each module and all that it imports; gives the new paths by the old."""
    worker = _written(folder, WORKER, worker_bundle(json.loads(MANIFEST.read_text(encoding="utf-8"))))
    bundles = module_bundles(modules, worker)
    if not any(f'/{Path(worker).name}"' in text for text in bundles.values()):
        raise ValueError(f"no page starts {WORKER}")
    return {WORKER: worker} | {module: _written(folder, module, text) for module, text in bundles.items()}


def _written(folder: Path, name: str, text: str) -> str:
    """Write a file of the site under the path that says what is in it, and give that path."""
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return _fingerprinted(folder, name)


def _rename(folder: Path, names: Iterable[str]) -> Mapping[str, str]:
    return {name: _fingerprinted(folder, name) for name in sorted(names) if not ADDRESSED.search(name)}


def _fingerprinted(folder: Path, name: str) -> str:
    file = folder / name
    return file.rename(file.with_name(addressed(file))).relative_to(folder).as_posix()


def _renamed(web_manifest: str, names: Mapping[str, str]) -> str:
    for old, new in names.items():
        web_manifest = web_manifest.replace(f'"{old}"', f'"{new}"')
    return web_manifest
