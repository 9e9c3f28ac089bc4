"""Give every asset an address that says what it holds, after MkDocs has built the site.

Pages and what browsers ask for by name keep theirs. The modules of a page become one file, so that no script is found
only by reading another; the worker that holds Python, which takes longest, is started by the page's first line, and the
theme's script waits for it.
"""

import json
import re
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from runtime.build.assemble import MANIFEST
from scripts.assets.bundles import bundle, bundle_module
from scripts.assets.fingerprints import ADDRESSED, addressed
from scripts.settings.paths import RUNTIME_CODE, WEB
from scripts.site.built_page import ELEMENT, MODULE, THEME

__all__ = ["address_assets"]

_WORKER = "python-worker.js"
_EARLY, _LATER = RUNTIME_CODE / "client" / "preload.js", WEB / "elements" / "parts" / "defer-theme.js"
_CHARSET = '<meta charset="utf-8">'
_LINK = re.compile(r'(\s(?:href|src|data-worker)=")((?:\.\./)*|\./|/)(assets/[^"#?]+)(?=")')
_ICON = re.compile(r'(")()(assets/[^"]+)(?=")')
"""How ``manifest.webmanifest`` names its icons."""


def address_assets(site: Path) -> None:
    """Rename the assets and whatever names them.

    :raises ValueError: if no page starts the worker that holds Python.
    """
    pages = {page: page.read_text(encoding="utf-8") for page in site.rglob("*.html")}
    modules = {(page.parent / link).resolve() for page, text in pages.items() for link in MODULE.findall(text)}
    names = _bundle(site, sorted(modules))
    linked = {name for text in pages.values() for _, _, name in _LINK.findall(text)}
    web_manifest = site / "manifest.webmanifest"
    linked |= {name for _, _, name in _ICON.findall(web_manifest.read_text(encoding="utf-8"))}
    names |= _rename(site, linked - names.keys())

    def new_name(found: re.Match[str]) -> str:
        return f"{found[1]}{found[2]}{names.get(found[3], found[3])}"

    for page, text in pages.items():
        page.write_text(_LINK.sub(new_name, _with_python_first(text)), encoding="utf-8")
    web_manifest.write_text(_ICON.sub(new_name, web_manifest.read_text(encoding="utf-8")), encoding="utf-8")


def _with_python_first(page: str) -> str:
    """The page, where there is somebody to ask Python: its worker starts before everything else, the theme after it.

    :raises ValueError: if the theme's script is not found there.
    """
    module = MODULE.search(page)
    if module is None or not ELEMENT.search(page):
        return page
    worker = module[1].partition("assets/")[0] + f"assets/{_WORKER}"
    early = f'{_CHARSET}\n<script data-worker="{worker}">{_inline(_EARLY)}</script>'
    page, themes = THEME.subn(lambda theme: f'<script data-theme="{theme[1]}">{_inline(_LATER)}</script>', page)
    if themes != 1:
        raise ValueError(f"{themes} scripts of the theme in a page")
    return page.replace(_CHARSET, early, 1)


@cache
def _inline(script: Path) -> str:
    return bundle(script).strip()


def _bundle(site: Path, modules: Iterable[Path]) -> dict[str, str]:
    """Put one file in the place of each module and all that it imports; gives the new names by the old."""
    manifest = json.dumps(json.loads(MANIFEST.read_text(encoding="utf-8")), separators=(",", ":"))
    folder = site / "assets"
    worker = folder / _WORKER
    entry = RUNTIME_CODE / "worker" / "worker.js"
    worker.write_text(bundle_module(entry, {"RUNTIME_MANIFEST": manifest}), encoding="utf-8")
    names = {_name(site, worker): _name(site, folder / addressed(worker))}
    worker = worker.rename(folder / addressed(worker))
    bundles = {module: bundle_module(WEB / module.relative_to(folder)) for module in modules}
    if not any(f'/{_WORKER}"' in text for text in bundles.values()):
        raise ValueError(f"no page starts {_WORKER}")
    for module, text in bundles.items():
        module.parent.mkdir(parents=True, exist_ok=True)
        module.write_text(text.replace(f'/{_WORKER}"', f'/{worker.name}"'), encoding="utf-8")
        names[_name(site, module)] = _name(site, module.rename(module.with_name(addressed(module))))
    return names


def _rename(site: Path, names: Iterable[str]) -> Mapping[str, str]:
    files = [site / name for name in sorted(names) if not ADDRESSED.search(name)]
    return {_name(site, file): _name(site, file.rename(file.with_name(addressed(file)))) for file in files}


def _name(site: Path, file: Path) -> str:
    return file.relative_to(site).as_posix()
