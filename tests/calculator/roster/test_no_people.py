"""Rows that are no people are none and said to be so; nobody with an odd name, a card or a telephone is among them."""

import re
from time import process_time
from types import ModuleType

import pytest

from calculator.counting.groups import Group
from calculator.roster import day_headings, footers
from calculator.roster.footers import plain
from calculator.roster.no_people import ENDS_OF_NOBODY, LONGEST_NAME, NAMES_OF_NOBODY, seems_nobody
from tests.calculator.roster.tables import csv_bytes, people_in

NAMED = ("姓名", "身份证号", "上次认证日期", "联系电话")
NUMBERED = ("序号", *NAMED)
CARD, MOBILE = "130628195501010011", "13800138000"

SIGNED = ("社区（盖章）", "村委会（公章）：", "填表单位盖章", "填报人签名", "主管领导签字", "领导（签字）", "（签章）")
ASKED = ("社区主任：", "网格员：", "居委会意见：", "经手人:", "抄送：", "注1：", "楼长：____")
TOLD = (
    *(
        "社区负责人：张三",
        "咨询电话：12333",
        "举报电话 12345678",
        "服务热线：13800138000",
        "温馨提示：请按时认证",
        "男：5人 女：5人",
        "特此说明",
    ),
    *(
        "以上共10人",
        "全社区共计",
        "本组共计5人",
        "已认证10人，未认证2人",
        "10人",
        "人数",
        "平均",
        "小结",
        "未认证",
        "男",
    ),
    *("此表一式两份", "以上名单属实", "复印无效", "名单公示", "某社区领取养老金人员名单", "1.本表由社区工作人员填写"),
    *("附件1", "（本页完）", "完", "——以下空白——", "统计时间", "截止日期", "制表时间2026年11月", "社区主任", "责任人"),
    "社保所审批意见栏",
    "（备注：无）",
    "请各村在十一月底以前把名单核对清楚后交到社保所存档",
)
DATED = ("年  月  日", "2026年11月20日", "2026.11.20", "二〇二六年十一月二十日")
NO_NAMES = (*SIGNED, *ASKED, *TOLD, *DATED)


@pytest.mark.parametrize("text", NO_NAMES)
def test_what_stands_below_a_list_is_no_person_and_is_said_to_be_none(text: str) -> None:
    for heading, row in (
        (NAMED, (text, "", "", "")),
        (NAMED, (text, "", "2026-11-20", "")),
        (NUMBERED, (text, "某某", "", "", "")),
        (NUMBERED, ("", text, "", "", "")),
    ):
        (person,) = people_in(csv_bytes([heading, [f'"{cell}"' for cell in row]]))
        assert (person.verdict.group, person.cells) == (None, tuple(cell.strip() for cell in person.cells))
        assert "没有算" in person.verdict.reason


@pytest.mark.parametrize("text", [*SIGNED, *ASKED, "填表人：李四", "合计", "备注：以上属实"])
def test_whoever_signed_and_a_sum_are_nobody_beside_a_name_and_a_day_too(text: str) -> None:
    (person,) = people_in(csv_bytes([NUMBERED, (text, "某某", "", "2026年11月20日", "")]))
    assert person.verdict.group is None


@pytest.mark.parametrize("name", ["张三", "米热古丽·买买提", "欧阳人", "王小名", "全福", "书记", "买买提：吐尔逊"])
@pytest.mark.parametrize("number", ["20250001", "20250131"])
def test_a_number_that_looks_like_a_day_makes_nobody_of_anyone(number: str, name: str) -> None:
    for heading in ("编号", "序号", "顺序号"):
        rows = [(heading, "姓名", "上次认证日期", "参保地"), (number, name, "2026-1-5", "河北省")]
        (person,) = people_in(csv_bytes(rows))
        assert person.verdict.group is not None, person.verdict.reason


@pytest.mark.parametrize("name", ["张三", "米热古丽·买买提", "欧阳人", "全福"])
@pytest.mark.parametrize(
    "mark", ["2025-01", "2026.1", "1户", "未认证", "男", "其他", "附1", "死亡:2026", "异地：广东", "2026年11月20日"]
)
def test_a_mark_under_the_number_is_none_of_a_footer_beside_a_name_and_a_day(mark: str, name: str) -> None:
    heading = ("序号", "姓名", "上次认证日期")
    (person,) = people_in(csv_bytes([heading, (mark, name, "2026-1-5")]))
    assert person.verdict.group is not None, person.verdict.reason
    for below in ((mark, name, ""), (mark, "", "2026-1-5")):
        (person,) = people_in(csv_bytes([heading, below]))
        assert person.verdict.group is None, below


def test_a_number_like_a_day_does_not_condemn_beside_a_doubtful_name_but_a_word_does() -> None:
    heading = ("序号", "姓名", "上次认证日期")
    for first, somebody in (("2025-01", True), ("未认证", False), ("社区：东关", False), ("社区主任", False)):
        (person,) = people_in(csv_bytes([heading, (first, "书记", "2026-1-5")]))
        assert (person.verdict.group is not None) is somebody, first


@pytest.mark.parametrize("text", [*NO_NAMES, "合计", "备注", "一组"])
def test_whoever_has_a_card_or_a_telephone_is_somebody(text: str) -> None:
    for rest in (
        (CARD, "", ""),
        ("130628********0011", "", ""),
        ("", "", MOBILE),
        ("", "", "010-12345678"),
        ("", "", "6512345"),
    ):
        people = people_in(csv_bytes([NAMED, [f'"{cell}"' for cell in (text, *rest)]]))
        assert [person.verdict.group for person in people] == [Group.UNCLEAR]


@pytest.mark.parametrize(
    "row",
    [
        ("填表人：张三", "", "", MOBILE),
        ("村长：张三", "", "联系电话：", MOBILE),
        ("监督员：张三", "", "电话", "0312-6612345"),
    ],
)
def test_the_telephone_of_whoever_signed_makes_nobody_of_them(row: tuple[str, ...]) -> None:
    (person,) = people_in(csv_bytes([NAMED, row]))
    assert person.verdict.group is None


@pytest.mark.parametrize(
    "name",
    [
        *(
            "计春华",
            "单雄信",
            "平均田",
            "年广久",
            "第五明",
            "注册",
            "总计划",
            "合计民",
            "经办娟",
            "男人",
            "党员",
            "时间",
            "完颜青",
        ),
        *("公章", "书记", "主管", "会计", "签名海", "全员", "本村人", "居然", "应采儿", "温馨", "单合计", "附强"),
        *(
            "张三(已故)",
            "张三（备注：已故）",
            "王五(曾用名:王武)",
            "李四（签名）",
            "张三、李四",
            "王(大)",
            "李*四",
            "赵某某",
            "1.欧阳娜娜",
        ),
        *(
            "3.欧阳娜娜（外地）",
            "李四（未签字）",
            "李四（本人签字）",
            "张三（社区主任）",
            "张三13800138000",
            "张三 电话：13800138000",
        ),
        *("欧阳娜娜", "买买提·吐尔逊", "阿不都热合曼·阿不力孜·买买提依明·吐尔逊江", "John Smith", "𠮷田", "王　五"),
    ],
)
@pytest.mark.parametrize("first", ["1", "A-01", "新增", "村1-01", "第一批次", "东关社区", ""])
def test_an_odd_name_is_somebodys(name: str, first: str) -> None:
    for heading, row in ((NUMBERED, (first, name, "", "2026-1-5")), (NAMED, (name, "", "2026-1-5"))):
        (person,) = people_in(csv_bytes([heading, row]))
        assert person.verdict.group is Group.ON_TIME, person.verdict.reason


@pytest.mark.parametrize("text", ["第二网格", "东关社区", "一、企业职工", "（二）城乡居民", "三组", "日期", "年   月"])
def test_what_stands_alone_above_a_group_is_no_person(text: str) -> None:
    (person,) = people_in(csv_bytes([NAMED, (text, "", "", "")]))
    assert person.verdict.group is None


def test_a_number_in_the_list_a_place_or_a_scheme_makes_somebody_of_a_doubtful_name() -> None:
    heading = ("序号", "姓名", "上次认证日期", "参保地", "险种")
    rows = [("7", "张三：", "2026-1-5"), ("", "张三：", "2026-1-5", "北京市"), ("", "张三：", "2026-1-5", "", "居民")]
    for row in rows:
        (person,) = people_in(csv_bytes([heading, row]))
        assert person.verdict.group is not None


def test_what_stands_under_other_headings_of_a_footer_makes_nobody_of_it() -> None:
    heading = ("姓名", "上次认证日期", "参保地", "险种")
    (person,) = people_in(csv_bytes([heading, ("社区主任：", "网格员：", "填报日期：", "2026年11月")]))
    assert person.verdict.group is None
    heading = ("社区", "姓名", "上次认证日期")
    rows = [("社区（盖章）", "某某", "2026-11-20"), ("网格员：", "某某", "2026-11-20"), ("合计", "2人", "")]
    assert [one.verdict.group for one in people_in(csv_bytes([heading, *rows]))] == [None] * 3


def test_a_row_that_slipped_to_the_left_is_not_taken_for_a_date() -> None:
    (person,) = people_in(csv_bytes([("单位", "姓名", "上次认证日期"), ("张三", "2025-12-5", "")]))
    assert person.verdict.group is Group.UNCLEAR


def test_the_first_column_may_hold_words_where_it_numbers_nobody() -> None:
    rows = [("备注", "姓名", "上次认证日期"), ("说明书在家", "张三", "2026-1-5"), ("子女：李四", "张三", "2026-1-5")]
    assert all(person.verdict.group is not None for person in people_in(csv_bytes(rows)))
    for first in (
        "男",
        "已认证",
        "未认证",
        "其他",
        "本人已签字",
        "书记",
        "2026-11-20",
        "社区：东关",
        "10人",
        "情况属实",
    ):
        for heading in ("性别", "状态", "单位", ""):
            rows = [(heading, "姓名", "上次认证日期"), (first, "张三", "2026-1-5")]
            (person,) = people_in(csv_bytes(rows))
            assert person.verdict.group is not None, first
    unnamed = people_in(csv_bytes([("", "上次认证日期"), ("欧阳娜娜", "2026-1-5")]))
    assert [person.verdict.group for person in unnamed] == [Group.ON_TIME]


@pytest.mark.parametrize(
    "text",
    [
        *("日期", "年月", "年度", "占比", "比例", "金额", "数量", "页码", "编号", "序号", "意见", "情况"),
        *("户数：3", "户数:12", "村数：3"),
    ],
)
def test_a_word_of_the_form_is_nobody_though_a_day_stands_beside_it(text: str) -> None:
    (person,) = people_in(csv_bytes([("姓名", "认证日期"), (text, "2026-11-20")]))
    assert person.verdict.group is None
    (person,) = people_in(csv_bytes([NAMED, (text, CARD, "2026-11-20")]))
    assert person.verdict.group is not None


@pytest.mark.parametrize("title", ["书记", "主任", "会计"])
def test_a_short_title_may_be_a_name_where_a_day_stands_beside_it(title: str) -> None:
    for day, somebody in (("2026-11-20", True), ("", False)):
        (person,) = people_in(csv_bytes([("姓名", "认证日期"), (title, day)]))
        assert (person.verdict.group is not None) is somebody


@pytest.mark.parametrize(
    "text",
    [
        *("电话：1", "代办：李", "手印处", "接收:李", "调查：李", "走访:李", "证明:李", "采集人", "登记人", "帮办者"),
        *("监督人", "联络：李", "批准：李", "验收:李", "交接：李", "收缴:1", "投诉电话1", "服务热线:12", "值班电话12"),
        *("办公电话", "镇主管", "所主管", "涂改无效", "认证率", "比例", "百分比", "人均占比", "认证比例", "领取手印"),
        *("情况属实", "以此为准", "上墙公示", "人员台账", "王村委会", "东街道办", "东关街道", "样例:甲", "补充说明"),
        *("有关说明", "截止日期2026", "Page 3", "page12", "村支书记", "村支部书记", "社保所所长", "小组组长"),
    ],
)
def test_what_a_pattern_knows_is_looked_at(text: str) -> None:
    """Only what begins or ends as these sets say is ever shown to the patterns."""
    looked_at = (
        text[0] in NAMES_OF_NOBODY or text[-1] in ENDS_OF_NOBODY or len(text.rstrip("0123456789")) > LONGEST_NAME
    )
    assert looked_at
    assert seems_nobody(text, text)


WORDS = (
    *(
        "村支",
        "支部",
        "村部",
        "村支部",
        "党支部",
        "人员",
        "负责",
        "负责人员",
        "单位",
        "小组",
        "所",
        "社区",
        "村委会",
        "签字",
    ),
    *("共", "人数", "年月", "认证", "合计", "第一", "1", "10", "(", ")", "日期", "领取", "待遇", "资格", "0", "年"),
)


@pytest.mark.parametrize("word", WORDS)
@pytest.mark.parametrize("module", [footers, day_headings])
def test_no_pattern_takes_for_ever(module: ModuleType, word: str) -> None:
    """Words that can be read in two ways would take a second for each further ten of them, and then a day."""
    found = [one for each in vars(module).values() for one in (each if isinstance(each, tuple) else (each,))]
    begun = process_time()
    for pattern in [one for one in found if isinstance(one, re.Pattern)]:
        for head in ("", "填表", "以上"):
            for tail in ("·甲", ":", "x"):
                text = (head + word * 60)[: 60 - len(tail)] + tail
                pattern.fullmatch(text)
                pattern.search(text)
    assert process_time() - begun < 5


def test_a_long_row_of_digits_is_soon_known_to_be_no_telephone() -> None:
    (person,) = people_in(csv_bytes([NAMED, ("合计", "0" * 3000 + "x", "", "")]))
    assert person.verdict.group is None


def test_dashes_and_width_are_no_part_of_what_is_said() -> None:
    assert plain("——以下　空白——") == "以下空白"
    assert plain("制表人：") == "制表人:"
