"""Pictures for those who look rather than read say the same as the pages in which they stand."""

import pytest

from scripts.pages.sketches import ENTRIES, Entry, address_sketch, entry_sketch, holding_sketch
from scripts.settings.paths import DOCS
from scripts.site.built_page import BuiltPage

SKETCHES = {f"sketch-{name}": entry_sketch(name) for name in ENTRIES} | {
    "sketch-holding": holding_sketch(),
    "sketch-address": address_sketch(),
}


@pytest.mark.parametrize("name", SKETCHES)
def test_a_sketch_has_its_words_for_whoever_cannot_see_it_and_stands_in_one_page(name: str) -> None:
    page = BuiltPage("", SKETCHES[name])
    title, spoken = page.one("svg title"), page.one("svg desc")
    assert title.text()
    assert spoken.text().endswith("。")
    assert page.one("svg").attributes["aria-labelledby"] == f"{title.attributes['id']} {spoken.attributes['id']}"
    pages = [page.name for page in DOCS.rglob("*.md") if f"<!-- insert: {name} -->" in page.read_text(encoding="utf-8")]
    assert len(pages) == 1


@pytest.mark.parametrize("name", SKETCHES)
def test_no_word_in_a_sketch_is_small_or_runs_out_of_it(name: str) -> None:
    for text in BuiltPage("", SKETCHES[name]).css("svg text"):
        size, x = (float(text.attributes[part] or 0) for part in ("font-size", "x"))
        assert size >= 18
        if text.attributes.get("text-anchor") == "middle":
            half = sum(size if ord(letter) > 0x2E80 else size * 0.6 for letter in text.text()) / 2
            assert x >= half
            assert x + half <= 360


@pytest.mark.parametrize("name", ENTRIES)
def test_the_word_that_the_sketch_shows_is_that_of_the_steps_beside_it(name: str) -> None:
    page = (DOCS / "methods" / f"{name}.md").read_text(encoding="utf-8")
    assert ENTRIES[name].second in page


def test_a_word_that_no_button_holds_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(ENTRIES, "app", Entry("手机App", "打开", searched=False, second="社保待遇资格认证"))
    with pytest.raises(ValueError, match="does not fit"):
        entry_sketch("app")
