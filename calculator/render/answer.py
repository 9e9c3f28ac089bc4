"""An assessment as HTML.

The markup carries the contract of the page: ``<time data-result>`` for each day and ``<data data-result="status">``
for the step of the ladder. Classes are named in ``web/elements/deadline/deadline.css``.
"""

from collections.abc import Iterator
from html import escape

from calculator import wording
from calculator.assessment.assess import Assessment
from calculator.assessment.cautions import earliest_caution, grace_caution, safe_caution, safe_title
from calculator.assessment.working import GraceOrigin, Step, names_of
from calculator.counting.rules import RULES
from calculator.reading.form import Answer
from calculator.regions.coverage import Demand
from calculator.render.card import (
    Row,
    borrowed_row,
    chosen_rows,
    days_html,
    head_html,
    hearsay_rows,
    local_rows,
    office_row,
    place_link_html,
    reason_html,
    remark_html,
    safe_head_html,
    safe_row,
    sooner_html,
)
from calculator.render.parts import (
    advice_html,
    asked_around_html,
    asking_more_html,
    buttons_html,
    notice_html,
    place_html,
    scheme_question_html,
)
from calculator.render.take_along import take_along_html
from calculator.render.timeline import timeline_svg
from calculator.sources import citation

__all__ = ["answer_html", "first_part_html", "spoken"]


def answer_html(answer: Answer, root: str = "../") -> str:
    """The whole result. ``root`` leads from the page to the root of the site, for the links into the guide."""
    found = answer.assessment
    return "\n".join(
        (
            first_part_html(answer, root),
            asked_around_html(found),
            f'<section class="answer-time">\n<h3>{wording.answer.TIMELINE_TITLE}</h3>\n{timeline_svg(found)}\n</section>',
            take_along_html(),
            _late_html(found, root),
            place_html(found.place, root),
            _working(found.working, root),
            _readings(found),
        )
    )


def first_part_html(answer: Answer, root: str = "../") -> str:
    """What an answer begins with, and all that is known before Python is there: a page can look it up."""
    found = answer.assessment
    advice = wording.answer.advice(found.standing, found.opens, pension=found.could_be_pension)
    parts = (
        _head(found),
        buttons_html(_aloud(found, advice)),
        *map(remark_html, answer.remarks),
        scheme_question_html(found, answer.fields),
        days_html(_rows(found)),
        asking_more_html(found),
        advice_html(wording.answer.ADVICE_TITLE, advice, root),
        place_link_html(found.place.province.id, found.place.province.name, root) if found.place else "",
    )
    return "\n".join(part for part in parts if part)


def _head(found: Assessment) -> str:
    title = safe_title(found)
    if found.safe_leads:
        return safe_head_html(found.standing, title, found.safe_date, reason_html(safe_caution(found)))
    sooner = sooner_html(found.standing, title, found.safe_date) if found.safe_date < found.deadline else ""
    return head_html(found.standing, found.deadline, found.days_left, sooner, reason_html(earliest_caution(found)))


def _aloud(found: Assessment, advice: tuple[wording.answer.Advice, ...]) -> str:
    safe = wording.sharing.safe(safe_title(found), found.safe_date)
    if found.safe_leads:
        return wording.answer.aloud_safe(found.standing, found.deadline, safe, advice)
    return wording.answer.aloud(found.standing, found.deadline, found.days_left, safe, advice)


def spoken(found: Assessment) -> str:
    """What a screen reader says of an answer."""
    if found.safe_leads:
        return wording.answer.spoken_safe(found.safe_date, found.deadline)
    return wording.answer.spoken(found.deadline)


def _late_html(found: Assessment, root: str) -> str:
    """What happens after the deadline; of back-pay there are sources for pensions alone."""
    words = wording.answer
    if found.could_be_pension:
        return advice_html(words.LATE_TITLE, words.LATE, root, words.LATE_FACTS)
    return advice_html(words.LATE_TITLE, words.LATE_BESIDE_PENSIONS, root)


def _rows(found: Assessment) -> Iterator[Row]:
    if found.safe_leads:
        yield borrowed_row(found.deadline, earliest_caution(found))
    office = found.office_day
    if office.day != found.deadline or not office.published:
        yield office_row(office.day, published=office.published)
    if not found.safe_leads:
        yield safe_row(safe_title(found), found.safe_date, safe_caution(found))
    if found.grace_origin is GraceOrigin.DEFAULT:
        yield from hearsay_rows(found.grace_days, found.may_stop_from, found.grace_end, found.suspended_from)
    elif found.grace_origin is GraceOrigin.CHOSEN:
        yield from chosen_rows(found.grace_days, found.grace_end, found.suspended_from)
    else:
        yield from local_rows(found.grace_days, found.grace_end, found.suspended_from, escape(grace_caution(found)))


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
    return wording.answer.demand(RULES[one.rule].name, "、".join(times), names_of(one.asked_by), eve=one.eve)
