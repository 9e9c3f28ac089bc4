"""The copies that are opened from a disk, in three engines on a machine without a network."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from scripts.copies.single_file import LARGEST
from scripts.settings.paths import DIST
from tests.engines.engine import ENGINES, Engine

DEADLINE = "return document.querySelector('[data-result=deadline]')?.dateTime ?? null"
PAGE = "return document.querySelector('h1') && location.pathname.split('/').slice(-2).join('/')"
VERDICT = "return document.querySelector('[data-result=verdict]')?.value ?? null"
MESSAGE = "您的养老待遇资格认证已于2026年1月5日通过数据比对完成，无需您操作。"
TAKE_ALONG = """
    const { python } = document.querySelector("deadline-calculator");
    const asked = { fields: { last: "2026-01-05" }, page: "https://example.org/calculator/", saves: true };
    const replies = ["calendar", "qr"].map((what) => python.ask({ do: what, ...asked }));
    return (await Promise.all(replies)).map(({ ok }) => ok)"""
"""Needs packages that are not there from the start."""

ATTACK = """
    window.refused = [];
    addEventListener("securitypolicyviolation", ({ effectiveDirective }) => refused.push(effectiveDirective));
    const element = (name, more) => document.body.appendChild(Object.assign(document.createElement(name), more));
    const ran = "window.hasRun = true";
    const attempts = [
        () => element("script", { text: ran }),
        () => element("script", { src: `data:text/javascript,${ran}` }),
        () => element("script", { src: URL.createObjectURL(new Blob([ran], { type: "text/javascript" })) }),
        () => document.body.insertAdjacentHTML("beforeend", `<img src="data:," onerror="${ran}">`),
        () => element("iframe", { srcdoc: `<script>parent.${ran}</script>` }),
        () => element("base", { href: "https://elsewhere.invalid/" }),
        () => element("form", { action: "https://elsewhere.invalid/" }).submit(),
    ];
    for (const attempt of attempts) try { attempt(); } catch {} // where Trusted Types are demanded, it fails at once
    return fetch("data:,1").then(() => "fetched", () => "refused");"""
"""What somebody would have a copy do who could put markup into it."""

REFUSED = """
    const kind = (one) => one.replace(/-(elem|attr)$/, "").replace("require-trusted-types-for", "script-src");
    return [...new Set(refused.map(kind))].sort().join(" ");"""

LOADED = "return performance.getEntriesByType('resource').map(({ name }) => name)"


@pytest.fixture(scope="module", params=ENGINES)
def engine(request: pytest.FixtureRequest) -> Iterator[Engine]:
    with Engine(request.param) as engine:
        yield engine


def test_there_is_no_network(engine: Engine) -> None:
    engine.open("about:blank")
    asked = "try { await fetch('http://192.0.2.1/'); return 'answered'; } catch { return 'failed'; }"
    assert engine.run(asked) == "failed"


def test_the_single_file_computes_and_makes_a_calendar(engine: Engine) -> None:
    engine.open((DIST / "calculator.html").as_uri())
    engine.type("#last", "2026-01-05")
    engine.expect(DEADLINE, "2027-01-05")
    assert engine.run(TAKE_ALONG) == [True, True]
    assert engine.run("return document.querySelectorAll('.answer a[href^=\"../\"]').length") == 0
    engine.click("[data-part=part-date-table]")
    assert engine.run("return document.querySelector('#part-date-table .date-table').checkVisibility()") is True
    assert all(name.startswith(("blob:", "data:")) for name in engine.run(LOADED))


def test_the_single_file_checks_a_message_and_takes_its_day_over(engine: Engine) -> None:
    engine.open((DIST / "calculator.html").as_uri())
    engine.click("[data-part=part-message-calculator]")
    engine.type("#message-text", MESSAGE)
    engine.click("message-calculator .calculate")
    engine.expect(VERDICT, "official-like")
    engine.run("document.querySelector('.message-take').click()")
    engine.expect(DEADLINE, "2027-01-05")
    assert engine.run("return document.querySelector('#part-deadline-calculator').hidden") is False
    assert engine.run("return document.querySelector('#part-message-calculator').hidden") is True


def test_the_zip_checks_a_message_and_takes_its_day_over(engine: Engine, unpacked: Path) -> None:
    engine.open((unpacked / "fraud" / "check" / "index.html").as_uri())
    engine.type("#message-text", MESSAGE)
    engine.click("message-calculator .calculate")
    engine.expect(VERDICT, "official-like")
    engine.run("document.querySelector('.message-take').click()")
    engine.expect(DEADLINE, "2027-01-05")


def test_the_zip_computes_and_leads_on_into_the_guide(engine: Engine, unpacked: Path) -> None:
    engine.open((unpacked / "calculator" / "index.html").as_uri())
    engine.type("#last", "2026-01-05")
    engine.expect(DEADLINE, "2027-01-05")
    assert engine.run(TAKE_ALONG) == [True, True]
    assert all(name.startswith(("file:", "blob:", "data:")) for name in engine.run(LOADED))
    engine.run("document.querySelector('.answer a[href$=\"fraud/\"]').click()")
    engine.expect(PAGE, "fraud/index.html")


def test_the_zip_finds_chinese_words(engine: Engine, unpacked: Path) -> None:
    engine.open((unpacked / "index.html").as_uri())
    engine.run("document.querySelector('.search-button').click()")
    engine.expect(
        "return document.querySelector('.md-search-result__meta').textContent.trim()",
        "写几个字就开始搜，比如：刷脸不过",
    )
    engine.type(".md-search__input", "静默认证")
    first = "return document.querySelector('a.md-search-result__link')?.pathname.split('/').slice(-3).join('/') ?? null"
    engine.expect(first, "situations/silent/index.html")
    engine.run("document.querySelector('a.md-search-result__link').click()")
    engine.expect(PAGE, "silent/index.html")


@pytest.mark.parametrize("copy", ["calculator.html", "offline.zip"])
def test_nothing_put_into_a_copy_runs_or_leaves(engine: Engine, unpacked: Path, copy: str) -> None:
    page = DIST / copy if copy.endswith("html") else unpacked / "calculator" / "index.html"
    engine.open(page.as_uri())
    engine.type("#last", "2026-01-05")
    engine.expect(DEADLINE, "2027-01-05")
    assert engine.run(ATTACK) == "refused"
    engine.expect(REFUSED, "base-uri connect-src form-action script-src")
    assert engine.run(
        "return [window.hasRun ?? false, location.protocol, document.baseURI.split('#')[0] === location.href.split('#')[0]]"
    ) == [
        False,
        "file:",
        True,
    ]


def test_no_copy_allows_what_stands_in_it_without_its_digest(unpacked: Path) -> None:
    pages = [DIST / "calculator.html", *unpacked.rglob("*.html")]
    assert len(pages) > 60
    for page in pages:
        [policy] = re.findall(r'<meta http-equiv="Content-Security-Policy" content="([^"]+)"', page.read_text("utf-8"))
        assert "unsafe-inline" not in policy
        for promise in ("default-src", "connect-src", "form-action", "object-src", "base-uri"):
            assert f"{promise} 'none'" in policy.split("; ")


def test_the_single_file_is_small_enough_to_send() -> None:
    assert (DIST / "calculator.html").stat().st_size <= LARGEST


def test_every_link_in_the_zip_leads_to_a_file(unpacked: Path) -> None:
    link = re.compile(r'\s(?:href|src|action)="([^"#:]+)(?:#[^"]*)?"')
    missing = {
        f"{page.relative_to(unpacked)}: {address}"
        for page in unpacked.rglob("*.html")
        for address in link.findall(page.read_text(encoding="utf-8"))
        if not (page.parent / address).is_file()
    }
    assert missing == set()
