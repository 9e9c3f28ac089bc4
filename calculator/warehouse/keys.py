"""Stable names for ways of counting, by which tables are joined.

==============================================  =======================================================================
``12-months``                                   a rule of ``calculator.counting.rules.RULES``
``windows:01-01/06-30,09-01/10-31``             the rule ``windows`` with a place's own windows, as ``MM-DD/MM-DD``
``monthly:1/15``                                the rule ``monthly`` with a place's own days of the month
``365-days-eve-1d``                             the day before
``12-months+half-year``                         the earliest of several, in the order of the table of rules
``12-months>15d``                               the last day of grace after the deadline: so many days more,
``12-months>month-end``                         or the end of the deadline's month
``12-months+half-year@2027-01-01<12-months``     the safe date where a demand begins on a day to come, and the
                                                deadline on which it depends whether it is heeded
``12-months|article>15d?``                      the last day of grace where several ways could be somebody's own; ``?``
                                                marks 15 days that no official text supports, which count only where the
                                                way that they belong to has the earliest deadline
==============================================  =======================================================================

A key is never taken apart by this package: it names what the tables hold, and is made from what they are made from.
"""

from collections.abc import Iterable

from calculator.counting.rules import RULES, EarliestOf
from calculator.regions.coverage import Demand, Key

__all__ = ["DEFAULT_KEY", "key_of", "key_of_demands"]

_PLACE_IN_TABLE = {rule: place for place, rule in enumerate(RULES)}
_COMBINED = {frozenset(one.shape.rules): one.id for one in RULES.values() if isinstance(one.shape, EarliestOf)}

DEFAULT_KEY = "article"
"""How it is counted where nothing is known of the place."""


def key_of(ways: Iterable[Key]) -> str:
    """The name of the earliest of these ways of counting.

    >>> key_of([Key("365-days"), Key("12-months")])
    'article'
    >>> key_of([Key("12-months-month-end", eve=True)])
    '12-months-month-end-1d'
    """
    distinct = dict.fromkeys(ways)
    combined = None if any(way.eve for way in distinct) else _COMBINED.get(frozenset(way.rule for way in distinct))
    ordered = sorted(distinct, key=lambda way: (_PLACE_IN_TABLE[way.rule], _name(way)))
    return combined or "+".join(map(_name, ordered))


def key_of_demands(due: str, own: Iterable[Key], demands: Iterable[Demand]) -> str:
    """The name of the safe date where some of the demands begin only on a day to come.

    :param due: the name of the deadline, on which it depends whether what begins later is heeded.
    :param own: the ways of counting of the deadline.
    """
    demands = tuple(demands)
    now = key_of((*own, *(one.key for one in demands if one.begins is None)))
    later = sorted(f"{_name(one.key)}@{one.begins}" for one in demands if one.begins is not None)
    return f"{'+'.join((now, *later))}<{due}"


def _name(way: Key) -> str:
    rule, windows, days, eve = way
    before = "-1d" if eve else ""
    if windows:
        spans = (
            f"{start[0]:02}-{start[1]:02}/{end[0]:02}-{end[1]:02}" for start, end in ((w.start, w.end) for w in windows)
        )
        return f"{rule}:{','.join(spans)}{before}"
    return f"{rule}:{days.start}/{days.end}{before}" if days else rule + before
