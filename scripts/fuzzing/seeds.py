"""Where each target begins: the examples of the tests, and for what is drawn byte by byte a few lengths of bytes."""

import csv
import json
from collections.abc import Iterable, Mapping
from itertools import islice, product
from pkgutil import resolve_name
from types import MappingProxyType
from urllib.parse import urlencode

from calculator.family.file import write_family
from calculator.family.people import Person
from calculator.page.bridge import ACTIONS
from scripts.fuzzing.drawing import HEADING, HOSTILE, Drawn, csv_table, damaged_workbook
from scripts.settings.paths import ROOT

__all__ = ["SEEDS"]

_FIELDS = {"last": "2025年3月5日", "region": "jiangsu/suqian/enterprise", "grace": "15", "today": "2026-03-01"}
_PERSON = {"label": "妈妈", "last": "2026-1-5", "region": "jiangsu"}
_FAMILY = write_family([Person(**_PERSON), Person("爸爸", "昨天", "")])


def _requests() -> Iterable[str]:
    for action in ACTIONS:
        yield json.dumps({"do": action, "fields": _FIELDS, "page": "https://example.cn/", "saves": True})
        yield json.dumps({"do": action, "people": [_PERSON] * 2, "text": _FAMILY, "made": "2026-11-25", "today": ""})
        yield json.dumps({"do": action, "base64": "", "size": 0, "columns": {"last": "1"}, "group": "", "page": 0})


def _days() -> Iterable[str]:
    """The examples of the tests of dates."""
    yield from resolve_name("tests.calculator.reading.test_days:FORMS")
    yield from (text for text, *_ in resolve_name("tests.calculator.reading.test_days:ERRORS"))
    yield from ("45721.75", "2025.1", "15天", *HOSTILE)


def _fragments() -> Iterable[str]:
    yield urlencode(_FIELDS)
    yield from (
        urlencode(_FIELDS | {name: text}) for name, text in product(("last", "region", "scheme", "rule"), _TYPED)
    )


_TYPED = ("2099-12-31", "广西", "城乡居民", "180-days", *(one for one in HOSTILE if one.isprintable()))


def _messages() -> Iterable[str]:
    """Some of the cases of the tests, and a message for each way in which one was hidden."""
    cases = ROOT / "tests" / "calculator" / "messages" / "cases.csv"
    with cases.open(encoding="utf-8", newline="") as table:
        yield from (row["text"] for row in islice(csv.DictReader(table), 0, None, 9))
    yield from ("您的社-保 卡\u200b异常\u202e击点\u202c yb。cc，加薇❤信", "请登录社保局.top，尾号0021，回Y", *HOSTILE)


def _tables() -> Iterable[bytes]:
    for encoding, delimiter in product(("utf-8", "gb18030", "utf-16"), (",", "\t", "|")):
        rows = (HEADING, ("张三", "2026-1-5", "江苏", "企业职工", "13800000001"), HOSTILE)
        yield "\n".join(delimiter.join(row) for row in rows).encode(encoding, "replace")


def _bytes(texts: Iterable[str]) -> tuple[bytes, ...]:
    return tuple(text.encode("utf-8", "surrogatepass") for text in texts)


_LADDERS = tuple(
    bytes((first, *(step * number % 256 for number in range(120)))) for first, step in product(range(8), (1, 7, 41))
)
"""Bytes that make different choices all along."""

SEEDS: Mapping[str, tuple[bytes, ...]] = MappingProxyType(
    {
        "bridge": _LADDERS,
        "request": _bytes(_requests()),
        "day": _bytes(_days()),
        "fragment": _bytes(_fragments()),
        "family": (
            _FAMILY.encode(),
            b"[]",
            b'{"format": "pension-certification-family", "version": 2}',
            b"[" * 2000,
            b'{"a":' * 700,
        ),
        "stored": _LADDERS,
        "message": _bytes(_messages()),
        "csv": (*_tables(), *map(csv_table, map(Drawn, _LADDERS))),
        "table": _LADDERS,
        "file": tuple(bytes((number,)) + seed for number, seed in enumerate(_tables())),
        "archive": (damaged_workbook(Drawn(b"\x00\x00\xff\xff\x00")), *map(damaged_workbook, map(Drawn, _LADDERS))),
        "workbook": _LADDERS,
    }
)
"""What each target is given first."""
