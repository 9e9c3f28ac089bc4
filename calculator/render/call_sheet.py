"""The call sheet: on paper, beside the telephone, with a box to tick for everybody who has been reached."""

from datetime import date
from html import escape

from calculator import wording
from calculator.counting.groups import Group
from calculator.render.roster import group_reason_html
from calculator.roster.rows import Person, Verdict
from calculator.roster.worklist import Worklist

__all__ = ["call_sheet_html"]

_words = wording.roster


def call_sheet_html(worklist: Worklist, group: Group | None, today: date) -> str:
    """The people of one group, or without one all who have to be called, the most urgent first."""
    groups = [group] if group else [one for one in Group if one is not Group.ON_TIME]
    sections = "\n".join(_section(one, worklist, today) for one in groups if worklist.counts[one])
    return f"""<h2>{_words.SHEET_TITLE}</h2>
<p class="sheet-care">{_words.sheet_day(today)}。{_words.SHEET_CARE}</p>
{sections or f"<p>{_words.NOBODY}</p>"}"""


def _section(group: Group, worklist: Worklist, today: date) -> str:
    rows = "\n".join(_row(person, today) for person in worklist.of(group))
    title = f"{_words.GROUP_SIGNS[group]} {_words.GROUP_NAMES[group]}：{worklist.counts[group]}人"
    headings = "".join(
        f'<th scope="col">{label}</th>'
        for label in (
            _words.SHEET_DONE,
            _words.FIELD_NAMES["name"],
            _words.FIELD_NAMES["phone"],
            _words.LIST_DEADLINE,
            _words.LIST_REASON,
        )
    )
    return f"""<h3>{title}</h3>
{group_reason_html(group)}<p class="sheet-say"><strong>{_words.SHEET_SAY}</strong>{_words.GROUP_SCRIPTS[group]}</p>
<table class="sheet-table">
<thead><tr>{headings}</tr></thead>
<tbody>
{rows}
</tbody>
</table>"""


def _row(person: Person, today: date) -> str:
    verdict = person.verdict
    day = verdict.deadline.isoformat() if verdict.deadline else _words.NO_DAY
    name = escape(person.name) or f"{_words.NAMELESS}（{_words.row_number(person.number)}）"
    return (
        f'<tr><td class="sheet-box">□</td><td>{name}</td><td class="sheet-phone">{escape(person.phone) or _words.NO_PHONE}</td>'
        f'<td class="sheet-day">{day}</td><td>{escape(_said(verdict, today))}</td></tr>'
    )


def _said(verdict: Verdict, today: date) -> str:
    """Where to stand is said above the table; what is left to say is how long ago, or how soon, or what is unclear."""
    if verdict.may_stop_from is None or verdict.safe_date is None:
        return verdict.reason
    if verdict.group is Group.EARLY:
        return _words.sheet_early(verdict.days_left, verdict.safe_date, today)
    return _words.sheet_said(verdict.days_left, verdict.may_stop_from)
