"""Which columns say where the pension is paid, and what is said of those that do not."""

from datetime import date

import pytest
from openpyxl import Workbook

from calculator.roster.columns import find_heading
from tests.calculator.roster.tables import csv_bytes, opened, people_in, saved

LATE = date(2026, 7, 20)
"""高阳县's residents count six months from 2026-01-20."""


@pytest.mark.parametrize(
    "headings",
    [
        "参保地（省）,参保地（市）,参保地（县）",
        "行政区划（省）,行政区划（市）,行政区划（县）",
        "统筹地区(省),统筹地区(市),统筹地区(县)",
        "待遇领取地（省级）,待遇领取地（地市级）,待遇领取地（区县级）",
        "地区-省,地区-市,地区-县",
        "参保地省,参保地市,参保地县",
        "省别,市别,县别",
        "一级地区,二级地区,三级地区",
        "省级行政区,地级行政区,县级行政区",
        "地区1,地区2,地区3",
        "地区一,地区二,地区三",
        "单位所在省,单位所在市,单位所在县",
        "省（直辖市）,市（地）,区（县、市）",
        "参保地,参保地,参保地",
        "参保地,,",
        "行政区划,,",
    ],
)
def test_the_parts_of_an_address_are_read_together(headings: str) -> None:
    rows = [
        ("姓名", *headings.split(","), "上次认证日期", "险种"),
        ("甲", "河北省", "保定市", "高阳县", "2026-01-20", "城乡居民"),
    ]
    table = opened(csv_bytes(rows))
    assert table.heading.columns["region"] == (1, 2, 3)
    assert people_in(csv_bytes(rows))[0].verdict.deadline == LATE


def test_parts_that_are_numbered_are_read_by_their_numbers() -> None:
    assert find_heading([("姓名", "地区三", "地区二", "地区一")]).columns["region"] == (3, 2, 1)


def test_a_heading_that_is_merged_over_the_parts_of_an_address_holds_for_each() -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["姓名", "地区", None, "上次认证日期", "险种"])
    sheet.append(["甲", "河北省保定市", "高阳县", "2026-01-20", "城乡居民"])
    sheet.merge_cells("B1:C1")
    assert people_in(saved(book))[0].verdict.deadline == LATE


def test_a_column_without_a_heading_that_holds_no_places_is_no_part() -> None:
    rows = [("姓名", "参保地", "", "", "上次认证日期"), ("甲", "河北省", "保定市", "已通知", "2026-01-20")]
    assert find_heading(rows).columns["region"] == (1, 2)


def test_one_heading_for_a_whole_address_is_one_column() -> None:
    for heading in ("统筹地区(省/市/县)", "省市县", "参保地（省市区）"):
        found = find_heading([("姓名", heading, "", "上次认证日期"), ("甲", "高阳县", "", "2026-01-20")])
        assert found.columns["region"] == (1,)


@pytest.mark.parametrize(
    "heading",
    ["住址", "地址", "家庭住址", "户籍地", "居住地", "所在街道", "现住址", "常住地", "户口所在地", "通讯地址"],
)
def test_where_people_live_is_said_not_to_be_used(heading: str) -> None:
    rows = [("姓名", "上次认证日期", heading), ("甲", "2026-01-20", "河北省保定市高阳县")]
    (remark,) = opened(csv_bytes(rows)).remarks
    assert remark.said == f"“{heading}”没有当作参保地。"
    assert remark.on_command_line == "是参保地的话，请把表头改成“参保地”。"
    insured = [(*cells, "") for cells in rows]
    insured[0] = (*rows[0], "参保地")
    assert opened(csv_bytes(insured)).remarks == ()


@pytest.mark.parametrize("heading", ["户籍类别", "家庭电话", "认证地", "工作单位"])
def test_what_only_sounds_like_a_home_is_not_mentioned(heading: str) -> None:
    assert opened(csv_bytes([("姓名", "上次认证日期", heading), ("甲", "2026-01-20", "x")])).remarks == ()
