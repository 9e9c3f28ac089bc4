"""The buttons under an answer as a visitor sees them."""

from datetime import date

from playwright.sync_api import Locator, Page, expect

from calculator import assess
from calculator.wording import sharing
from tests.browser.elements.deadline.page import CalculatorPage

__all__ = ["FOUND", "TakeAlong"]

ANSWERS = {"last": "2026-01-05", "today": "2026-11-23"}
FOUND = assess(date(2026, 1, 5), date(2026, 11, 23))
FRAGMENT = "last=2026-01-05&today=2026-11-23"


class TakeAlong:
    """The buttons under an answer, and what comes of them."""

    def __init__(self, page: Page, site: str) -> None:
        self.calculator = CalculatorPage(page, site)
        self.page = page
        self.address = f"{self.calculator.address}#{FRAGMENT}"
        self.section = page.get_by_role("region", name=sharing.TITLE)
        self.said = self.section.get_by_role("status")

    def open(self) -> "TakeAlong":
        self.calculator.open(ANSWERS)
        expect(self.section).to_be_visible()
        return self

    def button(self, name: str) -> Locator:
        return self.section.get_by_role("button", name=name, exact=True).first

    def press(self, name: str) -> None:
        self.button(name).click()

    def says(self, sentence: str) -> None:
        expect(self.said).to_have_text(sentence)
        expect(self.said).to_be_in_viewport()

    def clipboard(self) -> str:
        return self.page.evaluate("navigator.clipboard.readText()")
