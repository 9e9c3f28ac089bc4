"""The answer in a link, a chat and a QR code."""

from datetime import date
from urllib.parse import parse_qsl

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculator import assess
from calculator.errors import InputError
from calculator.export.sharing import answer_fragment, answer_link, chat_text, short_text
from calculator.reading.form import FIELDS
from tests.calculator.reading.test_days import FORMS

PAGE = "https://example.cn/guide/calculator/"
LAST = date(2025, 3, 15)
HURRY = ("否则", "马上", "立即", "立刻", "最后机会", "逾期", "点击", "身份证", "银行卡")
"""What real fraud messages say."""


@pytest.mark.parametrize(
    ("fields", "fragment"),
    [
        ({"last": "2025年3月5日"}, "last=2025-03-05"),
        ({"last": "２０２５．３．５", "region": "", "scheme": "", "rule": "article", "grace": ""}, "last=2025-03-05"),
        ({"last": "2025年3月"}, "last=2025-03"),
        ({"last": "2025-3-5", "rule": "365-days", "grace": "0"}, "last=2025-03-05&rule=365-days&grace=0"),
        ({"today": "2026.4.1", "last": "20250305"}, "last=2025-03-05&today=2026-04-01"),
        (
            {"last": "2025-3-5", "region": "jiangsu/suqian/enterprise"},
            "last=2025-03-05&region=jiangsu/suqian/enterprise",
        ),
        ({"last": "2025-3-5", "name": "妈妈", "way": "last"}, "last=2025-03-05"),
    ],
)
def test_only_what_was_given_goes_into_the_link(fields: dict[str, str], fragment: str) -> None:
    assert answer_fragment(fields) == fragment
    assert answer_link(PAGE, fields) == f"{PAGE}#{fragment}"


@pytest.mark.parametrize("text", FORMS)
def test_every_form_of_a_date_is_linked_in_its_shortest(text: str) -> None:
    assert len(answer_fragment({"last": text})) <= len("last=2025-03-05")


def test_a_date_that_is_none_is_not_linked() -> None:
    with pytest.raises(InputError):
        answer_fragment({"last": "昨天"})


@given(
    st.dictionaries(st.sampled_from([name for name in FIELDS if name not in ("last", "today")]), st.text(max_size=9))
)
def test_a_link_brings_back_what_was_given(fields: dict[str, str]) -> None:
    given_ = {name: text.strip() for name, text in fields.items() if text.strip() and text.strip() != "article"}
    link = answer_link(PAGE, fields)
    assert dict(parse_qsl(link.partition("#")[2])) == given_
    assert link.isascii()


@pytest.mark.parametrize("page", ["file:///C:/guide/calculator/index.html", "content://media/1", "blob:null/1", ""])
def test_a_page_on_this_device_alone_has_no_link(page: str) -> None:
    assert answer_link(page, {"last": "2025-3-5"}) == ""


def test_the_page_s_own_fragment_is_replaced() -> None:
    assert answer_link(f"{PAGE}#last=1999-01-01", {"last": "2025-3-5"}) == f"{PAGE}#last=2025-03-05"


@pytest.mark.parametrize("today", ["2025-03-15", "2026-02-20", "2026-03-15", "2026-03-20", "2026-06-01"])
def test_the_chat_s_text_says_it_all_and_sounds_like_nobody_who_cheats(today: str) -> None:
    text = chat_text(assess(LAST, date.fromisoformat(today)), answer_link(PAGE, {"last": "2025-3-15"}))
    assert "2026年3月15日（星期日）" in text
    assert "按上次认证2025年3月15日算的" in text
    assert "12333" in text
    assert "认证不收钱" in text
    assert text.splitlines()[-1] == f"{PAGE}#last=2025-03-15"
    assert not [word for word in HURRY if word in text]
    assert len(text) < 260


def test_the_safe_date_is_told_as_long_as_it_lies_ahead() -> None:
    safe = "最稳妥是在2026年2月28日（星期六）当天或以前办好"
    assert safe in chat_text(assess(LAST, date(2026, 2, 28)), "")
    assert safe not in chat_text(assess(LAST, date(2026, 3, 1)), "")


def test_without_a_link_nothing_speaks_of_one() -> None:
    assert "链接" not in chat_text(assess(LAST, LAST), "")
    assert "http" not in short_text(assess(LAST, LAST))


def test_the_short_text_fits_a_code_that_phones_read_easily() -> None:
    assert len(short_text(assess(LAST, LAST)).encode()) < 200
