"""Telephone numbers in a message, and senders from abroad."""

import pytest

from calculator.messages.numbers import is_foreign, numbers


def found(text: str) -> list[tuple[str, bool, bool]]:
    return [(text[one.start : one.end], one.listed, one.spelled) for one in numbers(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("请联系15400000022", ("15400000022", False, False)),
        ("0600-8000456", ("0600-8000456", False, False)),
        ("致电400-000-0123", ("400-000-0123", False, False)),
        ("电话:80000000", ("80000000", False, False)),
        ("打 12333 问", ("12333", True, False)),
        ("96110", ("96110", True, False)),
        ("95588", ("95588", True, False)),
        ("053112333", ("053112333", True, False)),
        ("95269665", ("95269665", False, False)),
        ("一五四零零零零零零三三", ("一五四零零零零零零三三", False, True)),
        ("+82 1000 000 0000", ("+82 1000 000 0000", False, False)),
    ],
)
def test_a_number_is_one_that_everybody_can_look_up_or_not(text: str, expected: tuple[str, bool, bool]) -> None:
    assert found(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "1234567890元",
        "2026年",
        "20260105",
        "80000000",
        "138****1234",
        "123456.78",
        "一二三",
        "sf0000000000",
        "运单号:15400000022",
        "案号15400000022",
    ],
)
def test_what_is_no_number_to_call_is_none(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("sender", "foreign"),
    [
        ("", False),
        ("12333", False),
        ("+86 138 0000 0000", False),
        ("0086 10 12345678", False),
        ("010-12345678", False),
        ("【12333】", False),
        ("女儿", False),
        ("+82 1000 000 0000", True),
        ("＋852 0000 0000", True),
        ("0085开头", True),
        ("008210-0000", True),
        ("境外号码 +852 0000 0000", True),
        ("821000000000", True),
    ],
)
def test_a_sender_is_from_abroad_or_not(sender: str, foreign: bool) -> None:
    assert is_foreign(sender) is foreign
