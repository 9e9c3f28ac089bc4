"""The page of downloads names what there is, and nothing else."""

import re
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from scripts.pages.downloads_page import EXTENT, downloads
from scripts.settings.paths import DRAFT, SITE
from scripts.site.built_page import BuiltPage, Site
from scripts.site.downloads import find_downloads, name_downloads, there_is
from scripts.site.search_index import read_index


def filled_in(there: Mapping[str, str]) -> BuiltPage:
    """The page as it was built, told what there is."""
    page = BuiltPage.read(DRAFT, "downloads/index.html")
    name_downloads(page, Site(downloads=there))
    return page


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
def test_what_is_not_there_is_not_linked(there: tuple[str, ...], papers: Path, tmp_path: Path) -> None:
    for name in there:
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        source = papers / name
        file.write_bytes(source.read_bytes() if source.suffix == ".pdf" else b"x" * 2_500_000)
    page = filled_in(there_is(tmp_path))
    links = [link.attrs.sget("href") for link in page.css("a[download]")]
    assert sorted(links) == sorted(there)
    assert ("整个带走" in page.html) is any("/" not in name for name in there)
    assert EXTENT not in page.html
    if "offline.zip" in there:
        assert "2.5 MB" in page.html


def test_the_contents_lead_to_what_is_there_alone(papers: Path, tmp_path: Path) -> None:
    shutil.copy(papers / "handbook.pdf", tmp_path)
    page = filled_in(there_is(tmp_path))
    named = {link.attrs.sget("href").removeprefix("#") for link in page.css("nav[aria-label='目录'] a[href^='#']")}
    assert {"sheets", "fraud", "all", "handbook", "print"} <= named
    assert named <= {heading.attrs.sget("id") for heading in page.css("article [id]")}


def test_the_search_knows_what_the_page_knows(papers: Path, tmp_path: Path) -> None:
    (tmp_path / "handouts").mkdir()
    shutil.copy(papers / "handouts" / "fraud.pdf", tmp_path / "handouts")
    index = find_downloads(read_index(DRAFT), there_is(tmp_path))
    entries = {entry["location"]: entry["text"].replace("\u200b", "") for entry in index["docs"]}
    assert re.search(r"下载PDF（1页，\d+ KB）　看网页、直接打印", entries["downloads/#fraud"])
    assert entries["downloads/#methods"].endswith("<p>看网页、直接打印</p>")
    assert not entries.keys() & {"downloads/#all", "downloads/#handbook", "downloads/#offline", "downloads/#calculator"}
    assert EXTENT not in "".join(text for location, text in entries.items() if location.startswith("downloads/"))


def test_no_sheet_leads_to_the_machine_that_printed_it(papers: Path) -> None:
    sheets = sorted(papers.rglob("*.pdf"))
    assert len(sheets) > 7
    assert [sheet.name for sheet in sheets if b"127.0.0.1" in sheet.read_bytes()] == []
