"""The assessment as one line of time: last certification, today, due soon, safe date, deadline, grace, suspension.

Drawn top to bottom, because deadline, grace and suspension lie too close together for a line across a phone. The
order is true, the distances are not.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from html import escape

from calculator import wording
from calculator.assessment.assess import Assessment
from calculator.assessment.cautions import safe_title
from calculator.assessment.working import GraceOrigin
from calculator.counting.status import DUE_SOON_DAYS, Status, standing_on

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
    words = wording.answer
    near = max(found.safe_date - timedelta(days=DUE_SOON_DAYS), found.last)
    opens = found.opens
    days = [
        Moment(found.last, words.MOMENT_LAST),
        Moment(opens, words.MOMENT_OPENS) if opens and opens >= near else Moment(near, words.MOMENT_DUE_SOON),
        Moment(found.deadline, words.BORROWED_TITLE if found.is_borrowed else words.MOMENT_DEADLINE),
        Moment(found.may_stop_from, words.MOMENT_SUSPENDED),
        Moment(found.today, words.MOMENT_TODAY, is_today=True),
    ]
    if found.safe_date < found.deadline:
        days.append(Moment(found.safe_date, safe_title(found)))
    if found.grace_days and found.grace_origin is not GraceOrigin.DEFAULT:
        chosen = found.grace_origin is GraceOrigin.CHOSEN
        days.append(Moment(found.grace_end, words.MOMENT_GRACE_END if chosen else words.UNTIL_STOP_TITLE))
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
        else f'<circle class="time-dot" cx="{_LINE}" cy="{middle}" r="{10 if moment.day == found.foremost else 7}"/>'
    )
    weight = ' font-weight="700"' if moment.is_today or moment.day == found.foremost else ""
    return (
        f'{mark}<text class="fig-text" x="{_TEXT}" y="{middle - 4}" font-size="18"{weight}>'
        f"{wording.days.with_weekday(moment.day)}</text>"
        f'<text class="fig-text" x="{_TEXT}" y="{middle + 17}" font-size="16"{weight}>{escape(moment.name)}</text>'
    )


def _status_after(day: date, found: Assessment) -> Status:
    """The step on which the stretch of the line stands that begins with ``day``."""
    last_paid = found.may_stop_from - timedelta(days=1)
    return standing_on(day + timedelta(days=1), found.deadline, last_paid, found.safe_date).step


def _middle(index: int) -> int:
    return index * _ROW + _ROW // 2
