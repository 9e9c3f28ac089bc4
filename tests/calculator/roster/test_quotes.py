"""A quotation mark that is never closed swallows nobody."""

import io
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculator import InputError
from calculator.roster.table import open_table
from tests.calculator.roster.tables import people_in

HEADING = "姓名,上次认证日期,备注\n"


def roster(count: int, **notes: str) -> bytes:
    """A roster whose rows have the notes given, by their numbers from 1."""
    day = date(2026, 1, 1)
    lines = (f"退{n:05},{day + timedelta(n % 300)},{notes.get(f'n{n}', '无')}\n" for n in range(1, count + 1))
    return (HEADING + "".join(lines)).encode()


def told(content: bytes) -> tuple[list[str], list[str]]:
    """The names of the people and the remarks."""
    table = open_table(io.BytesIO(content))
    names = [cells[0] for _, cells in table.rows if cells]
    return names, [remark.said for remark in table.remarks]


@pytest.mark.parametrize("count", [3, 300, 20_000])
@pytest.mark.parametrize("note", ['"住院', '"', '"他说""好""'])
def test_a_quote_that_is_never_closed_is_told_with_its_row(count: int, note: str) -> None:
    row = count // 3 + 1
    names, remarks = told(roster(count, **{f"n{row}": note}))
    assert len(names) == count
    assert remarks == [f"第{row + 1}行有一个引号没有配对，后面的行已经分开来读，一行也没有并进去。请核对这些行。"]


@pytest.mark.parametrize(
    ("opens", "closes"),
    [('"住院', '"出院'), ('"住院', '5"'), ('"住院', '"'), ('"', '"出院"'), ('"住院', '"他说"好"')],
)
@pytest.mark.parametrize("between", [1, 2, 100])
def test_a_quote_that_another_row_closes_swallows_nobody(opens: str, closes: str, between: int) -> None:
    names, remarks = told(roster(200, n50=opens, **{f"n{50 + between}": closes}))
    assert len(names) == 200
    assert "第51" in remarks[0]


def test_a_quote_in_the_last_row_is_told_too() -> None:
    names, remarks = told(roster(20, n20='"住院'))
    assert (len(names), "第21行" in remarks[0]) == (20, True)


def test_the_cells_of_a_row_with_such_a_quote_stay_in_their_columns() -> None:
    rows = '"张三","2026-1-5","住院\n"李四","2026-1-6","好"\n'
    (first, second) = people_in((HEADING + rows).encode())
    assert (first.cells, second.cells) == (("张三", "2026-1-5", "住院"), ("李四", "2026-1-6", "好"))
    (first, second) = people_in((HEADING + '"张三,2026-1-5,""住院""\n"李""四",2026-1-6,好\n').encode())
    assert (first.cells, second.cells) == (('"张三', "2026-1-5", '"住院"'), ('李"四', "2026-1-6", "好"))


def test_many_such_quotes_are_counted() -> None:
    names, remarks = told(roster(200, **{f"n{n}": '"住院' for n in range(10, 40)}))
    assert len(names) == 200
    assert "第11、12、13、14、15、16、17、18等30行" in remarks[0]


@pytest.mark.parametrize(
    "note",
    [
        '"一\n二"',
        '"一\n\n三"',
        '"他说""好""\n走了"',
        '"2025-12-01 打过电话\n2025-12-05 没人接"',
        '"家属：张三，李四\n电话：1,2"',
    ],
)
def test_a_note_of_several_lines_stays_one_cell(note: str) -> None:
    names, remarks = told(roster(30, n10=note))
    assert (len(names), remarks) == (30, [])


def test_a_note_before_the_other_columns_stays_one_cell() -> None:
    content = '备注,姓名,上次认证日期\n"一\n二",张三,2026-1-5\n'.encode()
    assert [person.cells for person in people_in(content)] == [("一\n二", "张三", "2026-1-5")]


def test_a_wide_table_needs_no_day_to_know_its_rows() -> None:
    lines = ["姓名,上次认证日期,甲,乙,丙", '张三,2026-1-5,"一,二,三', "李四,去年,一,二,三", '王五,前年,一,二,"三"']
    names, remarks = told("\n".join(lines).encode())
    assert (names, len(remarks)) == (["张三", "李四", "王五"], 1)


def test_a_table_of_one_column_may_have_cells_of_several_lines() -> None:
    assert told('上次认证日期\n"2026-1-5\n2026-1-6"\n'.encode())[0] == ["2026-1-5\n2026-1-6"]


@pytest.mark.parametrize("row", ['"' + "x" * 200_000, '"\n",' * 1_500_000])
def test_a_cell_that_is_too_long_for_any_is_refused_with_its_row(row: str) -> None:
    with pytest.raises(InputError) as caught:
        told(roster(200) + row.encode())
    assert (caught.value.code, "第202行" in caught.value.message) == ("cell", True)


def test_rows_that_come_piece_by_piece_are_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    content = roster(300, n10='"一\n二"', n50='"住院', n120='"出院"', n200='"一\r二"', n300='"')
    expected = told(content)
    for characters in (7, 64, 1000):
        monkeypatch.setattr("calculator.roster.csv_reader._CHARACTERS", characters)
        assert told(content) == expected


@given(st.lists(st.sampled_from(['"', ",", "\n", "张三", "2026-1-5", '""', "\r\n", " "]), max_size=60))
def test_no_text_is_lost_whatever_is_quoted(pieces: list[str]) -> None:
    content = HEADING + "".join(pieces)
    table = open_table(io.BytesIO(content.encode()))
    rows = "".join("".join(cells) for _, cells in table.rows)
    assert rows.count("张三") == content.count("张三")
