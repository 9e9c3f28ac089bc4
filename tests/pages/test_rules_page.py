"""The page on ways of counting is the table of rules, each with its picture and its notice's example."""

import re
from datetime import date

import pytest

from calculator import RULES, CountingRule
from calculator.counting.rules import deadline
from calculator.wording.days import day_in_words
from scripts.pages.rules_page import LAST, counting_picture, rules_page

PAGE = rules_page(date(2026, 11, 28))


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.id)
def test_every_rule_of_the_table_has_its_section_and_its_picture(rule: CountingRule) -> None:
    section = PAGE.partition(f"### {rule.name} {{#{rule.id}}}")[2].partition("\n### ")[0]
    example = rule.example
    due = deadline(rule.id, LAST, example.windows, example.month_days)
    assert rule.explanation in section
    assert f"按这种算法，截止日是{day_in_words(due)}。" in section
    assert f"截止日{day_in_words(example.deadline)}。" in section
    assert all(f"[^{fact}]" in section for fact in (*rule.facts, *example.facts))


def test_the_times_of_a_place_lie_on_the_line() -> None:
    pictures = {id: counting_picture(RULES[id], LAST, date(2023, 4, 15)) for id in ("monthly", "windows", "12-months")}
    boxes = {id: len(re.findall('class="fig-soon"', picture)) for id, picture in pictures.items()}
    assert boxes == {"monthly": 2, "windows": 1, "12-months": 0}
