"""An assessment as HTML.

The markup carries the contract of the page: ``<time data-result>`` for each day and ``<data data-result="status">``
for the step of the ladder. Classes are named in ``web/elements/deadline/deadline.css``.
"""

from html import escape

from calculator import wording
from calculator.assessment.assess import Assessment
from calculator.assessment.cautions import earliest_caution, grace_caution, safe_caution, safe_title
from calculator.assessment.working import GraceOrigin, Step, names_of
from calculator.counting.rules import RULES
from calculator.reading.form import Answer
from calculator.regions.coverage import Demand
from calculator.render.parts import (
    advice_html,
    asking_more_html,
    buttons_html,
    day_html,
    notice_html,
    place_html,
    scheme_question_html,
)
from calculator.render.take_along import take_along_html
from calculator.render.timeline import timeline_svg
from calculator.sources import citation
from calculator.wording.lunar import lunar_in_words

__all__ = ["answer_html"]


def answer_html(answer: Answer, root: str = "../") -> str:
    """The whole result. ``root`` leads from the page to the root of the site, for the links into the guide."""
    found = answer.assessment
    advice = wording.answer.advice(found.standing, found.opens)
    safe = wording.sharing.safe(safe_title(found), found.safe_date)
    return "\n".join(
        (
            *(f'<p class="answer-remark">{escape(remark)}</p>' for remark in answer.remarks),
            scheme_question_html(found, answer.fields),
            _headline(found),
            buttons_html(wording.answer.aloud(found.standing, found.deadline, found.days_left, safe, advice)),
            _after(found),
            asking_more_html(found),
            f'<section class="answer-time">\n<h3>{wording.answer.TIMELINE_TITLE}</h3>\n{timeline_svg(found)}\n</section>',
            advice_html(wording.answer.ADVICE_TITLE, advice, root),
            take_along_html(),
            advice_html(wording.answer.LATE_TITLE, wording.answer.LATE, root, wording.answer.LATE_FACTS),
            place_html(found.place, root),
            _working(found.working, root),
            _readings(found),
        )
    )


def _headline(found: Assessment) -> str:
    day = found.deadline
    step = found.standing.step
    lunar = f'<p class="answer-lunar">{words}</p>\n' if (words := lunar_in_words(day)) else ""
    earliest = f'\n<p class="answer-reason">{words}</p>' if (words := earliest_caution(found)) else ""
    return f"""<div class="answer-head" data-status="{step}">
<p class="answer-status"><span class="sign" aria-hidden="true">{wording.answer.STATUS_SIGNS[step]}</span>
<data data-result="status" value="{step}">{wording.answer.STATUS_NAMES[found.standing]}</data></p>
<h2 class="answer-title" id="answer-title" tabindex="-1">{wording.answer.DEADLINE_TITLE}</h2>
<p class="answer-date"><time data-result="deadline" datetime="{day.isoformat()}"><span class="year">{day.year}年</span>
<span class="month-day">{day.month}月{day.day}日</span> <span class="weekday">{wording.days.weekday(day)}</span></time></p>
{lunar}<p class="answer-left">{wording.days.days_left_in_words(found.days_left)}</p>{earliest}
</div>"""


def _after(found: Assessment) -> str:
    words = wording.answer
    office = found.office_day
    rows = [(safe_title(found), day_html("safe-date", found.safe_date), safe_caution(found))]
    if office.day != found.deadline or not office.published:
        caution = words.office_caution(office.day, office.published)
        rows.insert(0, (words.OFFICE_TITLE, day_html("office-day", office.day), caution))
    grace, end = words.grace_title(found.grace_days, hearsay=_hearsay(found)), day_html("grace-end", found.grace_end)
    stop = day_html("suspended-from", found.suspended_from)
    if _hearsay(found):
        rows += [
            (
                words.SUSPENDED_TITLE,
                day_html("may-stop-from", found.may_stop_from),
                words.SUSPENDED_CAUTION_UNKNOWN,
            ),
            (grace, end, words.grace_caution_hearsay(stop)),
        ]
    else:
        rows += [(grace, end, escape(grace_caution(found))), (words.SUSPENDED_TITLE, stop, words.SUSPENDED_CAUTION)]
    items = "\n".join(
        f"<div><dt>{name}</dt>\n<dd>{day}<small>{caution}</small></dd></div>" for name, day, caution in rows
    )
    return f'<dl class="answer-days">\n{items}\n</dl>'


def _hearsay(found: Assessment) -> bool:
    """Whether the days of grace are those that the web speaks of, without any official text behind them."""
    return found.grace_origin is GraceOrigin.DEFAULT


def _working(steps: tuple[Step, ...], root: str) -> str:
    items = "\n".join(f"<li>{escape(step.text)}{_sources(step, root)}</li>" for step in steps)
    return f'<details class="answer-working">\n<summary>{wording.answer.WORKING_TITLE}</summary>\n<ol>\n{items}\n</ol>\n</details>'


def _sources(step: Step, root: str) -> str:
    labels = [f'<a href="{root}about/sources/#{fact.lower()}">{escape(citation(fact))}</a>' for fact in step.facts]
    labels += (notice_html(notice, step.checked_on) for notice in step.notices)
    return f'<small class="sources">{wording.answer.SOURCES_LABEL}{"；".join(labels)}</small>' if labels else ""


def _readings(found: Assessment) -> str:
    """Every way of counting that the safe date heeds, from early to late."""
    words = wording.answer
    rows = "\n".join(
        f"<tr><td>{escape(_demand_in_words(one))}</td><td>{wording.days.with_weekday(day)}"
        + (f' <strong class="safest">{words.SAFEST_MARK}</strong>' if day == found.safe_date else "")
        + "</td></tr>"
        for day, one in found.demands
    )
    return (
        f'<details class="answer-readings">\n<summary>{words.READINGS_TITLE}</summary>\n<p>{words.READINGS_WHY}</p>\n<table>\n'
        f'<thead><tr><th scope="col">{words.READINGS_RULE}</th><th scope="col">{words.READINGS_DEADLINE}</th></tr></thead>\n'
        f"<tbody>\n{rows}\n</tbody>\n</table>\n</details>"
    )


def _demand_in_words(one: Demand) -> str:
    """每个月一次，每月1日到15日（内蒙古呼和浩特市）"""
    words = wording.days
    times = [words.stretch_in_words(window.start, window.end) for window in one.windows]
    if one.month_days:
        times.append(words.month_days_in_words(one.month_days.start, one.month_days.end))
    return wording.answer.demand(RULES[one.rule].name, "、".join(times), names_of(one.asked_by))
