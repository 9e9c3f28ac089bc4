"""What the developers' pages show runs as it stands."""

import contextlib
import io
import re
from datetime import date
from urllib.parse import parse_qs, urlsplit

import duckdb
import pytest

from calculator import assess
from calculator.reading.form import FIELDS
from calculator.warehouse.sql import Engine
from scripts.pages.prepare import finished
from scripts.settings.paths import DATA, DOCS

TODAY = date(2026, 11, 28)
EXAMPLE = "https://example.org/"
FOUND = assess(date(2025, 3, 15), date(2026, 3, 1), region="江苏省宿迁市", scheme="企业职工")


def page(name: str) -> str:
    return finished((DOCS / "developers" / f"{name}.md").read_text(encoding="utf-8"), "../../", TODAY)


def block(text: str, language: str) -> str:
    [found, *_] = re.findall(rf"```{language}\n(.*?)```", text, re.DOTALL)
    return found


@pytest.fixture(autouse=True)
def without_address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SITE_URL", raising=False)


def test_the_query_gives_a_deadline_from_the_data() -> None:
    query = block(page("index"), "sql")
    assert query.count(f"{EXAMPLE}data/") == 2
    rows = duckdb.execute(query.replace(f"{EXAMPLE}data/", f"{DATA}/")).fetchall()
    expected = assess(date(2025, 3, 15), TODAY, region="江苏省宿迁市宿城区", scheme="企业职工").deadline
    assert rows == [("321302", "宿城区", "企业职工", expected)]


def test_the_lines_of_python_give_a_deadline() -> None:
    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        exec(block(page("index"), "python"), {})  # noqa: S102 - our own page
    assert said.getvalue().split() == [FOUND.deadline.isoformat(), FOUND.safe_date.isoformat(), FOUND.status]


@pytest.mark.parametrize("name", ["index", "embed"])
def test_the_frame_is_one_line_with_a_place_that_the_calculator_knows(name: str) -> None:
    [line] = [one for one in block(page(name), "html").splitlines() if one]
    address = urlsplit(re.findall(r'src="(.*?)"', line)[0])
    assert address.path == "/embed/"
    [region] = parse_qs(address.fragment)["region"]
    assert assess(TODAY, TODAY, region=region).place


def test_every_parameter_of_the_fragment_is_told() -> None:
    table = page("index").partition("{#fragment}")[2].partition("\n## ")[0]
    assert set(re.findall(r"^\| `(\w+)` \|", table, re.MULTILINE)) == {"way", *FIELDS}


def test_the_join_stands_there_for_every_engine_and_runs() -> None:
    blocks = re.findall(r"```sql\n(.*?)```", page("warehouse"), re.DOTALL)
    assert len(blocks) == len(Engine)
    with duckdb.connect() as engine:
        engine.execute(
            "CREATE TABLE people AS SELECT DATE '2025-03-15' AS last, '321302' AS place, '企业职工' AS scheme"
        )
        rows = engine.execute(blocks[0].replace("'data/", f"'{DATA}/")).fetchall()
    assert len(rows) == 1
    assert rows[0][3] == date(2026, 3, 15)


def test_every_column_of_the_data_is_explained() -> None:
    text = page("data")
    described = duckdb.execute(f"SELECT unnest(resources, recursive := true) FROM read_json('{DATA}/datapackage.json')")
    assert described.fetchall()
    for file in ("places.csv", "rules.csv", "regions.csv"):
        header = (DATA / file).read_text(encoding="utf-8").partition("\n")[0]
        section = text.partition(f"## {file} ")[2].partition("\n## ")[0]
        assert re.findall(r"^\| `(\w+)` \|", section, re.MULTILINE) == header.split(",")
