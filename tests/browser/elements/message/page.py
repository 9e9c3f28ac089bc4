"""The page that checks a message, as a visitor sees it."""

from datetime import date

from playwright.sync_api import Locator, Page, expect

from calculator.messages import Check
from calculator.wording import messages as words
from tests.browser.device import set_device
from tests.built_site import made_day

__all__ = ["MessagePage"]


class MessagePage:
    """On a device that takes the day on which the site was made, or ``today``, for today."""

    def __init__(self, page: Page, site: str, today: date | None = None) -> None:
        self.page = page
        set_device(page, today or made_day())
        self.address = f"{site}fraud/check/"
        self.element = page.locator("message-calculator")
        self.text = page.get_by_label("短信写了什么？电话里说了什么？")
        self.sender = page.get_by_label("号码，或者显示的名字")
        self.fault = page.locator("#message-text-error")
        self.answer = page.locator(".message-answer")
        self.title = page.locator("#message-title")
        self.verdict = page.locator("[data-result=verdict]")
        self.marks = page.locator(".message-text mark")
        self.signs = page.locator(".message-signs li")
        self.list = page.locator("#message-list")
        self.failure = page.locator(".failure")

    def open(self) -> "MessagePage":
        self.page.goto(self.address)
        return self

    def ready(self) -> "MessagePage":
        expect(self.element).to_have_attribute("data-state", "ready")
        return self

    def button(self, name: str) -> Locator:
        return self.element.get_by_role("button", name=name, exact=True)

    def check(self, text: str) -> "MessagePage":
        self.text.fill(text)
        self.button("看一看").click()
        return self

    def says(self, sentence: str) -> None:
        expect(self.page.locator(".message-said")).to_have_text(sentence)

    def shows(self, found: Check) -> None:
        """The verdict on the page is this one, with its reason and with what is always right."""
        expect(self.verdict).to_have_attribute("value", found.verdict)
        expect(self.verdict).to_have_text(words.VERDICTS[found.verdict])
        expect(self.answer.locator(".message-because")).to_have_text(found.because + words.NOT_PROOF[found.verdict])
        expect(self.answer.locator(".message-advice")).to_have_text(words.ADVICE)
