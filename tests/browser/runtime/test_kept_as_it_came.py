"""A script that came damaged, which the browser and the service worker keep as it came, is fetched anew to be tried again."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from calculator import assess
from scripts.settings.paths import SITE
from tests.browser.elements.deadline.page import CalculatorPage
from tests.browser.kept import keeps, settle, spoil
from tests.cases import CASES
from tests.real_browser import NewContext
from tests.web_server import Nginx

CASE = CASES[0]
FOUND = assess(CASE.last, CASE.last, CASE.rule)
FIELDS = {"last": CASE.last.isoformat(), "rule": CASE.rule, "today": CASE.last.isoformat()}
SCRIPTS = ["deadline-calculator.*.js", "python-worker.*.js"]
DAMAGED = "<h1>请先登录</h1>"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The site, of which a test may change what it likes."""
    return Path(shutil.copytree(SITE, tmp_path / "site", ignore=shutil.ignore_patterns("*.map")))


@pytest.fixture
def server(folder: Path) -> Iterator[str]:
    with Nginx(folder) as server:
        yield server.address


class Damaged:
    """A script of the site that is none, until it is mended."""

    def __init__(self, folder: Path, pattern: str) -> None:
        [self._path] = (folder / "assets").rglob(pattern)
        self._whole = self._path.read_bytes()
        for packed in self._path.parent.glob(f"{self._path.name}.*"):
            packed.unlink()
        self._path.write_text(DAMAGED, encoding="utf-8")

    def mend(self) -> None:
        self._path.write_bytes(self._whole)


@pytest.mark.parametrize("pattern", SCRIPTS)
@pytest.mark.parametrize("keeper", ["browser", "service worker"])
def test_it_runs_at_the_next_try(new_context: NewContext, folder: Path, server: str, pattern: str, keeper: str) -> None:
    context = new_context(service_workers="block" if keeper == "browser" else "allow")
    calculator = CalculatorPage(context.new_page(), server)
    if keeper == "service worker":
        calculator.page.goto(server)
        keeps(calculator.page, "all")
        spoil(calculator.page, pattern.partition("*")[0], DAMAGED)
    damaged = Damaged(folder, pattern)
    with calculator.page.expect_response(f"**/{pattern}"):
        calculator.open(FIELDS)
    expect(calculator.failure).to_be_visible()
    damaged.mend()
    calculator.page.reload()
    expect(calculator.failure).to_be_visible()
    calculator.try_again()
    calculator.ready()
    calculator.shows(FOUND)


def test_what_the_browser_keeps_damaged_is_fetched_anew_to_be_kept(
    new_context: NewContext, folder: Path, server: str
) -> None:
    damaged = Damaged(folder, SCRIPTS[0])
    page = new_context(service_workers="allow").new_page()
    page.goto(server)
    settle(page, server)
    damaged.mend()
    page.reload()
    settle(page, server)
    page.reload()
    keeps(page, "all")
