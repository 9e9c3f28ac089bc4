"""A message, pasted in a real browser: the verdict, the words that show it, what to do, and nothing that runs or leaves."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from unicodedata import normalize

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from calculator.messages import MAX_CHARACTERS, Kind, check
from calculator.wording import messages as words
from tests.browser.accessibility import ALL_RULES, AXE, CONTRAST_RULES, FIND
from tests.browser.elements.family.page import EVERYTHING_STORED
from tests.browser.elements.message.page import MessagePage
from tests.browser.runtime.runtime_files import comes_by_itself
from tests.browser.waiting import Held
from tests.built_site import made_day

TODAY = made_day()
SCAM = words.SAMPLES[0][1]
OFFICIAL = f"您的养老待遇资格认证已于{TODAY - timedelta(days=40):%Y年%m月%d日}通过数据比对完成，无需再办。"
UNSURE = "您好，您的养老待遇有个事项需要核对，请回电 0600-8000006，工作时间均可。"
HARMLESS = "妈，降温了，多穿点，周末我回来吃饭。"
EVERY_VERDICT = (SCAM, UNSURE, OFFICIAL, HARMLESS)

CLIPBOARD = ["clipboard-read", "clipboard-write"]
NOTHING = {"local": {}, "session": {}, "cookie": "", "hash": "", "databases": [], "caches": []}


@pytest.fixture
def message(page: Page, site: str) -> MessagePage:
    return MessagePage(page, site).open().ready()


@pytest.fixture
def with_clipboard(new_page: Callable[..., Page], site: str) -> MessagePage:
    return MessagePage(new_page(permissions=CLIPBOARD), site).open().ready()


# The verdict ---------------------------------------------------------------------------------------------------------


def test_the_four_messages_have_four_verdicts() -> None:
    assert [check(text).verdict for text in EVERY_VERDICT] == ["scam", "unsure", "official-like", "harmless"]


@pytest.mark.parametrize("field", ["text", "sender"])
def test_no_verdict_stands_under_another_message(message: MessagePage, field: str) -> None:
    message.check(OFFICIAL)
    message.shows(check(OFFICIAL))
    changed = message.page.locator(f"#message-{field}")
    changed.evaluate("(field) => field.closest('details')?.setAttribute('open', '')")
    changed.fill(SCAM[:20])
    expect(message.answer).to_be_hidden()
    expect(message.page.locator(".message-take-along")).to_be_hidden()
    message.check(SCAM)
    message.shows(check(SCAM))


@pytest.mark.parametrize("text", EVERY_VERDICT, ids=["scam", "unsure", "official-like", "harmless"])
def test_the_verdict_comes_with_its_reason_what_to_do_and_the_one_advice(message: MessagePage, text: str) -> None:
    message.check(text)
    found = check(text)
    message.shows(found)
    expect(message.title).to_be_focused()
    said = message.page.locator("message-calculator > .visually-hidden[role=status]")
    expect(said).to_have_text(words.ADVICE)  # the title is heard because it has the focus
    expect(message.answer).to_have_attribute("data-verdict", found.verdict)
    expect(message.answer.get_by_role("heading", name=words.DO_TITLE)).to_be_visible()
    for text_to_do, *_ in words.DO[found.verdict]:
        expect(message.answer.locator(".message-now")).to_contain_text(text_to_do)


def test_a_message_is_pasted_and_checked_with_one_tap(with_clipboard: MessagePage) -> None:
    with_clipboard.page.evaluate("(text) => navigator.clipboard.writeText(text)", SCAM)
    with_clipboard.button("粘贴刚复制的短信").click()
    with_clipboard.shows(check(SCAM))
    expect(with_clipboard.text).to_have_value(SCAM)


def test_where_the_browser_keeps_the_clipboard_to_itself_it_is_said_how_to_paste(message: MessagePage) -> None:
    message.page.evaluate("() => { navigator.clipboard.readText = () => Promise.reject(new DOMException('no')); }")
    message.button("粘贴刚复制的短信").click()
    expect(message.fault).to_have_text(words.SENTENCES["refused"])
    expect(message.text).to_be_focused()


def test_where_there_is_no_clipboard_there_is_no_button_for_it(new_page: Callable[..., Page], site: str) -> None:
    page = new_page()
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    message = MessagePage(page, site).open().ready()
    expect(message.button("粘贴刚复制的短信")).to_be_hidden()
    message.check(SCAM).shows(check(SCAM))


@pytest.mark.parametrize(("name", "text"), words.SAMPLES, ids=[name for name, _ in words.SAMPLES])
def test_a_sample_is_tried_with_one_tap(message: MessagePage, name: str, text: str) -> None:
    message.button(name).click()
    expect(message.text).to_have_value(text)
    message.shows(check(text))


def test_a_number_from_abroad_makes_the_verdict_more_cautious(message: MessagePage) -> None:
    message.page.get_by_text("谁发来的（不写也行）").click()
    message.sender.fill("+82 1000 000 0000")
    text = "您的社保待遇有一项信息待核实，请于工作日9点到17点致电 400-000-0123，谢谢配合。"
    message.check(text).shows(check(text, "+82 1000 000 0000"))
    assert check(text).verdict != check(text, "+82 1000 000 0000").verdict


def test_what_was_asked_before_python_was_there_is_answered_when_it_comes(page: Page, site: str) -> None:
    runtime = Held(page, re.compile(r".*\.wasm"))
    message = MessagePage(page, site).open().check(SCAM)
    expect(message.answer).to_be_hidden()
    runtime.let_go()
    message.shows(check(SCAM))


def test_what_was_pasted_is_cleared_with_its_answer(message: MessagePage) -> None:
    message.check(SCAM).shows(check(SCAM))
    message.button("清掉").click()
    expect(message.answer).to_have_count(0)
    expect(message.text).to_have_value("")
    expect(message.text).to_be_focused()
    expect(message.button("清掉")).to_be_hidden()


# Why -----------------------------------------------------------------------------------------------------------------


def test_the_words_that_show_a_sign_are_marked_in_the_message(message: MessagePage) -> None:
    message.check(SCAM)
    telling = [sign for sign in check(SCAM).signs if sign.kind is not Kind.CALM]
    assert len(telling) > 1
    expect(message.marks.first).to_be_visible()
    marked = "".join(message.marks.all_text_contents())
    assert all(sign.words in marked or any(sign.words in other.words for other in telling) for sign in telling)
    expect(message.page.locator(".message-text p")).to_have_text(SCAM)


def test_each_sign_has_a_sentence_why_and_the_source_that_it_rests_on(message: MessagePage) -> None:
    message.check(SCAM)
    ids = dict.fromkeys(sign.id for sign in check(SCAM).signs)
    expect(message.signs).to_have_count(len(ids))
    for id in ids:
        name, why = words.SIGNS[id]
        sign = message.page.locator(f'[data-sign="{id}"]')
        expect(sign.locator("strong")).to_have_text(name)
        expect(sign).to_contain_text(why)
        expect(sign.locator("a")).not_to_have_count(0)


# Days ----------------------------------------------------------------------------------------------------------------


def test_the_day_of_certification_is_taken_over_to_the_calculator_with_one_tap(message: MessagePage) -> None:
    message.check(OFFICIAL)
    message.page.get_by_role("link", name=words.TAKE_LAST).click()
    last = TODAY - timedelta(days=40)
    expect(message.page.locator("#last")).to_have_value(re.compile(f"^{last.year}\\D+0?{last.month}\\D+0?{last.day}"))
    expect(message.page.locator(".answer [data-result=deadline]")).to_be_visible()


def test_a_deadline_that_a_message_names_is_the_deadline_of_the_calculator(message: MessagePage) -> None:
    deadline = date(TODAY.year + 1, 1, 15)
    message.check(f"您的养老待遇资格认证已完成，下次请在{deadline:%Y年%m月%d日}前办理。")
    message.page.get_by_role("link", name=words.TAKE_DEADLINE).click()
    expect(message.page.locator(".answer [data-result=deadline]").first).to_have_attribute(
        "datetime", deadline.isoformat()
    )


# Without Python ------------------------------------------------------------------------------------------------------


def test_where_python_does_not_come_the_list_is_ticked(page: Page, site: str) -> None:
    page.route("**/*.wasm", lambda route: route.abort())
    message = MessagePage(page, site).open()
    expect(message.failure.locator("[data-failure]:visible")).to_have_text(
        re.compile(f"^({'|'.join(words.FAILURES.values())})$")
    )
    message.failure.get_by_role("link", name="对着单子打勾").click()
    expect(message.list.get_by_role("heading", name=words.CHECKLIST_TITLE)).to_be_in_viewport()
    ticks(message)


def test_without_scripts_the_list_is_ticked_and_nothing_typed_leaves(new_page: Callable[..., Page], site: str) -> None:
    message = MessagePage(new_page(java_script_enabled=False), site).open()
    message.text.fill(SCAM)
    message.button("看一看").click()
    assert (
        message.page.url == f"{message.address}#message-list" or message.page.url == f"{message.address}?#message-list"
    )
    ticks(message)


def ticks(message: MessagePage) -> None:
    kind, name = words.CHECKLIST_NEVER, words.SIGNS["code"][0]
    message.list.get_by_text(kind, exact=True).click()
    box = message.list.get_by_label(re.compile(f"^{name} "))
    box.check()
    expect(box).to_be_checked()
    expect(message.list.locator(".message-advice")).to_contain_text(words.ADVICE)


# Bad input -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", words.EMPTY),
        (" \n\t", words.EMPTY),
        ("字" * 100_000, words.too_long(MAX_CHARACTERS)),
        ("\u202e\u200b\u2066❤❤", words.UNREADABLE),
    ],
    ids=["empty", "blank", "100,000 characters", "nothing to read"],
)
def test_what_cannot_be_checked_is_told_in_one_sentence_at_the_field(
    message: MessagePage, text: str, sentence: str
) -> None:
    message.check(text)
    expect(message.fault).to_have_text(sentence)
    expect(message.text).to_be_focused()
    expect(message.text).to_have_attribute("aria-invalid", "true")
    expect(message.answer).to_have_count(0)
    message.check(HARMLESS).shows(check(HARMLESS))
    expect(message.fault).to_be_hidden()


@pytest.mark.parametrize(
    "text",
    [
        '<img src=x onerror="window.ran=1">您的社保卡异常，点 sb.例子.cc',
        "</p></section><script>window.ran=1</script>把验证码告诉我",
        "<svg/onload=window.ran=1>'\"><mark onclick=window.ran=1>请转账到安全账户",
        "javascript:window.ran=1 请点击链接 http://a.例子.cc/?q=<b onmouseover=window.ran=1>",
    ],
)
def test_markup_in_a_message_is_shown_and_never_runs(message: MessagePage, text: str) -> None:
    message.check(text).shows(check(text))
    expect(message.page.locator(".message-text p")).to_have_text(text)
    inside = message.answer.locator(
        ".message-text :not(mark, br, h3, p), .message-answer [onclick], .message-answer img"
    )
    expect(inside).to_have_count(0)
    assert message.page.evaluate("window.ran") is None


def test_what_turns_the_direction_of_writing_turns_nothing_of_ours(message: MessagePage) -> None:
    text = "您的社保卡\u202e常异\u202c，点 \u2067sb.例子.cc\u2066 办理\u202d"
    message.check(text).shows(check(text))
    shown = message.answer.text_content() or ""
    assert not re.search("[\u202a-\u202e\u2066-\u2069]", shown)


def test_nothing_is_sent_stored_or_written_into_the_address(message: MessagePage) -> None:
    asked: list[str] = []
    message.page.context.on("request", lambda request: asked.append(f"{request.url} {request.post_data or ''}"))
    message.check(SCAM).shows(check(SCAM))
    assert [one for one in asked if not comes_by_itself(one.split()[0])] == []
    assert message.page.evaluate(EVERYTHING_STORED) == NOTHING
    assert message.page.url == message.address
    message.page.reload()
    expect(message.text).to_have_value("")


# To take along -------------------------------------------------------------------------------------------------------


def test_what_is_copied_for_the_family_passes_no_scam_on(with_clipboard: MessagePage) -> None:
    with_clipboard.check(SCAM).shows(check(SCAM))
    with_clipboard.button("复制一段话，发给家里人").click()
    with_clipboard.says(words.SENTENCES["copied"])
    copied = with_clipboard.page.evaluate("navigator.clipboard.readText()")
    names = tuple(dict.fromkeys(sign.name for sign in check(SCAM).signs if sign.kind is not Kind.CALM))
    assert copied == words.chat_text("scam", names)
    assert "例子.cc" not in copied


def test_where_nothing_can_be_copied_the_text_stands_there(message: MessagePage) -> None:
    message.page.evaluate(
        "() => { navigator.clipboard.writeText = navigator.clipboard.write = () => Promise.reject(); "
        "document.execCommand = () => false; }"
    )
    message.check(SCAM).shows(check(SCAM))
    message.button("复制一段话，发给家里人").click()
    message.says(words.SENTENCES["not-copied"])
    expect(message.page.locator(".message-copy")).to_have_value(re.compile(words.VERDICTS["scam"]))


def test_printing_is_asked_of_the_browser(message: MessagePage) -> None:
    message.page.evaluate("window.print = () => { window.printed = true; }")
    message.check(SCAM).shows(check(SCAM))
    message.button("打印").click()
    assert message.page.evaluate("window.printed")


def test_the_paper_has_the_answer_alone_in_large_type(message: MessagePage, tmp_path: Path) -> None:
    message.check(SCAM).shows(check(SCAM))
    paper = tmp_path / "answer.pdf"
    message.page.pdf(path=paper, prefer_css_page_size=True)
    sheets = PdfReader(paper).pages
    assert len(sheets) <= 2
    # Fonts name some characters by their radicals.
    text = re.sub(r"\s", "", normalize("NFKC", "".join(one.extract_text() for one in sheets)))
    assert words.VERDICTS["scam"] in text
    assert normalize("NFKC", words.ADVICE) in text
    assert "粘贴" not in text
    message.page.emulate_media(media="print")
    sizes = message.answer.locator("p, li, strong").evaluate_all(
        "(parts) => parts.map((part) => parseFloat(getComputedStyle(part).fontSize))"
    )
    assert min(sizes) >= 14 / 0.75 - 0.01, "14 pt in CSS pixels"


def test_the_paper_without_an_answer_has_the_list_to_tick(message: MessagePage) -> None:
    message.page.emulate_media(media="print")
    expect(message.button("看一看")).to_be_hidden()
    expect(message.list.get_by_role("heading", name=words.CHECKLIST_TITLE)).to_be_visible()


# Every device --------------------------------------------------------------------------------------------------------


def test_the_keyboard_alone_is_enough(message: MessagePage) -> None:
    keys = message.page.keyboard
    message.text.focus()
    keys.type("把验证码告诉我")
    for _ in range(6):
        keys.press("Tab")
        if message.button("看一看").evaluate("(button) => button === document.activeElement"):
            break
    keys.press("Enter")
    message.shows(check("把验证码告诉我"))
    expect(message.title).to_be_focused()
    keys.press("Tab")
    assert message.answer.evaluate("(answer) => answer.contains(document.activeElement)")


@pytest.mark.parametrize(
    "text", [SCAM, OFFICIAL, "点 http://" + "a" * 60 + ".例子.cc/" + "b" * 200 + " 把验证码告诉我"]
)
def test_nothing_is_wider_than_a_phone_of_320_pixels(new_page: Callable[..., Page], site: str, text: str) -> None:
    page = new_page(viewport={"width": 320, "height": 640})
    message = MessagePage(page, site).open().ready()
    message.check(text).shows(check(text))
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("text", EVERY_VERDICT, ids=["scam", "unsure", "official-like", "harmless"])
def test_every_answer_is_accessible(message: MessagePage, text: str) -> None:
    message.check(text).shows(check(text))
    message.page.evaluate(AXE)
    assert message.page.evaluate(FIND, ALL_RULES) == []


def test_the_dark_colours_have_contrast(new_page: Callable[..., Page], site: str) -> None:
    message = MessagePage(new_page(color_scheme="dark"), site).open().ready()
    message.check(SCAM).shows(check(SCAM))
    message.page.evaluate(AXE)
    assert message.page.evaluate(FIND, CONTRAST_RULES) == []


# The way to it -------------------------------------------------------------------------------------------------------


def test_from_the_home_page_it_is_three_taps_to_the_verdict(new_page: Callable[..., Page], site: str) -> None:
    page = new_page(permissions=CLIPBOARD, viewport={"width": 360, "height": 740})
    page.goto(site)
    page.evaluate("(text) => navigator.clipboard.writeText(text)", SCAM)
    message = MessagePage(page, site)
    page.locator("nav.doors").get_by_role("link", name="防骗").click()
    message.ready().button("粘贴刚复制的短信").click()
    message.shows(check(SCAM))
    expect(message.title).to_be_in_viewport()
    expect(page.locator(".message-because")).to_be_in_viewport()


@pytest.mark.parametrize("address", ["fraud/", "situations/sms-date/", "fraud/real-or-fake/"])
def test_the_pages_about_messages_lead_there(page: Page, site: str, address: str) -> None:
    page.goto(site + address)
    page.locator("article a[href$='check/']").first.click()
    expect(page.locator("message-calculator")).to_be_visible()
