"""The whole guide as a zip file: unpack it, open ``index.html`` from the disk, and read, search and compute.

Pages from a disk cannot load modules, fetch files or be found by the name of their folder. So modules become classic
scripts, the search index and Python become scripts too, and every link names its page.
"""

import json
import re
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath

from runtime.disk.embedded_python import embedded_python
from scripts.assets.bundles import bundle
from scripts.settings.paths import WEB
from scripts.site.built_page import EARLY, ELEMENT, LATER, MODULE, THEME
from scripts.site.content_security_policy import META as POLICY

__all__ = ["FOLDER", "write_offline_zip"]

FOLDER = "yanglao-renzheng"
"""The one folder in the zip, in letters that every system unpacks rightly."""

_LEFT_OUT = re.compile(
    r".*\.(?:map|br|gz)|404\.html|sitemap\.xml|search/search_index\.json|service-worker\.js|.*\.webmanifest"
    r"|assets/runtime/.*|assets/elements/(?!parts/unsupported-browser).*\.js|assets/python-worker[\w.]*\.js|assets/service-worker/register-service-worker[\w.]*\.js"
)
"""What only a server needs, or what is replaced here."""

_FOLDER_LINK = re.compile(r'(?<=\s)(href|action)="((?:[\w.-]+/)*(?:[\w-]+/|\.{1,2}/?))(#[^"]*)?"')
_SERVER_ONLY = re.compile(
    r'\s*<(?:link rel="manifest"[^>]*|script defer src="[^"]*assets/service-worker/register-service-worker[\w.]*\.js"></script)>'
)
_PYTHON, _DISK = "assets/python.js", "assets/disk.js"


def write_offline_zip(site: Path, target: Path, tell: Callable[[int, int], None]) -> None:
    """Write the zip. The same site gives the same bytes.

    :param tell: is told how many files are in it, and how many there will be.
    """
    files = dict(_files(site))
    target.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as copy:
        for number, name in enumerate(sorted(files), 1):
            member = zipfile.ZipInfo(f"{FOLDER}/{name}")
            member.compress_type = zipfile.ZIP_DEFLATED
            member.external_attr = 0o644 << 16
            copy.writestr(member, files[name])
            tell(number, len(files))


def _files(site: Path) -> Iterator[tuple[str, bytes]]:
    modules: set[str] = set()
    for file in sorted(site.rglob("*")):
        name = file.relative_to(site).as_posix()
        if file.is_dir() or _LEFT_OUT.fullmatch(name):
            continue
        content = file.read_bytes()
        if file.suffix == ".html":
            page = content.decode()
            modules.update(_resolved(name, address) for address in MODULE.findall(page))
            content = _page_for_disk(page, "../" * name.count("/")).encode()
        yield name, content
    for module in sorted(modules):
        yield module, bundle(site / module).encode()
    yield _PYTHON, embedded_python().encode()
    yield _DISK, bundle(WEB / "disk" / "disk.js").encode()
    yield "search/search_index.js", _search_index(site / "search" / "search_index.json").encode()


def _page_for_disk(page: str, root: str) -> str:
    python = f'<script defer src="{root}{_PYTHON}"></script>\n' if ELEMENT.search(page) else ""
    for pattern in (POLICY, EARLY, _SERVER_ONLY):
        page = pattern.sub("", page)
    page = LATER.sub(r'<script src="\1"></script>', page)
    page = _FOLDER_LINK.sub(lambda link: f'{link[1]}="{_page_in(link[2])}{link[3] or ""}"', page)
    page = MODULE.sub(rf'{python}<script defer src="\1"></script>', page)
    return THEME.sub(rf'<script src="\2{_DISK}"></script>\n\g<0>', page)


def _page_in(folder: str) -> str:
    """
    >>> _page_in(".."), _page_in("./"), _page_in("../faq/")
    ('../index.html', './index.html', '../faq/index.html')
    """
    return f"{folder.rstrip('/')}/index.html"


def _search_index(file: Path) -> str:
    """The index as a script that leaves it where the theme looks for it."""
    index = json.loads(file.read_text(encoding="utf-8"))
    for entry in index["docs"]:
        folder, anchor, heading = entry["location"].partition("#")
        entry["location"] = f"{folder}index.html{anchor}{heading}"
    return f"var __index = {json.dumps(index, ensure_ascii=False, separators=(',', ':'))}"


def _resolved(page: str, address: str) -> str:
    """The path of what a page links to, from the root of the site."""
    parts: list[str] = []
    for part in (PurePosixPath(page).parent / address).parts:
        if part == "..":
            parts.pop()
        else:
            parts.append(part)
    return "/".join(parts)
