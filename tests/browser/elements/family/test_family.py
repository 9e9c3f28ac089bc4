"""Several people side by side, in a real browser: typed, sorted, changed, printed, taken along, and kept after a yes."""

import json
import re
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from unicodedata import normalize

import pytest
import vobject
from icalendar import Calendar
from playwright.sync_api import Page, Request, Route, expect
from pypdf import PdfReader

from calculator import assess, wording
from calculator.assessment.reminders import reminders
from calculator.family.file import FORMAT, write_family
from calculator.family.people import Person
from calculator.wording.page import FAILURES
from tests.browser.accessibility import ALL_RULES, AXE, FIND
from tests.browser.elements.family.page import KEY, FamilyPage
from tests.browser.runtime.runtime_files import comes_by_itself
from tests.built_site import made_day

TODAY = made_day()
MOTHER = ("妈妈", TODAY - timedelta(days=100))
FATHER = ("爸爸", TODAY - timedelta(days=350))
FATHER_IN_LAW = ("岳父", TODAY - timedelta(days=370))
MOTHER_IN_LAW = ("岳母", TODAY - timedelta(days=500))
FAMILY = (MOTHER, FATHER, FATHER_IN_LAW, MOTHER_IN_LAW)
BY_URGENCY = ["岳母", "岳父", "爸爸", "妈妈"]

NOTHING = {"local": {}, "session": {}, "cookie": "", "hash": "", "databases": [], "caches": []}


@pytest.fixture
def family(page: Page, site: str) -> FamilyPage:
    return FamilyPage(page, site).open()


# Answers -------------------------------------------------------------------------------------------------------------


def test_four_people_stand_side_by_side_the_most_urgent_first(family: FamilyPage) -> None:
    family.fill(*FAMILY)
    family.button("算大家的截止日").click()
    expect(family.page.get_by_role("heading", name="一家4位，最急的排在前面")).to_be_focused()
    expect(family.names).to_have_text(BY_URGENCY)
    for name, last in FAMILY:
        family.shows(name, assess(last, TODAY))
    expect(family.page.locator(".family-counts")).to_have_text("1位可能停发，1位过了截止日，1位日子近了，1位还早。")


def test_a_place_is_heard_and_leads_to_the_full_answer(family: FamilyPage) -> None:
    family.fill(("妈妈", "2026-1-5"))
    family.page.get_by_text("在哪里领（选了更准）").click()
    family.field(0, "哪个省发的养老金？").select_option("江苏省")
    family.field(0, "哪里、哪一种待遇？").select_option(index=1)
    region = family.field(0, "哪里、哪一种待遇？").input_value()
    found = assess(date(2026, 1, 5), TODAY, region=region)
    family.shows("妈妈", found)
    assert found.place is not None
    expect(family.card("妈妈")).to_contain_text(found.place.name)
    full = family.card("妈妈").get_by_role("link", name="看完整的答案")
    expect(full).to_have_attribute("href", re.compile(f"region={region.replace('/', '(/|%2F)')}"))  # not the province's
    full.click()
    expect(family.page.locator(".answer [data-result=deadline]")).to_have_attribute(
        "datetime", found.deadline.isoformat()
    )
    expect(family.page.locator("#region")).to_have_value(region)


def test_a_place_is_found_by_its_name(family: FamilyPage) -> None:
    family.fill(("妈妈", "2026-1-5"))
    family.page.get_by_text("在哪里领（选了更准）").click()
    place = family.page.locator("#family-places option[data-id^='jiangsu/suqian']").first
    family.field(0, "也可以打字找地方").fill(place.get_attribute("value") or "")
    expect(family.field(0, "哪里、哪一种待遇？")).to_have_value(place.get_attribute("data-id") or "")
    expect(family.card("妈妈")).to_contain_text("江苏省宿迁市")


def test_the_answer_follows_each_change_by_itself(family: FamilyPage) -> None:
    family.fill(MOTHER, FATHER)
    expect(family.names).to_have_text(["爸爸", "妈妈"])
    family.field(0, "上次认证是哪一天").fill(str(MOTHER_IN_LAW[1]))
    expect(family.names).to_have_text(["妈妈", "爸爸"])
    family.field(0, "称呼").fill("婆婆")
    expect(family.names).to_have_text(["婆婆", "爸爸"])
    expect(family.page.get_by_role("group", name="婆婆", exact=True)).to_be_visible()
    family.field(0, "上次认证是哪一天").fill("去年")
    expect(family.card("婆婆").locator('[data-result="status"]')).to_have_attribute("value", "unclear")
    expect(family.names).to_have_text(["爸爸", "婆婆"])


def test_a_card_leads_back_to_the_fields_of_its_person(family: FamilyPage) -> None:
    family.fill(MOTHER, FATHER)
    family.card("爸爸").get_by_role("button", name="改一改").click()
    expect(family.field(1, "上次认证是哪一天")).to_be_focused()


def test_a_press_that_outlasts_an_answer_is_heeded(family: FamilyPage) -> None:
    family.fill(MOTHER, FATHER)
    expect(family.names).to_have_text(["爸爸", "妈妈"])
    family.card("爸爸").get_by_role("button", name="改一改").hover()
    family.page.mouse.down()  # leaves the field, which asks anew
    family.page.evaluate(
        """async () => {
            const { python } = document.querySelector("family-calculator");
            await python.ask({ do: "clock", made: "2026-11-25", today: null }); // is answered after that
        }"""
    )
    family.page.mouse.up()
    expect(family.field(1, "上次认证是哪一天")).to_be_focused()


def test_who_is_removed_can_be_brought_back(family: FamilyPage) -> None:
    family.fill(*FAMILY)
    family.people.nth(1).get_by_role("button", name="去掉这一位").click()
    family.says("已经去掉“爸爸”。")
    expect(family.names).to_have_text(["岳母", "岳父", "妈妈"])
    expect(family.undo).to_be_focused()
    family.page.keyboard.press("Enter")
    expect(family.names).to_have_text(BY_URGENCY)
    expect(family.field(1, "称呼")).to_have_value("爸爸")
    expect(family.undo).to_be_hidden()


def test_the_only_person_is_emptied_and_can_be_brought_back(family: FamilyPage) -> None:
    family.fill(MOTHER)
    family.button("去掉这一位").click()
    expect(family.cards).to_have_count(0)
    expect(family.field(0, "称呼")).to_have_value("")
    family.undo.click()
    expect(family.names).to_have_text(["妈妈"])


def test_who_certified_today_is_counted_from_today(family: FamilyPage) -> None:
    family.fill(MOTHER, MOTHER_IN_LAW)
    expect(family.names).to_have_text(["岳母", "妈妈"])
    family.card("岳母").get_by_role("button", name="今天办好了").click()
    family.shows("岳母", assess(TODAY, TODAY))
    expect(family.names).to_have_text(["妈妈", "岳母"])
    family.undo.click()
    family.shows("岳母", assess(MOTHER_IN_LAW[1], TODAY))


def test_twenty_people_are_the_most(family: FamilyPage) -> None:
    for number in range(20):
        if number:
            family.button("再加一位").click()
        family.field(number, "称呼").fill(f"亲戚{number}")
        family.field(number, "上次认证是哪一天").fill("2026-1-5")
    expect(family.cards).to_have_count(20)
    family.button("再加一位").click()
    family.says(wording.family.too_many(20))
    expect(family.people).to_have_count(20)


# Errors --------------------------------------------------------------------------------------------------------------


def test_errors_name_the_person_take_the_focus_and_keep_what_was_typed(family: FamilyPage) -> None:
    family.fill(("妈妈", "2025-2-30"), ("爸爸", ""), FATHER_IN_LAW)
    expect(family.errors).to_be_hidden()
    family.button("算大家的截止日").click()
    expect(family.errors).to_be_focused()
    expect(family.errors.get_by_role("listitem")).to_have_text(
        [
            "妈妈：2025年2月没有30日，这个月最后一天是28日。请核对以后重新填写。",
            "爸爸：请填写上次认证的日期，例如：2025年3月5日。",
        ]
    )
    expect(family.field(0, "上次认证是哪一天")).to_have_value("2025-2-30")
    expect(family.field(0, "上次认证是哪一天")).to_have_attribute("aria-invalid", "true")
    expect(family.names).to_have_text(["岳父", "妈妈", "爸爸"])
    family.errors.get_by_role("link").nth(1).click()
    expect(family.field(1, "上次认证是哪一天")).to_be_focused()
    assert family.page.evaluate("location.hash") == ""
    family.page.keyboard.type("2026-1-5")
    family.button("算大家的截止日").click()
    expect(family.errors.get_by_role("listitem")).to_have_count(1)


def test_nobody_is_an_error_too(family: FamilyPage) -> None:
    family.button("算大家的截止日").click()
    expect(family.errors).to_contain_text("请填写上次认证的日期")
    expect(family.errors).to_be_focused()


def test_a_place_that_counts_in_several_ways_says_that_it_is_the_earliest(family: FamilyPage) -> None:
    family.fill(("妈妈", "2026-1-5"))
    family.page.get_by_text("在哪里领（选了更准）").click()
    family.field(0, "哪个省发的养老金？").select_option("海南省")
    expect(family.card("妈妈")).to_contain_text("您没有选领的是哪一种")
    family.field(0, "哪里、哪一种待遇？").select_option(index=1)
    expect(family.card("妈妈")).not_to_contain_text("您没有选领的是哪一种")


# Taken along ---------------------------------------------------------------------------------------------------------


def test_one_calendar_file_has_everybody_under_an_identity_of_their_own(family: FamilyPage, tmp_path: Path) -> None:
    family.fill(*FAMILY, ("小叔", "不知道"))
    expect(family.cards).to_have_count(5)
    file = family.save("放进日历", tmp_path)
    assert file.name == "一家人的养老认证提醒.ics"
    expect(family.page.locator("[data-said=take]")).to_contain_text("小叔还没有填好，没有放进去。")
    content = file.read_text(encoding="utf-8", newline="")
    events = Calendar.from_ical(content).walk("VEVENT")
    expected = [
        (one.title, one.day) for name in BY_URGENCY for one in reminders(assess(dict(FAMILY)[name], TODAY), name)
    ]
    assert [(event["summary"], event["dtstart"].dt) for event in events] == expected
    assert len({event["uid"] for event in events}) == len(expected)
    assert len(list(vobject.readOne(content).vevent_list)) == len(expected)
    expect(family.page.locator("[data-said=take]")).to_contain_text("岳母、岳父的日子都过了，没有放进去，请先补办。")


def test_two_with_the_same_label_are_asked_for_another(family: FamilyPage) -> None:
    family.fill(MOTHER, ("妈妈", FATHER[1]))
    expect(family.names).to_have_text(["妈妈（第2位）", "妈妈（第1位）"])
    family.button("放进日历").click()
    expect(family.errors).to_be_focused()
    expect(family.errors.get_by_role("listitem")).to_have_text(
        "妈妈（第2位）：已经有一位叫“妈妈”了。请改一个分得清的，例如：婆婆、岳母。"
    )
    family.errors.get_by_role("link").click()
    expect(family.field(1, "称呼")).to_be_focused()


def test_a_calendar_that_cannot_be_made_says_why_and_loses_nothing(family: FamilyPage) -> None:
    family.page.route("**/icalendar.*.zip", lambda route: route.abort())
    family.fill(MOTHER)
    family.button("放进日历").click()
    family.says(FAILURES["missing"])
    expect(family.names).to_have_text(["妈妈"])


def test_a_file_brings_everybody_back_after_a_reload(family: FamilyPage, tmp_path: Path) -> None:
    family.fill(*FAMILY, ("小叔", "不知道"))
    expect(family.cards).to_have_count(5)
    file = family.save("存成文件", tmp_path)
    assert file.name == "一家人.json"
    family.open()
    expect(family.cards).to_have_count(0)
    family.file.set_input_files(file)
    expect(family.names).to_have_text([*BY_URGENCY, "小叔"])
    expect(family.page.locator("[data-said=file]")).to_have_text("读进来5位：妈妈、爸爸、岳父、岳母、小叔。")
    expect(family.field(4, "上次认证是哪一天")).to_have_value("不知道")
    family.undo.click()
    expect(family.cards).to_have_count(0)


@pytest.mark.parametrize(
    ("answer", "expected"),
    [("换成文件里的", ["妈妈"]), ("两边的都要", ["岳母", "妈妈"]), ("不读了", ["岳母"])],
)
def test_a_file_never_pushes_out_what_was_typed_unasked(
    family: FamilyPage, tmp_path: Path, answer: str, expected: list[str]
) -> None:
    family.fill(MOTHER)
    file = family.save("存成文件", tmp_path)
    family.open().fill(MOTHER_IN_LAW)
    expect(family.names).to_have_text(["岳母"])
    family.file.set_input_files(file)
    question = family.page.get_by_role("group", name="文件里有1位：妈妈。页面上已经有1位，怎么放？")
    expect(question).to_be_focused()
    expect(family.names).to_have_text(["岳母"])
    family.button(answer).click()
    expect(question).to_be_hidden()
    expect(family.names).to_have_text(expected)


def test_a_wrong_file_is_refused_in_a_sentence(family: FamilyPage, tmp_path: Path) -> None:
    family.fill(MOTHER)
    for name, content in (("photo.jpg", b"\xff\xd8\xff" * 9_999_999), ("x.json", b"{}"), ("empty.json", b"")):
        file = tmp_path / name
        file.write_bytes(content)
        family.file.set_input_files(file)
        expect(family.page.locator("#family-file-error")).to_have_text(wording.family.FILE_OTHER)
        expect(family.file).to_be_focused()
        expect(family.file).to_have_attribute("aria-invalid", "true")
    expect(family.names).to_have_text(["妈妈"])


@pytest.mark.parametrize("program", ["MicroMessenger/8.0.50", "AlipayClient/10.5"])
def test_where_files_cannot_be_saved_the_page_says_so_first(
    new_page: Callable[..., Page], site: str, program: str
) -> None:
    family = FamilyPage(new_page(user_agent=f"Mozilla/5.0 (Linux; Android 14) Chrome/130.0 {program}"), site).open()
    expect(family.page.locator(".family-note")).to_have_text(wording.family.CANNOT_SAVE)
    family.fill(MOTHER)
    expect(family.cards).to_have_count(1)
    for name in ("打印一张", "放进日历", "存成文件"):
        expect(family.button(name)).to_be_hidden()


def test_the_printed_sheet_is_one_page_in_large_type(family: FamilyPage, tmp_path: Path) -> None:
    family.fill(*FAMILY, ("小叔", "不知道"), ("婆婆", MOTHER[1]))
    family.shows("婆婆", assess(MOTHER[1], TODAY))
    sheet = tmp_path / "sheet.pdf"
    family.page.pdf(path=sheet, prefer_css_page_size=True)
    (paper,) = PdfReader(sheet).pages
    # Fonts name some characters by their radicals.
    text = re.sub(r"\s", "", normalize("NFKC", paper.extract_text())).replace("⺟", "母")
    assert "一家人的养老认证" in text
    for name, last in FAMILY:
        day = assess(last, TODAY).deadline
        assert f"{name}{day.year}年{day.month}月{day.day}日" in text
    assert "12333" in text
    assert "再加一位" not in text
    family.page.emulate_media(media="print")
    sizes = family.page.locator(".family-sheet :is(h2, p, th, td, strong)").evaluate_all(
        "(parts) => parts.map((part) => parseFloat(getComputedStyle(part).fontSize))"
    )
    assert min(sizes) >= 14 / 0.75 - 0.01, "14 pt in CSS pixels"


def test_printing_is_asked_of_the_browser(family: FamilyPage) -> None:
    family.page.evaluate("window.print = () => { window.printed = true; }")
    family.fill(MOTHER)
    family.button("打印一张").click()
    assert family.page.evaluate("window.printed")


# What the device remembers -------------------------------------------------------------------------------------------


def test_nothing_is_written_anywhere_before_the_yes(family: FamilyPage, tmp_path: Path) -> None:
    family.fill(*FAMILY)
    family.button("算大家的截止日").click()
    expect(family.names).to_have_text(BY_URGENCY)
    family.save("存成文件", tmp_path)
    family.save("放进日历", tmp_path)
    family.people.first.get_by_role("button", name="去掉这一位").click()
    expect(family.cards).to_have_count(3)
    assert family.stored() == NOTHING
    family.open()
    expect(family.cards).to_have_count(0)
    expect(family.field(0, "称呼")).to_have_value("")


def test_after_the_yes_everybody_is_there_again_and_kept_in_step(family: FamilyPage) -> None:
    family.fill(MOTHER, MOTHER_IN_LAW)
    family.keep.check()
    family.says(wording.family.SENTENCES["kept"])
    assert family.remembered() == ["妈妈", "岳母"]
    assert family.stored()["local"].keys() == {KEY}
    family.button("再加一位").click()
    family.field(2, "称呼").fill("爸爸")
    family.field(2, "上次认证是哪一天").fill(str(FATHER[1]))
    expect(family.names).to_have_text(["岳母", "爸爸", "妈妈"])
    assert family.remembered() == ["妈妈", "岳母", "爸爸"]
    family.open()
    expect(family.names).to_have_text(["岳母", "爸爸", "妈妈"])
    expect(family.keep).to_be_checked()
    expect(family.field(2, "称呼")).to_have_value("爸爸")
    answer = family.page.locator(".family-result").bounding_box()
    form = family.page.locator("family-calculator form").bounding_box()
    assert answer is not None
    assert form is not None
    assert answer["y"] < form["y"], "who comes back sees the answer first"


def test_delete_everything_leaves_nothing(family: FamilyPage) -> None:
    family.fill(MOTHER, MOTHER_IN_LAW)
    family.keep.check()
    family.says(wording.family.SENTENCES["kept"])
    family.button("全部删除").click()
    expect(family.page.get_by_role("group", name=wording.family.DELETE_QUESTION)).to_be_focused()
    family.button("不删").click()
    assert family.remembered() == ["妈妈", "岳母"]
    family.button("全部删除").click()
    family.button("全部删掉").click()
    family.says(wording.family.SENTENCES["deleted"])
    expect(family.keep).not_to_be_checked()
    expect(family.cards).to_have_count(0)
    expect(family.people).to_have_count(1)
    expect(family.field(0, "称呼")).to_have_value("")
    assert family.stored() == NOTHING
    family.open()
    expect(family.cards).to_have_count(0)


def test_taking_the_yes_back_deletes_what_is_stored_and_leaves_the_page(family: FamilyPage) -> None:
    family.fill(MOTHER)
    family.keep.check()
    family.says(wording.family.SENTENCES["kept"])
    family.keep.uncheck()
    family.says(wording.family.SENTENCES["forgotten"])
    family.field(0, "上次认证是哪一天").fill("2026-1-5")
    family.shows("妈妈", assess(date(2026, 1, 5), TODAY))
    assert family.stored() == NOTHING


def kept_in_another_window(family: FamilyPage, site: str) -> FamilyPage:
    """Have the device remember somebody, who then stands in another window too."""
    family.fill(MOTHER)
    family.keep.check()
    family.says(wording.family.SENTENCES["kept"])
    other = FamilyPage(family.page.context.new_page(), site).open()
    expect(other.names).to_have_text(["妈妈"])
    return other


def test_what_another_window_deletes_is_not_written_again(family: FamilyPage, site: str) -> None:
    other = kept_in_another_window(family, site)
    other.button("全部删除").click()
    other.button("全部删掉").click()
    expect(family.keep).not_to_be_checked()
    family.field(0, "称呼").fill("婆婆")
    expect(family.names).to_have_text(["婆婆"])
    assert family.stored() == NOTHING


def test_what_another_window_changes_is_not_overwritten(family: FamilyPage, site: str) -> None:
    other = kept_in_another_window(family, site)
    expect(family.keep).to_be_checked()
    other.field(0, "称呼").fill("婆婆")
    expect(family.keep).not_to_be_checked()
    family.says(wording.family.SENTENCES["elsewhere"])
    family.field(0, "称呼").fill("妈")
    expect(family.names).to_have_text(["妈"])
    assert family.remembered() == ["婆婆"]


@pytest.mark.parametrize(
    "refusal",
    [
        "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }",
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } })",
    ],
    ids=["full", "refused"],
)
def test_where_the_device_refuses_the_work_goes_on(new_page: Callable[..., Page], site: str, refusal: str) -> None:
    page = new_page()
    page.add_init_script(refusal)
    family = FamilyPage(page, site).open().fill(MOTHER)
    family.keep.click()
    family.says(wording.family.SENTENCES["refused"])
    expect(family.keep).not_to_be_checked()
    family.field(0, "称呼").fill("婆婆")
    expect(family.names).to_have_text(["婆婆"])


def test_what_cannot_be_read_any_more_is_told_and_not_overwritten(page: Page, site: str) -> None:
    page.add_init_script(f"localStorage.setItem('{KEY}', '{{broken')")
    family = FamilyPage(page, site).open()
    family.says(wording.family.SENTENCES["unreadable"])
    family.fill(MOTHER)
    expect(family.names).to_have_text(["妈妈"])
    assert family.stored()["local"] == {KEY: "{broken"}


@pytest.mark.parametrize(
    "planted",
    [
        "[" * 9_000,
        '{"a":' * 9_000,
        '{"format": "pension-certification-family", "version": 1, "people": [{"label": ' + "[" * 5_000,
        "9" * 100_000,
        '"' + "\\ud800" * 3_000,
        "null",
        "[]",
        json.dumps({"format": FORMAT, "version": 1, "people": [{"label": 1, "last": None, "region": []}]}),
        json.dumps({"format": FORMAT, "version": 1, "people": [{"label": "妈" * 999, "last": "", "region": ""}]}),
    ],
    ids=["brackets", "braces", "inside", "digits", "halves", "null", "list", "types", "long"],
)
def test_whatever_was_planted_on_the_device_is_refused_and_a_family_answered(
    page: Page, site: str, planted: str
) -> None:
    page.add_init_script(f"localStorage.setItem({json.dumps(KEY)}, {json.dumps(planted)})")
    family = FamilyPage(page, site).open()
    family.says(wording.family.SENTENCES["unreadable"])
    family.fill(MOTHER)
    expect(family.names).to_have_text(["妈妈"])
    assert family.stored()["local"] == {KEY: planted}


def test_a_file_that_is_nothing_but_brackets_is_refused_and_a_family_answered(
    family: FamilyPage, tmp_path: Path
) -> None:
    file = tmp_path / "一家人.json"
    file.write_text("[" * 9_000, encoding="utf-8")
    family.page.locator("#family-file").set_input_files(file)
    expect(family.page.locator("#family-file-error")).to_have_text(wording.family.FILE_OTHER)
    family.fill(MOTHER)
    expect(family.names).to_have_text(["妈妈"])


def test_a_blank_form_is_one_press_away_whatever_is_remembered(family: FamilyPage) -> None:
    family.fill(MOTHER)
    family.keep.check()
    family.says(wording.family.SENTENCES["kept"])
    before = family.stored()["local"]
    family.page.route("**/pyodide.asm.hot.*.wasm", lambda route: route.abort())
    family.page.goto(family.address)
    family.button(wording.family.BLANK_BUTTON).click()
    family.says(wording.family.SENTENCES["blank"])
    expect(family.field(0, "称呼")).to_be_focused()
    expect(family.field(0, "称呼")).to_have_value("")
    expect(family.button(wording.family.BLANK_BUTTON)).to_be_hidden()
    expect(family.keep).not_to_be_checked()
    family.page.unroute("**/pyodide.asm.hot.*.wasm")
    family.button("再试一次").click()
    family.fill(FATHER)
    expect(family.names).to_have_text(["爸爸"])
    assert family.stored()["local"] == before


def test_what_another_guide_on_the_same_host_remembers_is_left_alone(page: Page, site: str) -> None:
    other = f"{FORMAT} /another/guide/calculator/family/"
    theirs = write_family([Person("别人家", "2026-1-5", "")])
    page.add_init_script(f"localStorage.setItem({json.dumps(other)}, {json.dumps(theirs)})")
    family = FamilyPage(page, site).open().fill(MOTHER)
    expect(family.names).to_have_text(["妈妈"])
    family.keep.check()
    family.says(wording.family.SENTENCES["kept"])
    assert family.remembered() == ["妈妈"]
    family.button("全部删除").click()
    family.button("全部删掉").click()
    family.says(wording.family.SENTENCES["deleted"])
    assert family.stored()["local"] == {other: theirs}


def test_what_is_remembered_outlives_a_failure_of_the_program(family: FamilyPage) -> None:
    family.fill(MOTHER)
    family.keep.check()
    family.says(wording.family.SENTENCES["kept"])
    broken = True

    def sometimes(route: Route) -> None:
        route.abort() if broken else route.continue_()

    family.page.route("**/pyodide.asm.hot.*.wasm", sometimes)
    family.page.goto(family.address)
    expect(family.element).to_have_attribute("data-state", "error")
    assert family.remembered() == ["妈妈"]
    broken = False
    family.button("再试一次").click()
    expect(family.names).to_have_text(["妈妈"])


def test_what_is_remembered_can_be_deleted_though_the_program_fails(family: FamilyPage) -> None:
    family.fill(MOTHER)
    family.keep.check()
    family.says(wording.family.SENTENCES["kept"])
    family.page.route("**/pyodide.asm.hot.*.wasm", lambda route: route.abort())
    family.page.goto(family.address)
    expect(family.element).to_have_attribute("data-state", "error")
    family.button("全部删除").click()
    family.button("全部删掉").click()
    family.says(wording.family.SENTENCES["deleted"])
    expect(family.field(0, "称呼")).to_have_value("")
    assert family.stored() == NOTHING


def test_an_empty_list_is_not_remembered(family: FamilyPage) -> None:
    family.keep.check()
    family.says(wording.family.SENTENCES["kept"])
    assert family.stored() == NOTHING
    family.fill(MOTHER)
    expect(family.names).to_have_text(["妈妈"])
    assert family.remembered() == ["妈妈"]
    family.button("去掉这一位").click()
    expect(family.cards).to_have_count(0)
    assert family.stored() == NOTHING


# Hands, screens, safety ----------------------------------------------------------------------------------------------


def test_the_keyboard_alone_is_enough(family: FamilyPage) -> None:
    press, type_ = family.page.keyboard.press, family.page.keyboard.type

    def go_to(text: str) -> None:
        active = "document.activeElement.textContent.trim()"
        for _ in range(60):
            if family.page.evaluate(active) == text:
                return
            press("Tab")
        raise AssertionError(f"the keyboard does not reach {text}")

    family.field(0, "称呼").focus()
    type_("妈妈")
    press("Tab")
    type_(str(MOTHER[1]))
    go_to("再加一位")
    press("Enter")
    expect(family.field(1, "称呼")).to_be_focused()
    type_("爸爸")
    press("Tab")
    type_(str(FATHER[1]))
    press("Enter")
    expect(family.page.locator("#family-title")).to_be_focused()
    expect(family.names).to_have_text(["爸爸", "妈妈"])
    go_to("今天办好了")
    press("Space")
    expect(family.undo).to_be_focused()
    expect(family.names).to_have_text(["妈妈", "爸爸"])
    go_to("全部删除")
    press("Enter")
    go_to("全部删掉")
    press("Enter")
    expect(family.cards).to_have_count(0)


def test_a_finger_is_enough(new_page: Callable[..., Page], site: str) -> None:
    family = FamilyPage(new_page(has_touch=True, is_mobile=True), site).open().fill(MOTHER)
    family.button("再加一位").tap()
    family.field(1, "称呼").tap()
    family.page.keyboard.type("岳母")
    family.field(1, "上次认证是哪一天").tap()
    family.page.keyboard.type(str(MOTHER_IN_LAW[1]))
    family.button("算大家的截止日").tap()
    expect(family.names).to_have_text(["岳母", "妈妈"])
    family.card("岳母").get_by_role("button", name="今天办好了").tap()
    expect(family.names).to_have_text(["妈妈", "岳母"])
    family.keep.tap()
    family.says(wording.family.SENTENCES["kept"])


@pytest.mark.parametrize(("width", "size"), [(320, "1"), (320, "3"), (390, "1"), (1280, "1")])
def test_long_names_and_questions_fit_the_screen(
    new_page: Callable[..., Page], site: str, width: int, size: str
) -> None:
    page = new_page(viewport={"width": width, "height": 700})
    family = FamilyPage(page, site).open()
    page.locator(f".display [data-size='{size}']").click()
    family.fill(("M" * 20, MOTHER_IN_LAW[1]), ("奶" * 20, "昨天"))
    for summary in page.locator("family-calculator summary").all():
        summary.click()
    family.field(0, "哪个省发的养老金？").select_option("新疆维吾尔自治区")
    family.button("全部删除").click()
    family.button("算大家的截止日").click()
    expect(family.cards).to_have_count(2)
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_everything_that_can_be_pressed_is_large_enough(family: FamilyPage) -> None:
    family.fill(MOTHER, MOTHER_IN_LAW)
    expect(family.cards).to_have_count(2)
    family.button("全部删除").click()
    controls = family.element.locator(
        "input:visible:not([type=checkbox]), select:visible, button:visible, summary:visible, .family-ways a:visible,"
        " .family-check"
    )
    assert controls.count() > 15
    for control in controls.all():
        box = control.bounding_box()
        assert box is not None
        assert box["height"] >= 60, control.evaluate("(c) => c.outerHTML.slice(0, 80)")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_violation(new_page: Callable[..., Page], site: str, scheme: str, tmp_path: Path) -> None:
    page = new_page(color_scheme=scheme)
    family = FamilyPage(page, site).open().fill(*FAMILY, ("小叔", "昨天"))
    page.evaluate(AXE)
    for summary in page.locator("family-calculator summary").all():
        summary.click()
    family.button("再加一位").click()
    family.button("去掉这一位").last.click()
    family.button("全部删除").click()
    file = tmp_path / "x.json"
    file.write_text("x")
    family.file.set_input_files(file)
    expect(page.locator("#family-file-error")).to_be_visible()
    expect(family.cards).to_have_count(5)
    assert page.evaluate(FIND, ALL_RULES) == []
    family.button("算大家的截止日").click()
    expect(family.errors).to_be_visible()
    assert page.evaluate(FIND, ALL_RULES) == []


def test_script_in_a_label_never_runs(family: FamilyPage, tmp_path: Path) -> None:
    attack = "<img src=x onerror=run()>"[:20]
    family.page.evaluate("() => { window.run = () => { throw new Error('a script in a label ran'); }; }")
    family.fill(("<b>妈</b>", MOTHER[1]), ("<i onclick=run()>爸", "<img src=x onerror=run()>"))
    family.button("算大家的截止日").click()
    expect(family.names).to_have_text(["<b>妈</b>", "<i onclick=run()>爸"])
    family.people.first.get_by_role("button", name="去掉这一位").click()
    family.says("已经去掉“<b>妈</b>”。")
    file = tmp_path / "x.json"
    people = [{"label": attack, "last": "2026-1-5", "region": '"><script>run()</script>'}] * 2
    file.write_text(json.dumps({"format": FORMAT, "version": 1, "people": people}))
    family.file.set_input_files(file)
    expect(family.page.locator("#family-question-file")).to_contain_text(attack)
    family.button("换成文件里的").click()
    expect(family.cards).to_have_count(2)
    assert family.page.locator("family-calculator :is(b, i, img, script)").count() == 0


def test_nothing_is_asked_of_the_network_while_it_works(family: FamilyPage, site: str, tmp_path: Path) -> None:
    asked: list[str] = []

    def heed(request: Request) -> None:
        if not request.url.startswith("blob:") and not comes_by_itself(request.url):
            asked.append(request.url.removeprefix(site))

    family.page.context.on("request", heed)
    family.fill(*FAMILY)
    family.button("算大家的截止日").click()
    expect(family.names).to_have_text(BY_URGENCY)
    family.keep.check()
    family.says(wording.family.SENTENCES["kept"])
    file = family.save("存成文件", tmp_path)
    family.file.set_input_files(file)
    family.button("换成文件里的").click()
    expect(family.cards).to_have_count(4)
    assert asked == []
    family.save("放进日历", tmp_path)
    assert asked, "the calendar's package is fetched when it is needed"
    assert all(re.fullmatch(r"assets/runtime/[\w.]+\.(zip|rest)", address) for address in asked)
