"""The calculator page as a visitor sees it."""

from collections.abc import Mapping
from datetime import date
from urllib.parse import urlencode

from playwright.sync_api import Locator, Page, expect

from calculator import Assessment
from calculator.wording.page import FAILURES

__all__ = ["CalculatorPage"]


class CalculatorPage:
    def __init__(self, page: Page, site: str) -> None:
        self.page = page
        self.address = f"{site}calculator/"
        self.element = page.locator("deadline-calculator")
        self.last = page.get_by_label("您上次认证是哪一天")
        self.button = page.get_by_role("button", name="算截止日")
        self.errors = page.locator(".error-summary")
        self.answer = page.locator('section.answer[data-answer="full"]')
        self.instant = page.locator('section.answer[data-answer="instant"]')
        self.said = page.locator("deadline-calculator > .visually-hidden[role=status]")
        self.failure = page.locator(".failure")

    def open(self, answers: Mapping[str, str] | None = None) -> "CalculatorPage":
        self.page.goto(self.address + (f"#{urlencode(answers)}" if answers else ""))
        return self

    def ready(self) -> "CalculatorPage":
        expect(self.element).to_have_attribute("data-state", "ready", timeout=60_000)
        return self

    def result(self, name: str) -> Locator:
        return self.answer.locator(f'[data-result="{name}"]')

    def edit(self) -> "CalculatorPage":
        """Unfold the form, which the answer to a link or to the button folds away."""
        # That of the answer: another stands there until it comes, and goes while it is being pressed.
        self.element.locator(".answer").get_by_role("button", name="改一改").click()
        return self

    def tells_failure(self, code: str) -> None:
        """The page says that this has failed, and nothing else, though not in these words below an instant answer."""
        expect(self.failure).to_be_visible()
        expect(self.failure.locator("[data-failure]:not([hidden])")).to_have_text([FAILURES[code]])

    def try_again(self) -> None:
        self.failure.get_by_role("button", name="再试一次").click()

    def shows(self, found: Assessment) -> None:
        """The answer on the page is this one, in every part that the contract names."""
        days = {
            "deadline": found.deadline,
            "grace-end": found.grace_end,
            "suspended-from": found.suspended_from,
            "safe-date": found.safe_date,
        }
        for name, day in days.items():
            self.shows_day(name, day)
        expect(self.result("status")).to_have_attribute("value", found.standing.step)

    def shows_day(self, name: str, day: date) -> None:
        expect(self.result(name)).to_have_attribute("datetime", day.isoformat())
        expect(self.result(name)).to_contain_text(f"{day.month}月{day.day}日")
