"""What the page shows for each of the three ways into the calculator, and who is told what."""

import json
import re
from datetime import date
from typing import Any

import pytest

from calculator import assess
from calculator.page.bridge import answer
from calculator.regions import SCHEMES
from calculator.regions.coverage import PENSIONS
from calculator.regions.place import find_place
from calculator.wording import answer as words
from calculator.wording import first as first_words
from calculator.wording import forgotten as forgotten_words

TODAY = "2026-09-20"


def ask(do: str, **fields: str) -> dict[str, Any]:
    reply = json.loads(answer(json.dumps({"do": do, "fields": {"today": TODAY} | fields})))
    assert reply["ok"]
    return reply


def text_of(html: str) -> str:
    return re.sub(r"<[^>]*>", "", html)


# Somebody newly retired -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("claim", "stage", "when", "do_by"),
    [
        ("2026-10", "before", "9月30日", "2026-09-30"),
        ("2026-9", "during", "9月30日", "2026-09-30"),
        ("2026-8", "after", "这几天", TODAY),
        ("2024-8", "after", "这几天", TODAY),
    ],
)
def test_who_is_newly_retired_is_told_when_to_do_it(claim: str, stage: str, when: str, do_by: str) -> None:
    reply = ask("first", claim=claim)
    html = reply["html"]
    assert f'<time data-result="do-by" datetime="{do_by}"><span class="month-day">{when}</span>' in html
    assert first_words.REASONS[stage] in html
    assert when in reply["spoken"]
    assert (first_words.NEXT_TITLE in html) == (stage != "before")
    assert (first_words.LONG_AGO in html) == (claim == "2024-8")
    assert html.count("<tr>") == 1 + 5, "all five ways of counting"


def test_who_is_newly_retired_reads_what_their_place_says() -> None:
    html = ask("first", claim="2026-9", region="chongqing")["html"]
    rule = find_place("chongqing").rule
    assert rule
    assert first_words.LOCAL_TITLE in html
    assert html.count(first_words.LOCAL_MARK) == 1 + first_words.LOCAL_TITLE.count(first_words.LOCAL_MARK)
    assert rule.first_deadline.text in text_of(html)
    assert rule.sources[0].title in text_of(html)
    assert rule.hotline in html
    assert first_words.LOCAL_TITLE not in ask("first", claim="2026-9", region="qinghai")["html"]


def test_who_forgot_is_told_to_do_it_today() -> None:
    reply = ask("forgotten")
    assert reply["spoken"] == forgotten_words.SPOKEN
    assert '<time data-result="next-deadline" datetime="2027-09-20">' in reply["html"]
    assert all(line in reply["html"] for line, _, _ in forgotten_words.LOOKUP)


# The day of the last certification is known ---------------------------------------------------------------------------


def test_a_place_says_how_to_certify_there_and_whom_to_ask() -> None:
    html = text_of(ask("assess", last="2026-3-5", region="hunan/changsha/resident")["html"])
    place = find_place("hunan/changsha/resident")
    assert place.rule
    assert place.name in html
    assert all(channel in html for channel in place.rule.channels)
    assert place.rule.suspension.text in html
    assert "湖南省长沙市（没有单位的居民养老）查到的说法里，最早的一天。" in html


def test_a_place_without_a_rule_of_its_own_still_says_whom_to_ask() -> None:
    place = find_place("qinghai")
    html = text_of(ask("assess", last="2026-3-5", region="qinghai")["html"])
    assert (place.name, place.rule) == ("青海省", None)
    assert place.province.hotline in html


@pytest.mark.parametrize(
    ("last", "grace", "shown"),
    [
        ("2025-11-20", "", ["2026年11月20日", words.GRACE_CAUTION]),
        ("2025-11-20", "0", ["不算宽限，最后一天是", "不算宽限：2026年11月20日"]),
        (
            "2025-11-20",
            "20",
            ["您填的宽限20天，到", words.GRACE_CAUTION_CHOSEN, "按您填的20天宽限，算到2026年12月10日"],
        ),
        ("2025-11-22", "", [words.OFFICE_TITLE, "2026年11月20日", "截止日以前最后一个上班的日子"]),
        ("2029-11-20", "", [words.OFFICE_TITLE, "还没有2030年的放假调休安排"]),
    ],
)
def test_the_days_beside_the_deadline_say_what_they_are_worth(last: str, grace: str, shown: list[str]) -> None:
    html = text_of(ask("assess", last=last, grace=grace, today=last)["html"])
    assert all(one in html for one in shown)


def test_an_office_that_is_open_on_the_deadline_goes_without_saying() -> None:
    assert words.OFFICE_TITLE not in ask("assess", last="2025-11-20")["html"]


@pytest.mark.parametrize(
    ("today", "left", "status"),
    [
        ("2026-02-20", "还有23天", "离截止日还有23天。"),
        ("2026-03-01", "离截止日还有14天", "离截止日还有14天。"),
        ("2026-03-15", "就是今天", "正是截止日。"),
        ("2026-03-16", "已经过了1天", "截止日已经过了1天。从2026年3月16日起，可能停发。"),
        ("2026-04-16", "已经过了32天", "截止日已经过了32天，可能已经停发。"),
    ],
)
def test_each_step_of_the_ladder_is_said_in_the_head_and_in_the_working(today: str, left: str, status: str) -> None:
    html = ask("assess", last="2025-3-15", today=today)["html"]
    assert f'<p class="answer-left">{left}</p>' in html
    assert status in html


def test_days_until_a_place_stops_payment_are_told_by_the_last_of_them_and_are_no_grace() -> None:
    found = assess(date(2025, 3, 15), date(2025, 3, 15), region="jiangsu/suqian/enterprise")
    assert (found.deadline, found.grace_end) == (date(2026, 3, 15), date(2026, 3, 31))
    html = text_of(ask("assess", last="2025-3-15", region="jiangsu/suqian/enterprise", today="2026-3-16")["html"])
    assert "照这样，从2026年4月1日（星期三）起可能停发" in html
    assert words.UNTIL_STOP_CAUTION in html
    assert "宽限" not in html.split(words.WORKING_TITLE)[0]
    none = text_of(ask("assess", last="2025-3-15", region="fujian", scheme="企业职工")["html"])
    assert words.NO_GRACE_TITLE in none


@pytest.mark.parametrize("today", ["2026-3-20", "2026-9-20"])
@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("region", ["", "gansu", "江苏"])
def test_back_pay_is_promised_for_pensions_alone(region: str, scheme: str, today: str) -> None:
    fields = {"last": "2025-3-15", "region": region, "scheme": scheme, "today": today}
    html = text_of(ask("assess", **fields)["html"])
    chat = json.loads(answer(json.dumps({"do": "text", "fields": fields, "page": "", "saves": True})))["copy"]
    promised = "一般会恢复" in html, "一般会恢复" in chat
    assert promised == ((True, True) if scheme in PENSIONS else (False, False))
    assert ("补不补发" in html) == (scheme not in PENSIONS)


# The first screen -----------------------------------------------------------------------------------------------------


def test_an_answer_begins_with_its_day_whatever_else_is_to_be_said() -> None:
    html = ask("assess", last="2026年3月", region="guangxi")["html"]
    assert html.startswith('<div class="answer-head"')
    order = [
        "answer-head",
        "改一改",
        "您只写了月份",
        "您领的是哪一种？",
        "answer-days",
        words.ADVICE_TITLE,
        "regions/guangxi/",
    ]
    assert sorted(order, key=html.index) == order


@pytest.mark.parametrize("region", ["guangxi", "hebei", "qinghai", "shaanxi"])
def test_where_the_benefit_matters_it_is_said_whose_answer_it_is(region: str) -> None:
    place = find_place(region, on=date.fromisoformat(TODAY))
    html = text_of(ask("assess", last="2026-3-5", region=region)["html"])
    assert ("您领的是哪一种？" in html) == place.asks_scheme
    assert ("日子最早的一种" in html) == bool(place.asks_scheme and place.options)
