"""The JSON Schema of a province's file, made from the shapes that ``calculator.regions.schema`` reads it into.

It says what an editor can check while somebody types. What only a program can check, such as that a window does not end
before it begins, ``read_province`` refuses with the field's name.
"""

from dataclasses import MISSING, Field, fields
from datetime import date
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

from calculator.counting.rules import RULES, MonthDays, Window
from calculator.regions.schema import (
    FIRST_DEADLINES,
    SCHEMES,
    STATUSES,
    SUSPENSIONS,
    FirstDeadline,
    Province,
    RegionalRule,
    RegionalSource,
    Suspension,
    WorkedExample,
)

__all__ = ["region_schema"]

_DAY = {"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
_NESTED = (RegionalRule, Suspension, FirstDeadline, RegionalSource, WorkedExample)
_OWN: dict[tuple[type, str], dict[str, Any]] = {
    (Province, "name"): {"type": "string", "pattern": r"\S"},
    (RegionalRule, "schemes"): {"type": "array", "items": {"enum": list(SCHEMES)}},
    (RegionalRule, "counting"): {"type": "array", "items": {"enum": list(RULES)}},
    (RegionalRule, "safe_counting"): {"type": "array", "items": {"enum": list(RULES)}},
    (RegionalRule, "eve"): {"type": "array", "items": {"enum": list(RULES)}},
    (RegionalRule, "status"): {"enum": list(STATUSES)},
    (RegionalRule, "grade"): {"enum": ["high", "medium", "low"]},
    (RegionalRule, "evidence"): {"enum": ["read", "recalled"]},
    (Suspension, "kind"): {"enum": list(SUSPENSIONS)},
    (Suspension, "grace_days"): {"type": ["integer", "null"], "minimum": 0, "maximum": 366},
    (Suspension, "batch_stop"): {"type": ["string", "null"], "pattern": r"^\d{2}-\d{2}$"},
    (FirstDeadline, "kind"): {"enum": list(FIRST_DEADLINES)},
    (RegionalSource, "url"): {"type": "string", "pattern": r"^$|^https?://[^/]*\.gov\.cn(:\d+)?(/|$)"},
}
"""What the fields' types do not say."""

_DEFINITIONS: dict[str, dict[str, Any]] = {
    Window.__name__: {
        "type": "object",
        "properties": {name: {"type": "string", "pattern": r"^\d{2}-\d{2}$"} for name in ("start", "end")},
        "required": ["start", "end"],
        "additionalProperties": False,
    },
    MonthDays.__name__: {
        "type": "object",
        "properties": {name: {"type": "integer", "minimum": 1, "maximum": 31} for name in ("start", "end")},
        "required": ["start", "end"],
        "additionalProperties": False,
    },
}


def region_schema() -> dict[str, Any]:
    """The schema, of the draft 2020-12. ``calculator/regions/README.md`` says what each field means."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "How the places of one province count",
        **_object(Province),
        "$defs": _DEFINITIONS | {one.__name__: _object(one) for one in _NESTED},
    }


def _object(shape: type) -> dict[str, Any]:
    hints = get_type_hints(shape)
    return {
        "type": "object",
        "properties": {one.name: _OWN.get((shape, one.name)) or _value(hints[one.name]) for one in _fields(shape)},
        "required": [one.name for one in _fields(shape) if one.default is MISSING],
        "additionalProperties": False,
    }


def _fields(shape: Any) -> tuple[Field[Any], ...]:
    return fields(shape)


def _value(hint: Any) -> dict[str, Any]:
    if hint is str:
        return {"type": "string"}
    if hint is date:
        return _DAY
    if isinstance(hint, UnionType):
        [other] = [one for one in get_args(hint) if one is not NoneType]
        return {"anyOf": [_value(other), {"type": "null"}]}
    if get_origin(hint) is tuple:
        return {"type": "array", "items": _value(get_args(hint)[0])}
    return {"$ref": f"#/$defs/{hint.__name__}"}
