"""A checked message as HTML: the verdict, the signs, the message with its signs marked, days, and what to do.

And the table of signs as a list to tick, for whom no program runs. Classes are named in the style of
``web/elements/message``. Nothing that somebody else wrote reaches the page but escaped, and without what turns the
direction of our words.
"""

import re
from collections.abc import Iterator
from datetime import date
from html import escape
from itertools import groupby
from urllib.parse import urlencode

from calculator import wording
from calculator.messages import Check, DayKind, FoundDay, FoundSign, Kind, Verdict
from calculator.messages.check import WEAKER
from calculator.messages.combinations import COMBINATIONS
from calculator.messages.signs import SIGNS
from calculator.render.parts import citations_html, day_html

__all__ = ["checklist_html", "message_html"]


def message_html(found: Check, today: date, root: str = "../../") -> str:
    """The answer. ``root`` leads from the page to the root of the site; ``today`` decides which days can be taken over."""
    words = wording.messages
    return f"""<div class="message-answer" data-verdict="{found.verdict}">
<h2 class="answer-title message-verdict" id="message-title" tabindex="-1"><span class="sign" aria-hidden="true">{words.VERDICT_SIGNS[found.verdict]}</span>
<data data-result="verdict" value="{found.verdict}">{words.VERDICTS[found.verdict]}</data></h2>
<p class="message-because">{words.BECAUSE[found.reason]}{words.NOT_PROOF[found.verdict]}</p>
{_to_do(found.verdict, root)}
{_days(found, today, root)}
{_marked(found)}
{_signs(found, root)}
<p class="message-sender">{words.SENDER_NOTE}</p>
</div>"""


def _to_do(verdict: Verdict, root: str) -> str:
    words = wording.messages
    lines = [
        f"<li>{text}" + (f' <a href="{root}{page}">{link}</a>' if page else "") + "</li>"
        for text, link, page in words.DO[verdict]
    ]
    items = "\n".join(lines)
    return f"""<section class="answer-now message-now">
<h3>{words.DO_TITLE}</h3>
<ul>
{items}
</ul>
<p class="message-advice"><strong>{words.ADVICE}</strong></p>
</section>"""


# Signs ----------------------------------------------------------------------------------------------------------------


def _signs(found: Check, root: str) -> str:
    words = wording.messages
    parts = [
        f'<p class="message-kind">{words.KINDS[kind]}</p>\n<ul>\n{_items(list(signs), root)}\n</ul>'
        for kind, signs in groupby(found.signs, lambda sign: sign.kind)
    ]
    if all(sign.kind is Kind.CALM for sign in found.signs):
        parts.insert(0, f"<p>{words.NO_SIGNS}</p>")
    return f'<section class="message-signs">\n<h3>{words.SIGNS_TITLE}</h3>\n{"\n".join(parts)}\n</section>'


def _items(signs: list[FoundSign], root: str) -> str:
    """The signs of a kind, each once with the words of all its places."""
    places = dict.fromkeys(sign.id for sign in signs)
    return "\n".join(_item([sign for sign in signs if sign.id == id], root) for id in places)


def _item(signs: list[FoundSign], root: str) -> str:
    first = signs[0]
    said = dict.fromkeys(wording.messages.quoted(sign.words) for sign in signs if sign.words)
    quoted = f' <span class="message-words">{escape("".join(said))}</span>' if said else ""
    return (
        f'<li data-sign="{first.id}"><strong>{first.name}</strong>{quoted}<br>\n{first.why}\n'
        f"{citations_html((first.fact,), root)}</li>"
    )


# The message itself ---------------------------------------------------------------------------------------------------

_UNSEEN = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069]")
"""What would break our markup or turn our words around. A line's end is kept."""


def _marked(found: Check) -> str:
    """The message with the words marked that show a sign, those of a calm kind left as they are."""
    marks = "".join(_pieces(found))
    return f"""<section class="message-text">
<h3>{wording.messages.TEXT_TITLE}</h3>
<p>{marks}</p>
</section>"""


def _pieces(found: Check) -> Iterator[str]:
    done = 0
    for sign in sorted(found.signs, key=lambda sign: (sign.start, -sign.end)):
        if sign.kind is Kind.CALM or sign.start < done or sign.start == sign.end:
            continue
        yield _shown(found.text[done : sign.start])
        yield f'<mark data-kind="{sign.kind}">{_shown(sign.words)}</mark>'
        done = sign.end
    yield _shown(found.text[done:])


def _shown(text: str) -> str:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "<br>\n".join(escape(_UNSEEN.sub("", line)) for line in lines)


# Days -----------------------------------------------------------------------------------------------------------------


def _days(found: Check, today: date, root: str) -> str:
    """The days that a message of an authority's manner names, each to be taken over into the calculator."""
    days = [one for one in found.days if one.kind is not DayKind.OTHER]
    if found.verdict is not Verdict.OFFICIAL_LIKE or not days:
        return ""
    words = wording.messages
    items = "\n".join(f"<li>{_day(one, today, root)}</li>" for one in days)
    return f"""<section class="message-days">
<h3>{words.DAYS_TITLE}</h3>
<p>{words.DAYS_FIRST}</p>
<ul>
{items}
</ul>
</section>"""


def _day(found: FoundDay, today: date, root: str) -> str:
    words = wording.messages
    said = f"{day_html(f'message-{found.kind}', found.day)}：{words.DAY_KINDS[found.kind]}。"
    fragment = _fragment(found, today)
    if not fragment:
        return f"{said}{words.PASSED_ON}"
    link = words.TAKE_LAST if found.kind is DayKind.LAST else words.TAKE_DEADLINE
    note = "" if found.kind is DayKind.LAST else f"<small>{words.DEADLINE_NOTE}</small>"
    return f'{said} <a class="message-take" href="{root}calculator/#{escape(fragment)}">{link}</a>{note}'


_YEARLY = "12-months"


def _fragment(found: FoundDay, today: date) -> str:
    """The fragment that fills the calculator's form, empty where no day up to today gives this one.

    A deadline is counted back by the rule of twelve months, so that the calculator shows just the message's own day.
    """
    last = found.day
    if found.kind is DayKind.DEADLINE:
        try:
            last = last.replace(year=last.year - 1)
        except ValueError:
            return ""
    if last > today:
        return ""
    fields = {"last": last.isoformat()}
    if found.kind is DayKind.DEADLINE:
        fields["rule"] = _YEARLY
    return urlencode(fields)


# The list to tick -----------------------------------------------------------------------------------------------------

_TICKED = (Kind.ADDRESS, Kind.THREAT, Kind.BAIT, Kind.DISGUISE)
_SAID_BY_ANOTHER_BOX = WEAKER | {
    *("code-typed", "password-typed", "card-typed"),
    *("hidden-address", "number-address", "short-address"),
}
"""Whoever ticks need not tell a code that is to be told from one that is to be typed, one address from another, nor a sign
from a weaker one."""
_ENOUGH_ALONE = frozenset(
    id
    for row in COMBINATIONS
    if row.verdict is Verdict.SCAM and len(row.groups) == 1 and not row.unless
    for id in row.groups[0]
)
"""What makes a scam whatever else is said."""


def checklist_html(root: str = "../../") -> str:
    """The table of signs as plain HTML with a box to tick for each, which works where no program runs."""
    words = wording.messages
    asks = [id for id, sign in SIGNS.items() if sign.kind is Kind.ASK]
    groups = [
        (words.CHECKLIST_NEVER, [id for id in asks if id in _ENOUGH_ALONE]),
        (words.CHECKLIST_ASKS, [id for id in asks if id not in _ENOUGH_ALONE]),
        *((words.KINDS[kind], [id for id, sign in SIGNS.items() if sign.kind is kind]) for kind in _TICKED),
    ]
    parts = "\n".join(
        f'<details class="message-list-part">\n<summary>{title}</summary>\n<ul>\n'
        + "\n".join(_box(id) for id in ids if id not in _SAID_BY_ANOTHER_BOX)
        + "\n</ul>\n</details>"
        for title, ids in groups
    )
    return f"""<section class="message-list" id="message-list" aria-labelledby="message-list-title">
<h2 id="message-list-title">{words.CHECKLIST_TITLE}</h2>
<p>{words.CHECKLIST_LEAD}</p>
{parts}
<p class="message-list-end"><strong>{words.CHECKLIST_END}</strong></p>
<p class="message-advice"><strong>{words.ADVICE}</strong> <a href="{root}fraud/cheated/">{words.DO["scam"][-1][1]}</a></p>
</section>"""


def _box(id: str) -> str:
    name, why = wording.messages.SIGNS[id]
    return (
        f'<li><input type="checkbox" id="message-sign-{id}" autocomplete="off">'
        f'<label for="message-sign-{id}"><strong>{name}</strong> {why}</label></li>'
    )
