"""The advice for somebody newly retired, as HTML."""

from collections.abc import Iterable, Mapping
from datetime import date
from html import escape

from calculator import wording
from calculator.assessment.assess import Assessment
from calculator.assessment.cautions import safe_title
from calculator.assessment.first_certification import FACTS, FirstCertification, FirstReading, Stage
from calculator.render.card import place_link_html, remark_html
from calculator.render.parts import (
    advice_html,
    asking_more_html,
    buttons_html,
    citations_html,
    day_html,
    notice_html,
    place_html,
    scheme_question_html,
)

__all__ = [
    "LONG_AGO_MONTHS",
    "day_to_name",
    "days_after",
    "first_head_html",
    "first_html",
    "first_part_html",
    "first_spoken",
    "next_html",
    "next_rows",
]

LONG_AGO_MONTHS = 24
"""Months after which a pension is no longer new."""


def first_html(found: FirstCertification, fields: Mapping[str, str], root: str = "../") -> str:
    """The whole advice.

    :param fields: the calculator's fields as they were typed.
    :param root: leads from the page to the root of the site.
    """
    return "\n".join(
        (
            first_part_html(found, fields, root),
            _local(found),
            _readings(found.readings, root),
            advice_html(wording.answer.ADVICE_TITLE, wording.first.STEPS, root),
            place_html(found.place, root),
        )
    )


def first_part_html(found: FirstCertification, fields: Mapping[str, str], root: str = "../") -> str:
    """What it begins with, and all that is known before Python is there: a page can look it up."""
    words, after_today = wording.first, found.after_today
    next_one = next_html(words.NEXT_TITLE, next_rows(after_today, words.NEXT_LABEL))
    parts = (
        remark_html(words.LONG_AGO) if _is_long_ago(found) else "",
        scheme_question_html(after_today, fields, "first"),
        first_head_html(found.stage, found.do_by),
        "" if found.stage is Stage.BEFORE else next_one,
        asking_more_html(after_today),
        place_link_html(found.place.province.id, found.place.province.name, root) if found.place else "",
    )
    return "\n".join(part for part in parts if part)


def first_head_html(stage: Stage, do_by: date) -> str:
    """By when to certify, inclusive, and why."""
    words = wording.first
    day = day_to_name(stage, do_by)
    reason = words.REASONS[stage]
    return f"""<div class="answer-head" data-status="{"due-soon" if stage is Stage.AFTER else "on-time"}">
<p class="answer-status">{words.STATUS}</p>
<h2 class="answer-title" id="answer-title" tabindex="-1">{words.TITLE}</h2>
<p class="answer-date"><time data-result="do-by" datetime="{do_by.isoformat()}"><span class="month-day">{words.when(day)}</span></time></p>
<p class="answer-left">{words.do_once(day)}</p>
<p class="answer-reason">{reason}</p>
</div>
{buttons_html(words.aloud(day, reason))}"""


def first_spoken(found: FirstCertification) -> str:
    """What a screen reader says of it."""
    return wording.first.spoken(day_to_name(found.stage, found.do_by))


def next_rows(found: Assessment, label: str) -> tuple[tuple[str, str], ...]:
    """The days of somebody who certifies today, for ``next_html``."""
    return days_after(label, found.deadline, safe_title(found), found.safe_date, safe_leads=found.safe_leads)


def days_after(
    label: str, deadline: date, safe_title: str, safe_date: date, *, safe_leads: bool
) -> tuple[tuple[str, str], ...]:
    """The days after a certification as names and markup, the one first that matters most; ``safe_title`` is markup."""
    safe = safe_title, day_html("next-safe-date", safe_date)
    due = day_html("next-deadline", deadline)
    return (safe, (wording.answer.BORROWED_TITLE, due)) if safe_leads else ((label, due), safe)


def next_html(title: str, rows: Iterable[tuple[str, str]]) -> str:
    """What follows if somebody certifies today."""
    items = "\n".join(f"<div><dt>{name}</dt>\n<dd>{day}</dd></div>" for name, day in rows)
    return f'<section class="answer-next">\n<h3>{title}</h3>\n<dl class="answer-days">\n{items}\n</dl>\n</section>'


def day_to_name(stage: Stage, do_by: date) -> date | None:
    """The day to name; none where it is now."""
    return None if stage is Stage.AFTER else do_by


def _is_long_ago(found: FirstCertification) -> bool:
    return (found.today.year - found.claim.year) * 12 + found.today.month - found.claim.month > LONG_AGO_MONTHS


def _local(found: FirstCertification) -> str:
    """What the place's own notice says, where it says something."""
    rule = found.place.rule if found.place else None
    if rule is None or not rule.first_deadline.text:
        return ""
    sources = "；".join(notice_html(notice, rule.checked_on) for notice in rule.sources)
    return (
        f'<section class="answer-local">\n<h3>{wording.first.LOCAL_TITLE}</h3>\n<p>{escape(rule.first_deadline.text)}</p>\n'
        f'<small class="sources">{wording.answer.SOURCES_LABEL}{sources}</small>\n</section>'
    )


def _readings(readings: tuple[FirstReading, ...], root: str) -> str:
    words = wording.first
    heads = "".join(f'<th scope="col">{head}</th>' for head in words.READINGS_HEADS)
    rows = "\n".join(
        f"<tr><td>{words.period(one.kind, one.begin, one.end)}"
        + (f' <strong class="safest">{words.LOCAL_MARK}</strong>' if one.local else "")
        + f"</td><td>{words.SEEN_IN[one.kind]}</td></tr>"
        for one in readings
    )
    return f"""<section class="answer-first-readings">
<h3>{words.readings_title(len(readings))}</h3>
<p>{words.READINGS_WHY}</p>
<table>
<thead><tr>{heads}</tr></thead>
<tbody>
{rows}
</tbody>
</table>
{citations_html(FACTS, root)}
</section>"""
