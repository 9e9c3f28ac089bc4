"""Where a reader or a writer stops, pauses or takes the longer way."""

import io
import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook

from calculator import InputError
from calculator.command import main
from calculator.roster import columns, headings, xlsx_package, xlsx_parts
from calculator.roster.csv_writer import _WAITING
from calculator.roster.encodings import decoded
from tests.calculator.roster.tables import (
    HEADING,
    csv_bytes,
    opened,
    people_in,
    saved,
    shared_xlsx,
    string_table,
    xlsx_bytes,
)

ROWS = [HEADING, ("张三", "2026-1-5", "江苏", "企业职工", "13800000001")]


def test_a_file_that_is_closed_while_it_is_read_ends_quietly() -> None:
    file = io.BytesIO("张三".encode())
    with decoded(file, "utf-8") as text:
        assert text.read(10) == "张三"
        file.close()


def test_rows_that_wait_to_be_written_are_written_before_they_are_many(tmp_path: Path) -> None:
    roster, result = tmp_path / "名单.csv", tmp_path / "结果.csv"
    roster.write_bytes(
        csv_bytes(
            [HEADING, *[(f"张{one}", "2026年1月5日", "江苏", "企业职工", "1380000") for one in range(_WAITING + 1)]]
        )
    )
    assert main(["roster", str(roster), "-o", str(result), "--today", "2026-11-28"]) == 0
    assert len(result.read_text(encoding="utf-8-sig").splitlines()) == _WAITING + 2


def test_of_a_cell_that_is_too_long_the_beginning_is_read() -> None:
    (person,) = people_in(csv_bytes([HEADING, ("张三", "2026-1-5", "江苏" + "，" * 2000, "", "")]))
    assert person.verdict.deadline is not None


def test_brackets_in_what_is_too_long_for_a_heading_are_not_looked_at() -> None:
    hint = "认证日期(年/月/日)"
    assert headings.without_hints(hint) == "认证日期"
    assert headings.without_hints(hint.ljust(200, "x")) == "认证日期".ljust(200 - len("(年/月/日)"), "x")
    assert headings.without_hints(hint.ljust(201, "x")) == hint.ljust(201, "x")


def test_what_could_be_a_heading_of_days_is_asked_for_days_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(columns, "of_another_matter", asked.append)
    assert columns.find_heading([("备注", "2026-1-5"), ("无", "2026-1-6")]).columns == {"last": (1,)}
    assert sorted(asked) == ["2026-1-5", "2026-1-6", "备注", "无"]


def test_a_long_stretch_without_a_row_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx_package, "_MAX_STRETCH", 10)
    with pytest.raises(InputError):
        list(opened(xlsx_bytes(ROWS)).rows)


def test_more_texts_than_a_roster_can_have_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx_parts, "_MAX_STRINGS", 1)
    content = shared_xlsx(string_table("姓名", "上次认证日期"), [(0, 1)])
    counted = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(counted, "w") as changed:
        for name in source.namelist():
            changed.writestr(name, source.read(name).replace(b"<sst ", b'<sst uniqueCount="2" ', 1))
    with pytest.raises(InputError):
        list(opened(counted.getvalue()).rows)


def test_more_merged_cells_than_a_roster_can_have_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx_parts, "_MAX_MERGES", 0)
    book = Workbook()
    for row in [*ROWS, ROWS[1]]:
        book.active.append(row)
    book.active.merge_cells("C2:C3")
    with pytest.raises(InputError):
        list(opened(saved(book)).rows)


def test_two_sheets_that_are_one_part_are_looked_at_once() -> None:
    content = xlsx_bytes(ROWS, 第二=ROWS)
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(target, "w") as changed:
        for name in source.namelist():
            part = source.read(name)
            if name == "xl/_rels/workbook.xml.rels":
                part = part.replace(b"sheet2.xml", b"sheet1.xml")
            changed.writestr(name, part)
    assert len(list(opened(target.getvalue()).rows)) == 1
