"""A function of days as text: as runs of days on which it stays the same or goes along, day by day."""

from collections.abc import Iterable, Sequence

__all__ = ["runs"]

_STAYS, _GOES_ALONG, _NONE = "=", "+", "-"


def runs(values: Sequence[int | None]) -> str:
    """The values of day 0, 1, 2 and so on, for ``web/elements/instant/lookup.js``.

    A run is how many days it has, how it goes on and how much more it begins with than the run before ended with, 0 for
    the first: ``31=30`` stays, ``28+1`` goes along. So functions that lie a day apart are alike but for their first run,
    and are packed together.

    >>> runs([7, 7, 7, 20, 21, 22, None, None, 20])
    '3=7 3+13 2- 1=-2'
    """
    texts, before = [], 0
    for run in _cut(values):
        texts.append(_as_text(run, before))
        before = before if run[-1] is None else run[-1]
    return " ".join(texts)


def _cut(values: Sequence[int | None]) -> Iterable[list[int | None]]:
    """The values in runs, each as long as it can be."""
    run: list[int | None] = []
    for value in values:
        if run and not _goes_on(run, value):
            yield run
            run = []
        run.append(value)
    if run:
        yield run


def _goes_on(run: Sequence[int | None], value: int | None) -> bool:
    before = run[-1]
    if value is None or before is None:
        return value is before
    first, second = run[0], run[1] if len(run) > 1 else None
    if first is None or second is None:
        return value - before in (0, 1)
    return value - before == second - first


def _as_text(run: Sequence[int | None], before: int) -> str:
    first = run[0]
    if first is None:
        return f"{len(run)}{_NONE}"
    return f"{len(run)}{_GOES_ALONG if run[-1] != first else _STAYS}{first - before}"
