"""Real browsers of years ago: whoever has one reads the guide, and is answered, or led to where the answer stands.

No tool is asked what they can read. ``scripts/test`` runs one for each thing that came between them and today's; every
one that there is runs by ``scripts/engines``.
"""

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from calculator.wording.page import ANSWERED_ALONE, FAILURES
from scripts.settings.paths import DIST
from tests.engines.old_browsers.chromium import OldChromium

SOME = (69, 85, 92, 103)
ALL = (69, 73, 83, 85, 88, 92, 103, 112)
VERSIONS = ALL if os.environ.get("OLD_BROWSERS") == "all" else SOME
FIRST_WITH_PYTHON = 103
"""Of those that are here: Pyodide itself is promised for 112 and later."""

STATE = "document.querySelector('[data-state]').getAttribute('data-state')"
TOLD = "Array.prototype.map.call(document.querySelectorAll('[data-failure]:not([hidden])'), function (one) { return one.textContent })"
PLACE = "location.pathname.split('/').slice(-2).join('/') + location.hash"
DEADLINE = "(document.querySelector('[data-result=deadline]') || {}).dateTime"
ANSWERED_BY = "document.querySelector('[data-state]').getAttribute('data-answered')"
CALM = "document.querySelector('.failure-answered')"
IN_SIGHT = "(function (one) { var box = one.getBoundingClientRect(); return box.height > 0 && box.top < innerHeight })(document.querySelector(%s))"


@pytest.fixture(scope="module", params=VERSIONS)
def browser(request: pytest.FixtureRequest) -> Iterator[OldChromium]:
    with OldChromium(request.param) as browser:
        yield browser


def answered_or_told(browser: OldChromium, deadline: str) -> bool:
    """Whether Python answers; where it cannot, that is told by one sentence that is true."""
    browser.expect(f"{STATE} !== 'loading'", True)
    if browser.version >= FIRST_WITH_PYTHON:
        browser.expect(DEADLINE, deadline)
        return True
    assert browser.run(STATE) == "error"
    assert browser.run(TOLD) == [FAILURES["unsupported"]]
    return False


def no_script_failed(browser: OldChromium) -> None:
    assert browser.errors == []


@pytest.mark.parametrize("address", ["", "methods/", "situations/forgotten-date/", "date-table/", "regions/"])
def test_the_guide_is_read(browser: OldChromium, site: str, address: str) -> None:
    browser.open(site + address)
    assert browser.run(IN_SIGHT % "'h1'") is True
    assert browser.run("document.documentElement.scrollWidth <= innerWidth") is True, "nothing is off to the side"
    no_script_failed(browser)


def answered_at_once_or_wholly(browser: OldChromium, *, of: str = "last") -> None:
    """Whether Python comes or not, the answer stands there; where it does not, one calm sentence stands below it."""
    browser.expect(DEADLINE, "2027-01-05")
    if not answered_or_told(browser, "2027-01-05"):
        browser.expect(ANSWERED_BY, "instant")
        assert browser.run(f"{CALM}.textContent") == ANSWERED_ALONE[of]
        assert browser.run(f"{CALM}.offsetHeight > 0") is True


def stays_after_the_button(browser: OldChromium) -> None:
    browser.press(".calculate")
    browser.expect(DEADLINE, "2027-01-05")
    assert "date-table" not in browser.run("location.pathname")
    assert browser.run("location.search") == "", "nothing typed travels"


def test_what_is_typed_into_the_calculator_is_answered(browser: OldChromium, site: str) -> None:
    browser.open(f"{site}calculator/")
    browser.type("#last", "2026年1月5日")
    answered_at_once_or_wholly(browser)
    stays_after_the_button(browser)
    browser.expect(IN_SIGHT % "'.answer-head'", True)
    no_script_failed(browser)


def test_a_short_year_is_asked_about_and_the_question_answered_with_one_tap(browser: OldChromium, site: str) -> None:
    browser.open(f"{site}calculator/")
    browser.type("#last", "26年1月5日")
    browser.press(".calculate")
    browser.expect("document.querySelectorAll('.error-summary .offers button').length", 1)
    browser.press(".error-summary .offers button")
    answered_at_once_or_wholly(browser)
    browser.expect(IN_SIGHT % "'.answer-head'", True)
    assert "date-table" not in browser.run("location.pathname")
    no_script_failed(browser)


def test_what_the_table_cannot_answer_is_led_to_its_month(browser: OldChromium, site: str) -> None:
    browser.open(f"{site}calculator/")
    browser.type("#last", "2016年1月5日")
    if not answered_or_told(browser, "2017-01-04"):
        browser.press(".calculate")
        browser.expect(PLACE, "date-table/#m2016-1")
        assert browser.run("location.search") == "", "nothing typed travels"
    no_script_failed(browser)


@pytest.mark.parametrize("link", ["#last=2026-01-05", "#last=2026-01-05。", "?from=singlemessage#last%3D2026-01-05，"])
def test_what_a_link_says_is_in_the_form_and_answered(browser: OldChromium, site: str, link: str) -> None:
    browser.open(f"{site}calculator/{link}")
    browser.expect("document.querySelector('#last').value", "2026-01-05")
    answered_at_once_or_wholly(browser)
    browser.expect(IN_SIGHT % "'.answer-head'", True)
    no_script_failed(browser)


def test_a_family_is_answered(browser: OldChromium, site: str) -> None:
    browser.open(f"{site}calculator/family/")
    browser.type("#family-1-last", "2026-1-5")
    answered_at_once_or_wholly(browser, of="family")
    stays_after_the_button(browser)
    no_script_failed(browser)


def test_a_roster_is_worked_or_led_to_the_table(browser: OldChromium, site: str) -> None:
    browser.open(f"{site}calculator/roster/")
    browser.run("document.querySelector('#roster-paste').value = " + json.dumps("姓名\t上次认证日期\n张三\t2026-1-5"))
    browser.expect(f"{STATE} !== 'loading'", True)
    browser.press(".calculate")
    if browser.version >= FIRST_WITH_PYTHON:
        browser.expect("document.querySelectorAll('.roster-table tbody tr').length", 1)
    else:
        browser.expect("location.pathname.split('/').slice(-2).join('/')", "date-table/")
        assert browser.run("location.search") in ("", "?"), "nothing typed travels"
    no_script_failed(browser)


def test_a_message_is_judged_or_led_to_the_signs(browser: OldChromium, site: str) -> None:
    browser.open(f"{site}fraud/check/")
    browser.expect(f"{STATE} !== 'loading'", True)
    if browser.version < FIRST_WITH_PYTHON:
        assert browser.run(f"{TOLD}.length") == 1
    no_script_failed(browser)


def test_the_zip_answers(browser: OldChromium, unpacked: Path) -> None:
    browser.open((unpacked / "index.html").as_uri())
    assert browser.run(IN_SIGHT % "'h1'") is True
    browser.open((unpacked / "calculator" / "index.html").as_uri())
    browser.type("#last", "2026-1-5")
    answered_at_once_or_wholly(browser)
    stays_after_the_button(browser)
    no_script_failed(browser)


def test_the_single_file_answers(browser: OldChromium) -> None:
    browser.open((DIST / "calculator.html").as_uri())
    browser.type("#last", "2026-1-5")
    answered_at_once_or_wholly(browser)
    stays_after_the_button(browser)
    no_script_failed(browser)
