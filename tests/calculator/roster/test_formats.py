"""What kind of file it is stands in the file, not in its name."""

import io
import zipfile

import pytest

from calculator import InputError
from calculator.roster.formats import FORMATS, accepted, format_of
from calculator.roster.table import open_table
from tests.calculator.roster.tables import xlsx_bytes

COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def zipped(*names: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return file.getvalue()


def compound(*names: str, shift: int = 0) -> bytes:
    """A compound file as far as its directory: entries of 128 bytes that begin with a name."""
    entries = b"".join(name.encode("utf-16-le").ljust(128, b"\0") for name in names)
    return COMPOUND.ljust(512, b"\0") + b"x" * shift + entries


@pytest.mark.parametrize(
    ("content", "name", "words"),
    [
        (xlsx_bytes([("姓名",)]), "xlsx", ""),
        (zipped("XL\\Workbook.xml"), "xlsx", ""),
        (zipped("xl/workbook.bin", "xl/worksheets/sheet1.bin"), "xlsb", ".xlsb"),
        (zipped("mimetype", "content.xml"), "ods", ".ods"),
        (zipped("word/document.xml"), "docx", "不是表格"),
        (zipped("ppt/slides/slide1.xml"), "pptx", "不是表格"),
        (zipped("Index/Document.iwa"), "numbers", ".numbers"),
        (zipped("一月/名单.xlsx"), "zip", "压缩包"),
        (zipped("nothing", "known"), "xlsx", ""),
        (b"PK\x03\x04 and no more", "xlsx", ""),
        (compound("Root Entry", "Workbook"), "xls", ".xls"),
        (compound("Root Entry", "Book"), "xls", ".xls"),
        (compound("Root Entry", "EncryptionInfo", "EncryptedPackage"), "locked", "加了密码"),
        (compound("Root Entry", "WordDocument"), "doc", "不是表格"),
        (compound("Root Entry", "Workbook", shift=64), "doc", "不是表格"),
        (b"\x09\x04\x06\x00", "xls-2", ".xls"),
        (b'\xef\xbb\xbf<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>', "xml", "XML"),
        (b"\xff\xfe" + "\r\n<HTML>".encode("utf-16-le"), "html", "网页"),
        (b"MIME-Version: 1.0\r\n", "html", "网页"),
        (b"Rar!\x1a\x07", "archive", "压缩包"),
        (b"%PDF-1.7", "other", "不是表格"),
        (b'ID;PCALCOOO32\r\nC;X1;Y1;K"x"\r\n', "sylk", ".slk"),
        (b"ID;PWXL;N;E\r\n", "sylk", ".slk"),
        (b"ID;Phone;Last\r\n", "csv", ""),
        (b'TABLE\r\n0,1\r\n"EXCEL"\r\n', "dif", ".dif"),
        (b"\x03\x7e\x0b\x1d", "dbf", ".dbf"),
        ("姓名,上次认证日期\n".encode(), "csv", ""),
        (b"", "csv", ""),
    ],
)
def test_the_kind_is_told_by_what_stands_in_the_file(content: bytes, name: str, words: str) -> None:
    found = format_of(io.BytesIO(content))
    assert (found.name, words in found.otherwise) == (name, True)
    assert bool(found.otherwise) or found.on_page


def test_what_nothing_reads_is_refused_with_what_to_do() -> None:
    for one in FORMATS:
        assert one.reader or one.otherwise.endswith(("。",)), one.name
    with pytest.raises(InputError) as caught:
        open_table(io.BytesIO(compound("EncryptedPackage")))
    assert (caught.value.field, "去掉密码" in caught.value.message) == ("file", True)


def test_a_browser_reads_what_a_browser_can(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "emscripten")
    assert open_table(io.BytesIO(xlsx_bytes([("姓名", "认证日期")]))).heading.row == 0
    with pytest.raises(InputError, match="另存为"):
        open_table(io.BytesIO(compound("Workbook")))


def test_the_page_lets_people_choose_what_it_reads() -> None:
    endings = accepted().split(",")
    assert {".csv", ".xlsx", ".xlsm", "text/csv"} <= set(endings)
    assert not {".xls", ".pdf"} & set(endings)
