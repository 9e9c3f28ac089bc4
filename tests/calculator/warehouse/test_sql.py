"""The join as it is written down, in the engine that is at hand; tests/warehouse has the others."""

from datetime import date, timedelta
from pathlib import Path

import duckdb
import pytest

from calculator import assess
from calculator.regions.divisions import division_of_code
from calculator.warehouse import command, data_package, tables
from calculator.warehouse.fields import NO_PLACE
from calculator.warehouse.sql import Engine, answer_query, load_statements
from tests.calculator.command_line import run

TODAY = date(2026, 11, 28)
PLACES = (NO_PLACE, "32", "321302", "130628", "46")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    some = [spot for spot in tables.spots() if spot.code in PLACES]
    monkeypatch.setattr(tables, "spots", lambda: some)
    for module in (tables, data_package):
        monkeypatch.setattr(module, "EARLIEST", date(2024, 1, 1))
    monkeypatch.setattr(tables, "LATEST", date(2026, 12, 31))
    tables._tabulated.cache_clear()
    done = run("data", "-o", str(tmp_path / "data"), "--today", "2026-11-28")
    tables._tabulated.cache_clear()
    assert (done.returncode, done.stderr) == (0, f"数据写在“{tmp_path / 'data'}”里了。\n")
    return tmp_path / "data"


def test_the_join_gives_what_assess_gives(folder: Path) -> None:
    with duckdb.connect() as engine:
        for statement in load_statements(Engine.DUCKDB, str(folder)):
            engine.execute(statement)
        engine.execute("CREATE TABLE people (last DATE, place VARCHAR, scheme VARCHAR)")
        for number in range(0, 900, 11):
            for place in (None, "", *PLACES[1:]):
                engine.execute(
                    "INSERT INTO people VALUES (?, ?, ?)",
                    [TODAY - timedelta(days=number), place, ("", "城乡居民", None, "企业职工")[number % 4]],
                )
        rows = engine.execute(answer_query(Engine.DUCKDB, TODAY)).fetchall()
    assert len(rows) == 82 * 6
    for last, place, scheme, *days in rows:
        division = division_of_code(place or "")
        found = assess(last, TODAY, region=division.path if division else "", scheme=scheme or "")
        assert days == [found.deadline, found.grace_end, found.safe_date, found.days_left, found.status]


def test_who_cannot_be_answered_comes_without_a_deadline_and_is_not_lost(folder: Path) -> None:
    with duckdb.connect() as engine:
        for statement in load_statements(Engine.DUCKDB, str(folder)):
            engine.execute(statement)
        engine.execute(
            "CREATE TABLE people AS FROM (VALUES (DATE '2026-11-29', '32', ''), (DATE '1980-01-01', '32', ''),"
            " (DATE '2026-01-01', '99', ''), (DATE '2026-01-01', '32', '养老'), (NULL, '32', '')) t(last, place, scheme)"
        )
        rows = engine.execute(answer_query(Engine.DUCKDB, TODAY)).fetchall()
    assert [row[3:] for row in rows] == [(None,) * 5] * 5


@pytest.mark.parametrize("engine", Engine)
def test_the_command_prints_the_statements_and_the_query(engine: Engine) -> None:
    done = run("sql", engine, "--today", "2026-11-28")
    assert done.returncode == 0
    assert done.stdout.count(";\n\n") == len(load_statements(engine, ".")) + 1
    assert "DATE '2026-11-28'" in done.stdout


def test_today_is_the_day_in_beijing_where_none_is_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(command, "beijing_today", lambda: date(2026, 7, 1))
    assert "DATE '2026-07-01'" in run("sql", "spark").stdout
