"""The built site: every page is there, complete and plain."""

import re
from datetime import date, timedelta
from html.parser import HTMLParser
from pathlib import Path

import pytest

from calculator import assess
from scripts.pages.date_table import date_table
from scripts.pages.pictures.entrances import CAPTION
from scripts.pages.prepare import finished
from scripts.settings.paths import DOCS, SITE

PAGES = sorted(SITE.rglob("index.html"))
OUTSIDE = re.compile(r'(?:src|href)="(?:https?:)?//(?!127\.0\.0\.1)([^/"]+)')


def text_of(page: Path) -> str:
    return page.read_text(encoding="utf-8")


@pytest.fixture(params=PAGES, ids=lambda page: str(page.parent.relative_to(SITE)))
def page(request: pytest.FixtureRequest) -> Path:
    return request.param


def test_the_whole_guide_is_built() -> None:
    written = {page.relative_to(DOCS).with_suffix("") for page in DOCS.rglob("*.md")}
    built = {page.parent.relative_to(SITE) for page in PAGES}
    for path in written:
        assert (path.parent if path.name == "index" else path) in built
    assert Path("date-table") in built
    assert Path("regions/jiangsu") in built


def test_no_page_puts_its_reader_off(page: Path) -> None:
    for words in ("敬请期待", "建设中", "coming soon", "TODO", "占位"):
        assert words not in text_of(page)


class _Loads(HTMLParser):
    """The addresses that a page makes the browser fetch by itself."""

    def __init__(self) -> None:
        super().__init__()
        self.addresses: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag in {"script", "img", "iframe", "source"} and given.get("src"):
            self.addresses.append(given["src"] or "")
        if tag == "link" and given.get("rel") not in {"canonical", "next", "prev"}:
            self.addresses.append(given.get("href") or "")


def test_no_page_loads_anything_from_another_host(page: Path) -> None:
    loads = _Loads()
    loads.feed(text_of(page))
    assert [address for address in loads.addresses if re.match(r"(?:https?:)?//", address)] == []


def test_no_page_loads_a_script_by_a_name_that_web_servers_do_not_know(page: Path) -> None:
    """A default nginx serves ``.mjs`` as bytes, which no browser runs. Only pages of others load those of ``pyodide/``."""
    loads = _Loads()
    loads.feed(text_of(page))
    assert [address for address in loads.addresses if address.endswith(".mjs")] == []
    assert not any((SITE / "assets").rglob("*.mjs"))


def test_links_to_outside_lead_to_official_sites(page: Path) -> None:
    hosts = {host.split(":")[0] for host in OUTSIDE.findall(text_of(page))}
    hosts -= {"example.org"}  # what developers read instead of the address of a site that is not known yet
    assert all(
        host.endswith((".gov.cn", "china-embassy.org", "china-consulate.org", "chinacourt.org")) for host in hosts
    ), hosts


def test_the_search_finds_the_sentences_of_a_page_and_not_its_pictures() -> None:
    """Or it would bring every method at 认证成功, which each of them shows."""
    index = (SITE / "search" / "search_index.json").read_text(encoding="utf-8").replace("\u200b", "")
    assert CAPTION in (SITE / "methods" / "app" / "index.html").read_text(encoding="utf-8")
    assert "打开手机自带的应用商店" in index
    for words in (CAPTION, "写着看清再点", "看这两段", "从旁边看"):
        assert words not in index


def test_every_page_says_when_it_was_checked(page: Path) -> None:
    if page.parent not in (SITE, SITE / "embed"):  # the calculator in a frame leads to its page, which says it
        assert re.search(r'class="page-checked">\s*<p>本页<time datetime="\d{4}-\d{2}-\d{2}"', text_of(page))


@pytest.mark.parametrize("year", [2024, 2025, 2028])
def test_the_date_table_has_every_day_of_three_years_as_the_package_computes_it(year: int) -> None:
    table = date_table(date(year, 6, 1))
    day = date(year - 1, 1, 1)
    rows = re.findall(r'<tr><th scope="row">.*?</tr>', table)
    expected = {}
    while day.year <= year + 1:
        expected[day] = assess(day, today=day)
        day += timedelta(days=1)
    assert len(rows) == len(expected)
    for last, found in expected.items():
        row = f'<th scope="row">{last.month}月{last.day}日</th><td><time datetime="{found.deadline}">'
        assert any(one.startswith(f"<tr>{row}") and f'datetime="{found.safe_date}"' in one for one in rows), last


def test_a_footnote_names_title_article_and_the_day_of_the_check() -> None:
    page = finished("---\nchecked: 2026-11-23\n---\n# 题\n\n核验资格。[^F002]\n", "../", date(2026, 11, 23))
    assert "## 这一页的来源" in page
    assert "社会保险经办条例" in page
    assert "第二十六条" in page
    assert "2026-11-23核对" in page
    assert "../about/sources.md#f002" in page


def test_a_reference_to_a_fact_that_does_not_exist_stops_the_build() -> None:
    with pytest.raises(KeyError):
        finished("核验资格。[^F999]", "", date(2026, 11, 23))
