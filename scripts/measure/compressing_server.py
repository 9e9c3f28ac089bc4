"""Serve a folder on this machine as production would, and write down every byte that is sent.

Text and WebAssembly go out in Brotli or gzip, each file compressed once as hard as it can be. Names that hold the hash
of their content may be kept for ever; everything else is asked for again, and answered with 304 where nothing changed.
"""

import hashlib
import os
import re
import time
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, override
from urllib.parse import unquote, urlsplit

from scripts.assets.compress import compressed
from scripts.assets.fingerprints import ADDRESSED

__all__ = ["CompressingServer", "Sent"]

FOR_EVER = "public, max-age=31536000, immutable"

_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css",
    ".js": "text/javascript",
    ".mjs": "text/javascript",
    ".json": "application/json",
    ".webmanifest": "application/manifest+json",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".wasm": "application/wasm",
    ".xml": "application/xml",
    ".txt": "text/plain; charset=utf-8",
    ".py": "text/x-python; charset=utf-8",
    ".pdf": "application/pdf",
}

_PACKED = frozenset({".png", ".pdf", ".gz", ".br", ".woff2"})
"""What no transport makes smaller."""

_CODINGS = {"br": ".br", "gzip": ".gz"}
"""By preference, with what ``scripts.assets.compress`` calls them."""

_PIECE = 65_536

_STATUS_LINE = 120
"""Bytes of the status line and of the headers that the library adds: server, date, length."""


@dataclass(frozen=True, slots=True)
class Sent:
    """Bytes that went out, headers included: when (seconds since 1970), how many, and for which path."""

    when: float
    count: int
    path: str


class _Asset:
    """A file as it is sent."""

    def __init__(self, file: Path, *, for_ever: bool) -> None:
        self._file = file
        self._coded: dict[str, bytes] = {}
        self.content = file.read_bytes()
        self.type = _TYPES.get(file.suffix, "application/octet-stream")
        self.cache = FOR_EVER if for_ever else "no-cache"
        self.digest = hashlib.sha256(self.content).hexdigest()[:32]

    def coded(self, coding: str) -> bytes:
        """The content in ``br`` or ``gzip``, or as it is where that is no longer."""
        if self._file.suffix in _PACKED:
            return self.content
        if coding not in self._coded:
            self._coded[coding] = compressed(self.content, _CODINGS[coding])
        return min(self._coded[coding], self.content, key=len)


class CompressingServer(ThreadingHTTPServer):
    """Serves a folder on 127.0.0.1, on a free port.

    :param for_ever: further paths that never change, beside those whose name holds a hash.
    """

    daemon_threads = True
    request_queue_size = 64

    def __init__(self, folder: Path, for_ever: str = "") -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.folder = folder.resolve()
        self.sent: list[Sent] = []
        self._for_ever = for_ever
        self._assets: dict[Path, _Asset] = {}

    @property
    def address(self) -> str:
        """Where the folder is found, ending in a slash."""
        return f"http://127.0.0.1:{self.server_port}/"

    def warm(self) -> None:
        """Compress now what visitors may ask for, so that no visitor waits for it."""
        files = [file for file in self.folder.rglob("*") if file.is_file() and file.suffix not in {".map", *_PACKED}]
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            list(pool.map(lambda file: self.asset(file).coded("br"), files))

    def asset(self, file: Path) -> _Asset:
        """A file of the folder."""
        if file not in self._assets:
            path = file.relative_to(self.folder).as_posix()
            known = ADDRESSED.search(path) or (self._for_ever and path.startswith(self._for_ever))
            self._assets[file] = _Asset(file, for_ever=bool(known))
        return self._assets[file]

    @override
    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of browsers that close a connection before all of a file has come."""


class _Handler(BaseHTTPRequestHandler):
    """One connection, on which a browser asks for many files."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: CompressingServer

    def do_GET(self) -> None:
        path = unquote(urlsplit(self.path).path)
        file = (self.server.folder / path.lstrip("/")).resolve()
        if not file.is_relative_to(self.server.folder):
            self._answer(404, {})
        elif file.is_dir() and not path.endswith("/"):
            self._answer(301, {"Location": f"{path}/"})
        else:
            page = file / "index.html" if file.is_dir() else file
            missing = self.server.folder / "404.html"
            if page.is_file():
                self._send(page, 200)
            elif missing.is_file():
                self._send(missing, 404)
            else:
                self._answer(404, {})

    do_HEAD = do_GET  # noqa: N815 - what the library calls it

    def _send(self, file: Path, status: int) -> None:
        asset = self.server.asset(file)
        offered = re.findall(r"[a-z]+", self.headers.get("Accept-Encoding", ""))
        coding = next((one for one in _CODINGS if one in offered), "")
        body = asset.coded(coding) if coding else asset.content
        coding = coding if body is not asset.content else ""
        etag = f'"{asset.digest}{coding}"'
        headers = {"ETag": etag, "Cache-Control": asset.cache, "Vary": "Accept-Encoding"}
        if status == 200 and self.headers.get("If-None-Match") == etag:
            self._answer(304, headers)
        else:
            if coding:
                headers["Content-Encoding"] = coding
            self._answer(status, headers | {"Content-Type": asset.type}, body)

    def _answer(self, status: int, headers: Mapping[str, str], body: bytes = b"") -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        if status != 304:
            self.send_header("Content-Length", str(len(body)))
        self._note(_STATUS_LINE + sum(len(name) + len(value) + 4 for name, value in headers.items()))
        self.end_headers()
        if self.command == "HEAD":
            return
        view = memoryview(body)
        for start in range(0, len(body), _PIECE):
            piece = view[start : start + _PIECE]
            self.wfile.write(piece)
            self._note(len(piece))

    def _note(self, count: int) -> None:
        self.server.sent.append(Sent(time.time(), count, urlsplit(self.path).path))

    @override
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""
