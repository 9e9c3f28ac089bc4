"""The page of the roster as its visitor sees it."""

from datetime import date
from pathlib import Path

from playwright.sync_api import Download, Locator, Page, expect

__all__ = ["HEADING", "RosterPage"]

HEADING = ("姓名", "上次认证日期", "地区", "险种", "联系电话")


class RosterPage:
    def __init__(self, page: Page, site: str) -> None:
        self.page = page
        page.add_init_script("window.print = () => { window.printed = true; }")
        page.goto(f"{site}calculator/roster/")
        self.element = page.locator("roster-calculator")
        self.file = page.get_by_label("选名单文件")
        self.paste = page.get_by_label("或者把表格粘贴到这里")
        self.work = page.get_by_role("button", name="算这份名单")
        self.errors = page.locator(".error-summary")
        self.result = page.locator(".roster-result")
        self.title = page.locator(".roster-title")
        self.rows = page.locator(".roster-table tbody tr")
        self.progress = page.locator(".roster-progress")

    def on(self, today: date) -> "RosterPage":
        self.page.get_by_text("整份名单是同一个地方").click()
        self.page.get_by_label("从哪一天看").fill(today.isoformat())
        return self

    def ready(self) -> "RosterPage":
        expect(self.element).to_have_attribute("data-state", "ready")
        # What it loads by itself, once it is ready, has come: it answers in turn.
        self.page.evaluate("document.querySelector('roster-calculator').python.ask({ do: 'roster/prepare' })")
        return self

    def put(self, rows: list[tuple[str, ...]]) -> "RosterPage":
        self.paste.fill("\n".join("\t".join(cells) for cells in [HEADING, *rows]))
        self.work.click()
        return self

    def group(self, name: str) -> Locator:
        return self.page.locator(".roster-groups").get_by_role("button", name=name)

    def saved(self, button: str) -> bytes:
        with self.page.expect_download() as waiting:
            self.page.get_by_role("button", name=button).click()
        download: Download = waiting.value
        return Path(download.path()).read_bytes()
