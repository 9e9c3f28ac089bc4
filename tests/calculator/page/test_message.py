"""The page asks for a message to be checked: the verdict, what a screen reader says, and what goes to the family."""

import json

from calculator.page.bridge import answer
from calculator.wording.messages import ADVICE


def ask(**asked: object) -> dict:
    return json.loads(answer(json.dumps({"do": "message"} | asked)))


def test_a_message_comes_back_with_its_verdict_its_markup_and_its_words_to_copy() -> None:
    reply = ask(text="您的社保卡异常，请登录 sb.例子.cc 办理", sender="12333")
    assert (reply["ok"], reply["verdict"]) == (True, "scam")
    assert reply["html"].startswith('<div class="message-answer" data-verdict="scam">')
    assert reply["spoken"] == ADVICE
    assert reply["copy"].splitlines()[0] == "我收到一条消息，用养老认证指南查了：有骗局的样子。"
    assert "说卡、账户要停" in reply["copy"]


def test_what_goes_to_the_family_has_no_word_of_the_message_itself() -> None:
    reply = ask(text="把验证码告诉我，点 sb.例子.cc，加微信 abc12345")
    assert not any(words in reply["copy"] for words in ("例子", "abc12345"))


def test_a_message_without_signs_is_told_without_them() -> None:
    assert "看出来的" not in ask(text="下午去公园走走")["copy"]


def test_an_empty_field_is_told_in_its_place() -> None:
    (error,) = ask(text=" ")["errors"]
    assert (error["field"], error["code"]) == ("text", "empty")
