"""Three ways into the calculator: each is one question, a step of the back button, and survives a reload."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.accessibility import ALL_RULES, AXE, FIND
from tests.browser.elements.deadline.page import CalculatorPage
from tests.browser.waiting import Held

VOICES = """
const voices = %s;
speechSynthesis.getVoices = () => voices;
window.spoken = [];
speechSynthesis.cancel = () => {};
speechSynthesis.speak = (words) => { window.spoken.push([words.text, words.lang]); words.onend; words.dispatchEvent(new Event("start")); };
Object.defineProperty(SpeechSynthesisUtterance.prototype, "voice", { set() {}, get() { return null; } });
"""
COUNTS_CANCELS = "window.cancelled = 0; speechSynthesis.cancel = () => { window.cancelled += 1; };"


@pytest.fixture
def calculator(page: Page, site: str) -> CalculatorPage:
    return CalculatorPage(page, site)


def choose(calculator: CalculatorPage, way: str) -> None:
    calculator.page.get_by_role("radio", name=way).check()


def test_the_newly_retired_are_asked_for_a_month_and_told_a_day(calculator: CalculatorPage) -> None:
    calculator.open({"today": "2026-09-20"}).ready()
    choose(calculator, "刚退休")
    expect(calculator.last).to_be_hidden()
    calculator.page.get_by_label("您哪个月第一次领养老金").fill("2026年9月")
    expect(calculator.result("do-by")).to_have_attribute("datetime", "2026-09-30")
    calculator.page.get_by_role("button", name="看怎么做").click()
    expect(calculator.page.locator("#answer-title")).to_be_focused()
    expect(calculator.answer.get_by_role("row", name="第一次领钱的当月，2026年9月里")).to_be_visible()


def test_whoever_forgot_is_told_at_once_and_where_to_look_the_day_up(calculator: CalculatorPage) -> None:
    calculator.open({"today": "2026-11-23"}).ready()
    choose(calculator, "不记得了")
    expect(calculator.answer).to_contain_text("就认证一次")
    expect(calculator.result("next-deadline")).to_have_attribute("datetime", "2027-11-23")
    calculator.page.get_by_label("哪个省发的养老金").select_option("吉林省")
    expect(calculator.answer).to_contain_text("认证记录查询")


def test_a_place_whose_benefits_differ_asks_which_it_is_and_stays_on_its_way(calculator: CalculatorPage) -> None:
    calculator.open({"today": "2026-11-23"}).ready()
    choose(calculator, "不记得了")
    calculator.page.get_by_label("哪个省发的养老金").select_option("广西壮族自治区")
    expect(calculator.answer).to_contain_text("您领的是哪一种？")
    calculator.answer.get_by_role("link", name="遗属补助").click()
    expect(calculator.result("next-deadline")).to_have_attribute("datetime", "2027-05-31")
    expect(calculator.answer).not_to_contain_text("您领的是哪一种？")


def test_an_empty_month_is_a_fault_with_the_focus_on_its_summary(calculator: CalculatorPage) -> None:
    calculator.open().ready()
    choose(calculator, "刚退休")
    calculator.page.get_by_role("button", name="看怎么做").click()
    expect(calculator.errors).to_be_focused()
    calculator.errors.get_by_role("link", name="请填写第一次领养老金的年和月").click()
    expect(calculator.page.get_by_label("您哪个月第一次领养老金")).to_be_focused()


def go_through_all_ways(calculator: CalculatorPage) -> None:
    """Each with what it asks for, and its answer."""
    calculator.open().ready()
    calculator.last.fill("2026-01-05")
    expect(calculator.result("deadline")).to_have_attribute("datetime", "2027-01-05")
    choose(calculator, "刚退休")
    calculator.page.get_by_label("您哪个月第一次领养老金").fill("2026-09")
    expect(calculator.result("do-by")).to_be_visible()
    choose(calculator, "不记得了")
    expect(calculator.answer).to_contain_text("就认证一次")


def test_the_back_button_leads_back_to_the_answer_before(calculator: CalculatorPage) -> None:
    go_through_all_ways(calculator)
    calculator.page.go_back()
    expect(calculator.page.get_by_label("您哪个月第一次领养老金")).to_have_value("2026-09")
    expect(calculator.result("do-by")).to_be_visible()
    calculator.page.go_back()
    expect(calculator.last).to_have_value("2026-01-05")
    expect(calculator.result("deadline")).to_have_attribute("datetime", "2027-01-05")
    calculator.page.go_forward()
    expect(calculator.page.get_by_role("radio", name="刚退休")).to_be_checked()


def test_what_was_typed_for_one_way_is_still_there_after_others_and_back(calculator: CalculatorPage) -> None:
    go_through_all_ways(calculator)
    calculator.page.go_back()
    expect(calculator.result("do-by")).to_be_visible()
    choose(calculator, "知道上次哪天")
    expect(calculator.last).to_have_value("2026-01-05")
    expect(calculator.result("deadline")).to_have_attribute("datetime", "2027-01-05")


def goes_on_typing(page: Page) -> None:
    """No time passes any more, so that nobody has stopped typing. The page was opened with a clock of the test's own."""
    page.clock.pause_at(page.evaluate("Date.now() + 1000") / 1000)


def test_where_somebody_has_gone_is_not_written_over(calculator: CalculatorPage) -> None:
    """Between a tap on a link and the page's reading it, what was typed just before must not take its place."""
    calculator.page.clock.install()
    calculator.open().ready()
    calculator.last.fill("2026-01-05")
    expect(calculator.result("deadline")).to_have_attribute("datetime", "2027-01-05")
    goes_on_typing(calculator.page)
    calculator.last.fill("2026-01-06")
    expect(calculator.result("deadline")).to_have_attribute("datetime", "2027-01-06")
    calculator.last.fill("2026-01-07")
    expect(calculator.result("deadline")).to_have_attribute("datetime", "2027-01-07")
    assert not calculator.page.url.endswith("#last=2026-01-07"), "it was to be written later"
    calculator.page.evaluate(
        "([fragment, write]) => { location.hash = fragment; dispatchEvent(new Event(write)); }",
        ["last=2026-03-15", "before-new-version"],
    )
    expect(calculator.result("deadline")).to_have_attribute("datetime", "2027-03-15")
    assert calculator.page.url.endswith("#last=2026-03-15")


def test_from_a_link_the_back_button_leads_to_what_was_typed_last(calculator: CalculatorPage) -> None:
    calculator.page.clock.install()
    calculator.open().ready()
    goes_on_typing(calculator.page)
    for day in "05", "06", "07":
        calculator.last.fill(f"2026-01-{day}")
        expect(calculator.result("deadline")).to_have_attribute("datetime", f"2027-01-{day}")
    calculator.answer.locator("a:not([href^='#'])").first.evaluate("link => link.click()")
    calculator.page.wait_for_url(lambda url: not url.startswith(calculator.address))
    calculator.page.go_back()
    expect(calculator.last).to_have_value("2026-01-07")
    assert calculator.page.url.endswith("#last=2026-01-07")


@pytest.mark.parametrize(
    ("fragment", "result"),
    [
        ("way=first&claim=2026-09&today=2026-09-20", "do-by"),
        ("way=forgotten&region=jilin&today=2026-09-20", "next-deadline"),
    ],
)
def test_a_reload_keeps_the_answer(calculator: CalculatorPage, fragment: str, result: str) -> None:
    calculator.page.goto(f"{calculator.address}#{fragment}")
    expect(calculator.result(result)).to_be_visible()
    answer = calculator.answer.inner_text()
    calculator.page.reload()
    expect(calculator.result(result)).to_be_visible()
    assert calculator.answer.inner_text() == answer
    assert calculator.page.url.endswith(f"#{fragment}")


def test_an_unknown_way_is_the_usual_one(calculator: CalculatorPage) -> None:
    calculator.page.goto(f"{calculator.address}#way=__proto__&last=2026-01-05")
    expect(calculator.result("deadline")).to_have_attribute("datetime", "2027-01-05")


def test_changing_one_answer_begins_at_its_field(calculator: CalculatorPage) -> None:
    calculator.open({"last": "2026-01-05"}).ready()
    calculator.page.get_by_role("button", name="改一改").click()
    expect(calculator.last).to_be_focused()
    expect(calculator.last).to_have_value("2026-01-05")


def test_the_ways_are_chosen_by_keyboard(calculator: CalculatorPage) -> None:
    calculator.open().ready()
    calculator.page.get_by_role("radio", name="知道上次哪天").focus()
    calculator.page.keyboard.press("ArrowRight")
    expect(calculator.page.get_by_label("您哪个月第一次领养老金")).to_be_visible()
    calculator.page.keyboard.press("Tab")
    calculator.page.keyboard.type("2026-09")
    calculator.page.keyboard.press("Enter")
    expect(calculator.page.locator("#answer-title")).to_be_focused()


@pytest.mark.parametrize("way", ["刚退休", "不记得了"])
def test_the_ways_are_chosen_by_touch_and_fit_a_narrow_phone(
    new_page: Callable[..., Page], site: str, way: str
) -> None:
    page = new_page(has_touch=True, viewport={"width": 320, "height": 700})
    calculator = CalculatorPage(page, site).open().ready()
    page.locator(".ways label", has_text=way).tap()
    claim = page.get_by_label("您哪个月第一次领养老金")
    if claim.is_visible():
        claim.fill("2026-09")
    expect(calculator.answer).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    small = page.locator(".ways label, .answer-buttons button").evaluate_all(
        "(all) => all.filter((one) => one.offsetHeight && one.offsetHeight < 60).length"
    )
    assert small == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("fragment", ["way=first&claim=2026-09&region=chongqing", "way=forgotten&region=jilin"])
def test_axe_finds_no_violation(new_page: Callable[..., Page], site: str, scheme: str, fragment: str) -> None:
    page = new_page(color_scheme=scheme)
    page.goto(f"{site}calculator/#{fragment}")
    expect(page.locator("#answer-title")).to_be_visible()
    page.evaluate(AXE)
    assert page.evaluate(FIND, ALL_RULES) == []


def test_the_devices_own_voice_reads_the_answer(calculator: CalculatorPage) -> None:
    calculator.page.add_init_script(
        VOICES % "[{ lang: 'en-US', localService: true }, { lang: 'zh-CN', localService: true }]"
    )
    calculator.open({"last": "2026-01-05", "today": "2026-02-01"}).ready()
    calculator.page.get_by_role("button", name="读给我听").click()
    [[words, language]] = calculator.page.evaluate("window.spoken")
    assert words.startswith("还早，不用急。最晚在这一天认证：2027年1月5日（星期二）")
    assert language == "zh-CN"
    expect(calculator.page.get_by_role("button", name="停下来")).to_be_visible()
    calculator.edit().last.fill("2026-01-06")
    calculator.page.get_by_role("button", name="读给我听").click()
    [_, [words, _]] = calculator.page.evaluate("window.spoken")
    assert "2027年1月6日" in words


def test_a_reading_goes_on_with_pythons_answer_and_ends_with_the_answer(calculator: CalculatorPage) -> None:
    calculator.page.add_init_script(VOICES % "[{ lang: 'zh-CN', localService: true }]" + COUNTS_CANCELS)
    python = Held(calculator.page, "**/pyodide.asm.hot.*.wasm")
    calculator.open({"last": "2026-01-05", "today": "2026-02-01"})
    calculator.page.get_by_role("button", name="读给我听").click()
    stop = calculator.page.get_by_role("button", name="停下来")
    expect(stop).to_be_focused()
    python.let_go()
    expect(calculator.answer).to_be_visible()
    expect(stop).to_be_focused()
    calculator.edit().last.fill("2026-01-06")
    expect(calculator.result("deadline")).to_have_attribute("datetime", "2027-01-06")
    expect(calculator.page.get_by_role("button", name="读给我听")).to_be_visible()
    assert calculator.page.evaluate("window.cancelled") == 2  # when it was begun, and now


@pytest.mark.parametrize(
    "voices", ["[]", "[{ lang: 'zh-CN', localService: false }]", "[{ lang: 'en', localService: true }]"]
)
def test_without_a_chinese_voice_on_the_device_nothing_offers_to_read(calculator: CalculatorPage, voices: str) -> None:
    calculator.page.add_init_script(VOICES % voices)
    calculator.open({"last": "2026-01-05"}).ready()
    expect(calculator.result("deadline")).to_be_visible()
    expect(calculator.page.locator("[data-aloud]")).to_be_hidden()
