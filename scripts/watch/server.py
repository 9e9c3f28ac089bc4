"""Serves the site while it is worked on: nothing is kept by browsers, and pages hear of edits."""

import json
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import override

from scripts.site.edits import EVENTS
from scripts.site.server import SiteHandler, SiteServer

__all__ = ["WatchServer"]


class _WatchHandler(SiteHandler):
    server: "WatchServer"

    @override
    def do_GET(self) -> None:
        """Answer with a file, or with edits for as long as the page is open."""
        if self.path == f"/{EVENTS}":
            self._tell_edits()
        else:
            super().do_GET()

    @override
    def end_headers(self) -> None:
        """Let no browser keep what may be another thing in a moment."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def _tell_edits(self) -> None:
        """As server-sent events."""
        heard = self.server.told
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        self.wfile.write(b": listening\n\n")
        while True:
            edits = self.server.edits_after(heard)
            heard += len(edits)
            for edit in edits:
                self.wfile.write(f"data: {json.dumps(edit)}\n\n".encode())


class WatchServer(SiteServer):
    """Serves a folder on 127.0.0.1, on a free port unless one is given, and tells pages of edits."""

    daemon_threads = True
    block_on_close = False

    def __init__(self, folder: Path, port: int = 0) -> None:
        super().__init__(folder, port, _WatchHandler)
        self._edits: list[Mapping[str, object]] = []
        self._told = threading.Condition()

    @property
    def told(self) -> int:
        """How many edits have been told so far."""
        return len(self._edits)

    def tell(self, edit: Mapping[str, object]) -> None:
        """Tell every open page of an edit, see ``reload.js``."""
        with self._told:
            self._edits.append(edit)
            self._told.notify_all()

    def edits_after(self, count: int) -> list[Mapping[str, object]]:
        """The edits after the first so many; waits until there is one."""
        with self._told:
            self._told.wait_for(lambda: len(self._edits) > count)
            return self._edits[count:]
