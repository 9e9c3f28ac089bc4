"""The site on a device that has visited it once: without a network, after an update, and where nothing may be kept.

The site lies under a path, as on hosts that give each project a folder.
"""

import queue
import shutil
import threading
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, override

import pytest
from playwright.sync_api import Page, expect

from scripts.settings.paths import SITE
from scripts.site.server import SiteHandler, SiteServer
from scripts.site.service_worker import write_service_worker
from tests.browser.elements.deadline.page import CalculatorPage
from tests.browser.kept import keeps, kept, settle, spoil
from tests.real_browser import PHONE, NewContext

ADDRESSES = [page.parent.relative_to(SITE).as_posix().replace(".", "") for page in sorted(SITE.rglob("index.html"))]
NEW = "2"

Open = Callable[..., Page]


class Answers(SiteHandler):
    """Says to what it has answered."""

    def __init__(self, *args: Any, answered: queue.SimpleQueue[str], **options: Any) -> None:
        self._answered = answered
        super().__init__(*args, **options)

    @override
    def do_GET(self) -> None:
        super().do_GET()
        self._answered.put(self.path)


class Host:
    """A host whose network can be cut, with the site under a path of it."""

    def __init__(self, root: Path) -> None:
        self.site = root / "some" / "path"
        self._answered: queue.SimpleQueue[str] = queue.SimpleQueue()
        self._server = SiteServer(root, handler=partial(Answers, answered=self._answered))
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        self.address = f"http://127.0.0.1:{self._server.server_port}/some/path/"

    def has_answered(self, path: str) -> None:
        """Wait until somebody has been sent such a file."""
        while path not in self._answered.get(timeout=30):
            pass

    def cut(self) -> None:
        self._server.shutdown()
        self._server.server_close()


@pytest.fixture
def host(tmp_path: Path) -> Iterator[Host]:
    shutil.copytree(SITE, tmp_path / "some" / "path", ignore=shutil.ignore_patterns("*.map"))
    host = Host(tmp_path)
    yield host
    host.cut()


@pytest.fixture
def open_page(new_context: NewContext) -> Open:
    """Opens pages of one visitor; an initial script may change what the browser can do."""

    def open_page(script: str = "") -> Page:
        context = new_context(viewport=PHONE, locale="zh-CN", reduced_motion="reduce")
        if script:
            context.add_init_script(script)
        return context.new_page()

    return open_page


def answers(page: Page, site: str) -> None:
    calculator = CalculatorPage(page, site).open({"last": "2026-01-05", "today": "2026-11-23"})
    expect(calculator.result("deadline")).to_have_attribute("datetime", "2027-01-05")


def test_after_one_visit_everything_works_without_a_network(host: Host, open_page: Open) -> None:
    page = open_page()
    page.goto(host.address)
    keeps(page, "all")
    expect(page.locator(".offline-mark")).to_contain_text("没有网也能用了")
    host.cut()
    for address in ADDRESSES:
        page.goto(f"{host.address}{address}/".replace("path//", "path/"))
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        sheets = page.locator("link[rel=stylesheet]")
        expect(sheets).not_to_have_count(0)
        assert sheets.evaluate_all("sheets => sheets.every(one => one.sheet.cssRules.length > 0)"), address
    answers(page, host.address)
    page.goto(host.address)
    page.locator(".search-button").click()
    page.get_by_role("textbox", name="搜索").fill("静默认证")
    expect(page.locator("a.md-search-result__link").first).to_have_attribute(
        "href", f"{host.address}situations/silent/"
    )


def test_on_a_metered_network_python_is_kept_when_the_calculator_is_opened(host: Host, open_page: Open) -> None:
    page = open_page("Object.defineProperty(navigator, 'connection', { value: { saveData: true } })")
    page.goto(host.address)
    keeps(page, "pages")
    page.goto(f"{host.address}calculator/")
    keeps(page, "all")
    host.cut()
    answers(page, host.address)


def test_a_new_version_waits_until_it_is_asked_for(host: Host, open_page: Open) -> None:
    page = open_page()
    page.goto(host.address)
    keeps(page, "all")
    for file in (host.site / "index.html", host.site / "faq" / "index.html"):
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace("<h1", f"<h1 data-version='{NEW}'"), encoding="utf-8")
    write_service_worker(host.site)

    page.reload()
    bar = page.locator(".new-version")
    expect(bar).to_be_visible()
    expect(page.locator("h1[data-version]")).to_have_count(0)
    page.goto(f"{host.address}faq/")
    expect(page.locator("h1[data-version]")).to_have_count(0)
    bar.get_by_role("button", name="先不换").click()
    expect(bar).to_be_hidden()

    page.goto(host.address)
    bar.get_by_role("button", name="换上新的").click()
    expect(page.locator("h1[data-version]")).to_have_count(1)
    keeps(page, "all")
    host.cut()
    page.goto(f"{host.address}faq/")
    expect(page.locator("h1[data-version]")).to_have_count(1)
    answers(page, host.address)


@pytest.mark.parametrize(
    "refusal",
    [
        "Object.defineProperty(navigator, 'serviceWorker', { get() { throw new DOMException('', 'SecurityError'); } })",
        "navigator.serviceWorker.register = () => Promise.reject(new DOMException('', 'QuotaExceededError'))",
        "delete Navigator.prototype.serviceWorker",
    ],
    ids=["forbidden", "full", "unknown"],
)
def test_where_nothing_may_be_kept_the_site_is_as_before(host: Host, open_page: Open, refusal: str) -> None:
    page = open_page(refusal)
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(host.address)
    expect(page.locator(".offline-mark")).to_be_hidden()
    answers(page, host.address)
    assert faults == []


def test_what_the_browser_has_thrown_away_comes_from_the_network(host: Host, open_page: Open) -> None:
    page = open_page()
    page.goto(host.address)
    keeps(page, "all")
    page.reload()
    assert page.evaluate("Boolean(navigator.serviceWorker.controller)")
    page.evaluate("caches.keys().then((names) => Promise.all(names.map((name) => caches.delete(name))))")
    page.goto(f"{host.address}faq/")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    answers(page, host.address)


@pytest.mark.parametrize("part", ["/pyodide.asm.hot.", "/pension_certification.", "/python."])
def test_what_is_kept_and_spoilt_is_fetched_again(host: Host, open_page: Open, part: str) -> None:
    page = open_page()
    page.goto(host.address)
    keeps(page, "all")
    spoil(page, part)
    answers(page, host.address)
    keeps(page, "all")


NO_RUNTIME = "() => caches.keys().then((names) => !names.some((name) => name.startsWith('runtime ')))"

LOGIN = "<!doctype html><title>wifi</title><h1>请先登录</h1>"


def login_page(host: Host, pattern: str) -> Callable[[], None]:
    """A login page comes in place of a file, until what this gives is called."""
    [file] = host.site.glob(pattern)
    whole = file.read_bytes()
    file.write_text(LOGIN, encoding="utf-8")

    def let_in() -> None:
        file.write_bytes(whole)

    return let_in


@pytest.mark.parametrize("pattern", ["calculator/index.html", "assets/elements/deadline/deadline-calculator.*.js"])
def test_a_login_page_is_not_kept(host: Host, open_page: Open, pattern: str) -> None:
    page = open_page()
    let_in = login_page(host, pattern)
    page.goto(host.address)
    settle(page, host.address)
    let_in()
    answers(page, host.address)
    page.goto(host.address)
    keeps(page, "all")
    host.cut()
    answers(page, host.address)


def test_a_login_page_is_not_kept_as_a_part_of_python(host: Host, open_page: Open) -> None:
    page = open_page()
    part = "/assets/runtime/pyodide.asm.hot."
    let_in = login_page(host, f"{part[1:]}*.wasm")
    page.goto(host.address)
    host.has_answered(part)
    page.wait_for_function(NO_RUNTIME)
    let_in()
    page.goto(host.address)
    keeps(page, "all")
    assert kept(page, part) != []
    assert LOGIN not in kept(page, part)
    host.cut()
    answers(page, host.address)


def test_what_a_version_kept_that_did_not_compare_is_not_taken_over(host: Host, open_page: Open) -> None:
    page = open_page()
    page.goto(f"{host.address}manifest.webmanifest")
    [script] = host.site.glob("assets/elements/deadline/deadline-calculator.*.js")
    old = [f"workbox-precache-v2-{host.address}", f"{host.address}{script.relative_to(host.site).as_posix()}"]
    page.evaluate("async ([name, address]) => (await caches.open(name)).put(address, new Response('spoilt'))", old)
    page.goto(host.address)
    keeps(page, "all")
    assert len(kept(page, script.name)) == 1
    host.cut()
    answers(page, host.address)


def bring_up_to_date(site: Path) -> None:
    """A new version of the program: its files have other names, and the old ones are gone."""
    [memory] = (site / "assets" / "runtime").glob("python.*.snapshot")
    [worker] = (site / "assets").glob("python-worker.*.js")
    for old in (memory, worker):
        new = old.with_name(f"{old.name.partition('.')[0]}.{'0' * 8}{old.suffix}")
        old.rename(new)
        for file in (*site.rglob("*.html"), *site.glob("assets/elements/*/*.js"), *site.glob("assets/*.js")):
            text = file.read_text(encoding="utf-8")
            if old.name in text:
                file.write_text(text.replace(old.name, new.name), encoding="utf-8")
    write_service_worker(site)


def test_an_old_version_whose_program_is_gone_leads_to_the_new_one(host: Host, open_page: Open) -> None:
    page = open_page("Object.defineProperty(navigator, 'connection', { value: { saveData: true } })")
    page.goto(host.address)
    keeps(page, "pages")
    bring_up_to_date(host.site)
    calculator = CalculatorPage(page, host.address).open()
    calculator.last.fill("2026-1-5")
    calculator.tells_failure("missing")
    expect(calculator.last).to_have_value("2026-1-5")
    page.locator(".new-version").get_by_role("button", name="换上新的").click()
    expect(calculator.result("deadline")).to_have_attribute("datetime", "2027-01-05")
    expect(calculator.last).to_have_value("2026-1-5")


def test_a_tab_that_computes_stays_as_it_is_when_another_takes_the_new_version(host: Host, open_page: Open) -> None:
    reading = open_page()
    reading.goto(host.address)
    keeps(reading, "all")
    computing = reading.context.new_page()
    calculator = CalculatorPage(computing, host.address).open({"last": "2026-01-05", "today": "2026-11-23"})
    expect(calculator.result("deadline")).to_have_attribute("datetime", "2027-01-05")
    bring_up_to_date(host.site)
    reading.reload()
    reading.locator(".new-version").get_by_role("button", name="换上新的").click()

    bar = computing.locator(".new-version")
    expect(bar).to_be_visible()
    calculator.edit().last.fill("2026-2-5")
    expect(calculator.result("deadline")).to_have_attribute("datetime", "2027-02-05")
    bar.get_by_role("button", name="换上新的").click()
    expect(bar).to_be_hidden()
    expect(calculator.result("deadline")).to_have_attribute("datetime", "2027-02-05")
