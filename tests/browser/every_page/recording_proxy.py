"""A proxy that lets requests through to one host, and writes down every host that was asked for, and what it was sent."""

import http.client
import sys
from contextlib import closing
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import override
from urllib.parse import urlsplit

__all__ = ["RecordingProxy"]

_OF_ONE_CONNECTION = frozenset({"connection", "keep-alive", "proxy-connection", "transfer-encoding", "content-length"})


class RecordingProxy(ThreadingHTTPServer):
    """Listens on a free port of this machine; ``asked`` are the hosts, each with its port.

    ``sent`` is what the one host was sent: how it was asked, for which path, and with what behind it.
    """

    daemon_threads = True

    def __init__(self, host: str) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.host = host
        self.asked: list[str] = []
        self.sent: list[tuple[str, str, bytes]] = []

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    @override
    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of browsers that leave a page before all of it has come."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: RecordingProxy

    def do_GET(self) -> None:
        address = urlsplit(self.path)
        self.server.asked.append(address.netloc)
        if address.netloc != self.server.host:
            self.send_error(403)
            return
        headers = {name: value for name, value in self.headers.items() if name.lower() not in _OF_ONE_CONNECTION}
        path = address.path + (f"?{address.query}" if address.query else "")
        length = int(self.headers.get("Content-Length", 0))
        sent = self.rfile.read(length) if length else None
        self.server.sent.append((self.command, path, sent or b""))
        with closing(http.client.HTTPConnection(address.netloc, timeout=60)) as upstream:
            upstream.request(self.command, path, sent, headers)
            answer = upstream.getresponse()
            body = answer.read()
        self.send_response(answer.status)
        for name, value in answer.getheaders():
            if name.lower() not in _OF_ONE_CONNECTION:
                self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    do_POST = do_PUT = do_HEAD = do_OPTIONS = do_GET  # noqa: N815 - what the library calls them

    def do_CONNECT(self) -> None:
        self.server.asked.append(self.path)
        self.send_error(403)

    @override
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""
