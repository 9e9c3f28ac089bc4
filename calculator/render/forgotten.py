"""The advice for somebody who does not know when the last certification was, as HTML."""

from collections.abc import Mapping
from datetime import date

from calculator import wording
from calculator.assessment.assess import Assessment
from calculator.assessment.cautions import safe_title
from calculator.render.card import place_link_html
from calculator.render.first import next_html, next_rows
from calculator.render.parts import (
    advice_html,
    asking_more_html,
    buttons_html,
    citations_html,
    place_html,
    scheme_question_html,
)

__all__ = ["forgotten_head_html", "forgotten_html", "forgotten_part_html", "lookup_html"]

_FACTS = ("F043", "F094", "F041", "F075")


def forgotten_html(after_today: Assessment, fields: Mapping[str, str], root: str = "../") -> str:
    """The whole advice, from the assessment that follows if somebody certifies today.

    :param fields: the calculator's fields as they were typed.
    :param root: leads from the page to the root of the site.
    """
    return "\n".join(
        (
            forgotten_part_html(after_today, fields, root),
            place_html(after_today.place),
            citations_html(_FACTS, root),
        )
    )


def forgotten_part_html(after_today: Assessment, fields: Mapping[str, str], root: str = "../") -> str:
    """What it begins with, and all that is known before Python is there: a page can look it up."""
    words, place = wording.forgotten, after_today.place
    parts = (
        forgotten_head_html(after_today.deadline, safe_title(after_today), after_today.safe_date),
        scheme_question_html(after_today, fields, "forgotten"),
        next_html(words.NEXT_TITLE, next_rows(after_today, words.NEXT_LABEL)),
        asking_more_html(after_today),
        lookup_html(root),
        place_link_html(place.province.id, place.province.name, root) if place else "",
    )
    return "\n".join(part for part in parts if part)


def forgotten_head_html(deadline: date, safe_title: str, safe_date: date) -> str:
    """What to do; the days are those of whoever certifies today."""
    words = wording.forgotten
    return f"""<div class="answer-head" data-status="on-time">
<p class="answer-status">{words.STATUS}</p>
<h2 class="answer-title" id="answer-title" tabindex="-1">{words.TITLE}</h2>
<p class="answer-date"><span class="month-day">{words.TODAY}</span></p>
<p class="answer-left">{words.DO_ONCE}</p>
<p class="answer-reason">{words.REASON}</p>
</div>
{buttons_html(words.aloud(deadline, wording.sharing.safe(safe_title, safe_date)))}"""


def lookup_html(root: str) -> str:
    """Where the last certification can be looked up."""
    return advice_html(wording.forgotten.LOOKUP_TITLE, wording.forgotten.LOOKUP, root)
