"""A checked message on the page: the verdict first, its own words marked, days to take over, nothing of others' markup."""

import re
from datetime import date
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculator import wording
from calculator.counting.rules import deadline
from calculator.errors import InputError
from calculator.messages import Kind, Verdict, check
from calculator.messages.signs import SIGNS
from calculator.render.messages import checklist_html, message_html
from scripts.fuzzing.checks import check_html

TODAY = date(2026, 11, 28)
SCAM = "您的社保卡异常，请登录 sb.例子.cc 填银行卡号。"
NOTICE = "您已于2026年5月12日通过资格认证，下次请在2027年5月12日前认证。"


def html(text: str, sender: str = "", today: date = TODAY) -> str:
    return message_html(check(text, sender), today)


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.text = ""

    def handle_data(self, data: str) -> None:
        self.text += data


def text_of(markup: str) -> str:
    parser = _Text()
    parser.feed(markup)
    return parser.text


def test_the_verdict_comes_first_with_its_reason_and_the_one_advice() -> None:
    shown = html(SCAM)
    assert '<data data-result="verdict" value="scam">有骗局的样子</data>' in shown
    said = text_of(shown)
    order = [said.index(words) for words in ("有骗局的样子", "它要验证码", wording.messages.ADVICE, SCAM[:4])]
    assert order == sorted(order)


def test_the_words_of_signs_are_marked_and_told_with_a_sentence_and_a_source() -> None:
    shown = html(SCAM)
    assert (
        '您的<mark data-kind="threat">社保卡异常</mark>，请登录 <mark data-kind="address">sb.例子.cc</mark> ' in shown
    )
    assert "“填银行卡号”" in shown
    assert "假网页会让人填银行卡" in shown
    assert 'href="../../about/sources/#f083"' in shown


def test_words_of_a_calm_kind_are_told_and_not_marked() -> None:
    shown = html("您的养老待遇资格认证已通过，可在掌上12333查询")
    assert "<mark" not in shown
    assert wording.messages.KINDS[Kind.CALM] in shown
    assert wording.messages.NO_SIGNS in shown


def test_a_sign_at_several_places_is_told_once_with_all_its_words() -> None:
    shown = html("请点 a.例子.cc 或 b.例子.cc，社保异常")
    assert shown.count('data-sign="odd-address"') == 1
    assert "“a.例子.cc”“b.例子.cc”" in shown


def test_signs_that_overlap_are_marked_once() -> None:
    shown = html("把您手机收到的短信验证码和银行卡密码都告诉我，不要告诉家人")
    assert text_of(shown.split("message-text")[1].split("message-signs")[0]).count("银行卡密码") == 1


def test_a_sign_of_the_sender_has_no_words_to_mark() -> None:
    shown = html("您的养老待遇资格认证已通过", "+82 10")
    assert "号码像境外的" in shown
    assert "<mark" not in shown


@pytest.mark.parametrize("verdict", Verdict)
def test_each_verdict_says_what_to_do(verdict: Verdict) -> None:
    text = {"scam": SCAM, "unsure": "请扫码", "official-like": NOTICE, "harmless": "下午去公园走走"}[verdict]
    for line, link, page in wording.messages.DO[verdict]:
        assert line in html(text)
        assert not page or f'<a href="../../{page}">{link}</a>' in html(text)


# Days -----------------------------------------------------------------------------------------------------------------


def test_days_of_an_official_like_message_are_offered_to_the_calculator_as_what_they_are() -> None:
    shown = html(NOTICE)
    assert '<time data-result="message-last" datetime="2026-05-12">' in shown
    assert f'href="../../calculator/#last=2026-05-12">{wording.messages.TAKE_LAST}</a>' in shown
    assert '<time data-result="message-deadline" datetime="2027-05-12">' in shown
    assert f'#last=2026-05-12&amp;rule=12-months">{wording.messages.TAKE_DEADLINE}</a>' in shown
    assert wording.messages.DEADLINE_NOTE in shown


@pytest.mark.parametrize(
    ("text", "today"),
    [
        ("资格认证有效期到2028年2月29日", TODAY),
        ("资格认证有效期到2027年5月12日", date(2026, 5, 11)),
        ("您已于2026年5月12日通过资格认证", date(2026, 5, 11)),
        ("资格认证有效期到2028年2月28日", date(2027, 2, 27)),
    ],
)
def test_a_day_that_the_calculator_cannot_take_is_for_the_calendar(text: str, today: date) -> None:
    shown = html(text, today=today)
    assert "message-take" not in shown
    assert wording.messages.PASSED_ON in shown


@pytest.mark.parametrize("text", ["认证有效期到2027年5月12日，请点 sb.例子.cc 重新认证", "2027年5月12日社区认证讲座"])
def test_no_day_is_offered_of_a_scam_or_where_the_words_do_not_tell(text: str) -> None:
    assert "message-days" not in html(text)


@given(st.dates(date(1991, 1, 1), date(2100, 12, 31)).filter(lambda day: (day.month, day.day) != (2, 29)))
def test_the_calculator_counts_back_to_the_deadline_of_the_message(day: date) -> None:
    shown = html(f"资格认证有效期到{day.isoformat()}", today=date(2100, 12, 31))
    (last,) = re.findall(r"#last=(\S+?)&amp;rule=12-months", shown)
    assert deadline("12-months", date.fromisoformat(last)) == day


# Other people's text --------------------------------------------------------------------------------------------------


def test_markup_is_shown_as_it_was_written_and_lines_stay_lines() -> None:
    shown = html("<b onclick='x'>请点</b>\r\nhttp://例子.cc/?a=1&b=\u202e2\x00")
    check_html(shown)
    assert "&lt;b onclick=&#x27;x&#x27;&gt;" in shown
    assert "<br>" in shown


@given(st.text(min_size=1, max_size=80))
def test_whatever_is_pasted_becomes_markup_of_ours_alone(text: str) -> None:
    try:
        found = check(text)
    except InputError:
        return
    check_html(message_html(found, TODAY))


# The list to tick -----------------------------------------------------------------------------------------------------


TOLD_BY_ANOTHER_BOX = {
    "code-typed",
    "password-typed",
    "card-typed",
    "keys",
    "sum",
    "channel",
    "must",
    "otherwise",
    "promised",
    "hidden-address",
    "number-address",
    "short-address",
}


def test_the_list_to_tick_has_every_sign_that_warns_and_no_other() -> None:
    listed = checklist_html()
    for sign in SIGNS.values():
        ticked = sign.kind not in (Kind.CALM, Kind.MANNER) and sign.id not in TOLD_BY_ANOTHER_BOX
        assert (f'id="message-sign-{sign.id}"' in listed) is ticked
        assert not ticked or wording.messages.SIGNS[sign.id][0] in listed
    assert listed.count("<input") == listed.count("<label")
    assert wording.messages.ADVICE in listed
    assert 'href="../../fraud/cheated/"' in listed


def test_the_list_to_tick_begins_with_what_is_enough_alone() -> None:
    first, second, *_ = checklist_html().split("<details")[1:]
    assert wording.messages.CHECKLIST_NEVER in first
    assert all(f'"message-sign-{id}"' in first for id in ("code", "password", "card", "transfer", "screen"))
    assert all(f'"message-sign-{id}"' in second for id in ("call", "scan", "open-link", "id-photo"))
