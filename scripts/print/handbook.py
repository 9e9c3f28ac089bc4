"""The whole guide as one book: cover, contents with page numbers, every page in the order of the navigation, sources.

All chapters are printed as one document, so that links lead to pages of the book. Chromium cannot say on which page an
anchor lies, so the book is printed until the numbers that it shows are those that it has.
"""

import io
import re
from dataclasses import dataclass
from datetime import date
from html import escape
from pathlib import Path

from mkdocs.config import load_config
from pypdf import PdfReader

from calculator.wording.days import day_in_words
from scripts.print.book_chapter import anchor, chapter
from scripts.print.pdf import Printer, finished_pdf
from scripts.settings.paths import DRAFT, ROOT
from scripts.settings.site_url import public_address
from scripts.site.built_page import BuiltPage

__all__ = ["BOOK_TITLE", "Part", "book_html", "parts", "print_handbook"]

BOOK_TITLE = "养老认证指南"

_LEFT_OUT = ("developers/", "downloads/")
"""Pages that are of no use in a book."""

_PASSES = 5


@dataclass(frozen=True, slots=True)
class Part:
    """A section of the navigation with the addresses of its pages, from the root of the site."""

    title: str
    addresses: tuple[str, ...]


def parts() -> list[Part]:
    """What the book holds, in order. The pages of the provinces follow the page that leads to them."""
    found = []
    for entry in load_config(str(ROOT / "mkdocs.yml"), docs_dir=str(ROOT / "docs")).nav or []:
        ((title, pages),) = entry.items()
        paths = [pages] if isinstance(pages, str) else [path for page in pages for path in page.values()]
        addresses: list[str] = []
        for path in paths:
            address = re.sub(r"(^|/)index\.md$|\.md$", lambda end: "/" if end[0] == ".md" else end[1], path)
            addresses.append(address)
            if address == "regions/":
                inner = sorted(page.parent.name for page in (DRAFT / address).glob("*/index.html"))
                addresses += (f"{address}{name}/" for name in inner if f"{address}{name}.md" not in paths)
        if addresses := [one for one in addresses if one not in _LEFT_OUT]:
            found.append(Part(title, tuple(addresses)))
    return found


def print_handbook(printer: Printer, today: date) -> bytes:
    """The book as a PDF, dated with this day.

    :raises RuntimeError: if the page numbers do not settle.
    """
    book = BuiltPage("index.html", book_html(today))
    numbers: dict[str, int] = {}
    for _ in range(_PASSES):
        printed = printer.print_html(_with_page_numbers(book, numbers))
        found = _page_numbers(printed)
        if found == numbers:
            return finished_pdf(printed, BOOK_TITLE, "养老金资格认证哪天到期、怎么办、怎样防骗")
        numbers = found
    raise RuntimeError("the page numbers of the handbook do not settle")


def _with_page_numbers(book: BuiltPage, numbers: dict[str, int]) -> str:
    """The book with the page of its target on every link, 100 as long as it is not known."""
    for link in book.css('a.to-page[href^="#"]'):
        link.attrs["data-page"] = str(numbers.get(link.attrs.sget("href").removeprefix("#"), 100))
    return book.html


def _page_numbers(printed: bytes) -> dict[str, int]:
    reader = PdfReader(io.BytesIO(printed))
    pages = {
        page.indirect_reference.idnum: index for index, page in enumerate(reader.pages, 1) if page.indirect_reference
    }
    return {
        name.removeprefix("/"): pages[destination.page.idnum]
        for name, destination in reader.named_destinations.items()
        if destination.page is not None
    }


def book_html(today: date) -> str:
    """The book as one page, with the styles of the site."""
    sections = parts()
    pages = {address: BuiltPage.read(DRAFT, f"{address}index.html") for part in sections for address in part.addresses}
    titles = {address: page.one("h1").text(strip=True) for address, page in pages.items()}
    feet = "\n".join(_foot(address, titles[address], _checked(page)) for address, page in pages.items())
    styles = "\n".join(link.html or "" for link in pages[""].css('link[rel="stylesheet"]'))
    body = "\n".join(
        _divider(number, part, titles)
        + "\n".join(_chapter(address, pages[address], titles) for address in part.addresses)
        for number, part in enumerate(sections, 1)
    )
    return f"""<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<title>{BOOK_TITLE}</title>
{styles}
<style>
@media print {{
{(Path(__file__).parent / "handbook.css").read_text(encoding="utf-8")}
{feet}
}}
</style>
</head>
<body dir="ltr" data-md-color-scheme="default">
<main class="md-typeset book">
{_cover(today)}
{_contents(sections, titles)}
{body}
</main>
</body>
</html>"""


def _checked(page: BuiltPage) -> str:
    """What the page says of the day of its check, or nothing."""
    lines = page.css(".page-checked > p")
    return lines[0].text(strip=True) if lines else ""


def _chapter(address: str, page: BuiltPage, titles: dict[str, str]) -> str:
    name = anchor(address)
    return f'<article class="chapter" id="{name}" style="page: {name}">\n{chapter(page, titles)}\n</article>'


def _divider(number: int, part: Part, titles: dict[str, str]) -> str:
    """The sheet before a part; a part of one page needs none."""
    if len(part.addresses) == 1:
        return f'<h1 class="visually-hidden" id="part-{number}">{escape(part.title)}</h1>\n'
    return (
        f'<section class="part" id="part-{number}">\n<h1>{escape(part.title)}</h1>\n{_list(part, titles)}\n</section>\n'
    )


def _foot(address: str, title: str, checked: str) -> str:
    """The rule for the foot of a chapter's sheets: its title, its address and the day of its check."""
    lines = (title, " ".join(part for part in (checked, public_address(address)) if part))
    text = "\\a ".join(re.sub(r'(["\\])', r"\\\1", line) for line in lines)
    return f'@page {anchor(address)} {{ @bottom-left {{ content: "{text}"; }} }}'


def _link(target: str, title: str) -> str:
    return f'<a href="#{target}" class="to-page">{escape(title)}</a>'


def _list(part: Part, titles: dict[str, str]) -> str:
    """The chapters of a part; the provinces in one line, because they are many."""
    whole, provinces = [], []
    for address in part.addresses:
        line = _link(anchor(address), titles[address])
        if re.fullmatch(r"regions/.+", address):
            provinces.append(_link(anchor(address), titles[address].split("：")[0]))
        else:
            if provinces:
                whole.append(f'<li class="provinces">{" ".join(provinces)}</li>')
                provinces = []
            whole.append(f"<li>{line}</li>")
    return f"<ol>\n{'\n'.join(whole)}\n</ol>"


def _cover(today: date) -> str:
    address = public_address()
    return f"""<section class="cover">
<p class="cover-kind">手册</p>
<p class="cover-title">{BOOK_TITLE}</p>
<p class="cover-lead">养老金资格认证，哪天到期、怎么办、怎样防骗</p>
<ul>
<li>认证<strong>不收一分钱</strong>。</li>
<li>要钱、要卡号密码验证码的，都是骗子。</li>
<li>拿不准，打 <strong>12333</strong>，问参保的地方。</li>
</ul>
<p class="cover-foot">{day_in_words(today)}做成。{f"最新的在 {escape(address)}。" if address else ""}规定会变，过了一年请换一本新的。<br>
不是官方文件，以参保地经办机构和12333的答复为准。<br>
文字以 CC BY 4.0 许可发布，可以复印，可以转送。</p>
</section>"""


def _contents(sections: list[Part], titles: dict[str, str]) -> str:
    lists = "\n".join(
        f'<p class="contents-part">{_link(f"part-{number}", part.title)}</p>\n{_list(part, titles)}'
        if len(part.addresses) > 1
        else f'<p class="contents-part">{_link(anchor(part.addresses[0]), titles[part.addresses[0]])}</p>'
        for number, part in enumerate(sections, 1)
    )
    return f"""<nav class="contents" aria-labelledby="contents">
<p class="contents-title" id="contents">目录</p>
<p class="contents-note">句子后面的小字，例如 F046，是出处的编号，按编号在{_link(anchor("about/sources/"), "资料来源")}里查。括号里的页码，是这本手册的页码。</p>
{lists}
</nav>"""
