"""Several people's answers as HTML: cards for the screen, and one sheet for paper.

Classes are named in ``web/elements/family/family.css``. A card's buttons tell the page's script what
to do (``data-do``) with whom (``data-person``, the index in the list as it was typed).
"""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from html import escape

from calculator import wording
from calculator.assessment.assess import Assessment
from calculator.assessment.cautions import earliest_caution, safe_title
from calculator.counting.status import Standing
from calculator.export.sharing import answer_fragment
from calculator.family.people import Member, Person
from calculator.reading.form import Answer
from calculator.render.parts import day_html

__all__ = ["family_html"]


def family_html(members: Sequence[Member], today: date, root: str = "../../") -> str:
    """Everybody's answer, in the order given. ``root`` leads from the page to the root of the site."""
    words = wording.family
    cards = "\n".join(_card(member, today, root) for member in members)
    return f"""<div class="family-screen">
<h2 class="answer-title" id="family-title" tabindex="-1">{words.title(len(members))}</h2>
{_counts(members)}
<ol class="family-cards">
{cards}
</ol>
</div>
{_sheet(members, today)}"""


def _counts(members: Sequence[Member]) -> str:
    if len(members) < 2:
        return ""
    found = Counter(member.answer.assessment.standing if member.answer else None for member in members)
    steps = [(step, found[standing]) for standing, step in wording.family.COUNTS.items() if found[standing]]
    if found[None]:
        steps.append((wording.family.UNCLEAR, found[None]))
    return f'<p class="family-counts">{wording.family.counts(steps)}</p>'


def _card(member: Member, today: date, root: str) -> str:
    if member.answer is None:
        status, body = "unclear", _without_answer(member, root)
    else:
        status, body = member.answer.assessment.standing.step, _with_answer(member, member.answer, today, root)
    return f"""<li class="family-card" data-status="{status}">
<h3 id="family-card-{member.index}">{escape(member.name)}</h3>
{body}
</li>"""


def _with_answer(member: Member, answer: Answer, today: date, root: str) -> str:
    words = wording.family
    found = answer.assessment
    day = found.deadline
    remarks = "".join(f'<p class="family-remark">{escape(remark)}</p>\n' for remark in answer.remarks)
    step = found.standing.step
    earliest = f'<p class="family-remark">{said}</p>\n' if (said := earliest_caution(found)) else ""
    rows = [(safe_title(found), day_html("safe-date", found.safe_date))]
    if found.days_left < 0:
        rows.append((words.SUSPENDED_TITLE, day_html("may-stop-from", found.may_stop_from) + words.FROM_THEN_ON))
    rows += [(words.PLACE_TITLE, escape(_place(member.person, found))), (words.HOTLINE_TITLE, escape(_hotline(found)))]
    facts = "\n".join(f"<div><dt>{name}</dt> <dd>{text}</dd></div>" for name, text in rows)
    fragment = answer_fragment({"last": member.person.last, "region": member.person.region})
    done = "" if found.standing is Standing.ON_TIME else _done_button(member, today)
    return f"""<p class="answer-status"><span class="sign" aria-hidden="true">{wording.answer.STATUS_SIGNS[step]}</span>
<data data-result="status" value="{step}">{wording.answer.STATUS_NAMES[found.standing]}</data></p>
<p class="family-until">{wording.answer.DEADLINE_TITLE}</p>
<p class="answer-date"><time data-result="deadline" datetime="{day.isoformat()}"><span class="year">{day.year}年</span>
<span class="month-day">{day.month}月{day.day}日</span> <span class="weekday">{wording.days.weekday(day)}</span></time>
<span class="answer-left">{wording.days.days_left_in_words(found.days_left)}</span></p>
{remarks}{earliest}<p class="family-advice">{wording.answer.advice(found.standing, found.opens)[0][0]}</p>
<dl class="family-facts">
{facts}
</dl>
<p class="family-ways">{done}{_edit_button(member)}
<a href="{root}calculator/#{escape(fragment)}" aria-describedby="family-card-{member.index}">{words.DETAILS_LINK}</a></p>"""


def _without_answer(member: Member, root: str) -> str:
    words = wording.family
    # A day that is only half typed is no fault yet; a place is chosen, so what is wrong with it can be said at once.
    lines = [escape(error.message) for error in member.errors if error.field == "region"]
    if _lacks_day(member):
        link = f'<a href="{root}situations/forgotten-date/">{words.UNCLEAR_LINK}</a>'
        lines += [words.UNCLEAR_TEXT, f"{words.UNCLEAR_ADVICE} {link}"]
    text = "\n".join(f"<p>{line}</p>" for line in lines)
    return f"""<p class="answer-status"><span class="sign" aria-hidden="true">{words.UNCLEAR_SIGN}</span>
<data data-result="status" value="unclear">{words.UNCLEAR}</data></p>
{text}
<p class="family-ways">{_edit_button(member)}</p>"""


def _lacks_day(member: Member) -> bool:
    return any(error.field == "last" for error in member.errors)


def _edit_button(member: Member) -> str:
    return f'<button type="button" data-do="edit" {_whom(member)}>{wording.family.EDIT_BUTTON}</button>'


def _done_button(member: Member, today: date) -> str:
    last = wording.days.day_in_words(today)
    return (
        f'<button type="button" data-do="done" data-last="{last}" {_whom(member)}>{wording.family.DONE_BUTTON}</button>'
    )


def _whom(member: Member) -> str:
    return f'data-person="{member.index}" aria-describedby="family-card-{member.index}"'


def _place(person: Person, found: Assessment) -> str:
    """江苏省; and for whom its rule is, where that was chosen: 福建省（城乡居民）."""
    if found.place is None:
        return wording.family.PLACE_UNKNOWN
    chosen = found.place.rule if found.place.id == person.region else None
    return found.place.name + (f"（{chosen.who}）" if chosen else "")


def _hotline(found: Assessment) -> str:
    if found.place is None:
        return wording.family.HOTLINE
    return (found.place.rule.hotline if found.place.rule else "") or found.place.province.hotline


def _sheet(members: Sequence[Member], today: date) -> str:
    """One A4 page with everybody, for the fridge; the last column is for a pen."""
    words = wording.family
    heads = "".join(f'<th scope="col">{column}</th>' for column in words.SHEET_COLUMNS)
    rows = "\n".join(_row(member) for member in members)
    foot = "\n".join(f"<p>{line}</p>" for line in words.SHEET_FOOT)
    return f"""<div class="family-sheet">
<h2>{words.SHEET_TITLE}</h2>
<p>{words.printed_on(today)}</p>
<table class="family-table">
<thead><tr>{heads}</tr></thead>
<tbody>
{rows}
</tbody>
</table>
{foot}
</div>"""


def _row(member: Member) -> str:
    words = wording.family
    head = f'<th scope="row">{escape(member.name)}</th>'
    if member.answer is None:
        reasons = "".join(error.message for error in member.errors if error.field != "label")
        advice = words.UNCLEAR_ADVICE if _lacks_day(member) else ""
        return f'<tr>{head}<td colspan="4">{words.UNCLEAR}。{escape(reasons)}{advice}</td><td></td></tr>'
    found = member.answer.assessment
    cells = (
        f"<strong>{_short_day(found.deadline)}</strong>",
        _short_day(found.safe_date),
        f"{escape(_place(member.person, found))}<br>{escape(_hotline(found))}",
        f"{wording.answer.STATUS_SIGNS[found.standing.step]} {words.COUNTS[found.standing]}。{words.TODO[found.standing]}",
        "",
    )
    return f"<tr>{head}{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"


def _short_day(day: date) -> str:
    return f"{day.year}年<br>{day.month}月{day.day}日<br>{wording.days.weekday(day)}"
