"""What a page says to browsers that know neither styles nor scripts: nothing that is not so."""

import pytest
from selectolax.lexbor import LexborNode

from scripts.settings.paths import SITE
from scripts.site.built_page import BuiltPage, Site, found
from scripts.site.without_scripts import put_words_aside

PAGES = sorted(file.relative_to(SITE).as_posix() for file in SITE.rglob("*.html") if file.parent.name != "downloads")
LABELS = ("[data-way]", ".md-sidebar", ".md-top", ".regions-filter")
"""Hidden, and true wherever they are read: names of fields and ways around the guide."""


def words(node: LexborNode) -> str:
    """What stands in it, but for scripts."""
    texts = (one.text(deep=False) for one in [node, *found(node, "*")] if one.tag not in ("script", "style"))
    return " ".join(" ".join(texts).split())


@pytest.mark.parametrize("path", PAGES)
def test_nothing_is_said_that_only_scripts_show(path: str) -> None:
    page = BuiltPage.read(SITE, path)
    for label in LABELS:
        for node in page.css(label):
            node.decompose()
    shown = {words(node) for node in page.css("[hidden], template, .loading > p, .md-search-result__meta")}
    assert shown <= {""}


@pytest.mark.parametrize("page", ["calculator/", "calculator/family/", "calculator/roster/", "fraud/check/"])
def test_who_has_no_scripts_is_told_so_and_where_the_answer_is(page: str) -> None:
    (told,) = BuiltPage.read(SITE, f"{page}index.html").css(".loading noscript")
    assert "不让网页里的程序运行" in told.text()
    assert told.css("a[href]")


def on_page(body: str) -> BuiltPage:
    return BuiltPage(
        "a/index.html", f'<!DOCTYPE html><html><head><meta charset="utf-8"></head><body>{body}</body></html>'
    )


def test_words_are_brought_back_before_the_next_script_and_once() -> None:
    page = on_page(
        '<p hidden>一<b>二</b></p><script>1</script><script src="1.js"></script><p>三</p><script src="2.js"></script>'
        '<template><p data-sentence="four">四</p></template><script type="application/json">{}</script>'
    )
    put_words_aside(page, Site())
    scripts = [node.attributes.get("src") or node.text() for node in page.css("script")]
    bring = scripts[1]
    assert "data-words" in bring
    assert scripts == ["1", bring, "1.js", "2.js", "{}", bring]
    assert [node.attributes["data-words"] for node in page.css("[data-words]")] == ["一", "二", "四"]
    page = on_page('<div data-way="first" hidden><label>五</label></div><script src="1.js"></script>')
    before = page.html
    put_words_aside(page, Site())
    assert page.html == before
