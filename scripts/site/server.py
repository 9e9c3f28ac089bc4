"""Serve the built site on this machine: ``python -m scripts.site.server``. For looking and testing, not for production."""

import os
import sys
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, override

from scripts.settings.paths import SITE

__all__ = ["SiteHandler", "SiteServer", "main"]


class SiteHandler(SimpleHTTPRequestHandler):
    """Files of the site with the types that browsers insist on, and no line per request."""

    extensions_map = SimpleHTTPRequestHandler.extensions_map | {
        ".js": "text/javascript",
        ".mjs": "text/javascript",
        ".wasm": "application/wasm",
    }

    @override
    def end_headers(self) -> None:
        """Let pages of other sites load the data and the ordinary Pyodide, as ``deploy/nginx/site.conf`` does."""
        if self.path.startswith(("/pyodide/", "/data/")):
            self.send_header("Access-Control-Allow-Origin", "*")
        super().end_headers()

    @override
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""

    @override
    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer a missing page with the site's own 404 page."""
        page = Path(self.directory) / "404.html"
        if code == 404 and page.is_file():
            content = page.read_bytes()
            self.send_response(404)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(content)
        else:
            super().send_error(code, message, explain)


class SiteServer(ThreadingHTTPServer):
    """Serves a folder on 127.0.0.1, on a free port unless one is given."""

    def __init__(self, folder: Path, port: int = 0, handler: type[SiteHandler] = SiteHandler) -> None:
        super().__init__(("127.0.0.1", port), partial(handler, directory=folder))

    @property
    def address(self) -> str:
        """Where the folder is found, ending in a slash."""
        return f"http://127.0.0.1:{self.server_port}/"

    @override
    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of browsers that close a connection before all of a file has come."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


def main() -> None:
    """Serve on 127.0.0.1, port 8000 or ``PORT``, until interrupted."""
    with SiteServer(SITE, int(os.environ.get("PORT", "8000"))) as server:
        print(server.address, flush=True)
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            print()


if __name__ == "__main__":
    main()
