"""The last day on which an office is open, by the State Council's calendar."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from calculator.command import main
from calculator.counting.working_days import OfficeDay, last_working_day, working_days
from calculator.data import read_json


@pytest.mark.parametrize(
    ("deadline", "expected"),
    [
        ("2026-11-20", "2026-11-20"),  # a Friday
        ("2026-11-22", "2026-11-20"),  # a Sunday
        ("2026-10-07", "2026-09-30"),  # the end of the National Day holidays
        ("2026-09-20", "2026-09-20"),  # a Sunday that is worked
        ("2026-02-22", "2026-02-14"),  # Spring Festival, before it a Saturday that is worked
        ("2026-01-01", "2025-12-31"),
    ],
)
def test_holidays_and_weekends_worked_are_known(deadline: str, expected: str) -> None:
    found = last_working_day(date.fromisoformat(deadline))
    assert found == OfficeDay(date.fromisoformat(expected), published=True)


def test_a_year_without_a_published_calendar_says_so() -> None:
    after = date(max(working_days().published) + 1, 10, 1)
    found = last_working_day(after)
    assert not found.published
    assert found.day < after


def test_without_its_file_nobody_is_told_that_offices_know_only_weekends(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(read_json, "get_data", lambda _, name: (tmp_path / name).read_bytes())
    working_days.cache_clear()
    assert main(["deadline", "2025-03-15", "--today", "2026-03-01"]) == 2
    assert capsys.readouterr().err == "缺少放假安排的资料，请先运行 scripts/setup\n"


def test_every_year_of_the_supported_range_has_its_statutory_holidays() -> None:
    calendar = working_days()
    for year in range(1990, 2103):
        first = date(year, 1, 1)
        assert not calendar.is_working(first)
        assert last_working_day(first + timedelta(days=6)).day.year == year
