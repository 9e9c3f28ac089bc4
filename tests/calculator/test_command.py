"""The command line, as a user meets it."""

import io
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


def test_a_place_that_counts_in_several_ways_asks_for_the_benefit_and_answers_by_the_earliest() -> None:
    text = run("deadline", "2026-3-15", "--region", "海南", "--today", "2026-11-28").stdout
    assert "--scheme 城乡居民" in text
    assert "您没有选领的是哪一种，这是几种养老金里最早的日子。" in text
    said = run("deadline", "2026-3-15", "--region", "海南", "--scheme", "企业职工", "--today", "2026-11-28").stdout
    assert "--scheme" not in said


def test_what_is_safest_comes_before_a_deadline_that_is_only_that_of_pensions() -> None:
    out = run("deadline", "2026-03-05", "--scheme", "工伤", "--today", "2026-11-28").stdout
    status, safe, due, *_ = out.splitlines()
    assert status == "最好这几天就办"
    assert safe.startswith("最稳妥：2026年8月31日")
    assert due.startswith("照养老金的算法，最晚：2027年3月5日（星期五）　这是按养老金常见的算法算的。工伤津贴")


def test_without_a_place_those_who_ask_more_often_are_named() -> None:
    text = run("deadline", "2026-3-15", "--today", "2026-11-28").stdout
    assert "一年一次的地方，最稳妥：2027年2月28日" in text
    assert "每季一次：" in text
    assert "可能停发，从：2027年3月16日" in text


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ([], ["网上常说的宽限15天，到：2027年3月30日", "可能停发，从：2027年3月16日"]),
        (["--grace", "20"], ["您填的宽限20天，到：2027年4月4日", "可能停发，从：2027年4月5日"]),
        (
            ["--region", "江苏"],
            ["可能停发，从：2027年4月1日（星期四）　超过12个月", "停发以前的最后一天：2027年3月31日"],
        ),
        (["--region", "河南"], ["可能停发，从：2027年3月15日", "没有查到宽限，最后一天是：2027年3月14日"]),
    ],
)
def test_each_kind_of_grace_is_called_by_its_name(options: list[str], words: list[str]) -> None:
    text = run("deadline", "2026-3-15", "--today", "2026-11-28", *options).stdout
    assert [one for one in words if one not in text] == []


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
        (["deadline", "2025-3-5", "--region", "朝阳区"], "北京市朝阳区、吉林省长春市朝阳区"),
        (["deadline"], "这条命令没有看懂"),
        (["deadline", "2025-3-5", "--colour"], "这条命令没有看懂"),
        (["message", " "], "请把收到的短信贴进来"),
        (["message", "。。。"], "没有能读的字"),
        (["message", "长" * 10_001], "太长了"),
        (["message"], "这条命令没有看懂"),
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


def test_a_place_without_a_rule_of_its_own_says_whose_rule_it_is() -> None:
    arguments = ("deadline", "2025-3-5", "--region", "江苏 南京 鼓楼区", "--scheme", "企业职工")
    found = json.loads(run(*arguments, "--json").stdout)
    assert (found["place"], found["rule_of"]) == ("江苏省南京市鼓楼区", "江苏省")
    assert "您选的是江苏省南京市鼓楼区。没有查到当地自己的说法，按江苏省（" in run(*arguments).stdout


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


def test_people_read_what_a_message_looks_like_and_what_to_do() -> None:
    done = run("message", "您的养老待遇资格认证已通过，有效期到2027年10月6日", "--sender", "+82 10")
    assert done.returncode == 0
    lines = done.stdout.splitlines()
    assert lines[0] == "有骗局的样子"
    assert "- 号码像境外的：" in done.stdout
    assert "- 告诉您一个结果“已通过”：" in done.stdout
    assert "- 2027年10月6日（星期三）：像是截止日" in lines
    assert lines[-1] == "不点、不扫、不转、不告诉验证码；自己打开官方App，或者打12333问。"


def test_the_json_of_a_message_has_the_names_of_the_contract() -> None:
    text = "您的养老待遇资格认证已通过，有效期到2027年10月6日"
    found = json.loads(run("message", text, "--json").stdout)
    assert list(found) == ["verdict", "verdict_words", "reason", "because", "signs", "days", "advice"]
    assert (found["verdict"], found["verdict_words"]) == ("official-like", "像官方通知，仍从官方App里核对")
    (sign,) = found["signs"]
    assert list(sign) == ["id", "kind", "name", "words", "start", "end", "why", "fact"]
    assert text[sign["start"] : sign["end"]] == sign["words"] == "已通过"
    assert found["days"] == [{"date": "2027-10-06", "kind": "deadline", "words": "2027年10月6日"}]


@pytest.mark.parametrize(
    ("content", "returncode", "words"),
    [
        ("把验证码告诉我".encode(), 0, "有骗局的样子"),
        ("\ufeff把验证码告诉我\n".encode(), 0, "有骗局的样子"),
        ("把验证码告诉我".encode("gb18030"), 0, "有骗局的样子"),
        (b"", 2, "请把收到的短信贴进来"),
        (b"\xff\xfe\x00\x01", 2, "没有能读的字"),
    ],
)
def test_a_message_may_be_piped_in(
    content: bytes, returncode: int, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))
    done = run("message", "-")
    assert done.returncode == returncode
    assert words in done.stdout + done.stderr


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
