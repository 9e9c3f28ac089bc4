"""The date table on paper: every day of three years with the deadline and the safe date that the package gives."""

import re
from datetime import date, timedelta
from pathlib import Path

import pytest

from calculator import assess
from tests.built_site import made_day
from tests.print.reading import assert_fit_for_paper, compact, pages_of_words, text


@pytest.fixture(scope="module")
def table(papers: Path) -> Path:
    return papers / "handouts" / "date-table.pdf"


def test_it_is_fit_for_paper_and_says_how_to_read_it(table: Path) -> None:
    assert_fit_for_paper(table)
    words = compact(table, "-l", "1")
    assert "找到您上次认证的那一天，同一行就是截止日。" in words
    assert "本社区电话" in words


def test_every_day_stands_beside_its_deadline_and_the_safe_date(table: Path) -> None:
    year = made_day().year
    row = re.compile(r"(\d+)月(\d+)日\s+(\d{4})年(\d+)月(\d+)日\s+(\d+)月(\d+)日")
    found = set()
    for match in row.finditer(text(table, "-layout")):
        month, day, due_year, due_month, due_day, safe_month, safe_day = (int(part) for part in match.groups())
        found.add((date(due_year, due_month, due_day), (month, day), (safe_month, safe_day)))
    last = date(year - 1, 1, 1)
    expected = set()
    while last.year <= year + 1:
        one = assess(last, today=last)
        expected.add((one.deadline, (last.month, last.day), (one.safe_date.month, one.safe_date.day)))
        last += timedelta(days=1)
    assert found == expected


def test_two_whole_months_stand_on_a_sheet(table: Path) -> None:
    year = made_day().year
    pages = ["".join(word.text for word in page) for page in pages_of_words(table)]
    captions = [re.findall(rf"({year - 1}|{year}|{year + 1})年(\d+)月(?!\d)(?!\d*日)", page) for page in pages[1:19]]
    assert [len(one) for one in captions] == [2] * 18
