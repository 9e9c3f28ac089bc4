"""The served site in three engines, on a machine without a network: what every visitor can do, they can."""

import json
from base64 import b64encode
from collections.abc import Iterator
from datetime import date
from io import BytesIO

import pytest
import vobject
from openpyxl import Workbook

from calculator import assess, wording
from calculator.assessment.reminders import reminders
from tests.cases import CASES
from tests.engines.engine import ENGINES, Engine

TODAY = date(2026, 11, 23)
RESULTS = ("deadline", "grace-end", "suspended-from", "safe-date")

ANSWERS = """
    const element = document.querySelector("deadline-calculator");
    const answers = [];
    for (const fragment of %s) {
        const before = location.hash;
        const heard = new Promise((resolve) => addEventListener("hashchange", resolve, { once: true }));
        location.hash = fragment;
        if (location.hash !== before) await heard;
        // Python answers in turn: what is asked last is answered last.
        await element.python.ask({ do: "clock", made: "2026-11-23", today: null });
        const days = [...element.querySelectorAll("time[data-result]")].map((one) => [one.dataset.result, one.dateTime]);
        const status = element.querySelector("data[data-result=status]")?.value ?? null;
        const faults = [...element.querySelectorAll(".error-summary:not([hidden]) li")].map((one) => one.textContent);
        answers.push([Object.fromEntries(days), status, faults]);
    }
    return answers;"""
STATE = "return document.querySelector('[data-state]')?.dataset.state ?? null"

GIVE_FILE = """
    const bytes = Uint8Array.from(atob("%s"), (one) => one.charCodeAt(0));
    const chosen = new DataTransfer();
    chosen.items.add(new File([bytes], "%s"));
    const input = document.querySelector("#roster-file");
    input.files = chosen.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));"""
ROWS = "return [...document.querySelectorAll('.roster-table tbody tr')].map((row) => row.cells[0].textContent.trim().split(/\\s/)[0])"
NAMES = "return [...document.querySelectorAll('.family-card h3')].map((one) => one.textContent)"


@pytest.fixture(scope="module", params=ENGINES)
def engine(request: pytest.FixtureRequest) -> Iterator[Engine]:
    with Engine(request.param, serve=True) as engine:
        engine.reach()
        yield engine


def visit(engine: Engine, address: str) -> None:
    engine.open("about:blank")  # a fragment alone would not load the page anew
    engine.open(engine.site + address)
    engine.expect(STATE, "ready")


def answers(engine: Engine, fragments: list[str]) -> list[tuple[dict[str, str], str | None, list[str]]]:
    return [tuple(one) for one in engine.run(ANSWERS % json.dumps(fragments))]


def test_every_case_and_bad_input_and_way_is_answered_as_in_python(engine: Engine) -> None:
    visit(engine, "calculator/")
    found = answers(engine, [f"last={case.last}&rule={case.rule}&today={TODAY}" for case in CASES])
    for case, (days, status, faults) in zip(CASES, found, strict=True):
        expected = assess(case.last, TODAY, case.rule)
        wanted = (expected.deadline, expected.grace_end, expected.suspended_from, expected.safe_date)
        assert [days[name] for name in RESULTS] == [str(day) for day in wanted], case
        assert (days["deadline"], status, faults) == (str(case.deadline), expected.standing.step, []), case

    bad = answers(engine, ["last=2025-02-30", "last=昨天", "last=2026-01-05&grace=很多", "last=1980-01-01"])
    assert [len(faults) for _, _, faults in bad] == [1, 1, 1, 1]
    assert bad[0][2] == [wording.errors.no_such_day(2025, 2, 30, 28)]
    assert all(days == {} for days, _, _ in bad)

    first, forgotten = answers(engine, [f"way=first&claim=2026-11&today={TODAY}", f"way=forgotten&today={TODAY}"])
    assert first[0]["do-by"] == "2026-11-30"
    assert forgotten[0]["next-deadline"] == str(assess(TODAY, TODAY).deadline)


def test_an_answer_is_taken_along(engine: Engine) -> None:
    visit(engine, f"calculator/#last=2026-01-05&today={TODAY}")
    whole = "return document.querySelector('[data-answer=full] [data-result=deadline]')?.dateTime ?? null"
    engine.expect(whole, "2027-01-05")
    engine.run("""
        window.saved = null;
        URL.createObjectURL = (blob) => { blob.text().then((text) => (window.saved = text)); return "blob:nothing"; };
        HTMLAnchorElement.prototype.click = () => {};
        document.querySelector(".take-along [data-do=calendar]").click();""")
    engine.expect("return (window.saved ?? '').startsWith('BEGIN:VCALENDAR')", True)
    events = vobject.readOne(engine.run("return window.saved")).contents["vevent"]
    expected = reminders(assess(date(2026, 1, 5), TODAY))
    assert [(one.dtstart.value, one.summary.value) for one in events] == [(one.day, one.title) for one in expected]
    engine.run("document.querySelector('.take-along [data-do=qr]').click()")
    engine.expect("return document.querySelector('.take-along-shown svg') !== null", True)


def test_a_family_is_sorted_by_urgency(engine: Engine) -> None:
    visit(engine, "calculator/family/")
    engine.type("#family-1-label", "妈妈")
    engine.type("#family-1-last", str(TODAY))
    engine.click("[data-do=add]")
    engine.type("#family-2-label", "爸爸")
    engine.type("#family-2-last", "2024-1-5")
    engine.expect(NAMES, ["爸爸", "妈妈"])


def test_a_roster_is_read_from_csv_and_from_a_workbook(engine: Engine) -> None:
    visit(engine, "calculator/roster/")
    engine.run(GIVE_FILE % (b64encode("姓名,上次认证日期\n张三,2024-1-5\n".encode("gb18030")).decode(), "a.csv"))
    engine.expect(ROWS, ["张三"])
    book, file = Workbook(), BytesIO()
    assert book.active is not None
    for row in (("姓名", "上次认证日期"), ("李四", date(2024, 1, 5)), ("王五", "2023年3月5日")):
        book.active.append(row)
    book.save(file)
    engine.run(GIVE_FILE % (b64encode(file.getvalue()).decode(), "a.xlsx"))
    engine.expect(f"{ROWS}.sort()", ["李四", "王五"])


def test_the_keyboard_reaches_the_field_and_sends_the_form(engine: Engine) -> None:
    visit(engine, "calculator/")
    engine.run("document.querySelector('#last').focus()")
    engine.type("#last", "2026-01-05\n")
    engine.expect("return document.activeElement.id", "answer-title")
    order = "return [...document.querySelectorAll('deadline-calculator form :is(input, select, button, summary)')]"
    assert engine.run(f"{order}.every((one) => one.tabIndex >= 0)") is True


@pytest.mark.parametrize("name", ["Chromium", "Firefox"])
def test_what_has_been_kept_is_read_and_answers_when_nobody_serves_it_any_more(name: str) -> None:
    """WebKitGTK does so too, tried by hand: asked after ten seconds it had kept the guide and Python, and, with no server any
    more, asked every three seconds it answered at the second. But its service worker gets nowhere while the driver asks
    anything: asked ever more seldom for two minutes, on a busy machine, it had kept nothing.
    """
    with Engine(name, serve=True) as engine:
        engine.reach()
        visit(engine, "calculator/#last=2026-01-05")
        engine.expect("return document.querySelector('.offline-mark').dataset.kept ?? null", "all")
        engine.stop_serving()
        served = "return fetch('/nothing', { cache: 'no-store' }).then(() => true, () => false)"
        assert engine.run(served) is False
        visit(engine, f"calculator/?from=singlemessage#last=2026-01-05&today={TODAY}")
        engine.expect("return document.querySelector('[data-result=deadline]')?.dateTime ?? null", "2027-01-05")
        engine.open(f"{engine.site}methods/")
        engine.expect("return document.querySelector('h1') !== null && location.pathname", "/methods/")
