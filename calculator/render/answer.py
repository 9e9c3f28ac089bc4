"""An assessment as HTML.

The markup carries the contract of the page: ``<time data-result>`` for each day and ``<data data-result="status">``
for the step of the ladder. Classes are named in ``web/elements/deadline/deadline.css``.
"""

from html import escape

from calculator import wording
from calculator.assessment.assess import Assessment
from calculator.assessment.cautions import grace_caution, safe_caution
from calculator.assessment.working import Step
from calculator.counting.rules import RULES, Cycle
from calculator.reading.form import Answer
from calculator.render.parts import advice_html, buttons_html, day_html, notice_html, place_html
from calculator.render.take_along import take_along_html
from calculator.render.timeline import timeline_svg
from calculator.sources import citation
from calculator.wording.lunar import lunar_in_words

__all__ = ["answer_html"]


def answer_html(answer: Answer, root: str = "../") -> str:
    """The whole result. ``root`` leads from the page to the root of the site, for the links into the guide."""
    found = answer.assessment
    return "\n".join(
        (
            *(f'<p class="answer-remark">{escape(remark)}</p>' for remark in answer.remarks),
            _headline(found),
            buttons_html(wording.answer.aloud(found.status, found.deadline, found.days_left, found.safe_date)),
            _after(found),
            f'<section class="answer-time">\n<h3>{wording.answer.TIMELINE_TITLE}</h3>\n{timeline_svg(found)}\n</section>',
            advice_html(wording.answer.ADVICE_TITLE, wording.answer.ADVICE[found.status], root),
            take_along_html(),
            advice_html(wording.answer.LATE_TITLE, wording.answer.LATE, root, wording.answer.LATE_FACTS),
            place_html(found.place),
            _working(found.working, root),
            _readings(found),
        )
    )


def _headline(found: Assessment) -> str:
    day = found.deadline
    status = found.status
    lunar = f'<p class="answer-lunar">{words}</p>\n' if (words := lunar_in_words(day)) else ""
    return f"""<div class="answer-head" data-status="{status}">
<p class="answer-status"><span class="sign" aria-hidden="true">{wording.answer.STATUS_SIGNS[status]}</span>
<data data-result="status" value="{status}">{wording.answer.STATUS_NAMES[status]}</data></p>
<h2 class="answer-title" id="answer-title" tabindex="-1">{wording.answer.DEADLINE_TITLE}</h2>
<p class="answer-date"><time data-result="deadline" datetime="{day.isoformat()}"><span class="year">{day.year}年</span>
<span class="month-day">{day.month}月{day.day}日</span> <span class="weekday">{wording.days.weekday(day)}</span></time></p>
{lunar}<p class="answer-left">{wording.days.days_left_in_words(found.days_left)}</p>
</div>"""


def _after(found: Assessment) -> str:
    office = found.office_day
    rows = [
        (wording.answer.SAFE_TITLE, day_html("safe-date", found.safe_date), safe_caution(found)),
        (wording.answer.grace_title(found.grace_days), day_html("grace-end", found.grace_end), grace_caution(found)),
        (
            wording.answer.SUSPENDED_TITLE,
            day_html("suspended-from", found.suspended_from),
            wording.answer.SUSPENDED_CAUTION,
        ),
    ]
    if office.day != found.deadline or not office.published:
        caution = wording.answer.office_caution(office.day, office.published)
        rows.insert(0, (wording.answer.OFFICE_TITLE, day_html("office-day", office.day), caution))
    items = "\n".join(
        f"<div><dt>{name}</dt>\n<dd>{day}<small>{caution}</small></dd></div>" for name, day, caution in rows
    )
    return f'<dl class="answer-days">\n{items}\n</dl>'


def _working(steps: tuple[Step, ...], root: str) -> str:
    items = "\n".join(f"<li>{escape(step.text)}{_sources(step, root)}</li>" for step in steps)
    return f'<details class="answer-working">\n<summary>{wording.answer.WORKING_TITLE}</summary>\n<ol>\n{items}\n</ol>\n</details>'


def _sources(step: Step, root: str) -> str:
    labels = [f'<a href="{root}about/sources/#{fact.lower()}">{escape(citation(fact))}</a>' for fact in step.facts]
    labels += (notice_html(notice, step.checked_on) for notice in step.notices)
    return f'<small class="sources">{wording.answer.SOURCES_LABEL}{"；".join(labels)}</small>' if labels else ""


def _readings(found: Assessment) -> str:
    rows = []
    for reading in found.readings:
        if reading.applies or RULES[reading.rule].cycle is Cycle.YEAR:
            safest = reading.applies and reading.deadline == found.safe_date
            mark = f' <strong class="safest">{wording.answer.SAFEST_MARK}</strong>' if safest else ""
            rows.append(
                f"<tr><td>{RULES[reading.rule].name}</td><td>{wording.days.with_weekday(reading.deadline)}{mark}</td></tr>"
            )
    return (
        f'<details class="answer-readings">\n<summary>{wording.answer.READINGS_TITLE}</summary>\n<p>{wording.answer.READINGS_WHY}</p>\n<table>\n'
        f'<thead><tr><th scope="col">{wording.answer.READINGS_RULE}</th><th scope="col">{wording.answer.READINGS_DEADLINE}</th></tr></thead>\n'
        "<tbody>\n" + "\n".join(rows) + "\n</tbody>\n</table>\n</details>"
    )
