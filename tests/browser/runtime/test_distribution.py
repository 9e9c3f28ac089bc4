"""Any other page loads the calculator from us: a page of another site, with nothing of ours but what it loads."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from calculator import assess
from tests.web_server import Nginx

ASSESS = """
from datetime import date
from calculator import assess
assess(last=date(2025, 3, 15), today=date(2026, 3, 1), rule="365-days").deadline.isoformat()
"""
EXPECTED = assess(date(2025, 3, 15), date(2026, 3, 1), "365-days").deadline.isoformat()

LOAD = """
    await pyodide.loadPackage("pension-certification");
    return pyodide.runPython(`ASSESS`);
}""".replace("ASSESS", ASSESS)
MODULE = """async (address) => {
    const { loadPyodide } = await import(`${address}pyodide.mjs`);"""
SCRIPT = """async (address) => {
    const script = document.createElement("script");
    script.src = `${address}pyodide.js`;
    await new Promise((come, fail) => { script.onload = come; script.onerror = fail; document.head.append(script); });"""
ONLY_THE_LOCK = "const pyodide = await loadPyodide({ lockFileURL: `${address}pyodide-lock.json` });"
BOTH = "const pyodide = await loadPyodide({ indexURL: address, lockFileURL: `${address}pyodide-lock.json` });"


@pytest.fixture
def elsewhere(browser: Browser, tmp_path: Path) -> Iterator[Page]:
    """A page of another origin, without a word on it."""
    (tmp_path / "index.html").write_text("<!doctype html>\n<title>elsewhere</title>\n", encoding="utf-8")
    with Nginx(tmp_path) as other:
        context = browser.new_context()
        page = context.new_page()
        page.goto(f"{other.address}index.html")
        yield page
        context.close()


@pytest.mark.parametrize("load", [MODULE, SCRIPT], ids=["module", "script"])
@pytest.mark.parametrize("options", [ONLY_THE_LOCK, BOTH], ids=["lock file", "both addresses"])
def test_a_page_of_another_site_loads_the_calculator(elsewhere: Page, site: str, load: str, options: str) -> None:
    asked: list[str] = []
    elsewhere.on("request", lambda request: asked.append(request.url))
    assert elsewhere.evaluate(load + options + LOAD, f"{site}pyodide/") == EXPECTED
    assert all(url.startswith(f"{site}pyodide/") for url in asked)
