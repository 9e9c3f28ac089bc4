"""The ladder as a picture: the steps from “on time” to “payment may have stopped”, top to bottom."""

from html import escape

from calculator.assessment.assess import DEFAULT_GRACE_DAYS
from calculator.counting.status import DUE_SOON_DAYS, Standing, Status
from calculator.wording.answer import STATUS_NAMES, STATUS_SIGNS

__all__ = ["ladder_picture"]

_WHEN = {
    Standing.ON_TIME: f"离最稳妥的日子还有{DUE_SOON_DAYS}天以上",
    Standing.DUE_SOON: f"离最稳妥的日子{DUE_SOON_DAYS}天以内",
    Standing.PAST_SAFE: "最稳妥的日子过了，截止日没到",
    Standing.LAST_DAY: "截止日当天，多数地方还算按时",
    Standing.IN_GRACE: "有的地方当月就停，有的下个月停",
    Standing.SUSPENDED: f"连网上说的{DEFAULT_GRACE_DAYS}天也过了",
}
"""The steps that stand on the ladder, and when each is reached."""
_CLASSES = {
    Status.ON_TIME: "fig-good",
    Status.DUE_SOON: "fig-soon",
    Status.LAST_DAY: "fig-soon",
    Status.IN_GRACE: "fig-late",
    Status.SUSPENDED: "fig-late",
}
_RUNG, _GAP = 74, 16


def ladder_picture() -> str:
    """The picture as a figure in HTML, with a text alternative."""
    rungs = []
    for index, standing in enumerate(_WHEN):
        top = index * (_RUNG + _GAP) + 2
        rungs.append(
            f'<rect class="{_CLASSES[standing.step]}" x="2" y="{top}" width="356" height="{_RUNG}" rx="6"/>'
            f'<text class="fig-text" x="18" y="{top + 31}" font-size="19" font-weight="700">'
            f"{STATUS_SIGNS[standing.step]} {escape(STATUS_NAMES[standing])}</text>"
            f'<text class="fig-text" x="18" y="{top + 59}" font-size="16">{escape(_WHEN[standing])}</text>'
        )
        if standing is not Standing.SUSPENDED:
            rungs.append(f'<path class="fig-line" d="M40 {top + _RUNG}v{_GAP}"/>')
    height = len(_WHEN) * (_RUNG + _GAP) - _GAP + 4
    spoken = "；".join(f"{_WHEN[standing]}：{STATUS_NAMES[standing]}" for standing in _WHEN)
    return f"""<figure class="figure figure-ladder">
<svg role="img" viewBox="0 0 360 {height}" aria-labelledby="ladder-t ladder-d">
<title id="ladder-t">从还早到可能停发，一步一步</title>
<desc id="ladder-d">{escape(spoken)}。</desc>
{"".join(rungs)}
</svg>
<figcaption>从上往下，日子一天天过去。补办一次，就回到最上面。</figcaption>
</figure>"""
