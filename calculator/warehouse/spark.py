"""The same answers on a Spark cluster: a function for ``DataFrame.mapInArrow``.

.. code-block:: python

    from calculator.warehouse.spark import SCHEMA, answer_batches

    answered = people.select("id", "last", "place", "scheme").mapInArrow(answer_batches(today), "id long, " + SCHEMA)

Every executor needs this package and ``pyarrow``, nothing else. It needs no shuffle and no broadcast: each task reads its own
rows, and remembers the days and places that it has met.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from calculator.errors import InputError
from calculator.warehouse.lookup import Lookup

if TYPE_CHECKING:
    import pyarrow

__all__ = ["SCHEMA", "answer_batches"]

SCHEMA = "deadline date, safe_date date, grace_end date, status string, standing string, days_left int, reason string, fault string"
"""The columns that come behind a row's own, as Spark writes a schema. ``fault`` says why a row could not be read; all others
are null then."""

_NAMES = tuple(column.split()[0] for column in SCHEMA.split(", "))
_NOTHING = (None,) * (len(_NAMES) - 1)


def answer_batches(
    today: date, *, last: str = "last", place: str = "place", scheme: str = "scheme"
) -> "Callable[[Iterable[pyarrow.RecordBatch]], Iterator[pyarrow.RecordBatch]]":
    """What ``mapInArrow`` is given: it keeps the columns that come in and puts those of ``SCHEMA`` behind them.

    :param last: the column with the day of the newest certification, as a date or as text.
    :param place: the column with a code of GB/T 2260, an address or the path of a region; it need not be there.
    :param scheme: the column with the benefit; it need not be there.
    :raises InputError: if ``today`` is no supported day, and in the executors if there is no such column ``last``.
    """
    Lookup(today)  # refuses a day here and not on every executor

    def answer(batches: "Iterable[pyarrow.RecordBatch]") -> "Iterator[pyarrow.RecordBatch]":
        lookup = Lookup(today)
        return (_answered(lookup, one, (last, place, scheme)) for one in batches)

    return answer


def _answered(lookup: Lookup, batch: "pyarrow.RecordBatch", columns: tuple[str, str, str]) -> "pyarrow.RecordBatch":
    import pyarrow

    last, *others = columns
    cells = [batch.column(last).to_pylist()]
    cells += [
        batch.column(name).to_pylist() if name in batch.schema.names else [None] * batch.num_rows for name in others
    ]
    rows = [_row(lookup, *row) for row in zip(*cells, strict=True)]
    date32, text = pyarrow.date32(), pyarrow.string()
    kinds = (date32, date32, date32, text, text, pyarrow.int32(), text, text)
    made = [pyarrow.array([row[place] for row in rows], kind) for place, kind in enumerate(kinds)]
    return pyarrow.RecordBatch.from_arrays([*batch.columns, *made], names=[*batch.schema.names, *_NAMES])


def _row(lookup: Lookup, last: Any, place: str | None, scheme: str | None) -> tuple[Any, ...]:
    """What comes behind a row's own columns, in the order of ``SCHEMA``."""
    typed, answer = lookup.day(last), lookup.answer(place, scheme)
    if isinstance(typed, InputError):
        return *_NOTHING, typed.message
    if isinstance(answer, InputError):
        return *_NOTHING, answer.message
    one = lookup.outcome(answer, typed)
    days = one.deadline, one.safe_date, one.grace_end
    return *days, one.status.value, one.standing.value, one.days_left, one.told + answer.basis[one.option], None
