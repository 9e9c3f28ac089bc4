"""What nginx answers with the configuration that production includes."""

import gzip
import http.client
import subprocess
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


@pytest.mark.parametrize("path", ["", "nothing", "index.html?last=2026-01-05"])
def test_no_visit_is_written_down(nginx: Nginx, host: str, path: str) -> None:
    get(host, path)
    assert nginx.written_down == ""


def test_a_missing_page_is_the_sites_own(host: str) -> None:
    status, _, body = get(host, "nothing")
    assert status == 404
    assert body == (SITE / "404.html").read_bytes()


def test_nginx_accepts_the_whole_example(tmp_path: Path) -> None:
    key, certificate = tmp_path / "privkey.pem", tmp_path / "fullchain.pem"
    subprocess.run(
        [
            "openssl",
            "req",
            "-keyout",
            str(key),
            "-out",
            str(certificate),
            "-x509",
            "-newkey",
            "rsa:2048",
            "-nodes",
            "-subj",
            "/CN=example.org",
            "-days",
            "1",
        ],
        check=True,
        capture_output=True,
    )
    conf = (ROOT / "deploy" / "nginx" / "nginx.conf").read_text(encoding="utf-8")
    for path, here in (
        ("/etc/ssl/site/", f"{tmp_path}/"),
        ("/srv/pension-certification/deploy/nginx/site.conf", str(SITE_CONF)),
        ("/run/nginx.pid", f"{tmp_path}/nginx.pid"),
        ("/var/log/nginx/error.log", f"{tmp_path}/error.log"),
    ):
        assert path in conf
        conf = conf.replace(path, here)
    trial = tmp_path / "nginx.conf"
    trial.write_text(conf, encoding="utf-8")
    done = subprocess.run(
        [nginx_program(), "-t", "-e", f"{tmp_path}/error.log", "-c", str(trial)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
