"""The place chooser of the calculator, and the table of all places."""

from datetime import date

import pytest
from playwright.sync_api import Page, expect

from calculator import assess
from calculator.regions import province, provinces
from calculator.wording.page import PLACE_NOT_LISTED
from tests.browser.device import set_device
from tests.browser.elements.deadline.page import CalculatorPage
from tests.built_site import made_day


@pytest.fixture
def calculator(page: Page, site: str) -> CalculatorPage:
    set_device(page, made_day())
    calculator = CalculatorPage(page, site).open().ready()
    calculator.page.get_by_text("我知道在哪里领").click()
    calculator.last.fill("2026-03-15")
    return calculator


def expected(region: str, scheme: str = ""):
    return assess(date(2026, 3, 15), today=made_day(), region=region, scheme=scheme)


def test_choosing_province_and_scheme_answers_by_the_places_own_rule(calculator: CalculatorPage) -> None:
    calculator.page.get_by_label("哪个省发的养老金").select_option("guangxi")
    calculator.page.get_by_label("哪里、哪一种待遇").select_option("guangxi/pension")
    calculator.shows(expected("guangxi/pension"))
    expect(calculator.answer.locator(".answer-place")).to_contain_text("广西人社")
    calculator.page.get_by_text("这是怎么算出来的").click()
    rule = province("guangxi").rules[0]
    expect(calculator.answer.locator(".answer-working")).to_contain_text(rule.sources[0].title)
    expect(calculator.answer.locator(".answer-working")).to_contain_text(f"{rule.checked_on}核对")


def test_a_place_is_found_by_typing(calculator: CalculatorPage) -> None:
    name = calculator.page.locator('#places option[data-id="hunan/changsha/resident"]').get_attribute("value")
    assert name
    calculator.page.get_by_label("打字找地方").fill(name)
    calculator.shows(expected("hunan/changsha/resident"))
    expect(calculator.page.get_by_label("哪个省发的养老金")).to_have_value("hunan")


@pytest.mark.parametrize("typed", ["高阳县", "江苏省宿迁市宿城区", "喀什"])
def test_any_county_is_found_as_it_is_typed_and_by_keys_alone(calculator: CalculatorPage, typed: str) -> None:
    calculator.page.get_by_label("打字找地方").focus()
    calculator.page.keyboard.type(typed)
    calculator.page.keyboard.press("Tab")
    calculator.shows(expected(typed))


def test_of_two_counties_of_one_name_it_is_asked_which(calculator: CalculatorPage) -> None:
    field = calculator.page.get_by_label("打字找地方")
    field.fill("朝阳区")
    field.press("Tab")
    question = calculator.page.locator("#find-error")
    expect(question).to_contain_text("叫“朝阳区”的地方不止一个，您在哪一个领？")
    expect(calculator.page.locator(".visually-hidden[role=status]")).to_contain_text("您在哪一个领")
    question.get_by_role("button", name="吉林省长春市朝阳区").click()
    calculator.shows(expected("长春朝阳区"))
    expect(question).to_be_hidden()
    expect(calculator.page.get_by_role("button", name="北京市朝阳区")).to_have_count(0)
    expect(field).to_be_focused()
    expect(calculator.page.get_by_label("哪个市")).to_have_value("吉林省长春市")
    expect(calculator.page.get_by_label("哪个县、区")).to_have_value("吉林省长春市朝阳区")
    field.fill("")
    field.press("Tab")
    calculator.shows(expected(""))
    expect(calculator.page.get_by_label("哪个市")).to_be_hidden()


def test_a_link_with_a_name_of_two_counties_asks_first_of_all_which(page: Page, site: str) -> None:
    calculator = CalculatorPage(page, site).open({"last": "2025-03-15", "today": "2026-03-01", "region": "朝阳区"})
    calculator.errors.get_by_role("button", name="吉林省长春市朝阳区").click()
    calculator.shows(assess(date(2025, 3, 15), date(2026, 3, 1), region="长春朝阳区"))
    expect(calculator.answer.locator("h2")).to_be_focused()
    expect(calculator.errors).to_be_hidden()


def test_a_county_is_chosen_step_by_step_on_a_narrow_phone(calculator: CalculatorPage) -> None:
    page = calculator.page
    page.set_viewport_size({"width": 320, "height": 640})
    page.get_by_label("哪个省发的养老金").select_option("shaanxi")
    expect(page.get_by_label("哪个县、区")).to_be_hidden()
    page.get_by_label("哪个市").select_option(label="咸阳市")
    calculator.shows(expected("陕西省咸阳市"))
    page.get_by_label("哪个县、区").select_option(label="渭城区")
    calculator.shows(expected("陕西省咸阳市渭城区"))
    # Only what could hold there is left to choose from.
    rules = page.get_by_label("哪里、哪一种待遇")
    expect(rules.locator("option")).to_have_count(5)
    rules.select_option("shaanxi/xianyang-weicheng/resident")
    calculator.shows(expected("shaanxi/xianyang-weicheng/resident"))
    expect(page.get_by_label("哪个县、区")).to_have_value("陕西省咸阳市渭城区")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.get_by_label("哪个市").select_option(label="不细分")
    calculator.shows(expected("shaanxi"))
    expect(page.get_by_label("哪个县、区")).to_be_hidden()
    page.get_by_label("哪个省发的养老金").select_option("")
    calculator.shows(expected(""))
    expect(page.get_by_label("哪个市")).to_be_hidden()


def test_a_province_without_a_source_says_so_and_answers(calculator: CalculatorPage) -> None:
    calculator.page.get_by_label("哪个省发的养老金").select_option("qinghai")
    calculator.shows(expected("qinghai"))
    expect(calculator.page.get_by_label("哪里、哪一种待遇")).to_be_hidden()
    calculator.page.get_by_text("这是怎么算出来的").click()
    expect(calculator.answer.locator(".answer-working li").first).to_contain_text(province("qinghai").no_source)


def test_where_schemes_differ_the_scheme_is_asked_for(calculator: CalculatorPage) -> None:
    calculator.page.get_by_label("哪个省发的养老金").select_option("guangxi")
    calculator.shows(expected("guangxi"))
    expect(calculator.answer).to_contain_text("您领的是哪一种？")
    calculator.answer.get_by_role("link", name="遗属补助").click()
    calculator.shows(expected("guangxi", "遗属与供养亲属"))
    expect(calculator.answer).not_to_contain_text("您领的是哪一种？")


def test_a_link_to_a_place_fills_the_form(page: Page, site: str) -> None:
    set_device(page, made_day())
    calculator = CalculatorPage(page, site).open({"last": "2026-03-15", "region": "hunan/pension"})
    calculator.shows(expected("hunan/pension"))
    expect(page.get_by_label("哪个省发的养老金")).to_have_value("hunan")
    expect(page.get_by_label("哪里、哪一种待遇")).to_have_value("hunan/pension")


@pytest.mark.parametrize(
    "region",
    ["江苏/【重要通知】养老金已停发，请加微信13800000000", "【重要通知】请加微信13800000000", "【通知】" * 2000],
    ids=["behind a province", "alone", "endless"],
)
def test_what_a_link_calls_a_place_is_never_among_our_choices(page: Page, site: str, region: str) -> None:
    set_device(page, made_day())
    calculator = CalculatorPage(page, site).open({"last": "2026-03-15", "region": region}).ready()
    expect(calculator.errors).to_be_visible()
    chosen = page.get_by_label("哪里、哪一种待遇")
    assert chosen.evaluate("(select) => select.selectedOptions[0].text") == PLACE_NOT_LISTED
    shown = page.locator("deadline-calculator").inner_text()
    assert "微信" not in shown
    assert shown.count("通知】") <= 10, "the sentence that refuses it quotes its beginning, beside the field and above"


def test_a_place_that_a_link_writes_in_words_is_answered_and_can_be_changed(page: Page, site: str) -> None:
    set_device(page, made_day())
    calculator = CalculatorPage(page, site).open({"last": "2026-03-15", "region": "湖南省长沙市岳麓区"})
    calculator.shows(expected("湖南省长沙市岳麓区"))
    calculator.edit()
    page.get_by_label("哪个省发的养老金").select_option("guangxi")
    calculator.shows(expected("guangxi"))


@pytest.mark.parametrize("name", ["rule", "scheme", "province"])
def test_a_choice_that_a_link_invents_is_none(page: Page, site: str, name: str) -> None:
    set_device(page, made_day())
    calculator = CalculatorPage(page, site).open({"last": "2026-03-15", name: "【重要通知】"})
    calculator.shows(expected(""))
    assert "通知" not in page.locator("deadline-calculator").inner_text()


def test_the_links_of_the_province_pages_choose_their_place(page: Page, site: str) -> None:
    page.goto(f"{site}regions/hunan/")
    page.get_by_role("link", name="按这个说法算我的截止日").first.click()
    calculator = CalculatorPage(page, site).ready()
    expect(page.get_by_label("哪里、哪一种待遇")).to_have_value("hunan/pension")
    calculator.last.fill("2026-03-15")
    calculator.shows(expected("hunan/pension"))


def test_the_table_of_places_can_be_searched_filtered_and_sorted(page: Page, site: str) -> None:
    page.goto(f"{site}regions/")
    rows = page.locator(".regions-table tbody tr:visible")
    everything = sum(len(one.rules) for one in provinces())
    expect(rows).to_have_count(everything)
    page.get_by_label("输入地名或险种").fill("长沙")
    expect(rows).to_have_count(sum("长沙" in f"{rule.place}{rule.reason}" for rule in province("hunan").rules))
    page.get_by_label("输入地名或险种").fill("没有这个地方")
    expect(page.locator(".regions-count")).to_contain_text("没有找到")
    page.get_by_label("输入地名或险种").fill("")
    page.get_by_label("省份").select_option("hunan")
    expect(rows).to_have_count(len(province("hunan").rules))
    page.get_by_label("省份").select_option("")
    page.get_by_label("用处").select_option("preset")
    expect(rows).to_have_count(sum(rule.status == "preset" for one in provinces() for rule in one.rules))


def test_the_table_of_places_sorts_both_ways(new_page, site: str) -> None:
    page = new_page(viewport={"width": 1280, "height": 900})
    page.goto(f"{site}regions/")
    first = page.locator(".regions-table tbody tr").first
    page.get_by_role("button", name="地方").click()
    expect(page.locator("thead th").first).to_have_attribute("aria-sort", "ascending")
    upwards = first.inner_text()
    page.get_by_role("button", name="地方").click()
    expect(page.locator("thead th").first).to_have_attribute("aria-sort", "descending")
    assert first.inner_text() != upwards
