"""Whatever a visitor reads, computes or takes along, the browser asks no host but the site's, and sends it nothing."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from calculator.wording import sharing
from scripts.settings.paths import SITE
from tests.browser.elements.take_along.page import TakeAlong
from tests.browser.every_page.recording_proxy import RecordingProxy
from tests.real_browser import PHONE, NewContext

ADDRESSES = sorted(page.parent.relative_to(SITE).as_posix() for page in SITE.rglob("index.html"))
NAME = "欧阳不外传"
LAST = "2026-06-07"
OF_THE_BROWSER = (".google.com:443", ".googleapis.com:443", ".gvt1.com:443")
"""Whom Chromium asks on its own account. A page that asked one of them would be found among the context's requests."""


@pytest.fixture
def proxy(site: str) -> Iterator[RecordingProxy]:
    with RecordingProxy(urlsplit(site).netloc) as proxy:
        threading.Thread(target=proxy.serve_forever, daemon=True).start()
        yield proxy
        proxy.shutdown()


@contextmanager
def visitor(new_context: NewContext, proxy: RecordingProxy) -> Iterator[Page]:
    """A page whose every request, its service worker's too, goes through the proxy."""
    context = new_context(
        proxy={"server": proxy.address, "bypass": "<-loopback>"},
        viewport=PHONE,
        locale="zh-CN",
        permissions=["clipboard-read", "clipboard-write"],
    )
    sent: list[str] = []
    context.on("request", lambda request: sent.append(f"{request.method} {request.url} {request.post_data or ''}"))
    page = context.new_page()
    yield page
    context.close()
    assert {host for host in proxy.asked if not host.endswith(OF_THE_BROWSER)} == {proxy.host}
    asked = [one for one in sent if not one.startswith(("GET blob:", "GET data:"))]
    assert all(one.startswith(f"GET http://{proxy.host}/") for one in asked), asked
    behind = [one for one in asked if any(typed in one.partition("#")[0] for typed in (NAME, LAST, "?"))]
    assert behind == []


def test_every_page_is_read(new_context: NewContext, proxy: RecordingProxy, site: str) -> None:
    with visitor(new_context, proxy) as page:
        for address in ADDRESSES:
            page.goto(f"{site}{address}/".replace("/./", "/"))
            expect(page.get_by_role("heading", level=1)).to_be_visible()
        expect(page.locator(".offline-mark")).to_have_attribute("data-kept", "all")


def test_a_date_is_computed_and_taken_along(new_context: NewContext, proxy: RecordingProxy, site: str) -> None:
    with visitor(new_context, proxy) as page:
        take = TakeAlong(page, site).open()
        take.calculator.edit()
        take.calculator.last.fill(LAST)
        expect(take.calculator.result("deadline")).to_have_attribute("datetime", "2027-06-07")
        with page.expect_download():
            take.press(sharing.CALENDAR)
        take.press(sharing.QR)
        take.says(sharing.QR_READY)
        take.press(sharing.LINK)
        take.says(sharing.LINK_COPIED)
        take.press(sharing.TEXT)
        take.says(sharing.TEXT_COPIED)
        page.get_by_role("button", name="高对比").click()
        page.get_by_role("button", name="每一页都这样").click()
        page.locator(".search-button").click()
        page.get_by_role("textbox", name="搜索").fill("静默认证")
        expect(page.locator("a.md-search-result__link").first).to_be_visible()


def test_a_family_is_computed_and_kept(new_context: NewContext, proxy: RecordingProxy, site: str) -> None:
    with visitor(new_context, proxy) as page:
        page.goto(f"{site}calculator/family/")
        page.locator("#family-1-label").fill(NAME)
        page.locator("#family-1-last").fill(LAST)
        expect(page.locator("[data-answer=full] .family-card [data-result=deadline]")).to_have_attribute(
            "datetime", "2027-06-07"
        )
        page.locator("#family-keep").check()
        expect(page.locator(".family-card")).to_have_count(1)


def test_a_roster_is_worked(new_context: NewContext, proxy: RecordingProxy, site: str, tmp_path: Path) -> None:
    roster = tmp_path / "名单.csv"
    roster.write_text(f"姓名,上次认证日期\n{NAME},{LAST}\n", encoding="utf-8")
    with visitor(new_context, proxy) as page:
        page.goto(f"{site}calculator/roster/")
        page.locator("input[type=file]").set_input_files(roster)
        expect(page.locator(".roster-title")).to_have_text("算好了，一共1人")
        for kind in page.locator("[data-save]").all():
            with page.expect_download():
                kind.click()
