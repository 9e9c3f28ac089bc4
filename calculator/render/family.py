"""Several people's answers as HTML: cards for the screen, and one sheet for paper.

Classes are named in ``web/elements/family/family.css``. A card's buttons tell the page's script what
to do (``data-do``) with whom (``data-person``, the index in the list as it was typed).
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape

from calculator import wording
from calculator.assessment.assess import Assessment
from calculator.assessment.cautions import earliest_caution, safe_title
from calculator.counting.status import Standing
from calculator.export.sharing import answer_fragment
from calculator.family.people import Member
from calculator.render.parts import day_html

__all__ = [
    "Told",
    "body_html",
    "card_html",
    "family_hotline",
    "family_html",
    "family_place",
    "family_remark_html",
    "screen_html",
    "unclear_html",
]


def family_html(members: Sequence[Member], today: date, root: str = "../../") -> str:
    """Everybody's answer, in the order given. ``root`` leads from the page to the root of the site."""
    found = Counter(member.answer.assessment.standing if member.answer else None for member in members)
    cards = (_card(member, today, root) for member in members)
    return f"{screen_html(len(members), found, cards)}\n{_sheet(members, today)}"


def screen_html(count: int, standings: Mapping[Standing | None, int], cards: Iterable[str]) -> str:
    """What stands on the screen: how many there are, how many of them are where, and a card for each."""
    return f"""<div class="family-screen">
<h2 class="answer-title" id="family-title" tabindex="-1">{wording.family.title(count)}</h2>
{_counts(standings) if count > 1 else ""}
<ol class="family-cards">
{"\n".join(cards)}
</ol>
</div>"""


def _counts(standings: Mapping[Standing | None, int]) -> str:
    steps = [(step, standings[one]) for one, step in wording.family.COUNTS.items() if standings.get(one)]
    if unclear := standings.get(None):
        steps.append((wording.family.UNCLEAR, unclear))
    return f'<p class="family-counts">{wording.family.counts(steps)}</p>'


def _card(member: Member, today: date, root: str) -> str:
    if member.answer is None:
        return card_html("unclear", member.index, escape(member.name), _without_answer(member, root))
    found = member.answer.assessment
    return card_html(found.standing.step, member.index, escape(member.name), _with_answer(member, found, today, root))


def card_html(status: str, index: int, name: str, body: str) -> str:
    """Somebody's card; ``name`` and ``body`` are markup."""
    return f"""<li class="family-card" data-status="{status}">
<h3 id="family-card-{index}">{name}</h3>
{body}
</li>"""


@dataclass(frozen=True, slots=True)
class Told:
    """What an answer says, of one person: days, and words as markup.

    ``remarks`` are as ``family_remark_html`` puts them, ``fragment`` is what stands behind ``#`` in the address of the
    whole answer, and ``may_stop_from`` is none where the deadline has not passed.
    """

    standing: Standing
    deadline: date
    days_left: int
    remarks: str
    advice: str
    safe_title: str
    safe_date: date
    may_stop_from: date | None
    place: str
    hotline: str
    fragment: str


def family_remark_html(remark: str) -> str:
    """What must be seen with an answer, as markup; nothing where there is none."""
    return f'<p class="family-remark">{remark}</p>\n' if remark else ""


def _with_answer(member: Member, found: Assessment, today: date, root: str) -> str:
    remarks = member.answer.remarks if member.answer else ()
    told = Told(
        standing=found.standing,
        deadline=found.deadline,
        days_left=found.days_left,
        remarks="".join(map(family_remark_html, (*map(escape, remarks), earliest_caution(found)))),
        advice=wording.answer.advice(found.standing, found.opens, pension=found.could_be_pension)[0][0],
        safe_title=safe_title(found),
        safe_date=found.safe_date,
        may_stop_from=found.may_stop_from if found.days_left < 0 else None,
        place=escape(family_place(member.person.region, found)),
        hotline=escape(family_hotline(found)),
        fragment=escape(answer_fragment({"last": member.person.last, "region": member.person.region})),
    )
    return body_html(told, member.index, wording.days.day_in_words(today), root)


def body_html(told: Told, index: int, today: str, root: str) -> str:
    """What stands in the card of somebody who has an answer; ``today`` in words."""
    words, day, step = wording.family, told.deadline, told.standing.step
    rows = [(told.safe_title, day_html("safe-date", told.safe_date))]
    if told.may_stop_from:
        rows.append((words.SUSPENDED_TITLE, day_html("may-stop-from", told.may_stop_from) + words.FROM_THEN_ON))
    rows += [(words.PLACE_TITLE, told.place), (words.HOTLINE_TITLE, told.hotline)]
    facts = "\n".join(f"<div><dt>{name}</dt> <dd>{text}</dd></div>" for name, text in rows)
    done = "" if told.standing is Standing.ON_TIME else _done_button(index, today)
    return f"""<p class="answer-status"><span class="sign" aria-hidden="true">{wording.answer.STATUS_SIGNS[step]}</span>
<data data-result="status" value="{step}">{wording.answer.STATUS_NAMES[told.standing]}</data></p>
<p class="family-until">{wording.answer.DEADLINE_TITLE}</p>
<p class="answer-date"><time data-result="deadline" datetime="{day.isoformat()}"><span class="year">{day.year}年</span>
<span class="month-day">{day.month}月{day.day}日</span> <span class="weekday">{wording.days.weekday(day)}</span></time>
<span class="answer-left">{wording.answer.left(told.standing, told.days_left)}</span></p>
{told.remarks}<p class="family-advice">{told.advice}</p>
<dl class="family-facts">
{facts}
</dl>
<p class="family-ways">{done}{_edit_button(index)}
<a href="{root}calculator/#{told.fragment}" aria-describedby="family-card-{index}">{words.DETAILS_LINK}</a></p>"""


def _without_answer(member: Member, root: str) -> str:
    # A day that is only half typed is no fault yet; a place is chosen, so what is wrong with it can be said at once.
    lines = [escape(error.message) for error in member.errors if error.field == "region"]
    return unclear_html(lines, member.index, root, lacks_day=_lacks_day(member))


def unclear_html(lines: Sequence[str], index: int, root: str, *, lacks_day: bool) -> str:
    """What stands in the card of somebody who has none; ``lines`` are markup."""
    words = wording.family
    if lacks_day:
        link = f'<a href="{root}situations/forgotten-date/">{words.UNCLEAR_LINK}</a>'
        lines = [*lines, words.UNCLEAR_TEXT, f"{words.UNCLEAR_ADVICE} {link}"]
    text = "\n".join(f"<p>{line}</p>" for line in lines)
    return f"""<p class="answer-status"><span class="sign" aria-hidden="true">{words.UNCLEAR_SIGN}</span>
<data data-result="status" value="unclear">{words.UNCLEAR}</data></p>
{text}
<p class="family-ways">{_edit_button(index)}</p>"""


def _lacks_day(member: Member) -> bool:
    return any(error.field == "last" for error in member.errors)


def _edit_button(index: int) -> str:
    return f'<button type="button" data-do="edit" {_whom(index)}>{wording.family.EDIT_BUTTON}</button>'


def _done_button(index: int, today: str) -> str:
    return (
        f'<button type="button" data-do="done" data-last="{today}" {_whom(index)}>{wording.family.DONE_BUTTON}</button>'
    )


def _whom(index: int) -> str:
    return f'data-person="{index}" aria-describedby="family-card-{index}"'


def family_place(region: str, found: Assessment) -> str:
    """江苏省; and for whom its rule is, where that was chosen by its path: 福建省（城乡居民）."""
    if found.place is None:
        return wording.family.PLACE_UNKNOWN
    chosen = found.place.rule if found.place.id == region else None
    return found.place.name + (f"（{chosen.who}）" if chosen else "")


def family_hotline(found: Assessment) -> str:
    """The number to call."""
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
        f"{escape(family_place(member.person.region, found))}<br>{escape(family_hotline(found))}",
        f"{wording.answer.STATUS_SIGNS[found.standing.step]} {words.COUNTS[found.standing]}。{words.TODO[found.standing]}",
        "",
    )
    return f"<tr>{head}{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"


def _short_day(day: date) -> str:
    return f"{day.year}年<br>{day.month}月{day.day}日<br>{wording.days.weekday(day)}"
