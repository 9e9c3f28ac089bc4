"""An answer leaves the page in every way that it offers, and says so; or says what to do instead."""

import re
from base64 import b64encode
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
import segno
import vobject
from playwright.sync_api import Download, Page, Route, expect

from calculator import assess
from calculator.assessment.reminders import reminders
from calculator.export.qr import QUIET_ZONE, qr_svg
from calculator.export.sharing import chat_text
from calculator.wording import page as page_words
from calculator.wording import sharing
from scripts.assets.bundles import bundle
from scripts.settings.paths import WEB
from tests.browser.accessibility import ALL_RULES, AXE, FIND
from tests.browser.elements.deadline.page import CalculatorPage
from tests.browser.elements.take_along.page import FOUND, TakeAlong
from tests.browser.elements.take_along.user_agents import BROWSERS, IN_APP
from tests.browser.waiting import Held


@pytest.fixture
def take(new_page: Callable[..., Page], site: str) -> TakeAlong:
    return TakeAlong(new_page(permissions=["clipboard-read", "clipboard-write"]), site).open()


def read_calendar(download: Download) -> list[tuple[date, str]]:
    text = Path(download.path()).read_text(encoding="utf-8")
    return [(one.dtstart.value, one.summary.value) for one in vobject.readOne(text).contents["vevent"]]


def test_nothing_of_the_page_s_own_query_goes_into_a_link_a_text_or_a_code(
    new_page: Callable[..., Page], site: str
) -> None:
    page = new_page(permissions=["clipboard-read", "clipboard-write"])
    take = TakeAlong(page, site)
    page.goto(take.address.replace("#", "?query=王秀英&x=【重要通知】请加微信#"))
    take.press(sharing.LINK)
    take.says(sharing.LINK_COPIED)
    assert take.clipboard() == take.address
    take.press(sharing.TEXT)
    take.says(sharing.TEXT_COPIED)
    assert take.clipboard() == chat_text(FOUND, take.address)
    take.press(sharing.QR)
    take.says(sharing.QR_READY)
    shown = take.section.locator("svg path").evaluate_all("(paths) => paths.map((path) => path.getAttribute('d'))")
    assert shown == re.findall(r'd="([^"]+)"', qr_svg(take.address, ""))


# Calendar -----------------------------------------------------------------------------------------------------------


def test_the_calendar_is_downloaded_with_every_reminder_ahead(take: TakeAlong) -> None:
    with take.page.expect_download() as download:
        take.press(sharing.CALENDAR)
    assert download.value.suggested_filename == "养老认证提醒.ics"
    assert read_calendar(download.value) == [(one.day, one.title) for one in reminders(FOUND)]
    take.says(sharing.CALENDAR_SAVED)


def test_a_button_pressed_right_after_typing_is_heeded(page: Page, site: str) -> None:
    """To leave the field is a change; the answer, being the same, must not be made anew under the finger."""
    take = TakeAlong(page, site)
    take.calculator.open({"today": "2026-11-23"}).ready()
    take.calculator.last.press_sequentially("2026-01-05")
    take.calculator.shows_day("deadline", FOUND.deadline)
    with page.expect_download() as download:
        take.press(sharing.CALENDAR)
    assert read_calendar(download.value) == [(one.day, one.title) for one in reminders(FOUND)]


def test_what_comes_of_an_answer_that_has_changed_meanwhile_is_dropped(take: TakeAlong) -> None:
    icalendar = Held(take.page, "**/runtime/icalendar.*.zip")
    downloads: list[Download] = []
    take.page.on("download", lambda one: downloads.append(one))
    take.press(sharing.CALENDAR)
    take.says(sharing.WAIT)
    take.calculator.edit().last.fill("2026-01-06")
    changed = assess(date(2026, 1, 6), date(2026, 11, 23))
    take.calculator.shows(changed)
    expect(take.said).to_be_empty()
    icalendar.let_go()
    take.press(sharing.CALENDAR)
    take.says(sharing.CALENDAR_SAVED)
    [download] = downloads
    assert read_calendar(download) == [(one.day, one.title) for one in reminders(changed)]


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (lambda route: route.abort("connectionreset"), "missing"),
        (lambda route: route.fulfill(body=b"not a package"), "damaged"),
    ],
    ids=["missing", "damaged"],
)
def test_a_package_that_does_not_arrive_is_told_and_the_answer_stays(
    take: TakeAlong, spoil: Callable[[Route], None], code: str
) -> None:
    take.page.route("**/runtime/icalendar.*.zip", spoil)
    take.press(sharing.CALENDAR)
    take.says(page_words.FAILURES[code])
    take.calculator.shows(FOUND)
    take.page.unroute("**/runtime/icalendar.*.zip")
    with take.page.expect_download():
        take.press(sharing.CALENDAR)
    take.says(sharing.CALENDAR_SAVED)


# Inside apps --------------------------------------------------------------------------------------------------------


def test_the_browsers_inside_apps_are_known_by_their_names_and_no_others(page: Page, site: str) -> None:
    page.goto(f"{site}calculator/")
    module = bundle(WEB / "elements" / "parts" / "save-file.js", name="saveFile")
    each = "Object.entries(agents).map(([name, agent]) => [name, saveFile.savesFiles(agent)])"
    saves = page.evaluate(f"(agents) => {{ {module} return Object.fromEntries({each}); }}", IN_APP | BROWSERS)
    assert saves == dict.fromkeys(IN_APP, False) | dict.fromkeys(BROWSERS, True)


@pytest.mark.parametrize("app", ["微信 iOS", "微信 Android"])
def test_inside_wechat_it_says_how_to_get_out_and_the_link_keeps_the_answer(
    new_page: Callable[..., Page], site: str, app: str
) -> None:
    page = new_page(user_agent=IN_APP[app], permissions=["clipboard-read", "clipboard-write"], has_touch=True)
    take = TakeAlong(page, site).open()
    downloads: list[Download] = []
    page.on("download", lambda download: downloads.append(download))
    take.button(sharing.CALENDAR).tap()
    take.says(sharing.IN_APP)
    expect(take.section.locator("li")).to_have_text(list(sharing.IN_APP_STEPS))
    take.section.locator(".take-along-in-app button").tap()
    take.says(sharing.LINK_COPIED)
    expect(take.section.locator("li")).to_have_text(list(sharing.IN_APP_STEPS))
    assert take.clipboard() == take.address
    page.goto("about:blank")
    page.goto(take.address)
    take.calculator.shows(FOUND)
    assert not downloads
    take.button(sharing.SLIP).tap()
    take.says(sharing.SLIP_READY_IN_APP)
    expect(take.section).to_contain_text(sharing.IN_APP)
    expect(take.section.get_by_role("button", name=sharing.SLIP_PRINT)).to_have_count(0)


# Text and link ------------------------------------------------------------------------------------------------------


def test_the_text_for_the_family_is_copied_with_a_link_to_this_answer(take: TakeAlong) -> None:
    take.press(sharing.TEXT)
    take.says(sharing.TEXT_COPIED)
    assert take.clipboard() == chat_text(FOUND, take.address)


def test_the_link_opens_the_same_answer_on_another_device(take: TakeAlong, new_page: Callable[..., Page]) -> None:
    take.press(sharing.LINK)
    take.says(sharing.LINK_COPIED)
    assert take.clipboard() == take.address
    other = CalculatorPage(new_page(), take.calculator.address.removesuffix("calculator/"))
    other.page.goto(take.clipboard())
    other.shows(FOUND)


REFUSING = """
    navigator.clipboard.write = navigator.clipboard.writeText = () => Promise.reject(new DOMException("", "NotAllowedError"));
    document.execCommand = () => false;
"""


def test_a_refused_clipboard_shows_the_text_selected(page: Page, site: str) -> None:
    page.add_init_script(REFUSING)
    take = TakeAlong(page, site).open()
    take.press(sharing.TEXT)
    take.says(sharing.NOT_COPIED)
    field = take.section.get_by_label(sharing.COPY_FIELD)
    expect(field).to_be_focused()
    expect(field).to_have_value(chat_text(FOUND, take.address))
    assert field.evaluate("(area) => area.value.slice(area.selectionStart, area.selectionEnd)") == field.input_value()
    take.press(sharing.QR)
    take.says(sharing.QR_READY)
    expect(field).to_be_hidden()


@pytest.mark.parametrize(
    "lacking", ["delete window.ClipboardItem", "Object.defineProperty(navigator, 'clipboard', {})"]
)
def test_an_older_clipboard_will_do(new_page: Callable[..., Page], site: str, lacking: str) -> None:
    page = new_page(permissions=["clipboard-read", "clipboard-write"])
    page.add_init_script(lacking)
    take = TakeAlong(page, site).open()
    take.press(sharing.LINK)
    take.says(sharing.LINK_COPIED)
    box = take.calculator.edit().last
    box.fill("")
    box.press("Control+v")
    expect(box).to_have_value(take.address)


# Sharing ------------------------------------------------------------------------------------------------------------

SHARING = """
    window.shared = [];
    navigator.share = async ({ title, text, files }) => {
        if (window.refusal) throw new DOMException("", window.refusal);
        const contents = await Promise.all((files ?? []).map(async (file) => [file.name, file.type, await file.text()]));
        window.shared.push({ title, text, files: contents });
    };
    navigator.canShare = ({ files }) => files[0].type === "text/calendar";
"""


@pytest.fixture
def sharer(page: Page, site: str) -> TakeAlong:
    page.add_init_script(SHARING)
    return TakeAlong(page, site).open()


def test_without_a_share_sheet_nothing_offers_one(page: Page, site: str) -> None:
    page.add_init_script("delete Navigator.prototype.share; delete Navigator.prototype.canShare;")
    take = TakeAlong(page, site).open()
    expect(take.button(sharing.LINK)).to_be_visible()
    expect(take.button(sharing.SHARE)).to_have_count(0)
    expect(take.button(sharing.SHARE_CALENDAR)).to_have_count(0)


def test_the_share_sheet_gets_the_text_with_the_link(sharer: TakeAlong) -> None:
    sharer.press(sharing.SHARE)
    sharer.says(sharing.SHARED)
    (shared,) = sharer.page.evaluate("shared")
    assert shared == {"title": sharing.SHARE_TITLE, "text": chat_text(FOUND, sharer.address), "files": []}


def test_the_share_sheet_gets_the_calendar_where_it_takes_files(sharer: TakeAlong) -> None:
    sharer.press(sharing.SHARE_CALENDAR)
    sharer.says(sharing.CALENDAR_SHARED)
    ((name, kind, content),) = sharer.page.evaluate("shared")[0]["files"]
    assert (name, kind) == ("养老认证提醒.ics", "text/calendar")
    assert content.count("BEGIN:VEVENT") == len(reminders(FOUND))


@pytest.mark.parametrize(
    ("refusal", "sentence"), [("AbortError", sharing.SHARE_CANCELLED), ("DataError", sharing.SHARE_REFUSED)]
)
def test_a_share_that_does_not_happen_is_told(sharer: TakeAlong, refusal: str, sentence: str) -> None:
    sharer.page.evaluate(f"window.refusal = '{refusal}'")
    sharer.press(sharing.SHARE)
    sharer.says(sentence)


def test_a_share_whose_press_went_stale_needs_one_more(sharer: TakeAlong) -> None:
    sharer.page.evaluate("Object.defineProperty(navigator, 'userActivation', { value: { isActive: false } })")
    sharer.page.evaluate("window.refusal = 'NotAllowedError'")
    sharer.press(sharing.SHARE_CALENDAR)
    sharer.says(sharing.SHARE_AGAIN)
    sharer.page.evaluate("window.refusal = ''")
    sharer.press(sharing.SHARE_CALENDAR)
    sharer.says(sharing.CALENDAR_SHARED)
    assert len(sharer.page.evaluate("shared")) == 1


# The QR code --------------------------------------------------------------------------------------------------------

MODULES = """async ([png, size]) => {
    const bytes = Uint8Array.from(atob(png), (character) => character.charCodeAt(0));
    const picture = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
    const canvas = new OffscreenCanvas(picture.width, picture.height).getContext("2d");
    canvas.drawImage(picture, 0, 0);
    const step = picture.width / size;
    return Array.from({ length: size }, (_, row) => Array.from({ length: size }, (_, column) =>
        Number(canvas.getImageData((column + 0.5) * step, (row + 0.5) * step, 1, 1).data[0] < 128)));
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_qr_code_on_the_screen_is_the_link(new_page: Callable[..., Page], site: str, scheme: str) -> None:
    take = TakeAlong(new_page(color_scheme=scheme, device_scale_factor=2), site).open()
    take.press(sharing.QR)
    take.says(sharing.QR_READY)
    picture = take.section.get_by_role("img", name=sharing.qr_name(FOUND.deadline, link=True))
    expected = segno.make(take.address, error="m", micro=False, encoding="utf-8")
    matrix = [[int(dark) for dark in row] for row in expected.matrix_iter(border=QUIET_ZONE)]
    png = b64encode(picture.locator("svg").screenshot()).decode("ascii")
    assert take.page.evaluate(MODULES, [png, len(matrix)]) == matrix
    box = picture.bounding_box()
    assert box
    assert box["width"] >= 280


# All together -------------------------------------------------------------------------------------------------------


def test_what_is_fetched_on_demand_carries_nothing_of_the_visitor(take: TakeAlong) -> None:
    sent: list[str] = []
    take.page.on("request", lambda request: sent.append(request.url))
    with take.page.expect_download():
        take.press(sharing.CALENDAR)
    take.press(sharing.QR)
    take.says(sharing.QR_READY)
    assert sent
    assert all(re.fullmatch(r"(blob:)?http://127\.0\.0\.1:\d+/[\w./+-]+", address) for address in sent), sent


def test_the_keyboard_alone_is_enough(take: TakeAlong) -> None:
    take.button(sharing.CALENDAR).focus()
    keyboard = take.page.keyboard
    with take.page.expect_download():
        keyboard.press("Enter")
    take.says(sharing.CALENDAR_SAVED)
    for name, sentence in (
        (sharing.TEXT, sharing.TEXT_COPIED),
        (sharing.LINK, sharing.LINK_COPIED),
        (sharing.QR, sharing.QR_READY),
        (sharing.SLIP, sharing.SLIP_READY),
    ):
        while not take.button(name).evaluate("(button) => button === document.activeElement"):
            keyboard.press("Tab")
        keyboard.press("Space")
        take.says(sentence)
        expect(take.button(name)).to_be_focused()
    keyboard.press("Tab")
    expect(take.page.get_by_label(sharing.SLIP_NAME)).to_be_focused()
    keyboard.type("爸爸")
    take.page.evaluate("() => { window.print = () => {}; }")
    keyboard.press("Tab")
    keyboard.press("Enter")
    take.says(sharing.SLIP_SENT)
    expect(take.page.locator(".print-alone .slip-name")).to_have_text("爸爸")


@pytest.mark.parametrize("width", [390, 320])
def test_on_a_phone_every_button_is_a_finger_high_and_nothing_is_cut_off(
    new_page: Callable[..., Page], site: str, width: int
) -> None:
    page = new_page(viewport={"width": width, "height": 844}, has_touch=True, is_mobile=True)
    page.add_init_script(SHARING)
    take = TakeAlong(page, site).open()
    for name in (sharing.SHARE, sharing.QR, sharing.SLIP):
        take.button(name).tap()
        expect(take.said).not_to_have_text(sharing.WAIT)
        for button in take.section.get_by_role("button").all():
            box = button.bounding_box()
            assert box
            assert box["height"] >= 60
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_violation_whatever_is_open(new_page: Callable[..., Page], site: str, scheme: str) -> None:
    page = new_page(color_scheme=scheme)
    page.add_init_script(REFUSING + SHARING)
    take = TakeAlong(page, site).open()
    page.evaluate(AXE)
    for name, sentence in (
        (sharing.TEXT, sharing.NOT_COPIED),
        (sharing.QR, sharing.QR_READY),
        (sharing.SLIP, sharing.SLIP_READY),
    ):
        take.press(name)
        take.says(sentence)
        assert page.evaluate(FIND, ALL_RULES) == []


READS_CHINESE = {"regions/regions-table.js", "instant/questions.js"}
"""What people type, in characters that stand for days and places."""


def test_no_script_of_the_calculators_carries_a_sentence() -> None:
    elements = WEB / "elements"
    scripts = {one: one.read_text(encoding="utf-8") for one in elements.rglob("*.js")}
    assert {one.relative_to(elements).as_posix() for one in scripts} > READS_CHINESE
    for path, script in scripts.items():
        if path.relative_to(elements).as_posix() not in READS_CHINESE:
            code = re.sub(r"/\*[\s\S]*?\*/|// .*", "", script)
            assert not re.search(r"[\u4e00-\u9fff]", code), path
