"""scripts/serve --watch: an open browser shows what is edited."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from scripts.settings.paths import BUILD
from tests.checkout import append, copy_of_checkout

SERVING = " shows what you edit\n"


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy that may be edited, with Python for browsers, which takes minutes, as it is built here."""
    copy = copy_of_checkout(tmp_path_factory.mktemp("watched") / "checkout")
    shutil.copytree(BUILD / "runtime", copy / "build" / "runtime")
    shutil.copytree(BUILD / "sums", copy / "build" / "sums")
    shutil.copy2(BUILD / "stages.json", copy / "build")
    return copy


@pytest.fixture(scope="module")
def address(checkout: Path) -> Iterator[str]:
    """Where the copy is served while somebody edits it."""
    command = [sys.executable, "-m", "scripts.watch"]
    environment = os.environ | {"PORT": "0"}
    with subprocess.Popen(command, cwd=checkout, env=environment, stdout=subprocess.PIPE, text=True) as watching:
        assert watching.stdout
        yield next(line for line in watching.stdout if line.endswith(SERVING)).removesuffix(SERVING)
        watching.terminate()


@pytest.fixture
def opened(browser: Browser, address: str) -> Iterator[Page]:
    """A page that listens, and must obey the policy that every page has."""
    context = browser.new_context()
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    page.goto(f"{address}faq/")
    expect(page.locator("html[data-watched]")).to_be_attached()
    yield page
    context.close()
    assert faults == []


def test_an_edited_page_is_shown(checkout: Path, opened: Page) -> None:
    append(checkout / "docs" / "faq.md", "\n## 刚刚写下的一节\n")
    expect(opened.get_by_role("heading", name="刚刚写下的一节")).to_be_visible()


def test_edited_styles_are_shown_without_loading_the_page_again(checkout: Path, opened: Page) -> None:
    opened.evaluate("document.documentElement.dataset.kept = 'yes'")
    append(checkout / "web" / "styles" / "site.css", "\nh1 { text-indent: 7px !important; }\n")
    expect(opened.locator("h1")).to_have_css("text-indent", "7px")
    assert opened.evaluate("document.documentElement.dataset.kept") == "yes"


def test_a_page_that_has_not_been_edited_is_left_as_it_is(checkout: Path, opened: Page) -> None:
    opened.evaluate("document.documentElement.dataset.kept = 'yes'")
    with opened.expect_event("console", lambda message: message.text == "heard"):
        opened.evaluate("source.addEventListener('message', () => console.log('heard'))")
        append(checkout / "docs" / "glossary.md", "\n## 别的一节\n")
    assert opened.evaluate("document.documentElement.dataset.kept") == "yes"
