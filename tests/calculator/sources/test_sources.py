"""What stands at the foot of a sentence: the document behind it and the day on which that was compared."""

import pytest

from calculator.sources import citation, documents, facts


@pytest.mark.parametrize("fact", facts().values(), ids=lambda fact: fact.id)
def test_every_fact_names_its_first_document_and_the_day(fact) -> None:
    said = citation(fact.id)
    assert said.endswith(f"，{fact.checked_on}核对")
    if fact.sources:
        assert said.startswith(documents()[fact.sources[0].document].title)
    else:
        assert said.startswith("本站推算")


def test_a_fact_that_is_none_is_refused() -> None:
    with pytest.raises(KeyError):
        citation("F999")
