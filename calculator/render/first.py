"""The advice for somebody newly retired, as HTML."""

from collections.abc import Mapping
from datetime import date
from html import escape

from calculator import wording
from calculator.assessment.assess import Assessment
from calculator.assessment.cautions import safe_title
from calculator.assessment.first_certification import FACTS, FirstCertification, FirstReading, Stage
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

__all__ = ["first_html", "first_spoken", "next_html"]

_LONG = 24
"""Months after which a pension is no longer new."""


def first_html(found: FirstCertification, fields: Mapping[str, str], root: str = "../") -> str:
    """The whole advice.

    :param fields: the calculator's fields as they were typed.
    :param root: leads from the page to the root of the site.
    """
    words = wording.first
    day = _do_by(found)
    reason = words.REASONS[found.stage]
    return "\n".join(
        (
            f'<p class="answer-remark">{words.LONG_AGO}</p>' if _is_long_ago(found) else "",
            scheme_question_html(found.after_today, fields, "first"),
            f"""<div class="answer-head" data-status="{"due-soon" if found.stage is Stage.AFTER else "on-time"}">
<p class="answer-status">{words.STATUS}</p>
<h2 class="answer-title" id="answer-title" tabindex="-1">{words.TITLE}</h2>
<p class="answer-date"><time data-result="do-by" datetime="{found.do_by.isoformat()}"><span class="month-day">{words.when(day)}</span></time></p>
<p class="answer-left">{words.do_once(day)}</p>
<p class="answer-reason">{reason}</p>
</div>""",
            buttons_html(words.aloud(day, reason)),
            "" if found.stage is Stage.BEFORE else next_html(words.NEXT_TITLE, words.NEXT_LABEL, found.after_today),
            asking_more_html(found.after_today),
            _local(found),
            _readings(found.readings, root),
            advice_html(wording.answer.ADVICE_TITLE, words.STEPS, root),
            place_html(found.place, root),
        )
    )


def first_spoken(found: FirstCertification) -> str:
    """What a screen reader says of it."""
    return wording.first.spoken(_do_by(found))


def next_html(title: str, label: str, after_today: Assessment) -> str:
    """What follows if somebody certifies today."""
    rows = (
        (label, day_html("next-deadline", after_today.deadline)),
        (safe_title(after_today), day_html("next-safe-date", after_today.safe_date)),
    )
    items = "\n".join(f"<div><dt>{name}</dt>\n<dd>{day}</dd></div>" for name, day in rows)
    return f'<section class="answer-next">\n<h3>{title}</h3>\n<dl class="answer-days">\n{items}\n</dl>\n</section>'


def _do_by(found: FirstCertification) -> date | None:
    """The day to name; none where it is now."""
    return None if found.stage is Stage.AFTER else found.do_by


def _is_long_ago(found: FirstCertification) -> bool:
    return (found.today.year - found.claim.year) * 12 + found.today.month - found.claim.month > _LONG


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
