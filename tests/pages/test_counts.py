"""What pages count is counted: a stated number is the number of rows, and no page types it by hand."""

import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from calculator import RULES
from calculator.page.bridge import answer
from calculator.wording.first import SEEN_IN
from calculator.wording.numbers import counted
from scripts.pages import counts
from scripts.pages.counts import COUNTS, with_counts
from scripts.pages.handouts import handouts
from scripts.pages.rules_page import rules_page
from scripts.settings.paths import DOCS, ROOT

PAGES = sorted(DOCS.rglob("*.md"))
MARK = re.compile(r"<!-- count: ([a-z-]+) -->")
BY_HAND = re.compile(
    r"[三四五六七八九十]+(?:种数法|种骗术|种方法|种都在|种任选|种写法|种说法|种人|条注意)|说法有[三-十]种|花样有[三-十]+种"
)
OF_ANOTHER_TIME = {"三种人"}
"""Whom a notice of 2021 named: no table of ours."""


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(DOCS)))
def test_no_page_types_a_count_that_is_made(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert set(BY_HAND.findall(text)) <= OF_ANOTHER_TIME
    assert set(MARK.findall(text)) <= COUNTS.keys()


def test_neither_the_navigation_nor_a_sentence_of_the_package_does() -> None:
    for file in (ROOT / "mkdocs.yml", *(ROOT / "calculator" / "wording").glob("*.py")):
        assert not BY_HAND.findall(file.read_text(encoding="utf-8")), file


def test_every_count_is_made_and_stands_on_a_page() -> None:
    marks = {mark for page in PAGES for mark in MARK.findall(page.read_text(encoding="utf-8"))}
    assert marks | set(MARK.findall(rules_page(date(2026, 11, 23)))) == COUNTS.keys()


@pytest.mark.parametrize("name", COUNTS)
def test_a_page_says_as_many_as_there_are(name: str) -> None:
    assert with_counts(f"有<!-- count: {name} -->种") == f"有{counted(COUNTS[name]())}种"


def test_a_count_that_nobody_makes_stops_the_build() -> None:
    with pytest.raises(KeyError):
        with_counts("<!-- count: sheep -->只羊")


def test_one_rule_more_is_one_way_of_counting_more(monkeypatch: pytest.MonkeyPatch) -> None:
    before = COUNTS["rules"]()
    monkeypatch.setattr(counts, "RULES", RULES | {"new": replace(RULES["365-days"], id="new")})
    assert COUNTS["rules"]() == before + 1


def test_the_page_of_rules_draws_every_rule_of_which_it_speaks() -> None:
    page = with_counts(rules_page(date(2026, 11, 23)))
    drawn = re.findall(r"^### .*\{#([\w-]+)\}$", page, re.MULTILINE)
    assert f"见到的{counted(len(drawn) - 1)}种写法都在这里" in page, "all but our own choice among them"


def test_the_answer_for_the_newly_retired_has_as_many_rows_as_it_says() -> None:
    fields = {"claim": "2026-09", "today": "2026-09-20"}
    html = json.loads(answer(json.dumps({"do": "first", "fields": fields})))["html"]
    readings = html.partition('class="answer-first-readings"')[2]
    rows = readings.partition("<tbody>")[2].partition("</tbody>")[0].count("<tr>")
    assert rows == COUNTS["first-readings"]() == len(SEEN_IN)
    assert f"各地的{counted(rows)}种说法" in readings


def test_the_page_for_the_newly_retired_names_the_places_that_the_answer_names() -> None:
    page = (DOCS / "situations/first-time.md").read_text(encoding="utf-8")
    table = page.partition("| 第一次从什么时候算 |")[2].partition("\n\n")[0]
    assert [line.split("|")[2].strip() for line in table.splitlines()[2:]] == list(SEEN_IN.values())


def test_headings_that_leave_a_number_out_stop_the_build(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(counts, "_page", lambda _name: "## 一、甲 {#a}\n\n## 三、乙 {#b}\n")
    with pytest.raises(ValueError, match="numbers its headings"):
        COUNTS["scams"]()


def test_a_handout_s_description_counts_too() -> None:
    [methods] = [one for one in handouts() if one.name == "methods"]
    assert f"养老认证有{counted(COUNTS['methods']())}种方法" in methods.description


@pytest.mark.parametrize("number", [0, 100])
def test_only_small_numbers_are_said_in_words(number: int) -> None:
    with pytest.raises(ValueError, match=str(number)):
        counted(number)
