"""Material's successor reads the same mkdocs.yml and builds the same pages."""

import re
import shutil
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

from scripts.settings.paths import HTML, PAGES, ROOT


class _Article(HTMLParser):
    """The words of a page's article, scripts and styles left out."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self._inside = False
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self._inside |= tag == "article"
        self._silent += tag in {"script", "style"}

    def handle_endtag(self, tag: str) -> None:
        self._inside &= tag != "article"
        self._silent -= tag in {"script", "style"}

    def handle_data(self, data: str) -> None:
        if self._inside and not self._silent:
            self.words.append(data)


def words_of(page: Path) -> str:
    article = _Article()
    article.feed(page.read_text(encoding="utf-8"))
    return re.sub(r"\s+", "", "".join(article.words))


def test_zensical_builds_the_same_pages_from_the_same_configuration(tmp_path: Path) -> None:
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    shutil.copytree(ROOT / "web" / "theme", tmp_path / "web" / "theme")
    shutil.copytree(PAGES, tmp_path / PAGES.relative_to(ROOT))
    done = subprocess.run(
        [str(Path(sys.executable).parent / "zensical"), "build", "--strict"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    pages = [page.relative_to(HTML) for page in HTML.rglob("index.html")]
    assert len(pages) > 60
    different = [page for page in pages if words_of(HTML / page) != words_of(tmp_path / "site" / page)]
    assert different == []
