"""The answer before Python: in the first screen at once, the same as the whole one, and there where Python never comes."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time

import pytest
from playwright.sync_api import Locator, Page, expect

from calculator import assess, wording
from calculator.wording.page import ANSWERED_ALONE, COMING_FOLDED, COMING_TABLE_OVER
from tests.browser.elements.deadline.page import CalculatorPage
from tests.browser.waiting import Held
from tests.built_site import made_day
from tests.real_browser import NewContext

PHONE, DESKTOP = {"width": 360, "height": 740}, {"width": 1280, "height": 800}
PYTHON = "**/pyodide.asm.hot.*.wasm"
LAST = date(2026, 1, 5)
LINK = {"last": "2026-01-05", "today": "2026-11-23"}

SHIFTS = """window.shifts = [];
new PerformanceObserver((list) => window.shifts.push(...list.getEntries().map(({ value }) => value)))
  .observe({ type: "layout-shift", buffered: true });"""
SAID = """() => {
  const line = document.querySelector("deadline-calculator > .visually-hidden[role=status]");
  window.said = [line.textContent];
  new MutationObserver(() => window.said.push(line.textContent)).observe(line, { childList: true, characterData: true, subtree: true });
}"""


@pytest.fixture(params=[PHONE, DESKTOP], ids=["phone", "desktop"])
def calculator(request: pytest.FixtureRequest, new_page: Callable[..., Page], site: str) -> CalculatorPage:
    return CalculatorPage(new_page(viewport=request.param), site)


def shows_at_once(calculator: CalculatorPage, last: date, today: date) -> None:
    found = assess(last, today)
    for name, day in {"deadline": found.deadline, "safe-date": found.safe_date, "grace-end": found.grace_end}.items():
        expect(calculator.instant.locator(f'[data-result="{name}"]')).to_have_attribute("datetime", day.isoformat())
    expect(calculator.instant.locator('[data-result="status"]')).to_have_attribute("value", found.standing.step)


def is_in_first_screen(part: Locator) -> None:
    """All of it can be seen without scrolling."""
    box, screen = part.bounding_box(), part.page.viewport_size
    assert box
    assert screen
    assert box["y"] >= 0
    assert box["y"] + box["height"] <= screen["height"]
    assert part.page.evaluate("scrollY") == 0


def test_a_link_opens_with_its_answer_in_the_first_screen(calculator: CalculatorPage) -> None:
    Held(calculator.page, PYTHON)
    calculator.open(LINK)
    shows_at_once(calculator, LAST, date(2026, 11, 23))
    is_in_first_screen(calculator.page.locator("h1"))
    is_in_first_screen(calculator.instant.locator(".answer-head"))
    is_in_first_screen(calculator.page.get_by_role("button", name="改一改"))
    expect(calculator.last).to_be_hidden()


@pytest.mark.parametrize("comes", [True, False], ids=["python", "no-python"])
def test_a_link_opened_where_the_form_stands_open_has_its_answer_in_the_first_screen(
    calculator: CalculatorPage, comes: bool
) -> None:
    """In the same tab, which the browser does not load again for it; whoever goes back finds the form as it was."""
    if not comes:
        calculator.page.route("**/python-worker*.js", lambda route: route.abort())
    shown = calculator.answer if comes else calculator.instant
    calculator.open({"way": "first"})
    expect(calculator.element).to_have_attribute("data-state", "ready" if comes else "error")
    calculator.page.evaluate("scrollTo(0, 500)")
    calculator.open(LINK)
    expect(shown.locator('[data-result="deadline"]')).to_have_attribute("datetime", "2027-01-05")
    is_in_first_screen(shown.locator(".answer-head"))
    calculator.page.get_by_role("button", name="改一改").first.click()
    calculator.page.go_back()
    expect(calculator.page.get_by_label("您哪个月第一次领养老金")).to_be_visible()
    calculator.page.go_forward()
    expect(shown.locator('[data-result="deadline"]')).to_have_attribute("datetime", "2027-01-05")
    expect(calculator.last).to_be_visible()


def test_whoever_goes_back_from_a_link_with_a_fault_has_the_answer_before_in_the_first_screen(
    calculator: CalculatorPage,
) -> None:
    calculator.open(LINK).ready()
    calculator.open({"last": "2026-02-30"})
    expect(calculator.errors).to_be_visible()
    calculator.page.go_back()
    expect(calculator.result("deadline")).to_have_attribute("datetime", "2027-01-05")
    is_in_first_screen(calculator.answer.locator(".answer-head"))


def test_a_browser_that_writes_no_history_answers_all_the_same(new_context: NewContext, site: str) -> None:
    """Some refuse it a hundred times within half a minute, some always."""
    page = new_context(viewport=PHONE, service_workers="block").new_page()
    refuse = "() => { throw new DOMException('no', 'SecurityError'); }"
    page.add_init_script(f"History.prototype.replaceState = History.prototype.pushState = {refuse};")
    calculator = CalculatorPage(page, site).open(LINK)
    calculator.shows(assess(LAST, date(2026, 11, 23)))
    is_in_first_screen(calculator.answer.locator(".answer-head"))


def test_what_an_input_method_has_put_together_is_answered_at_once(calculator: CalculatorPage) -> None:
    Held(calculator.page, PYTHON)
    calculator.open({"way": "last"})
    typing = calculator.page.context.new_cdp_session(calculator.page)
    calculator.last.focus()
    typing.send("Input.imeSetComposition", {"text": "2026年1月", "selectionStart": 7, "selectionEnd": 7})
    typing.send("Input.imeSetComposition", {"text": "2026年1月5日", "selectionStart": 9, "selectionEnd": 9})
    typing.send("Input.insertText", {"text": "2026年1月5日"})
    expect(calculator.instant.locator('[data-result="deadline"]')).to_have_attribute("datetime", "2027-01-05")


def test_where_the_module_never_comes_the_address_says_what_was_answered_last(
    new_context: NewContext, site: str
) -> None:
    page = new_context(viewport=PHONE, service_workers="block").new_page()
    page.route("**/deadline-calculator.*.js", lambda route: route.abort())
    calculator = CalculatorPage(page, site).open(LINK)
    calculator.page.get_by_role("button", name="改一改").first.click()
    calculator.last.fill("2026年2月6日")
    calculator.button.click()
    shows_at_once(calculator, date(2026, 2, 6), date(2026, 11, 23))
    page.reload()
    shows_at_once(calculator, date(2026, 2, 6), date(2026, 11, 23))


def test_after_the_button_the_answer_stands_in_the_first_screen(calculator: CalculatorPage) -> None:
    Held(calculator.page, PYTHON)
    calculator.open({"today": "2026-11-23"})
    calculator.last.fill("2026年1月5日")
    calculator.button.click()
    shows_at_once(calculator, LAST, date(2026, 11, 23))
    is_in_first_screen(calculator.instant.locator(".answer-head"))
    expect(calculator.instant.locator("h2")).to_be_focused()
    calculator.edit()
    expect(calculator.last).to_be_focused()
    expect(calculator.last).to_have_value("2026年1月5日")


def test_the_button_pressed_between_python_and_its_answer_still_brings_it_into_the_first_screen(
    calculator: CalculatorPage,
) -> None:
    python = Held(calculator.page, PYTHON)
    calculator.open({"today": "2026-11-23"})
    calculator.last.fill("2026年1月5日")
    shows_at_once(calculator, LAST, date(2026, 11, 23))
    calculator.element.evaluate("(one) => one.setAttribute('data-state', 'ready')")
    calculator.button.click()
    python.let_go()
    calculator.shows(assess(LAST, date(2026, 11, 23)))
    expect(calculator.answer.locator("h2")).to_be_focused()
    is_in_first_screen(calculator.answer.locator(".answer-head"))


def test_the_whole_answer_takes_its_place_without_a_move_and_is_said_once(calculator: CalculatorPage) -> None:
    calculator.page.add_init_script(SHIFTS)
    python = Held(calculator.page, PYTHON)
    calculator.open(LINK)
    shows_at_once(calculator, LAST, date(2026, 11, 23))
    calculator.page.evaluate(SAID)
    before = calculator.instant.locator(".answer-head").bounding_box()
    python.let_go()
    calculator.shows(assess(LAST, date(2026, 11, 23)))
    assert calculator.answer.locator(".answer-head").bounding_box() == before
    assert calculator.page.evaluate("window.said") == ["最晚在这一天认证：2027年1月5日（星期二）"]
    assert calculator.page.evaluate("window.shifts") == []


def test_what_the_whole_answer_begins_with_is_what_the_instant_one_said(calculator: CalculatorPage) -> None:
    python = Held(calculator.page, PYTHON)
    calculator.open(LINK | {"region": "guangxi"})
    expect(calculator.instant).to_be_visible()
    first = calculator.instant.inner_text()
    python.let_go()
    expect(calculator.answer).to_be_visible()
    assert calculator.answer.inner_text().startswith(first)


def test_who_does_not_know_the_day_or_has_just_retired_is_advised_at_once(calculator: CalculatorPage) -> None:
    python = Held(calculator.page, PYTHON)
    calculator.open({"way": "first", "claim": "2026-11", "today": "2026-11-23"})
    expect(calculator.instant.locator('[data-result="do-by"]')).to_have_attribute("datetime", "2026-11-30")
    is_in_first_screen(calculator.instant.locator(".answer-head"))
    calculator.edit()
    calculator.page.get_by_label("不记得了").check()
    expect(calculator.instant.locator('[data-result="do-by"]')).to_have_count(0)
    expect(calculator.instant).to_contain_text(wording.forgotten.REASON)
    first = calculator.instant.inner_text()
    python.let_go()
    expect(calculator.answer).to_be_visible()
    assert calculator.answer.inner_text().startswith(first)


def test_days_are_understood_as_people_type_them(calculator: CalculatorPage) -> None:
    Held(calculator.page, PYTHON)
    calculator.open({"today": "2026-11-23"})
    for text in (
        "2026-1-5",
        "2026/01/05",
        "2026.1.5",
        "20260105",
        "2026年1月5号",
        "２０２６年１月５日",
        "2026年1月5日。",
    ):
        calculator.last.fill("")
        expect(calculator.instant).to_be_hidden()
        calculator.last.fill(text)
        shows_at_once(calculator, LAST, date(2026, 11, 23))


def test_the_question_that_a_day_raises_is_answered_with_one_tap(calculator: CalculatorPage) -> None:
    python = Held(calculator.page, PYTHON)
    calculator.open({"last": "26年3月5日", "today": "2026-11-23"})
    expect(calculator.errors).to_contain_text("是2026年吗？")
    calculator.last.fill("初五")
    expect(calculator.errors).to_be_hidden()
    calculator.button.click()
    expect(calculator.errors.get_by_role("button")).to_be_in_viewport(ratio=1)
    calculator.errors.get_by_role("button", name="是，2026年11月13日").click()
    shows_at_once(calculator, date(2026, 11, 13), date(2026, 11, 23))
    expect(calculator.instant.locator("h2")).to_be_focused()
    python.let_go()
    calculator.shows(assess(date(2026, 11, 13), date(2026, 11, 23)))
    calculator.edit()
    calculator.last.fill("25/3/5")
    calculator.button.click()
    expect(calculator.errors).to_be_focused()
    expect(calculator.errors).not_to_have_attribute("role", "alert")  # or it would be heard twice
    calculator.page.locator(".field").get_by_role("button", name="是2005年3月25日").click()
    calculator.shows(assess(date(2005, 3, 25), date(2026, 11, 23)))
    expect(calculator.answer.locator("h2")).to_be_focused()
    # The title that took the focus does not say the day.
    expect(calculator.said).to_have_text(wording.answer.spoken(assess(date(2005, 3, 25), date(2026, 11, 23)).deadline))


def test_a_day_with_the_weekday_of_another_waits_for_the_question(calculator: CalculatorPage) -> None:
    python = Held(calculator.page, PYTHON)
    calculator.open({"today": "2026-11-23"})
    calculator.last.fill("2026年1月5日星期二")
    calculator.button.click()
    expect(calculator.instant).to_be_hidden()
    python.let_go()
    calculator.ready()
    expect(calculator.errors).to_contain_text("2026年1月5日是星期一")
    expect(calculator.instant).to_be_hidden()
    calculator.page.locator(".field").get_by_role("button", name="是，2026年1月5日").click()
    calculator.shows(assess(LAST, date(2026, 11, 23)))


@pytest.mark.parametrize(
    "fragment",
    ["last=2026-01-05&today=2026-11-23。", "last%3D2026-01-05&today=2026-11-23", "/last=2026-1-5&today=2026-11-23"],
)
def test_a_link_that_a_chat_has_changed_is_answered_at_once(calculator: CalculatorPage, fragment: str) -> None:
    Held(calculator.page, PYTHON)
    calculator.page.goto(f"{calculator.address}#{fragment}")
    shows_at_once(calculator, LAST, date(2026, 11, 23))


@pytest.mark.parametrize("last", ["2014-03-05", "去年三月"])
def test_what_the_table_does_not_hold_waits_in_the_first_screen(calculator: CalculatorPage, last: str) -> None:
    python = Held(calculator.page, PYTHON)
    calculator.open({"last": last, "today": "2026-11-23"})
    expect(calculator.page.get_by_text(COMING_FOLDED)).to_be_visible()
    is_in_first_screen(calculator.page.locator(".loading progress"))
    expect(calculator.last).to_be_hidden()
    python.let_go()
    calculator.ready()
    if last.startswith("2014"):
        calculator.shows(assess(date(2014, 3, 5), date(2026, 11, 23)))
    else:
        expect(calculator.last).to_be_visible()
        expect(calculator.errors).to_be_visible()


def test_a_page_that_is_older_than_its_table_says_so_and_waits(calculator: CalculatorPage) -> None:
    Held(calculator.page, PYTHON)
    later = made_day().replace(year=made_day().year + 3, day=1)
    calculator.page.clock.set_fixed_time(datetime.combine(later, time(12), UTC))
    calculator.open({"last": "2026-01-05"})
    expect(calculator.page.get_by_text(COMING_TABLE_OVER)).to_be_visible()
    expect(calculator.instant).to_be_hidden()


NEVER = {
    "a file is lost": lambda page: page.route(PYTHON, lambda route: route.abort()),
    "its script is lost": lambda page: page.route("**/deadline-calculator.*.js", lambda route: route.abort()),
    "its script is a login page": lambda page: page.route(
        "**/deadline-calculator.*.js", lambda route: route.fulfill(body="<!doctype html>", content_type="text/html")
    ),
    "no worker": lambda page: page.add_init_script("delete window.Worker"),
    "no WebAssembly": lambda page: page.add_init_script("delete window.WebAssembly"),
    "no elements": lambda page: page.add_init_script("delete window.customElements"),
}


@pytest.mark.parametrize("case", NEVER)
def test_where_python_never_comes_the_answer_stays_with_one_calm_sentence(
    new_context: Callable[..., object], site: str, case: str
) -> None:
    page = new_context(viewport=PHONE, service_workers="block").new_page()  # type: ignore[attr-defined]
    NEVER[case](page)
    calculator = CalculatorPage(page, site).open(LINK)
    shows_at_once(calculator, LAST, date(2026, 11, 23))
    expect(calculator.element).to_have_attribute("data-state", "error")
    expect(calculator.failure.locator("p:visible", has_text="手机")).to_have_text([ANSWERED_ALONE["last"]])
    expect(calculator.failure.locator("[data-failure]:visible")).to_have_count(0)
    shows_at_once(calculator, LAST, date(2026, 11, 23))
    calculator.edit()
    calculator.last.fill("2026-2-5")
    calculator.button.click()
    shows_at_once(calculator, date(2026, 2, 5), date(2026, 11, 23))
    is_in_first_screen(calculator.instant.locator(".answer-head"))
    assert page.url.startswith(calculator.address)


def test_each_way_is_answered_without_the_elements_script_and_says_what_it_lacks(
    new_page: Callable[..., Page], site: str
) -> None:
    page, today = new_page(), made_day()
    calculator = CalculatorPage(page, site)
    page.clock.set_fixed_time(datetime.combine(today, time(4), UTC))
    NEVER["its script is lost"](page)
    calculator.open({"way": "forgotten"})
    lacks = calculator.failure.locator("p:visible", has_text="手机")
    expect(lacks).to_have_text([ANSWERED_ALONE["forgotten"]])
    calculator.edit()
    page.get_by_text("刚退休", exact=True).click()
    page.get_by_label("您哪个月第一次领养老金").fill(f"{today.year}年{today.month}月")
    expect(calculator.instant.locator("[data-result=do-by]")).to_be_visible()
    expect(lacks).to_have_text([ANSWERED_ALONE["first"]])
    page.get_by_text("知道上次哪天", exact=True).click()
    calculator.last.fill(str(today))
    shows_at_once(calculator, today, today)
    expect(lacks).to_have_text([ANSWERED_ALONE["last"]])
