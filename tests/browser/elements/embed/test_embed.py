"""The calculator alone, in a frame on the page of another site."""

import threading
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from calculator import assess
from scripts.settings.paths import SITE
from scripts.site.server import SiteServer
from tests.web_server import Nginx

HOST = """<!doctype html>
<html lang="zh"><meta charset="utf-8"><title>某县人社局</title>
<h1>某县人社局</h1>
<iframe src="{address}" title="算养老认证截止日" width="400" height="300"></iframe>
<script>
  window.heights = [];
  addEventListener("message", ({{ data, source }}) => {{
    const frame = document.querySelector("iframe");
    if (source !== frame.contentWindow || data.type !== "pension-certification:height") return;
    heights.push(data);
    frame.height = data.height;
  }});
</script>
"""


@pytest.fixture(scope="module")
def guide() -> Iterator[str]:
    """The guide on nginx, which alone knows which page may be framed."""
    with Nginx(SITE) as nginx:
        yield nginx.address


@pytest.fixture
def host(new_context: Callable[..., BrowserContext], tmp_path: Path) -> Iterator[Callable[[str], Page]]:
    """Opens a page of another site with a frame in it."""
    with SiteServer(tmp_path) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()

        def open_page(address: str) -> Page:
            (tmp_path / "index.html").write_text(HOST.format(address=address), encoding="utf-8")
            page = new_context(viewport={"width": 480, "height": 900}, service_workers="block").new_page()
            page.goto(server.address)
            return page

        yield open_page
        server.shutdown()


def test_the_frame_answers_for_the_preset_place_and_tells_its_height(host: Callable[[str], Page], guide: str) -> None:
    page = host(f"{guide}embed/#region=jiangsu/suqian&today=2026-03-01")
    frame = page.frame_locator("iframe")
    expect(frame.locator("deadline-calculator")).to_have_attribute("data-state", "ready")
    before = page.evaluate("heights.at(-1).height")
    frame.get_by_label("您上次认证是哪一天").fill("2025-03-15")
    frame.get_by_role("button", name="算截止日").click()
    found = assess(date(2025, 3, 15), date(2026, 3, 1), region="jiangsu/suqian")
    expect(frame.locator("[data-result=deadline]")).to_have_attribute("datetime", found.deadline.isoformat())
    page.wait_for_function("before => heights.at(-1).height > before + 100", arg=before)
    assert page.evaluate("heights.every((data) => Object.keys(data).sort().join() === 'height,type')")
    inside = page.frames[1]
    assert inside.evaluate("document.documentElement.scrollHeight <= innerHeight + 1")


def test_there_is_no_navigation_in_the_frame_and_nothing_that_only_it_needs(page: Page, site: str) -> None:
    page.goto(f"{site}embed/")
    expect(page.get_by_role("heading", level=1)).to_have_text("算我的截止日")
    expect(page.locator("nav, header, footer, [role=search], .md-sidebar, script[data-theme]")).to_have_count(0)
    links = page.locator("a:visible")
    assert [link.inner_text() for link in links.all()] == ["在《养老认证指南》里打开"]


def test_links_lead_to_the_guide_beside_the_page(host: Callable[[str], Page], guide: str) -> None:
    page = host(f"{guide}embed/#last=2025-03-15&region=jiangsu/suqian&today=2026-03-01")
    frame = page.frame_locator("iframe")
    expect(frame.locator("[data-answer=full] [data-result=deadline]")).to_be_visible()
    with page.expect_popup() as opened:
        frame.get_by_role("link", name="在《养老认证指南》里打开").click()
    expect(opened.value).to_have_url(f"{guide}calculator/")
    assert page.frames[1].url.startswith(f"{guide}embed/")
    assert opened.value.evaluate("opener") is None
    address = page.frames[1].evaluate(
        """async () => {
          const element = document.querySelector("deadline-calculator");
          const asked = new Promise((tell) => {
            const ask = element.python.ask.bind(element.python);
            element.python.ask = (request) => { tell(request.page); return ask(request); };
          });
          element.querySelector('[data-do="qr"]').click();
          return asked;
        }"""
    )
    assert address == f"{guide}calculator/"


def test_no_other_page_of_the_guide_may_be_framed(host: Callable[[str], Page], guide: str) -> None:
    for name in ("calculator/", "fraud/check/", ""):
        page = host(guide + name)
        page.wait_for_load_state()
        assert not page.frames[1].url.startswith(guide)
