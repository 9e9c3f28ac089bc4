"""A message in one spelling, and the way back to what was written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculator.messages.characters import HONEST_WORDS, LOOK_ALIKES, PINYIN, VARIANTS
from calculator.messages.plain import Disguise, plain
from calculator.messages.traditional import TRADITIONAL


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ＡＢＣ１２３！", "abc123!"),
        ("您 的 社 保 卡", "您的社保卡"),
        ("s b - 1 2 . c c", "sb-12.cc"),
        ("社-保 卡", "社保卡"),
        ("社------保", "社------保"),
        ("加-q-群", "加qq群"),
        ("社\u200b保\u2060卡", "社保卡"),
        ("微❤信", "微信"),
        ("①②", "12"),
        ("3\ufe0f\u20e3个", "3个"),
        ("巳到期", "已到期"),
        ("杜保卡", "社保卡"),
        ("请加薇信", "请加微信"),
        ("请加微信", "请加微信"),
        ("确认正确", "确认正确"),
        ("nin的shebao", "您的社保"),
        ("www.shebao.cc", "www.shebao.cc"),
        ("點擊鏈接", "点击链接"),
        ("\u202e款转\u202c请", "转款请"),
        ("一行\r\n二行", "一行二行"),
        ("一行。\r\n二行\r1", "一行。\n二行\n1"),
        ("a  b", "a b"),
        ("\ufdfa", "صلى الله علي"),
        ("аbс", "abc"),
        ("连接", "链接"),
        ("把手🐔上的验证🐴发我", "把手机上的验证码发我"),
        ("养老金💰补发", "养老金补发"),
        ("医bǎo卡", "医保卡"),
        ("认证入口wx--rz.fun", "认证入口wx--rz.fun"),
        ("加wx", "加微信"),
        ("把yzm发我", "把验证码发我"),
    ],
)
def test_what_is_written_in_many_ways_is_read_in_one(text: str, expected: str) -> None:
    assert plain(text).text == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("社保卡", set()),
        ("社 保 卡", set()),
        ("社-保卡", {Disguise.SPLIT}),
        ("您 的 社 保 卡", {Disguise.SPLIT}),
        ("社❤保", {Disguise.SPLIT}),
        ("社\u200b保", {Disguise.UNSEEN}),
        ("\u202e保社", {Disguise.UNSEEN}),
        ("杜保", {Disguise.LOOK_ALIKE}),
        ("shebao", {Disguise.SOUND}),
        ("验证🐴", {Disguise.LOOK_ALIKE}),
        ("社保認證异常请点这里领取", {Disguise.LOOK_ALIKE}),
        ("社會保障認證異常請點這裡", set()),
        ("连接", set()),
    ],
)
def test_it_is_known_how_a_word_was_hidden(text: str, expected: set[Disguise]) -> None:
    read = plain(text)
    assert read.disguises(0, len(read.text)) == expected


def test_what_stands_before_a_word_does_not_hide_it() -> None:
    read = plain("的❤社保")
    assert read.text == "的社保"
    assert read.disguises(1, 3) == set()


@given(st.text(max_size=60))
def test_every_character_knows_where_it_stood(text: str) -> None:
    read = plain(text)
    assert len(read.text) == len(read.pieces)
    for place in range(len(read.text)):
        start, end = read.span(place, place + 1)
        assert 0 <= start < end <= len(text)


@given(st.text(max_size=40))
def test_what_was_read_reads_as_itself(text: str) -> None:
    once = plain(text).text
    assert plain(once).text == plain(plain(once).text).text


def test_a_word_in_another_spelling_stands_where_all_of_it_stood() -> None:
    read = plain("请薇❤信我")
    assert read.text == "请微信我"
    assert read.span(1, 3) == (1, 4)


def test_the_tables_read_nothing_as_itself_and_nothing_twice() -> None:
    for table in (LOOK_ALIKES, TRADITIONAL, VARIANTS, PINYIN):
        assert all(left != right for left, right in table.items())
    assert all(right not in TRADITIONAL and right not in LOOK_ALIKES for right in TRADITIONAL.values())
    assert all(right not in LOOK_ALIKES for right in LOOK_ALIKES.values())
    assert not HONEST_WORDS & VARIANTS.keys()
