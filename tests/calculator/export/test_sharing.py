"""The answer in a link, a chat and a QR code."""

from datetime import date
from urllib.parse import parse_qsl

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculator import assess
from calculator.export.sharing import answer_fragment, answer_link, chat_text, short_text
from calculator.reading.form import FIELDS
from calculator.regions import Province, presets, provinces
from calculator.regions.addresses import read_address
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
        (
            {"claim": "2026年9月", "grace": " １５天 ", "scheme": "工伤", "last": "昨天"},
            "claim=2026-09&scheme=%E5%B7%A5%E4%BC%A4&grace=15",
        ),
    ],
)
def test_only_what_was_given_goes_into_the_link(fields: dict[str, str], fragment: str) -> None:
    assert answer_fragment(fields) == fragment
    assert answer_link(PAGE, fields) == f"{PAGE}#{fragment}"


@pytest.mark.parametrize("text", FORMS)
def test_every_form_of_a_date_is_linked_in_its_shortest(text: str) -> None:
    assert len(answer_fragment({"last": text})) <= len("last=2025-03-05")


@given(st.dictionaries(st.sampled_from(FIELDS), st.text(max_size=9)))
def test_what_cannot_be_read_is_not_linked(fields: dict[str, str]) -> None:
    given_ = {name: f"{text}王秀英" for name, text in fields.items()}
    assert answer_link(PAGE, given_) in (PAGE, f"{PAGE}#")


@pytest.mark.parametrize(
    ("typed", "linked"),
    [
        ("江苏", "jiangsu"),
        ("jiangsu/suqian/enterprise", "jiangsu/suqian/enterprise"),
        ("江苏省宿迁市宿城区幸福路1号王秀英家", "江苏省宿迁市宿城区"),
        ("新疆兵团第一师王秀英", "xpcc"),
        ("江苏/【重要通知】请拨打13800000000", ""),
        ("王秀英", ""),
    ],
)
def test_of_what_was_typed_about_a_place_only_the_place_is_linked(typed: str, linked: str) -> None:
    assert dict(parse_qsl(answer_fragment({"region": typed}))).get("region", "") == linked


@pytest.mark.parametrize("one", list(provinces()), ids=lambda one: one.id)
def test_the_place_of_a_link_is_the_place_that_was_typed(one: Province) -> None:
    offered = presets(one)
    typed = {one.id, one.name, *(rule.id for rule in offered), *(rule.id.rpartition("/")[0] for rule in offered)}
    typed |= {f"{one.name}{rule.place}幸福路1号" for rule in offered if not rule.place.startswith(("某", "另"))}
    for text in typed:
        found = read_address(text)
        assert read_address(found.spelling) == found


@pytest.mark.parametrize("page", ["file:///C:/guide/calculator/index.html", "content://media/1", "blob:null/1", ""])
def test_a_page_on_this_device_alone_has_no_link(page: str) -> None:
    assert answer_link(page, {"last": "2025-3-5"}) == ""


@pytest.mark.parametrize(
    "page",
    [
        f"{PAGE}#last=1999-01-01",
        f"{PAGE}?query=王秀英",
        f"{PAGE}?query=王秀英&x=【重要通知】#last=1999-01-01",
        "https://王秀英:13800000000@example.cn/guide/calculator/?",
    ],
)
def test_of_the_page_s_own_address_only_host_and_path_are_linked(page: str) -> None:
    assert answer_link(page, {"last": "2025-3-5"}) == f"{PAGE}#last=2025-03-05"


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
