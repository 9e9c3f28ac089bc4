"""A device whose date cannot be right is told so; one whose date may be right hears nothing."""

import json
from datetime import date, timedelta
from typing import Any

import pytest

from calculator.counting.device_clock import Doubt, doubt
from calculator.page.bridge import answer
from calculator.wording.clock import doubted
from tests.calculator.clock import set_today

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
def test_the_page_is_told_which_day_was_used_and_which_was_expected(
    monkeypatch: pytest.MonkeyPatch, days: int, why: Doubt
) -> None:
    today = MADE - timedelta(days=days)
    set_today(monkeypatch, today)
    assert ask(MADE, "") == {"ok": True, "said": doubted(why, today, MADE, changeable=True)}
    assert ask(MADE)["said"] == doubted(why, today, MADE, changeable=False)


def test_a_day_that_was_typed_settles_it(monkeypatch: pytest.MonkeyPatch) -> None:
    set_today(monkeypatch, MADE - timedelta(days=400))
    assert ask(MADE, "2026年11月25日")["said"] == ""
    assert ask(MADE, "昨天")["said"]


def test_a_page_made_today_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    set_today(monkeypatch, MADE)
    assert ask(MADE, "") == {"ok": True, "said": ""}


@pytest.mark.parametrize("made", ["", "today", "2026-02-30"])
def test_a_page_that_does_not_know_its_day_is_a_declared_error(made: str) -> None:
    assert ask(made)["ok"] is False
