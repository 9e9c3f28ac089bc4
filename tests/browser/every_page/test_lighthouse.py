"""Lighthouse finds nothing to mend in pages that people read; ``scripts/bench --reading`` measures their speed."""

import pytest

from scripts.measure.reading import READING_PAGES, judge

ALL_BUT_SPEED = ("accessibility", "best-practices", "seo")


@pytest.mark.parametrize("path", READING_PAGES)
def test_a_reading_page_is_as_it_should_be(site: str, path: str) -> None:
    judgement = judge(site + path, f"--only-categories={','.join(ALL_BUT_SPEED)}")
    assert judgement.scores == dict.fromkeys(ALL_BUT_SPEED, 100)
