"""What nginx answers with the configuration that production includes."""

import gzip
import http.client
import os
import re
import socket
import subprocess
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import brotli
import pytest

from scripts.settings.paths import ROOT, SITE
from tests.web_server import SITE_CONF, Nginx, nginx_program

WORKER = next((SITE / "assets").glob("python-worker.*.js")).relative_to(SITE).as_posix()
GUARDS = {
    "strict-transport-security": "max-age=63072000",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}

type Answer = tuple[int, dict[str, str], bytes]


@pytest.fixture(scope="module")
def nginx() -> Iterator[Nginx]:
    with Nginx(SITE) as nginx:
        yield nginx


@pytest.fixture
def host(nginx: Nginx) -> str:
    return host_of(nginx)


def host_of(nginx: Nginx) -> str:
    return urlsplit(nginx.address).netloc


def get(host: str, path: str, **headers: str) -> Answer:
    connection = http.client.HTTPConnection(host, timeout=30)
    try:
        connection.request(
            "GET", f"/{path}", headers={name.replace("_", "-"): value for name, value in headers.items()}
        )
        answer = connection.getresponse()
        return answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()
    finally:
        connection.close()


@pytest.mark.parametrize(("path", "status"), [("", 200), (WORKER, 200), ("nothing", 404), ("assets/", 404)])
def test_every_answer_carries_the_headers_that_protect(host: str, path: str, status: int) -> None:
    answered, headers, _ = get(host, path)
    assert answered == status
    assert {name: headers.get(name) for name in GUARDS} == GUARDS
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert "camera=()" in headers["permissions-policy"]
    assert headers["server"] == "nginx"


def test_an_unchanged_page_is_not_sent_again_and_keeps_its_headers(host: str) -> None:
    _, first, _ = get(host, "")
    status, headers, body = get(host, "", If_None_Match=first["etag"])
    assert (status, body) == (304, b"")
    assert {name: headers.get(name) for name in GUARDS} == GUARDS


@pytest.mark.parametrize(
    ("path", "framed"), [("embed/", True), ("calculator/", False), ("embedded/", False), ("", False)]
)
def test_the_calculator_alone_may_be_framed_and_no_other_page(host: str, path: str, *, framed: bool) -> None:
    policy = get(host, path)[1]["content-security-policy"]
    assert policy == ("frame-ancestors *" if framed else "frame-ancestors 'none'")


@pytest.mark.parametrize("path", ["data/datapackage.json", "data/deadlines.parquet", "pyodide/pyodide-lock.json"])
def test_pages_of_other_sites_may_read_the_data_and_the_ordinary_pyodide_and_nothing_else(host: str, path: str) -> None:
    headers = get(host, path)[1]
    assert (headers["access-control-allow-origin"], headers["cross-origin-resource-policy"]) == ("*", "cross-origin")
    assert headers["cache-control"] == "no-cache"
    assert "access-control-allow-origin" not in get(host, "")[1]


@pytest.mark.parametrize("path", ["index.html", WORKER, "manifest.webmanifest", "search/search_index.json"])
def test_every_coding_gives_the_bytes_of_the_file(host: str, path: str) -> None:
    content = (SITE / path).read_bytes()
    _, plain, body = get(host, path)
    assert "content-encoding" not in plain
    assert body == content
    for coding, decode in (("br", brotli.decompress), ("gzip", gzip.decompress)):
        _, headers, body = get(host, path, Accept_Encoding=coding)
        assert headers["content-encoding"] == coding
        assert headers["vary"] == "Accept-Encoding"
        assert decode(body) == content


@pytest.mark.parametrize(
    ("path", "cache"),
    [
        ("", "no-cache"),
        ("service-worker.js", "no-cache"),
        (WORKER, "public, max-age=31536000, immutable"),
        ("assets/gone.01234567.js", "no-cache"),
    ],
)
def test_only_what_never_changes_is_kept_for_ever(host: str, path: str, cache: str) -> None:
    assert get(host, path)[1]["cache-control"] == cache


@pytest.mark.parametrize("path", [WORKER, "service-worker.js"])
def test_a_workers_script_brings_its_own_policy(host: str, path: str) -> None:
    assert "script-src 'self' 'wasm-unsafe-eval';" in get(host, path)[1]["content-security-policy"]


@pytest.mark.parametrize(
    ("ending", "expected"),
    [
        ("html", "text/html; charset=utf-8"),
        ("js", "text/javascript; charset=utf-8"),
        ("wasm", "application/wasm"),
        ("webmanifest", "application/manifest+json; charset=utf-8"),
        ("csv", "text/csv; charset=utf-8"),
        ("parquet", "application/vnd.apache.parquet"),
    ],
)
def test_types(host: str, ending: str, expected: str) -> None:
    file = next(SITE.rglob(f"*.{ending}"))
    assert get(host, file.relative_to(SITE).as_posix())[1]["content-type"] == expected


def test_what_has_no_known_type_is_nothing_to_show(tmp_path: Path) -> None:
    (tmp_path / "strange.thing").write_text("<script>run()</script>")
    with Nginx(tmp_path) as nginx:
        assert get(host_of(nginx), "strange.thing")[1]["content-type"] == "application/octet-stream"


@pytest.mark.parametrize("ending", ["br", "gz"])
def test_compressed_copies_have_no_address(host: str, ending: str) -> None:
    assert (SITE / f"index.html.{ending}").exists()
    assert get(host, f"index.html.{ending}")[0] == 404


REFUSED = {
    "no host": (400, b"GET / HTTP/1.1\r\n\r\n"),
    "nonsense": (400, b"NONSENSE\r\n\r\n"),
    "a folder outside": (400, b"GET /../../etc/passwd HTTP/1.0\r\n\r\n"),
    "another method": (405, b"POST / HTTP/1.0\r\nContent-Length: 0\r\n\r\n"),
    "another version": (412, b'GET / HTTP/1.0\r\nIf-Match: "x"\r\n\r\n'),
    "too much sent": (413, b"POST / HTTP/1.0\r\nContent-Length: 99999999\r\n\r\n"),
    "a long address": (414, b"GET /" + b"a" * 9000 + b" HTTP/1.0\r\n\r\n"),
    "behind the end": (416, b"GET / HTTP/1.0\r\nRange: bytes=99999999-\r\n\r\n"),
    "a long header": (400, b"GET / HTTP/1.0\r\nX: " + b"a" * 40000 + b"\r\n\r\n"),
    "another coding": (501, b"POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: zz\r\n\r\n"),
    "another protocol": (505, b"GET / HTTP/9.9\r\n\r\n"),
    "an error's own address": (404, b"GET /out-of-order HTTP/1.0\r\n\r\n"),
}
"""What nginx refuses by itself, and the status that it answers with."""


def say(host: str, request: bytes) -> tuple[int, list[tuple[str, str]], str]:
    """What the server answers to bytes that no browser sends."""
    with socket.create_connection(tuple(host.split(":")), timeout=30) as connection:
        connection.sendall(request)
        answer = http.client.HTTPResponse(connection)
        answer.begin()
        return answer.status, answer.getheaders(), answer.read().decode()


@pytest.mark.parametrize("refused", REFUSED)
def test_no_answer_is_a_page_of_the_servers_own(host: str, refused: str) -> None:
    status, request = REFUSED[refused]
    answered, headers, body = say(host, request)
    assert answered == status
    assert "nginx" not in body
    assert re.search("[一-龥]", body)
    names = [name.lower() for name, _ in headers]
    assert [name for name, count in Counter(names).items() if count > 1] == [], "no header is there twice"
    assert {name.lower(): value for name, value in headers if name.lower() in GUARDS} == GUARDS
    assert "frame-ancestors 'none'" in dict(headers)["Content-Security-Policy"]


@pytest.mark.parametrize("path", ["", "nothing", "index.html?last=2026-01-05", "assets/", "index.html/behind", "%00"])
def test_no_visit_is_written_down(nginx: Nginx, host: str, path: str) -> None:
    get(host, path)
    assert nginx.written_down == ""


def test_nothing_that_is_refused_is_written_down(nginx: Nginx, host: str) -> None:
    for _, request in REFUSED.values():
        say(host, request)
    assert nginx.written_down == ""


def test_a_missing_page_is_the_sites_own(host: str) -> None:
    status, _, body = get(host, "nothing")
    assert status == 404
    assert body == (SITE / "404.html").read_bytes()


class WholeExample:
    """``deploy/nginx/nginx.conf`` with the paths and ports put where they are here."""

    def __init__(self, folder: Path) -> None:
        self.log = folder / "error.log"
        self.conf = folder / "nginx.conf"
        self.port, plain = _free_port(), _free_port()
        key, certificate = folder / "privkey.pem", folder / "fullchain.pem"
        making = ["openssl", "req", "-keyout", str(key), "-out", str(certificate), "-x509", "-newkey", "rsa:2048"]
        subprocess.run([*making, "-nodes", "-subj", "/CN=example.org", "-days", "1"], check=True, capture_output=True)
        text = (ROOT / "deploy" / "nginx" / "nginx.conf").read_text(encoding="utf-8")
        for there, here in (
            ("/etc/ssl/site/", f"{folder}/"),
            ("/srv/pension-certification/deploy/nginx/site.conf", str(SITE_CONF)),
            ("/srv/pension-certification/site", str(SITE)),
            ("/run/nginx.pid", f"{folder}/nginx.pid"),
            ("/var/log/nginx/error.log", str(self.log)),
            ("    listen [::]:80;\n", ""),
            ("    listen [::]:443 ssl http2;\n", ""),
            ("listen 80;", f"listen 127.0.0.1:{plain};"),
            ("listen 443 ssl", f"listen 127.0.0.1:{self.port} ssl"),
            # Where the tests run as root, its workers would become somebody who may not read the checkout.
            ("user www-data;", "user root;" if os.geteuid() == 0 else ""),
        ):
            assert there in text
            text = text.replace(there, here)
        self.conf.write_text(text, encoding="utf-8")

    def command(self, *options: str) -> list[str]:
        return [nginx_program(), *options, "-e", str(self.log), "-c", str(self.conf)]


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@pytest.fixture
def whole(tmp_path: Path) -> WholeExample:
    return WholeExample(tmp_path)


def test_nginx_accepts_the_whole_example_without_a_warning(whole: WholeExample) -> None:
    done = subprocess.run(whole.command("-t"), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    warnings = [line for line in done.stderr.splitlines() if "[warn]" in line]
    # The one way to ask for HTTP/2 that every nginx understands is deprecated since 1.25.1.
    assert [line for line in warnings if '"listen ... http2" directive is deprecated' not in line] == []


BROKEN_HANDSHAKES = {
    "cut short": b"\x16\x03\x01\x00\x05\x01\x00\x00\x01\x00",
    "no handshake": b"GET / HTTP/1.0\r\n\r\n",
    "zeros": bytes(100),
}


def test_no_address_of_a_failed_handshake_is_written_down(whole: WholeExample) -> None:
    with subprocess.Popen(whole.command("-g", "daemon off;"), stderr=subprocess.PIPE, text=True) as nginx:
        try:
            _until_it_listens(whole.port)
            for spoken in BROKEN_HANDSHAKES.values():
                with socket.create_connection(("127.0.0.1", whole.port), timeout=30) as connection:
                    connection.sendall(spoken)
                    connection.shutdown(socket.SHUT_WR)
                    while connection.recv(4096):
                        pass
        finally:
            nginx.terminate()
        _, told = nginx.communicate(timeout=30)
    assert "127.0.0.1" not in whole.log.read_text(encoding="utf-8") + told


def _until_it_listens(port: int) -> None:
    end = time.monotonic() + 30
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.01)
        else:
            return
