"""``assess`` takes what says a day, and refuses what does not with one sentence that names the argument."""

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest

from calculator import InputError, assess

TODAY = date(2026, 11, 1)


class Timestamp(datetime):
    """As pandas has them: a ``datetime`` of its own."""


class NotATime(datetime):
    """pandas' ``NaT``: a ``datetime`` that equals nothing, itself included."""

    def __eq__(self, other: object) -> bool:
        return False

    __hash__ = None  # type: ignore[assignment]


class Whole:
    """As NumPy has whole numbers: no ``int``, but one for whoever asks."""

    def __index__(self) -> int:
        return 7


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (datetime(2025, 3, 15, 20), date(2025, 3, 15)),  # noqa: DTZ001 - without a zone it is meant so
        (Timestamp(2025, 3, 15, 20), date(2025, 3, 15)),
        (datetime(2025, 3, 15, 15, 59, tzinfo=UTC), date(2025, 3, 15)),
        (datetime(2025, 3, 15, 16, tzinfo=UTC), date(2025, 3, 16)),
        (Timestamp(2025, 3, 16, 2, tzinfo=timezone(timedelta(hours=12))), date(2025, 3, 15)),
    ],
)
def test_a_moment_is_its_day_in_beijing(moment: datetime, day: date) -> None:
    assert assess(moment, TODAY).last == day
    assert assess(date(2025, 3, 1), moment).today == day


def test_a_moment_at_the_end_of_time_is_too_late_and_no_crash() -> None:
    with pytest.raises(InputError) as caught:
        assess(datetime.max.replace(tzinfo=UTC), TODAY)
    assert caught.value.code == "too-late"


@pytest.mark.parametrize("day", ["2025-03-15", None, 45731, 45731.0, (2025, 3, 15), NotATime(2025, 3, 15)])
@pytest.mark.parametrize("argument", ["last", "today"])
def test_what_is_no_day_is_refused_by_its_name(argument: str, day: Any) -> None:
    with pytest.raises(InputError) as caught:
        assess(**{"last": date(2025, 3, 15), "today": TODAY} | {argument: day})
    assert (caught.value.field, caught.value.code) == (argument, "type")
    assert caught.value.message.startswith(f"{argument}要给datetime.date，不能给{type(day).__name__}")


@pytest.mark.parametrize(("grace", "days"), [(15.0, 15), (Whole(), 7), (0, 0)])
def test_a_whole_number_of_days_is_taken_whatever_its_type(grace: Any, days: int) -> None:
    assert assess(date(2025, 3, 15), TODAY, grace_days=grace).grace_days == days


@pytest.mark.parametrize("grace", [15.5, float("nan"), float("inf"), "15", True, date(2025, 3, 15)])
def test_grace_that_is_no_whole_number_is_refused(grace: Any) -> None:
    with pytest.raises(InputError) as caught:
        assess(date(2025, 3, 15), TODAY, grace_days=grace)
    assert (caught.value.field, caught.value.code) == ("grace", "type")
    assert "grace_days要给整数" in caught.value.message


@pytest.mark.parametrize("argument", ["rule", "region", "scheme"])
@pytest.mark.parametrize("value", [None, float("nan"), 1, b"x"])
def test_what_should_be_text_is_refused_by_its_name(argument: str, value: Any) -> None:
    with pytest.raises(InputError) as caught:
        assess(date(2025, 3, 15), TODAY, **{argument: value})
    assert (caught.value.field, caught.value.code) == (argument, "type")
    assert argument in caught.value.message
