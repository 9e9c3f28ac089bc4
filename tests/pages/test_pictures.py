"""The sketches can be heard, read and printed, say nothing by a colour alone, and agree with the pages beside them."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser, LexborNode

from scripts.pages.pictures import PICTURES, entrances
from scripts.pages.pictures.addresses import ADDRESSES, ending, is_official
from scripts.pages.pictures.entrances import CAPTION, ENTRANCES, Entrance, Screen, entrance_picture, steps
from scripts.pages.pictures.sketch import SMALLEST, WIDTH
from scripts.pages.prepare import finished
from scripts.settings.paths import DOCS

BYTES = 3_000
"""The most that one sketch may weigh."""
COLOURS = re.compile("[红绿黄蓝橙紫]|颜色")
MARK = re.compile(r"<!-- insert: (picture-[a-z-]+) -->")


def sketches(name: str) -> Iterator[LexborNode]:
    yield from LexborHTMLParser(PICTURES[name]()).css("svg")


@pytest.mark.parametrize("name", PICTURES)
def test_who_does_not_see_a_picture_hears_what_is_drawn(name: str) -> None:
    told = []
    for sketch in sketches(name):
        title, description = sketch.css("title, desc")
        assert sketch.attrs["role"] == "img"
        assert sketch.attrs["aria-labelledby"] == f"{title.attrs['id']} {description.attrs['id']}"
        assert title.text()
        assert description.text().endswith("。")
        told += [title.attrs["id"], description.attrs["id"]]
    assert told
    assert len(set(told)) == len(told)


@pytest.mark.parametrize("name", PICTURES)
def test_what_is_written_in_a_sketch_is_heard_too(name: str) -> None:
    for panel in LexborHTMLParser(PICTURES[name]()).css(".panel"):
        heard = "".join(part.text() for part in panel.css("title, desc, p"))
        for words in panel.css("text"):
            assert words.text().strip("✓✕ 、/") in heard


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_names_no_colour_and_takes_all_from_the_page(name: str) -> None:
    picture = PICTURES[name]()
    assert not COLOURS.search(re.sub("<[^>]*>", "", picture))
    assert not re.search(r'\b(?:fill|stroke|style|color|href|src)="', picture)
    assert set(re.findall(r'class="(fig-[a-z-]+)"', picture)) <= styled()


def styled() -> set[str]:
    styles = (DOCS.parent / "web" / "styles" / "site.css").read_text(encoding="utf-8")
    return set(re.findall(r"\.(fig-[a-z-]+)", styles))


@pytest.mark.parametrize("name", PICTURES)
def test_a_sketch_keeps_its_room_is_small_and_its_words_are_as_large_as_the_page_s(name: str) -> None:
    for sketch in sketches(name):
        width, height = sketch.attrs["width"], sketch.attrs["height"]
        assert sketch.attrs["viewbox"] == f"0 0 {width} {height}"
        assert width == str(WIDTH)
        assert len((sketch.html or "").encode()) < BYTES
        for words in sketch.css("text"):
            assert int(words.attrs["font-size"] or 0) >= SMALLEST
            assert 0 <= float(words.attrs["x"] or -1) < WIDTH
            assert 0 < float(words.attrs["y"] or -1) < int(height or 0)


@pytest.mark.parametrize("name", PICTURES)
def test_words_stay_inside_the_sketch(name: str) -> None:
    """As wide as they are at most: a Chinese character is as wide as its size."""
    for words in (one for sketch in sketches(name) for one in sketch.css("text")):
        size, x = int(words.attrs["font-size"] or 0), float(words.attrs["x"] or 0)
        wide = float(words.attrs.get("textlength") or size * sum(1 if ord(one) > 255 else 0.6 for one in words.text()))
        left = x - wide / 2 if words.attrs.get("text-anchor") == "middle" else x
        assert left >= 0, words.text()
        assert left + wide <= WIDTH, words.text()


def test_every_picture_stands_on_a_page_and_no_page_asks_for_another() -> None:
    asked = {mark for page in DOCS.rglob("*.md") for mark in MARK.findall(page.read_text(encoding="utf-8"))}
    assert asked == PICTURES.keys()


def test_no_page_shows_a_picture_twice() -> None:
    for page in DOCS.rglob("*.md"):
        marks = MARK.findall(page.read_text(encoding="utf-8"))
        assert len(set(marks)) == len(marks), page


def test_a_page_gets_its_picture() -> None:
    page = finished("# 题\n\n<!-- insert: picture-address -->\n", "", date(2026, 11, 28))
    assert page.count("<svg") == len(ADDRESSES)


@pytest.mark.parametrize("name", ENTRANCES)
def test_the_words_on_a_screen_are_those_of_the_step_that_it_names(name: str) -> None:
    entrance = ENTRANCES[name]
    assert f"<!-- insert: picture-{name} -->" in (DOCS / entrance.page).read_text(encoding="utf-8")
    written = steps(entrance.page, entrance.anchor)
    picture = entrance_picture(name)
    for screen in entrance.screens:
        assert f"第{'、'.join(map(str, screen.steps))}步：" in picture
        for words in screen.words:
            assert words in "".join(written[step] for step in screen.steps)


@pytest.mark.parametrize("name", ENTRANCES)
def test_no_screen_is_said_to_be_how_every_phone_shows_it(name: str) -> None:
    assert "以手机上看到的为准" in CAPTION
    assert CAPTION in entrance_picture(name)


def test_a_step_that_says_something_else_than_its_picture_stops_the_build(monkeypatch: pytest.MonkeyPatch) -> None:
    app = ENTRANCES["app"]
    moved = replace(app, screens=(Screen((4,), app.screens[1].draw, ("养老认证",)),))
    monkeypatch.setattr(entrances, "ENTRANCES", {"app": moved})
    with pytest.raises(ValueError, match=r"app\.md#on-phone: step \(4,\) does not say 养老认证"):
        entrance_picture("app")


def test_a_list_of_steps_that_has_gone_stops_the_build(monkeypatch: pytest.MonkeyPatch) -> None:
    app = ENTRANCES["app"]
    monkeypatch.setattr(entrances, "ENTRANCES", {"app": Entrance(app.page, "gone", app.screens)})
    with pytest.raises(ValueError, match="does not say"):
        entrance_picture("app")


def test_the_addresses_are_those_of_the_exercise_and_are_judged_as_there() -> None:
    exercise = (DOCS / "fraud" / "official-sites.md").read_text(encoding="utf-8").partition("{#practice}")[2]
    for address in ADDRESSES:
        [verdict] = re.findall(rf"^\d\. {re.escape(address.rstrip('/'))}：\*\*(真的|假的)\*\*", exercise, re.MULTILINE)
        assert (verdict == "真的") == is_official(address) == (ending(address)[1] == "gov.cn")


def test_right_and_wrong_are_said_by_a_sign_and_a_word() -> None:
    right, *wrong = (sketch.text() for sketch in sketches("picture-address"))
    assert "✓ 对" in right
    assert all("✕ 错" in one for one in wrong)
    signs = [re.findall("✓ 对|✕ 错", sketch.text()) for sketch in sketches("picture-faces")]
    assert signs == [["✓ 对"], ["✕ 错"], ["✓ 对"], ["✕ 错"]]


@given(
    st.lists(st.from_regex("[a-z0-9]{1,8}", fullmatch=True), min_size=2, max_size=6),
    st.sampled_from(["", "/", "/a.gov.cn/b"]),
)
def test_an_ending_is_the_two_parts_before_the_first_slash(parts: list[str], rest: str) -> None:
    host = ".".join(parts)
    before, last, after = ending(host + rest)
    assert before + last + after == host + rest
    assert last == ".".join(parts[-2:])
    assert after == rest


def test_no_sketch_bears_the_name_of_an_application_as_its_mark() -> None:
    """Names are written as words; there are no outlines but ours, and no image is loaded."""
    for name in PICTURES:
        assert {node.tag for sketch in sketches(name) for node in sketch.css("*")} <= {
            *("svg", "title", "desc", "text", "rect", "circle", "ellipse", "path"),
        }


def test_the_folder_of_pages_holds_no_picture() -> None:
    assert {file.suffix for file in Path(DOCS).rglob("*") if file.is_file()} == {".md"}
