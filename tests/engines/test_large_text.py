"""All text twice as large, on the narrowest phone: every page is as wide as the screen, and no word of it is cut.

Phones have a setting for it; the apps in which pages are opened multiply every size of text by it, and with it every
length in em and rem. Firefox can be told to.
"""

import re
from collections.abc import Iterator

import pytest

from scripts.settings.paths import SITE
from tests.engines.engine import Engine

TWICE = {"ui.textScaleFactor": 200, "browser.display.os-zoom-behavior": 2, "ui.useOverlayScrollbars": 1}
NARROWEST, NARROW = (320, 740), (360, 740)
FINGER = 44

BOUND = re.compile(r'<(?:script|link rel="stylesheet")[^>]* (?:src|href)="(?:[^"]*/)?([^"/]+)"')
FILES = {
    page.parent.relative_to(SITE).as_posix().replace(".", "", 1): frozenset(
        BOUND.findall(page.read_text(encoding="utf-8"))
    )
    for page in sorted(SITE.rglob("index.html"))
}
ALIKE = [address for address, files in FILES.items() if files == FILES[""]]
"""Pages with the scripts and styles of the home page: what they show is what they say."""

CUT = """
    const wide = document.documentElement.clientWidth;
    const called = (one) => `${one.localName}.${one.className}`;
    const seen = (one) => one.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true });
    const unseen = ".visually-hidden, option, script, style, svg, textarea";

    // The part of the screen in which something is shown; none where it can be moved there, or is for screen readers alone.
    function frame(inner) {
        const frame = { left: 0, right: wide, bottom: Infinity };
        for (let one = inner; one !== document.body; one = one.parentElement) {
            const style = getComputedStyle(one);
            if (/auto|scroll/.test(style.overflowX) || style.clipPath !== "none") return null;
            if (!/hidden|clip/.test(style.overflowX)) continue;
            const { left, right, bottom } = one.getBoundingClientRect();
            frame.left = Math.max(frame.left, left);
            frame.right = Math.min(frame.right, right);
            frame.bottom = Math.min(frame.bottom, bottom);
        }
        return frame;
    }
    const within = (box, frame) =>
        box.left >= frame.left - 1 && box.right <= frame.right + 1 && (box.top + box.bottom) / 2 <= frame.bottom;

    function cut() {
        scrollTo(0, 0);
        document.querySelectorAll("details").forEach((one) => { one.open = true; });
        const found = new Set(), lines = [], range = document.createRange();
        const reached = document.documentElement.scrollWidth;
        if (reached > wide) found.add(`${reached} px wide`);

        const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        while (texts.nextNode()) {
            const text = texts.currentNode, parent = text.parentElement;
            if (!text.data.trim() || parent.closest(unseen) || !seen(parent)) continue;
            const around = frame(parent);
            if (!around) continue;
            range.selectNodeContents(text);
            for (const box of range.getClientRects()) {
                if (box.width < 1) continue;
                if (!within(box, around)) found.add(`${called(parent)}: ${text.data.trim().slice(0, 20)}`);
                // Without what a font leaves above and below: lines of one text may stand close.
                const [top, bottom] = [box.top + 0.3 * box.height, box.bottom - 0.3 * box.height];
                lines.push({ parent, left: box.left, right: box.right, top, bottom });
            }
        }
        lines.sort((one, other) => one.top - other.top);
        lines.forEach((one, at) => {
            for (const other of lines.slice(at + 1, at + 20)) {
                if (other.top >= one.bottom - 2) break;
                if (other.left < one.right - 2 && one.left < other.right - 2)
                    found.add(`${called(one.parent)} under ${called(other.parent)}`);
            }
        });

        for (const one of document.querySelectorAll("svg")) {
            const around = seen(one) && frame(one.parentElement);
            if (around && !within(one.getBoundingClientRect(), around)) found.add(`in ${called(one.parentElement)}`);
        }
        for (const one of document.querySelectorAll("input[type=text]")) {
            if (one.scrollWidth > one.clientWidth) found.add(`#${one.id}: ${one.value}`);
        }
        return [...found];
    }"""
"""What cannot be read: beyond the screen, beyond a box that hides what does not fit, or under other words. Boxes that scroll
by themselves, and what is there for screen readers alone, do not count."""

CUT_HERE = f"{CUT}\n return cut();"
CUT_THERE = (
    CUT
    + """
    const found = {};
    for (const address of %s) {
        const page = new DOMParser().parseFromString(await (await fetch("/" + address)).text(), "text/html");
        history.replaceState(null, "", "/" + address);
        document.body.replaceWith(document.adoptNode(page.body));
        const here = cut();
        if (here.length) found[address] = here;
    }
    return found;"""
)
"""The same of many pages, each laid out in the place of the one that is open: loading them takes five times as long."""

SMALL = """
    return [...document.querySelectorAll("a.door, button, input, select, summary, .menu-button")]
        .filter((one) => one.checkVisibility({ checkVisibilityCSS: true }) && !/radio|checkbox/.test(one.type))
        .filter((one) => one.getBoundingClientRect().height < %d)
        .map((one) => one.outerHTML.slice(0, 80));"""

BOTTOM = "return document.querySelector('%s')?.getBoundingClientRect().bottom ?? Infinity"
SHOWN = "return document.querySelector('%s')?.checkVisibility() ?? false"


@pytest.fixture(scope="module")
def firefox() -> Iterator[Engine]:
    with Engine("Firefox", serve=True, preferences=TWICE) as firefox:
        firefox.resize(*NARROWEST)
        firefox.reach()
        assert firefox.run("return getComputedStyle(document.querySelector('article')).fontSize") == "40px"
        yield firefox


def visit(firefox: Engine, address: str, shown: str) -> None:
    """Open a page, and wait until this is on it."""
    firefox.open("about:blank")  # a fragment alone would not load the page anew
    firefox.open(firefox.site + address)
    firefox.expect(SHOWN % shown, True)


def assert_readable(firefox: Engine) -> None:
    for screen in NARROW, NARROWEST:
        firefox.resize(*screen)
        assert firefox.run(CUT_HERE) == [], screen
        assert firefox.run(SMALL % FINGER) == [], screen


def test_every_page_can_be_read(firefox: Engine) -> None:
    firefox.open(firefox.site)
    assert len(ALIKE) > 90
    assert firefox.run(CUT_THERE % [f"{address}/" if address else "" for address in ALIKE]) == {}


@pytest.mark.parametrize("address", [f"{address}/" for address in FILES if address not in ALIKE])
def test_every_page_with_a_script_of_its_own_can_be_read(firefox: Engine, address: str) -> None:
    visit(firefox, address, "article h1" if address != "embed/" else "#last")
    assert_readable(firefox)


@pytest.mark.parametrize(
    "link",
    [
        "last=2026-01-05&today=2026-11-23",
        "last=2025-12-28&today=2026-12-10",
        "last=2025-10-28&today=2026-11-20&region=hunan",
        "way=first&claim=2026-11&today=2026-11-23",
    ],
    ids=["early", "soon", "late", "first"],
)
def test_an_opened_link_says_how_one_stands_and_the_day_on_the_first_screen(firefox: Engine, link: str) -> None:
    firefox.resize(*NARROW)
    visit(firefox, f"calculator/#{link}", ".answer-date time")
    firefox.run("document.fonts.ready")
    for part in ".answer-status", ".answer-date .month-day":
        assert firefox.run(BOTTOM % part) <= NARROW[1], part
    assert_readable(firefox)


def test_an_answer_and_what_is_taken_along_of_it_can_be_read(firefox: Engine) -> None:
    visit(firefox, "calculator/#last=2025-12-31&region=hunan", "[data-answer=full] [data-result=deadline]")
    firefox.run("document.querySelector('.take-along [data-do=qr]').click()")
    firefox.expect(SHOWN % ".take-along-shown svg", True)
    assert_readable(firefox)


def test_what_is_typed_and_what_is_wrong_with_it_can_be_read(firefox: Engine) -> None:
    visit(firefox, "calculator/", "[data-state=ready] #last")
    firefox.type("#last", "2026年12月32日\n")
    firefox.expect(SHOWN % ".error-summary", True)
    assert_readable(firefox)


def test_a_family_of_two_can_be_read(firefox: Engine) -> None:
    visit(firefox, "calculator/family/", "[data-state=ready] #family-1-last")
    firefox.type("#family-1-label", "妈妈")
    firefox.type("#family-1-last", "2026-1-5")
    firefox.click("[data-do=add]")
    firefox.type("#family-2-label", "爸爸")
    firefox.type("#family-2-last", "2025-12-28")
    firefox.expect("return document.querySelectorAll('.family-card').length", 2)
    assert_readable(firefox)


def test_a_worklist_can_be_read(firefox: Engine) -> None:
    visit(firefox, "calculator/roster/", "[data-state=ready] [data-example]")
    firefox.click("[data-example]")
    firefox.expect(SHOWN % ".roster-table", True)
    assert_readable(firefox)


def test_what_is_said_of_a_message_can_be_read(firefox: Engine) -> None:
    visit(firefox, "fraud/check/", "[data-state=ready] textarea")
    firefox.type("textarea", "您的社保卡异常，请点http://12333-gov.cc/renzheng输入验证码，12月31日前不办就停发")
    firefox.click(".message .calculate")
    firefox.expect(SHOWN % ".message-answer", True)
    assert_readable(firefox)


def test_the_menu_and_what_the_search_finds_can_be_read(firefox: Engine) -> None:
    firefox.resize(*NARROWEST)
    visit(firefox, "fraud/check/", ".menu-button")
    firefox.click(".menu-button")
    firefox.expect("return document.querySelector('.md-sidebar--primary').getBoundingClientRect().left", 0)
    assert firefox.run(CUT_HERE) == []
    visit(firefox, "methods/", ".search-button")
    firefox.click(".search-button")
    firefox.type(".md-search__input", "静默认证")
    firefox.expect(SHOWN % "a.md-search-result__link", True)
    assert firefox.run(CUT_HERE) == []
