"""Who stands in a roster twice is counted and remarked upon, as far as names and numbers tell."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculator.counting.groups import Group
from calculator.roster.tally import Tally
from calculator.wording.roster import Repetition
from tests.calculator.roster.tables import csv_bytes, people_in

SAME, DAYS, TWICE = Repetition.ONE_PERSON, Repetition.OTHER_DAYS, Repetition.SAME_DAY


def tally_of(content: bytes) -> Tally:
    tally = Tally()
    for person in people_in(content):
        tally.count(person)
    return tally


def told(*lines: str) -> list[str]:
    """What is said of a table whose cells have commas between them."""
    tally = tally_of(csv_bytes(line.split(",") for line in lines))
    assert sum(tally.counts.values()) == len(lines) - 1, "nobody is dropped"
    return [one.said for one in tally.remarks]


@pytest.mark.parametrize(
    ("lines", "remarks"),
    [
        (("姓名,认证日期", "张三,2026-1-5", "李四,2026-1-5"), []),
        (("姓名,认证日期", "张三,2026-1-5", "李四,2026-1-6", "张 三,2026.1.5"), [f"第2、4行，{TWICE}"]),
        (("姓名,认证日期", "张三,2026-1-5", "李四,2026-1-6", "张三,2026-1-6"), [f"第2、4行，{DAYS}"]),
        (("姓名,认证日期", "张三,2026-1-5", "张三,去年"), [f"第2、3行，{DAYS}"]),
        (("姓名,认证日期", "张三,去年", "张三,前年", "李四,", "李四,"), [f"第4、5行，{TWICE}"]),
        (("姓名,认证日期", "张三,2026-1-5", "张三,2026-1-5", "张三,2026-1-6"), [f"第2、3、4行，{DAYS}"]),
        (("姓名,认证日期,地区", "张三,2026-1-5,江苏", "张三,2026-1-5,河北"), []),
        (("姓名,认证日期,地区", "张三,2026-1-5,江苏", "张三,2026-1-6,河北"), [f"第2、3行，{DAYS}"]),
        (("姓名,认证日期,备注", "张三,2026-1-5,甲", "张三,2026-1-5,乙"), [f"第2、3行，{TWICE}"]),
        (("序号,姓名,认证日期", "1,张三,2026-1-5", "2,张三,2026-1-5"), [f"第2、3行，{TWICE}"]),
        (("编号,姓名,认证日期", "1,张三,2026-1-5", "2,张三,2026-1-5"), [f"第2、3行，{TWICE}"]),
        (("人员编号,姓名,认证日期", "A0001,张三,2026-1-5", "A0002,张三,2026-1-6"), []),
        (("人员编号,姓名,认证日期", "A0001,张三,2026-1-5", "a0001,张三,2026-1-6"), [f"第2、3行，{SAME}"]),
        (
            ("姓名,身份证号,认证日期", "张三,320123195501011234,2026-1-5", "张三,320123195501011234,2026-1-6"),
            [f"第2、3行，{SAME}"],
        ),
        (("姓名,身份证号,认证日期", "张三,32012319550101123X,2026-1-5", "张三,320123195501011234,2026-1-5"), []),
        (
            ("姓名,认证日期,家属身份证号", "张三,2026-1-5,320123195501011234", "张三,2026-1-6,320123195501011235"),
            [f"第2、3行，{DAYS}"],
        ),
        (("姓名,认证日期,电话", "张三,2026-1-5,13800000001", "张三,2026-1-6,13800000002"), []),
        (("姓名,认证日期,电话", "张三,2026-1-5,13800000001", "张三,2026-1-5,+86 138-0000-0001"), [f"第2、3行，{SAME}"]),
        (("姓名,认证日期,电话", "张三,2026-1-5,13800000001", "李四,2026-1-5,13800000001"), []),
        (("姓名,认证日期,电话", "张三,2026-1-5,13800000001", "张三,2026-1-6,"), [f"第2、3行，{DAYS}"]),
        (
            (
                "姓名,证件号码,电话,认证日期",
                "张三,320123195501011234,13800000001,2026-1-5",
                "张三,,13800000001,2026-1-6",
            ),
            [f"第2、3行，{SAME}"],
        ),
        (
            (
                "姓名,证件号码,电话,认证日期",
                "张三,320123195501011234,13800000001,2026-1-5",
                "张三,320123195501011235,13800000001,2026-1-6",
            ),
            [],
        ),
    ],
)
def test_two_rows_of_one_name_are_told_if_no_number_tells_them_apart(
    lines: tuple[str, ...], remarks: list[str]
) -> None:
    assert told(*lines) == remarks


def test_numbers_of_identity_cards_are_known_without_a_heading() -> None:
    lines = ("张三,320123195501011234,2026-1-5", "张三,320123195501011235,2026-1-6", "李四,320123195501011236,2026-1-5")
    tally = tally_of(csv_bytes(line.split(",") for line in lines))
    assert tally.remarks == ()


def test_people_of_one_line_are_told_with_its_number() -> None:
    tally = tally_of("张三2026.5.1，张三2026.5.3\n李四：2026.5.1\n".encode())
    assert [one.said for one in tally.remarks] == [f"第1行，{DAYS}"]


def test_those_without_a_name_and_those_who_are_nobody_are_no_namesakes() -> None:
    tally = tally_of(
        csv_bytes([("姓名", "认证日期", "电话"), *[("", "2026-1-5", "13800000001")] * 2, *[("合计", "", "")] * 2])
    )
    assert [one.said for one in tally.remarks if "一样" in one.said] == []


def test_a_list_below_another_is_compared_with_it() -> None:
    lines = ("姓名,认证日期", "张三,2026-1-5", "姓名,身份证号,认证日期", "张三,,2026-1-6")
    tally = tally_of(csv_bytes(line.split(",") for line in lines))
    assert tally.remarks[-2].said == f"第2、4行，{DAYS}"


def test_of_many_the_first_are_listed_and_all_are_counted() -> None:
    rows = [(f"退{number}", "2026-1-5") for number in range(300)]
    assert told("姓名,认证日期", *map(",".join, [*rows, *rows])) == [
        f"第2、302行，第3、303行，第4、304行，第5、305行等300处，{TWICE}"
    ]
    assert told("姓名,认证日期", *["张三,2026-1-5"] * 20) == [f"第2、3、4、5、6、7、8、9等行，{TWICE}"]


days = st.sampled_from(["2026-1-5", "2026-1-6", "2025-12-5"])


@given(st.lists(st.tuples(st.sampled_from(["张三", "李四", "王五"]), days), max_size=8))
def test_each_name_with_two_days_is_told_and_no_other(rows: list[tuple[str, str]]) -> None:
    tally = tally_of(csv_bytes([("姓名", "认证日期"), *rows]))
    assert sum(tally.counts.values()) == len(rows)
    said = {kind: next((one.said for one in tally.remarks if one.said.endswith(kind)), "") for kind in Repetition}
    for name in {name for name, _ in rows}:
        numbers = [str(place) for place, row in enumerate(rows, 2) if row[0] == name]
        listed = f"第{'、'.join(numbers)}行"
        several = len({day for one, day in rows if one == name}) > 1
        assert (listed in said[DAYS]) == several
        assert (listed in said[TWICE]) == (len(numbers) > 1 and not several)
    assert said[SAME] == ""
    assert {person.verdict.group for person in people_in(csv_bytes([("姓名", "认证日期"), *rows]))} <= set(Group)
