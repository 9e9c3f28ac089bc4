"""The data package as it lies in a folder: what the descriptor says of it is so."""

import csv
import hashlib
import json
import sys
from copy import deepcopy
from datetime import date
from importlib import metadata
from pathlib import Path

import duckdb
import jsonschema
import pytest
from frictionless import Package, validate
from frictionless.schema import Schema

from calculator.errors import InputError
from calculator.regions import PROVINCES
from calculator.regions.schema import RegionDataError, read_province
from calculator.warehouse import data_package, tables
from calculator.warehouse.data_package import write_data_package
from calculator.warehouse.fields import NO_PLACE
from calculator.warehouse.region_schema import region_schema

TODAY = date(2026, 11, 28)
PLACES = {NO_PLACE, "32", "3213", "321302", "130628", "46", "xpcc"}
REGIONS = Path(tables.__file__).parents[1] / "regions"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data package of a few places and of two years, for the country and all days take half a minute."""
    with pytest.MonkeyPatch.context() as patch:
        some = [spot for spot in tables.spots() if spot.code in PLACES]
        patch.setattr(tables, "spots", lambda: some)
        for module in (tables, data_package):
            patch.setattr(module, "EARLIEST", date(2025, 1, 1))
        patch.setattr(tables, "LATEST", date(2026, 12, 31))
        tables._tabulated.cache_clear()
        written = tmp_path_factory.mktemp("data")
        write_data_package(written, TODAY, version="1.2.3")
        tables._tabulated.cache_clear()
    return written


def test_frictionless_finds_no_fault_in_it(folder: Path) -> None:
    report = validate(str(folder / "datapackage.json"), limit_rows=3000)
    assert report.valid, report.flatten(["rowNumber", "fieldName", "type", "message"])


def test_frictionless_would_find_a_fault(folder: Path, tmp_path: Path) -> None:
    for file in folder.iterdir():
        text = file.read_bytes()
        (tmp_path / file.name).write_bytes(
            text.replace(b"half-year", b"half-yaer") if file.name == "rules.csv" else text
        )
    assert not validate(str(tmp_path / "datapackage.json"), limit_rows=100).valid


def test_it_says_its_licence_sources_version_and_day(folder: Path) -> None:
    package = Package(str(folder / "datapackage.json")).to_dict()
    assert package["version"] == "1.2.3+20261128"
    assert package["created"].startswith("2026-11-28T")
    assert [one["name"] for one in package["licenses"]] == ["CC-BY-4.0"]
    assert len(package["sources"]) > 200
    assert all(one["path"].startswith(("https://", "http://")) for one in package["sources"] if "path" in one)
    assert [one["path"] for one in package["resources"]] == [
        "rules.csv",
        "regions.csv",
        "places.csv",
        "deadlines.parquet",
    ]


def test_every_column_is_described_and_keys_are_unique(folder: Path) -> None:
    for resource in Package(str(folder / "datapackage.json")).resources:
        schema: Schema = resource.schema
        assert all(field.description for field in schema.fields)
        names = [field.name for field in schema.fields]
        read = "read_parquet(?)" if resource.path.endswith("parquet") else "read_csv(?, all_varchar = true)"
        found = duckdb.execute(f"FROM {read}", [str(folder / resource.path)])
        assert [name for name, *_ in found.description] == names
        key = ", ".join(schema.primary_key)
        repeated = duckdb.execute(
            f"SELECT {key} FROM {read} GROUP BY ALL HAVING count(*) > 1", [str(folder / resource.path)]
        )
        assert repeated.fetchall() == []


def test_what_a_key_refers_to_is_there(folder: Path) -> None:
    places, deadlines = str(folder / "places.csv"), str(folder / "deadlines.parquet")
    missing = duckdb.execute(
        "SELECT DISTINCT key FROM (SELECT unnest([counting, grace, safe]) AS key FROM read_csv(?, all_varchar = true))"
        " WHERE key NOT IN (SELECT counting FROM read_parquet(?))",
        [places, deadlines],
    )
    assert missing.fetchall() == []
    types = duckdb.execute("DESCRIBE FROM read_parquet(?)", [deadlines]).fetchall()
    assert [(name, kind) for name, kind, *_ in types] == [
        ("counting", "VARCHAR"),
        ("last", "DATE"),
        ("deadline", "DATE"),
    ]


def test_the_same_day_gives_the_same_bytes(folder: Path) -> None:
    descriptor = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    for one in descriptor["resources"]:
        content = (folder / one["path"]).read_bytes()
        if "hash" in one:
            assert one["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"
            assert one["bytes"] == len(content)
    with (folder / "places.csv").open(encoding="utf-8", newline="") as file:
        assert next(csv.reader(file))[:4] == ["code", "province", "city", "county"]


def test_the_version_is_that_of_the_installed_package_where_none_is_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(metadata, "version", lambda name: f"9.9 of {name}")
    assert data_package._version() == "9.9 of pension-certification"

    def missing(name: str) -> str:
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr(metadata, "version", missing)
    assert data_package._version() == "0.0.0"


def test_without_duckdb_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(sys.modules, "duckdb", None)
    with pytest.raises(InputError, match=r"pip install 'pension-certification\[batch\]'"):
        data_package._write_deadlines(tmp_path / "x.parquet", [])


# The schema of the regions' files -------------------------------------------------------------------------------------

VALIDATOR = jsonschema.Draft202012Validator(region_schema())


@pytest.mark.parametrize("province", PROVINCES)
def test_every_provinces_file_is_what_the_schema_says(province: str) -> None:
    data = json.loads((REGIONS / f"{province}.json").read_text(encoding="utf-8"))
    assert [error.message for error in VALIDATOR.iter_errors(data)] == []


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("rules", 0, "counting"), ["13-months"]),
        (("rules", 0, "schemes"), ["养老"]),
        (("rules", 0, "suspension", "kind"), "soon"),
        (("rules", 0, "suspension", "grace_days"), 400),
        (("rules", 0, "checked_on"), "2026-1-1"),
        (("rules", 0, "sources", 0, "url"), "https://example.org/"),
        (("rules", 0, "grade"), "best"),
        (("rules", 0, "extra"), 1),
        (("hotline",), None),
    ],
)
def test_what_the_schema_refuses_the_package_refuses_too(path: tuple[str | int, ...], value: object) -> None:
    data = json.loads((REGIONS / "hebei.json").read_text(encoding="utf-8"))
    assert read_province(deepcopy(data), "hebei.json")
    inner = data
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = value
    assert not VALIDATOR.is_valid(data)
    with pytest.raises(RegionDataError):
        read_province(data, "hebei.json")
