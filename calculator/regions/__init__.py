"""How each place counts: one file of data per province, and nothing that decides.

A place is named by a path: ``jiangsu`` is the province, ``jiangsu/suqian/enterprise`` one rule of it. Where no rule
was found in a source that can be trusted, a province says so and has no preset.
"""

import json
from collections.abc import Iterable
from functools import cache

from calculator.data.read_json import read_json
from calculator.regions.schema import (
    SCHEMES,
    FirstDeadline,
    Province,
    RegionalRule,
    RegionalSource,
    RegionDataError,
    Suspension,
    read_province,
)

__all__ = [
    "PROVINCES",
    "SCHEMES",
    "FirstDeadline",
    "Province",
    "RegionDataError",
    "RegionalRule",
    "RegionalSource",
    "Suspension",
    "presets",
    "province",
    "provinces",
    "region_name",
]

PROVINCES = (
    *("beijing", "tianjin", "hebei", "shanxi", "inner-mongolia"),
    *("liaoning", "jilin", "heilongjiang"),
    *("shanghai", "jiangsu", "zhejiang", "anhui", "fujian", "jiangxi", "shandong"),
    *("henan", "hubei", "hunan", "guangdong", "guangxi", "hainan"),
    *("chongqing", "sichuan", "guizhou", "yunnan", "tibet"),
    *("shaanxi", "gansu", "qinghai", "ningxia", "xinjiang", "xpcc"),
)
"""The ids of all provinces in the order of the administrative divisions (GB/T 2260), 兵团 last."""


@cache
def province(id: str) -> Province:
    """One province, read from its file.

    :raises KeyError: if there is no such province.
    :raises RegionDataError: if its file is wrong.
    """
    if id not in PROVINCES:
        raise KeyError(id)
    file = f"{id}.json"
    try:
        data = read_json(__name__, file)
    except json.JSONDecodeError as error:
        raise RegionDataError(file, f"line {error.lineno}", "JSON") from error
    return read_province(data, file)


def provinces() -> Iterable[Province]:
    """Every province in order."""
    return map(province, PROVINCES)


def presets(one: Province) -> tuple[RegionalRule, ...]:
    """The rules of a province that the calculator offers."""
    return tuple(rule for rule in one.rules if rule.status == "preset")


def region_name(rule: RegionalRule) -> str:
    """江苏宿迁市, or 黑龙江 for a rule that holds for all of it."""
    return province(rule.id.split("/")[0]).short + rule.place
