"""DuckDB, PostgreSQL and Spark give everybody what ``assess`` gives: on real servers, with the data package as it is built."""

import json
import shutil
from datetime import date
from pathlib import Path

import pytest
from frictionless import validate

from scripts.measure.engines.__main__ import agreement
from scripts.measure.engines.agreement import differing
from scripts.settings.paths import DATA

ROWS = 10_000
"""Three in each county; ``python -m scripts.measure.engines`` compares a million."""


@pytest.fixture(scope="module")
def made() -> date:
    """The day by whose rules the data package was made."""
    descriptor = json.loads((DATA / "datapackage.json").read_text(encoding="utf-8"))
    return date.fromisoformat(descriptor["created"][:10])


def test_every_engine_gives_every_row_what_assess_gives(made: date, tmp_path: Path) -> None:
    times: dict[str, float] = {}
    found = agreement(ROWS, made, DATA, tmp_path, times.__setitem__)
    assert found == dict.fromkeys(("batch", "duckdb", "postgresql", "spark sql", "spark mapInArrow"), 0)
    assert len(times) == 6
    # It would be found if one were wrong, or missing.
    (tmp_path / "wrong.csv").write_text(
        (tmp_path / "postgresql.csv").read_text(encoding="utf-8").replace("suspended", "in-grace"), encoding="utf-8"
    )
    wrong = differing(tmp_path / "assessed.parquet", {"wrong": f"'{tmp_path}/wrong.csv'"})
    assert wrong["wrong"] > ROWS / 10
    gone = differing(tmp_path / "assessed.parquet", {"gone": f"(FROM '{tmp_path}/postgresql.csv' LIMIT 100)"})
    assert gone["gone"] > ROWS / 2


def test_frictionless_finds_no_fault_in_what_is_published(tmp_path: Path) -> None:
    report = validate(str(DATA / "datapackage.json"), limit_rows=5000)
    assert report.valid, report.flatten(["rowNumber", "fieldName", "type", "message"])
    for file in DATA.iterdir():
        shutil.copy(file, tmp_path)
    head, _, rest = (tmp_path / "places.csv").read_bytes().partition(b"\n")
    (tmp_path / "places.csv").write_bytes(head + b"\n,,\n" + rest)
    assert not validate(str(tmp_path / "datapackage.json"), limit_rows=5000).valid
