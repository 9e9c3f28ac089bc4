"""The web server of production with its own configuration, on a free port of this machine."""

import os
import shutil
import socket
import subprocess
import tempfile
import time
from pathlib import Path
from types import TracebackType
from typing import Self

from scripts.settings.paths import ROOT

SITE_CONF = ROOT / "deploy" / "nginx" / "site.conf"

_CONF = """\
load_module /usr/lib/nginx/modules/ngx_http_brotli_static_module.so;
{user}
daemon off;
worker_processes 1;
pid {prefix}/nginx.pid;
error_log {prefix}/error.log warn;
events {{}}
http {{
  client_body_temp_path {prefix}/body;
  proxy_temp_path {prefix}/proxy;
  fastcgi_temp_path {prefix}/fastcgi;
  uwsgi_temp_path {prefix}/uwsgi;
  scgi_temp_path {prefix}/scgi;
  sendfile on;
  absolute_redirect off;
  access_log {prefix}/access.log;
  server_tokens on;
  index nothing.html;
  autoindex on;
  default_type text/html;
  server {{
    listen 127.0.0.1:{port};
    root {folder};
    {says}
  }}
}}
"""
"""What the site asks for does not hold by itself: around it stands the opposite."""


def nginx_program() -> str:
    program = shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
    assert program, "nginx is needed: scripts/test installs it"
    return program


AS_IT_COMES = """\
include /etc/nginx/mime.types;
default_type application/octet-stream;
index index.html;
"""
"""What a server says of itself that nobody has configured."""


class Nginx:
    """Serves a folder while the context lasts.

    :param says: what the server says of itself; without it, what production says.
    """

    def __init__(self, folder: Path, says: str = f"include {SITE_CONF};") -> None:
        self._folder = folder
        self._says = says
        self.address = ""

    def __enter__(self) -> Self:
        self._prefix = tempfile.TemporaryDirectory(prefix="nginx-")
        prefix = Path(self._prefix.name)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        # Under root nginx would become someone who may not read the checkout.
        user = "user root;" if os.geteuid() == 0 else ""
        conf = prefix / "nginx.conf"
        conf.write_text(
            _CONF.format(user=user, prefix=prefix, port=port, folder=self._folder.resolve(), says=self._says),
            encoding="utf-8",
        )
        log = prefix / "error.log"
        command = [nginx_program(), "-p", str(prefix), "-e", str(log), "-c", str(conf)]
        self._process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
        try:
            self._wait(port)
        except BaseException:
            self.__exit__(None, None, None)
            raise
        self.address = f"http://127.0.0.1:{port}/"
        return self

    @property
    def written_down(self) -> str:
        """All that it has noted, of visits and of what went wrong."""
        logs = (Path(self._prefix.name) / name for name in ("access.log", "error.log"))
        return "".join(log.read_text(encoding="utf-8") for log in logs if log.exists())

    def _wait(self, port: int) -> None:
        deadline = time.monotonic() + 30
        while True:
            if self._process.poll() is not None:
                assert self._process.stderr
                raise RuntimeError(f"nginx does not start: {self._process.stderr.read()}")
            try:
                socket.create_connection(("127.0.0.1", port), timeout=1).close()
            except OSError:
                if time.monotonic() > deadline:
                    raise
                time.sleep(0.01)
            else:
                return

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.terminate()
        self._process.communicate()
        self._prefix.cleanup()
