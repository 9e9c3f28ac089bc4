"""Addresses: only .gov.cn is an authority's, and what is dressed up as one is known."""

import pytest

from calculator.messages.addresses import addresses
from calculator.messages.plain import plain


def found(text: str) -> list[tuple[str, str]]:
    read = plain(text).text
    return [(read[one.start : one.end], one.sign) for one in addresses(read)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("请登录 si.12333.gov.cn 查", ("si.12333.gov.cn", "official-address")),
        ("https://www.gov.cn/a?b=1。", ("https://www.gov.cn/a?b=1", "official-address")),
        ("gov.cn", ("gov.cn", "official-address")),
        ("点gov-cn.top办", ("gov-cn.top", "look-alike-address")),
        ("12333.example.cc", ("12333.example.cc", "look-alike-address")),
        ("si.12333.gov.cn.例子.cc", ("si.12333.gov.cn.例子.cc", "look-alike-address")),
        ("http://www.gov.cn@例子.cc/x", ("http://www.gov.cn@例子.cc/x", "hidden-address")),
        ("http://xn--fsqu00a.cc", ("http://xn--fsqu00a.cc", "hidden-address")),
        ("http://203.0.113.9/yl", ("http://203.0.113.9/yl", "number-address")),
        ("203.0.113.9:8080", ("203.0.113.9:8080", "number-address")),
        ("http://2130706433/u", ("http://2130706433/u", "number-address")),
        ("http://0x7f000001/", ("http://0x7f000001/", "number-address")),
        ("t.cn/Ab1", ("t.cn/ab1", "short-address")),
        ("yb--gx.cc", ("yb--gx.cc", "odd-address")),
        ("sb-例子.cc", ("sb-例子.cc", "odd-address")),
        ("ｓｂ．例子．ｃｃ", ("sb.例子.cc", "odd-address")),
        ("sb。cc", ("sb。cc", "odd-address")),
        ("https://www.example.com/r", ("https://www.example.com/r", "other-address")),
        ("www.example.com.cn", ("www.example.com.cn", "other-address")),
        ("hxxp://example.net", ("hxxp://example.net", "other-address")),
        ("社保局.top", ("社保局.top", "look-alike-address")),
    ],
)
def test_an_address_is_what_its_end_says(text: str, expected: tuple[str, str]) -> None:
    assert found(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "3.5元",
        "2026.10.6",
        "2026.10.6/11",
        "1.2.3.400",
        "a.b",
        "请看 通知.pdf",
        "zhang@example.com",
        "www.12377.cn",
        "好。Ok",
        "v2.0",
    ],
)
def test_what_is_no_address_to_warn_of_is_none(text: str) -> None:
    assert found(text) == []


def test_addresses_are_found_one_after_another() -> None:
    assert [sign for _, sign in found("a1.example.com，b1.gov.cn")] == ["other-address", "official-address"]
