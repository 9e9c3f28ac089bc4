"""Batches of messages that were written from the facts alone, without a look at the table of signs, and kept since.

Before the table was mended after each, it had called so many of a batch's scams a scam, and of its genuine messages:

=======  ========  ==========
batch    scams     genuine
=======  ========  ==========
1        74 of 90  2 of 63
2        33 of 59  0 of 51
3        32 of 51  2 of 41
4        38 of 52  2 of 38
5        37 of 50  3 of 37
6        29 of 39  2 of 36
7        none      4 of 52
8        26 of 36  1 of 36
9        37 of 48  2 of 20
10       30 of 44  2 of 35
11       33 of 45  3 of 40
12       27 of 40  3 of 30
13       50 of 52  2 of 33
14       33 of 40  2 of 40
15       29 of 41  1 of 35
16       28 of 38  6 of 35
17       12 of 16  6 of 62
18       26 of 38  2 of 25
19       25 of 35  1 of 17
20       33 of 37  0 of 17
21       34 of 40  none
22       none      8 of 52
23       none      3 of 52
24       22 of 23  0 of 18
25       26 of 30  0 of 8
26       21 of 28  1 of 30
27       27 of 30  0 of 15
28       24 of 24  0 of 10
29       48 of 53  1 of 35
30       54 of 61  2 of 34
31       45 of 55  3 of 40
32       45 of 50  7 of 52
33       62 of 68  2 of 35
34       59 of 60  3 of 44
35       53 of 57  2 of 41
36       56 of 60  0 of 30
37       54 of 60  1 of 30
38       56 of 60  0 of 30
39       48 of 48  2 of 30
40       46 of 48  1 of 30
=======  ========  ==========

That, and not what the tests below say, is how well it does with what nobody has tried. 13, 20, 21, 24 to 34, 39 and
40 were written as short as the cases that were collected: of 483 scams of those to 32, 429 were one at first sight
(89 %), 34 were doubted and 20 let pass; 16 of 292 honest messages were blamed. Then signs were composed by class
(``words.classes``): of the 128 scams of 33 and 34, 121 were one at first sight (95 %), 4 were doubted and 3 let pass;
5 of 79 honest messages were blamed. 35 to 38 are longer and of stranger kinds: of their 237 scams 219 were one at
first sight (92 %), 7 were doubted and 11 let pass; 3 of 131 honest messages were blamed. After these, 39 and 40 have
the lengths and kinds of the collected cases in the same proportions: of 96 scams 94 were one at first sight (98 %), 2
were doubted and none was let pass; 3 of 60 honest messages were blamed, of which 2 are such that nobody could tell
them. The others look for whatever may still be said: of free calls and chats three of four are a scam to it, and most
others are doubted. 17, 22 and 23 hold honest messages that use a scam's words; one of ten was blamed. ``hidden`` are
scams that hide behind genuine words.
"""

import csv
import re
from pathlib import Path

import pytest

from calculator.messages import Verdict, check
from scripts.settings.paths import DOCS

BATCHES = sorted(Path(__file__).with_name("unseen").glob("*.csv"))


def read(batch: Path) -> list[dict[str, str]]:
    with batch.open(encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table))


ROWS = [row for batch in BATCHES for row in read(batch)]
LET_TO_DOUBT = {"BLF-SC024", "BLF-SC054", "XHS003", "ZHS012"}
"""Scams that the words do not tell from what honest people send, or that the table still does not know."""
CALLED_ONE = {"BLA-HS007", "BLC-HS010", "BLG-SC038"}
"""Scams that show half of what they want, and are called one for it all the same."""
BLAMED = {"BLC-HG009", "BLG-GE018", "BLG-GE023", "JHG006", "OHG034", "PC3HG009", "PD4GE056", "PD4HG013", "PD4HG026"}
"""Honest messages that the words do not tell from a scam: who wants the picture of the card to which the pension is paid,
a court that calls, and a granddaughter who wants the code, as strangers say 奶奶 too."""


def rows(*kinds: str) -> pytest.MarkDecorator:
    found = [row for row in ROWS if row["kind"] in kinds]
    return pytest.mark.parametrize("row", found, ids=[row["id"] for row in found])


@rows("scam", "hard-scam")
def test_a_scam_is_one_or_is_doubted(row: dict[str, str]) -> None:
    expected = "unsure" if row["id"] in LET_TO_DOUBT else "scam" if row["id"] in CALLED_ONE else row["expected"]
    assert check(row["text"], row["sender"]).verdict == expected


@rows("genuine", "hard-genuine")
def test_no_genuine_message_is_called_a_scam(row: dict[str, str]) -> None:
    assert (check(row["text"], row["sender"]).verdict is Verdict.SCAM) is (row["id"] in BLAMED)


def test_no_message_stands_in_two_batches() -> None:
    assert len({row["text"] for row in ROWS}) == len({row["id"] for row in ROWS}) == len(ROWS)


@pytest.mark.parametrize("row", [row for row in ROWS if row["kind"] == "scam"][::7], ids=lambda row: row["id"])
def test_long_harmless_words_around_a_scam_hide_nothing(row: dict[str, str]) -> None:
    around = "冬天到了，老人出门要穿防滑的鞋，多喝热水，天气好的时候到公园里走一走。" * 60
    expected = check(row["text"], row["sender"]).verdict
    assert check(f"{around}\n{row['text']}\n{around}", row["sender"]).verdict == expected


def paragraphs() -> list[str]:
    """What the guide says outside of its pages about fraud: honest words about the same things as the scams'."""
    pages = (page.read_text(encoding="utf-8") for page in sorted(DOCS.rglob("*.md")) if "fraud" not in page.parts)
    parts = (part for page in pages for part in re.split(r"\n\s*\n|\n(?=[-0-9|])", page.split("---", 2)[-1]))
    plain = (re.sub(r"\[\^[^]]*\]|\{[^}]*\}|\]\([^)]*\)|[\[*#|]", "", part).strip() for part in parts)
    return [part for part in plain if len(part) >= 12 and "<" not in part and re.search(r"\w", part)]


def test_what_this_guide_says_is_called_a_scam_where_it_tells_of_scams_alone() -> None:
    said = paragraphs()
    blamed = [part for part in said if check(part).verdict is Verdict.SCAM]
    assert len(said) > 1_000
    assert len(blamed) <= len(said) / 100, "\n".join(blamed)
