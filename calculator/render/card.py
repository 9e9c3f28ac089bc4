"""The parts of an answer that stand in its first screen, each made of plain values.

The whole answer is made of them (``calculator.render.answer``), and so is the one that a page looks up before Python is
there (``web/elements/instant/``): the second can take the place of the first without anything moving.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from html import escape

from calculator import wording
from calculator.counting.status import Standing
from calculator.render.parts import day_html
from calculator.wording.lunar import lunar_in_words

__all__ = [
    "Row",
    "borrowed_row",
    "chosen_rows",
    "days_html",
    "head_html",
    "hearsay_rows",
    "local_rows",
    "office_row",
    "place_link_html",
    "reason_html",
    "remark_html",
    "safe_head_html",
    "safe_row",
    "sooner_html",
]


@dataclass(frozen=True, slots=True)
class Row:
    """A day beside the deadline: what it is, the day and how far it can be relied on, as markup."""

    name: str
    day: str
    caution: str


def head_html(standing: Standing, deadline: date, days_left: int, sooner: str, reason: str) -> str:
    """Where one stands, and the deadline, inclusive.

    :param days_left: the deadline minus today, negative once it has passed.
    :param sooner: the safe date, where that comes before it, as ``sooner_html`` puts it.
    :param reason: why it is this day, as ``reason_html`` puts it.
    """
    words = wording.answer
    return _head_html(
        standing, words.DEADLINE_TITLE, _large("deadline", deadline), words.left(standing, days_left), sooner + reason
    )


def safe_head_html(standing: Standing, title: str, safe_date: date, reason: str) -> str:
    """The same with the safe date, for where the deadline is only borrowed from the pensions and not there yet.

    Once it has gone by, it is now that something is to be done, and not on a day.

    :param title: on which condition the day is safe.
    :param reason: how far it can be relied on, as ``reason_html`` puts it.
    """
    words = wording.answer
    if standing is not Standing.PAST_SAFE:
        return _head_html(standing, words.SAFE_TITLE, _large("safe-date", safe_date), words.SAFE_LEFT, reason)
    now = f'<p class="answer-date"><span class="month-day">{words.SAFE_GONE}</span></p>'
    return _head_html(
        standing,
        words.SAFE_GONE_TITLE,
        now,
        words.SAFE_GONE_LEFT,
        f'\n<p class="answer-sooner">{words.sooner_begun(title)}{day_html("safe-date", safe_date)}{words.SOONER_GONE}</p>{reason}',
    )


def _head_html(standing: Standing, title: str, day: str, left: str, below: str) -> str:
    step = standing.step
    return f"""<div class="answer-head" data-status="{step}">
<p class="answer-status"><span class="sign" aria-hidden="true">{wording.answer.STATUS_SIGNS[step]}</span>
<data data-result="status" value="{step}">{wording.answer.STATUS_NAMES[standing]}</data></p>
<h2 class="answer-title" id="answer-title" tabindex="-1">{title}</h2>
{day}
<p class="answer-left">{left}</p>{below}
</div>"""


def _large(result: str, day: date) -> str:
    """A day as the largest thing of an answer, with its lunar day where that is known."""
    lunar = f'\n<p class="answer-lunar">{words}</p>' if (words := lunar_in_words(day)) else ""
    return f"""<p class="answer-date"><time data-result="{result}" datetime="{day.isoformat()}"><span class="year">{day.year}年</span>
<span class="month-day">{day.month}月{day.day}日</span> <span class="weekday">{wording.days.weekday(day)}</span></time></p>{lunar}"""


def sooner_html(standing: Standing, title: str, safe_date: date) -> str:
    """The safe date, for where it comes before the deadline, in the first screen; nothing where it matters no more."""
    sentence = wording.answer.sooner(standing, title, safe_date)
    return f'\n<p class="answer-sooner">{sentence}</p>' if sentence else ""


def reason_html(reason: str) -> str:
    """Why the deadline is this day; nothing where that goes without saying."""
    return f'\n<p class="answer-reason">{reason}</p>' if reason else ""


def remark_html(remark: str) -> str:
    """What must be seen with an answer, for example that only a month was typed."""
    return f'<p class="answer-remark">{escape(remark)}</p>'


def days_html(rows: Iterable[Row]) -> str:
    """The days beside the deadline."""
    items = "\n".join(f"<div><dt>{one.name}</dt>\n<dd>{one.day}<small>{one.caution}</small></dd></div>" for one in rows)
    return f'<dl class="answer-days">\n{items}\n</dl>'


def office_row(day: date, *, published: bool) -> Row:
    """The last day on which an office is open; see ``calculator.counting.working_days.OfficeDay``."""
    words = wording.answer
    return Row(words.OFFICE_TITLE, day_html("office-day", day), words.office_caution(day, published))


def safe_row(title: str, day: date, caution: str) -> Row:
    """The safe date, with its title and its caution as markup."""
    return Row(title, day_html("safe-date", day), caution)


def borrowed_row(deadline: date, caution: str) -> Row:
    """The deadline where the safe date stands above it, with what it is worth as markup."""
    return Row(wording.answer.BORROWED_TITLE, day_html("deadline", deadline), caution)


def hearsay_rows(grace_days: int, may_stop_from: date, grace_end: date, suspended_from: date) -> tuple[Row, ...]:
    """When payment may stop, and the grace that the web speaks of, without any official text behind it."""
    words = wording.answer
    caution = words.grace_caution_hearsay(day_html("suspended-from", suspended_from))
    return (
        Row(words.SUSPENDED_TITLE, day_html("may-stop-from", may_stop_from), words.SUSPENDED_CAUTION_UNKNOWN),
        Row(words.grace_title_hearsay(grace_days), day_html("grace-end", grace_end), caution),
    )


def chosen_rows(grace_days: int, grace_end: date, suspended_from: date) -> tuple[Row, ...]:
    """The grace that the person typed, and when payment may stop after it."""
    words = wording.answer
    return (
        Row(words.grace_title_chosen(grace_days), day_html("grace-end", grace_end), words.GRACE_CAUTION_CHOSEN),
        Row(words.SUSPENDED_TITLE, day_html("suspended-from", suspended_from), words.SUSPENDED_CAUTION),
    )


def local_rows(grace_days: int, grace_end: date, suspended_from: date, said: str) -> tuple[Row, ...]:
    """When payment may stop as the place says it, as markup, and the last day before that, which is no grace."""
    words = wording.answer
    title, caution = words.until_stop(grace_days)
    return (
        Row(words.SUSPENDED_TITLE, day_html("suspended-from", suspended_from), f"{said}{words.SUSPENDED_CAUTION}"),
        Row(title, day_html("grace-end", grace_end), caution),
    )


def place_link_html(province: str, name: str, root: str) -> str:
    """The way to the page of the province with this id and name, where all that was found of it stands."""
    return f'<p class="answer-place-link"><a href="{root}regions/{province}/">{escape(wording.answer.place_link(name))}</a></p>'
