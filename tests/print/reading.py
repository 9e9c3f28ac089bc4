"""What poppler sees in a PDF."""

import re
import subprocess
from dataclasses import dataclass
from html import unescape
from pathlib import Path

from pypdf import PdfReader

A4 = (595, 842)
"""Points, rounded."""


@dataclass(frozen=True)
class Word:
    text: str
    left: float
    top: float
    right: float
    bottom: float


def info(pdf: Path) -> dict[str, str]:
    lines = _poppler("pdfinfo", pdf).splitlines()
    return {name: value.strip() for name, _, value in (line.partition(":") for line in lines)}


def text(pdf: Path, *options: str) -> str:
    return _poppler("pdftotext", *options, pdf, "-")


def compact(pdf: Path, *options: str) -> str:
    """The text without any white space, as sentences break where lines do."""
    return re.sub(r"\s", "", text(pdf, *options))


def pages_of_words(pdf: Path) -> list[list[Word]]:
    pages = text(pdf, "-bbox").split("<page ")[1:]
    found = re.compile(r'<word xMin="([^"]+)" yMin="([^"]+)" xMax="([^"]+)" yMax="([^"]+)">(.*?)</word>')
    return [
        [Word(unescape(word[5]), *(float(word[side]) for side in range(1, 5))) for word in found.finditer(page)]
        for page in pages
    ]


def fonts_not_embedded(pdf: Path) -> list[str]:
    return [line for line in _poppler("pdffonts", pdf).splitlines()[2:] if line.split()[-5] != "yes"]


def assert_fit_for_paper(pdf: Path) -> None:
    """A4, tagged, in Chinese, with embedded fonts, nothing beyond the edge, and characters that search finds."""
    told = info(pdf)
    assert told["Tagged"] == "yes"
    assert told["Title"]
    width, height = re.findall(r"[\d.]+", told["Page size"])[:2]
    assert (round(float(width)), round(float(height))) == A4
    assert PdfReader(pdf).root_object["/Lang"] == "zh-CN"
    assert fonts_not_embedded(pdf) == []
    assert re.findall(r"[\u2e80-\u2fdf]", text(pdf)) == []
    for number, page in enumerate(pages_of_words(pdf), 1):
        assert page, f"page {number} of {pdf.name} is empty"
        outside = [
            word
            for word in page
            if word.left < 20 or word.top < 15 or word.right > A4[0] - 20 or word.bottom > A4[1] - 10
        ]
        assert outside == [], f"page {number} of {pdf.name}"


def grey_picture(pdf: Path, dots_per_inch: int) -> tuple[int, int, bytes]:
    """Width, height and brightness of every dot of the first page."""
    done = subprocess.run(
        ["pdftoppm", "-gray", "-r", str(dots_per_inch), "-l", "1", pdf], capture_output=True, check=True
    )
    header = re.match(rb"P5\s+(\d+)\s+(\d+)\s+255\s", done.stdout)
    assert header
    return int(header[1]), int(header[2]), done.stdout[header.end() :]


def _poppler(program: str, *arguments: str | Path) -> str:
    return subprocess.run([program, *arguments], capture_output=True, text=True, check=True).stdout
