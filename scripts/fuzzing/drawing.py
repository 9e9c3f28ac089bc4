"""Requests, tables and workbooks made of bytes: each byte is a choice, so that a fuzzer learns what a change of it does.

Where the bytes end, the first choice is taken.
"""

import io
import json
import zipfile
from base64 import b64encode
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import Any

from openpyxl import Workbook

from calculator.counting.rules import RULES
from calculator.family.file import FORMAT
from calculator.family.people import FIELDS as PERSON_FIELDS
from calculator.page.bridge import ACTIONS
from calculator.reading.form import FIELDS
from calculator.regions import SCHEMES

__all__ = ["HEADING", "HOSTILE", "Drawn", "csv_table", "damaged_workbook", "kept_family", "requests"]

HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "javascript:alert(1)",
    "</textarea></svg><svg onload=alert(1)>",
    "&lt;b&gt;&#60;b&#62;&amp;",
    "{{7*7}}${7*7}%s%n",
    "\u202e十三年\u2066abc\u2069",
    "张\x00三",
    "\ud800",
    "一行\r\nBEGIN:VEVENT\r\n二行",
    "=cmd|' /C calc'!A0",
    '＝HYPERLINK("http://x.example","x")',
    "\u200b@SUM(1)",
    "-2+3",
    "\t=1",
)
"""What somebody types, pastes or sends who means harm."""

_DAYS = (
    "",
    "2025-3-5",
    "2025年3月",
    "20250305",
    "２０２５．３．５",
    "45721",
    "2025.1",
    "2099-12-31",
    "2100-2-8",
    "昨天",
)
_PLACES = (
    "",
    "江苏",
    "jiangsu/suqian/enterprise",
    "湖南省长沙市岳麓区",
    "guangxi",
    "青海",
    "hebei/zhangjiakou",
    "火星",
)
_ADDRESSES = ("https://example.cn/calculator/", "file:///D:/calculator/index.html", "http://[", "javascript:alert(1)//")
_OTHERS = ("15", "0", "csv", "xlsx", "ics", "due", "unclear", "妈妈", "13800000001", "+8613800000001")
_WORDS = (*_DAYS, *_PLACES, *SCHEMES, *RULES, *_OTHERS, *_ADDRESSES, *HOSTILE)

HEADING = ("姓名", "上次认证日期", "地区", "险种", "电话")


class Drawn:
    """Choices made by bytes, one after another."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0

    @property
    def more(self) -> bool:
        """Whether any bytes are left."""
        return self._at < len(self._data)

    def byte(self) -> int:
        """The next byte."""
        found = self._data[self._at] if self.more else 0
        self._at += 1
        return found

    def some(self, most: int) -> bytes:
        """Up to so many bytes as they are."""
        length = self.byte() % (most + 1)
        found = self._data[self._at : self._at + length]
        self._at += length
        return found

    def choice[T](self, among: Sequence[T]) -> T:
        """One of several."""
        return among[self.byte() % len(among)]

    def text(self) -> str:
        """A word that means something somewhere, or anything, halves of characters included, or both."""
        kind = self.byte() % 8
        if kind < 5:
            return self.choice(_WORDS)
        found = self.some(40).decode("utf-8", "surrogateescape")
        return found if kind == 5 else self.choice(_WORDS) + found if kind == 6 else found + self.choice(_WORDS)

    def value(self) -> Any:
        """Usually a text, sometimes what no page sends."""
        kind = self.byte()
        if kind < 232:
            return self.text()
        others: tuple[Any, ...] = (None, True, -1, 10**400, 1.5, [], {}, [[self.byte()]], {"a": None}, float("nan"))
        return others[kind % len(others)]


# Requests -------------------------------------------------------------------------------------------------------------


def requests(drawn: Drawn) -> Iterator[dict[str, Any]]:
    """What a page, or somebody in its place, asks one after another: any actions, or a roster from end to end."""
    if drawn.byte() % 4 == 0:
        yield from _session(drawn)
    for _ in range(drawn.byte() % 4 + 1):
        yield _request(drawn, drawn.choice(tuple(ACTIONS)))


def _session(drawn: Drawn) -> Iterator[dict[str, Any]]:
    table = csv_table(drawn) if drawn.byte() % 4 else damaged_workbook(drawn)
    fields = {"region": drawn.choice(_PLACES), "scheme": drawn.choice(("", *SCHEMES)), "today": "2026-11-24"}
    yield {"do": "roster/open", "base64": b64encode(table).decode(), "size": len(table), "fields": fields}
    work = {"do": "roster/work", "kind": drawn.choice(("csv", "ics", "xlsx", "csv"))}
    yield from [work] * 12  # enough to open a table, to read it and to assess it
    if drawn.byte() % 2:
        yield {"do": "roster/change", "columns": {name: drawn.text() for name in ("name", "last")}, "fields": fields}
        yield from [work] * 12
    yield {"do": "roster/show", "group": "", "page": 0}
    yield {"do": "roster/sheet", "group": ""}
    yield {"do": "roster/save", "kind": work["kind"]}
    yield from [work] * 2


def _request(drawn: Drawn, action: str) -> dict[str, Any]:
    asked: dict[str, Any] = {
        "do": action,
        "fields": {name: drawn.value() for name in FIELDS if drawn.byte() % 3},
        "saves": bool(drawn.byte() % 2),
    }
    if action.startswith("family/"):
        asked["people"] = [
            {name: drawn.value() for name in PERSON_FIELDS if drawn.byte() % 4} for _ in range(drawn.byte() % 5)
        ]
        asked["text"] = drawn.value()
    elif action.startswith("roster/"):
        table = csv_table(drawn)
        asked |= {"base64": b64encode(table).decode(), "size": drawn.choice((len(table), 0, 10**9, "x", None))}
        asked |= {"kind": drawn.value(), "group": drawn.value(), "page": drawn.choice((0, 1, -1, "x", None))}
        asked["columns"] = {drawn.text(): drawn.choice((0, 1, "2", "", None))}
    else:
        asked |= {"page": drawn.choice(_ADDRESSES), "made": drawn.value(), "today": drawn.value()}
        asked |= {"text": drawn.value(), "sender": drawn.value()}
    return asked


# What a device keeps --------------------------------------------------------------------------------------------------


def kept_family(drawn: Drawn) -> str:
    """The text of a family with whatever in the place of anything, and cut, doubled or nested as nothing of ours is."""
    people = [_person(drawn) for _ in range(drawn.byte() % 24)]
    kept: Any = {"format": FORMAT, "version": 1, "people": people}
    if drawn.byte() % 4 == 0:
        kept[drawn.choice(("format", "version", "people", "more"))] = drawn.value()
    text = json.dumps(kept, ensure_ascii=bool(drawn.byte() % 2))
    match drawn.byte() % 8:
        case 0:
            brackets = drawn.choice(("[", "{", '{"a":', "]", "[1,"))
            at = drawn.byte() * len(text) // 256
            return text[:at] + brackets * (drawn.byte() << drawn.byte() % 8) + text[at:]
        case 1:
            return text[: drawn.byte() * len(text) // 256]
        case 2:
            return text + drawn.text()
        case _:
            return text


def _person(drawn: Drawn) -> Any:
    return {name: drawn.value() for name in PERSON_FIELDS} if drawn.byte() % 16 else drawn.value()


# Tables ---------------------------------------------------------------------------------------------------------------


def csv_table(drawn: Drawn) -> bytes:
    """A roster with whatever in its cells."""
    rows = [HEADING] if drawn.byte() % 4 else [tuple(drawn.text() for _ in range(3))]
    rows += [tuple(drawn.text() for _ in range(drawn.byte() % 6)) for _ in range(drawn.byte() % 5 + 1)]
    quoted = drawn.byte() % 2
    delimiter = drawn.choice((",", "\t", ";", "|"))
    lines = (delimiter.join(f'"{_doubled(cell)}"' if quoted else cell for cell in row) for row in rows)
    encoding = drawn.choice(("utf-8", "gb18030", "utf-16", "utf-8-sig"))
    return drawn.choice(("\n", "\r\n", "\r")).join(lines).encode(encoding, "replace")


def _doubled(cell: str) -> str:
    return cell.replace('"', '""')


@cache
def _sound_workbook() -> tuple[tuple[str, bytes], ...]:
    """The parts of a workbook as a spreadsheet writes it, with every kind of cell and a second sheet."""
    book = Workbook()
    sheet: Any = book.active
    for row in (HEADING, ("张三", "2026-1-5", "江苏", "企业职工", "13800000001"), ("李四", 46027, 2.5, True, "=1+1")):
        sheet.append(row)
    book.create_sheet("说明").append(["请填写"])
    file = io.BytesIO()
    book.save(file)
    with zipfile.ZipFile(file) as archive:
        return tuple((name, archive.read(name)) for name in sorted(archive.namelist()))


_PIECES = (
    *(b"", b"<", b"<x/>", b"</row>", b"<!DOCTYPE x [<!ENTITY a 'b'>]>", b"&a;", b"\x00", b"-1", b"99999999", b"1e999"),
    *(b"<row r='1'>", b"<c r='A1' t='s'><v>7</v></c>", b"<c t='inlineStr'><is><t>=1</t></is></c>", b"NaN", b"ZZZ9"),
    *(b"<x>" * 3000, b"<c/>" * 20_000, b" " * 100_000, b"_x0000_", "＝".encode(), b"1904", b"macroEnabled"),
)
_METHODS = (zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED, zipfile.ZIP_BZIP2, zipfile.ZIP_DEFLATED)


def damaged_workbook(drawn: Drawn) -> bytes:
    """A real workbook with parts cut, changed, doubled, left out, or packed in a way that lies."""
    parts = dict(_sound_workbook())
    for _ in range(drawn.byte() % 4 + 1):
        name = drawn.choice(sorted(parts))
        parts[name] = _damaged(parts[name], drawn)
        if drawn.byte() % 16 == 15 and len(parts) > 1:
            del parts[name]
    content = _packed(parts, drawn.choice(_METHODS))
    return _damaged(content, drawn) if drawn.byte() % 4 == 3 else content


def _packed(parts: dict[str, bytes], method: int) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def _damaged(old: bytes, drawn: Drawn) -> bytes:
    at = (drawn.byte() << 8 | drawn.byte()) % (len(old) + 1)
    piece = drawn.choice(_PIECES) if drawn.byte() % 2 else drawn.some(12)
    ways: tuple[Callable[[], bytes], ...] = (
        lambda: old[:at] + piece + old[at + len(piece) :],
        lambda: old[:at] + piece + old[at:],
        lambda: old[:at] + piece,
        lambda: old[:at] + old[at : at + 200] * 3 + old[at:],
    )
    return drawn.choice(ways)()
