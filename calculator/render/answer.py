"""An assessment as HTML.

The markup carries the contract of the page: ``<time data-result>`` for each day and ``<data data-result="status">``
for the step of the ladder. Classes are named in ``docs/assets/calculator/calculator.css``.
"""

from datetime import date
from html import escape

from calculator import wording
from calculator.assess import Assessment
from calculator.cautions import grace_caution, safe_caution
from calculator.form import Answer
from calculator.regions import RegionalSource
from calculator.render.timeline import timeline_svg
from calculator.rules import RULES, Cycle
from calculator.sources import citation
from calculator.trace import Step

__all__ = ["answer_html", "day_html"]


def answer_html(answer: Answer, root: str = "../") -> str:
    """The whole result. ``root`` leads from the page to the root of the site, for the links into the guide."""
    found = answer.assessment
    return "\n".join(
        (
            *(f'<p class="answer-remark">{escape(remark)}</p>' for remark in answer.remarks),
            _headline(found),
            _after(found),
            f'<section class="answer-time">\n<h3>{wording.answer.TIMELINE_TITLE}</h3>\n{timeline_svg(found)}\n</section>',
            _advice(found, root),
            _place(found),
            _working(found.working, root),
            _readings(found),
        )
    )


def day_html(name: str, day: date) -> str:
    """A day that the page's contract names, with its weekday."""
    return (
        f'<time data-result="{name}" datetime="{day.isoformat()}">'
        f'{wording.days.day_in_words(day)}<span class="weekday">（{wording.days.weekday(day)}）</span></time>'
    )


def _headline(found: Assessment) -> str:
    day = found.deadline
    status = found.status
    return f"""<div class="answer-head" data-status="{status}">
<p class="answer-status"><span class="sign" aria-hidden="true">{wording.answer.STATUS_SIGNS[status]}</span>
<data data-result="status" value="{status}">{wording.answer.STATUS_NAMES[status]}</data></p>
<h2 class="answer-title" id="answer-title" tabindex="-1">{wording.answer.DEADLINE_TITLE}</h2>
<p class="answer-date"><time data-result="deadline" datetime="{day.isoformat()}"><span class="year">{day.year}年</span>
<span class="month-day">{day.month}月{day.day}日</span> <span class="weekday">{wording.days.weekday(day)}</span></time></p>
<p class="answer-left">{wording.days.days_left_in_words(found.days_left)}</p>
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


def _advice(found: Assessment, root: str) -> str:
    items = "\n".join(
        f"<li>{text}" + (f' <a href="{root}{page}">{link}</a>' if page else "") + "</li>"
        for text, link, page in wording.answer.ADVICE[found.status]
    )
    return f'<section class="answer-now">\n<h3>{wording.answer.ADVICE_TITLE}</h3>\n<ul>\n{items}\n</ul>\n</section>'


def _place(found: Assessment) -> str:
    """How to certify where the pension is paid, whom to ask there, and how payment comes back."""
    if found.place is None:
        return ""
    rule = found.place.rule
    lines = [
        (wording.answer.CHANNELS_LABEL, "；".join(rule.channels) if rule else ""),
        (wording.answer.LOOKUP_LABEL, found.place.province.lookup),
        (wording.answer.FIRST_LABEL, rule.first_deadline.text if rule else ""),
        (wording.answer.RESUMPTION_LABEL, rule.resumption if rule else ""),
        (wording.answer.HOTLINE_LABEL, (rule.hotline if rule else "") or found.place.province.hotline),
    ]
    items = "\n".join(f"<div><dt>{label}</dt>\n<dd>{escape(text)}</dd></div>" for label, text in lines if text)
    if rule:
        sources = "；".join(_notice(notice, rule.checked_on) for notice in rule.sources)
        items += f"\n<div><dt>{wording.answer.RULE_SOURCES_LABEL}</dt>\n<dd>{sources}</dd></div>"
    return f'<section class="answer-place">\n<h3>{escape(found.place.name)}</h3>\n<dl class="answer-days">\n{items}\n</dl>\n</section>'


def _working(steps: tuple[Step, ...], root: str) -> str:
    items = "\n".join(f"<li>{escape(step.text)}{_sources(step, root)}</li>" for step in steps)
    return f'<details class="answer-working">\n<summary>{wording.answer.WORKING_TITLE}</summary>\n<ol>\n{items}\n</ol>\n</details>'


def _sources(step: Step, root: str) -> str:
    labels = [f'<a href="{root}about/sources/#{fact.lower()}">{escape(citation(fact))}</a>' for fact in step.facts]
    labels += (_notice(notice, step.checked_on) for notice in step.notices)
    return f'<small class="sources">{wording.answer.SOURCES_LABEL}{"；".join(labels)}</small>' if labels else ""


def _notice(notice: RegionalSource, checked_on: date | None) -> str:
    label = escape(wording.answer.notice(notice.issuer, notice.title, notice.date, checked_on))
    return f'<a href="{escape(notice.url)}" rel="noreferrer">{label}</a>' if notice.url else label


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
