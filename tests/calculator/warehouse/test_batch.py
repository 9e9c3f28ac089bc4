"""Tables of many rows: nobody is lost, and everybody gets what ``assess`` gives."""

import random
import sys
from datetime import date, timedelta
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from calculator import InputError, assess
from calculator.regions import SCHEMES
from calculator.regions.divisions import division_of_code, divisions
from calculator.warehouse.batch import RESULTS, Counted, batch, beside
from calculator.warehouse.lookup import Lookup
from calculator.warehouse.spark import SCHEMA, answer_batches
from tests.calculator.command_line import run

TODAY = date(2026, 11, 28)

ROWS = """id,last,place,scheme,phone
1,2025-03-05,321302,城乡居民,"138,1"
2,2025年3月,江苏省宿迁市宿城区幸福路1号,企业职工基本养老保险,2
3,2025-13-05,,,3
4,昨天,,,4
5,2025-3-5,朝阳区,,5
6,2025/3/5,,白鹤,6
7,2027-01-01,,,7
8,45731,999999,,8
9,,,,9
10,2026-11-28,jiangsu/suqian,,10
"""


def read(file: Path) -> list[dict[str, object]]:
    reader = "read_parquet(?)" if file.suffix == ".parquet" else "read_csv(?, all_varchar = true)"
    found = duckdb.execute(f"FROM {reader}", [str(file)])
    names = [name for name, *_ in found.description]
    return [dict(zip(names, row, strict=True)) for row in found.fetchall()]


def test_every_row_is_either_answered_or_told_with_its_reason(tmp_path: Path) -> None:
    source, out = tmp_path / "people.csv", tmp_path / "answers.csv"
    source.write_text(ROWS, encoding="utf-8")
    assert batch(source, out, TODAY) == Counted(3, 7)
    answered, unread = read(out), read(beside(out))
    assert [row["id"] for row in answered] == ["1", "2", "10"]
    assert answered[0]["phone"] == "138,1"
    assert (answered[0]["deadline"], answered[0]["status"]) == ("2026-03-05", "suspended")
    assert "您只写了月份" in str(answered[1]["reason"])
    assert "按江苏省宿迁市的说法算" in str(answered[1]["reason"])
    assert (answered[2]["days_left"], answered[2]["standing"]) == ("365", "on-time")
    told = {row["id"]: str(row["reason"]) for row in unread}
    assert set(told) == {"3", "4", "5", "6", "7", "8", "9"}
    assert "13月" in told["3"]
    assert "北京市朝阳区" in told["5"]
    assert "白鹤" in told["6"]
    assert "999999" in told["8"]
    assert "请填写上次认证的日期" in told["9"]
    assert [one.name for one in tmp_path.iterdir() if one.name.startswith(".")] == []


def test_a_day_with_the_weekday_of_another_is_answered_and_told(tmp_path: Path) -> None:
    source, out = tmp_path / "people.csv", tmp_path / "answers.csv"
    source.write_text("id,last\n1,2026年3月5日星期五\n2,2026年3月5日星期四\n", encoding="utf-8")
    assert batch(source, out, TODAY) == Counted(2, 0)
    first, second = (str(row["reason"]) for row in read(out))
    assert "写的是星期五，2026年3月5日却是星期四" in first
    assert "星期" not in second


def test_a_quote_that_is_never_closed_swallows_nobody(tmp_path: Path) -> None:
    source, out = tmp_path / "people.csv", tmp_path / "answers.csv"
    rows = [f"{number},2025-03-05,{'x' if number != 40 else chr(34) + 'x'}" for number in range(100)]
    source.write_text("id,last,note\n" + "\n".join(rows) + "\n", encoding="utf-8")
    found = batch(source, out, TODAY)
    assert found.rows + found.unread == 100


def test_lines_that_cannot_be_taken_apart_are_told_with_their_number(tmp_path: Path) -> None:
    source, out = tmp_path / "people.csv", tmp_path / "answers.csv"
    rows = [f"{number},2025-03-05" for number in range(30_000)]
    rows[25_000] += ",too,many"
    source.write_text("id,last\n" + "\n".join(rows) + "\n", encoding="utf-8")
    assert batch(source, out, TODAY) == Counted(29_999, 1)
    [row] = read(beside(out))
    assert (row["csv_line_number"], row["csv_line"]) == ("25002", "25000,2025-03-05,too,many")
    assert "引号或者列数" in str(row["reason"])


def people(rows: int, seed: int) -> pa.Table:
    chance = random.Random(seed)  # noqa: S311 - the same every time
    codes = [one.code for one in divisions()]
    return pa.table(
        {
            "id": range(rows),
            "last": pa.array([TODAY - timedelta(days=chance.randrange(-3, 900)) for _ in range(rows)], pa.date32()),
            "place": [chance.choice(codes) if chance.random() < 0.9 else None for _ in range(rows)],
            "scheme": [chance.choice(("", *SCHEMES)) for _ in range(rows)],
        }
    )


def expected(row: dict[str, object]) -> tuple[object, ...] | None:
    last, place = row["last"], division_of_code(str(row["place"]))
    assert isinstance(last, date)
    if last > TODAY:
        return None
    found = assess(last, TODAY, region=place.path if place else "", scheme=str(row["scheme"]))
    return (
        found.deadline,
        found.safe_date,
        found.grace_end,
        str(found.status),
        str(found.standing),
        found.days_left,
    )


def test_parquet_in_and_out_gives_what_assess_gives_in_the_order_of_the_rows(tmp_path: Path) -> None:
    source, out = tmp_path / "people.parquet", tmp_path / "answers.parquet"
    table = people(1500, seed=3)
    pq.write_table(table, source)
    found = batch(source, out, TODAY, threads=2)
    answered, unread = read(out), read(beside(out))
    assert found == Counted(len(answered), len(unread))
    assert found.rows + found.unread == 1500
    assert unread
    assert [row["id"] for row in answered] == sorted(row["id"] for row in answered)  # type: ignore[type-var]
    for row in answered:
        assert tuple(row[name] for name in RESULTS[:-1]) == expected(row)
        assert row["reason"]


def test_spark_is_handed_the_same_in_batches_of_arrow() -> None:
    table = people(600, seed=4)
    batches = list(answer_batches(TODAY)(table.to_batches(max_chunksize=250)))
    assert [one.num_rows for one in batches] == [250, 250, 100]
    for row in pa.Table.from_batches(batches).to_pylist():
        days = tuple(row[name] for name in RESULTS[:-1])
        assert (None if row["fault"] else days) == expected(row)
        assert bool(row["fault"]) != bool(row["reason"])


def test_spark_takes_text_for_days_and_needs_neither_a_place_nor_a_benefit() -> None:
    [strange] = answer_batches(TODAY)([pa.record_batch({"last": [TODAY], "place": ["999999"]})])
    assert "999999" in strange.column("fault").to_pylist()[0]
    [found] = answer_batches(TODAY, last="day")([pa.record_batch({"day": ["2025年3月5日", "昨天"]})])
    assert [name for name in found.schema.names if name != "day"] == [one.split()[0] for one in SCHEMA.split(", ")]
    assert found.column("deadline").to_pylist() == [date(2026, 3, 5), None]
    assert "昨天" in found.column("fault").to_pylist()[1]


def test_spark_is_not_sent_out_with_a_day_that_cannot_be_used() -> None:
    with pytest.raises(InputError, match="太晚"):
        answer_batches(date(2200, 1, 1))


@pytest.mark.parametrize("day", [date(1989, 12, 31), date(2101, 1, 1), TODAY + timedelta(days=1)])
def test_a_day_that_no_answer_can_be_given_for_is_a_fault_with_a_sentence(day: date) -> None:
    found = Lookup(TODAY).day(day)
    assert isinstance(found, InputError)
    assert found.message.endswith("。")


def test_columns_can_have_other_names(tmp_path: Path) -> None:
    source, out = tmp_path / "people.csv", tmp_path / "answers.parquet"
    source.write_text('"day ""x""",where,kind\n2025-03-05,海南省,机关\n', encoding="utf-8")
    assert batch(source, out, TODAY, columns=('day "x"', "WHERE", "kind")) == Counted(1, 0)
    assert not beside(out).exists()


def test_a_file_of_unread_rows_does_not_outlive_the_rows(tmp_path: Path) -> None:
    source, out = tmp_path / "people.csv", tmp_path / "answers.csv"
    source.write_text("last\n昨天\n", encoding="utf-8")
    assert batch(source, out, TODAY) == Counted(0, 1)
    assert beside(out).exists()
    source.write_text("last\n2025-03-05\n", encoding="utf-8")
    assert batch(source, out, TODAY) == Counted(1, 0)
    assert not beside(out).exists()


@pytest.mark.parametrize(
    ("name", "content", "arguments", "said"),
    [
        ("a.csv", "id\n1\n", (), "没有找到叫“last”的一栏"),
        ("a.csv", "last\n2025-01-01\n", ("--place", "where"), "没有找到叫“where”的一栏"),
        ("a.csv", "last,deadline\n2025-01-01,x\n", (), "已经有叫“deadline”的一栏"),
        ("a.csv", "last\n2025-01-01\n", ("--memory", "much"), "内存的上限"),
        ("a.csv", "last\n2025-01-01\n", ("--today", "1.1"), "看不懂"),
        ("a.parquet", "no parquet", (), "读不了"),
        ("a.xlsx", "", (), "只能读写.parquet和.csv"),
        ("a.csv", None, (), "读不了"),
    ],
)
def test_what_cannot_be_used_gets_one_sentence(
    tmp_path: Path, name: str, content: str | None, arguments: tuple[str, ...], said: str
) -> None:
    if content is not None:
        (tmp_path / name).write_text(content, encoding="utf-8")
    done = run("batch", str(tmp_path / name), "-o", str(tmp_path / "out.csv"), *arguments)
    assert done.returncode == 2
    assert said in done.stderr
    assert done.stderr.count("\n") == 1
    assert not (tmp_path / "out.csv").exists()


def test_it_is_not_written_over_what_is_read_nor_where_nothing_can_be_written(tmp_path: Path) -> None:
    source = tmp_path / "a.csv"
    source.write_text("last\n2025-01-01\n", encoding="utf-8")
    assert "不能和读的是同一个" in run("batch", str(source), "-o", str(source)).stderr
    assert "写不进" in run("batch", str(source), "-o", str(tmp_path / "none" / "b.csv")).stderr


def test_the_command_says_how_many_rows_there_were_and_where_the_unread_are(tmp_path: Path) -> None:
    source, out = tmp_path / "people.csv", tmp_path / "answers.csv"
    source.write_text(ROWS, encoding="utf-8")
    done = run("batch", str(source), "-o", str(out), "--today", "2026-11-28")
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr.strip() == f"算好了3行。有7行看不明白，写在“{beside(out)}”里，每行都有原因。"
    source.write_text("last\n2025-01-01\n", encoding="utf-8")
    assert run("batch", str(source), "-o", str(out)).stderr.strip() == "算好了1行。没有看不明白的。"


def test_who_stops_it_finds_no_half_written_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    source, out = tmp_path / "people.csv", tmp_path / "answers.csv"
    source.write_text("last\n2025-01-01\n昨天\n", encoding="utf-8")

    def stop(*_: object) -> str:
        assert [one.name for one in tmp_path.iterdir()] != ["people.csv"]
        raise KeyboardInterrupt

    monkeypatch.setattr("calculator.warehouse.batch._Batch._unread", stop)
    done = run("batch", str(source), "-o", str(out))
    assert (done.returncode, done.stderr) == (130, "已经停下，没有写出文件。\n")
    assert [one.name for one in tmp_path.iterdir()] == ["people.csv"]


def test_without_duckdb_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(sys.modules, "duckdb", None)
    done = run("batch", str(tmp_path / "a.csv"), "-o", str(tmp_path / "b.csv"))
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "pip install 'pension-certification[batch]'" in done.stderr
