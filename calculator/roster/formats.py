"""The kinds of file that a roster may come in, in one table: how each is known, what reads it, and what to do instead.

The kind is told by what stands in the file, not by its name: official systems call web pages ``.xls``. The readers, the
page's form (``accept``) and the fuzzers all read this table.
"""

import zipfile
from dataclasses import dataclass
from functools import partial
from typing import BinaryIO

from calculator import wording

__all__ = ["FORMATS", "Format", "accepted", "format_of"]

_words = wording.roster


@dataclass(frozen=True, slots=True)
class Format:
    """One kind of file.

    :param endings: of the names that such files usually have, with the dot.
    :param beginnings: bytes that such a file begins with, in small letters, behind white space and byte order marks.
    :param inside: parts of names, in small letters, that such a file has inside where it is a container.
    :param reader: where the class is that reads it, as ``module:name``, or "" where nothing here does.
    :param on_page: whether a browser reads it too.
    :param otherwise: what to do where nothing here reads it.
    """

    name: str
    endings: tuple[str, ...] = ()
    media_type: str = ""
    beginnings: tuple[bytes, ...] = ()
    inside: tuple[str, ...] = ()
    reader: str = ""
    on_page: bool = False
    otherwise: str = ""


_XLSX = "calculator.roster.xlsx_reader:XlsxRows"
_CSV = "calculator.roster.csv_reader:CsvRows"
_OTHERS = "calculator.roster.calamine_reader:CalamineRows"

_XLSX_FILE = Format(
    "xlsx",
    (".xlsx", ".xlsm", ".xltx", ".xltm"),
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    inside=("xl/workbook.xml", "xl/worksheets/", "xl/styles.xml"),
    reader=_XLSX,
    on_page=True,
)
_IN_ZIPS = (
    Format("xlsb", (".xlsb",), inside=("xl/workbook.bin",), reader=_OTHERS, otherwise=_words.save_as_xlsx(".xlsb")),
    _XLSX_FILE,
    Format("ods", (".ods", ".ots"), inside=("content.xml",), reader=_OTHERS, otherwise=_words.save_as_xlsx(".ods")),
    Format("docx", (".docx",), inside=("word/",), otherwise=_words.NOT_A_TABLE),
    Format("pptx", (".pptx",), inside=("ppt/",), otherwise=_words.NOT_A_TABLE),
    Format("numbers", (".numbers",), inside=(".iwa",), otherwise=_words.save_as_xlsx(".numbers")),
    Format("zip", (".zip",), inside=(".xls", ".csv", ".txt", ".et", ".doc", ".pdf"), otherwise=_words.ARCHIVE),
)
"""What zip files hold. One that holds none of these is a workbook of unusual names, or a damaged one."""

_IN_COMPOUND_FILES = (
    Format("locked", inside=("encryptedpackage",), otherwise=_words.LOCKED),
    Format("xls", (".xls", ".xlt", ".et"), inside=("workbook", "book"), reader=_OTHERS, otherwise=_words.OLD_EXCEL),
    Format("doc", (".doc", ".wps", ".ppt"), otherwise=_words.NOT_A_TABLE),
)
"""What compound files hold, those of Microsoft's programs before 2007 and of WPS, and locked workbooks of any year."""

_BY_BEGINNING = (
    Format(
        "sylk",
        (".slk",),
        # By the program that wrote it: a table of texts may begin with ID;Phone.
        beginnings=(b"id;pwxl", b"id;pcalc", b"id;pscalc", b"id;pgnumeric", b"id;pmp\r", b"id;pmp\n", b"id;p;"),
        otherwise=_words.save_as_xlsx(".slk"),
    ),
    Format("dif", (".dif",), beginnings=(b"table\r\n0,1\r\n", b"table\n0,1\n"), otherwise=_words.save_as_xlsx(".dif")),
    Format("dbf", (".dbf",), beginnings=(b"\x03",), otherwise=_words.save_as_xlsx(".dbf")),
    Format("xls-2", beginnings=(b"\x09\x00", b"\x09\x02", b"\x09\x04"), otherwise=_words.OLD_EXCEL),
    Format("xml", (".xml",), beginnings=(b"<?xml", b"<?mso-", b"<workbook"), otherwise=_words.XML_TABLE),
    Format(
        "html",
        (".html", ".htm", ".mht"),
        beginnings=(
            b"<html",
            b"<!doctype html",
            b"<table",
            b"<head",
            b"<meta",
            b"<style",
            b"<div",
            b"<!--",
            b"mime-version:",
        ),
        otherwise=_words.WEB_PAGE,
    ),
    Format(
        "archive", (".rar", ".7z", ".gz"), beginnings=(b"rar!", b"7z\xbc\xaf", b"\x1f\x8b"), otherwise=_words.ARCHIVE
    ),
    Format(
        "other",
        beginnings=(
            b"%pdf",
            b"\x89png",
            b"\xff\xd8\xff",
            b"gif8",
            b"{\\rtf",
            b"sqlite format",
            b"par1",
            b"bm\x00",
            b"ole2",
        ),
        otherwise=_words.NOT_A_TABLE,
    ),
)

_TEXT = Format("csv", (".csv", ".tsv", ".tab", ".txt"), "text/csv", reader=_CSV, on_page=True)

FORMATS = (_TEXT, *_IN_ZIPS, *_IN_COMPOUND_FILES, *_BY_BEGINNING)
"""Every kind that is known, those that are read and those that are refused with what to do."""

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_COMPOUND_FILE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BYTE_ORDER_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_PIECE = 1 << 20
_ENTRY = 128
_MOST_NAMES = 10_000


def accepted() -> str:
    """What the page's form lets people choose: the ``accept`` of its ``<input type=file>``.

    >>> accepted()
    '.csv,.tsv,.tab,.txt,.xlsx,.xlsm,.xltx,.xltm,text/csv'
    """
    readable = [one for one in FORMATS if one.on_page]
    return ",".join((*(ending for one in readable for ending in one.endings), _TEXT.media_type))


def format_of(file: BinaryIO) -> Format:
    """What kind of file this is. What is none of the others is taken for text."""
    file.seek(0)
    start = file.read(512)
    file.seek(0)
    if start.startswith(_ZIP):
        return _in_zip(file)
    if start.startswith(_COMPOUND_FILE):
        return _in_compound_file(file)
    plain = _without_mark(start).lower()
    return next(
        (one for one in _BY_BEGINNING if start.startswith(one.beginnings) or plain.startswith(one.beginnings)), _TEXT
    )


def _without_mark(start: bytes) -> bytes:
    for mark in _BYTE_ORDER_MARKS:
        if start.startswith(mark):
            # In UTF-16 every other byte of a tag is nought.
            start = start.removeprefix(mark).replace(b"\0", b"") if len(mark) == 2 else start.removeprefix(mark)
    return start.lstrip()


def _in_zip(file: BinaryIO) -> Format:
    try:
        with zipfile.ZipFile(file) as archive:
            names = [name.replace("\\", "/").lower().lstrip("/") for name in archive.namelist()[:_MOST_NAMES]]
    except Exception:
        return _XLSX_FILE
    finally:
        file.seek(0)
    return next((one for one in _IN_ZIPS if any(part in name for part in one.inside for name in names)), _XLSX_FILE)


def _in_compound_file(file: BinaryIO) -> Format:
    """By the names in its directory, whose entries are 128 bytes long, each at a multiple of that, the name first."""
    entries = [
        (one, (name.encode("utf-16-le")).ljust(2 * len(name) + 2, b"\0"))
        for one in _IN_COMPOUND_FILES
        for name in one.inside
    ]
    met: set[str] = set()
    for piece in iter(partial(file.read, _PIECE), b""):
        text = piece.lower()
        met.update(one.name for one, entry in entries if _begins_an_entry(text, entry))
    file.seek(0)
    return next((one for one in _IN_COMPOUND_FILES if one.name in met), _IN_COMPOUND_FILES[-1])


def _begins_an_entry(piece: bytes, entry: bytes) -> bool:
    at = piece.find(entry)
    while at >= 0 and at % _ENTRY:
        at = piece.find(entry, at + 1)
    return at >= 0
