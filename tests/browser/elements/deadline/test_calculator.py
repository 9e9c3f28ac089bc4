"""The calculator answers in a real browser as the package does."""

from datetime import date, time

import pytest
from playwright.sync_api import Page, expect

from calculator import assess
from calculator.wording.answer import WORKING_TITLE
from tests.browser.device import set_device
from tests.browser.elements.deadline.page import CalculatorPage
from tests.browser.runtime.runtime_files import AT_START, TRAVELS
from tests.browser.waiting import Held, wait_for_megabytes
from tests.built_site import made_day
from tests.calculator.reading.test_days import ERRORS, FORMS
from tests.cases import CASES

TODAY = date(2026, 11, 23)

COUNT_ANSWERS = """{
  const answers = (window.answers = []);
  const Stock = Worker;
  window.Worker = class extends Stock {
    constructor(...given) {
      super(...given);
      this.addEventListener("message", ({ data }) => {
        if (data.reply && ("html" in data.reply || "errors" in data.reply)) answers.push(data.id);
      });
    }
  };
}"""


@pytest.fixture
def calculator(page: Page, site: str) -> CalculatorPage:
    return CalculatorPage(page, site)


def test_every_case_gets_the_same_answer_as_in_python(calculator: CalculatorPage) -> None:
    calculator.open().ready()
    for case in CASES:
        answers = {"last": case.last.isoformat(), "rule": case.rule, "today": "2026-11-23"}
        found = assess(case.last, min(TODAY, max(TODAY, case.last)), case.rule)
        calculator.open(answers)
        calculator.shows(found)
        calculator.shows_day("deadline", case.deadline)


def test_a_leap_day_gets_the_same_answer_as_on_the_command_line(calculator: CalculatorPage) -> None:
    set_device(calculator.page, made_day())
    calculator.open({"last": "2024-02-29"})
    calculator.shows(assess(date(2024, 2, 29), today=made_day()))


def test_every_usual_form_of_a_date_is_understood(calculator: CalculatorPage) -> None:
    calculator.open({"last": "2024-01-01", "today": "2025-04-01"}).ready().edit()
    expected = assess(date(2025, 3, 5), today=date(2025, 4, 1))
    for text in FORMS:
        calculator.last.fill("")
        expect(calculator.answer).to_be_hidden()
        calculator.last.fill(text)
        calculator.shows(expected)


def test_a_month_alone_is_answered_with_a_remark(calculator: CalculatorPage) -> None:
    calculator.open({"last": "2025年3月", "today": "2025-04-01"})
    calculator.shows(assess(date(2025, 3, 1), today=date(2025, 4, 1)))
    expect(calculator.answer).to_contain_text("只写了月份")


def test_each_error_takes_the_focus_and_keeps_what_was_typed(calculator: CalculatorPage) -> None:
    calculator.open({"today": "2026-11-23"}).ready()
    for text, _, words in ERRORS:
        calculator.last.fill(text)
        calculator.button.click()
        expect(calculator.errors).to_be_focused()
        expect(calculator.errors).to_contain_text(words)
        expect(calculator.last).to_have_value(text)
        expect(calculator.last).to_have_attribute("aria-invalid", "true")
        expect(calculator.answer).to_be_hidden()
    calculator.errors.get_by_role("link").click()
    expect(calculator.last).to_be_focused()


def test_several_faults_are_told_in_the_order_of_the_form(calculator: CalculatorPage) -> None:
    calculator.open().ready()
    calculator.page.get_by_text("我知道当地怎么算").click()
    calculator.page.get_by_label("再给几天宽限").fill("很多")
    calculator.page.get_by_label("从哪一天看").fill("2026-02-30")
    calculator.button.click()
    expect(calculator.errors.get_by_role("listitem")).to_have_text(
        [
            "请填写上次认证的日期，例如：2025年3月5日。",
            "宽限天数请填0到366之间的整数，例如：15。不知道就填0。",
            "2026年2月没有30日，这个月最后一天是28日。请核对以后重新填写。",
        ]
    )


def test_changing_an_input_recomputes_without_reloading(calculator: CalculatorPage) -> None:
    calculator.open({"last": "2026-01-05", "today": "2026-11-23"})
    calculator.shows(assess(date(2026, 1, 5), TODAY))
    calculator.page.evaluate("window.stillHere = true")
    calculator.edit()
    calculator.page.get_by_label("当地用哪一种算法").select_option("12-months-month-end")
    calculator.shows(assess(date(2026, 1, 5), TODAY, "12-months-month-end"))
    calculator.page.get_by_label("再给几天宽限").fill("0")
    calculator.shows(assess(date(2026, 1, 5), TODAY, "12-months-month-end", 0))
    assert calculator.page.evaluate("window.stillHere")


def test_what_has_been_opened_stays_open_when_the_answer_changes(calculator: CalculatorPage) -> None:
    calculator.open({"last": "2026-01-05", "today": "2026-11-23"})
    calculator.page.get_by_text(WORKING_TITLE).click()
    steps = calculator.page.locator(".answer-working li")
    expect(steps.first).to_contain_text("2026年1月5日")
    calculator.edit().last.fill("2026-02-05")
    calculator.shows(assess(date(2026, 2, 5), TODAY))
    expect(steps.first).to_contain_text("2026年2月5日")
    expect(steps.first).to_be_visible()


def test_the_address_follows_what_is_typed(calculator: CalculatorPage) -> None:
    calculator.open({"today": "2026-11-23"}).ready()
    calculator.last.press_sequentially("2026-1-5")
    expect(calculator.page).to_have_url(f"{calculator.address}#last=2026-1-5&today=2026-11-23")


def test_the_answer_travels_in_the_fragment_and_survives_a_reload(calculator: CalculatorPage) -> None:
    set_device(calculator.page, made_day())
    calculator.open().ready()
    calculator.last.fill("2026年1月5日")
    calculator.button.click()
    expected = assess(date(2026, 1, 5), today=made_day())
    calculator.shows(expected)
    calculator.page.reload()
    calculator.shows(expected)
    expect(calculator.last).to_have_value("2026年1月5日")


def test_a_date_typed_early_is_answered_as_soon_as_python_is_there(calculator: CalculatorPage) -> None:
    set_device(calculator.page, made_day())
    wasm = Held(calculator.page, "**/pyodide.asm.hot.*.wasm")
    calculator.open()
    calculator.last.fill("2026-1-5")
    calculator.button.click()
    expect(calculator.element).to_have_attribute("data-state", "loading")
    wait_for_megabytes(calculator.page, 2)
    assert wasm.asked
    wasm.let_go()
    calculator.shows(assess(date(2026, 1, 5), today=made_day()))
    expect(calculator.answer.locator("h2")).to_be_focused()


def test_of_what_is_typed_while_python_comes_it_answers_the_last_alone(calculator: CalculatorPage) -> None:
    set_device(calculator.page, made_day())
    calculator.page.add_init_script(COUNT_ANSWERS)
    snapshot = Held(calculator.page, "**/runtime/python.*.snapshot")
    calculator.open()
    wait_for_megabytes(calculator.page, 2)
    calculator.last.press_sequentially("2026-1-15")
    assert snapshot.asked
    snapshot.let_go()
    calculator.ready()
    calculator.shows_day("deadline", assess(date(2026, 1, 15), today=made_day()).deadline)
    assert len(calculator.page.evaluate("window.answers")) == 1


def test_progress_is_told_in_real_bytes(calculator: CalculatorPage) -> None:
    wasm = Held(calculator.page, "**/pyodide.asm.hot.*.wasm")
    calculator.open()
    wait_for_megabytes(calculator.page, 2)
    bar = calculator.page.locator("progress")
    total = sum(AT_START.values())
    assert bar.evaluate("(bar) => bar.max") == total
    expect(calculator.page.locator(".loading-bytes")).to_contain_text(f"/ {TRAVELS / 1e6:.1f} MB")
    wasm.let_go()
    calculator.ready()
    expect(calculator.page.locator(".loading")).to_be_hidden()


def test_the_keyboard_alone_is_enough(calculator: CalculatorPage) -> None:
    set_device(calculator.page, made_day())
    calculator.open().ready()
    calculator.last.focus()
    press = calculator.page.keyboard.press
    calculator.page.keyboard.type("2026.1.5")
    press("Enter")
    calculator.shows(assess(date(2026, 1, 5), today=made_day()))
    expect(calculator.answer.locator("h2")).to_be_focused()
    for _ in range(20):
        press("Tab")
        if calculator.page.evaluate("document.activeElement.textContent") == "这是怎么算出来的":
            break
    press("Enter")
    expect(calculator.answer.get_by_text("满12个月的同一天").first).to_be_visible()


def test_the_working_names_its_sources_and_leads_to_them(calculator: CalculatorPage) -> None:
    calculator.open({"last": "2026-01-05"})
    calculator.page.get_by_text("这是怎么算出来的").click()
    steps = calculator.answer.locator(".answer-working li")
    expect(steps.first).to_contain_text("2026年1月5日")
    expect(steps.first.locator(".sources")).to_contain_text("核对")
    steps.first.get_by_role("link").first.click()
    expect(calculator.page.locator(":target")).to_be_visible()


def test_today_is_the_day_in_beijing_wherever_the_device_is(new_page, site: str) -> None:
    """Where tomorrow has begun, and where it is yesterday still."""
    for zone, at in (("Pacific/Kiritimati", time(23, 30)), ("Etc/GMT+12", time(0, 30))):
        calculator = CalculatorPage(new_page(timezone_id=zone), site)
        set_device(calculator.page, made_day(), at)
        calculator.open({"last": "2026-01-05"})
        calculator.shows(assess(date(2026, 1, 5), today=made_day()))
