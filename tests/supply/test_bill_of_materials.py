"""The bill of materials: whole, true of the site as it is built, and the same whenever it is made."""

import hashlib
import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from cyclonedx.model.bom import Bom

from scripts.settings.paths import DIST, SITE
from scripts.supply.bill_of_materials import FILE, bill_of_materials
from scripts.supply.third_party import OURS, shipped_packages

PACKAGES = shipped_packages()


@pytest.fixture(autouse=True)
def no_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)


@pytest.fixture
def bill() -> Any:
    return json.loads(bill_of_materials(SITE, PACKAGES))


def components(bill: Any) -> Iterator[Any]:
    waiting = [bill["metadata"]["component"], *bill["components"]]
    while waiting:
        one = waiting.pop()
        waiting += one.get("components", [])
        yield one


def test_the_library_that_wrote_it_reads_it_and_finds_nothing_wrong(bill: Any) -> None:
    assert Bom.from_json(bill).validate()


def test_it_names_every_package_with_its_licence(bill: Any) -> None:
    told = {
        one["name"]: (one.get("version", ""), one["purl"], one["licenses"][0]["expression"])
        for one in components(bill)
        if one["type"] != "file"
    }
    assert told == {one.name: (one.version, one.purl, one.licence) for one in PACKAGES}


def test_every_file_that_visitors_receive_is_in_it_with_its_digest(bill: Any) -> None:
    told = {one["name"]: one["hashes"] for one in components(bill) if one["type"] == "file"}
    assert told == {
        file.relative_to(SITE).as_posix(): [
            {"alg": "SHA-256", "content": hashlib.sha256(file.read_bytes()).hexdigest()}
        ]
        for file in SITE.rglob("*")
        if file.is_file()
    }
    assert {"index.html", "index.html.br", "index.html.gz", "service-worker.js", "search/search_index.json"} <= set(
        told
    )


def test_everything_hangs_together(bill: Any) -> None:
    references = [one["bom-ref"] for one in components(bill)]
    assert len(references) == len(set(references))
    needs = {one["ref"]: set(one.get("dependsOn", ())) for one in bill["dependencies"]}
    reached, waiting = set[str](), {bill["metadata"]["component"]["bom-ref"]}
    while waiting:
        reached |= waiting
        waiting = {needed for one in waiting for needed in needs[one]} - reached
    assert reached == {one.purl for one in PACKAGES}


def test_it_is_the_same_whenever_it_is_made() -> None:
    assert bill_of_materials(SITE, PACKAGES) == bill_of_materials(SITE, list(reversed(PACKAGES)))


def test_it_tells_a_time_only_where_the_build_is_told_one(monkeypatch: pytest.MonkeyPatch, bill: Any) -> None:
    assert "timestamp" not in bill["metadata"]
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1764201600")
    told = json.loads(bill_of_materials(SITE, PACKAGES))["metadata"]["timestamp"]
    assert datetime.fromisoformat(told) == datetime(2025, 11, 27, tzinfo=UTC)


@pytest.mark.parametrize(
    ("path", "fault"),
    [
        ("assets/vendor/jquery.min.js", "belongs to nothing that"),
        ("assets/tracker.01234567.js", "belongs to nothing that"),
        ("font.woff2", "belongs to nothing that"),
        ("assets/runtime/numpy.01234567.zip", "numpy is no package that"),
        ("pyodide/numpy-2.0.0-py3-none-any.whl", "numpy is no package that"),
        ("pyodide/README", "belongs to nothing that"),
    ],
)
def test_a_file_that_belongs_to_no_package_stops_the_build(tmp_path: Path, path: str, fault: str) -> None:
    file = tmp_path / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.touch()
    with pytest.raises(ValueError, match=f"{path} is sent to visitors.*{fault}"):
        bill_of_materials(tmp_path, PACKAGES)


def test_a_package_that_is_not_listed_cannot_be_sent() -> None:
    with pytest.raises(ValueError, match=r"icalendar\.\w+\.zip is sent to visitors, and icalendar is no package"):
        bill_of_materials(SITE, [one for one in PACKAGES if one.name != "icalendar"])


def test_the_one_to_take_away_is_that_of_the_site_beside_it() -> None:
    kept = json.loads((DIST / FILE).read_text(encoding="utf-8"))
    made = json.loads(bill_of_materials(SITE, PACKAGES))
    for one in (kept, made):
        one["metadata"].pop("timestamp", None)
        one.pop("serialNumber")
    assert kept["metadata"]["component"]["name"] == OURS
    assert kept == made
