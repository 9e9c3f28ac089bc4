"""The theme's styles are cut to what is used: what was left out would change nothing, whatever a visitor does."""

from importlib.resources import files
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from scripts.settings.paths import SITE
from tests.browser.elements.deadline.page import CalculatorPage

THEIRS = files("material") / "templates" / "assets" / "stylesheets"

PATHS = sorted(page.relative_to(SITE).as_posix() for page in (*SITE.rglob("index.html"), SITE / "404.html"))

LEFT_OUT = r"""async (theirs) => {
  const selectors = (text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    const within = (rules) => [...rules].flatMap((rule) => rule.selectorText ?? within(rule.cssRules ?? []));
    return within(sheet.cssRules).flatMap((list) => list.split(/,(?![^(]*\))/)).map((one) => one.trim());
  };
  const link = document.querySelector('link[rel="stylesheet"][href*="/stylesheets/theme."]');
  const kept = new Set(selectors(await (await fetch(link.href)).text()));
  // As if everything were pointed at, pressed, typed into, and already there.
  const state = /::?(?!not|is|where|has|root|first|last|only|nth)[a-z-]+(\([^()]*\))?/g;
  const left = selectors(theirs).filter((one) => !kept.has(one)).map((one) => one.replace(state, "") || "*");
  return [...new Set(left.map((one) => one.replace(/([ >+~])(?=[ >+~]|$)/g, "$1*").replace(/:not\(\)/g, "")))];
}"""
"""Selectors that the theme has and the site has not, without what changes from moment to moment."""

FITTING = "(selectors) => selectors.filter((one) => document.querySelector(one))"

FITTING_IN_PAGES = """async ([paths, selectors]) => {
  const found = [];
  for (const path of paths) {
    const page = new DOMParser().parseFromString(await (await fetch(path)).text(), "text/html");
    found.push(...selectors.filter((one) => page.querySelector(one)).map((one) => `${path}: ${one}`));
  }
  return found;
}"""


@pytest.fixture
def left_out(page: Page, site: str) -> list[str]:
    page.goto(site)
    theirs = "\n".join(
        Path(str(file)).read_text(encoding="utf-8") for file in THEIRS.iterdir() if file.name.endswith(".css")
    )
    selectors: list[str] = page.evaluate(LEFT_OUT, theirs)
    assert len(selectors) > 100
    assert ".md-typeset .md-author" in selectors
    return selectors


def test_no_page_has_what_was_left_out(page: Page, site: str, left_out: list[str]) -> None:
    assert page.evaluate(FITTING_IN_PAGES, [[site + path for path in PATHS], left_out]) == []


def test_no_answer_has_what_was_left_out(page: Page, site: str, left_out: list[str]) -> None:
    calculator = CalculatorPage(page, site).open({"last": "2025-12-10"})
    expect(calculator.result("deadline")).to_be_visible()
    assert page.evaluate(FITTING, left_out) == []


def test_no_family_has_what_was_left_out(page: Page, site: str, left_out: list[str]) -> None:
    page.goto(f"{site}calculator/family/")
    page.locator("#family-1-last").fill("2025-12-10")
    expect(page.locator("[data-answer=full] .family-card [data-result=deadline]")).to_be_visible()
    assert page.evaluate(FITTING, left_out) == []


def test_no_worklist_has_what_was_left_out(page: Page, site: str, left_out: list[str], tmp_path: Path) -> None:
    roster = tmp_path / "名单.csv"
    roster.write_text("姓名,上次认证日期\n张三,2025-12-10\n李四,\n", encoding="utf-8")
    page.goto(f"{site}calculator/roster/")
    page.locator("input[type=file]").set_input_files(roster)
    expect(page.locator(".roster-title")).to_be_visible()
    assert page.evaluate(FITTING, left_out) == []


def test_neither_search_nor_menu_has_what_was_left_out(page: Page, site: str, left_out: list[str]) -> None:
    page.goto(f"{site}period/grace/")
    page.locator(".search-button").click()
    page.get_by_role("textbox", name="搜索").fill("静默认证")
    expect(page.locator("a.md-search-result__link").first).to_be_visible()
    assert page.evaluate(FITTING, left_out) == []
    page.locator("label.md-search__icon").click()
    page.get_by_role("button", name="目录").click()
    expect(page.locator(".md-sidebar--primary")).to_be_visible()
    page.mouse.wheel(0, 2000)
    assert page.evaluate(FITTING, left_out) == []
