"""The advice for somebody who does not know when the last certification was, as HTML."""

from collections.abc import Mapping

from calculator import wording
from calculator.assessment.assess import Assessment
from calculator.render.first import next_html
from calculator.render.parts import (
    advice_html,
    asking_more_html,
    buttons_html,
    citations_html,
    place_html,
    scheme_question_html,
)

__all__ = ["forgotten_html"]

_FACTS = ("F043", "F094", "F041", "F075")


def forgotten_html(after_today: Assessment, fields: Mapping[str, str], root: str = "../") -> str:
    """The whole advice, from the assessment that follows if somebody certifies today.

    :param fields: the calculator's fields as they were typed.
    :param root: leads from the page to the root of the site.
    """
    words = wording.forgotten
    return "\n".join(
        (
            f"""<div class="answer-head" data-status="on-time">
<p class="answer-status">{words.STATUS}</p>
<h2 class="answer-title" id="answer-title" tabindex="-1">{words.TITLE}</h2>
<p class="answer-date"><span class="month-day">{words.TODAY}</span></p>
<p class="answer-left">{words.DO_ONCE}</p>
<p class="answer-reason">{words.REASON}</p>
</div>""",
            buttons_html(words.aloud(after_today.deadline)),
            scheme_question_html(after_today, fields, "forgotten"),
            next_html(words.NEXT_TITLE, words.NEXT_LABEL, after_today),
            asking_more_html(after_today),
            advice_html(words.LOOKUP_TITLE, words.LOOKUP, root),
            place_html(after_today.place),
            citations_html(_FACTS, root),
        )
    )
