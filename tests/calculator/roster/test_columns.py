"""Columns are found by their headings as people write them, or by what stands in them."""

import pytest

from calculator.roster.columns import find_heading, is_heading_again

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


def test_the_headings_may_stand_below_many_notes() -> None:
    notes = [(f"说明第{number}条",) for number in range(60)]
    found = find_heading([*notes, ("姓名", "认证日期"), ("张三", "2025-3-15")])
    assert (found.row, found.columns) == (60, {"name": (0,), "last": (1,)})


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


# Over several rows ----------------------------------------------------------------------------------------------------


def test_headings_over_two_rows_belong_to_one_heading() -> None:
    found = find_heading(
        [
            ("姓名", "险种", "参保地", "认证信息", ""),
            ("", "", "", "上次认证日期", "认证方式"),
            ("甲", "城乡居民", "河北", "2026-01-20", "刷脸"),
        ]
    )
    assert (found.first, found.row) == (0, 1)
    assert found.columns == {"name": (0,), "last": (3,), "region": (2,), "scheme": (1,)}
    assert found.names == ("姓名", "险种", "参保地", "认证信息 上次认证日期", "认证信息 认证方式")


def test_headings_over_three_rows_below_a_title() -> None:
    found = find_heading(
        [
            ("某某市退休人员名单", "", "", "", ""),
            ("单位：某某公司", "", "", "制表日期：2026年1月", ""),
            ("姓名", "参保信息", "", "认证信息", ""),
            ("", "地区", "险种", "上次", "本次"),
            ("", "", "", "认证日期", "计划日期"),
            ("甲", "河北", "居民", "2026-01-20", "2026-07-01"),
        ]
    )
    assert (found.first, found.row) == (2, 4)
    assert found.columns == {"name": (0,), "last": (3,), "region": (1,), "scheme": (2,)}


def test_what_stands_above_a_heading_can_say_that_it_is_another() -> None:
    found = find_heading([("姓名", "下次认证", "", "上次认证", ""), ("", "日期", "方式", "日期", "方式")])
    assert found.columns["last"] == (3,)
    found = find_heading([("基本信息", "", "家属", ""), ("姓名", "认证日期", "姓名", "电话")])
    assert (found.columns["name"], found.columns["last"]) == ((0,), (1,))


def test_what_stands_above_may_say_whose_day_it_is() -> None:
    found = find_heading([("退休人员信息", "", "参保情况"), ("姓名", "认证日期", "地区")])
    assert found.columns == {"name": (0,), "last": (1,), "region": (2,)}


def test_years_below_one_heading_are_columns_by_year() -> None:
    found = find_heading(
        [("姓名", "认证日期", "", ""), ("", "2024", "2026", "2025"), ("甲", "2024-1-5", "", "2025-3-5")]
    )
    assert (found.row, found.columns["last"]) == (1, (2, 3, 1))


def test_a_row_of_people_is_no_row_of_headings() -> None:
    found = find_heading([("姓名", "上次认证日期", "备注"), ("张三", "去年", "省"), ("李四", "2026-1-5", "")])
    assert (found.row, found.names) == (0, ("姓名", "上次认证日期", "备注"))


def test_headings_of_two_rows_that_are_repeated_are_known_line_by_line() -> None:
    lines = [("姓名", "认证信息", ""), ("", "上次认证日期", "方式"), ("甲", "2026-01-20", "刷脸")]
    found = find_heading(lines)
    assert [is_heading_again(line, found) for line in (*lines, (), ("", "上次认证日期"))] == [
        True,
        True,
        False,
        False,
        True,
    ]


# Other headings -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "heading",
    [
        *(
            "最迟认证日期",
            "最晚认证时间",
            "认证失效日期",
            "资格认证期满日期",
            "认证终止日期",
            "认证结束时间",
            "逾期认证日期",
        ),
        *(
            "停发日期",
            "认证暂停日期",
            "预约认证日期",
            "拟认证日期",
            "待认证日期",
            "认证通知日期",
            "认证短信时间",
            "认证失败时间",
        ),
        *(
            "认证不通过日期",
            "未通过认证日期",
            "认证期限",
            "认证宽限日期",
            "可能停发从",
            "认证提醒日期",
            "认证计划日期",
            "下期认证时间",
        ),
        *("认证日期（到期）", "应认证日期", "请填认证日期", "首次认证日期", "认证申请日期", "1. 请填写上次认证日期"),
    ],
)
def test_a_day_that_is_to_come_or_came_to_nothing_is_not_the_last(heading: str) -> None:
    assert "last" not in find_heading([("姓名", heading), ("甲", "2026-10-20")]).columns
    assert "last" not in find_heading([("谁", heading), ("甲", "2026-10-20"), ("乙", "2026-10-21")]).columns


@pytest.mark.parametrize(
    "heading",
    [
        *(
            "认证日期（必填，请按年月日填）",
            "领取待遇资格认证日期",
            "退休人员上次认证日期",
            "参保人认证时间",
            "最近一回认证",
        ),
        *(
            "前次认证日期",
            "社保认证日期",
            "人脸认证时间",
            "生存验证日期",
            "2025年上半年资格认证日期",
            "待遇资格认证通过日期",
        ),
    ],
)
def test_what_only_sounds_like_a_day_to_come_is_the_last(heading: str) -> None:
    assert find_heading([("姓名", heading)]).columns["last"] == (1,)


@pytest.mark.parametrize(
    ("field", "heading"),
    [
        *(
            ("region", one)
            for one in ("所属区县", "参保区县", "所在县", "参保统筹区", "待遇发放地区", "社保所在地", "归属地", "属地")
        ),
        *(
            ("region", one)
            for one in ("参保机构", "社保经办机构", "养老保险关系所在地", "缴费地", "行政区划名称", "领取地址")
        ),
        *(
            ("scheme", one)
            for one in ("参保类型", "养老险种", "保险种类", "享受待遇类型", "待遇项目", "养老保险类型", "参保身份")
        ),
        *(("name", one) for one in ("人员姓名", "被认证人姓名", "认证对象", "享受人员", "待遇享受人姓名", "群众姓名")),
        *(("phone", one) for one in ("移动电话", "座机", "固定电话", "联系号码", "老人电话", "家庭电话")),
    ],
)
def test_further_headings_are_known(field: str, heading: str) -> None:
    other = "姓名" if field != "name" else "电话"
    assert find_heading([(other, "上次认证日期", heading)]).columns[field] == (2,)


@pytest.mark.parametrize("heading", ["类别", "类型", "退休类型", "退休类别", "养老金类型", "领取类型", "险种代码"])
def test_a_heading_of_many_meanings_is_that_of_a_scheme_where_schemes_stand_below_it(heading: str) -> None:
    for cells, read in ((("企退", "城乡居民"), True), (("正常退休", "病退"), False)):
        found = find_heading([("姓名", "上次认证日期", heading), *(("甲", "2026-1-5", cell) for cell in cells)])
        assert ("scheme" in found.columns) is read
    better = [("姓名", "险种", heading), ("甲", "城乡居民", "企退")]
    assert find_heading(better).columns["scheme"] == (1,)


@pytest.mark.parametrize("heading", ["被认证人", "离退休人员", "户主", "人员名称", "认证人员", "退休职工"])
def test_a_column_of_people_need_not_say_names(heading: str) -> None:
    assert find_heading([("序号", heading, "上次认证日期")]).columns["name"] == (1,)
    assert find_heading([("序号", heading, "姓名", "上次认证日期")]).columns["name"] == (2,)


def test_who_was_certified_comes_before_who_certified() -> None:
    assert find_heading([("认证人", "被认证人", "认证日期")]).columns["name"] == (1,)


@pytest.mark.parametrize("heading", ["户籍地区", "居住省份", "家庭所在地", "籍贯", "街道", "社区"])
def test_where_somebody_lives_is_not_where_the_pension_is_paid(heading: str) -> None:
    assert "region" not in find_heading([("姓名", "上次认证日期", heading)]).columns


@pytest.mark.parametrize(
    ("headings", "columns"),
    [
        (("省", "市", "县区"), (2, 3, 4)),
        (("县（市、区）", "地市", "省份"), (4, 3, 2)),
        (("参保省", "参保市", "参保区县", "乡镇", "村"), (2, 3, 4, 5, 6)),
        (("地区", "区县"), (2, 3)),
        (("参保地", "省", "市"), (2,)),
        (("户籍省", "户籍市", "参保省", "参保市"), (4, 5)),
    ],
)
def test_province_city_and_county_beside_each_other_are_one_address(
    headings: tuple[str, ...], columns: tuple[int, ...]
) -> None:
    assert find_heading([("姓名", "上次认证日期", *headings)]).columns["region"] == columns


def test_levels_below_one_heading_are_an_address_too() -> None:
    found = find_heading([("姓名", "认证日期", "参保地", "", "", "户籍", ""), ("", "", "省", "市", "县", "省", "市")])
    assert found.columns["region"] == (2, 3, 4)


def test_year_month_and_day_beside_each_other_are_one_day_of_certification_alone() -> None:
    parts = ("", "年", "月", "日")
    assert find_heading([("姓名", "上次认证", "", ""), parts]).columns["last"] == (1, 2, 3)
    assert find_heading([("姓名", "认证年份", "认证月份", "认证日期")]).columns["last"] == (3,)
    for above in ("出生", "下次认证", "退休"):
        assert "last" not in find_heading([("姓名", above, "", ""), parts]).columns
