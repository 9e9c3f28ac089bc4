"""From what MkDocs builds to what browsers get: read as browsers read it, changed in steps, written the same."""

import json
import re
from pathlib import Path

import pytest

from scripts.settings.paths import DRAFT, HTML
from scripts.site.built_page import BuiltPage, Site, read_pages
from scripts.site.content_security_policy import add_policy, page_policy
from scripts.site.embedded_page import EMBEDDED, leave_calculator_alone
from scripts.site.fingerprint_assets import WORKER, name_assets
from scripts.site.page_for_disk import link_files, load_classic_scripts
from scripts.site.python_first import defer_theme, open_on_the_answer, start_python_first, tell_megabytes
from scripts.site.search_dialog import name_search_dialog, set_up_search
from scripts.site.steps import TO_SITE
from scripts.site.stylesheets import link_joined_styles, shared_styles
from scripts.site.table_of_contents import leave_out_what_is_folded

HEAD = '<!DOCTYPE html><html lang="zh"><head><meta charset="utf-8"><title>题</title></head>'
THEME = '<script src="../assets/javascripts/bundle.a5f9d56c.min.js"></script>'
CALCULATOR = (
    f'{HEAD}<body><deadline-calculator><form action="../date-table/"></form></deadline-calculator>'
    f'<script type="module" src="../assets/elements/deadline/deadline-calculator.js"></script>{THEME}</body></html>'
)


def on_page(body: str, path: str = "period/law/index.html") -> BuiltPage:
    return BuiltPage(path, f"{HEAD}<body>{body}</body></html>")


@pytest.mark.parametrize(
    "body",
    [
        '<script>if (a < b && c) { d = "<p>" + "<\\/script>"; }</script>',
        '<noscript><p>没有打开JavaScript，<a href="../date-table/">查表</a>。</p></noscript>',
        '<template class="one"><li id="a">甲</li></template>',
        '<svg viewBox="0 0 9 9"><linearGradient id="g"></linearGradient><path d="M0 0h9"></path></svg>',
        '<p title="甲&quot;乙&amp;丙">1 &lt; 2 &amp; 3 &gt; 2&nbsp;“丁”</p>',
        '<pre>一\n 二</pre><input type="text" value=""><br>',
    ],
)
def test_a_page_is_written_as_it_was_read(body: str) -> None:
    page = on_page(body)
    assert page.html == f"{HEAD}<body>{body}</body></html>"


def test_every_page_that_is_built_reads_the_same_once_it_is_written() -> None:
    pages = list(read_pages(HTML))
    assert len(pages) > 60
    assert [page.path for page in pages if BuiltPage(page.path, page.html).html != page.html] == []


def test_a_step_reaches_templates_and_what_is_read_without_scripts() -> None:
    page = on_page('<template><a href="../a/">甲</a></template><noscript><a href="../b/">乙</a></noscript>')
    link_files(page, Site())
    assert 'href="../a/index.html"' in page.html
    assert 'href="../b/index.html"' in page.html


SEARCH = "assets/javascripts/workers/search.a7633da7.min.js"


def test_the_search_counts_no_results_and_names_the_worker_that_has_been_mended() -> None:
    page = BuiltPage.read(HTML, "faq/index.html")
    set_up_search(page, Site(names={SEARCH: "assets/javascripts/workers/search.0123abcd.js"}))
    config = json.loads(page.one("#__config").text())
    assert config["search"] == "../assets/javascripts/workers/search.0123abcd.js"
    assert not [words for words in config["translations"].values() if "#" in words or "缺少" in words]


def test_a_theme_whose_search_says_other_things_stops_the_build() -> None:
    told = '{"search": "", "translations": {"search.result.none": "没有"}}'
    page = on_page(f'<script id="__config" type="application/json">{told}</script>')
    with pytest.raises(ValueError, match=r"says nothing under \['search.result.more.one'"):
        set_up_search(page, Site())


def test_the_dialog_of_the_search_has_a_name() -> None:
    page = on_page('<div class="md-search" data-md-component="search" role="dialog"></div>')
    name_search_dialog(page, Site())
    assert page.one("[role=dialog]").attributes["aria-label"] == "搜索"


@pytest.mark.parametrize("dialog", ["", '<div class="md-search" role="dialog" aria-label="Search"></div>'])
def test_a_theme_that_has_changed_stops_the_build(dialog: str) -> None:
    with pytest.raises(ValueError, match=re.escape("period/law/index.html has 0 elements .md-search")):
        name_search_dialog(on_page(dialog), Site())


def test_the_first_line_of_a_page_that_asks_python_starts_its_worker() -> None:
    page = BuiltPage("calculator/index.html", CALCULATOR)
    site = Site(names={WORKER: "assets/python-worker.12345678.js"})
    for step in TO_SITE.values():
        step(page, site)
    policy, worker, *_ = page.css("meta[charset] ~ *")
    assert policy.attributes["http-equiv"] == "Content-Security-Policy"
    assert worker.attributes["data-worker"] == "../assets/python-worker.12345678.js"
    assert page.one("script[data-theme]").attributes["data-theme"] == "../assets/javascripts/bundle.a5f9d56c.min.js"
    assert page.css('script[src*="bundle."]') == []


def test_a_page_says_how_many_megabytes_travel_before_any_has_come(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    manifest = tmp_path / "manifest.json"
    manifest.write_text('{"files": {"a": {"travels": 1900000}, "b": {"travels": 960000}}}', encoding="utf-8")
    monkeypatch.setattr("scripts.site.python_first.MANIFEST", manifest)
    page = on_page('<p>正在下载。<span class="loading-bytes"></span></p>')
    tell_megabytes(page, Site())
    assert page.one(".loading-bytes").text() == "0.0 / 2.9 MB"


def test_a_page_that_a_link_opens_knows_so_before_its_body() -> None:
    page = BuiltPage("calculator/index.html", CALCULATOR)
    open_on_the_answer(page, Site())
    assert "data-answer-first" in page.css("meta[charset] ~ script")[0].text()
    other = on_page(THEME)
    open_on_the_answer(other, Site())
    assert other.css("head script") == []


def test_a_page_that_asks_nothing_starts_nothing() -> None:
    page = on_page(THEME)
    before = page.html
    for step in start_python_first, defer_theme:
        step(page, Site())
    assert page.html == before


def test_the_policy_comes_last_and_knows_every_script_that_stands_in_the_page() -> None:
    assert list(TO_SITE.values())[-1] is add_policy
    page = on_page('<script>1</script><script type="application/json">{}</script><script src="a.js"></script>')
    assert page_policy(page).count("sha256-") == 1
    add_policy(page, Site())
    with pytest.raises(ValueError, match="has a policy already"):
        add_policy(page, Site())


def test_assets_are_named_by_what_is_in_them_wherever_they_are_named_from() -> None:
    site = Site(names={"assets/a.js": "assets/a.12345678.js"})
    for path, address in {
        "index.html": "assets/a.js",
        "period/law/index.html": "../../assets/a.js",
        "404.html": "/assets/a.js",
    }.items():
        page = on_page(f'<script src="{address}"></script><a href="https://example.org/assets/a.js">甲</a>', path)
        name_assets(page, site)
        assert page.one("script").attributes["src"] == address.replace("a.js", "a.12345678.js")
        assert page.one("a").attributes["href"] == "https://example.org/assets/a.js"


def test_two_style_sheets_stand_where_many_stood_and_a_page_keeps_its_own() -> None:
    shared = (
        '<link rel="stylesheet" href="{0}assets/stylesheets/main.css"><link rel="stylesheet" href="{0}assets/a.css">'
    )
    home = on_page(shared.format(""), "index.html")
    page = on_page(shared.format("../") + '<link rel="stylesheet" href="../assets/own.css">', "faq/index.html")
    site = Site(styles=shared_styles([home, page]))
    link_joined_styles(page, site)
    assert [link.attributes["href"] for link in page.css("link")] == [
        "../assets/stylesheets/theme.css",
        "../assets/styles/site.css",
        "../assets/own.css",
    ]
    with pytest.raises(ValueError, match="has other styles than the home page"):
        shared_styles([home, on_page("", "faq/index.html")])


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("..", "../index.html"),
        ("./", "./index.html"),
        ("../faq/#fn:F001", "../faq/index.html#fn:F001"),
        ("#a", "#a"),
        ("../assets/a.png", "../assets/a.png"),
        ("https://www.gov.cn/", "https://www.gov.cn/"),
        ("tel:12333", "tel:12333"),
    ],
)
def test_on_a_disk_a_link_names_its_page(address: str, expected: str) -> None:
    page = on_page(f'<a href="{address}">甲</a>')
    link_files(page, Site())
    assert page.one("a").attributes["href"] == expected


def test_on_a_disk_modules_are_classic_scripts_behind_python() -> None:
    page = BuiltPage("calculator/index.html", CALCULATOR)
    load_classic_scripts(page, Site())
    assert [script.attributes["src"] for script in page.css("script[defer]")] == [
        "../assets/python.js",
        "../assets/elements/deadline/deadline-calculator.js",
    ]
    assert page.css("[type=module]") == []


def test_the_draft_starts_no_worker_and_has_no_policy_which_copies_would_have_to_take_out_again() -> None:
    pages = list(read_pages(DRAFT))
    assert len(pages) > 60
    assert [page.path for page in pages if page.css("[data-worker], [http-equiv]")] == []


AROUND_THE_CALCULATOR = (
    '<link rel="manifest" href="../m"><script id="__config" type="application/json">{}</script>'
    '<script data-theme="../t.js"></script><script src="../assets/every-page/site.js"></script>'
    '<script src="../assets/service-worker/register.js"></script><header class="md-header"></header>'
    '<div class="md-tabs"></div><div class="md-sidebar"></div><footer class="md-footer"></footer><a class="md-top"></a>'
    '<input class="md-toggle"><label class="md-overlay"></label><div class="md-dialog"></div>'
    '<div class="page-checked"></div><div class="offline-mark"></div><div class="new-version"></div>'
    '<div data-md-component="skip"></div><div data-md-component="announce"></div>'
)


def test_where_it_is_framed_the_calculator_is_left_alone_and_no_other_page_is_touched() -> None:
    html = f"<main><deadline-calculator></deadline-calculator></main>{AROUND_THE_CALCULATOR}"
    framed, other = BuiltPage(EMBEDDED, html), BuiltPage("calculator/index.html", html)
    before = other.html
    for page in (framed, other):
        leave_calculator_alone(page, Site())
    assert framed.css("body *")[-1].tag == "deadline-calculator"
    assert framed.css("script, link") == []
    assert other.html == before


def test_a_theme_that_has_changed_is_noticed_where_the_calculator_is_framed() -> None:
    html = AROUND_THE_CALCULATOR.replace("md-sidebar", "md-side")
    with pytest.raises(ValueError, match=r"no \.md-sidebar"):
        leave_calculator_alone(BuiltPage(EMBEDDED, html), Site())


def test_the_table_of_contents_names_groups_and_not_what_is_folded_in_them() -> None:
    entry = '<li><a class="md-nav__link" href="#{0}">{0}</a>{1}</li>'
    folded = "".join(entry.format(name, "") for name in ("c", "d"))
    group = entry.format("b", f'<nav class="md-nav"><ul>{folded}</ul></nav>')
    page = on_page(
        f'<nav class="md-nav md-nav--secondary"><ul>{entry.format("a", "")}{group}</ul></nav>'
        '<h2 id="a">一</h2><h2 id="b">二</h2><details><h3 id="c">三</h3><h3 id="d">四</h3></details>'
    )
    leave_out_what_is_folded(page, Site())
    assert [link.attributes["href"] for link in page.css("nav a")] == ["#a", "#b"]
    assert len(page.css("nav")) == 1
