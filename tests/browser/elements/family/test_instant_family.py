"""A family's answers before Python: in the cards of the whole answer, which takes their place."""

from datetime import UTC, date, datetime, time

from playwright.sync_api import Page, expect

from calculator import assess, wording
from calculator.wording.page import ANSWERED_ALONE
from tests.browser.device import set_device
from tests.browser.elements.family.page import FamilyPage
from tests.browser.waiting import Held
from tests.built_site import made_day

PYTHON = "**/pyodide.asm.hot.*.wasm"


def begin(page: Page, site: str) -> FamilyPage:
    page.clock.set_fixed_time(datetime.combine(made_day(), time(4), UTC))
    family = FamilyPage(page, site)
    page.goto(family.address)
    return family


def test_each_gets_a_card_at_once_and_the_whole_answer_takes_their_place(page: Page, site: str) -> None:
    python = Held(page, PYTHON)
    family = begin(page, site)
    family.fill(("妈妈", "2026-9-5"), ("爸爸", "2026年3月5日"))
    instant = page.locator("[data-answer=instant] .family-card")
    expect(instant.get_by_role("heading")).to_have_text(["爸爸", "妈妈"])
    deadline = assess(date(2026, 3, 5), made_day()).deadline.isoformat()
    expect(instant.first.locator("[data-result=deadline]")).to_have_attribute("datetime", deadline)
    expect(family.button("放进日历")).to_be_hidden()
    before = instant.first.inner_text()
    set_device(page, made_day())
    python.let_go()
    expect(family.names).to_have_text(["爸爸", "妈妈"])
    assert family.cards.first.inner_text() == before
    expect(family.button("放进日历")).to_be_visible()


def test_where_python_never_comes_the_cards_stay(page: Page, site: str) -> None:
    page.route(PYTHON, lambda route: route.abort())
    family = begin(page, site)
    family.fill(("妈妈", "2026-9-5"))
    expect(family.element).to_have_attribute("data-state", "error")
    expect(page.locator("[data-answer=instant] .family-card")).to_have_count(1)
    expect(page.get_by_text(ANSWERED_ALONE["family"])).to_be_visible()
    page.get_by_role("checkbox", name="把这些记在这台设备上").check()
    family.says(wording.family.SENTENCES["waiting"])
    assert page.evaluate("localStorage.length") == 0
    family.fill(("妈妈", f"{made_day().year % 100}年1月5日"))
    family.button("算大家的截止日").click()
    expect(family.errors).to_contain_text("妈妈")
    family.errors.get_by_role("button", name=f"是，{made_day().year}年1月5日").click()
    expect(page.locator('[data-result="deadline"]')).to_have_attribute("datetime", f"{made_day().year + 1}-01-05")
