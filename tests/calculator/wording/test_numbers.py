"""Small numbers in words."""

import pytest

from calculator.wording.numbers import counted


@pytest.mark.parametrize("number", [0, 100])
def test_what_nobody_would_say_in_words_is_refused(number: int) -> None:
    with pytest.raises(ValueError, match=str(number)):
        counted(number)
