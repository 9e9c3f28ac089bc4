"""Lay a Brotli and a gzip copy beside every file of the site that they make smaller: ``python -m scripts.assets.compress``.

A web server then sends the copies as they are, pressed as hard as can be, and spends no time on it. With names of folders,
what the site will have of them is compressed before there is a site, and kept until then.
"""

import gzip
import hashlib
import os
import re
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import brotli

from scripts.settings.paths import BUILD, SITE

__all__ = ["COMPRESSIBLE", "compress_ahead", "compress_site", "compressed", "main"]

COMPRESSIBLE = re.compile(r".*\.(?:html|css|m?js|json|svg|wasm|zip|rest|snapshot|webmanifest|xml|txt|csv)")
"""What transports make smaller; the zips of the Python runtime are stored, not packed, for their sake."""

_KEPT = BUILD / "compressed"
"""What has been compressed before, by the hash of the content: a second run takes no time."""
_AHEAD = _KEPT / "ahead"
"""Says when something was compressed ahead for the last time."""


def _brotli(content: bytes) -> bytes:
    return bytes(brotli.compress(content, quality=11, lgwin=24))


def _gzip(content: bytes) -> bytes:
    return gzip.compress(content, compresslevel=9, mtime=0)


_CODINGS: dict[str, Callable[[bytes], bytes]] = {".br": _brotli, ".gz": _gzip}


def compressed(content: bytes, ending: str) -> bytes:
    """The content in Brotli (``.br``) or gzip (``.gz``), as short as it can be, made once for each content."""
    _KEPT.mkdir(parents=True, exist_ok=True)
    kept = _KEPT / f"{hashlib.sha256(content).hexdigest()[:32]}{ending}"
    if not kept.is_file():
        fresh = kept.with_name(f"{kept.name}.{os.getpid()}")
        fresh.write_bytes(_CODINGS[ending](content))
        fresh.rename(kept)
    return kept.read_bytes()


def compress_site(site: Path) -> int:
    """Write the copies that are shorter than their file; gives the number of files that have one."""
    files = [file for file in site.rglob("*") if file.is_file() and COMPRESSIBLE.fullmatch(file.name)]
    # The largest first, so that no processor ends alone with one.
    files.sort(key=lambda file: file.stat().st_size, reverse=True)
    with ProcessPoolExecutor() as pool:
        return sum(pool.map(_compress, files))


def _compress(file: Path) -> bool:
    content = file.read_bytes()
    worth = _is_worth(content)
    for ending in _CODINGS:
        beside = file.with_name(file.name + ending)
        if worth:
            beside.write_bytes(compressed(content, ending))
        else:
            beside.unlink(missing_ok=True)
    return worth


def _is_worth(content: bytes) -> bool:
    """Whether gzip, which needs a hundredth of Brotli's time, saves a fiftieth: what is packed already it does not."""
    return len(compressed(content, ".gz")) < len(content) * 0.98


def compress_ahead(folders: Sequence[Path]) -> None:
    """Compress what the site will have of these folders, before there is a site: it is kept until then."""
    for file in (file for folder in folders for file in folder.rglob("*")):
        if file.is_file() and COMPRESSIBLE.fullmatch(file.name) and _is_worth(content := file.read_bytes()):
            compressed(content, ".br")
    _AHEAD.touch()


def main(folders: Sequence[str]) -> None:
    """Compress the built site, or the folders named ahead of it."""
    if folders:
        compress_ahead([Path(folder) for folder in folders])
    else:
        print("compressing …", flush=True)
        print(f"compressed {compress_site(SITE)} files", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
