"""What was made to harm is refused quickly, or quoted as a short line of text."""

import json

import pytest

from calculator import InputError
from calculator.bridge import answer
from calculator.dates import parse_day
from calculator.plain_text import one_line, shortened


@pytest.mark.parametrize("text", ["2025" + " " * 100_000 + "x", "2025-3-5" + " " * 100_000 + "x", "9" * 100_000])
def test_a_day_that_is_endless_is_refused_before_the_patterns_try_it(text: str) -> None:
    with pytest.raises(InputError) as caught:
        parse_day(text)
    assert caught.value.code == "unreadable"


@pytest.mark.parametrize("size", ["1e999", "-1e999", "NaN"])
def test_a_number_that_is_none_is_a_declared_error(size: str) -> None:
    reply = json.loads(answer(f'{{"do": "roster/open", "size": {size}, "fields": {{}}, "base64": ""}}'))
    assert (reply["ok"], reply["errors"][0]["code"]) == (False, "malformed")


@pytest.mark.parametrize("field", ["region", "scheme", "rule", "last"])
def test_a_link_cannot_put_an_advertisement_on_the_page(field: str) -> None:
    fields = {"last": "2025-3-5", field: "您的养老金已经停发，请马上拨打下面这个号码：\u202e" + "13800000000" * 1000}
    reply = json.loads(answer(json.dumps({"do": "assess", "fields": fields})))
    (error,) = reply["errors"]
    assert error["field"] == field
    assert "138" not in error["message"]
    assert "\u202e" not in error["message"]


def test_a_line_stays_one_and_turns_nothing_around() -> None:
    assert one_line("\u202e张\r三\u2028\x00\x85李\ud800四\u2066 ") == "张 三 李四"
    assert shortened("张三") == "张三"
    assert shortened("长" * 21) == "长" * 20 + "…"
    assert shortened("\n" * 300 + "长") == "…"
