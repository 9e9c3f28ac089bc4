"""What is looked up in a table by day is what is counted."""

from datetime import date

import pytest

from calculator.assessment.supported_days import EARLIEST, LATEST
from calculator.counting.rules import RULES, CountingRule, deadline, shape_of
from calculator.counting.tables import days_between, tabulate


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.id)
def test_a_table_has_the_deadline_of_every_day(rule: CountingRule) -> None:
    own = rule.example.windows, rule.example.month_days
    table = tabulate(shape_of(rule.id, *own), EARLIEST, LATEST)
    assert len(table) == 40_542
    for number, day in enumerate(days_between(EARLIEST, LATEST)):
        assert table[number] == deadline(rule.id, day, *own)


def test_a_span_of_one_day_has_one_day() -> None:
    assert list(days_between(date(2024, 2, 29), date(2024, 2, 29))) == [date(2024, 2, 29)]
