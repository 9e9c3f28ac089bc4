"""The ladder as a picture: the five steps from “on time” to “payment may have stopped”, top to bottom."""

from html import escape

from calculator import Status
from calculator.assessment.assess import DEFAULT_GRACE_DAYS
from calculator.counting.status import DUE_SOON_DAYS
from calculator.wording.answer import STATUS_NAMES, STATUS_SIGNS

__all__ = ["ladder_picture"]

_WHEN = {
    Status.ON_TIME: f"离截止日还有{DUE_SOON_DAYS}天以上",
    Status.DUE_SOON: f"离截止日{DUE_SOON_DAYS}天到1天",
    Status.LAST_DAY: "截止日当天，办了也算按时",
    Status.IN_GRACE: f"网上说的宽限{DEFAULT_GRACE_DAYS}天里，没有官方依据",
    Status.SUSPENDED: "再往后",
}
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
    for index, status in enumerate(Status):
        top = index * (_RUNG + _GAP) + 2
        rungs.append(
            f'<rect class="{_CLASSES[status]}" x="2" y="{top}" width="356" height="{_RUNG}" rx="6"/>'
            f'<text class="fig-text" x="18" y="{top + 31}" font-size="19" font-weight="700">'
            f"{STATUS_SIGNS[status]} {escape(STATUS_NAMES[status])}</text>"
            f'<text class="fig-text" x="18" y="{top + 59}" font-size="16">{escape(_WHEN[status])}</text>'
        )
        if status is not Status.SUSPENDED:
            rungs.append(f'<path class="fig-line" d="M40 {top + _RUNG}v{_GAP}"/>')
    height = len(Status) * (_RUNG + _GAP) - _GAP + 4
    spoken = "；".join(f"{_WHEN[status]}：{STATUS_NAMES[status]}" for status in Status)
    return f"""<figure class="figure figure-ladder">
<svg role="img" viewBox="0 0 360 {height}" aria-labelledby="ladder-t ladder-d">
<title id="ladder-t">从还早到可能停发的五步</title>
<desc id="ladder-d">{escape(spoken)}。</desc>
{"".join(rungs)}
</svg>
<figcaption>从上往下，日子一天天过去。补办一次，就回到最上面。</figcaption>
</figure>"""
