"""Several lists one below the other in one table: each is read by its own heading, and that it is, is said."""

from datetime import date
from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculator.errors import InputError
from calculator.roster import rows as rows_module
from calculator.roster.columns import Cells, find_heading
from calculator.roster.rows import assess_rows
from calculator.roster.tally import Tally
from tests.calculator.roster.tables import TODAY, csv_bytes, opened, people_in

LATE = date(2026, 7, 20)


def told(*lines: str) -> tuple[dict[str, date | None], list[str]]:
    """The deadlines of the people by their names, and what is said of the table."""
    content = csv_bytes(tuple(line.split(",")) for line in lines)
    tally = Tally()
    people = people_in(content)
    for person in people:
        tally.count(person)
    days = {person.name: person.verdict.deadline for person in people if person.verdict.group is not None}
    return days, [remark.said for remark in (*opened(content).remarks, *tally.remarks)]


def test_columns_that_change_their_places_are_followed() -> None:
    days, remarks = told(
        "某社区",
        "姓名,上次认证日期,下次认证日期,电话",
        "甲,2025-12-01,2026-12-01,138",
        "",
        "姓名,下次认证日期,上次认证日期,电话",
        "乙,2026-10-02,2025-10-02,139",
    )
    assert days == {"甲": date(2026, 12, 1), "乙": date(2026, 10, 2)}
    assert "第5行是另一份名单的表头，下面的人照它读：上次认证日期用“上次认证日期”。请核对。" in remarks


def test_the_place_and_the_scheme_change_with_the_day() -> None:
    days, _ = told(
        "姓名,上次认证日期",
        "甲,2026-01-20",
        "姓名,上次认证日期,险种,参保地",
        "乙,2026-01-20,居民,高阳县",
        "姓名,上次认证日期,参保地,险种",
        "丙,2026-01-20,高阳县,居民",
    )
    assert days == {"甲": date(2027, 1, 20), "乙": LATE, "丙": LATE}


def test_a_heading_of_two_rows_below_another_is_followed() -> None:
    days, remarks = told(
        "姓名,认证信息,,电话",
        ",上次认证日期,方式,",
        "甲,2026-01-20,手机,138",
        "姓名,电话,认证信息,",
        ",,方式,上次认证日期",
        "乙,139,手机,2026-02-20",
        "丙,139,手机,2026-02-21",
        "老人,电话,最近认证时间,备注",
        "丁,139,2026-02-22,",
    )
    assert days == {
        "甲": date(2027, 1, 20),
        "乙": date(2027, 2, 20),
        "丙": date(2027, 2, 21),
        "丁": date(2027, 2, 22),
    }
    assert len([remark for remark in remarks if "另一份名单" in remark]) == 2


def test_the_second_row_of_a_heading_may_change_alone() -> None:
    days, _ = told(
        "姓名,认证信息,",
        ",上次认证日期,下次认证日期",
        "甲,2026-01-20,2026-07-01",
        "姓名,认证信息,",
        ",下次认证日期,上次认证日期",
        "乙,2026-07-02,2026-01-21",
    )
    assert days == {"甲": date(2027, 1, 20), "乙": date(2027, 1, 21)}


def test_the_groups_above_a_heading_may_change_alone() -> None:
    lines = ("基本信息,,上次认证,下次认证", "姓名,电话,日期,日期", "甲,138,2026-01-20,2026-07-01")
    days, remarks = told(*lines, "基本信息,,下次认证,上次认证", "姓名,电话,日期,日期", "乙,138,2026-07-02,2026-01-21")
    assert (days["甲"], days["乙"]) == (date(2027, 1, 20), date(2027, 1, 21))
    days, remarks = told(*lines, *lines[:2], "乙,138,2026-01-21,2026-07-02", lines[1], "丙,138,2026-01-22,2026-07-03")
    assert days == {"甲": date(2027, 1, 20), "乙": date(2027, 1, 21), "丙": date(2027, 1, 22)}
    assert not any("另一份名单" in remark for remark in remarks)


def test_people_below_a_heading_without_a_day_are_unclear_and_it_is_said() -> None:
    days, remarks = told(
        "姓名,上次认证日期,电话",
        "甲,2025-12-01,138",
        "姓名,电话,下次认证日期",
        "乙,139,2026-02-20",
    )
    assert days == {"甲": date(2026, 12, 1), "乙": None}
    assert "第3行是另一份名单的表头，下面的人照它读，那里没有找到认证日期。" in remarks[0]


def test_a_heading_that_is_nearly_the_same_is_that_of_the_next_page() -> None:
    days, remarks = told(
        "姓名,上次认证日期,电话",
        "甲,2025-12-01,138",
        "姓名,上次认证日期,电话,第2页",
        "乙,2025-12-02,138",
    )
    assert days == {"甲": date(2026, 12, 1), "乙": date(2026, 12, 2)}
    assert not any("另一份名单" in remark for remark in remarks)


def test_people_above_a_fuller_heading_are_no_titles() -> None:
    days, _ = told(
        "姓名,上次认证日期",
        "甲,2025-12-01",
        "姓名,身份证号,上次认证日期,电话",
        "乙,130628195501010012,2025-12-02,139",
    )
    assert days == {"甲": date(2026, 12, 1), "乙": date(2026, 12, 2)}


def test_lists_beside_each_other_below_another_are_refused() -> None:
    lines = ("姓名,认证日期", "甲,2025-12-01", "姓名,认证日期,姓名,认证日期", "乙,2025-12-01,丙,2025-12-04")
    with pytest.raises(InputError, match="左右并排"):
        told(*lines)


def test_who_signs_below_a_list_begins_none() -> None:
    days, remarks = told(
        "姓名,认证日期,电话",
        "甲,2025-12-01,1",
        "负责人签字：,姓名：,日期：",
        "认证日期未写的,,",
        "丙,2025-12-04,2",
    )
    assert (days["甲"], days["丙"]) == (date(2026, 12, 1), date(2026, 12, 4))
    assert not any("另一份名单" in remark for remark in remarks)


def test_a_row_below_many_headings_goes_through_no_more_hands_than_the_first(monkeypatch: pytest.MonkeyPatch) -> None:
    passed = []

    class Counted(chain[tuple[int, Cells]]):
        def __next__(self) -> tuple[int, Cells]:
            passed.append(1)
            return super().__next__()

    monkeypatch.setattr(rows_module, "chain", Counted)
    page: list[Cells] = [("姓名", "认证信息"), ("", "上次认证日期"), *[("甲", "2026-01-20")] * 8]
    heading = find_heading(page)
    people = assess_rows(list(enumerate(page * 200)), heading, heading.columns, TODAY, {})
    assert [one.number for one in people] == list(range(2000))
    assert len(passed) < 2 * 2000


@pytest.mark.parametrize(
    "lines",
    [
        [("姓名", "认证信息"), ("", "上次认证日期")],
        [("基本信息", "上次认证"), ("姓名", "日期")],
    ],
)
def test_a_heading_of_several_rows_that_is_repeated_is_not_understood_again(
    monkeypatch: pytest.MonkeyPatch, lines: list[Cells]
) -> None:
    page = [*lines, ("甲", "2026-01-20")]
    heading = find_heading(page)
    assert heading.lines == tuple(lines)
    monkeypatch.setattr(rows_module, "next_list", None)
    people = assess_rows(enumerate(page * 3), heading, heading.columns, TODAY, {})
    assert [one.number for one in people if one.verdict.group] == [len(page) * n - 1 for n in (1, 2, 3)]


words = st.sampled_from(["姓名", "老人", "上次认证日期", "下次认证日期", "认证情况", "电话", "", "甲", "2025-12-01"])


@given(st.lists(st.lists(words, min_size=1, max_size=4, unique=True).map(tuple), max_size=12))
def test_no_row_is_lost_whatever_headings_stand_between(rows: list[tuple[str, ...]]) -> None:
    heading = find_heading([("姓名", "上次认证日期")])
    numbered = list(enumerate(rows, 2))
    people = [(person.number, person.cells) for person in assess_rows(numbered, heading, heading.columns, TODAY, {})]
    assert people == [(number, row) for number, row in numbered if any(row)]
