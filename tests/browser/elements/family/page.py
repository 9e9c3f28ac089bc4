"""The page of the family as a visitor sees it."""

import json
from datetime import date
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from calculator import Assessment
from calculator.family.file import FORMAT
from tests.browser.device import set_device
from tests.built_site import made_day

__all__ = ["KEY", "FamilyPage"]

KEY = f"{FORMAT} /calculator/family/"
"""Under which a device remembers a family: another guide on the same host has another path."""

EVERYTHING_STORED = """async () => ({
    local: { ...localStorage }, session: { ...sessionStorage }, cookie: document.cookie, hash: location.hash,
    databases: await indexedDB.databases(), caches: await caches.keys() })"""


class FamilyPage:
    """On a device that takes the day on which the site was made, or ``today``, for today."""

    def __init__(self, page: Page, site: str, today: date | None = None) -> None:
        self.page = page
        set_device(page, today or made_day())
        self.address = f"{site}calculator/family/"
        self.element = page.locator("family-calculator")
        self.people = page.locator(".family-person")
        self.cards = page.locator('[data-answer="full"] .family-card')
        self.names = self.cards.get_by_role("heading")
        self.errors = page.locator(".error-summary")
        self.undo = self.button("撤销")
        self.keep = page.get_by_label("把这些记在这台设备上")
        self.file = page.get_by_label("读入以前存的文件")

    def open(self) -> "FamilyPage":
        self.page.goto(self.address)
        expect(self.element).to_have_attribute("data-state", "ready")
        return self

    def button(self, name: str) -> Locator:
        return self.page.get_by_role("button", name=name, exact=True)

    def field(self, person: int, label: str) -> Locator:
        return self.people.nth(person).get_by_label(label)

    def fill(self, *people: tuple[str, date | str]) -> "FamilyPage":
        for index, (label, last) in enumerate(people):
            if index:
                self.button("再加一位").click()
                expect(self.field(index, "称呼")).to_be_focused()
            self.field(index, "称呼").fill(label)
            self.field(index, "上次认证是哪一天").fill(str(last))
        return self

    def card(self, name: str) -> Locator:
        return self.cards.filter(has=self.page.get_by_role("heading", name=name, exact=True))

    def shows(self, name: str, found: Assessment) -> None:
        card = self.card(name)
        for part, day in (("deadline", found.deadline), ("safe-date", found.safe_date)):
            expect(card.locator(f'[data-result="{part}"]')).to_have_attribute("datetime", day.isoformat())
        expect(card.locator('[data-result="status"]')).to_have_attribute("value", found.standing.step)

    def says(self, sentence: str) -> None:
        expect(self.page.locator(".family-said:visible")).to_have_text(sentence)

    def stored(self) -> dict:
        return self.page.evaluate(EVERYTHING_STORED)

    def remembered(self) -> list[str]:
        text = self.page.evaluate(f"localStorage.getItem('{KEY}')")
        return [person["label"] for person in json.loads(text)["people"]]

    def save(self, button: str, folder: Path) -> Path:
        with self.page.expect_download() as saving:
            self.button(button).click()
        file = folder / saving.value.suggested_filename
        saving.value.save_as(file)
        return file
