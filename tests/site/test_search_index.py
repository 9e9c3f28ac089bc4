"""What the search looks through: every section by its own words, and nothing that answers nobody."""

from scripts.settings.paths import HTML
from scripts.site.search_index import finished_index, index_text, read_index


def test_the_index_is_half_as_large_and_has_every_section_but_the_sources() -> None:
    theirs = read_index(HTML)
    ours = finished_index(theirs)
    assert len(index_text(ours).encode()) < 0.6 * len(index_text(theirs).encode())
    sections = {entry["location"] for entry in theirs["docs"] if "#page-sources" not in entry["location"]}
    assert {entry["location"] for entry in ours["docs"]} == sections | {"faq/#"}
    assert "\u200b" not in index_text(ours)


def test_a_section_counts_more_than_the_beginning_of_its_page_and_a_list_of_everything_least() -> None:
    ranks = {entry["location"]: entry["boost"] for entry in finished_index(read_index(HTML))["docs"]}
    assert ranks["faq/#dark"] > ranks["faq/"] > ranks["regions/#all"] > ranks["faq/#"]
