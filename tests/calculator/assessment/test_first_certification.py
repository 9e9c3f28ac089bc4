"""The first certification: five ways of counting from one month, and the day with which nobody is late."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculator.assessment.first_certification import Stage, first_certification
from calculator.errors import InputError
from calculator.reading.form import FormError, fill_in_first, fill_in_forgotten
from calculator.regions import presets, provinces
from calculator.wording.first import SEEN_IN, period

MONTHS = st.dates(date(1995, 1, 1), date(2095, 12, 31))

# F140: 2021-03 first paid in 甘肃, whose notice gives the first period as 2022-03-01 to 2023-03-01.
EXPECTED = {
    "before-claim": (None, date(2021, 2, 28)),
    "claim-month": (date(2021, 3, 1), date(2021, 3, 31)),
    "month-after-claim": (date(2021, 4, 1), date(2022, 3, 31)),
    "year-after-claim": (date(2022, 1, 1), date(2022, 12, 31)),
    "year-after-same-date": (date(2022, 3, 1), date(2023, 3, 1)),
}


def test_the_five_ways_of_counting_from_one_month() -> None:
    found = first_certification(date(2021, 3, 17), date(2021, 3, 20))
    assert {one.kind: (one.begin, one.end) for one in found.readings} == EXPECTED


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("before-claim", "领钱以前，2021年2月28日或以前"),
        ("claim-month", "第一次领钱的当月，2021年3月里"),
        ("month-after-claim", "下个月起的12个月，2021年4月到2022年3月里"),
        ("year-after-claim", "领钱的下一年，2022年里"),
        ("year-after-same-date", "下一年同一时候起的12个月，2022年3月到2023年3月里"),
    ],
)
def test_each_is_said_in_words(kind: str, words: str) -> None:
    assert period(kind, *EXPECTED[kind]) == words
    assert SEEN_IN[kind]


@pytest.mark.parametrize(
    ("today", "stage", "do_by"),
    [
        (date(2026, 8, 31), Stage.BEFORE, date(2026, 8, 31)),
        (date(2026, 9, 1), Stage.DURING, date(2026, 9, 30)),
        (date(2026, 9, 30), Stage.DURING, date(2026, 9, 30)),
        (date(2026, 10, 1), Stage.AFTER, date(2026, 10, 1)),
    ],
)
def test_the_day_to_do_it_by_depends_on_the_month(today: date, stage: Stage, do_by: date) -> None:
    found = first_certification(date(2026, 9, 1), today)
    assert (found.stage, found.do_by) == (stage, do_by)


@given(claim=MONTHS, today=MONTHS)
def test_it_is_never_in_the_past_and_early_enough_for_every_reading_that_can_be_kept(claim: date, today: date) -> None:
    found = first_certification(claim, today)
    assert found.do_by >= today
    assert all(found.do_by <= one.end for one in found.readings if one.end >= today)


@given(claim=MONTHS, today=MONTHS)
def test_the_readings_come_from_early_to_late(claim: date, today: date) -> None:
    readings = first_certification(claim, today).readings
    ends = [one.end for one in readings]
    assert ends[:3] == sorted(ends[:3])
    assert ends[3] < ends[4]
    assert all(one.begin is None or one.begin <= one.end for one in readings)


@given(today=MONTHS)
def test_what_follows_is_counted_from_today(today: date) -> None:
    found = first_certification(today - timedelta(days=40), today)
    assert found.after_today.last == today


@pytest.mark.parametrize(
    ("region", "scheme", "local"),
    [
        ("重庆", "", ["year-after-claim"]),
        ("广西", "企业职工", ["claim-month"]),
        ("甘肃", "企业职工", ["year-after-same-date"]),
        ("西藏", "", []),
        ("", "", []),
    ],
)
def test_what_the_place_says_is_marked(region: str, scheme: str, local: list[str]) -> None:
    found = first_certification(date(2026, 9, 1), date(2026, 9, 1), region=region, scheme=scheme)
    assert [one.kind for one in found.readings if one.local] == local


def test_every_province_of_which_it_is_known_is_named_among_those_that_say_so() -> None:
    for one in provinces():
        for rule in presets(one):
            kind = rule.first_deadline.kind
            assert kind == "unknown" or one.short in SEEN_IN[kind], rule.id


@pytest.mark.parametrize(
    ("fields", "faults"),
    [
        ({}, [("claim", "empty")]),
        ({"claim": "去年"}, [("claim", "unreadable")]),
        ({"claim": "2026年13月"}, [("claim", "impossible")]),
        ({"claim": "1980-1", "region": "火星"}, [("claim", "too-early"), ("region", "unknown")]),
        ({"claim": "2026-9", "today": "2026-2-30"}, [("today", "impossible")]),
    ],
)
def test_what_cannot_be_used_is_named(fields: dict[str, str], faults: list[tuple[str, str]]) -> None:
    with pytest.raises(FormError) as caught:
        fill_in_first(fields, date(2026, 9, 20))
    assert [(error.field, error.code) for error in caught.value.errors] == faults


def test_an_empty_month_is_asked_for_with_a_month_for_an_example() -> None:
    with pytest.raises(FormError) as caught:
        fill_in_first({}, date(2026, 9, 20))
    assert caught.value.errors[0].message == "请填写第一次领养老金的年和月，例如：2026年9月。"


def test_whoever_forgot_needs_no_field() -> None:
    found = fill_in_forgotten({}, date(2026, 11, 23))
    assert (found.last, found.deadline, found.safe_date) == (
        date(2026, 11, 23),
        date(2027, 11, 23),
        date(2027, 10, 31),
    )


def test_whoever_forgot_and_names_no_place_on_earth_is_told_so() -> None:
    with pytest.raises(FormError) as caught:
        fill_in_forgotten({"region": "火星"}, date(2026, 11, 23))
    assert [error.field for error in caught.value.errors] == ["region"]


def test_days_out_of_range_are_refused() -> None:
    with pytest.raises(InputError):
        first_certification(date(1989, 12, 31), date(2026, 1, 1))
