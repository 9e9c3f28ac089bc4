"""The slip for the fridge: what a printer gets, and where a name does not go."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from unicodedata import normalize

import pypdf
import pytest
from playwright.sync_api import Page, expect

from calculator.wording import sharing
from tests.browser.elements.take_along.page import TakeAlong
from tests.browser.runtime.runtime_files import comes_by_itself

POINTS_PER_MM = 72 / 25.4


@pytest.fixture
def slip(new_page: Callable[..., Page], site: str) -> TakeAlong:
    take = TakeAlong(new_page(permissions=["clipboard-read", "clipboard-write"]), site).open()
    take.page.evaluate("() => { window.print = () => { window.asked = (window.asked ?? 0) + 1; }; }")
    take.press(sharing.SLIP)
    take.says(sharing.SLIP_READY)
    return take


def paper(page: Page, file: Path) -> list[list[tuple[str, float, float]]]:
    """What a printer would get: each page's pieces of text with their size in points and distance from the top in mm."""
    page.pdf(path=file, prefer_css_page_size=True)
    pages = []
    for sheet in pypdf.PdfReader(file).pages:
        pieces: list[tuple[str, float, float]] = []

        def note(text, transform, matrix, _font, size, pieces=pieces, height=float(sheet.mediabox.height)) -> None:
            scale = abs(matrix[3] * transform[3])
            top = (height - (matrix[5] * transform[3] + transform[5])) / POINTS_PER_MM
            if text.strip():
                pieces.append((normalize("NFKC", text.strip()), size * scale, top))

        sheet.extract_text(visitor_text=note)
        pages.append(pieces)
    return pages


def test_the_slip_alone_is_printed_on_half_a_page_in_large_type(slip: TakeAlong, tmp_path: Path) -> None:
    slip.page.get_by_label(sharing.SLIP_NAME).fill("妈妈")
    slip.press(sharing.SLIP_PRINT)
    slip.says(sharing.SLIP_SENT)
    assert slip.page.evaluate("asked") == 1
    (pieces,) = paper(slip.page, tmp_path / "slip.pdf")
    text = re.sub(r"\s", "", "".join(piece for piece, _, _ in pieces))
    for words in ("妈妈：养老认证", "2027年", "1月5日", "12333", *sharing.SLIP_STEPS, sharing.SLIP_CUT):
        assert normalize("NFKC", words) in text
    assert sharing.TITLE not in text
    assert min(size for _, size, _ in pieces) >= 13.99
    assert max(size for _, size, _ in pieces) >= 50
    heights = {words: top for words, _, top in pieces}
    assert max(top for words, top in heights.items() if words not in sharing.SLIP_CUT) < 140
    assert 148 < max(heights.values()) < 160


def test_the_page_s_own_print_is_the_answer_and_not_the_slip(slip: TakeAlong, tmp_path: Path) -> None:
    def first_line() -> str:
        return "".join(piece for piece, _, _ in paper(slip.page, tmp_path / "page.pdf")[0])

    assert "算我的截止日" in first_line()
    assert sharing.SLIP_QR not in first_line()
    slip.press(sharing.SLIP_PRINT)
    assert "算我的截止日" not in first_line()
    slip.page.keyboard.press("Control")
    assert "算我的截止日" in first_line()
    slip.page.evaluate("() => { window.print = () => dispatchEvent(new Event('afterprint')); }")
    slip.press(sharing.SLIP_PRINT)
    assert "算我的截止日" in first_line()
    expect(slip.page.locator(".slip")).to_have_count(1)


def test_the_name_is_kept_nowhere_and_sent_nowhere(slip: TakeAlong) -> None:
    sent: list[str] = []
    slip.page.on("request", lambda request: sent.append(request.url + (request.post_data or "")))
    slip.page.get_by_label(sharing.SLIP_NAME).fill("王秀英")
    expect(slip.section.locator(".slip-title")).to_have_text("王秀英养老认证")
    for name in (sharing.SLIP_PRINT, sharing.TEXT, sharing.LINK, sharing.QR):
        slip.press(name)
    slip.says(sharing.QR_READY)
    assert [one for one in sent if not comes_by_itself(one)] == []
    assert slip.page.url == slip.address
    kept = slip.page.evaluate(
        "async () => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, history.state,"
        " await indexedDB.databases()])"
    )
    assert json.loads(kept) == [{}, {}, "", {"folded": True}, []]
    slip.page.reload()
    slip.press(sharing.SLIP)
    expect(slip.page.get_by_label(sharing.SLIP_NAME)).to_have_value("")
