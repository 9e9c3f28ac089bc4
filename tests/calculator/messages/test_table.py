"""The tables hold together: every sign can be found, is told in words, rests on a fact, and matters."""

import re

import pytest

from calculator import wording
from calculator.messages.combinations import COMBINATIONS, Verdict, decide
from calculator.messages.finding import Text
from calculator.messages.plain import plain
from calculator.messages.signs import SIGNS, Kind
from calculator.messages.vocabulary import EXCEPTIONS, SHAPES, WORDS
from calculator.sources import facts

SHOWN = [sign for sign in SIGNS.values() if sign.kind is not Kind.MANNER]
GAPS = ("~", "…")


@pytest.mark.parametrize("sign", SHOWN, ids=lambda sign: sign.id)
def test_every_sign_that_is_shown_has_a_name_a_reason_and_a_fact(sign) -> None:
    name, why = wording.messages.SIGNS[sign.id]
    assert name
    assert why.endswith("。")
    assert sign.fact in facts()


def test_no_words_are_left_of_signs_or_combinations_that_are_none() -> None:
    assert wording.messages.SIGNS.keys() == {sign.id for sign in SHOWN}
    assert wording.messages.BECAUSE.keys() == {row.id for row in COMBINATIONS}
    assert wording.messages.VERDICTS.keys() == set(Verdict)
    assert wording.messages.KINDS.keys() == set(Kind) - {Kind.MANNER}


def test_every_step_of_a_row_is_a_group_or_words_of_this_language() -> None:
    for sign in SIGNS.values():
        for row in sign.shown_by:
            steps = row.split(" ")
            assert steps[0] not in GAPS
            assert steps[-1] not in GAPS
            for step in steps:
                assert step in GAPS or step in WORDS or step in SHAPES or not re.fullmatch(r"[a-z_]+", step), step


def test_no_group_is_there_for_nothing() -> None:
    used = {step for sign in SIGNS.values() for row in sign.shown_by for step in row.split(" ")}
    elsewhere = {"mixed_sound"}
    assert (WORDS.keys() | SHAPES.keys()) - used <= elsewhere
    assert EXCEPTIONS.keys() <= WORDS.keys()


@pytest.mark.parametrize("group", EXCEPTIONS)
def test_every_exception_holds_a_word_of_its_group(group: str) -> None:
    words = WORDS[group].split()
    for exception in EXCEPTIONS[group].split():
        assert any(word in exception for word in words), exception


@pytest.mark.parametrize("name", SHAPES)
def test_no_shape_repeats_without_bound_but_spaces_at_an_end(name: str) -> None:
    shape = SHAPES[name].replace(r"^\s*", "").replace(r"\s*$", "").replace("[0-9]*[元月日年点时分]", "")
    unbounded = re.findall(r"(?<!\\)[*+](?![^\[]*\])|\{\d+,\}", re.sub(r"\[[^\]]*\]", "x", shape))
    assert len(unbounded) <= 1, unbounded


def test_every_sign_matters_to_some_combination() -> None:
    used = {id for row in COMBINATIONS for group in (*row.groups, row.unless) for id in group}
    assert used == set(SIGNS)


def test_the_last_row_asks_for_nothing_and_no_row_is_out_of_reach() -> None:
    assert decide(()).id == "nothing"
    for row in COMBINATIONS:
        first = {min(group) for group in row.groups}
        assert row.holds(first) or first & row.unless
        assert not row.holds(first | row.unless) or not row.unless


@pytest.mark.parametrize(
    ("text", "sign", "shown"),
    [
        ("报销款的验证码", "code", False),
        ("报一下验证码", "code", True),
        ("报一下。验证码", "code", False),
        ("报一下，验证码", "code", False),
        ("报一下今天早上您出门以前在您家里那台旧手机上的验证码", "code", False),
        ("社保卡在手，停用", "account-threat", False),
        ("您“好。涉嫌”", "accusation", True),
        ("您“好。涉嫌", "accusation", False),
    ],
)
def test_words_make_a_sign_where_they_stand_together(text: str, sign: str, shown: bool) -> None:
    assert bool(list(Text(plain(text).text).sign(sign))) is shown
