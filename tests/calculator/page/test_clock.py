"""A device whose date cannot be right is told so; one whose date may be right hears nothing."""

import json
from datetime import date, timedelta
from typing import Any

import pytest

from calculator.counting.device_clock import Doubt, beijing_today, doubt
from calculator.page.bridge import answer
from calculator.wording.clock import doubted

MADE = date(2026, 11, 25)


def ask(made: date | str, today: str | None = None) -> Any:
    return json.loads(answer(json.dumps({"do": "clock", "made": str(made), "today": today})))


@pytest.mark.parametrize(
    ("days", "why"),
    [(-365, Doubt.EARLY), (-1, Doubt.EARLY), (0, None), (366, None), (367, Doubt.LATE), (3660, Doubt.LATE)],
)
def test_the_day_of_the_page_bounds_what_is_believed(days: int, why: Doubt | None) -> None:
    assert doubt(MADE + timedelta(days=days), MADE) is why


@pytest.mark.parametrize(("days", "why"), [(400, Doubt.EARLY), (-400, Doubt.LATE)])
def test_the_page_is_told_which_day_was_used_and_which_was_expected(days: int, why: Doubt) -> None:
    made = beijing_today() + timedelta(days=days)
    assert ask(made, "") == {"ok": True, "said": doubted(why, beijing_today(), made, changeable=True)}
    assert ask(made)["said"] == doubted(why, beijing_today(), made, changeable=False)


def test_a_day_that_was_typed_settles_it() -> None:
    made = beijing_today() + timedelta(days=400)
    assert ask(made, "2026年11月25日")["said"] == ""
    assert ask(made, "昨天")["said"]


def test_a_page_made_today_says_nothing() -> None:
    assert ask(beijing_today(), "") == {"ok": True, "said": ""}


@pytest.mark.parametrize("made", ["", "today", "2026-02-30"])
def test_a_page_that_does_not_know_its_day_is_a_declared_error(made: str) -> None:
    assert ask(made)["ok"] is False
