"""Which columns hold the last certification: a heading that does not say so is not read, for a wrong day is worse."""

from datetime import date
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculator.errors import InputError
from calculator.roster.columns import find_heading
from calculator.roster.day_headings import newest_year
from calculator.roster.table import Table, opening
from tests.calculator.roster.tables import csv_bytes, opened, people_in, xlsx_bytes


def days_under(*headings: str, year: int = 2026) -> tuple[str, ...]:
    """The headings that are taken for days of certification."""
    found = find_heading([("姓名", *headings), ("甲", *["2025-12-05"] * len(headings))], year)
    return found.named(found.columns.get("last", ()))


def deadlines(*rows: tuple[str, ...]) -> list[date | None]:
    return [person.verdict.deadline for person in people_in(csv_bytes(rows))]


@pytest.mark.parametrize(
    "heading",
    [
        *("下年度认证日期", "明年认证日期", "下一年认证日期", "次年认证日期", "下轮认证时间", "来年认证日期"),
        *("下个周期认证日期", "下季度认证日期", "认证日期（明年）", "未来认证日期", "即将认证日期", "到龄认证日期"),
        *(
            "要求认证日期",
            "建议认证日期",
            "规定认证时间",
            "指定认证日期",
            "目标认证日期",
            "允许认证日期",
            "集中认证日期",
        ),
        *("约定上门认证日期", "认证排班日期", "认证窗口开放日期", "认证开通日期", "认证节点日期", "起认证日期"),
        *("认证最后日期", "认证最后时间", "认证时限", "认证预警日期", "认证提示日期", "认证日期前"),
        *("催办认证日期", "告知认证日期", "认证推送日期", "认证任务下发日期", "认证名单下发时间", "认证派单日期"),
        *("认证作废日期", "认证注销日期", "认证冻结日期", "认证异常日期", "免认证日期", "再次认证日期"),
        *("认证审核日期", "认证上报日期", "认证导入时间", "认证抽查日期", "认证回访日期", "认证生效日期"),
        *("上上次认证日期", "第一次认证日期", "配偶认证日期", "家属上次认证日期", "是否认证", "登记日期"),
        *("认证日期（应办）", "认证日期（要求）", "认证日期【推送】", "认证日期(系统更新)", "认证日期（计划）"),
    ],
)
def test_what_is_not_known_to_be_the_last_certification_is_not_read(heading: str) -> None:
    assert days_under(heading) == ()
    assert days_under(heading, "上次认证日期") == ("上次认证日期",)
    without = find_heading([("谁", heading), ("甲", "2026-10-20"), ("乙", "2026-10-21")])
    assert "last" not in without.columns, "nor by what stands below it"


@pytest.mark.parametrize("heading", ["2027年认证日期", "认证日期（2027年度）", "二〇二七年认证时间", "27年认证日期"])
def test_a_year_that_has_not_come_is_a_plan(heading: str) -> None:
    assert days_under(heading) == ()
    assert days_under(heading, year=2027) == (heading,)
    assert days_under(heading, "2026年认证日期") == ("2026年认证日期",)


def test_a_year_that_has_begun_is_no_plan() -> None:
    assert days_under("2026-2027年度认证日期") == ("2026-2027年度认证日期",)


def test_a_year_in_brackets_tells_but_a_day_that_shows_the_format_does_not() -> None:
    assert (newest_year("认证日期（2025年）"), newest_year("认证日期（格式：2099-01-01）")) == (2025, 0)
    assert days_under("认证日期（格式：2099-01-01）") == ("认证日期（格式：2099-01-01）",)


@pytest.mark.parametrize(
    "heading",
    [
        *(
            "系统认证时间",
            "电子社保卡认证日期",
            "掌上12333认证时间",
            "省平台认证时间",
            "认证审核通过时间",
            "1.认证日期",
        ),
        *("上次刷脸日期", "上次待遇资格确认日期", "领待资格认证日期", "领取资格认证", "上次認證日期", "认证時間"),
        *("上次指纹认证日期", "最近1次认证时间", "老人最近手机认证时间", "已认证时间", "实际认证日期", "上门认证日期"),
        *("认证日期（按要求填写）", "认证日期（注销人员不填）", "认证日期（以系统更新为准）", "2025-2026年度认证日期"),
        *("上次认证具体日期", "上次认证时间/日期", "认证登记日期", "年度资格认证日期", "本次认证时间", "上年认证日期"),
        *(
            "Last Certification Date",
            "领取城乡居民养老保险待遇资格认证日期",
            "最新一次认证时间",
            "资格审验日期",
            "历年认证日期",
            "认证日期1",
        ),
    ],
)
def test_the_last_certification_has_many_names(heading: str) -> None:
    assert days_under(heading) == (heading,)


@pytest.mark.parametrize(
    ("sure", "other"),
    [
        *(("Certified On", other) for other in ("Last Day", "Last Date", "last_date", "Due Date", "DueDate")),
        *(("认证日期", other) for other in ("最后日期", "最后时间", "最后的日期", "最后完成时间")),
    ],
)
def test_the_last_day_is_that_until_which_there_is_time(sure: str, other: str) -> None:
    assert days_under(other) == ()
    assert days_under(sure, other) == days_under(other, sure) == (sure,)
    assert deadlines(("姓名", sure, other), ("甲", "2025-12-05", "2026-11-20")) == [date(2026, 12, 5)]


@pytest.mark.parametrize(
    "heading",
    ["Last", "Last Certified On", "最后认证日期", "最后一次认证日期", "最后一次日期", "最后1次时间", "最近日期"],
)
def test_the_last_time_is_none_of_those(heading: str) -> None:
    assert days_under(heading) == (heading,)


@pytest.mark.parametrize("month", range(1, 13))
def test_each_month_of_a_year_is_known(month: int) -> None:
    for heading in (f"{month}月认证日期", f"2025年{month}月认证日期", f"2025年度{month}月份认证日期"):
        assert days_under(heading) == (heading,)
        assert newest_year(heading) == (2025 if "年" in heading else 0)
    headings = (f"2024年{month}月认证日期", f"2025年{month}月认证日期")
    rows = [("姓名", *headings), ("甲", f"2024-{month}-20", "2025-12-5")]
    assert deadlines(*rows) == [date(2026, 12, 5)]


def test_a_month_of_two_digits_is_no_less_than_one_of_one() -> None:
    rows = [("姓名", "2026年9月认证日期", "2026年10月认证日期"), ("张三", "2025-12-20", "2026-10-10")]
    assert deadlines(*rows) == [date(2027, 10, 10)]


def test_a_heading_that_names_no_day_is_believed_where_days_stand_below_it() -> None:
    for cells, read in ((("2025-12-05", "2025-12-06"), True), (("已认证", "2025-12-06"), False)):
        found = find_heading([("姓名", "资格认证"), *(("甲", cell) for cell in cells)])
        assert ("last" in found.columns) is read


def test_the_first_of_a_series_is_a_day_like_the_others() -> None:
    headings = ("第一次认证时间", "第二次认证时间", "第三次认证时间")
    assert days_under(*headings) == headings
    rows = [
        ("姓名", *headings),
        ("甲", "2023-12-1", "2024-12-1", "2025-12-1"),
        ("乙", "2023-12-1", "2025-12-2", ""),
        ("丙", "2025-12-3", "", ""),
    ]
    assert deadlines(*rows) == [date(2026, 12, 1), date(2026, 12, 2), date(2026, 12, 3)]
    assert days_under("首次认证时间", "第二次认证时间") == ("第二次认证时间",)


@pytest.mark.parametrize("newer", ["本次认证时间", "2026年认证日期", "今年认证日期", "本轮认证日期", "下半年认证日期"])
def test_beside_the_last_the_newest_that_is_filled_counts_and_is_said(newer: str) -> None:
    rows = [
        ("姓名", "上次认证时间", newer, "下次认证时间"),
        ("甲", "2024-12-10", "2025-12-12", "2026-12-12"),
        ("乙", "2025-12-2", "", "2026-10-1"),
        ("丙", "2025-12-3", "2024-12-3", ""),
    ]
    assert deadlines(*rows) == [date(2026, 12, 12), date(2026, 12, 2), date(2026, 12, 3)]
    (remark,) = opened(csv_bytes(rows)).remarks
    assert {"“上次认证时间”", f"“{newer}”"} <= set(remark.said.partition("：")[2].partition("。")[0].split("、"))


def test_a_day_in_the_newest_column_that_cannot_be_read_makes_the_row_unclear() -> None:
    rows = [("姓名", "上次认证日期", "2026年认证日期"), ("甲", "2025-12-10", "看微信")]
    (person,) = people_in(csv_bytes(rows))
    assert "看微信" in person.verdict.reason


def test_a_day_that_sounds_so_too_and_is_not_used_is_said() -> None:
    rows = [("姓名", "认证日期", "上次认证日期"), ("甲", "2025-12-10", "2025-11-10")]
    (remark,) = opened(csv_bytes(rows)).remarks
    assert remark.said == "“认证日期”也像认证日期，没有用。"


def test_the_day_from_which_is_looked_tells_which_years_are_plans() -> None:
    import io

    content = csv_bytes([("姓名", "2027年认证日期"), ("甲", "2026-12-10")])

    def table(year: int) -> Table:
        steps = opening(io.BytesIO(content), latest_year=year)
        while True:
            try:
                next(steps)
            except StopIteration as end:
                return end.value  # type: ignore[no-any-return]

    assert "last" not in table(2026).heading.columns
    assert "last" in table(2027).heading.columns


def test_of_two_columns_of_days_without_headings_neither_is_taken() -> None:
    assert find_heading([("张三", "2025-12-01", "2026-12-01")]).columns == {"name": (0,)}


# Groups of columns ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("group", "below", "read"),
    [
        ("历年认证日期", ("2024", "2025", "2026"), (2, 1, 0)),
        ("历年认证日期", ("2024年", "2025年", "2026年"), (2, 1, 0)),
        ("资格认证时间", ("2026年度", "2025年度"), (0, 1)),
        ("认证日期", ("下次", "上次"), (1,)),
        ("认证日期", ("上次", "下次"), (0,)),
        ("认证日期", ("上次", "本次"), (0, 1)),
        ("认证日期", ("第一次", "第二次"), (0, 1)),
        ("认证日期", ("本期", "下期"), (0,)),
        ("认证日期", ("今年", "去年"), (0, 1)),
        ("认证时间", ("到期", "办理"), (1,)),
        ("认证时间", ("应认证", "已认证"), (1,)),
        ("认证时间", ("计划", "完成"), (1,)),
        ("认证情况", ("上次", "下次"), (0,)),
        ("认证日期", ("1月", "2月", "3月"), (0, 1, 2)),
        ("认证", ("计划时间", "完成时间"), (1,)),
        ("认证日期", ("起", "止"), ()),
    ],
)
def test_a_group_and_what_stands_below_it_are_one_heading(
    group: str, below: tuple[str, ...], read: tuple[int, ...]
) -> None:
    """In a workbook 姓名 is merged over both rows, in a text file nothing stands below it."""
    first = ("序号", "姓名", group, *[""] * (len(below) - 1), "参保地")
    days = [f"2026-0{day + 1}-01" for day in range(len(below))]
    for lower in (("序号", "姓名", *below, "参保地"), ("", "", *below, "")):
        found = find_heading([first, lower, ("1", "甲", *days, "河北省")])
        assert found.columns.get("last", ()) == tuple(place + 2 for place in read)
        assert found.row == 1


@pytest.mark.parametrize("group", ["走访", "体检", "认证推送", "实名认证", "高龄津贴"])
def test_a_day_of_another_matter_is_not_read_for_want_of_a_better(group: str) -> None:
    for below in ("日期", "上次时间"):
        rows = [("姓名", group, ""), ("", below, "结果"), ("甲", "2026-01-01", "好")]
        assert "last" not in find_heading(rows).columns


def test_a_plain_day_is_read_where_there_is_one() -> None:
    assert days_under("日期") == ("日期",)
    assert days_under("日期", "日期") == ()


@pytest.mark.parametrize(
    ("upper", "lower", "read"),
    [
        (("姓名", "下次认证", "", "上次认证", ""), ("", "日期", "方式", "日期", "方式"), 3),
        (("姓名", "下一周期", "", "本周期", ""), ("姓名", "认证日期", "方式", "认证日期", "方式"), 3),
        (("姓名", "认证计划", "", "认证情况", ""), ("姓名", "认证日期", "方式", "认证日期", "方式"), 3),
        (("退休人员", "", "认证日期", ""), ("姓名", "电话", "下次", "上次"), 3),
        (("老人", "认证日期", ""), ("", "下次", "上次"), 2),
        (("姓名", "医保", "", "养老", ""), ("", "认证日期", "方式", "认证日期", "方式"), 3),
        (("姓名", "走访", "", "认证", ""), ("", "上次时间", "方式", "上次时间", "方式"), 3),
    ],
)
def test_what_a_group_says_holds_for_its_columns(upper: tuple[str, ...], lower: tuple[str, ...], read: int) -> None:
    data = ("甲", *(f"2026-0{place}-01" for place in range(1, len(upper))))
    found = find_heading([upper, lower, data])
    assert (found.row, found.columns["last"]) == (1, (read,))
    assert [person.name for person in people_in(csv_bytes([upper, lower, data]))] == ["甲"]


@pytest.mark.parametrize("heading", ["认证时间 办理", "认证日期 上次", "认证日期 本次", "历年认证日期 2026"])
def test_the_headings_that_this_program_has_joined_are_read_again(heading: str) -> None:
    assert days_under(heading) == (heading,)


TRUE = (
    *((("", heading),) for heading in ("上次认证日期", "认证时间", "最近一次认证时间", "已认证日期", "手机认证日期")),
    *(
        (("认证日期", "下次"), ("", "上次")),
        (("认证时间", "到期"), ("", "办理")),
        (("认证", "应办日期"), ("", "办理日期")),
    ),
    *((("上次认证", "方式"), ("", "日期")), (("资格认证", "应认证日期"), ("", "实际认证日期"))),
)
"""Headings of one column or of a group, of which the last is that of the last certification."""
OTHER = (
    *((("", heading),) for heading in ("序号", "身份证号", "电话", "下次认证日期", "认证推送日期", "2027年认证日期")),
    *((("", heading),) for heading in ("登记日期", "配偶认证日期", "要求认证日期", "认证最后日期", "出生日期")),
    *((("下一周期", "认证日期"), ("", "方式")), (("走访", "日期"), ("", "人员")), (("医保", "认证日期"), ("", "方式"))),
    *((("配偶", "姓名"), ("", "上次认证日期")), (("认证任务", "下发日期"), ("", "完成时限"))),
)


@given(st.sampled_from(TRUE), st.lists(st.sampled_from(OTHER), max_size=5, unique=True), st.randoms(), st.booleans())
def test_whatever_stands_beside_it_the_last_certification_is_read(
    true: tuple[tuple[str, str], ...], others: list[tuple[tuple[str, str], ...]], random: Random, merged: bool
) -> None:
    blocks: list[tuple[tuple[str, str], ...]] = [(("", "姓名"),), true, *others]
    random.shuffle(blocks)
    upper, lower, data = [], [], []
    for block in blocks:
        for place, (group, heading) in enumerate(block):
            alone = len(block) == 1
            upper.append(heading if alone else group)
            lower.append(heading if merged or not alone else "")
            last = block == true and place == len(block) - 1
            other = "2026-09-01" if "日" in heading or heading in ("下次", "到期") else "1"
            data.append("2025-12-01" if last else "甲" if heading == "姓名" and alone else other)
    rows = [upper, lower, data] if any(map(len, (block[1:] for block in blocks))) else [upper, data]
    (person,) = people_in(csv_bytes(rows))
    assert (person.name, person.verdict.deadline) == ("甲", date(2026, 12, 1))


def test_a_row_below_the_headings_that_is_a_persons_stays_one() -> None:
    for name in ("姓名", "退休人员"):
        rows = [(name, "上次认证日期", "备注"), ("张三", "去年", "省"), ("李四", "2026-1-5", "")]
        assert [person.name for person in people_in(csv_bytes(rows))] == ["张三", "李四"]


def test_a_day_of_somebody_beside_the_person_is_not_theirs_and_is_said() -> None:
    rows = [
        ("姓名", "本人", "", "配偶", ""),
        ("", "上次认证日期", "电话", "姓名", "上次认证日期"),
        ("甲", "2025-12-03", "1", "乙", "2026-03-03"),
    ]
    (person,) = people_in(csv_bytes(rows))
    assert (person.name, person.verdict.deadline) == ("甲", date(2026, 12, 3))
    (remark,) = opened(xlsx_bytes(rows)).remarks
    assert remark.said.startswith("“配偶 上次认证日期”是别人的认证日期，没有算。")


# Lists beside each other ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "headings",
    [
        "序号,姓名,认证日期,序号,姓名,认证日期",
        "序号,姓名,上次认证日期,,序号,姓名,上次认证日期",
        "上次认证日期,姓名,上次认证日期,姓名",
        "姓名,认证日期,电话,姓名,最近认证时间,电话",
        "姓名1,认证日期1,姓名2,认证日期2",
        "参保人,认证日期,参保人,认证日期",
        "姓名,认证日期,姓名,日期",
        "身份证号,认证日期,身份证号,认证日期",
        "姓名,2025年认证日期,2026年认证日期,姓名,2025年认证日期,2026年认证日期",
        "姓名,电话,认证时间,姓名,电话,认证时间,姓名,电话,认证时间",
    ],
)
def test_two_lists_beside_each_other_are_refused(headings: str) -> None:
    cells = tuple(headings.split(","))
    data = tuple("2025-12-01" if "日" in cell or "时" in cell else "甲" for cell in cells)
    with pytest.raises(InputError, match="两份名单左右并排"):
        opened(csv_bytes([("名单",), cells, data]))


def test_a_list_that_begins_beside_another_a_row_lower_is_refused_too() -> None:
    rows = [("姓名", "认证日期"), ("甲", "2025-12-01", "姓名", "认证日期"), ("乙", "2025-12-02", "丙", "2025-12-05")]
    with pytest.raises(InputError, match="两份名单左右并排"):
        opened(csv_bytes(rows))


def test_forms_in_which_each_cell_has_its_label_are_read_by_what_stands_in_them() -> None:
    rows = [("姓名", "张三", "上次认证日期", "2025-12-01"), ("姓名", "李四", "上次认证日期", "2025-12-02")]
    assert [person.name for person in people_in(csv_bytes(rows))] == ["张三", "李四"]
    turned = [("姓名", "张三", "李四"), ("上次认证日期", "2025-12-01", "2025-12-02")]
    assert "last" not in opened(csv_bytes(turned)).heading.columns


@pytest.mark.parametrize(
    "headings",
    [
        "姓名,认证日期,认证方式,认证日期,认证方式,姓名,联系电话",
        "姓名,认证日期,经办人姓名,经办日期",
        "姓名,上次认证日期,配偶姓名,配偶上次认证日期",
        "序号,姓名,身份证号,上次认证日期,序号",
    ],
)
def test_a_second_name_alone_is_no_second_list(headings: str) -> None:
    cells = tuple(headings.split(","))
    data = tuple("2025-12-01" if "日期" in cell else "甲" for cell in cells)
    assert [person.name for person in people_in(csv_bytes([cells, data]))] == ["甲"]


def test_further_names_are_said_not_to_be_counted() -> None:
    table = opened(csv_bytes([("姓名", "认证日期", "姓名", "电话"), ("甲", "2025-12-01", "乙", "138")]))
    (remark,) = table.remarks
    assert remark.said.startswith("第3列也是姓名，没有用。")
