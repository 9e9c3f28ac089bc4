"""Python wakes from a snapshot, with a part of itself: that answers, and where it cannot, more of it comes."""

import re
from contextlib import nullcontext
from datetime import date

import pytest
from playwright.sync_api import Page, Route, expect

from calculator import assess
from calculator.wording import family, sharing
from calculator.wording.page import FAILURES
from tests.browser.elements.deadline.page import CalculatorPage
from tests.browser.elements.take_along.page import TakeAlong
from tests.browser.waiting import Held
from tests.real_browser import NewContext

COLD_PART = "**/pyodide.asm.cold.*.wasm"
LIBRARY = re.compile(r"/runtime/(python_stdlib|pension_certification)\.\w+\.zip$")
TODAY = date(2026, 11, 23)

NEED = """
{
  const instantiate = WebAssembly.instantiate;
  let questions = 0;
  let needed = false;
  addEventListener("message", ({ data }) => (questions += data.request ? 1 : 0));
  WebAssembly.instantiate = (module, imports) => {
    if (!imports?.cold) return instantiate(module, imports);
    const { wasi_snapshot_preview1: system, cold } = imports;
    const clock_time_get = (...given) => {
      if (!needed && questions >= QUESTIONS) {
        needed = true;
        cold.load();
      }
      return system.clock_time_get(...given);
    };
    return instantiate(module, { ...imports, wasi_snapshot_preview1: { ...system, clock_time_get } });
  };
}
"""
"""Before the worker's script: the first time that it looks at the clock after some questions, it needs the cold part."""


@pytest.fixture
def calculator(new_context: NewContext, site: str) -> CalculatorPage:
    """On a page in which scripts may fail."""
    return CalculatorPage(new_context(service_workers="block").new_page(), site)


def only_the_first_part_comes(page: Page) -> None:
    for part in COLD_PART, LIBRARY:
        page.route(part, lambda route: route.abort())


def needs_the_cold_part(page: Page, *, questions: int) -> list[str]:
    """Python needs the cold part after so many questions; gives the list of what is then asked for."""
    asked: list[str] = []

    def with_need(route: Route) -> None:
        body = NEED.replace("QUESTIONS", str(questions)) + route.fetch().text()
        route.fulfill(body=body, content_type="text/javascript")

    page.route("**/python-worker*.js", with_need)
    page.on("request", lambda request: asked.append(request.url) if "asm.cold" in request.url else None)
    return asked


@pytest.mark.parametrize("far", [False, True], ids=["on a quick line", "on a slow one"])
def test_python_starts_at_once_and_on_a_slow_line_behind_what_answers_before_it(
    calculator: CalculatorPage, *, far: bool
) -> None:
    page = calculator.page
    timing = {"requestStart": 1000, "responseStart": 1300 if far else 1150}
    page.add_init_script(f"Object.defineProperty(performance, 'timing', {{ value: {timing} }})")
    worker, table = Held(page, "**/python-worker.*.js"), Held(page, "**/instant-answer.*.js")
    with nullcontext() if far else page.expect_request("**/python-worker.*.js"):
        page.goto(f"{calculator.address}#last=2026-01-05", wait_until="commit")
    expect(page.get_by_label("您上次认证是哪一天")).to_be_attached()
    assert bool(worker.asked) is not far
    table.let_go()
    worker.let_go()
    calculator.ready()
    assert len(worker.asked) == 1


@pytest.mark.parametrize(
    "answers",
    [
        {"last": "2026-01-05"},
        {"last": "2025年3月15日", "region": "hunan"},
        {"last": "2026-01-05", "region": "beijing", "scheme": "resident"},
    ],
    ids=str,
)
def test_first_answers_need_the_first_part_only(page: Page, site: str, answers: dict[str, str]) -> None:
    page.route(COLD_PART, lambda route: route.abort())
    if "region" not in answers:
        page.route(LIBRARY, lambda route: route.abort())
    calculator = CalculatorPage(page, site).open(answers | {"today": TODAY.isoformat()})
    expect(calculator.result("deadline")).to_be_visible()
    calculator.edit().last.fill("Maerz")
    calculator.last.press("Enter")
    expect(page.locator("[aria-invalid=true]")).to_have_count(1)
    calculator.last.fill("2026-2-5")
    expect(calculator.result("deadline")).to_be_visible()


@pytest.mark.parametrize("way", ["first", "forgotten"])
def test_every_way_to_ask_wakes_with_its_page(page: Page, site: str, way: str) -> None:
    only_the_first_part_comes(page)
    calculator = CalculatorPage(page, site)
    page.goto(f"{calculator.address}#way={way}&claim=2025-03-15")
    expect(page.locator(".answer h2")).to_be_visible()


def test_a_family_needs_the_first_part_only(page: Page, site: str) -> None:
    only_the_first_part_comes(page)
    page.goto(f"{site}calculator/family/")
    page.locator("#family-1-last").fill("2026-1-5")
    expect(page.locator("[data-answer=full] .family-card [data-result=deadline]")).to_have_attribute(
        "datetime", "2027-01-05"
    )


def test_a_family_that_the_device_has_kept_needs_the_first_part_only(page: Page, site: str) -> None:
    only_the_first_part_comes(page)
    page.goto(f"{site}calculator/family/")
    page.locator("#family-1-last").fill("2026-1-5")
    page.get_by_label("把这些记在这台设备上").check()
    expect(page.locator(".family-said:visible")).to_have_text(family.SENTENCES["kept"])
    page.reload()
    expect(page.locator("[data-answer=full] .family-card [data-result=deadline]")).to_have_attribute(
        "datetime", "2027-01-05"
    )


def test_a_place_waits_for_the_library_and_says_if_it_does_not_come(calculator: CalculatorPage) -> None:
    lost = True
    calculator.page.route(LIBRARY, lambda route: route.abort() if lost else route.continue_())
    calculator.open({"last": "2026-01-05", "region": "hunan", "today": TODAY.isoformat()})
    calculator.tells_failure("missing")
    lost = False
    calculator.try_again()
    calculator.shows(assess(date(2026, 1, 5), today=TODAY, region="hunan"))


def test_where_the_library_is_needed_unexpectedly_python_starts_again_with_it(calculator: CalculatorPage) -> None:
    def careless(route: Route) -> None:
        """The worker takes places for something that needs no library."""
        changed, count = re.subn(r'"rule","today"\]', '"rule","today","region"]', route.fetch().text())
        assert count
        route.fulfill(body=changed, content_type="text/javascript")

    calculator.page.route("**/python-worker*.js", careless)
    library = Held(calculator.page, LIBRARY)
    place = "江苏省宿迁市宿城区"  # all places by their names are a file of the package
    calculator.open({"last": "2026-01-05", "region": place, "today": TODAY.isoformat()})
    calculator.ready()
    expect(calculator.answer).to_be_hidden()
    library.let_go()
    calculator.shows(assess(date(2026, 1, 5), today=TODAY, region=place))


def test_the_library_comes_once(page: Page, site: str) -> None:
    calculator = CalculatorPage(page, site).open({"last": "2026-01-05", "today": TODAY.isoformat()})
    calculator.ready()
    replies = page.evaluate(
        """async () => {
            const { python } = document.querySelector("deadline-calculator");
            const fields = { last: "2026-01-05", today: "2026-11-23" };
            const asked = { fields, page: "https://example.org/", saves: true };
            return [
                await python.ask({ do: "calendar", ...asked }),
                await python.ask({ do: "assess", fields: { ...fields, region: "hunan" } }),
                await python.ask({ do: "qr", ...asked }),
            ];
        }"""
    )
    assert [reply["ok"] for reply in replies] == [True, True, True]


def test_a_snapshot_that_pyodide_refuses_is_done_without(calculator: CalculatorPage) -> None:
    def of_another_pyodide(route: Route) -> None:
        changed, count = re.subn(r'(BUILD_ID:)"[0-9a-f]{64}"', r'\1"0"', route.fetch().text())
        assert count
        route.fulfill(body=changed, content_type="text/javascript")

    calculator.page.route("**/python-worker*.js", of_another_pyodide)
    told: list[str] = []
    calculator.page.on("console", lambda message: told.append(message.text))
    calculator.open({"last": "2026-01-05", "region": "hunan", "today": TODAY.isoformat()})
    calculator.shows(assess(date(2026, 1, 5), today=TODAY, region="hunan"))
    assert any("Snapshot build id mismatch" in text for text in told)


def test_what_needs_the_cold_part_waits_for_a_connection(page: Page, site: str) -> None:
    lost = True
    page.route(COLD_PART, lambda route: route.abort() if lost else route.continue_())
    take_along = TakeAlong(page, site).open()
    take_along.press(sharing.CALENDAR)
    take_along.says(FAILURES["missing"])
    lost = False
    with page.expect_download():
        take_along.press(sharing.CALENDAR)


def test_a_roster_that_needs_the_cold_part_is_kept_until_there_is_a_connection(page: Page, site: str) -> None:
    lost = True
    page.route(COLD_PART, lambda route: route.abort() if lost else route.continue_())
    page.goto(f"{site}calculator/roster/")
    paste = page.locator("#roster-paste")
    paste.fill("姓名\t上次认证日期\n张三\t2026-1-5")
    submit = page.locator("roster-calculator [type=submit]")
    submit.click()
    expect(page.locator("#roster-file-error")).to_have_text(FAILURES["missing"])
    expect(paste).to_have_value("姓名\t上次认证日期\n张三\t2026-1-5")
    lost = False
    submit.click()
    expect(page.locator(".roster-table tbody tr")).to_have_count(1)


@pytest.mark.parametrize("questions", [0, 1], ids=["while it starts", "when it is asked"])
def test_where_more_is_needed_python_starts_again_with_all_of_it(calculator: CalculatorPage, questions: int) -> None:
    asked = needs_the_cold_part(calculator.page, questions=questions)
    calculator.open({"last": "2026-01-05", "today": TODAY.isoformat()})
    expect(calculator.result("deadline")).to_have_attribute("datetime", "2027-01-05")
    assert asked
    calculator.edit().last.fill("2026-2-5")
    calculator.shows(assess(date(2026, 2, 5), today=TODAY))


@pytest.mark.parametrize("questions", [0, 1], ids=["while it starts", "when it is asked"])
def test_where_more_is_needed_and_does_not_come_it_is_told(calculator: CalculatorPage, questions: int) -> None:
    lost = True
    calculator.page.route(COLD_PART, lambda route: route.abort() if lost else route.continue_())
    needs_the_cold_part(calculator.page, questions=questions)
    calculator.open()
    calculator.last.fill("2026-1-5")
    calculator.tells_failure("missing")
    expect(calculator.last).to_have_value("2026-1-5")
    lost = False
    calculator.try_again()
    expect(calculator.result("deadline")).to_have_attribute("datetime", "2027-01-05")
