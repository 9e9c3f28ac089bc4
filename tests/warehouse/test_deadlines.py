"""Every day that is published is what ``assess`` says: 1990 to 2100, by every rule."""

import duckdb
import pytest

from calculator import RULES, assess
from calculator.counting.rules import Cycle
from scripts.settings.paths import DATA


@pytest.mark.parametrize("rule", [one.id for one in RULES.values() if one.cycle is not Cycle.LOCAL])
def test_every_day_of_a_rule_is_what_assess_says(rule: str) -> None:
    rows = duckdb.execute(
        "SELECT last, deadline FROM read_parquet(?) WHERE counting = ? ORDER BY last",
        [str(DATA / "deadlines.parquet"), rule],
    ).fetchall()
    assert len(rows) == 40_542
    assert [last for last, deadline in rows if assess(last, last, rule).deadline != deadline] == []
