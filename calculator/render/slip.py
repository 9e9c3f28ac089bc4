"""A slip for the fridge: half an A4 with the deadline, readable from across the kitchen.

The name on it is typed in the page and stays there: neither this nor the link behind the QR code knows it.
"""

from calculator import wording
from calculator.assessment.assess import Assessment
from calculator.assessment.cautions import safe_title
from calculator.counting.status import Standing
from calculator.render.qr import answer_qr
from calculator.render.take_along import in_app_html

__all__ = ["slip_html"]


def slip_html(found: Assessment, link: str, *, prints: bool) -> str:
    """The slip as it will look, with a field for the name and the button that prints it.

    :param prints: whether this browser prints at all.
    """
    words = wording.sharing
    button = f"""<button type="button" data-do="print-slip" data-done="{words.SLIP_SENT}">{words.SLIP_PRINT}</button>
<p class="hint">{words.SLIP_PRINT_HINT}</p>"""
    return f"""<div class="take-along-slip">
<div class="field">
<label for="slip-name">{words.SLIP_NAME}</label>
<p class="hint" id="slip-name-hint">{words.SLIP_NAME_HINT}</p>
<input id="slip-name" type="text" maxlength="{_LONGEST_NAME}" autocomplete="off" aria-describedby="slip-name-hint">
</div>
{button if prints else f"<p>{words.IN_APP}</p>{in_app_html()}"}
{_slip(found, link)}
</div>"""


_LONGEST_NAME = 10
"""As many characters as fit beside the title in large type."""


def _slip(found: Assessment, link: str) -> str:
    words = wording.sharing
    day = found.foremost
    steps = "\n".join(f"<li>{step}</li>" for step in words.SLIP_STEPS)
    title = words.SLIP_DEADLINE_PAST if found.days_left < 0 else words.SLIP_DEADLINE
    safe = ""
    if found.safe_leads:
        title = words.SLIP_SAFE_GONE if found.standing is Standing.PAST_SAFE else words.SLIP_SAFE
        safe = f'<p class="slip-safe">{words.slip_borrowed(found.deadline)}</p>\n'
    elif found.standing is Standing.PAST_SAFE:
        safe = f'<p class="slip-safe">{wording.answer.STATUS_NAMES[found.standing]}</p>\n'
    elif day > found.safe_date >= found.today:
        safe = f'<p class="slip-safe">{words.slip_safe(safe_title(found), found.safe_date)}</p>\n'
    return f"""<section class="slip" aria-label="{words.SLIP_PREVIEW}">
<p class="slip-title"><span class="slip-name"></span>{words.SLIP_TITLE}</p>
<div class="slip-day">
<p>{title}</p>
<p class="slip-date">{day.year}年，{wording.days.weekday(day)}<span class="slip-month-day">{day.month}月{day.day}日</span></p>
{safe}</div>
<ol class="slip-steps">
{steps}
</ol>
<div class="slip-qr">
{answer_qr(found, link)}
<p>{words.SLIP_QR}</p>
</div>
<p class="slip-hotline">{words.SLIP_HOTLINE} <strong>12333</strong></p>
<p class="slip-cut">{words.SLIP_CUT}</p>
</section>"""
