"""The answer that a page looks up before Python is there never differs from Python's."""

import json
import random
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import brotli
import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculator import assess, wording
from calculator.counting.rules import RULES
from calculator.counting.status import DUE_SOON_DAYS, Standing
from calculator.family.people import Person, assess_family, faults
from calculator.page.actions import told
from calculator.reading.form import FIELDS, FormError, fill_in, fill_in_first, fill_in_forgotten
from calculator.regions import SCHEMES, presets, provinces
from calculator.regions.addresses import known_regions
from calculator.render.answer import first_part_html, spoken
from calculator.render.family import family_html
from calculator.render.first import first_part_html as first_certification_html
from calculator.render.first import first_spoken
from calculator.render.forgotten import forgotten_part_html
from calculator.wording.lunar import LUNAR_DAYS, LUNAR_MONTHS
from scripts.assets.bundles import ELEMENTS, bundle
from scripts.pages.instant_script import SCRIPT
from scripts.settings.paths import ROOT, WEB
from web.elements.instant.runs import runs
from web.elements.instant.table import Span, instant_table

MADE = date(2026, 11, 28)
NOW = datetime(2026, 11, 28, 4, tzinfo=UTC)
"""Noon in Beijing on that day."""
SPAN = Span.around(MADE)

Fields = Mapping[str, str]


@cache
def table() -> dict[str, Any]:
    return json.loads(json.dumps(instant_table(MADE, "../")))


def by_the_pages(now: datetime = NOW, **asked: object) -> list[Any]:
    """What the pages' own scripts say."""
    told = json.dumps({"table": table(), "now": now.timestamp() * 1000} | asked)
    command = ["node", str(Path(__file__).with_name("instant_answers.js"))]
    return json.loads(
        subprocess.run(command, cwd=ROOT, input=told, capture_output=True, text=True, check=True, timeout=100).stdout
    )


def looked_up(questions: Sequence[Fields], now: datetime = NOW) -> list[Any]:
    """What the calculator's page answers; none where it leaves the answer to Python."""
    return by_the_pages(now, questions=questions)


def computed(fields: Fields) -> dict[str, str]:
    """The same as Python answers it."""
    answer = fill_in(fields, MADE)
    return {"html": first_part_html(answer), "spoken": spoken(answer.assessment)}


def asked(last: date, today: date, **others: str) -> dict[str, str]:
    return {"last": last.isoformat(), "today": today.isoformat()} | others


# The table ------------------------------------------------------------------------------------------------------------


def unrolled(text: str) -> list[int | None]:
    found: list[int | None] = []
    before = 0
    for run in text.split():
        kind = next(one for one in run if not one.isdigit())
        length, _, more = run.partition(kind)
        if kind == "-":
            found += [None] * int(length)
            continue
        values = [before + int(more) + (n if kind == "+" else 0) for n in range(int(length))]
        found += values
        before = values[-1]
    return found


@given(st.lists(st.none() | st.integers(0, 9), min_size=1))
def test_a_function_of_days_survives_being_written_as_runs(values: list[int | None]) -> None:
    assert unrolled(runs(values)) == values


def test_the_table_is_what_assess_says_for_every_day_and_every_place_and_benefit() -> None:
    """Every answer of the table once, on every day of certification, seen from that day or the first of its stretch."""
    checked: set[int] = set()
    for region, rule, scheme, first, last, number in answers_of():
        if number in checked:
            continue
        checked.add(number)
        functions = [unrolled(table()["functions"][one]) for one in table()["answers"][number][:4]]
        for day, *days in zip(SPAN.until(last), *functions, strict=False):
            found = assess(day, max(day, first), rule, region=region, scheme=scheme)
            expected = found.deadline, found.safe_date, found.grace_end, found.opens
            assert days == [one and SPAN.number(one) for one in expected], (region, scheme, rule, day)
    assert checked == set(range(len(table()["answers"])))


def answers_of() -> Iterator[tuple[str, str, str, date, date, int]]:
    """A question for each answer: region, rule and scheme, the stretch of today, and the answer's number."""
    stretches = SPAN.stretches
    regions = [("", rule, of_stretches) for rule, of_stretches in table()["general"].items()]
    regions += [
        ((bare or others).split()[0], "article", answers) for _, _, answers, bare, others, *_ in table()["places"]
    ]
    for region, rule, answers in regions:
        for (first, last), of_stretch in zip(stretches, answers * (len(stretches) // len(answers)), strict=True):
            for scheme, number in zip(table()["schemes"], of_stretch, strict=True):
                yield region, rule, scheme, first, last, number


def test_it_travels_in_25_kb_with_its_script() -> None:
    text = json.dumps(table(), ensure_ascii=False, separators=(",", ":")) + bundle(WEB / SCRIPT, browsers=ELEMENTS)
    assert len(brotli.compress(text.encode(), quality=11, lgwin=24)) <= 25_000


# The page's script ----------------------------------------------------------------------------------------------------


def test_every_step_of_the_ladder_is_told_for_every_preset_as_python_tells_it() -> None:
    numbers = random.Random(1)  # noqa: S311
    offered = [
        ("", ""),
        *((rule.id, scheme) for one in provinces() for rule in presets(one) for scheme in ("", *rule.schemes)),
    ]
    questions = [
        asked(last, today, region=region, scheme=scheme)
        for region, scheme in offered
        for last in [SPAN.seen - timedelta(days=numbers.randrange(-300, 150))]
        for today in ladder(last, region, scheme)
    ]
    found = looked_up(questions)
    assert found == [computed(one) for one in questions]
    standings = {fill_in(one, MADE).assessment.standing for one in questions}
    assert standings == set(Standing)


def ladder(last: date, region: str, scheme: str) -> list[date]:
    """The days on which what is told could change, each with the day before."""
    found = assess(last, MADE, region=region, scheme=scheme)
    turns = {
        found.safe_date - timedelta(days=DUE_SOON_DAYS),
        found.opens or found.deadline,
        *(one + timedelta(days=1) for one in (found.safe_date, found.deadline, found.grace_end)),
        found.deadline,
    }
    days = sorted({day - timedelta(days=before) for day in turns for before in (0, 1)})
    return [day for day in days if max(last, SPAN.seen) <= day <= SPAN.last]


def test_a_thousand_questions_are_answered_as_python_answers_them() -> None:
    numbers = random.Random(2)  # noqa: S311
    questions = [drawn(numbers) for _ in range(1000)]
    found = looked_up(questions)
    assert [(one, answer) for one, answer in zip(questions, found, strict=True) if answer != computed(one)] == []


def drawn(numbers: random.Random) -> dict[str, str]:
    """A question that the table can answer."""
    days = SPAN.days
    last = numbers.choice(days)
    today = numbers.choice(days[SPAN.number(max(last, SPAN.seen)) :])
    forms = [
        f"{last}",
        f"{last.year}年{last.month}月{last.day}日",
        f"{last:%Y%m%d}",
        f" {last:%Y. %m.%d}",
        f"{last:%Y-%m}",
    ]
    forms += [f"{last}。", f"\u200b{last:%Y/%m/%d}\ufeff", f"{last.year}年{last.month}月，"]
    place = numbers.random() < 0.7
    return {
        "last": numbers.choice(forms),
        "today": today.isoformat() if last > MADE or numbers.random() < 0.8 else "",
        "region": numbers.choice(list(known_regions())) if place else "",
        "rule": "" if place else numbers.choice([one for one in RULES if one not in ("windows", "monthly")]),
        "scheme": numbers.choice(["", *SCHEMES]),
        "grace": numbers.choice(["", "", "0", "15", "30天", "３６６"]),
    }


@pytest.mark.parametrize(
    "fields",
    [
        {"last": ""},
        {"last": "去年三月"},
        {"last": "2026-02-30"},
        {"last": "2026年3月5日星期五"},
        {"last": "2026年3月5日（五）"},
        {"last": "2026-3-5 周五"},
        {"last": "礼拜五 2026-3-5"},
        {"last": "20260305星期五"},
        {"last": "2026-3-15", "today": "2026-11-28星期五"},
        {"last": "2020-03-15"},
        {"last": "2026-11-29"},
        {"last": "2026-3-15", "today": "2026-13-1"},
        {"last": "2026-3-15", "today": "2099-1-1"},
        {"last": "2024-3-15", "today": "2025-3-1"},
        {"last": "2026-3-15", "grace": "很多"},
        {"last": "2026-3-15", "grace": "367"},
        {"last": "2026-3-15", "rule": "constructor"},
        {"last": "2026-3-15", "rule": "monthly"},
        {"last": "2026-3-15", "rule": "180-days", "region": "jiangsu"},
        {"last": "2026-3-15", "scheme": "养老"},
        {"last": "2026-3-15", "region": "constructor"},
        {"last": "2026-3-15", "region": "江苏省宿迁市宿城区"},
        {"last": "2026-3-15", "region": "<script>"},
    ],
)
def test_what_the_table_does_not_hold_is_left_to_python(fields: Fields) -> None:
    assert looked_up([fields]) == [None]


def test_a_page_that_is_older_than_its_table_leaves_today_to_python() -> None:
    question = {"last": "2026-3-15"}
    assert looked_up([question], NOW.replace(year=2028))[0]
    assert looked_up([question], NOW.replace(year=2029)) == [None]


def test_today_is_the_day_in_beijing() -> None:
    evening = datetime(2026, 11, 28, 16, tzinfo=UTC)
    [late] = looked_up([{"last": "2026-3-15"}], evening)
    [early] = looked_up([{"last": "2026-3-15"}], evening - timedelta(milliseconds=1))
    assert late["html"] == computed(asked(date(2026, 3, 15), date(2026, 11, 29)))["html"]
    assert early["html"] == computed(asked(date(2026, 3, 15), date(2026, 11, 28)))["html"]


# Other ways -----------------------------------------------------------------------------------------------------------


def test_the_newly_retired_and_the_forgetful_are_advised_as_python_advises_them() -> None:
    numbers = random.Random(5)  # noqa: S311
    asked = [drawn_way(numbers) for _ in range(600)]
    found = by_the_pages(ways=asked)
    wrong = [(one, told) for one, told in zip(asked, found, strict=True) if told != advised(*one)]
    assert wrong == []


def drawn_way(numbers: random.Random) -> tuple[str, dict[str, str]]:
    way = numbers.choice(["first", "forgotten"])
    claim = numbers.choice(SPAN.days[32:])
    today = numbers.choice(SPAN.days[SPAN.number(SPAN.seen) :])
    place = numbers.choice(["", *known_regions()])
    forms = [f"{claim.year}年{claim.month}月", f"{claim:%Y-%m}。", f"{claim}"]
    return way, dict.fromkeys(FIELDS, "") | {
        "last": numbers.choice(["", "", "2026年3月5日", "2026-3", "2025/12/1"]),
        "claim": numbers.choice(forms) if way == "first" else numbers.choice(["", "2026-11"]),
        "grace": numbers.choice(["", "", "30天"]),
        "region": place,
        "scheme": numbers.choice(["", *SCHEMES]),
        "today": numbers.choice(["", today.isoformat()]),
        "rule": "article",
    }


def advised(way: str, fields: Fields) -> dict[str, str]:
    """What Python's advice begins with."""
    if way == "forgotten":
        return {
            "html": forgotten_part_html(fill_in_forgotten(fields, MADE), fields),
            "spoken": wording.forgotten.SPOKEN,
        }
    found = fill_in_first(fields, MADE)
    return {"html": first_certification_html(found, fields), "spoken": first_spoken(found)}


@pytest.mark.parametrize(
    ("way", "fields"),
    [
        ("first", {"claim": ""}),
        ("first", {"claim": "2026-02-30"}),
        ("first", {"claim": "2019-03"}),
        ("first", {"claim": "2026-9", "last": "昨天"}),
        ("first", {"claim": "2026-9", "today": "2026-9"}),
        ("forgotten", {"claim": "去年9月"}),
        ("forgotten", {"grace": "很多"}),
        ("forgotten", {"rule": "180-days"}),
        ("forgotten", {"region": "没有这个地方"}),
    ],
)
def test_advice_that_the_table_does_not_hold_is_left_to_python(way: str, fields: Fields) -> None:
    assert by_the_pages(ways=[(way, dict.fromkeys(FIELDS, "") | fields)]) == [None]


# What is asked --------------------------------------------------------------------------------------------------------

ASKED = (
    "3月5日",
    "3月5号。",
    "3月",
    "3-5",
    "12.5",
    "2月29日",
    "26年3月5日",
    "２６年３月５日",
    "25年12月",
    "26 年 3 月",
    "25/3/5",
    "25-3-25",
    "26.3.27",
    "3/5/2026",
    "1 2 3",
    "初五",
    "初五。",
    "二月初六",
    "农历十五",
    "正月三十",
    "十一月初一",
    "腊月廿三",
    "昨天",
    "今年3月5日",
    "前年的3月",
)


def asked_by_python(text: str) -> dict[str, Any] | None:
    """The question that Python asks, if it asks any."""
    try:
        fill_in({"last": text}, MADE)
    except FormError as error:
        (fault,) = told(error.errors)
        return {name: fault[name] for name in ("message", "offers")} if fault["offers"] else None
    return None


def test_days_that_leave_something_open_are_asked_about_as_python_asks() -> None:
    found = by_the_pages(typed=ASKED, today=MADE.isoformat())
    assert found == [asked_by_python(text) for text in ASKED]
    assert all(found)


def test_no_question_is_another_than_python_s() -> None:
    numbers = random.Random(4)  # noqa: S311
    texts = [drawn_day(numbers) for _ in range(3000)]
    found = by_the_pages(typed=texts, today=MADE.isoformat())
    wrong = [(text, one) for text, one in zip(texts, found, strict=True) if one and one != asked_by_python(text)]
    assert wrong == []
    assert sum(one is not None for one in found) > 500


def drawn_day(numbers: random.Random) -> str:
    """Something like a day, or part of one, or a lunar one."""
    year, month, number = numbers.randrange(20, 30), numbers.randrange(0, 14), numbers.randrange(0, 33)
    mark = numbers.choice(["-", "/", ".", " ", " / "])
    lunar = f"{numbers.choice(['', '农历', '阴历'])}{numbers.choice(['', '闰'])}{numbers.choice(LUNAR_MONTHS)}月"
    forms = [
        f"{month}月{number}日",
        f"{month}{mark}{number}",
        f"{year}年{month}月{number}",
        f"{year}年{month}月",
        f"{year}{mark}{month}{mark}{number}",
        f"20{year}-{month}-{number}周{numbers.choice('一二三四五六日')}",
        f"{month}{mark}{number}{mark}20{year}",
        f"{numbers.choice('今去前')}年{month}月{number}号",
        lunar + numbers.choice(LUNAR_DAYS),
        numbers.choice(LUNAR_DAYS),
    ]
    return numbers.choice(["", "", "", " ", "是"]) + numbers.choice(forms) + numbers.choice(["", "", "。", " ", "!"])


def test_a_family_is_asked_about_whom_it_is() -> None:
    family = [{"label": "妈妈", "last": "3月5日", "region": ""}, {"label": "", "last": "26/3/5", "region": ""}]
    people = [
        *family,
        {"label": "", "last": "2026-3-5", "region": ""},
        {"label": "<b>", "last": "3月5日", "region": ""},
    ]
    (found,) = by_the_pages(asked=[people])
    faults_of_two = told(faults(assess_family([Person.of(one) for one in people[:2]], MADE)))
    days = [one for one in faults_of_two if one["field"].endswith(".last")]
    assert found == [{**one, "code": "asked"} for one in days]


# Without end -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "behind", ["，" * 999_999 + "1", ", " * 500_000 + "1", "1" + "。" * 999_999 + "1", "很" * 999_999]
)
def test_a_link_of_a_million_characters_is_read_as_any_other(behind: str) -> None:
    """Where it was not, the page stood still for hours."""
    link = f"https://example.org/calculator/#last={behind}&region=jiangsu"
    [fields] = by_the_pages(links=[link])
    assert fields["region"] == "jiangsu"
    assert len(fields["last"]) <= 80


def test_a_day_of_a_million_characters_is_none_that_the_table_knows() -> None:
    assert looked_up([{"last": f"2026-01-05{'。' * 999_999}1"}]) == [None]


# A family -------------------------------------------------------------------------------------------------------------


def test_a_family_is_answered_as_python_answers_it() -> None:
    numbers = random.Random(3)  # noqa: S311
    families = [[somebody(numbers, index) for index in range(numbers.randrange(1, 5))] for _ in range(300)]
    found = looked_up_families(families)
    assert [(one, answer) for one, answer in zip(families, found, strict=True) if answer != computed_family(one)] == []


def somebody(numbers: random.Random, index: int) -> dict[str, str]:
    last = numbers.choice([None, *SPAN.days[: SPAN.number(MADE)]])
    return {
        "label": numbers.choice(["", f"妈妈{index}"]),
        "last": numbers.choice([f"{last}", f"{last.year}年{last.month}月{last.day}日", f"{last:%Y-%m}"])
        if last
        else "",
        "region": numbers.choice(["", numbers.choice(list(known_regions()))]) if last else "",
    }


def looked_up_families(families: Sequence[Sequence[Fields]]) -> list[Any]:
    return by_the_pages(families=families)


def computed_family(people: Sequence[Fields]) -> dict[str, str] | None:
    """What Python shows on the screen; on paper it shows more."""
    members = assess_family([Person.of(one) for one in people], MADE)
    if not members:
        return None
    deadlines = [(one.name, one.answer.assessment.deadline if one.answer else None) for one in members]
    screen = family_html(members, MADE).partition('\n<div class="family-sheet">')[0]
    return {"html": screen, "spoken": wording.family.spoken(deadlines)}


@pytest.mark.parametrize(
    "people",
    [
        [{"label": "妈妈", "last": "去年", "region": ""}],
        [{"label": "妈妈", "last": "", "region": "没有这个地方"}],
        [{"label": "妈妈", "last": "2026-3-5", "region": ""}] * 2,
        [{"label": "<b>", "last": "2026-3-5", "region": ""}],
    ],
    ids=["a day that is none", "a place without a day", "the same name twice", "a name that is no plain one"],
)
def test_a_family_that_the_table_cannot_answer_waits_for_python(people: Sequence[Fields]) -> None:
    assert looked_up_families([people]) == [None]
