"""The roster on the command line, as a user meets it."""

import csv
import io
import os
import pty
import subprocess
import sys
import termios
from collections.abc import Iterator
from contextlib import redirect_stderr
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from calculator.command import main
from calculator.roster import command as roster_command
from calculator.wording.roster import RESULT_HEADINGS, STOPPED
from tests.calculator.command_line import Done, run
from tests.calculator.roster.tables import HEADING, csv_bytes, xlsx_bytes

ROWS = [
    HEADING,
    ("张三", "2025-1-5", "", "企业职工", "13800000001"),
    ("李四", "去年", "", "", ""),
    ("=1+1", "2026-1-5", "江苏", "企业职工", "+86139"),
]
SUMMARY = "一共3人：可能已停发1人，看不明白1人，还早1人。\n"
READ = """表头在第1行，名单从第2行到第4行。
栏目：姓名用“姓名”；上次认证日期用“上次认证日期”；地区用“地区”；险种用“险种”；电话用“电话”。
"""

LIMITED = """
import resource, sys
from calculator.command import main
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
code = main(sys.argv[1:])
print("grown", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before, file=sys.stderr)
raise SystemExit(code)
"""


@pytest.fixture
def roster(tmp_path: Path) -> Path:
    file = tmp_path / "名单.csv"
    file.write_bytes(csv_bytes(ROWS, encoding="gb18030"))
    return file


def command(file: Path, *options: str) -> Done:
    return run("roster", str(file), "--today", "2026-11-24", *options)


def test_the_worklist_goes_to_standard_output(roster: Path) -> None:
    done = command(roster)
    assert (done.returncode, done.stderr) == (0, READ + SUMMARY)
    first, *rest = csv.reader(io.StringIO(done.stdout, newline=""))
    assert tuple(first) == HEADING + RESULT_HEADINGS
    assert [(row[0], row[5], row[8]) for row in rest] == [
        ("张三", "2026-01-05", "可能已停发"),
        ("李四", "", "看不明白"),
        ("'=1+1", "2027-01-05", "还早"),
    ]


def test_a_workbook_goes_in_and_csv_comes_out(tmp_path: Path) -> None:
    book, out = tmp_path / "名单.xlsx", tmp_path / "结果.csv"
    book.write_bytes(xlsx_bytes(ROWS))
    done = command(book, "-o", str(out))
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr.startswith(READ)
    assert done.stderr.endswith(SUMMARY)
    assert out.read_bytes().startswith(b"\xef\xbb\xbf")
    assert sorted(file.name for file in tmp_path.iterdir()) == ["名单.xlsx", "结果.csv"]


def test_csv_goes_in_and_a_workbook_or_a_calendar_comes_out(roster: Path, tmp_path: Path) -> None:
    assert command(roster, "-o", str(tmp_path / "结果.XLSX")).returncode == 0
    assert openpyxl.load_workbook(tmp_path / "结果.XLSX").active.max_row == len(ROWS)
    assert command(roster, "-o", str(tmp_path / "提醒.ics")).returncode == 0
    assert (tmp_path / "提醒.ics").read_bytes().count(b"BEGIN:VEVENT") == 5


def test_how_the_table_was_understood_is_told_before_the_count(tmp_path: Path) -> None:
    file = tmp_path / "名单.csv"
    file.write_bytes(csv_bytes([("退休人员名单",), *ROWS]))
    rows, columns, remark, summary = command(file).stderr.splitlines()
    assert "表头在第2行，名单从第3行到第5行" in rows
    assert "上次认证日期用“上次认证日期”" in columns
    assert "表头上面的1行当作标题" in remark
    assert f"{summary}\n" == SUMMARY


def test_what_the_rows_do_not_name_can_be_given(roster: Path) -> None:
    first = command(roster, "--region", "江苏省宿迁市", "--scheme", "企业").stdout.splitlines()[1]
    assert "按江苏省宿迁市的说法算" in first
    assert "按常见的两种算法" in command(roster).stdout.splitlines()[1]


def test_what_the_rows_name_need_not_be_given_with_the_place(tmp_path: Path) -> None:
    file = tmp_path / "名单.csv"
    file.write_bytes(csv_bytes([HEADING, ("张三", "2026-1-5", "", "企业职工"), ("李四", "2026-1-5", "", "")]))
    (_, first, second) = command(file, "--region", "广西").stdout.splitlines()
    assert "按广西壮族自治区的说法算" in first
    assert "按广西壮族自治区的说法算" in second
    assert "没写险种，先按养老金算" in second
    assert "没写险种" not in first


def test_a_roster_that_comes_through_a_pipe_is_read() -> None:
    reading, writing = os.pipe()
    with os.fdopen(writing, "wb") as pipe:
        pipe.write(csv_bytes(ROWS))
    done = command(Path(f"/dev/fd/{reading}"))
    os.close(reading)
    assert (done.returncode, done.stderr) == (0, READ + SUMMARY)


@pytest.mark.parametrize(
    ("content", "options", "words"),
    [
        (None, [], "打不开"),
        (b"", [], "没有字"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", [], ".xls"),
        (b"PK\x03\x04", [], "坏了"),
        ("姓名,单位\n张三,某厂\n".encode(), [], "没有找到认证日期是哪一栏。请把表头写成“上次认证日期”"),
        ("姓名,认证审核日期\n张三,2026-1-5\n".encode(), [], "“认证审核日期”看不出是上次认证的日期。请把表头"),
        (b'last,"' + b"x" * 200_000, [], "少了一个引号"),
        (csv_bytes(ROWS), ["-o", "结果.doc"], ".csv、.xlsx 或 .ics"),
        (csv_bytes(ROWS), ["-o", "没有/这个/文件夹/结果.csv"], "写不了"),
        (csv_bytes(ROWS), ["-o", "名单.csv"], "名单自己"),
        (csv_bytes(ROWS), ["--today", "明天"], "看不懂“明天”"),
        (csv_bytes(ROWS), ["--region", "月亮"], "没有找到“月亮”"),
        (csv_bytes(ROWS), ["--scheme", "月亮"], "没有叫“月亮”的险种"),
    ],
)
def test_bad_input_ends_with_2_and_one_line_in_chinese(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes | None, options: list[str], words: str
) -> None:
    monkeypatch.chdir(tmp_path)
    if content is not None:
        Path("名单.csv").write_bytes(content)
    done = run("roster", "名单.csv", *options)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1), done.stderr
    assert words in done.stderr
    assert "Traceback" not in done.stderr
    assert [file.name for file in tmp_path.iterdir()] == ([] if content is None else ["名单.csv"])


@pytest.mark.parametrize("kind", ["csv", "xlsx", "ics"])
def test_an_error_halfway_leaves_no_half_a_file(tmp_path: Path, kind: str) -> None:
    file, out = tmp_path / "名单.csv", tmp_path / f"结果.{kind}"
    out.write_text("上次的结果")
    file.write_bytes(csv_bytes([HEADING, *ROWS[1:] * 500]) + b'\r\n"' + b"x" * 200_000)
    done = command(file, "-o", str(out))
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert out.read_text() == "上次的结果"
    assert sorted(one.name for one in tmp_path.iterdir()) == ["名单.csv", out.name]


def test_an_error_halfway_leaves_what_was_written_to_standard_output(tmp_path: Path) -> None:
    file = tmp_path / "名单.csv"
    file.write_bytes(csv_bytes([HEADING, *ROWS[1:] * 500]) + b'\r\n"' + b"x" * 200_000)
    done = command(file)
    assert (done.returncode, done.stdout.count("\n"), done.stderr.count("\n")) == (2, 1501, 1)


def test_who_stops_it_gets_no_half_a_file(roster: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(rows: Iterator[Any], *_: Any, **__: Any) -> Iterator[Any]:
        next(rows)
        raise KeyboardInterrupt
        yield

    monkeypatch.setattr(roster_command, "assess_rows", stopped)
    done = command(roster, "-o", str(roster.with_name("结果.csv")))
    assert (done.returncode, done.stderr) == (130, f"{STOPPED}\n")
    assert [file.name for file in roster.parent.iterdir()] == ["名单.csv"]


def test_a_reader_that_has_had_enough_is_no_error(tmp_path: Path) -> None:
    file = tmp_path / "名单.csv"
    file.write_bytes(csv_bytes([HEADING, *ROWS[1:] * 5000]))
    program = f"{sys.executable} -m calculator roster {file} | head -n 1; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", program], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_memory_does_not_grow_with_the_roster(tmp_path: Path) -> None:
    grown = []
    for rows in (2_000, 200_000):
        file, out = tmp_path / "名单.csv", tmp_path / "结果.csv"
        with file.open("w", encoding="utf-8") as text:
            text.write(",".join(HEADING) + "\n")
            for number in range(rows):
                text.write(f"测试{number},202{number % 5 + 1}-{number % 12 + 1}-{number % 28 + 1},,企业职工,{number}\n")
        program = [sys.executable, "-c", LIMITED, "roster", str(file), "-o", str(out), "--today", "2026-11-24"]
        done = subprocess.run(program, capture_output=True, text=True, encoding="utf-8", check=False)
        assert done.returncode == 0, done.stderr
        with out.open(encoding="utf-8-sig") as text:
            assert sum(1 for _ in text) == rows + 1
        grown.append(int(done.stderr.split("grown ")[1]))
    assert grown[1] < grown[0] + 8_000, "kilobytes"


def test_progress_is_shown_on_a_terminal_alone(tmp_path: Path) -> None:
    file = tmp_path / "名单.csv"
    file.write_bytes(csv_bytes([HEADING, *ROWS[1:] * 1000]))
    ours, theirs = pty.openpty()
    termios.tcsetwinsize(theirs, (24, 80))
    with os.fdopen(theirs, "w", encoding="utf-8") as terminal, redirect_stderr(terminal):
        assert main(["roster", str(file), "-o", str(tmp_path / "结果.csv")]) == 0
    shown = b""
    try:
        while block := os.read(ours, 4096):
            shown += block
    except OSError:
        pass  # the other end of a terminal closes with an error
    os.close(ours)
    assert "100%" in shown.decode()
    assert shown.decode().rstrip().splitlines()[-1].startswith("一共3000人")
    assert "%" not in command(file).stderr


def test_a_sheet_is_chosen_by_its_name_or_its_number(tmp_path: Path) -> None:
    book = tmp_path / "名单.xlsx"
    book.write_bytes(xlsx_bytes(ROWS, 二月=[HEADING, ("王五", "2026-1-5")]))
    done = command(book)
    assert "读的表：“Sheet”。" in done.stderr
    assert "没有读“二月”。要读别的表，请加上 --sheet 和表的名字。" in done.stderr
    for wanted in ("二月", "2"):
        done = command(book, "--sheet", wanted)
        assert done.stdout.count("王五") == 1
        assert "读的表：“二月”。" in done.stderr
    done = command(book, "--sheet", "三月")
    assert (done.returncode, done.stderr) == (2, "没有叫“三月”的表。请从这些里面选一个：“Sheet”、“二月”。\n")


def test_remarks_speak_of_what_a_command_line_has(tmp_path: Path) -> None:
    file = tmp_path / "名单.csv"
    file.write_bytes(csv_bytes([("张三", "2025-1-5"), ("李四", "2026-1-5")]))
    done = command(file)
    assert "没有表头，名单从第1行到第2行。" in done.stderr
    assert "姓名用“第1列”；上次认证日期用“第2列”；没有地区" in done.stderr
    assert "请在第一行写上表头" in done.stderr
    assert "下面" not in done.stderr


def test_which_columns_make_an_address_is_told(tmp_path: Path) -> None:
    file = tmp_path / "名单.csv"
    file.write_bytes(
        csv_bytes([("姓名", "省", "市", "县区", "上次认证日期"), ("甲", "河北省", "保定市", "高阳县", "2026-1-20")])
    )
    assert "地区用“省”、“市”、“县区”" in command(file).stderr


def test_a_roster_of_headings_alone_says_so(tmp_path: Path) -> None:
    file = tmp_path / "名单.csv"
    file.write_bytes(csv_bytes([HEADING]))
    assert "表头在第1行，下面没有内容。" in command(file).stderr


@pytest.mark.parametrize("address", ["江苏省宿迁市宿城区幸福路1号", "宿迁市宿城区", "江苏省宿迁市"])
def test_one_deadline_understands_every_address_that_a_roster_does(address: str) -> None:
    done = run(
        "deadline", "2026-1-5", "--region", address, "--scheme", "企业职工基本养老保险", "--today", "2026-2-1", "--json"
    )
    assert '"region": "jiangsu/suqian/enterprise"' in done.stdout
