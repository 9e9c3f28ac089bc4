"""What deploy/Containerfile puts together. No container runs here, so its nginx runs without one, and its words are
compared with what there is.
"""

import json
import os
import re
import shlex
import socket
import subprocess
import urllib.error
import urllib.request
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Self, override

import pytest

from scripts.settings.paths import DIST, ROOT, SITE
from scripts.supply.bill_of_materials import FILE as BILL
from scripts.supply.third_party import shipped_packages
from tests.web_server import Nginx, nginx_program

CONTAINERFILE = (ROOT / "deploy" / "Containerfile").read_text(encoding="utf-8")
CONF = (ROOT / "deploy" / "nginx" / "container.conf").read_text(encoding="utf-8")
IGNORED = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
PLACE = "/srv/pension-certification"


def instructions(word: str) -> list[list[str]]:
    """What stands behind a word, in the order of the file."""
    joined = CONTAINERFILE.replace("\\\n", " ")
    return [shlex.split(line) for line in re.findall(rf"^{word} (.*)$", joined, re.MULTILINE)]


def image_path(path: str) -> Path:
    """The file of this checkout that ends up there in the image."""
    for *_, source, target in instructions("COPY"):
        if path.startswith(target) and target != ".":
            return ROOT / source.removeprefix("/src/") / path.removeprefix(target)
    raise AssertionError(f"nothing is copied to {path}")


class ImagesNginx(Nginx):
    """Runs the command of the image with its configuration, the paths put where they are here."""

    @override
    def __enter__(self) -> Self:
        self._prefix = TemporaryDirectory(prefix="nginx-")
        prefix = Path(self._prefix.name)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        for folder in ("site", "dist", "deploy"):
            (prefix / folder).symlink_to(ROOT / folder)
        conf = CONF.replace("listen 8080;", f"listen 127.0.0.1:{port};").replace("    listen [::]:8080;\n", "")
        conf = conf.replace(" /tmp/", f" {prefix}/").replace(PLACE, str(prefix))
        # Where the tests run as root, its workers would become somebody who may not read the checkout.
        user = "user root;\n" if os.geteuid() == 0 else ""
        trial = prefix / "nginx.conf"
        trial.write_text(user + conf, encoding="utf-8")
        _, *options, named = command_of_the_image()
        assert image_path(named).read_text(encoding="utf-8") == CONF
        self._process = subprocess.Popen([nginx_program(), *options, str(trial)], stderr=subprocess.PIPE, text=True)
        try:
            self._wait(port)
        except BaseException:
            self.__exit__(None, None, None)
            raise
        self.address = f"http://127.0.0.1:{port}/"
        return self


def command_of_the_image() -> list[str]:
    [command] = re.findall(r"^CMD (\[.*\])$", CONTAINERFILE, re.MULTILINE)
    return list(json.loads(command))


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with ImagesNginx(SITE) as nginx:
        yield nginx.address


def test_the_images_nginx_serves_the_site_and_what_can_be_taken_away(address: str) -> None:
    for path, file in (("", SITE / "index.html"), (f"dist/{BILL}", DIST / BILL)):
        with urllib.request.urlopen(address + path, timeout=30) as answer:  # noqa: S310
            assert answer.read() == file.read_bytes()
            assert "frame-ancestors 'none'" in answer.headers["Content-Security-Policy"]
            assert answer.headers["Strict-Transport-Security"]


@pytest.mark.parametrize("path", ["dist/", "dist/nothing", "deploy/nginx/site.conf", "dist/../deploy/README.md"])
def test_the_images_nginx_serves_nothing_else(address: str, path: str) -> None:
    with pytest.raises(urllib.error.HTTPError, match="404"):
        urllib.request.urlopen(address + path, timeout=30)  # noqa: S310


def test_a_folder_without_its_slash_leads_to_the_address_that_the_visitor_used(address: str) -> None:
    host = address.removeprefix("http://").rstrip("/")
    with socket.create_connection(tuple(host.split(":")), timeout=30) as connection:
        connection.sendall(b"GET /calculator HTTP/1.0\r\nHost: public.example\r\n\r\n")
        answer = connection.makefile("rb").read().decode()
    assert "\r\nLocation: /calculator/\r\n" in answer


def test_the_image_writes_nothing_outside_tmp_and_needs_no_rights() -> None:
    written = re.findall(r"^\s*(?:pid|\w+_temp_path|error_log|access_log)\s+([^\s;]+)", CONF, re.MULTILINE)
    assert len(written) == 7
    assert all(path.startswith("/tmp/") or path == "stderr" for path in written)  # noqa: S108
    assert all(int(port) >= 1024 for port in re.findall(r"listen (?:\[::\]:)?(\d+)", CONF))
    assert "user " not in re.sub(r"#.*", "", CONF)
    [[user]] = instructions("USER")
    assert user != "0:0"
    assert CONTAINERFILE.rindex("\nUSER ") > CONTAINERFILE.rindex("\nRUN ")


def test_everything_that_the_configuration_of_the_image_names_is_in_it() -> None:
    named = re.findall(rf"{PLACE}/\S*?(?=;)", CONF)
    assert len(named) == 2
    for path in named:
        assert image_path(path if Path(path).suffix else f"{path}/").exists(), path


def all_of(expression: str) -> set[str]:
    """Everything that an expression of licences asks for at once; a choice is one of them."""
    if " AND " in expression:
        return set().union(*map(all_of, expression.split(" AND ")))
    return {f"({expression})" if " OR " in expression and not expression.startswith("(") else expression}


def test_the_label_names_the_licences_of_all_that_visitors_receive() -> None:
    [labels] = instructions("LABEL")
    [told] = [label.partition("=")[2] for label in labels if label.startswith("org.opencontainers.image.licenses=")]
    assert all_of(told) == set().union(*(all_of(one.licence) for one in shipped_packages()))


def test_every_path_that_is_copied_exists_and_is_not_ignored() -> None:
    for *options, source, _ in instructions("COPY"):
        if not options:
            assert (ROOT / source).exists()
            assert not any(fnmatch(f"/{source}".rstrip("/"), pattern) for pattern in IGNORED)
        else:
            assert options == ["--from=build"]
            assert source in {"/src/site/", "/src/dist/"}, "that is what scripts/build makes"


def test_the_build_stage_runs_a_command_of_this_repository() -> None:
    command, *_ = instructions("RUN")
    program = ROOT / command[0].strip("[],")
    assert program.stat().st_mode & 0o111
    variables = {name for (name,) in instructions("ARG")}
    sources = (program, *ROOT.glob("scripts/**/*.py"))
    assert all(any(name in file.read_text(encoding="utf-8") for file in sources) for name in variables)


def test_the_packages_of_the_image_are_those_that_the_tests_run_with() -> None:
    [*_, command] = instructions("RUN")
    installed = command[command.index("--no-install-recommends") + 1 : command.index("&&", 5)]
    setup = (ROOT / "scripts" / "setup-debian").read_text(encoding="utf-8")
    served = re.search(r"need nginx (.*?)\s*#", setup)
    assert served
    assert set(installed) == {*served[1].split(), "curl"}
    assert "curl" in re.findall(r"^HEALTHCHECK .*\n  CMD \[\"(\w+)\"", CONTAINERFILE, re.MULTILINE)


def test_what_is_made_on_this_machine_does_not_get_into_the_build() -> None:
    made = (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()
    anchored = [line.rstrip("/") for line in made if line.startswith("/")]
    assert anchored
    assert set(anchored) <= set(IGNORED)
    for needed in ("/scripts/build", "/docs", "/LICENSE", "/README.md", "/requirements/site.txt", "/package-lock.json"):
        assert not any(fnmatch(needed, pattern) for pattern in IGNORED), needed
