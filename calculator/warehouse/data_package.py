"""The data that others build on, as a Frictionless data package: tables, their schema, licence, sources and version."""

import csv
import hashlib
import json
from collections.abc import Iterable, Mapping
from datetime import date
from importlib import metadata
from pathlib import Path
from typing import Any

from calculator.assessment.supported_days import EARLIEST
from calculator.regions import provinces
from calculator.sources import documents
from calculator.warehouse import tables
from calculator.warehouse.engine import connected
from calculator.warehouse.fields import DEADLINES, PLACES, REGIONS, RULE_TABLE, Field, Layout
from calculator.warehouse.region_schema import region_schema

__all__ = ["DESCRIPTOR", "REGION_SCHEMA", "write_data_package"]

DESCRIPTOR = "datapackage.json"
"""The file that describes the others."""

REGION_SCHEMA = "region.schema.json"
"""The JSON Schema of the files that the regional rules are written in."""

_NAME = "pension-certification"
_LICENCE = {
    "name": "CC-BY-4.0",
    "title": "Creative Commons Attribution 4.0 International",
    "path": "https://creativecommons.org/licenses/by/4.0/",
}
_MEDIA_TYPES = {"csv": "text/csv", "parquet": "application/vnd.apache.parquet"}
_UNKNOWN_VERSION = "0.0.0"


def write_data_package(folder: Path, today: date, *, version: str = "") -> None:
    """Write all tables into a folder, by the rules in force on ``today``, and the descriptor last.

    :param version: of the package, without which that of the installed one stands.
    :raises InputError: if DuckDB, which writes Parquet, is not installed.
    :raises MissingDataError: if the names of the country's places did not come with this package.
    """
    folder.mkdir(parents=True, exist_ok=True)
    found = list(tables.places(today))
    _write_csv(folder, RULE_TABLE, tables.rules())
    _write_csv(folder, REGIONS, tables.regions())
    _write_csv(folder, PLACES, (row for row, _ in found))
    _write_deadlines(folder / DEADLINES.file, tables.deadlines(answer for _, answer in found))
    _write_json(folder / REGION_SCHEMA, region_schema())
    _write_json(folder / DESCRIPTOR, _descriptor(folder, today, version or _version()))


def _write_csv(folder: Path, layout: Layout, rows: Iterable[Mapping[str, str]]) -> None:
    with (folder / layout.file).open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow([one.name for one in layout.fields])
        table.writerows(map(layout.row_of, rows))


def _write_deadlines(file: Path, found: Iterable[tuple[str, tuple[date, ...]]]) -> None:
    """Write them as Parquet, ordered by way of counting and day, so that engines skip what they do not ask for."""
    with connected() as engine:
        engine.execute("SET threads = 1")  # the same bytes on every machine
        engine.execute("CREATE TABLE deadlines (counting VARCHAR, last DATE, deadline DATE)")
        for key, days in found:
            engine.execute(
                "INSERT INTO deadlines SELECT ?, ?::DATE + (generate_subscripts(days, 1) - 1)::INTEGER, unnest(days)"
                " FROM (SELECT ?::DATE[] AS days)",
                [key, EARLIEST, list(days)],
            )
        engine.execute(
            "COPY (FROM deadlines ORDER BY counting, last) TO $file (FORMAT parquet, COMPRESSION zstd, PARQUET_VERSION v2)",
            {"file": str(file)},
        )


def _write_json(file: Path, content: Mapping[str, Any]) -> None:
    file.write_text(json.dumps(content, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def _descriptor(folder: Path, today: date, version: str) -> dict[str, Any]:
    return {
        "$schema": "https://datapackage.org/profiles/1.0/datapackage.json",
        "profile": "data-package",
        "name": _NAME,
        "title": "When to certify for a pension in China (养老待遇资格认证)",
        "description": "How places in China count from one certification of a pensioner to the next, and the deadline of every "
        "day by every way of counting. Not official: the local social insurance office and the telephone number 12333 decide.",
        "version": f"{version}+{today:%Y%m%d}",
        "created": f"{today.isoformat()}T00:00:00+08:00",
        "keywords": ["pension", "China", "social insurance", "deadline", "养老待遇资格认证"],
        "licenses": [_LICENCE],
        "sources": _sources(),
        "resources": [_resource(folder, layout) for layout in (RULE_TABLE, REGIONS, PLACES, DEADLINES)],
    }


def _version() -> str:
    try:
        return metadata.version(_NAME)
    except metadata.PackageNotFoundError:  # in a checkout that nobody has installed
        return _UNKNOWN_VERSION


def _sources() -> list[dict[str, str]]:
    """The laws and notices behind the rules, each once, with its official address where there is one."""
    notices = (source for province in provinces() for rule in province.rules for source in rule.sources)
    found: dict[str, str] = {}
    for title, issuer, url in (
        *((one.title, one.issuer, one.url) for one in documents().values()),
        *((one.title, one.issuer, one.url) for one in notices),
    ):
        name = f"{issuer}：{title}" if issuer else title
        found[name] = found.get(name) or url
    return [{"title": name, "path": url} if url else {"title": name} for name, url in found.items()]


def _resource(folder: Path, layout: Layout) -> dict[str, Any]:
    content = (folder / layout.file).read_bytes()
    kind = layout.file.rpartition(".")[2]
    return {
        "name": layout.name,
        "type": "table",
        "path": layout.file,
        "title": layout.title,
        "description": layout.description,
        "format": kind,
        "mediatype": _MEDIA_TYPES[kind],
        # Validators read Parquet through other libraries, and find no bytes there to count.
        **({"encoding": "utf-8", "bytes": len(content), "hash": _digest(content)} if kind == "csv" else {}),
        "schema": {
            "fields": [_field(one) for one in layout.fields],
            "primaryKey": list(layout.key),
        },
    }


def _digest(content: bytes) -> str:
    return f"sha256:{hashlib.sha256(content).hexdigest()}"


def _field(field: Field) -> dict[str, Any]:
    constraints: dict[str, Any] = {"required": True} if field.required else {}
    if field.among:
        constraints["enum"] = list(field.among)
    return {
        "name": field.name,
        "type": field.type,
        "description": field.description,
        **({"constraints": constraints} if constraints else {}),
    }
