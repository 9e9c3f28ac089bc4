"""The command line, as a user meets it."""

import json
import os
import runpy
import subprocess
import sys
from contextlib import redirect_stdout
from datetime import date

import pytest

from calculator import RULES, assess
from calculator.command import main
from calculator.regions import PROVINCES, presets, provinces
from tests.calculator.clock import set_today
from tests.calculator.command_line import run


def test_the_json_has_the_names_of_the_contract() -> None:
    done = run("deadline", "2025-03-15", "--rule", "365-days", "--grace", "15", "--today", "2026-03-01", "--json")
    assert (done.returncode, done.stderr) == (0, "")
    found = json.loads(done.stdout)
    expected = assess(date(2025, 3, 15), date(2026, 3, 1), "365-days", 15)
    assert {
        name: found[name] for name in ("deadline", "grace_end", "suspended_from", "days_left", "status", "safe_date")
    } == {
        "deadline": expected.deadline.isoformat(),
        "grace_end": expected.grace_end.isoformat(),
        "suspended_from": expected.suspended_from.isoformat(),
        "days_left": expected.days_left,
        "status": expected.status,
        "safe_date": expected.safe_date.isoformat(),
    }


def test_people_read_the_answer_and_its_working() -> None:
    done = run("deadline", "2025年3月", "--today", "2026-3-1")
    assert done.returncode == 0
    for words in ("只写了月份", "2026年3月1日（星期日）", "今天是最后一天", "1. 您最近一次认证"):
        assert words in done.stdout


def test_without_a_day_it_looks_from_today_in_beijing(monkeypatch: pytest.MonkeyPatch) -> None:
    set_today(monkeypatch, date(2025, 2, 1))
    found = json.loads(run("deadline", "2024-02-29", "--json").stdout)
    assert (found["deadline"], found["days_left"]) == ("2025-02-28", 27)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["deadline", "2025-02-30"], "最后一天是28日"),
        (["deadline", ""], "请填写上次认证的日期"),
        (["deadline", "2025-3-5", "--rule", "weekly"], "没有叫“weekly”的算法"),
        (["deadline", "2025-3-5", "--grace", "many"], "宽限天数"),
        (["deadline", "2025-3-5", "--region", "nowhere"], "没有找到“nowhere”"),
        (["deadline"], "这条命令没有看懂"),
        (["deadline", "2025-3-5", "--colour"], "这条命令没有看懂"),
        ([], "这条命令没有看懂"),
        (["horoscope"], "这条命令没有看懂"),
    ],
)
def test_bad_input_ends_with_2_and_one_line_in_chinese(arguments: list[str], words: str) -> None:
    done = run(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert words in done.stderr
    assert done.stderr.count("\n") == 1
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(("region", "named"), [("宿迁", "jiangsu/suqian/enterprise"), ("青海", "qinghai"), ("", "")])
def test_a_place_is_named_by_its_path(region: str, named: str) -> None:
    done = run("deadline", "2025-3-5", "--region", region, "--scheme", "企业职工", "--json")
    assert json.loads(done.stdout)["region"] == named


def test_rules_are_listed_for_people_and_programs() -> None:
    assert [rule["id"] for rule in json.loads(run("rules", "--json").stdout)] == list(RULES)
    text = run("rules").stdout
    assert all(rule.id in text and rule.explanation in text for rule in RULES.values())


def test_regions_are_listed_for_people_and_programs() -> None:
    assert [province["id"] for province in json.loads(run("regions", "--json").stdout)] == list(PROVINCES)
    text = run("regions").stdout
    for one in provinces():
        assert one.name in text
        assert one.no_source in text
        assert all(rule.id in text for rule in presets(one))


def test_help_explains_itself_in_chinese() -> None:
    assert "算一个人的截止日" in run("--help").stdout


def test_the_package_runs_as_a_program(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "argv", ["calculator", "deadline", "2024-02-29", "--json"])
    with pytest.raises(SystemExit) as ended:
        runpy.run_module("calculator", run_name="__main__")
    assert ended.value.code == 0
    assert json.loads(capsys.readouterr().out)["deadline"] == "2025-02-28"


def test_what_nobody_reads_any_more_is_written_nowhere() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "w", encoding="utf-8") as broken, redirect_stdout(broken):
        assert main(["regions", "--json"]) == 0


def test_a_reader_that_has_had_enough_is_no_error() -> None:
    program = f"{sys.executable} -m calculator regions --json | head -c 10; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", program], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
