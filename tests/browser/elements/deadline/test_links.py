"""Links as chat programs hand them on: understood, or one sentence with what was understood filled in."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from calculator.wording import sharing
from calculator.wording.page import LINK_CHANGED
from tests.browser.elements.deadline.page import CalculatorPage
from tests.browser.elements.take_along.page import TakeAlong

ASKED = "last=2026-01-05&rule=365-days&today=2026-11-23"

CHANGED = (
    f"#{ASKED}。",
    f"#{ASKED}，",
    f"#{ASKED}）",
    f"#{ASKED}，妈妈你看看",
    f"#{ASKED}%E3%80%82",
    f"#{ASKED}%E3%80",  # cut off in the middle of a character
    f"?from=singlemessage#{ASKED}",
    f"?from=timeline&isappinstalled=0#{ASKED}",
    f"#{ASKED}?from=singlemessage",
    f"#{ASKED}&from=groupmessage",
    f"#{ASKED}#wechat_redirect",
    f"#wechat_redirect#{ASKED}",
    f"#/{ASKED}",
    f"#!/{ASKED}",
    f"?{ASKED}",
    f"?{ASKED}。",
    f"#?{ASKED}",
    f"#{ASKED.replace('=', '%3D')}",
    f"#{ASKED.replace('=', '%3D').replace('&', '%26')}",
    f"#{ASKED.replace('=', '%253D')}",
    f"#{ASKED.replace('&', '&amp;')}",
    f"#{ASKED.replace('=', '＝')}",
    f"#{ASKED.replace('rule=365-', 'rule=365- ')}",
    f"#{ASKED.replace('-01-05', '- 01-05')}",
    f"#{ASKED.replace('-01-05', '-01-%0A05')}",
    f"# {ASKED} ",
)


@pytest.fixture
def calculator(page: Page, site: str) -> CalculatorPage:
    return CalculatorPage(page, site)


@pytest.mark.parametrize("changed", CHANGED)
def test_a_link_that_a_chat_program_has_changed_gets_its_answer(calculator: CalculatorPage, changed: str) -> None:
    calculator.page.goto(calculator.address + changed)
    expect(calculator.result("deadline")).to_have_attribute("datetime", "2027-01-05")
    expect(calculator.page.locator("#rule")).to_have_value("365-days")
    expect(calculator.page.locator(".link-note")).to_be_hidden()
    assert "?" not in calculator.page.url, "the address is put right"
    assert "from" not in calculator.page.url


@pytest.mark.parametrize("encoded", ["%23", "%23%20", "%3F", "%23/"])
def test_an_encoded_sign_leads_back_to_the_page(new_page: Callable[..., Page], site: str, encoded: str) -> None:
    page = new_page()
    page.goto(f"{site}calculator/{encoded}{ASKED.replace('=', '%3D')}")
    expect(page.locator("[data-result=deadline]")).to_have_attribute("datetime", "2027-01-05")


@pytest.mark.parametrize("behind", ["。", "，看看这个", "),", "%0A"])
def test_what_stands_behind_the_address_of_a_page_leads_to_the_page(page: Page, site: str, behind: str) -> None:
    page.goto(f"{site}methods/{behind}")
    expect(page).to_have_url(f"{site}methods/")
    expect(page.get_by_role("heading", level=1)).not_to_have_text("没有这一页")


def test_an_address_that_is_nowhere_stays_there(page: Page, site: str) -> None:
    for path in ("nowhere/", "nowhere/。", "//example.org/%23last=2026-01-05"):
        page.goto(f"{site}{path}")
        expect(page.get_by_role("heading", level=1)).to_have_text("没有这一页")
        assert page.url.startswith(site)


@pytest.mark.parametrize(
    ("link", "last"),
    [
        ("#last=2026-01-05&rule=366-days", "2026-01-05"),
        ("#2026-01-05", ""),
        ("#lst=2026-01-05", ""),
        ("#last=2026-01-05&region2025-1-1", "2026-01-05"),
        ("#last=2026-01-05&regoin=hunan", "2026-01-05"),
        ("#last=2026-01-05&regio=hunan", "2026-01-05"),
        ("#last=2026-01-05&re", "2026-01-05"),
        ("#last=2026-01-05&grac=30", "2026-01-05"),
        ("#last=2026-01-05&regions=hunan", "2026-01-05"),
        ("#last=2026-01-05&schema=urban", "2026-01-05"),
    ],
)
def test_of_what_is_left_over_it_is_said_so_and_the_rest_is_filled_in(
    calculator: CalculatorPage, link: str, last: str
) -> None:
    calculator.page.goto(calculator.address + link)
    expect(calculator.page.locator(".link-note")).to_have_text(LINK_CHANGED)
    expect(calculator.last).to_have_value(last)
    expect(calculator.page.locator("#rule")).to_have_value("article")


@pytest.mark.parametrize(
    ("link", "result", "day"),
    [
        ("#LAST=2026-01-05&Today=2026-11-23", "deadline", "2027-01-05"),
        ("#last=&last=2026-01-05&today=2026-11-23", "deadline", "2027-01-05"),
        ("#last=2026-01-05&region=Beijing&today=2026-11-23", "deadline", "2026-12-31"),
        ("#claim=2026-11&today=2026-11-23", "do-by", "2026-11-30"),
        ("#way=FIRST&claim=2026-11&today=2026-11-23", "do-by", "2026-11-30"),
    ],
)
def test_a_link_that_somebody_has_written_by_hand_is_read_as_it_is_meant(
    calculator: CalculatorPage, link: str, result: str, day: str
) -> None:
    calculator.page.goto(calculator.address + link)
    expect(calculator.result(result)).to_have_attribute("datetime", day)
    expect(calculator.page.locator(".link-note")).to_be_hidden()


@pytest.mark.parametrize(
    "link",
    [
        "#trust",
        "#take-along",
        "?from=singlemessage&clicktime=1764300000",
        "?utm_source=x&spm=1.2&share_token=abc&fbclid=x&scene=1&srcid=2&isappinstalled=0&nsukey=x&t=1&v=2&id=3",
        "#",
    ],
)
def test_what_says_nothing_of_an_answer_says_nothing(calculator: CalculatorPage, link: str) -> None:
    calculator.page.goto(calculator.address + link)
    calculator.ready()
    expect(calculator.page.locator(".link-note")).to_be_hidden()
    expect(calculator.errors).to_be_hidden()


def test_a_day_that_was_cut_off_is_filled_in_and_asked_about(calculator: CalculatorPage) -> None:
    calculator.page.goto(f"{calculator.address}#last=26年1月5日&today=2026-11-23")
    expect(calculator.errors).to_contain_text("是2026年吗？")
    expect(calculator.last).to_have_value("26年1月5日")


def test_a_script_in_a_link_never_runs(page: Page, site: str) -> None:
    calculator = CalculatorPage(page, site)
    script = "<img src=x onerror=alert(1)>"
    ran: list[str] = []
    page.on("dialog", lambda dialog: (ran.append(dialog.message), dialog.dismiss()))
    for link in (
        f"#last={script}",
        f"#last=2026-01-05&region={script}&today=2026-11-23",
        f"?last={script}#{script}",
        "#last=javascript:alert(1)",
        f"#way={script}&rule={script}",
    ):
        page.goto("about:blank")
        page.goto(calculator.address + link)
        calculator.ready()
        assert page.evaluate("document.querySelectorAll('main img[src=x]').length") == 0
    page.goto(f"{site}calculator/%23{script}=javascript:alert(1)")
    calculator.ready()
    assert ran == []


def test_a_link_that_is_shared_on_carries_what_was_asked_and_nothing_else(page: Page, site: str) -> None:
    take = TakeAlong(page, site)
    page.goto(f"{site}calculator/?from=singlemessage&isappinstalled=0#{ASKED}。#wechat_redirect")
    expect(take.calculator.result("deadline")).to_have_attribute("datetime", "2027-01-05")
    page.evaluate(
        "Object.defineProperty(navigator, 'clipboard', { value: undefined }); document.execCommand = () => false;"
    )
    take.press(sharing.LINK)
    expect(page.locator(".take-along-copy")).to_have_value(f"{site}calculator/#{ASKED}")


# What is being typed --------------------------------------------------------------------------------------------------


def test_while_an_input_method_composes_nothing_is_asked(calculator: CalculatorPage) -> None:
    calculator.open({"today": "2026-11-23"}).ready()
    device = calculator.page.context.new_cdp_session(calculator.page)
    calculator.last.focus()
    for so_far in ("2026年", "2026年1", "2026年1月"):
        device.send("Input.imeSetComposition", {"text": so_far, "selectionStart": 0, "selectionEnd": len(so_far)})
        # Whatever the page has asked by then is answered before this.
        calculator.page.evaluate(
            "document.querySelector('deadline-calculator').python.ask({ do: 'clock', made: '2026-11-23', today: null })"
        )
        expect(calculator.answer).to_be_hidden()
    device.send("Input.insertText", {"text": "2026年1月5日"})
    expect(calculator.result("deadline")).to_have_attribute("datetime", "2027-01-05")
