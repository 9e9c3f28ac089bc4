"""A worked roster as HTML: what was understood, the counts to filter by, and a page of people.

Classes are named in ``web/elements/roster/roster.css``. Nothing of the table reaches the page unescaped.
"""

import re
import unicodedata
from html import escape

from calculator import wording
from calculator.counting.groups import Group
from calculator.roster.columns import FIELDS, Columns
from calculator.roster.desk import Desk
from calculator.roster.rows import Person
from calculator.roster.worklist import PAGE_LENGTH, Worklist
from calculator.wording.plain_text import shortened

__all__ = ["group_reason_html", "list_html", "result_html"]

_words = wording.roster


def result_html(desk: Desk, worklist: Worklist) -> str:
    """The whole result."""
    count = len(worklist.people)
    remarks = "\n".join(f'<p class="roster-remark">{escape(remark)}</p>' for remark in desk.remarks)
    return f"""<h2 class="roster-title" id="roster-title" tabindex="-1">{_words.RESULT_TITLE}，{_words.people_counted(count)}</h2>
{remarks}
{_columns(desk)}
<div class="roster-groups" role="group" aria-label="{_words.FILTER_LABEL}">
{_groups(worklist)}
</div>
<div class="roster-list">
{list_html(worklist, None, 0)}
</div>
{_take()}"""


def list_html(worklist: Worklist, group: Group | None, page: int) -> str:
    """One page of a group, or of everybody, counted from 0; a page that is not there is the nearest that is."""
    people = worklist.of(group)
    page = max(0, min(page, (len(people) - 1) // PAGE_LENGTH))
    some = people[page * PAGE_LENGTH : (page + 1) * PAGE_LENGTH]
    name = _words.GROUP_NAMES[group] if group else _words.ALL
    first = page * PAGE_LENGTH + 1
    title = _words.list_title(name, first, first + len(some) - 1, len(people))
    heading = f'<h3 class="roster-list-title" id="roster-list-title" tabindex="-1">{title}</h3>'
    if not some:
        return f"{heading}\n<p>{_words.NOBODY}</p>"
    headings = "".join(
        f'<th role="columnheader" scope="col">{label}</th>'
        for label in (_words.LIST_NAME, _words.LIST_DEADLINE, _words.LIST_STATUS, _words.LIST_REASON)
    )
    return f"""{heading}
{group_reason_html(group) if group else ""}<table class="roster-table" role="table" aria-labelledby="roster-list-title">
<thead role="rowgroup"><tr role="row">{headings}</tr></thead>
<tbody role="rowgroup">
{"".join(map(_row, some))}</tbody>
</table>
{_pages(page, len(people))}"""


def group_reason_html(group: Group) -> str:
    """Why people are in a group, with the end of its line; nothing where its name says it."""
    reason = _words.GROUP_REASONS.get(group)
    return f"<p>{reason}</p>\n" if reason else ""


def _row(person: Person) -> str:
    verdict = person.verdict
    name = escape(person.name) or _words.NAMELESS
    number = _words.row_number(person.number)
    if (deadline := verdict.deadline) is None:
        day = _words.NO_DAY
    else:
        day = f'<time datetime="{deadline.isoformat()}">{wording.days.day_in_words(deadline)}</time>'
    sign = f'<span class="sign" aria-hidden="true">{_words.GROUP_SIGNS[verdict.group or Group.UNCLEAR]}</span>'
    phone = f"<span>{_telephone(person.phone)}</span>" if person.phone else ""
    return (
        f'<tr role="row" data-group="{verdict.group or ""}">'
        f'<th role="rowheader" scope="row">{name} <small>{number}</small>{phone}</th>'
        f'<td role="cell" class="roster-day">{day}</td>'
        f'<td role="cell" class="roster-status">{sign}{verdict.status}</td>'
        f'<td role="cell" class="roster-reason">{escape(verdict.reason)}</td></tr>\n'
    )


def _telephone(text: str) -> str:
    """A number to press, where it is one."""
    digits = re.sub(r"[\s()-]", "", unicodedata.normalize("NFKC", text))
    if re.fullmatch(r"\+?\d{5,15}", digits, re.ASCII):
        return f'<a href="tel:{digits}">{escape(text)}</a>'
    return escape(text)


def _pages(page: int, count: int) -> str:
    last = (count - 1) // PAGE_LENGTH
    if last == 0:
        return ""
    before = f'<button type="button" data-page="{page - 1}">← {_words.PREVIOUS}</button>' if page else ""
    after = f'<button type="button" data-page="{page + 1}">{_words.NEXT} →</button>' if page < last else ""
    return f'<nav class="roster-pages" aria-label="{_words.PAGES_LABEL}">{before}<span>{page + 1} / {last + 1}</span>{after}</nav>'


def _groups(worklist: Worklist) -> str:
    def button(group: Group | None, sign: str, name: str, count: int) -> str:
        mark = f'<span class="sign" aria-hidden="true">{sign}</span>' if sign else ""
        return (
            f'<button type="button" data-group="{group or ""}" aria-pressed="{str(group is None).lower()}">'
            f"{mark}<span>{name}</span> <strong>{count}</strong></button>"
        )

    buttons = [button(None, "", _words.ALL, len(worklist.people))]
    buttons += (
        button(group, _words.GROUP_SIGNS[group], _words.GROUP_NAMES[group], count)
        for group, count in worklist.counts.items()
    )
    return "\n".join(buttons)


def _columns(desk: Desk) -> str:
    """What each field is read from, to be corrected. Open where the day was not found."""
    single = [(str(index), _column_name(desk, index)) for index in range(len(desk.heading.names))]
    fields = [
        _column(field, _words.FIELD_NAMES[field], _choices(desk, field, single), _value(desk.columns, field))
        for field in FIELDS
    ]
    if len(desk.sheets) > 1:
        sheets = [
            (str(place + 1), _words.sheet_choice(one.name, hidden=one.hidden)) for place, one in enumerate(desk.sheets)
        ]
        fields.insert(0, _column("sheet", _words.SHEET_LABEL, sheets, str(desk.sheet + 1)))
    is_open = "" if "last" in desk.columns else " open"
    rows = "\n".join(fields)
    return f"""<details class="roster-columns"{is_open}>
<summary>{_words.COLUMNS_TITLE}</summary>
<div class="roster-column-fields">
{rows}
</div>
</details>"""


def _value(columns: Columns, field: str) -> str:
    """The columns of a field as the page sends them back: 0, or 1+2+3 where several hold it."""
    return "+".join(map(str, columns.get(field, ())))


def _choices(desk: Desk, field: str, single: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Every column, and the columns together that were found to hold the field."""
    together = [
        (
            value,
            _words.columns_together(
                [desk.heading.names[index] for index in found],
                newest=field == "last" and not desk.heading.is_split(found),
            ),
        )
        for found in dict.fromkeys((desk.heading.columns.get(field, ()), desk.columns.get(field, ())))
        if len(found) > 1 and (value := "+".join(map(str, found)))
    ]
    return [("", _words.COLUMN_NONE), *together, *single]


def _column(field: str, label: str, choices: list[tuple[str, str]], chosen: str) -> str:
    options = "".join(
        f'<option value="{value}"{" selected" if value == chosen else ""}>{escape(name)}</option>'
        for value, name in choices
    )
    return (
        f'<div class="field"><label for="roster-column-{field}">{label}</label>'
        f'<select id="roster-column-{field}" data-column="{field}" autocomplete="off">{options}</select></div>'
    )


def _column_name(desk: Desk, index: int) -> str:
    name = desk.heading.names[index].strip() or _words.column_number(index + 1)
    example = desk.example_of(index).strip()
    return _words.column_choice(shortened(name), shortened(example))


def _take() -> str:
    saving = "\n".join(
        f'<button type="button" data-save="{kind}">{label}</button>' for kind, label in _words.SAVE_LABELS.items()
    )
    return f"""<section class="roster-take">
<h3>{_words.TAKE_TITLE}</h3>
<p>{_words.TAKE_HINT}</p>
<p class="roster-cannot-save" hidden>{_words.CANNOT_SAVE}</p>
<div class="roster-buttons">
{saving}
<button type="button" data-sheet>{_words.PRINT_LABEL}</button>
</div>
</section>"""
