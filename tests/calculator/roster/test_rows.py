"""Each row is assessed as the calculator would, or unclear with the reason; none is lost."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculator import Status, assess
from calculator.counting.groups import Group
from calculator.roster.columns import find_heading
from calculator.roster.rows import assess_rows
from calculator.roster.tally import Tally
from tests.calculator.roster.tables import HEADING, TODAY, csv_bytes, people_in


def verdict_of(last: str, region: str = "", scheme: str = "", **defaults: str):
    (person,) = people_in(csv_bytes([HEADING, ("张三", last, region, scheme, "")]), **defaults)
    return person.verdict


@pytest.mark.parametrize(
    ("days", "group", "status"),
    [
        (0, Group.ON_TIME, Status.ON_TIME),
        (365 - 62, Group.ON_TIME, Status.ON_TIME),
        (365 - 31, Group.EARLY, Status.ON_TIME),
        (365 - 30, Group.DUE, Status.DUE_SOON),
        (365, Group.DUE, Status.LAST_DAY),
        (366, Group.IN_GRACE, Status.IN_GRACE),
        (365 + 15, Group.IN_GRACE, Status.IN_GRACE),
        (365 + 16, Group.SUSPENDED, Status.SUSPENDED),
    ],
)
def test_each_step_of_the_ladder_has_its_group(days: int, group: Group, status: Status) -> None:
    verdict = verdict_of((TODAY - timedelta(days=days)).isoformat())
    assert verdict.found is not None
    assert (verdict.group, verdict.found.status) == (group, status)


PLACES = st.sampled_from(
    [("", ""), ("江苏省宿迁市", "企业职工"), ("湖南", "城乡居民"), ("海南省", "工伤"), ("河北省", "")]
)


@given(st.dates(date(2020, 1, 1), TODAY), PLACES)
def test_what_is_said_to_end_within_thirty_days_is_the_deadline(last: date, where: tuple[str, str]) -> None:
    verdict = verdict_of(last.isoformat(), *where)
    assert verdict.deadline is not None
    left = (verdict.deadline - TODAY).days
    assert (verdict.group is Group.DUE) == (0 <= left <= 30)
    if "到期" in verdict.status:
        assert 0 <= left <= 30
    if verdict.group is Group.EARLY:
        assert left > 30
        assert (verdict.safe_date - TODAY).days <= 30


def test_who_is_called_because_of_the_safe_date_is_told_apart() -> None:
    near, past, due = (verdict_of(day, "河北省") for day in ("2026-6-10", "2026-3-1", "2025-12-1"))
    assert [one.group for one in (near, past, due)] == [Group.EARLY, Group.EARLY, Group.DUE]
    assert [one.status for one in (near, past)] == ["最好30天内办", "最好这几天办"]
    assert near.deadline - TODAY > timedelta(days=150)


@given(
    st.dates(date(2020, 1, 1), TODAY),
    st.sampled_from([("", ""), ("江苏省宿迁市", "企业职工"), ("湖南", "城乡居民"), ("海南省", "工伤")]),
)
def test_a_row_gets_the_same_days_as_the_calculator(last: date, where: tuple[str, str]) -> None:
    region, scheme = where
    assert verdict_of(last.isoformat(), region, scheme).found == assess(last, TODAY, region=region, scheme=scheme)


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        (("", "", ""), "请填写上次认证的日期"),
        (("25/3/5", "", ""), "年份写四位数"),
        (("2026-11-25", "", ""), "还没有到"),
        (("2026.1", "", ""), "可能是1月，也可能是10月"),
    ],
)
def test_a_row_that_says_too_little_is_unclear_and_says_why(cells: tuple[str, str, str], words: str) -> None:
    verdict = verdict_of(*cells)
    assert (verdict.group, verdict.found) == (Group.UNCLEAR, None)
    assert words in verdict.reason


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        (("2026-1-5", "阳光社区", ""), "“阳光社区”没有查到"),
        (("2026-1-5", "", "A01"), "“A01”没有认出来"),
        (("2026年1月", "", ""), "只写了月份"),
        (("2026-1-5", "江苏", "企业"), "按江苏省的说法算"),
        (("2026-1-5", "广西", ""), "先按养老金算，写在“险种”一栏"),
        (("2026-1-5", "海南", ""), "先按当地最早的一种算，写在“险种”一栏"),
        (("2026-1-5", "", ""), "按常见的两种算法"),
    ],
)
def test_what_an_answer_rests_on_is_said(cells: tuple[str, str, str], words: str) -> None:
    verdict = verdict_of(*cells)
    assert verdict.found is not None
    assert words in verdict.reason


def test_what_a_row_does_not_name_is_taken_from_the_defaults() -> None:
    named = assess(date(2026, 1, 5), TODAY, region="江苏省宿迁市", scheme="企业职工")
    assert verdict_of("2026-1-5", region="江苏省宿迁市", scheme="企业职工").found == named
    assert verdict_of("2026-1-5").found != named
    (person,) = people_in(
        csv_bytes([HEADING, ("张三", "2026-1-5", "", "", "")]), region="江苏省宿迁市", scheme="企业职工"
    )
    assert person.verdict.found == named


def test_headings_that_are_repeated_are_not_people() -> None:
    *_, again, _ = people_in(csv_bytes([HEADING, ("张三", "2026-1-5"), HEADING, ("李四", "2026-1-5")]))
    assert (again.verdict.group, again.verdict.reason) == (None, "这一行和表头一样，不像是人，没有算。")


cells = st.lists(st.text(max_size=8), max_size=7).map(tuple)


@given(st.lists(cells, max_size=20))
def test_no_row_with_text_is_dropped_or_altered(rows: list[tuple[str, ...]]) -> None:
    heading = find_heading([HEADING])
    people = list(assess_rows(enumerate(rows, 2), heading, heading.columns, TODAY, {}))
    kept = [(number, row) for number, row in enumerate(rows, 2) if any(cell.strip() for cell in row)]
    assert [(person.number, person.cells) for person in people] == kept
    assert all(person.verdict.reason for person in people)


@pytest.mark.parametrize(
    "cell", ["2026年3月5日星期五", "2026-3-5 周五", "26年3月5日（五）", "20260305礼拜五", "Fri Mar 05 2026"]
)
def test_a_day_with_the_weekday_of_another_is_taken_and_remarked_upon(cell: str) -> None:
    right = verdict_of("2026-3-5")
    wrong = verdict_of(cell)
    assert (wrong.deadline, wrong.group, wrong.status) == (right.deadline, right.group, right.status)
    assert "写的是星期五，2026年3月5日却是星期四，日期可能写错了，请核对。" in wrong.reason
    assert "星期" not in verdict_of(cell.replace("五", "四").replace("Fri", "Thu")).reason


def test_of_several_days_that_with_a_wrong_weekday_counts_too() -> None:
    rows = [("姓名", "2025年认证日期", "认证日期"), ("甲", "2025-12-5", "2026年3月5日星期五")]
    (person,) = people_in(csv_bytes(rows))
    assert person.verdict.deadline == date(2027, 3, 5)
    assert "却是星期四" in person.verdict.reason


def test_the_rows_whose_weekdays_are_wrong_are_listed_above_the_result() -> None:
    tally = Tally()
    rows = [("张三", "2026-3-5星期五"), ("李四", "2026-3-5星期四"), *[("王五", "2026-3-6周四")] * 30]
    for person in people_in(csv_bytes([HEADING, *rows])):
        tally.count(person)
    said = [remark.said for remark in tally.remarks if "星期" in remark.said]
    assert said == ["第2、4、5、6、7、8、9、10等31行写的星期和日期对不上，先按日期算。日期可能写错了，请核对。"]
