"""Calendar files as calendars take them in: byte by byte, by a second parser, and by a real client."""

import re
import subprocess
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
import vobject
from hypothesis import given
from hypothesis import strategies as st

from calculator import Assessment, assess
from calculator.assessment.reminders import reminders
from calculator.export.calendar_file import calendar_file
from tests.calculator.strategies import assessments

NOW = datetime(2026, 1, 2, 3, 4, tzinfo=UTC)
LAST = date(2025, 3, 15)
FOUND = assess(LAST, LAST)
DAYS = [date(2026, 1, 29), date(2026, 2, 21), date(2026, 2, 28), date(2026, 3, 15)]

labels = st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=12).map(str.strip)


def events(file: bytes) -> list:
    """The events as vobject reads them."""
    return list(vobject.readOne(file.decode("utf-8")).contents.get("vevent", []))


@given(assessments(), labels)
def test_lines_end_in_crlf_and_are_folded_at_75_octets(found: Assessment, label: str) -> None:
    file = calendar_file([(label, found)], NOW)
    assert file.endswith(b"\r\nEND:VCALENDAR\r\n")
    assert not re.search(rb"(?<!\r)\n|\r(?!\n)", file)
    for line in file.split(b"\r\n"):
        assert len(line) <= 75
        line.decode("utf-8")  # no character is torn apart by the folding


@given(assessments(), labels)
def test_a_second_parser_reads_the_same_days_titles_and_texts(found: Assessment, label: str) -> None:
    read = events(calendar_file([(label, found)], NOW))
    expected = reminders(found, label)
    assert [event.dtstart.value for event in read] == [one.day for one in expected]
    assert [(event.dtend.value - event.dtstart.value).days for event in read] == [1] * len(expected)
    assert [event.summary.value for event in read] == [one.title for one in expected]
    assert [event.description.value for event in read] == [one.text for one in expected]
    assert len({event.uid.value for event in read}) == len(expected)


def test_each_event_is_a_whole_day_with_an_alarm_that_only_shows_a_message() -> None:
    for event in events(calendar_file([("", FOUND)], NOW)):
        assert event.dtstart.params["VALUE"] == ["DATE"]
        (alarm,) = event.contents["valarm"]
        assert alarm.action.value == "DISPLAY"
        assert alarm.description.value == event.summary.value
        assert alarm.trigger.value.total_seconds() == 9 * 3600
        assert not alarm.contents.keys() - {"action", "description", "trigger"}


def uids(found: Assessment, label: str = "") -> dict[date, str]:
    return {event.dtstart.value: event.uid.value for event in events(calendar_file([(label, found)], NOW))}


def test_the_same_answer_made_later_has_the_same_identities_and_a_later_version() -> None:
    first, second = (events(calendar_file([("", FOUND)], now)) for now in (NOW, datetime(2026, 5, 6, 7, 8, tzinfo=UTC)))
    assert [event.uid.value for event in first] == [event.uid.value for event in second]
    for old, new in zip(first, second, strict=True):
        assert int(old.sequence.value) < int(new.sequence.value) < 2**31
        assert old.dtstamp.value < new.dtstamp.value


def test_a_new_answer_for_the_same_label_moves_the_events() -> None:
    later = assess(date(2025, 9, 1), date(2025, 9, 1))
    assert list(uids(FOUND, "妈妈").values()) == list(uids(later, "妈妈").values())
    assert uids(FOUND, "妈妈").keys().isdisjoint(uids(later, "妈妈"))


def test_two_people_never_share_an_event() -> None:
    assert not set(uids(FOUND, "妈妈").values()) & set(uids(FOUND, "爸爸").values())
    other = assess(date(2025, 3, 16), date(2025, 3, 16))
    assert not set(uids(FOUND).values()) & set(uids(other).values())


def test_several_people_have_one_file() -> None:
    read = events(calendar_file([("妈妈", FOUND), ("爸爸", assess(date(2025, 9, 1), date(2025, 9, 1)))], NOW))
    assert len(read) == 8
    assert {event.summary.value[:2] for event in read} == {"妈妈", "爸爸"}


@pytest.fixture
def khal(tmp_path: Path):
    """A real calendar client with a calendar of its own, empty at first."""
    config = tmp_path / "config"
    config.write_text(
        f"[calendars]\n[[home]]\npath = {tmp_path / 'home'}\n[sqlite]\npath = {tmp_path / 'khal.db'}\n"
        "[locale]\ntimeformat = %H:%M\ndateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\n"
        "datetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M\nlocal_timezone = Asia/Shanghai\n"
        "default_timezone = Asia/Shanghai\n[default]\ndefault_calendar = home\n",
        encoding="utf-8",
    )
    (tmp_path / "home").mkdir()

    def run(*arguments: str) -> list[str]:
        done = subprocess.run(
            ["khal", "-c", str(config), *arguments],
            capture_output=True,
            text=True,
            timeout=60,
            env={"PATH": "/usr/bin:/bin", "HOME": str(tmp_path), "LC_ALL": "C.UTF-8"},
        )
        assert done.returncode == 0, done.stderr
        return done.stdout.splitlines()

    def take_in(file: bytes) -> list[str]:
        (tmp_path / "养老认证提醒.ics").write_bytes(file)
        run("import", "--batch", "-a", "home", str(tmp_path / "养老认证提醒.ics"))
        listed = ["list", "--day-format", "", "--format", "{start-date} {all-day} {title}", "2026-01-01", "420d"]
        return [line for line in run(*listed) if line]

    return take_in


def test_a_real_client_shows_each_event_once_however_often_it_takes_the_file_in(khal) -> None:
    expected = [f"{one.day.isoformat()} True {one.title}" for one in reminders(FOUND)]
    assert [one.day for one in reminders(FOUND)] == DAYS
    assert khal(calendar_file([("", FOUND)], NOW)) == expected
    assert khal(calendar_file([("", FOUND)])) == expected


def test_a_real_client_moves_the_events_of_somebody_who_has_certified_again(khal) -> None:
    assert len(khal(calendar_file([("妈妈", FOUND)], NOW))) == 4
    again = assess(date(2025, 9, 1), date(2025, 9, 1))
    moved = khal(calendar_file([("妈妈", again)]))
    assert moved == [f"{one.day.isoformat()} True {one.title}" for one in reminders(again, "妈妈")]
