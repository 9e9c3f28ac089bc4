"""Days as spreadsheets hold them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.utils.datetime import CALENDAR_MAC_1904, CALENDAR_WINDOWS_1900, from_excel

from calculator import InputError
from calculator.assessment.supported_days import EARLIEST, LATEST
from calculator.reading.days import parse_day
from calculator.roster.days import day_text, roster_day, serial_day
from tests.calculator.reading.test_days import FORMS


@pytest.mark.parametrize(
    "text",
    [
        *FORMS,
        *(
            "45721",
            "45721.0",
            "45721.75",
            "４５７２１",
            "20250305.0",
            "'2025-3-5",
            "2025-03-05 00:00:00",
            "2025/3/5 0:00",
        ),
    ],
)
def test_a_day_is_understood_as_the_form_does_and_as_a_number(text: str) -> None:
    assert roster_day(text).day == date(2025, 3, 5)


def test_a_month_that_became_a_number_is_a_month() -> None:
    for text in ("202503", "202503.0", "2025.3", "2025.03"):
        typed = roster_day(text)
        assert (typed.day, typed.month_only) == (date(2025, 3, 1), True)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("2025.1", "ambiguous"),
        *((one, "ambiguous") for one in ("25/3/5", "3/5/2025")),
        *((one, "unreadable") for one in ("60", "99999", "2025", "未认证", "-")),
        ("", "empty"),
    ],
)
def test_what_could_be_two_days_or_none_is_unclear(text: str, code: str) -> None:
    with pytest.raises(InputError) as caught:
        roster_day(text)
    assert caught.value.code == code


@given(st.dates(EARLIEST, LATEST), st.booleans())
def test_serial_numbers_are_read_as_openpyxl_reads_them(day: date, system_1904: bool) -> None:
    serial = (day - (date(1904, 1, 1) if system_1904 else date(1899, 12, 30))).days
    epoch = CALENDAR_MAC_1904 if system_1904 else CALENDAR_WINDOWS_1900
    assert from_excel(serial, epoch).date() == day == serial_day(serial, system_1904=system_1904)
    assert roster_day(str(serial), system_1904=system_1904).day == day


@given(st.dates(EARLIEST, LATEST))
def test_a_day_in_words_is_left_to_the_form(day: date) -> None:
    assert parse_day(day_text(day.isoformat())).day == day
