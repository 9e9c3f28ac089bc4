"""Every case of the table gets the verdict that it should, and the measure says what it is there to say."""

import csv
from pathlib import Path

import pytest

from calculator.messages import Verdict, check
from scripts.measure.messages import Case, main, read_cases, targets

CASES = Path(__file__).with_name("cases.csv")

with CASES.open(encoding="utf-8", newline="") as table:
    ROWS = list(csv.DictReader(table))

TOO_CAUTIOUS = {"G158"}
"""Genuine messages that are taken for another kind; none of them for a scam."""
LET_TO_DOUBT = {"S360"}
"""Scams that the words do not tell from what honest people send."""


def rows(*kinds: str) -> pytest.MarkDecorator:
    found = [row for row in ROWS if row["kind"] in kinds]
    return pytest.mark.parametrize("row", found, ids=[row["id"] for row in found])


@rows("scam", "hard-scam")
def test_a_scam_is_one_or_is_doubted(row: dict[str, str]) -> None:
    verdict = check(row["text"], row["sender"]).verdict
    assert verdict == ("unsure" if row["id"] in LET_TO_DOUBT else row["expected"])


@rows("genuine", "hard-genuine")
def test_a_genuine_message_is_what_it_is(row: dict[str, str]) -> None:
    verdict = check(row["text"], row["sender"]).verdict
    if row["id"] in TOO_CAUTIOUS:
        assert verdict not in (row["expected"], "scam")
    else:
        assert verdict == row["expected"]


def test_the_targets_are_met() -> None:
    assert all(target.is_met for target in targets(list(read_cases(CASES))))


def test_the_measure_prints_the_table_and_what_went_another_way(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(CASES)]) == 0
    printed = capsys.readouterr().out
    assert "| scam | scam |" in printed
    assert "ok   scams called official-like or harmless: 0 of" in printed
    assert "G158 (genuine): harmless expected, official-like got (notice)" in printed


def case(kind: str, expected: Verdict, verdict: Verdict) -> Case:
    return Case("X", kind, expected, verdict, "")


@pytest.mark.parametrize(
    ("cases", "met"),
    [
        ([case("scam", Verdict.SCAM, Verdict.SCAM)], [True, True, True]),
        ([case("scam", Verdict.SCAM, Verdict.HARMLESS)], [False, False, True]),
        ([case("scam", Verdict.SCAM, Verdict.UNSURE)], [True, False, True]),
        ([case("genuine", Verdict.HARMLESS, Verdict.SCAM)], [True, True, False]),
        ([case("scam", Verdict.SCAM, Verdict.SCAM)] * 99 + [case("scam", Verdict.SCAM, Verdict.UNSURE)], [True] * 3),
    ],
)
def test_a_target_that_is_missed_is_told(cases: list[Case], met: list[bool]) -> None:
    assert [target.is_met for target in targets(cases)][:3] == met


def test_a_file_that_misses_a_target_ends_with_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "cases.csv"
    file.write_text("id,kind,sender,text,expected\nX1,scam,,下午去公园走走,scam\n", encoding="utf-8")
    assert main([str(file)]) == 1
    assert "MISS scams called official-like or harmless: 1 of 1 (100.0%)" in capsys.readouterr().out
