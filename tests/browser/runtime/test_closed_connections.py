"""The server closes the connection in the middle of a file, or before it: that is told when it happens, not after a minute."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, Any, ClassVar, override

import pytest

from scripts.settings.paths import SITE
from scripts.site.server import SiteHandler, SiteServer
from tests.browser.elements.deadline.page import CalculatorPage
from tests.browser.runtime.runtime_files import AT_START
from tests.real_browser import NewContext

FILES = ("assets/elements/deadline/deadline-calculator.", "assets/python-worker.", *AT_START)


class Closing(SiteHandler):
    """Sends the beginning of one file, or nothing of it."""

    part: ClassVar[str] = ""
    sends: ClassVar[int] = 0

    @override
    def do_GET(self) -> None:
        if self.part in self.path and not self.sends:
            self.close_connection = True
        else:
            super().do_GET()

    @override
    def copyfile(self, source: IO[bytes], outputfile: Any) -> None:
        outputfile.write(source.read(self.sends) if self.part in self.path else source.read())


@contextmanager
def closing(part: str, sends: int) -> Iterator[str]:
    """A site, by its address."""
    handler = type("Handler", (Closing,), {"part": part, "sends": sends})
    with SiteServer(SITE, handler=handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server.address
        server.shutdown()


@pytest.mark.parametrize("sends", [0, 5000], ids=["nothing", "a part"])
@pytest.mark.parametrize("part", FILES)
def test_a_connection_that_is_closed_is_noticed_at_once(new_context: NewContext, part: str, sends: int) -> None:
    page = new_context(service_workers="block").new_page()
    page.clock.install(time=0)
    page.clock.pause_at(1)  # so that nothing is noticed because time has passed
    with closing(part, sends) as address:
        calculator = CalculatorPage(page, address).open()
        calculator.tells_failure("missing")
        page.close()
