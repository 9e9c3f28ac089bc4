"""Columns are found by their headings as people write them, or by what stands in them."""

import pytest

from calculator.roster.columns import find_heading

PEOPLE = [
    ("张三", "2025-3-15", "江苏", "企业职工", "13800000001"),
    ("李四", "2026年1月", "湖南", "居民", "010-12345678"),
]


@pytest.mark.parametrize(
    ("field", "heading"),
    [
        *(
            ("name", one)
            for one in (
                "姓名",
                "退休人员姓名",
                "姓 名",
                "名字",
                "参保人姓名",
                "待遇领取人姓名",
                "职工姓名",
                "＊姓名",
                "Name",
            )
        ),
        *(
            ("last", one)
            for one in (
                *(
                    "上次认证日期",
                    "认证日期",
                    "认证时间",
                    "最近一次认证日期",
                    "最后认证时间",
                    "上次认证",
                    "末次认证日期",
                ),
                *(
                    "资格认证日期",
                    "养老资格认证时间",
                    "上次年审日期",
                    "认证通过时间",
                    "上次认证日期（年/月/日）",
                    "上次\n认证日期",
                ),
                *("上次认证　日期：", "最近认证日期*", "2025年度认证日期", "LAST", "待遇资格认证日期"),
            )
        ),
        *(("region", one) for one in ("地区", "参保地", "参保地区", "待遇领取地", "统筹区", "省份", "发放地")),
        *(("scheme", one) for one in ("险种", "险种类型", "待遇类别", "养老待遇类型", "参保险种", "人员类别")),
        *(
            ("phone", one)
            for one in ("电话", "手机", "手机号", "手机号码", "联系电话", "联系方式", "本人电话", "家属电话")
        ),
    ],
)
def test_a_heading_is_known(field: str, heading: str) -> None:
    other = "上次认证日期" if field != "last" else "姓名"
    found = find_heading([("序号", heading, other), ("1", "x", "y")])
    assert (found.row, found.columns.get(field)) == (0, (1,))


@pytest.mark.parametrize(
    ("field", "heading"),
    [
        *(
            ("last", one)
            for one in ("认证截止日期", "下次认证日期", "认证到期日", "认证方式", "认证结果", "出生日期", "退休日期")
        ),
        *(("name", one) for one in ("家属姓名", "联系人姓名", "经办人姓名", "单位名称")),
        ("region", "居住地址"),
        ("phone", "身份证号码"),
    ],
)
def test_a_heading_that_only_sounds_alike_is_left_alone(field: str, heading: str) -> None:
    found = find_heading(
        [("姓名" if field != "name" else "电话", "上次认证日期" if field != "last" else "险种", heading)]
    )
    assert found.columns.get(field) != (2,)


def test_the_headings_may_stand_below_titles() -> None:
    found = find_heading(
        [("某某公司退休人员名单",), ("", "制表日期：2026年1月"), ("姓名", "认证日期"), ("张三", "2025-3-15")]
    )
    assert (found.row, found.columns) == (2, {"name": (0,), "last": (1,)})


def test_the_last_certification_comes_before_any_certification() -> None:
    assert find_heading([("姓名", "认证日期", "上次认证日期")]).columns["last"] == (2,)


def test_of_columns_by_year_the_newest_is_taken_and_said() -> None:
    found = find_heading([("姓名", "2023年认证日期", "2025年认证日期", "2024年认证日期")])
    assert (found.columns["last"], found.rivals[0]) == ((2, 3, 1), "2025年认证日期")


def test_names_reach_as_far_as_the_widest_row() -> None:
    assert find_heading([("姓名", "认证日期"), ("张三", "2025-3-5", "", "备注")]).names == ("姓名", "认证日期", "", "")


def test_without_headings_the_contents_tell() -> None:
    found = find_heading(PEOPLE)
    assert (found.row, found.columns) == (
        -1,
        {"name": (0,), "last": (1,), "region": (2,), "scheme": (3,), "phone": (4,)},
    )


def test_dates_alone_are_a_table() -> None:
    assert find_heading([("2025-3-5",), ("45731",)]).columns == {"last": (0,)}


def test_a_heading_of_which_the_name_alone_is_known_is_a_heading() -> None:
    found = find_heading([("编号", "姓名", "登记"), ("1", "张三", "2025-3-5")])
    assert (found.row, found.columns) == (0, {"name": (1,)})


def test_an_empty_table_has_no_columns() -> None:
    assert find_heading([]).columns == {}
    assert find_heading([("", "")]).columns == {}
