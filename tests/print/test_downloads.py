"""The page of downloads names what there is, and nothing else."""

import re
from datetime import date
from pathlib import Path

import pytest

from scripts.pages import downloads_page as module
from scripts.pages.downloads_page import downloads, downloads_page
from scripts.settings.paths import SITE

TODAY = date(2026, 11, 25)
FILE = re.compile(r"\]\(([^)]+)\)\{ download=")


def test_the_site_holds_each_file_byte_for_byte_with_size_and_pages(papers: Path) -> None:
    page = (SITE / "downloads" / "index.html").read_text(encoding="utf-8")
    there = [one for one in downloads() if (papers / one.file).is_file()]
    assert len(there) >= 8
    for one in there:
        assert (SITE / "downloads" / one.file).read_bytes() == (papers / one.file).read_bytes()
        assert f'href="{one.file}"' in page
        assert one.saved_as in page
    assert re.search(r"1页，\d+ KB", page)
    assert re.search(r"\d{3}页，\d+\.\d MB", page)


def test_every_file_that_is_made_is_on_the_page(papers: Path) -> None:
    made = {str(path.relative_to(papers)) for path in papers.rglob("*.pdf")}
    assert made == {one.file for one in downloads() if one.file.endswith(".pdf")}


@pytest.mark.parametrize("there", [(), ("offline.zip",), ("calculator.html", "handouts/fraud.pdf")])
def test_what_is_not_there_is_not_linked(
    there: tuple[str, ...], papers: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in there:
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        source = papers / name
        file.write_bytes(source.read_bytes() if source.suffix == ".pdf" else b"x" * 2_500_000)
    monkeypatch.setattr(module, "DIST", tmp_path)
    page = downloads_page(TODAY)
    assert sorted(FILE.findall(page)) == sorted(there)
    assert ("整个带走" in page) is any("/" not in name for name in there)
    if "offline.zip" in there:
        assert "2.5 MB" in page


def test_no_sheet_leads_to_the_machine_that_printed_it(papers: Path) -> None:
    sheets = sorted(papers.rglob("*.pdf"))
    assert len(sheets) > 7
    assert [sheet.name for sheet in sheets if b"127.0.0.1" in sheet.read_bytes()] == []
