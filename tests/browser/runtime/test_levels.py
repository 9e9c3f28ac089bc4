"""Python in three forms, one under the other: the fast runtime, the same without its snapshot, the ordinary Pyodide."""

import json
import re
from collections.abc import Callable
from datetime import date

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from calculator import assess
from calculator.counting.rules import RULES
from calculator.page.bridge import answer
from calculator.reading.form import FIELDS
from calculator.wording import sharing
from scripts.settings.paths import SITE
from tests.browser.elements.deadline.page import CalculatorPage
from tests.browser.elements.take_along.page import TakeAlong
from tests.browser.runtime.runtime_files import FAULT_OF_THE_FAST_RUNTIME
from tests.browser.waiting import Held, wait_for_megabytes
from tests.web_server import AS_IT_COMES, Nginx

TODAY = date(2026, 11, 23)
ORDINARY = "**/pyodide/pyodide.asm.wasm"
ASK = """async (questions) => {
    const { python } = document.querySelector("deadline-calculator");
    return Promise.all(questions.map((question) => python.ask(question)));
}"""

BLANK = dict.fromkeys(FIELDS, "") | {"rule": "article", "today": str(TODAY)}
QUESTIONS = [
    *({"do": "assess", "fields": BLANK | {"last": "2025-03-15", "rule": rule}} for rule in RULES),
    *({"do": "assess", "fields": BLANK | {"last": "2025年2月3日", "region": place}} for place in ("hunan", "beijing")),
    *({"do": "assess", "fields": BLANK | {"last": last}} for last in ("昨天", "2025-02-30", "", "3/15", "2" * 5000)),
    {"do": "first", "fields": BLANK | {"claim": "2026-03"}},
    {"do": "forgotten", "fields": BLANK | {"region": "jiangsu"}},
    {"do": "family/assess", "people": [{"label": "妈妈", "last": "2026-1-5"}, {"label": "爸爸", "last": "二月三十"}]},
    {"do": "text", "fields": BLANK | {"last": "2026-01-05"}, "page": "https://example.org/", "saves": True},
    {"do": "qr", "fields": BLANK | {"last": "2026-01-05"}, "page": "https://example.org/", "saves": True},
    {"do": "roster/example", "fields": {"region": "", "scheme": "", "today": str(TODAY)}},
    {"do": "nothing"},
]


def fast(_page: Page) -> None:
    pass


def without_snapshot(page: Page) -> None:
    def of_another_pyodide(route: Route) -> None:
        changed, count = re.subn(r'(BUILD_ID:)"[0-9a-f]{64}"', r'\1"0"', route.fetch().text())
        assert count
        route.fulfill(body=changed, content_type="text/javascript")

    page.route("**/python-worker*.js", of_another_pyodide)


def ordinary(page: Page) -> None:
    before_the_worker(page, FAULT_OF_THE_FAST_RUNTIME)


def faulty_at(page: Page, wanted: str) -> None:
    """The fast runtime fails as soon as it is asked for this."""
    fault = """{
      const { parse } = JSON;
      let faulty = false;
      addEventListener("message", ({ data }) => (faulty ||= data.request?.do === "WANTED"));
      JSON.parse = (text) => {
        if (faulty) throw new Error("a fault of the fast runtime");
        return parse(text);
      };
    }\n""".replace("WANTED", wanted)
    before_the_worker(page, fault)


def before_the_worker(page: Page, script: str) -> None:
    """Run this first in the worker of the fast runtime."""
    page.route(
        "**/python-worker*.js",
        lambda route: route.fulfill(body=script + route.fetch().text(), content_type="text/javascript"),
    )


@pytest.fixture
def calculator(browser: Browser, site: str) -> CalculatorPage:
    """On a page in which scripts may fail."""
    return CalculatorPage(browser.new_context(service_workers="block").new_page(), site)


@pytest.mark.parametrize("level", [fast, without_snapshot, ordinary], ids=lambda level: level.__name__)
def test_every_level_answers_as_the_package_does(calculator: CalculatorPage, level: Callable[[Page], None]) -> None:
    page = calculator.page
    asked: list[str] = []
    told: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: told.append(message.text))
    level(page)
    calculator.open({"last": "2026-01-05", "today": str(TODAY)})
    calculator.shows(assess(date(2026, 1, 5), today=TODAY))
    replies = page.evaluate(ASK, QUESTIONS)
    for question, reply in zip(QUESTIONS, replies, strict=True):
        assert reply == json.loads(answer(json.dumps(question))), question
    assert any("/pyodide/" in url for url in asked) == (level is ordinary)
    assert any("Snapshot build id mismatch" in text for text in told) == (level is without_snapshot)


@pytest.mark.parametrize("level", [fast, ordinary], ids=lambda level: level.__name__)
def test_a_web_server_as_it_comes_serves_a_site_that_works(browser: Browser, level: Callable[[Page], None]) -> None:
    """It knows fewer types than ours: what is not among them it serves as bytes."""
    with Nginx(SITE, AS_IT_COMES) as server, browser.new_context(service_workers="block") as context:
        calculator = CalculatorPage(context.new_page(), server.address)
        level(calculator.page)
        calculator.open({"last": "2026-01-05", "today": str(TODAY)})
        calculator.shows(assess(date(2026, 1, 5), today=TODAY))


@pytest.mark.parametrize(
    ("address", "element", "typed", "value", "found"),
    [
        ("calculator/", "deadline-calculator", "#last", "2026-1-5", "[data-answer=full] [data-result=deadline]"),
        (
            "calculator/family/",
            "family-calculator",
            "#family-1-last",
            "2026-1-5",
            "[data-answer=full] .family-card [data-result=deadline]",
        ),
        (
            "calculator/roster/",
            "roster-calculator",
            "#roster-paste",
            "姓名\t上次认证日期\n张三\t2026-1-5",
            ".roster-table time",
        ),
    ],
    ids=["deadline", "family", "roster"],
)
def test_while_the_ordinary_one_comes_its_progress_is_shown_and_what_was_typed_stays(
    calculator: CalculatorPage, site: str, address: str, element: str, typed: str, value: str, found: str
) -> None:
    page = calculator.page
    ordinary(page)
    last = Held(page, "**/pyodide/python_stdlib.zip")
    page.goto(site + address)
    page.locator(typed).fill(value)
    page.locator(f"{element} [type=submit]").click()
    wait_for_megabytes(page, 9)
    expect(page.locator(element)).to_have_attribute("data-state", "loading")
    expect(page.locator(".failure")).to_be_hidden()
    last.let_go()
    expect(page.locator(found).first).to_be_visible()
    expect(page.locator(element)).to_have_attribute("data-state", "ready")
    expect(page.locator(typed)).to_have_value(value)


def test_a_fault_in_an_answer_is_made_good_by_the_ordinary_one(calculator: CalculatorPage) -> None:
    page = calculator.page
    faulty_at(page, "roster/example")
    calculator.open({"last": "2026-01-05", "today": str(TODAY)}).ready()
    calculator.shows(assess(date(2026, 1, 5), today=TODAY))
    with page.expect_request(ORDINARY):
        page.evaluate(ASK, QUESTIONS)
    calculator.edit().last.fill("2026-2-5")
    calculator.shows(assess(date(2026, 2, 5), today=TODAY))
    calculator.ready()


def test_whoever_waits_for_a_reply_gets_it_from_the_ordinary_one(calculator: CalculatorPage, site: str) -> None:
    faulty_at(calculator.page, "qr")
    take_along = TakeAlong(calculator.page, site).open()
    with calculator.page.expect_request(ORDINARY):
        take_along.press(sharing.QR)
    take_along.says(sharing.QR_READY)


def test_a_roster_that_meets_a_fault_is_worked_from_its_beginning(calculator: CalculatorPage, site: str) -> None:
    page = calculator.page
    faulty_at(page, "roster/work")
    page.goto(f"{site}calculator/roster/")
    expect(page.locator("roster-calculator")).to_have_attribute("data-state", "ready")
    page.locator("#roster-paste").fill("姓名\t上次认证日期\n张三\t2026-1-5\n李四\t2026-2-5")
    with page.expect_request(ORDINARY):
        page.locator("roster-calculator [type=submit]").click()
    expect(page.locator(".roster-table tbody tr")).to_have_count(2)
    expect(page.locator("#roster-file-error")).to_be_hidden()


def test_without_a_network_the_ordinary_one_is_no_help_and_the_network_is_named(calculator: CalculatorPage) -> None:
    lost = True
    ordinary(calculator.page)
    calculator.page.route("**/pyodide/*.zip", lambda route: route.abort() if lost else route.continue_())
    calculator.open()
    calculator.last.fill("2026-1-5")
    calculator.tells_failure("missing")
    expect(calculator.last).to_have_value("2026-1-5")
    lost = False
    calculator.try_again()
    expect(calculator.result("deadline")).to_have_attribute("datetime", "2027-01-05")


def test_an_altered_file_of_the_ordinary_one_is_not_used(calculator: CalculatorPage) -> None:
    def alter(route: Route) -> None:
        body = bytearray(route.fetch().body())
        body[len(body) // 2] ^= 1
        route.fulfill(body=bytes(body))

    ordinary(calculator.page)
    calculator.page.route("**/pyodide/pension_certification-*.whl", alter)
    calculator.open()
    calculator.last.fill("2026-1-5")
    calculator.tells_failure("damaged")
    expect(calculator.last).to_have_value("2026-1-5")


def test_where_not_even_the_ordinary_one_runs_it_is_told(calculator: CalculatorPage) -> None:
    ordinary(calculator.page)
    calculator.page.route(
        "**/pyodide/ordinary-worker.js",
        lambda route: route.fulfill(body="throw new Error('a fault of this one too')", content_type="text/javascript"),
    )
    calculator.open()
    calculator.last.fill("2026-1-5")
    calculator.tells_failure("broken")
    expect(calculator.last).to_have_value("2026-1-5")


def test_a_runtime_that_has_come_and_never_starts_gives_way(calculator: CalculatorPage) -> None:
    page = calculator.page
    page.clock.install()
    before_the_worker(page, "WebAssembly.instantiate = () => new Promise(() => undefined);\n")
    calculator.open({"last": "2026-01-05", "today": str(TODAY)})
    expect(page.locator(".loading-bytes")).to_have_text(re.compile(r"^(\d+\.\d) / \1 MB$"))
    page.clock.fast_forward(61_000)
    calculator.shows(assess(date(2026, 1, 5), today=TODAY))
