"""The worker in which the theme searches is mended, or the build stops."""

import json
from pathlib import Path

import pytest

from scripts.settings.paths import HTML, WEB
from scripts.site.search_index import read_index
from scripts.site.search_worker import mend_search

FOLDER = "assets/javascripts/workers"


def test_the_mended_worker_has_another_name(tmp_path: Path) -> None:
    [theirs] = (HTML / FOLDER).glob("search.*.min.js")
    (tmp_path / FOLDER).mkdir(parents=True)
    (tmp_path / FOLDER / theirs.name).write_bytes(theirs.read_bytes())
    (tmp_path / FOLDER / f"{theirs.name}.map").touch()
    [(old, new)] = mend_search(tmp_path).items()
    assert (old, new) == (f"{FOLDER}/{theirs.name}", f"{FOLDER}/{(tmp_path / new).name}")
    assert old != new
    assert [file.name for file in (tmp_path / FOLDER).iterdir()] == [new.rpartition("/")[2]]
    assert "function nearness" in (tmp_path / new).read_text(encoding="utf-8")


def test_what_people_say_leads_to_words_of_the_pages() -> None:
    words = json.loads((WEB / "search" / "everyday_words.json").read_text(encoding="utf-8"))
    said = [word for everyday in words.values() for word in everyday.split()]
    assert len(said) == len(set(said)), "a word leads to two places"
    pages = " ".join(f"{entry['title']} {entry['text']}".replace("\u200b", "") for entry in read_index(HTML)["docs"])
    assert [word for ours in words for word in ours.split() if word not in pages] == []


def test_a_worker_that_is_not_as_it_was_stops_the_build(tmp_path: Path) -> None:
    (tmp_path / FOLDER).mkdir(parents=True)
    with pytest.raises(ValueError, match="has 0 scripts that search, not one"):
        mend_search(tmp_path)
    (tmp_path / FOLDER / "search.0123abcd.min.js").write_text("search(e){}", encoding="utf-8")
    with pytest.raises(ValueError, match="has 0 times for"):
        mend_search(tmp_path)
