"""Rosters as they came: each was read wrongly once, or not at all."""

import io
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from calculator.counting.groups import Group
from calculator.roster.days import newest
from calculator.roster.rows import Person
from calculator.roster.table import open_table
from tests.calculator.roster.tables import csv_bytes, people_in, saved, xlsx_bytes

FILES = Path(__file__).with_name("files")
LATE = date(2026, 7, 20)
"""高阳县's residents count six months from 2026-01-20."""


def book(*rows: tuple[Any, ...], merged: tuple[str, ...] = ()) -> bytes:
    made = Workbook()
    sheet: Any = made.active
    for row in rows:
        sheet.append(list(row))
    for cells in merged:
        sheet.merge_cells(cells)
    return saved(made)


def quoted(cell: str) -> str:
    return f'"{cell.replace('"', '""')}"'


def deadlines(people: list[Person]) -> list[date | None]:
    return [person.verdict.deadline for person in people]


def test_headings_merged_over_two_rows() -> None:
    content = book(
        ("姓名", "险种", "参保地", "认证信息", None),
        (None, None, None, "上次认证日期", "认证方式"),
        ("甲", "城乡居民", "河北省保定市高阳县", "2026-01-20", "刷脸"),
        merged=("A1:A2", "B1:B2", "C1:C2", "D1:E1"),
    )
    assert deadlines(people_in(content)) == [LATE]
    assert open_table(io.BytesIO(content)).heading.names[:3] == ("姓名", "险种", "参保地")


def test_a_merged_cell_holds_for_each_row_that_it_covers() -> None:
    content = book(
        ("姓名", "险种", "参保地", "上次认证日期"),
        ("甲", "城乡居民", "河北省保定市高阳县", "2026-01-20"),
        ("乙", None, None, "2026-01-20"),
        (None, None, None, None),
        ("丙", None, None, "2026-01-20"),
        merged=("B2:B4", "C2:C4"),
    )
    first, second, third = people_in(content)
    assert deadlines([first, second]) == [LATE, LATE]
    assert second.cells == ("乙", "城乡居民", "河北省保定市高阳县", "2026-01-20")
    assert third.verdict.deadline == date(2027, 1, 20), "below the merged cells"


def test_province_city_and_county_are_one_address() -> None:
    rows = [
        ("姓名", "省", "市", "县区", "险种", "上次认证日期"),
        ("甲", "河北省", "保定市", "高阳县", "居民", "2026-01-20"),
    ]
    assert deadlines(people_in(xlsx_bytes(rows))) == deadlines(people_in(csv_bytes(rows))) == [LATE]


def test_a_sheet_of_instructions_is_no_roster() -> None:
    roster = [("姓名", "上次认证日期"), ("甲", "2026-01-20")]
    table = open_table(io.BytesIO(xlsx_bytes([("填表说明",), ("1. 请填写上次认证日期",)], 名单=roster)))
    assert (table.source.sheet, list(table.rows)) == (1, [(2, ("甲", "2026-01-20"))])


def test_a_number_keeps_its_noughts_where_its_cell_shows_them() -> None:
    made = Workbook()
    sheet: Any = made.active
    sheet.append(["姓名", "上次认证日期", "电话"])
    sheet.append(["甲", 45981, 1012345678])
    sheet["B2"].number_format = "yyyy-mm-dd"
    sheet["C2"].number_format = "00000000000"
    assert people_in(saved(made))[0].cells == ("甲", "2025-11-20", "01012345678")


def test_a_formula_without_its_value_says_what_to_do() -> None:
    content = book(("姓名", "上次认证日期"), ("甲", "=DATE(2025,11,20)"))
    table = open_table(io.BytesIO(content))
    (person,) = people_in(content)
    assert (person.cells[1], person.verdict.group) == ("=DATE(2025,11,20)", Group.UNCLEAR)
    assert "保存一次" in person.verdict.reason
    list(table.rows)
    assert "有1格是公式" in table.remarks[0].said


def test_rows_below_the_list_are_no_people() -> None:
    rows = [
        ("序号", "姓名", "上次认证日期"),
        ("1", "甲", "2026-01-20"),
        ("合计", "1人"),
        ("填表人：", "某", "2026-11-20"),
    ]
    groups = [person.verdict.group for person in people_in(csv_bytes(rows))]
    assert groups == [Group.ON_TIME, None, None]


@pytest.mark.parametrize(
    ("name", "cells"),
    [
        ("id-in-date-format", ("甲", "2025-11-20", "500123199005132245")),
        ("empty-fill", ("甲", "2025-11-20", "x")),
        ("fill-extLst", ("甲", "2025-11-20", "x")),
        ("bool-true", ("甲", "2025-11-20", "TRUE")),
        ("iso-date-zero", ("甲", "0000-00-00", "x")),
        ("SharedStrings-case", ("甲", "2026-01-20")),
        ("strict", ("甲", "2025-11-20", "x")),
    ],
)
def test_a_workbook_that_other_programs_open_is_opened(name: str, cells: tuple[str, ...]) -> None:
    with (FILES / f"{name}.xlsx").open("rb") as file:
        assert [row for _, row in open_table(file).rows] == [cells]


@pytest.mark.parametrize(
    "cell",
    [
        *(
            "\u200b2025-12-05",
            "二〇二五年十二月五日",
            "2025-12-05T00:00:00.000Z",
            '="2025-12-05"',
            "2025年12月5日（人脸）",
        ),
        "2025/12/5 上午9:00:00",
    ],
)
def test_days_as_they_come_are_read(cell: str) -> None:
    content = csv_bytes([("姓名", "上次认证日期"), ("甲", quoted(cell))])
    (person,) = people_in(content)
    assert person.verdict.deadline == date(2026, 12, 5)


def test_years_beside_each_other_give_the_newest_that_is_filled() -> None:
    rows = [
        ("姓名", "2024年认证日期", "2026年认证日期", "2025年认证日期"),
        ("甲", "2024-3-5", "", "2025-12-5"),
        ("乙", "2024-3-5", "1月5日", "2025-12-5"),
        ("丙", "", "", ""),
        ("丁", "2024-3-5", "已认证", ""),
    ]
    first, second, third, fourth = people_in(csv_bytes(rows))
    assert deadlines([first, second, third]) == [date(2026, 12, 5), date(2027, 1, 5), None]
    assert "已认证" in fourth.verdict.reason, "it could be the newest"
    (remark,) = open_table(io.BytesIO(csv_bytes(rows))).remarks
    assert "“2026年认证日期”、“2025年认证日期”、“2024年认证日期”" in remark.said


QUARTERS = ("2026年一季度认证日期", "2026年二季度认证日期", "2026年三季度认证日期")


@pytest.mark.parametrize(
    ("headings", "days", "deadline"),
    [
        ([QUARTERS], ("2026-01-05", "2026-04-06", "2026-07-03"), date(2027, 7, 3)),
        ([QUARTERS], ("1月5日", "7-3", "4.6"), date(2027, 7, 3)),
        ([QUARTERS], ("2026-01-05", "2026-04-06", "未认证"), date(2027, 4, 6)),
        ([QUARTERS], ("2026-01-05", "去年", "2026-07-03"), None),
        ([("2025年认证日期", *QUARTERS[:2])], ("2026-09-01", "1-5", "4-6"), date(2027, 4, 6)),
        ([("2025年认证日期", *QUARTERS[:2])], ("12-5", "", "未"), date(2026, 12, 5)),
        ([("上次认证日期", *QUARTERS[:2])], ("2026-09-01", "1-5", "4-6"), date(2027, 9, 1)),
        ([("认证日期", ""), ("2026年上半年", "2026年下半年")], ("2026-01-20", "7月10日"), date(2027, 7, 10)),
        ([("2026年认证日期", ""), ("上半年", "下半年")], ("2026-01-20", "2026-07-10"), date(2027, 7, 10)),
        ([("2026年认证日期", ""), ("上半年", "下半年")], ("6月20日", "1月10日"), date(2027, 6, 20)),
    ],
)
def test_all_columns_of_the_newest_year_that_is_filled_are_compared(
    headings: list[tuple[str, ...]], days: tuple[str, ...], deadline: date | None
) -> None:
    above = [("" if place else "姓名", *line) for place, line in enumerate(headings)]
    assert deadlines(people_in(csv_bytes([*above, ("甲", *days)]))) == [deadline]


def test_the_newest_year_counts_in_whatever_order_the_columns_are_given() -> None:
    assert newest([("2025-12-5", 0), ("2024-3-5", 2024), ("1-5", 2026)]) == "2026年1月5日"
    assert newest([]) == ""


def test_halves_of_a_year_beside_each_other_give_the_latest_day() -> None:
    rows = [
        ("姓名", "上半年认证日期", "下半年认证日期"),
        ("甲", "2026-3-5", "2025-12-5"),
        ("乙", "2025-3-5", "2025-12-5"),
        ("丙", "2026-3-5", "没办"),
        ("丁", "2026-3-5", "办了"),
    ]
    first, second, third, fourth = people_in(csv_bytes(rows))
    assert deadlines([first, second, third]) == [date(2027, 3, 5), date(2026, 12, 5), date(2027, 3, 5)]
    assert "办了" in fourth.verdict.reason


@pytest.mark.parametrize(
    "cell",
    [
        *(
            "未认证",
            "未",
            "否",
            "无",
            "/",
            "-",
            "——",
            "待认证",
            "　",
            "没办",
            "还没有认证",
            "尚未完成认证",
            "未通过",
            "不合格",
        ),
        *("×", "N", "0", "#N/A", "暂无", "待办", "未认证（外地）", "未年审", "无认证记录", "未 认 证", "空"),
    ],
)
@pytest.mark.parametrize("names", [("2025年认证日期", "2026年认证日期"), ("上半年认证日期", "下半年认证日期")])
def test_where_nothing_was_done_what_was_done_before_counts(cell: str, names: tuple[str, str]) -> None:
    first, second = people_in(csv_bytes([("姓名", *names), ("甲", "2025-12-5", cell), ("乙", cell, cell)]))
    assert first.verdict.deadline == date(2026, 12, 5)
    assert second.verdict.group is Group.UNCLEAR


@pytest.mark.parametrize("cell", ["已认证", "是", "√", "停发", "去世", "未认证（已死亡）", "10月", "有"])
def test_what_may_be_newer_than_what_was_done_before_is_unclear(cell: str) -> None:
    (person,) = people_in(csv_bytes([("姓名", "2025年认证日期", "2026年认证日期"), ("甲", "2025-12-5", cell)]))
    assert person.verdict.group is Group.UNCLEAR
    assert cell[:3] in person.verdict.reason


def test_a_county_is_looked_for_within_the_place_of_the_whole_roster() -> None:
    rows = [
        ("姓名", "上次认证日期", "区县", "险种"),
        ("甲", "2026-01-20", "高阳县", "居民"),
        ("乙", "2026-01-20", "无名县", "居民"),
    ]
    first, second = people_in(csv_bytes(rows), region="河北省保定市")
    assert first.verdict.deadline == LATE
    assert "无名县" in second.verdict.reason
    assert "河北省" in second.verdict.reason


def test_nobody_of_three_hundred_is_inside_a_note() -> None:
    days = [date(2025, 12, 1) + timedelta(number % 28) for number in range(300)]
    rows = [
        ("姓名", "上次认证日期", "备注"),
        *((f"退{n:03}", str(day), '"无' if n == 100 else "无") for n, day in enumerate(days)),
    ]
    assert len(people_in(csv_bytes(rows))) == 300


def test_a_day_in_three_columns_is_one_day() -> None:
    rows = [
        ("姓名", "上次认证日期", "", "", "备注"),
        ("", "年", "月", "日", ""),
        ("甲", "2026", "1", "5", "x"),
        ("乙", "2026年", "3月", "", ""),
    ]
    rows.append(("丙", "", "", "", "x"))
    first, second, third = people_in(csv_bytes(rows))
    assert deadlines([first, second, third]) == [date(2027, 1, 5), date(2027, 3, 1), None]
    assert "只写了月份" in second.verdict.reason
    assert open_table(io.BytesIO(csv_bytes(rows))).remarks == ()
