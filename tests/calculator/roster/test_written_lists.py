"""Lists as people write them in a chat or a notebook: each line is read, or stays as it is and is unclear."""

from datetime import date
from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculator import InputError
from calculator.counting.groups import Group
from calculator.roster.columns import find_heading
from calculator.roster.rows import Person
from calculator.roster.written_lists import people_of, written_list
from tests.calculator.roster.tables import TODAY, csv_bytes, opened, people_in, xlsx_bytes

REMARK = "这份名单没有分栏，是照每一行的写法认的：名字旁边的日期，当作上次认证的日期。请核对。"


def written(text: str) -> list[Person]:
    return people_in(text.encode())


def days(text: str) -> list[tuple[str, date | None]]:
    return [(one.name, one.verdict.found and one.verdict.found.last) for one in written(text) if one.verdict.group]


ZHANG, LI, WANG = (("张三", date(2026, 5, 1)), ("李四", date(2026, 5, 3)), ("王五", date(2026, 5, 4)))


@pytest.mark.parametrize(
    "text",
    [
        "张三：2026年5月1日\n李四:2026年5月3日",
        "1、张三 2026.5.1。\n2、李四 2026.5.3。",
        "1.张三2026.5.1\n2.李四2026.5.3",
        "（1）张三，2026.5.1；\n（2）李四，2026.5.3；",
        "一、张三：2026.5.1\n二、李四：2026.5.3",
        "①张三 2026.5.1\n②李四 2026.5.3",
        "1️⃣张三2026.5.1\n2️⃣李四2026.5.3",
        "张三\t2026-5-1\n李四 2026.5.3",
        "张三,2026-5-1\n李四、2026.5.3",
        "张三——2026年5月1日\n李四-2026-5-3",
        "张三2026年5月1日\n李四2026年5月3日",
        "张三20260501\n李四20260503",
        "张三2026.5.1，李四2026.5.3",
        "张三,2026.5.1;李四,2026.5.3",
        "张三 2026.5.1 李四 2026.5.3",
        "1、张三 2026.5.1；2、李四 2026.5.3",
        "😀张三 2026.5.1\n• 李四 2026.5.3",
        "✅张三：2026.5.1\n- 李四：2026.5.3",
        "张三二〇二六年五月一日\n李四26年5月3日",
        "张三 2026 5 1\n李四：2026 5 3",
        "张三于2026年5月1日认证\n李四上次认证：2026年5月3日",
        "张三认证日期2026.5.1\n李四 认证时间：2026.5.3",
        "张三上次是2026年5月1日认证的\n李四是2026年5月3日",
        "姓名：张三，认证日期：2026.5.1\n姓名：李四，认证日期：2026.5.3",
        "【张三】2026.5.1\n“李四”2026.5.3",
        "张三2026.5.1认证，李四2026.5.3刷脸",
        "张三 85岁 2026.5.1\n三组 李四：2026.5.3",
        "2026年5月1日：张三\n2026年5月3日 李四",
        "2026.5.1张三 2026.5.3李四",
        "张三：2026年5月1日星期五\n李四 2026-05-03 10:20:33",
        "姓名 认证日期\n张三：2026.5.1\n李四、2026.5.3",
        "姓名,认证日期\n张三,2026.5.1\n李四 2026.5.3",
        "姓名 认证日期\n张三：2026.5.1\n李四，2026.5.3",
        "张三于2026.5.1，李四于2026.5.3认证",
        "张三2026.5.1，李四上次认证2026.5.3",
        "\u200b张三：２０２６年５月１日\ufeff\n　李四　２０２６．５．３",
    ],
)
def test_each_person_gets_the_day_that_stands_beside_the_name(text: str) -> None:
    assert days(text) == [ZHANG, LI]


def test_one_day_may_stand_before_several_names() -> None:
    assert days("2026年5月1日认证：张三、李四\n2026.5.4 王五") == [ZHANG, ("李四", ZHANG[1]), WANG]


def test_places_benefits_and_numbers_are_kept_apart() -> None:
    first, second, third = written(
        "张三 13800000001 2026.5.1 江苏省宿迁市\n江苏 李四：2026.5.3，城乡居民，0527-12345678\n320123195501011234 王五(2组) 2026.5.4\n"
    )
    assert first.cells[2:] == ("江苏省宿迁市", "", "13800000001", "", "张三 13800000001 2026.5.1 江苏省宿迁市")
    assert second.cells[1:5] == ("2026.5.3", "江苏", "城乡居民", "0527-12345678")
    assert (third.name, third.cells[5]) == ("王五(2组)", "320123195501011234")
    assert "按江苏省宿迁市的说法算" in first.verdict.reason


def test_names_of_other_peoples_and_of_places_are_names() -> None:
    assert days("买买提·吐尔逊 2026.5.1\nJohn Smith：2026.5.3\n安宁：2026.5.4") == [
        ("买买提·吐尔逊", ZHANG[1]),
        ("John Smith", LI[1]),
        ("安宁", WANG[1]),
    ]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("王五 5月3日", "没有写年份"),
        ("王五5.3", "没有写年份"),
        ("王五 26/5/4", "可能是2026年5月4日，也可能是2004年5月26日"),
        ("王五 去年5月3日", "是2025年5月3日吗"),
        ("王五 2026.5.1 2026.6.1", "几个日期"),
        ("王五 2026.5.1至2026.6.1", "几个日期"),
        ("王五2026.5.1-5.3", "2026.5.1"),
        ("王五 到期2026.5.1", "“到期”"),
        ("王五2026.5.1未通过", "“未”"),
        ("王五（2026.5.1到期）", "“到期”"),
        ("王五(未通过)2026.5.1", "“未”"),
        ("王五 2026.5.1 ❌", "❌"),
        ("王五 出生1950.5.1", "出生"),
        ("王五 2026.5.1 2次", "2 次"),
        ("王五 2026.5.1 赵六代办", "赵六代办"),
        ("王五 赵六 2026.5.1", "赵六 2026.5.1"),
        ("王五 没认证", "没认证"),
        ("王五：正月初五", "农历"),
        ("王五", "请填写上次认证的日期"),
        ("王五 2026年2月30日", "最后一天是28日"),
        ("❌王五 2026.5.1", "请填写上次认证的日期"),
        ("未认证 王五 2026.5.1", "请填写上次认证的日期"),
        ("这一片的人都是2026.5.1办的", "请填写上次认证的日期"),
    ],
)
def test_what_is_not_sure_is_asked_about_and_nobody_is_lost(line: str, words: str) -> None:
    first, second, third = written(f"张三：2026.5.1\n{line}\n李四：2026.5.3")
    assert [first.verdict.group, third.verdict.group] == [Group.ON_TIME, Group.ON_TIME]
    assert (second.number, second.verdict.deadline, second.verdict.group) == (2, None, Group.UNCLEAR)
    assert words in second.verdict.reason
    assert "王五" in second.name or second.cells == (line,)


def test_somebody_without_a_day_behind_others_is_somebody() -> None:
    people = written("张三2026.5.1，李四\n王五、赵六")
    assert [(one.number, one.name, one.verdict.group) for one in people] == [
        (1, "张三", Group.ON_TIME),
        (1, "李四", Group.UNCLEAR),
        (2, "王五", Group.UNCLEAR),
        (2, "赵六", Group.UNCLEAR),
    ]


def test_what_stands_around_a_list_is_nobody() -> None:
    people = written("5月份认证名单：\n张三：2026.5.1\n李四：2026.5.3\n合计：2人\n制表人：王五")
    assert [one.name for one in people if one.verdict.group] == ["张三", "李四"]
    assert people[0].cells == ("5月份认证名单：",)


def test_how_it_was_read_is_said_and_the_line_kept() -> None:
    content = "张三：2026.5.1\n李四：2026.5.3".encode()
    table = opened(content)
    assert [remark.said for remark in table.remarks] == [REMARK]
    assert table.heading.names == ("姓名", "上次认证日期", "地区", "险种", "电话", "身份证号", "原来写的")
    assert [one.cells[-1] for one in people_in(content)] == ["张三：2026.5.1", "李四：2026.5.3"]


def test_a_workbook_may_hold_such_a_list_too() -> None:
    people = people_in(xlsx_bytes([("张三：2026年5月1日",), ("李四2026.5.3",)]))
    assert [(one.name, one.verdict.deadline) for one in people] == [
        ("张三", date(2027, 5, 1)),
        ("李四", date(2027, 5, 3)),
    ]


# Tables ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "张三,2026-5-1\n李四,2026-5-3",
        "张三 2026-5-1 13800000001\n李四 2026-5-3 13800000002",
        "张三,1950-1-1,2026-5-1\n李四,1951-1-1,2026-5-3",
        "张三,2026-5-1,王五\n李四,2026-5-3,赵六",
        "甲方,缴费至\n张三,2026-5-1",
        "姓名,登记\n张三,2026-5-1",
        "工号,认证日期\nA1,2026-5-1",
        "张三,去年春天",
        "这是一封信\n张三：2026.5.1\n里面说了很多话\n还有很多话\n",
    ],
)
def test_a_table_stays_a_table(text: str) -> None:
    assert REMARK not in [remark.said for remark in opened(text.encode()).remarks]


def test_a_title_that_says_of_other_days_leaves_the_day_to_be_chosen() -> None:
    assert days("5月到期名单\n张三：2026.5.1\n李四：2026.5.3") == [("张三", None), ("李四", None)]


def test_a_row_of_a_table_that_has_all_in_one_cell_goes_into_its_columns() -> None:
    rows = [
        ("序号", "姓名", "电话", "认证日期"),
        ("1", "张三", "1", "2026-5-1"),
        ("李四：2026.5.3 13800000002",),
        ("", "", "王五2026.5.4，赵六2026.5.5"),
        ("2", "钱七", "", "2026-5-6"),
    ]
    found = [(one.number, one.cells) for one in people_in(csv_bytes(rows, "\t"))]
    assert found[1:4] == [
        (3, ("", "李四", "13800000002", "2026.5.3")),
        (4, ("", "王五", "", "2026.5.4")),
        (4, ("", "赵六", "", "2026.5.5")),
    ]
    assert found[4] == (5, ("2", "钱七", "", "2026-5-6"))


@pytest.mark.parametrize(
    "cell",
    [
        "填表人：赵六 2026年5月4日",
        "制表日期：2026.5.5",
        "李四 没认证",
        "李四",
        "李四 2026.5.3 城乡居民",
        "李四 2026.5.3 2026.5.4",
    ],
)
def test_a_row_that_is_not_sure_stays_as_it_is(cell: str) -> None:
    first, second = people_in(csv_bytes([("姓名", "认证日期"), ("张三", "2026-5-1"), (cell,)]))
    assert (first.name, second.cells, second.verdict.deadline) == ("张三", (cell,), None)


# Laws -----------------------------------------------------------------------------------------------------------------

names = st.sampled_from(["张三", "欧阳建国", "王有为", "李成", "周五", "买买提·吐尔逊", "老王"])
forms = st.sampled_from(
    ["{0.year}年{0.month}月{0.day}日", "{0.year}.{0.month}.{0.day}", "{0.year}-{0.month:02}-{0.day:02}", "{:%Y%m%d}"]
)
between = st.sampled_from(["", "：", ":", " ", "，", "、", "\t", "——", "　", " - ", "： ", "=", "→"])
numbering = st.sampled_from(["", "{}、", "{}.", "{}. ", "（{}）", "{} ", "• ", "😀", "- ", "✅"])
ends = st.sampled_from(["", "。", "；", "，", " ", "认证", "刷脸。"])
people = st.lists(
    st.tuples(names, st.dates(date(2020, 1, 1), TODAY), forms, between, numbering, ends), min_size=1, max_size=5
)


@given(people, st.sampled_from(["\n", "；", "，", "\r\n"]))
def test_whatever_stands_between_a_name_and_its_day_they_belong_together(
    people: list[tuple[str, date, str, str, str, str]], separator: str
) -> None:
    text = separator.join(
        number.format(place) + name + mark + form.format(day) + end
        for place, (name, day, form, mark, number, end) in enumerate(people, 1)
    )
    assert [(one, day) for one, day in days(text) if day] == [(name, day) for name, day, *_ in people]


@given(st.lists(st.text("张三李四王五2026.年月日:，；、 （）未认证1-❌一二", max_size=20), min_size=1, max_size=6))
def test_no_line_is_lost_and_no_day_is_invented(lines: list[str]) -> None:
    content = "\n".join(lines).encode()
    try:
        found = people_in(content)
    except InputError:
        return
    for one in found:
        if one.verdict.found and len(one.cells) == 7:
            assert one.name[:1] in one.cells[6]
    rows = [(line,) for line in lines if line.strip()]
    read = list(chain.from_iterable(map(people_of, rows)))
    assert all(cells == (cells[0],) or cells[-1] for cells in read)
    assert len(read) >= len(rows)


def test_a_day_without_a_name_is_nobody_s() -> None:
    for line in ("三组 2026.5.1", "13800000001 2026.5.1", "2026.5.1", "三组 2026.5.1 张三 2026.5.3"):
        assert people_of((line,)) == [(line,)]


def test_a_line_without_end_is_none_of_a_list() -> None:
    line = "张三2026.5.1，" * 1000
    assert people_of((line,)) == [(line,)]
    assert written_list([(line,)], find_heading([(line,)]), bool) is None
