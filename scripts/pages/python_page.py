"""The page on the Python interface, made from the docstrings of the package."""

import re
from datetime import date

import griffe
from griffe2md import render_object_docs

from scripts.settings.paths import ROOT

__all__ = ["INTERFACE", "python_page"]

INTERFACE: dict[str, tuple[str, ...]] = {
    "One person": (
        "assessment.assess.assess",
        "assessment.assess.Assessment",
        "counting.status.Status",
        "counting.status.Standing",
        "assessment.first_certification.first_certification",
        "assessment.first_certification.FirstCertification",
        "errors.InputError",
        "errors.MissingDataError",
    ),
    "Rules and days": (
        "counting.rules.CountingRule",
        "counting.rules.deadline",
        "counting.rules.shape_of",
        "counting.tables.tabulate",
        "reading.days.parse_day",
    ),
    "Places": (
        "regions.province",
        "regions.provinces",
        "regions.schema.Province",
        "regions.schema.RegionalRule",
        "regions.place.find_place",
        "regions.place.Place",
        "regions.divisions.divisions_named",
        "regions.divisions.division_of_code",
    ),
    "Messages": ("messages.check.check",),
    "Many rows": (
        "warehouse.batch.batch",
        "warehouse.spark.answer_batches",
        "warehouse.sql.answer_query",
        "warehouse.sql.load_statements",
        "warehouse.data_package.write_data_package",
    ),
}
"""What others may rely on, by subject. All else may change with any version."""

_STYLE = {
    "docstring_style": "sphinx",
    "docstring_section_style": "list",
    "heading_level": 3,
    "show_root_full_path": False,
    "show_category_heading": False,
    "members": False,
    "show_signature_annotations": True,
    "show_docstring_attributes": True,
}
_LINK = re.compile(r"\[((?:\*\*)?\w[\w.]*(?:\*\*)?)\]\(#[\w.]+\)")
"""To another object, which may not be on the page."""
_HEADING = re.compile(r"^### `(\w+)`$", re.MULTILINE)
_PROMPT = re.compile(r"(^>>> .*(?:\n(?!\n).+)*)", re.MULTILINE)


def python_page(checked: date) -> str:
    """The page in Markdown."""
    package = griffe.load("calculator", docstring_parser="sphinx", search_paths=[str(ROOT)])
    sections = "\n\n".join(
        f"## {title} {{#{title.lower().replace(' ', '-')}}}\n\n" + "\n\n".join(_object(package, name) for name in names)
        for title, names in INTERFACE.items()
    )
    return f"""---
title: Python
description: The Python interface of the calculator with types, errors and sources, made from its docstrings.
checked: {checked.isoformat()}
search:
  exclude: true
---

# The Python interface

`pip install .` in a checkout, or the wheel that lies beside [the ordinary Pyodide](pyodide.md). Python 3.12 or newer; typed (`py.typed`). All days are `datetime.date`, of the Gregorian calendar. Bad input raises `InputError` with one sentence in Chinese; `field` and `code` say which argument it was and what was wrong with it.

{sections}
"""


def _object(package: griffe.Object | griffe.Alias, name: str) -> str:
    text = render_object_docs(package[name], {**_STYLE})
    text = _LINK.sub(r"\1", text)
    text = _HEADING.sub(rf"### `\1` {{#{name.rpartition('.')[2]}}}", text)
    text = _PROMPT.sub(r"```python\n\1\n```", text)
    path = f"calculator.{name.rpartition('.')[0]}"
    return text.strip().replace("```\n\n", f"```\n\nFrom `{path}`.\n\n", 1) + _values(package[name])


def _values(found: griffe.Object | griffe.Alias) -> str:
    """The values of an enumeration, each with what it means."""
    if not any(str(base) == "StrEnum" for base in getattr(found, "bases", ())):
        return ""
    values = (one for one in found.attributes.values() if one.value is not None and not one.is_private)
    return "\n\n" + "\n".join(
        f"- `{str(one.value).strip(chr(39) + chr(34))}`"
        + (f" – {' '.join(one.docstring.value.split())}" if one.docstring else "")
        for one in values
        if "property" not in one.labels
    )
