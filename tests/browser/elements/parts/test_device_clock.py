"""A device whose clock is wrong, or whose zone is far away: today is Beijing's day, and a date that cannot be is told."""

from collections.abc import Callable
from datetime import UTC, datetime, time, timedelta

import pytest
from playwright.sync_api import Page, expect

from calculator import assess
from calculator.counting.device_clock import Doubt
from calculator.wording.clock import doubted
from tests.browser.accessibility import ALL_RULES, AXE, FIND
from tests.browser.device import set_device
from tests.browser.elements.deadline.page import CalculatorPage
from tests.browser.elements.family.page import FamilyPage
from tests.built_site import made_day

ZONES = [*(f"Etc/GMT{hours:+}" for hours in range(12, -14, -1)), "Asia/Kathmandu", "Pacific/Kiritimati"]
"""From twelve hours behind UTC, where the sign is turned round, to fourteen before it."""

MIDNIGHT = datetime(2026, 12, 31, 16, tzinfo=UTC)
"""The year turns in Beijing."""

TODAY = made_day()

BEFORE_FAULTS = ".clock:has(+ .error-summary:not([hidden]))"


@pytest.fixture
def calculator(page: Page, site: str) -> CalculatorPage:
    return CalculatorPage(page, site)


def test_today_is_the_day_in_beijing_in_every_zone(calculator: CalculatorPage) -> None:
    page = calculator.open().ready().page
    [worker] = [one for one in page.workers if "python-worker" in one.url]
    device = page.context.new_cdp_session(page)
    found: dict[str, list[str | None]] = {}
    offsets = set()
    for zone in ZONES:
        device.send("Emulation.setTimezoneOverride", {"timezoneId": zone})
        offsets.add(worker.evaluate("new Date().getTimezoneOffset()"))
        found[zone] = []
        for moment in (MIDNIGHT - timedelta(seconds=1), MIDNIGHT):
            worker.evaluate(f"Date.now = () => {int(moment.timestamp() * 1000)}")
            page.evaluate("location.hash = ''")
            expect(calculator.answer).to_be_hidden()
            page.evaluate("location.hash = 'way=forgotten'")
            found[zone].append(calculator.result("next-deadline").get_attribute("datetime"))
    assert len(offsets) == len(ZONES), "Python's worker lives in the zone of the device"
    assert all(days == ["2027-12-31", "2028-01-01"] for days in found.values()), found


@pytest.mark.parametrize(("days", "why"), [(-365, Doubt.EARLY), (-1, Doubt.EARLY), (400, Doubt.LATE)])
def test_a_date_that_cannot_be_is_told_beside_the_answer(calculator: CalculatorPage, days: int, why: Doubt) -> None:
    device = TODAY + timedelta(days=days)
    set_device(calculator.page, device)
    last = device - timedelta(days=30)
    calculator.open({"last": last.isoformat()})
    calculator.shows(assess(last, device))
    line = calculator.page.locator(".clock")
    expect(line.locator("p")).to_have_text(doubted(why, device, TODAY, changeable=True))


@pytest.mark.parametrize(("days", "why"), [(-350, Doubt.EARLY), (-1, Doubt.EARLY), (400, Doubt.LATE)])
def test_before_python_it_is_told_too_and_by_an_early_clock_nothing_is_answered(
    calculator: CalculatorPage, days: int, why: Doubt
) -> None:
    """Whose last day lies long ago must not hear that there is time, because a phone has lost its date."""
    device = TODAY + timedelta(days=days)
    page = calculator.page
    page.route("**/python-worker*.js", lambda route: route.abort())
    page.clock.set_fixed_time(datetime(device.year, device.month, device.day, 4, tzinfo=UTC))
    for fields in {"last": str(TODAY - timedelta(days=600))}, {"way": "forgotten"}:
        page.goto("about:blank")
        calculator.open(fields)
        calculator.tells_failure("missing")
        expect(page.locator(".clock p")).to_have_text(doubted(why, device, TODAY, changeable=True))
        expect(calculator.instant).to_have_count(0 if why is Doubt.EARLY else 1)
    page.locator(".clock").get_by_role("button").click()
    page.get_by_label("从哪一天看").fill(TODAY.isoformat())
    expect(calculator.instant).to_be_visible()
    expect(page.locator(".clock")).to_be_hidden()


def test_the_right_date_sets_all_right(calculator: CalculatorPage) -> None:
    """A clock that is a year slow takes the day of the certification for one that is still to come."""
    set_device(calculator.page, TODAY - timedelta(days=365))
    last = TODAY - timedelta(days=30)
    calculator.open({"last": last.isoformat()})
    expect(calculator.errors).to_contain_text("还没有到")
    line = calculator.page.locator(".clock")
    expect(calculator.page.locator(BEFORE_FAULTS)).to_be_visible()
    line.get_by_role("button", name="填今天的日期").click()
    today = calculator.page.get_by_label("从哪一天看")
    expect(today).to_be_focused()
    today.fill(TODAY.isoformat())
    calculator.shows(assess(last, TODAY))
    expect(line).to_be_hidden()
    expect(calculator.page.locator(BEFORE_FAULTS)).to_have_count(0)
    expect(calculator.last).to_have_value(last.isoformat())
    today.fill("")
    expect(line).to_be_visible()


def test_a_date_that_may_be_right_is_not_doubted(calculator: CalculatorPage) -> None:
    calculator.open({"last": "2026-01-05"})
    expect(calculator.answer).to_be_visible()
    # What is asked now is answered after what was asked when Python was ready.
    calculator.page.evaluate(
        "document.querySelector('deadline-calculator').python.ask({ do: 'clock', made: '2026-11-25', today: null })"
    )
    expect(calculator.page.locator(".clock")).to_be_hidden()


def test_a_family_is_told_to_set_the_device(page: Page, site: str) -> None:
    device = TODAY - timedelta(days=365)
    FamilyPage(page, site, device).open().fill(("妈妈", device))
    line = page.locator(".family-result .clock")
    expect(line).to_have_text(doubted(Doubt.EARLY, device, TODAY, changeable=False))


def test_a_family_with_a_day_to_come_is_told_before_the_fault(page: Page, site: str) -> None:
    device = TODAY - timedelta(days=365)
    family = FamilyPage(page, site, device).open().fill(("妈妈", TODAY - timedelta(days=30)))
    family.button("算大家的截止日").click()
    expect(page.locator(BEFORE_FAULTS)).to_have_text(doubted(Doubt.EARLY, device, TODAY, changeable=False))


def test_a_family_is_told_by_the_failure_where_python_never_comes(page: Page, site: str) -> None:
    """Nothing is answered at once by such a clock, so there is no answer by which it could stand."""
    device = TODAY - timedelta(days=365)
    family = FamilyPage(page, site)
    page.route("**/python-worker*.js", lambda route: route.abort())
    page.clock.set_fixed_time(datetime.combine(device, time(12), UTC))
    page.goto(family.address)
    expect(family.element).to_have_attribute("data-state", "error")
    family.fill(("妈妈", TODAY - timedelta(days=30)))
    family.button("算大家的截止日").click()
    line = page.locator(".clock")
    expect(line).to_have_text(doubted(Doubt.EARLY, device, TODAY, changeable=False))
    expect(line).to_be_in_viewport()
    expect(page.locator(".failure")).to_be_in_viewport()
    assert line.evaluate("line => line.nextElementSibling.matches('.loading, .failure')")


def test_whoever_works_a_roster_is_told_and_led_to_the_field(page: Page, site: str) -> None:
    set_device(page, TODAY + timedelta(days=800))
    page.goto(f"{site}calculator/roster/")
    page.locator(".clock").get_by_role("button").click()
    expect(page.get_by_label("从哪一天看")).to_be_focused()
    page.keyboard.type(TODAY.isoformat())
    expect(page.locator(".clock")).to_be_hidden()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_violation_and_it_fits(new_page: Callable[..., Page], site: str, scheme: str) -> None:
    page = new_page(color_scheme=scheme, viewport={"width": 320, "height": 700})
    set_device(page, TODAY - timedelta(days=365))
    calculator = CalculatorPage(page, site).open({"last": "2025-01-05"})
    expect(page.locator(".clock")).to_be_visible()
    calculator.page.evaluate(AXE)
    assert page.evaluate(FIND, ALL_RULES) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
