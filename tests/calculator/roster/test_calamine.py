"""Workbooks of other kinds, which calamine reads where it is installed."""

import io
import subprocess
import sys
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from calculator import InputError
from calculator.roster import calamine_worker
from calculator.roster.table import open_table
from calculator.roster.untold import Untold
from tests.calculator.roster.tables import xlsx_bytes

XLS = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(512, b"\0") + "Workbook".encode("utf-16-le").ljust(128, b"\0")


class Sheet:
    """A sheet as calamine gives it."""

    def __init__(self, name: str, rows: list[list[Any]], left: int = 0, merged: Any = ()) -> None:
        self.name = name
        self.rows = rows
        self.start = (0, left) if rows else None
        self.end = (len(rows) - 1, left + len(rows[0]) - 1) if rows else None
        self.merged_cell_ranges = merged
        self.visible, self.typ = "SheetVisibleEnum.Visible", "SheetTypeEnum.WorkSheet"

    def iter_rows(self) -> Any:
        return iter(self.rows)


class Book:
    def __init__(self, *sheets: Sheet) -> None:
        self.sheets_metadata = sheets

    def get_sheet_by_name(self, name: str) -> Sheet:
        return next(one for one in self.sheets_metadata if one.name == name)


class PanicException(BaseException):
    """What Rust raises where it gives up."""


class PasswordError(Exception):
    pass


def raising(error: BaseException) -> Callable[..., Any]:
    def raises(*_: object) -> Any:
        raise error

    return raises


@pytest.fixture
def calamine(monkeypatch: pytest.MonkeyPatch) -> Callable[[Any], None]:
    """Lets calamine open a given workbook, or raise what it raises, in this process."""

    def opens(book: Any) -> None:
        load = raising(book) if isinstance(book, BaseException) else lambda _: book
        monkeypatch.setitem(
            sys.modules, "python_calamine", SimpleNamespace(load_workbook=load, PasswordError=PasswordError)
        )

    return opens


def said(wanted: str = "") -> list[Any]:
    return list(calamine_worker._said(b"", wanted))


ROSTER = [["姓名", "上次认证日期", "参保地"], ["甲", date(2026, 1, 5), "河北"], ["乙", 46027.0, ""], ["", "", ""]]


def test_the_worker_says_which_sheets_there_are_and_then_the_rows(calamine: Callable[[Any], None]) -> None:
    calamine(
        Book(
            Sheet("说明", [["请填写"]]), Sheet("空", []), Sheet("名单", ROSTER, 1, [((1, 3), (2, 3)), ((0, 0), (0, 9))])
        )
    )
    head, *rows = said()
    assert head == {"sheets": [["说明", False], ["空", False], ["名单", False]], "sheet": 2, "others": (0,), "last": 4}
    assert rows == [
        (1, ("", "姓名", "上次认证日期", "参保地")),
        (2, ("", "甲", "2026-01-05", "河北")),
        (3, ("", "乙", "46027", "河北")),
    ]
    assert said("说明")[1:] == [(1, ("请填写",))]
    assert said("2") == [head | {"sheet": 1, "others": (), "last": 0}]


def test_the_worker_says_what_calamine_does_not(
    calamine: Callable[[Any], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [["姓名", "上次认证日期"], ["甲", date(2026, 1, 5)], ["乙", ""], ["丙"]]
    asked = []

    def untold(content: bytes, sheet: str, place: int) -> Untold:
        asked.append((content, sheet, place))
        return Untold({2: [(1, 3)]}, True, frozenset({(3, 0), (4, 1), (9, 1)}))

    monkeypatch.setattr(calamine_worker, "untold", untold)
    calamine(Book(Sheet("空", []), Sheet("名单", rows)))
    head, _, *people = said()
    assert (head["1904"], head["formulas"], asked) == (True, 3, [(b"", "名单", 1)])
    assert people == [(2, ("甲", "2026-01-05")), (3, ("乙", "2026-01-05")), (4, ("丙", "="))]
    assert "unread" not in head
    monkeypatch.setattr(calamine_worker, "untold", lambda *_: Untold(unread=True))
    assert said()[0]["unread"] is True


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("张三", "张三"),
        (True, "TRUE"),
        (13800000001, "13800000001"),
        (2.5, "2.5"),
        (5.001231990051322e17, "500123199005132000"),
        (datetime(2026, 1, 5), "2026-01-05"),  # noqa: DTZ001
        (datetime(2026, 1, 5, 10, 30), "2026-01-05 10:30:00"),  # noqa: DTZ001
        (date(2026, 1, 5), "2026-01-05"),
        (time(8), "08:00:00"),
        (timedelta(hours=30, seconds=5), "30:00:05"),
        ("长" * 200_000, "长" * 100_000),
    ],
)
def test_a_cell_is_shown_as_near_as_text_comes(value: object, text: str) -> None:
    assert calamine_worker._text(value) == text


@pytest.mark.parametrize(
    ("book", "code"),
    [
        (PasswordError(), "kind"),
        (ValueError(), "broken"),
        (PanicException(), "broken"),
        (Book(), "empty"),
        (Book(*[Sheet(str(n), ROSTER) for n in range(300)]), "empty"),
        (Book(Sheet("宽", [[""] * 2000])), "columns"),
        (Book(Sheet("空", []), Sheet("也空", [])), "empty"),
    ],
)
def test_what_cannot_be_used_is_said_in_a_sentence(calamine: Callable[[Any], None], book: Any, code: str) -> None:
    calamine(book)
    with pytest.raises(InputError) as caught:
        said()
    assert caught.value.code == code


def test_a_sheet_that_cannot_be_read_is_broken_and_no_memory_is_no_fault_of_it(
    calamine: Callable[[Any], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    book = Book(Sheet("名单", ROSTER))
    calamine(book)
    for error, raised in ((PanicException(), InputError), (MemoryError(), MemoryError)):
        monkeypatch.setattr(book, "get_sheet_by_name", raising(error))
        with pytest.raises(raised):
            said()
    calamine(MemoryError())
    with pytest.raises(MemoryError):
        said()


def test_the_worker_limits_itself_where_the_system_can(monkeypatch: pytest.MonkeyPatch) -> None:
    set_: dict[str, tuple[int, int]] = {}
    fake = SimpleNamespace(RLIMIT_AS="memory", RLIMIT_CPU="time", setrlimit=set_.__setitem__)
    monkeypatch.setitem(sys.modules, "resource", fake)
    calamine_worker._limit()
    assert set_["memory"][0] < 500_000_000
    monkeypatch.setitem(sys.modules, "resource", None)
    calamine_worker._limit()


def test_the_worker_writes_lines_of_json(
    calamine: Callable[[Any], None], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(calamine_worker, "_limit", lambda: None)
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(b"x")))
    calamine(Book(Sheet("名单", ROSTER)))
    calamine_worker.main("")
    *_, last, end = capsys.readouterr().out.splitlines()
    assert (last, end) == ('[3, ["\\u4e59", "46027", ""]]', '"end"')
    calamine_worker.main("没有")
    assert '"error": ["sheet", "unknown"' in capsys.readouterr().out


class Worker:
    """A process that says what it is told to."""

    def __init__(self, *lines: str) -> None:
        self.stdin, self.stdout = io.BytesIO(), io.BytesIO("\n".join(lines).encode())
        self.killed = False

    def __call__(self, *_: object, **__: object) -> "Worker":
        return self

    def __enter__(self) -> "Worker":
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def kill(self) -> None:
        self.killed = True


HEAD = '{"sheets": [["说明", false], ["名单", true]], "sheet": 1, "others": [0], "last": 3}'
ROWS = ('[2, ["姓名", "上次认证日期"]]', '[3, ["甲", "2026-01-05"]]')


def opened(monkeypatch: pytest.MonkeyPatch, worker: Worker, file: Any = None) -> Any:
    monkeypatch.setitem(sys.modules, "python_calamine", SimpleNamespace())
    monkeypatch.setattr(subprocess, "Popen", worker)
    return open_table(file or io.BytesIO(XLS))


def test_the_rows_that_the_worker_says_are_a_table(monkeypatch: pytest.MonkeyPatch) -> None:
    worker = Worker(HEAD, *ROWS, '"end"')
    table = opened(monkeypatch, worker)
    assert list(table.rows) == [(3, ("甲", "2026-01-05"))]
    assert (table.source.share, worker.killed) == (1.0, True)
    assert "“名单”（隐藏的），没有读“说明”" in table.remarks[0].said


def test_what_the_worker_says_of_formulas_and_days_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    head = HEAD.replace('"last": 3', '"last": 3, "1904": true, "formulas": 2')
    table = opened(monkeypatch, Worker(head, *ROWS, '"end"'))
    assert table.source.system_1904
    assert "有2格是公式" in table.remarks[1].said


def test_that_merged_cells_could_not_be_looked_at_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    head = HEAD.replace('"last": 3', '"last": 3, "unread": true')
    (_, remark) = opened(monkeypatch, Worker(head, *ROWS, '"end"')).remarks
    assert "合并的格子和公式可能没有读全" in remark.said


def test_one_sheet_needs_no_remark(monkeypatch: pytest.MonkeyPatch) -> None:
    head = HEAD.replace('"others": [0]', '"others": []')
    assert opened(monkeypatch, Worker(head, *ROWS, '"end"')).remarks == ()


def test_a_worker_that_ends_early_had_too_much_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    for lines in ((), (HEAD,), (HEAD, *ROWS)):
        with pytest.raises(InputError, match="太大"):
            list(opened(monkeypatch, Worker(*lines)).rows)


def test_what_the_worker_refuses_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(InputError, match="加了密码") as caught:
        opened(monkeypatch, Worker('{"error": ["file", "kind", "这个文件加了密码。"]}'))
    assert (caught.value.field, caught.value.code) == ("file", "kind")


def test_a_worker_that_hears_no_more_is_no_error(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    worker = Worker(HEAD, *ROWS, '"end"')
    worker.stdin.write = raising(BrokenPipeError())  # type: ignore[method-assign]
    assert len(list(opened(monkeypatch, worker).rows)) == 1
    (tmp_path / "名单.xls").write_bytes(XLS)
    with (tmp_path / "名单.xls").open("rb") as file:
        assert len(list(opened(monkeypatch, Worker(HEAD, *ROWS, '"end"'), file).rows)) == 1


def test_where_calamine_is_not_installed_it_is_said_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "python_calamine", None)
    with pytest.raises(InputError, match="老式的Excel文件") as caught:
        open_table(io.BytesIO(XLS))
    assert (caught.value.field, caught.value.code) == ("file", "kind")


# The real one ---------------------------------------------------------------------------------------------------------


@pytest.fixture
def converted(tmp_path: Path) -> Callable[[str], Path]:
    """A roster as LibreOffice writes it in another format."""

    def convert(kind: str) -> Path:
        source = tmp_path / "名单.xlsx"
        source.write_bytes(xlsx_bytes([("说明",)], 名单=[["", *row] for row in ROSTER[:3]]))
        profile = (tmp_path / "profile").as_uri()
        command = ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", kind, str(source)]
        subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)
        return source.with_suffix(f".{kind}")

    return convert


@pytest.mark.parametrize("kind", ["xls", "ods"])
def test_a_workbook_of_another_kind_is_read_by_calamine(converted: Callable[[str], Path], kind: str) -> None:
    pytest.importorskip("python_calamine")
    with converted(kind).open("rb") as file:
        table = open_table(file)
        assert list(table.rows) == [(2, ("", "甲", "2026-01-05", "河北")), (3, ("", "乙", "46027"))]
        assert [sheet.name for sheet in table.source.sheets] == ["Sheet", "名单"]
