"""Print pages of the built site as PDF with the system's Chromium, and make the files fit to be read and found."""

import io
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, time
from pathlib import Path
from typing import cast
from urllib.parse import quote

from playwright.sync_api import Browser, sync_playwright
from pypdf import PdfReader, PdfWriter
from pypdf.generic import BooleanObject, DictionaryObject, NameObject, StreamObject, TextStringObject

from scripts.print.radicals import without_radicals
from scripts.settings.build_day import build_day
from scripts.settings.chromium import chromium_program
from scripts.settings.site_url import public_address
from scripts.site.server import SiteServer

__all__ = ["Printer", "finished_pdf", "printer"]

_PATIENCE = 300_000
"""Milliseconds that a loaded machine may take for the longest document."""

_NAME_ADDRESS = """([own, real, site]) => {
  for (const link of document.links) {
    if (link.origin !== location.origin || link.pathname === location.pathname) continue;
    if (site) link.href = new URL(link.pathname.slice(1) + link.hash, site).href;
    else link.removeAttribute("href");
  }
  addEventListener("beforeprint", () => {
    const { style } = document.documentElement;
    const foot = style.getPropertyValue("--print-foot");
    if (foot) style.setProperty("--print-foot", foot.replace(own, real));
  });
}"""
"""Puts the site's real address for that of this machine: in links, which lead nowhere if there is none, and in the foot
of the sheets, once site.js has written it."""


class Printer:
    """A browser that prints pages of one folder of a site."""

    def __init__(self, browser: Browser, root: str) -> None:
        self._browser = browser
        self._root = root

    def print_page(self, page: str) -> bytes:
        """The page at this address, given from the root of the site, as Chromium prints it: tagged, with bookmarks.

        :raises RuntimeError: if the page is not there or a file that it needs is not.
        """
        return self._print(page, None)

    def print_html(self, html: str) -> bytes:
        """A page that is not in the site, printed as if it lay in its root.

        :raises RuntimeError: if a file that it needs is not there.
        """
        return self._print("", html)

    def _print(self, page: str, html: str | None) -> bytes:
        address = self._root + quote(page)
        context = self._browser.new_context(locale="zh-CN", reduced_motion="reduce", service_workers="block")
        context.set_default_timeout(_PATIENCE)
        if html is not None:
            context.route(address, lambda route: route.fulfill(body=html, content_type="text/html; charset=utf-8"))
        missing: list[str] = []
        tab = context.new_page()
        tab.on("response", lambda response: missing.append(response.url) if response.status >= 400 else None)
        tab.goto(address, wait_until="load")
        tab.evaluate("document.fonts.ready")
        if missing:
            raise RuntimeError(f"cannot print {page}: {missing} not found")
        tab.evaluate(_NAME_ADDRESS, [address, public_address(page), public_address("")])
        printed = tab.pdf(prefer_css_page_size=True, tagged=True, outline=True)
        context.close()
        return printed


@contextmanager
def printer(site: Path) -> Iterator[Printer]:
    """A printer for the site in this folder, which is served for as long.

    :raises RuntimeError: if there is no Chromium on this machine.
    """
    program = chromium_program()
    with SiteServer(site) as server, sync_playwright() as playwright:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
        try:
            yield Printer(browser, server.address)
        finally:
            browser.close()
            server.shutdown()


def finished_pdf(printed: bytes, title: str, subject: str) -> bytes:
    """A PDF as printed, with its title shown, its language named and its text such as search finds it."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(printed)))
    writer.pdf_header = "%PDF-1.7"
    made = datetime.combine(build_day(), time(), UTC)
    writer.metadata = None
    writer.add_metadata(
        {
            "/Title": title,
            "/Subject": subject,
            "/Author": "养老认证指南",
            "/CreationDate": made.strftime("D:%Y%m%d%H%M%SZ"),
            "/ModDate": made.strftime("D:%Y%m%d%H%M%SZ"),
        }
    )
    root = writer.root_object
    root[NameObject("/Lang")] = TextStringObject("zh-CN")
    root[NameObject("/ViewerPreferences")] = DictionaryObject({NameObject("/DisplayDocTitle"): BooleanObject(True)})
    for entry in writer._objects:
        if isinstance(entry, DictionaryObject):
            _name_characters(entry)
            _name_bookmark(entry)
    written = io.BytesIO()
    writer.write(written)
    return _renumbered(written.getvalue())


def _renumbered(pdf: bytes) -> bytes:
    """The names of the parts of the text counted from 0, in their order: Chromium counts on from print to print."""
    numbers = {name: number for number, name in enumerate(sorted(set(_NODE.findall(pdf))))}
    return _NODE.sub(lambda node: b"(node%08d)" % numbers[node[0]], pdf)


_NODE = re.compile(rb"\(node\d{8}\)")


def _name_bookmark(entry: DictionaryObject) -> None:
    """Say a bookmark's title once: of a heading at the top of a sheet, Chromium says the first line twice."""
    title = entry.get("/Title")
    if "/Dest" in entry and "/Parent" in entry and isinstance(title, str):
        entry[NameObject("/Title")] = TextStringObject(_SAID_TWICE.sub(lambda said: said[1] or "", title))


_SAID_TWICE = re.compile(r"^(.+)\1$|^(.{4,})(?=\2)")


def _name_characters(entry: DictionaryObject) -> None:
    """Let every glyph of a font stand for the character that people type.

    Noto draws 页 and the radical ⻚ with one glyph, and Chromium names the glyph after the one with the lower number,
    so that nobody who looks for 页 would find it.
    """
    if "/ToUnicode" in entry:
        stream = cast(StreamObject, entry["/ToUnicode"])
        stream.set_data(_renamed(stream.get_data().decode("ascii")).encode("ascii"))


_HEX = r"<([0-9A-Fa-f]+)>"
_CHARACTER = re.compile(rf"{_HEX} {_HEX}\n")
_RANGE = re.compile(rf"{_HEX} {_HEX} {_HEX}\n")
_BLOCK = re.compile(r"begin(bfchar|bfrange)\n(.*?)endbf", re.DOTALL)


def _renamed(cmap: str) -> str:
    """A table from glyphs to characters, single ones (bfchar) and runs (bfrange), without radicals."""
    return _BLOCK.sub(lambda block: f"begin{block[1]}\n{_RENAMED[block[1]](block[2])}endbf", cmap)


def _renamed_characters(lines: str) -> str:
    return _CHARACTER.sub(lambda line: f"<{line[1]}> {_ordinary(line[2])}\n", lines)


def _renamed_ranges(lines: str) -> str:
    def renamed(line: re.Match[str]) -> str:
        first, last, name = (int(part, 16) for part in line.groups())
        names = " ".join(_ordinary(f"{name + offset:04X}") for offset in range(last - first + 1))
        return f"<{line[1]}> <{line[2]}> [{names}]\n"

    return _RANGE.sub(renamed, lines)


_RENAMED = {"bfchar": _renamed_characters, "bfrange": _renamed_ranges}


def _ordinary(name: str) -> str:
    """A name of a glyph, in hexadecimal UTF-16, without radicals."""
    plain = without_radicals(bytes.fromhex(name).decode("utf-16-be"))
    return f"<{plain.encode('utf-16-be').hex().upper()}>"
