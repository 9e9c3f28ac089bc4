"""Tabulate a way of counting: its deadline for every day of a span, so that others can look it up instead of count."""

from collections.abc import Iterator
from datetime import date, timedelta

from calculator.counting.rules import Shape

__all__ = ["days_between", "tabulate"]


def tabulate(shape: Shape, first: date, last: date) -> tuple[date, ...]:
    """The deadline, inclusive, of each day of certification from ``first`` to ``last``, both inclusive.

    Days of the Gregorian calendar, one after the other: the deadline of a day stands where ``(day - first).days`` says.

    >>> from calculator.counting.rules import shape_of
    >>> tabulate(shape_of("365-days"), date(2024, 2, 28), date(2024, 3, 1))
    (datetime.date(2025, 2, 27), datetime.date(2025, 2, 28), datetime.date(2025, 3, 1))
    """
    return tuple(map(shape.deadline, days_between(first, last)))


def days_between(first: date, last: date) -> Iterator[date]:
    """Every day from ``first`` to ``last``, both inclusive."""
    return (first + timedelta(days=number) for number in range((last - first).days + 1))
