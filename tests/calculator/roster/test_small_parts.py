"""The parts of the reading that are small: addresses, merged cells, sheets, rows that are no people, counts."""

import pytest

from calculator import InputError
from calculator.counting.groups import Group
from calculator.roster.address import joined
from calculator.roster.columns import find_heading
from calculator.roster.merged import filled_down
from calculator.roster.no_people import why_nobody
from calculator.roster.reader import Sheet
from calculator.roster.sheets import choose_sheet, wanted_sheet
from calculator.roster.tally import Tally
from tests.calculator.roster.tables import HEADING, csv_bytes, people_in

ROSTER = [HEADING, ("张三", "2026-1-5")]


@pytest.mark.parametrize(
    ("parts", "address"),
    [
        (["河北省", "保定市", "高阳县"], "河北省保定市高阳县"),
        (["河北省", "河北省保定市", "保定市高阳县"], "河北省保定市高阳县"),
        (["北京市", "市辖区", "朝阳区"], "北京市朝阳区"),
        (["北京市", "北京市", "朝阳区"], "北京市朝阳区"),
        (["", " 保定市 ", "-"], "保定市"),
        ([], ""),
    ],
)
def test_parts_of_an_address_are_joined_and_none_is_said_twice(parts: list[str], address: str) -> None:
    assert joined(parts) == address


def test_merged_cells_hold_to_their_last_row_and_fill_no_empty_row() -> None:
    rows = [(1, ("a", "b")), (2, ("c",)), (3, ("", "")), (4, ("d", "e")), (6, ("f",))]
    merges = {1: [(1, 4), (7, 9)], 4: [(0, 9)], 99: [(0, 100)]}
    assert list(filled_down(rows, merges)) == [
        (1, ("a", "b")),
        (2, ("c", "b")),
        (3, ("", "")),
        (4, ("d", "e")),
        (6, ("f",)),
    ]
    assert list(filled_down([(1, ("a",)), (2, ("", "x"))], {1: [(0, 2)]})) == [(1, ("a",)), (2, ("a", "x"))]


def test_the_sheet_that_looks_most_like_a_roster_is_chosen() -> None:
    notes, other = [("填表说明",), ("1. 请填写上次认证日期",)], [("姓名", "单位"), ("张三", "某厂")]
    shown, hidden = Sheet("a"), Sheet("b", hidden=True)
    assert choose_sheet([notes, ROSTER, []], [shown] * 3) == (1, (0,))
    assert choose_sheet([ROSTER, ROSTER], [hidden, shown]) == (1, (0,))
    assert choose_sheet([ROSTER, other], [hidden, shown]) == (0, (1,))
    assert choose_sheet([[("2026-1-5",)], ROSTER], [shown, shown]) == (1, (0,))
    assert choose_sheet([ROSTER, ROSTER], [shown, shown]) == (0, (1,))
    with pytest.raises(InputError):
        choose_sheet([[], []], [shown, shown])


def test_a_sheet_is_wanted_by_its_name_or_its_number() -> None:
    sheets = [Sheet("一月"), Sheet("Feb "), Sheet("1")]
    assert [wanted_sheet(one, sheets) for one in ("", "一月", "feb", "2", "1")] == [0, 0, 1, 1, 2]
    for wanted in ("三月", "0", "4", "９"):
        with pytest.raises(InputError, match="一月") as caught:
            wanted_sheet(wanted, sheets)
        assert (caught.value.field, caught.value.code) == ("sheet", "unknown")


@pytest.mark.parametrize(
    "text",
    [
        *("合计", "合 计", "合计：12人", "小计", "总计12", "共计（人）", "本页小计", "共12人", "共3页", "第1页 共3页"),
        *(
            "填表人：",
            "填表人：张三　审核人：李四",
            "审核人",
            "制表人",
            "单位负责人（签字）：",
            "（盖章）",
            "填报单位",
            "经办人",
        ),
        *("备注：以上属实", "说明", "填表说明", "注：一", "以下空白", "附件1：名单", "日期：2026年1月", "联系电话"),
        *("例：张三", "示例", "必填", "（必填）", "（格式：文本）", "请填写真实姓名"),
    ],
)
def test_a_row_that_says_so_is_no_person(text: str) -> None:
    heading = find_heading([HEADING])
    for cells in ((text,), (text, "2026-1-5"), (text, "", "", "", "x")):
        assert "不像是人" in why_nobody(cells, heading, heading.columns, readable=True)


@pytest.mark.parametrize(
    "name", ["张三", "合家欢", "注册", "单于", "共工", "总会计", "说不得", "张三（例子）", "3号", "示范"]
)
def test_a_name_that_begins_alike_is_somebody(name: str) -> None:
    heading = find_heading([HEADING])
    assert why_nobody((name, "2026-1-5"), heading, heading.columns, readable=True) == ""


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        (("", "2026-1-5"), "没有姓名"),
        (("", "2026-1-5", "", "", "3"), "没有姓名"),
        (("", "", "河北", "", ""), "没有姓名"),
        (("", "", "", "", "合计"), "“合计”不像是人"),
        (("", "2026-1-5", "河北", "", ""), ""),
        (("", "去年", "", "", "13800000001"), ""),
        (("", "", "", "", "010-12345678"), ""),
        (("1", "2", "3", "4", "5"), "栏号"),
    ],
)
def test_a_row_without_a_name_is_somebody_if_there_is_more_than_a_day(cells: tuple[str, ...], words: str) -> None:
    (person,) = people_in(csv_bytes([HEADING, cells]))
    assert words in person.verdict.reason
    assert (person.verdict.group is None) == bool(words)


def test_a_table_without_names_may_have_rows_without_them() -> None:
    people = people_in(csv_bytes([("工号", "上次认证日期"), ("A1", "2026-1-5"), ("合计", "1"), ("", "2026-1-6")]))
    assert [person.verdict.group for person in people] == [Group.ON_TIME, None, Group.ON_TIME]


def test_rows_that_came_in_any_order_are_those_from_the_lowest_to_the_highest() -> None:
    tally = Tally()
    people = people_in(csv_bytes([*ROSTER, *ROSTER[1:] * 2]))
    for person in (people[1], people[2], people[0]):
        tally.count(person)
    assert tally.rows == (2, 4)


def test_rows_that_are_no_people_are_counted_apart_and_listed() -> None:
    tally = Tally()
    assert (tally.rows, tally.remarks) == ((0, 0), ())
    for person in people_in(csv_bytes([*ROSTER, *[("合计", "")] * 1200])):
        tally.count(person)
    (remark,) = tally.remarks
    assert (tally.counts[Group.ON_TIME], tally.rows) == (1, (2, 1202))
    assert "第3、4、5、6、7、8、9、10等1200行不像是人" in remark.said
    assert remark.said.count("合计") == 1
