"""The assessment as one line of time: last certification, today, due soon, deadline, grace, suspension.

Drawn top to bottom, because deadline, grace and suspension lie too close together for a line across a phone. The
order is true, the distances are not.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from html import escape

from calculator import wording
from calculator.assessment.assess import Assessment
from calculator.counting.status import DUE_SOON_DAYS, Status, status_on

__all__ = ["Moment", "moments", "timeline_svg"]

_ROW = 52
_LINE = 22
_TEXT = 48


@dataclass(frozen=True, slots=True)
class Moment:
    """A day on the line, and what it is."""

    day: date
    name: str
    is_today: bool = False


def moments(found: Assessment) -> tuple[Moment, ...]:
    """The days of the line in the order of time. Today comes first among equal days."""
    due_soon = max(found.deadline - timedelta(days=DUE_SOON_DAYS), found.last)
    days = [
        Moment(found.last, wording.answer.MOMENT_LAST),
        Moment(due_soon, wording.answer.MOMENT_DUE_SOON),
        Moment(found.deadline, wording.answer.MOMENT_DEADLINE),
        Moment(found.suspended_from, wording.answer.MOMENT_SUSPENDED),
        Moment(found.today, wording.answer.MOMENT_TODAY, is_today=True),
    ]
    if found.grace_days:
        days.append(Moment(found.grace_end, wording.answer.MOMENT_GRACE_END))
    return tuple(sorted(days, key=lambda moment: (moment.day, not moment.is_today)))


def timeline_svg(found: Assessment) -> str:
    """The line as SVG in the colours of the page, with a text equivalent."""
    line = moments(found)
    spoken = "；".join(f"{moment.name}：{wording.days.day_in_words(moment.day)}" for moment in line)
    rows = "".join(_row(index, moment, found) for index, moment in enumerate(line))
    segments = "".join(
        f'<path class="time-{_status_after(moment.day, found)}" d="M{_LINE} {_middle(index)}V{_middle(index + 1)}"/>'
        for index, moment in enumerate(line[:-1])
    )
    return f"""<svg class="timeline" role="img" viewBox="0 0 360 {_ROW * len(line)}" aria-labelledby="time-t time-d">
<title id="time-t">{wording.answer.TIMELINE_TITLE}</title>
<desc id="time-d">{escape(spoken)}。</desc>
{segments}{rows}
</svg>"""


def _row(index: int, moment: Moment, found: Assessment) -> str:
    middle = _middle(index)
    mark = (
        f'<path class="time-today" d="M{_LINE - 15} {middle - 9}L{_LINE + 3} {middle}L{_LINE - 15} {middle + 9}Z"/>'
        if moment.is_today
        else f'<circle class="time-dot" cx="{_LINE}" cy="{middle}" r="{10 if moment.day == found.deadline else 7}"/>'
    )
    weight = ' font-weight="700"' if moment.is_today or moment.day == found.deadline else ""
    return (
        f'{mark}<text class="fig-text" x="{_TEXT}" y="{middle - 4}" font-size="18"{weight}>'
        f"{wording.days.with_weekday(moment.day)}</text>"
        f'<text class="fig-text" x="{_TEXT}" y="{middle + 17}" font-size="16"{weight}>{escape(moment.name)}</text>'
    )


def _status_after(day: date, found: Assessment) -> Status:
    """The step on which the stretch of the line stands that begins with ``day``."""
    return status_on(day + timedelta(days=1), found.deadline, found.grace_end)


def _middle(index: int) -> int:
    return index * _ROW + _ROW // 2
