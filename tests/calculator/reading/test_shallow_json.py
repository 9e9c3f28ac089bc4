"""JSON of others is measured before it is read: what is nested too deep is refused, everything else read as ever."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculator.reading import shallow_json
from calculator.reading.shallow_json import TooDeepError, read_shallow_json

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
)


def depth(value: Any) -> int:
    if isinstance(value, dict):
        return 1 + max(map(depth, value.values()), default=0)
    return 1 + max(map(depth, value), default=0) if isinstance(value, list) else 0


@given(VALUES, st.integers(0, 5), st.booleans())
def test_what_is_not_too_deep_is_read_and_what_is_is_refused(value: Any, deepest: int, escaped: bool) -> None:
    text = json.dumps(value, ensure_ascii=escaped)
    if depth(value) <= deepest:
        assert read_shallow_json(text, deepest) == value
    else:
        with pytest.raises(TooDeepError):
            read_shallow_json(text, deepest)


@pytest.mark.parametrize("text", ['{"a": "[[[[{{{{\\"[[[["}', '["\\\\", "[[", "\\"]["]'])
def test_brackets_in_a_string_are_letters(text: str) -> None:
    assert read_shallow_json(text, 1) == json.loads(text)


@pytest.fixture
def never_parsed(monkeypatch: pytest.MonkeyPatch) -> None:
    """In a browser the parser would end all of Python, so it must never see such a text."""

    def parse(text: str) -> Callable[[], None]:
        raise AssertionError(f"parsed {text[:40]}")

    monkeypatch.setattr(shallow_json.json, "loads", parse)


@pytest.mark.usefixtures("never_parsed")
@pytest.mark.parametrize(
    "text",
    ["[" * 9_000, '{"a":' * 9_000, "[" * 9_000 + "]" * 9_000, '[{"a":' * 4_500, '"' + '"[' * 99],
)
def test_what_is_nested_is_refused_before_it_is_parsed(text: str) -> None:
    with pytest.raises(TooDeepError):
        read_shallow_json(text, 3)


@pytest.mark.parametrize("text", ["", "[", "{}]", '"', "nul"])
def test_what_is_no_json_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="line 1"):
        read_shallow_json(text, 3)
