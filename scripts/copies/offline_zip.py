"""The whole guide as a zip file: unpack it, open ``index.html`` from the disk, and read, search and compute."""

import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from runtime.disk.embedded_python import embedded_python
from scripts.assets.bundles import bundle
from scripts.settings.paths import WEB
from scripts.site.built_page import Site, read_pages
from scripts.site.downloads import FOLDER as DOWNLOADS
from scripts.site.downloads import find_downloads
from scripts.site.fingerprint_assets import module_scripts
from scripts.site.page_for_disk import DISK, PYTHON
from scripts.site.search_index import SearchIndex, index_text, read_index
from scripts.site.steps import TO_DISK, take

__all__ = ["FOLDER", "write_offline_zip"]

FOLDER = "yanglao-renzheng"
"""The one folder in the zip, in letters that every system unpacks rightly."""

_LEFT_OUT = re.compile(
    r".*\.map|404\.html|sitemap\.xml(?:\.gz)?|search/search_index\.json|.*\.webmanifest|pyodide/.*|embed/.*"
    r"|assets/runtime/.*|assets/elements/(?!parts/unsupported-browser|deadline/instant-answer).*\.js|assets/python-worker[\w.]*\.js|assets/service-worker/.*"
)
"""What only a server needs, or what is replaced here."""


def write_offline_zip(
    draft: Path, taken: Mapping[str, str], licences: Path, target: Path, tell: Callable[[int, int], None]
) -> None:
    """Write the zip. The same draft gives the same bytes.

    :param taken: what it takes along from the folder that it is written into, and how large that is.
    :param licences: the file with the licences of what it brings along.
    :param tell: is told how many files are in it, and how many there will be.
    """
    files = dict(_files(draft, taken, target.parent)) | {licences.name: licences.read_bytes()}
    target.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as copy:
        for number, name in enumerate(sorted(files), 1):
            member = zipfile.ZipInfo(f"{FOLDER}/{name}")
            member.compress_type = zipfile.ZIP_DEFLATED
            member.external_attr = 0o644 << 16
            copy.writestr(member, files[name])
            tell(number, len(files))


def _files(draft: Path, taken: Mapping[str, str], folder: Path) -> Iterator[tuple[str, bytes]]:
    pages = [page for page in read_pages(draft) if not _LEFT_OUT.fullmatch(page.path)]
    modules = sorted({page.target(source) for page in pages for source in module_scripts(page)})
    take(TO_DISK, pages, Site(downloads=taken))
    yield from _as_they_are(draft)
    for page in pages:
        yield page.path, page.html.encode()
    for module in modules:
        yield module, bundle(draft / module).encode()
    yield PYTHON, embedded_python().encode()
    yield DISK, bundle(WEB / "disk" / "disk.js").encode()
    index = find_downloads(read_index(draft), taken)
    yield "search/search_index.js", _search_index(index).encode()
    for name in taken:
        yield f"{DOWNLOADS}/{name}", (folder / name).read_bytes()


def _as_they_are(draft: Path) -> Iterator[tuple[str, bytes]]:
    for file in sorted(draft.rglob("*")):
        name = file.relative_to(draft).as_posix()
        if file.is_file() and file.suffix != ".html" and not _LEFT_OUT.fullmatch(name):
            yield name, file.read_bytes()


def _search_index(index: SearchIndex) -> str:
    """The index as a script that leaves it where the theme looks for it."""
    for entry in index["docs"]:
        folder, anchor, heading = entry["location"].partition("#")
        entry["location"] = f"{folder}index.html{anchor}{heading}"
    return f"var __index = {index_text(index)}"
