"""The first part of an answer with slots in it, made by the very functions that make the answer.

They are called with days and numbers that stand for whichever there will be, and what they write of these is cut out: a
slot ``{safe:iso}`` is the safe date in ISO 8601, ``{left}`` how many days are left. ``lookup.js`` fills them.
"""

from datetime import date
from urllib.parse import quote

from calculator import wording
from calculator.assessment.assess import DEFAULT_GRACE_DAYS
from calculator.assessment.first_certification import Stage
from calculator.counting.status import Standing
from calculator.render.card import (
    borrowed_row,
    chosen_rows,
    days_html,
    head_html,
    hearsay_rows,
    local_rows,
    office_row,
    place_link_html,
    reason_html,
    remark_html,
    safe_head_html,
    safe_row,
    sooner_html,
)
from calculator.render.family import Told, body_html, card_html, family_remark_html, screen_html, unclear_html
from calculator.render.first import day_to_name, days_after, first_head_html, next_html
from calculator.render.forgotten import forgotten_head_html, lookup_html
from calculator.render.parts import advice_html, buttons_html, scheme_choices_html
from calculator.wording.lunar import lunar_in_words

__all__ = ["family_templates", "question_templates", "templates"]

type Texts = dict[str, str]

_DAYS = {
    "opens": date(2091, 3, 14),
    "safe": date(2092, 8, 26),
    "office": date(2093, 10, 17),
    "deadline": date(2098, 5, 25),
    "stop": date(2095, 12, 29),
    "grace": date(2096, 9, 24),
    "suspended": date(2094, 11, 26),
    "last": date(2097, 4, 18),
    "doby": date(2089, 7, 13),
}
"""The days that stand for others; where two of them meet, they have no part in common, not even the weekday."""

_DAY = date(2098, 11, 25)
"""Of whose parts none is a part of another."""

_NUMBERS = {"left": 7531, "days": 8642, "count": 9753, "index": 6420}


def templates(root: str) -> dict[str, Texts]:
    """Every part of it, for each case by its name. ``root`` leads from the page to the root of the site."""
    manners = _manners()
    advice = {
        name: wording.answer.advice(standing, opens, pension=pension) for name, standing, opens, pension in manners
    }
    title = wording.answer.ADVICE_TITLE
    return {
        "head": {name: _cut(_head(standing)) for name, standing, _, _ in manners}
        | {f"{one.value}/safe": _cut(_safe_head(one)) for one in _SAFE_LEADS},
        "buttons": {name: _cut(_buttons(standing, advice[name])) for name, standing, _, _ in manners}
        | {f"{one.value}/safe": _cut(_safe_buttons(one, advice[one.value])) for one in _SAFE_LEADS},
        "days": {f"{office}/{grace}": _cut(_days(office, grace)) for office in _OFFICES for grace in _GRACES}
        | {
            f"{office}/{grace}/safe": _cut(_days(office, grace, safe_leads=True))
            for office in _OFFICES
            for grace in _GRACES
            if not grace.startswith("local/")
        },
        "advice": {name: _cut(advice_html(title, one, root)) for name, one in advice.items()},
        "remark": {
            "month": _cut(remark_html(wording.errors.month_only(_DAYS["last"], matters=True))),
            "by-month": _cut(remark_html(wording.errors.month_only(_DAYS["last"], matters=False))),
        },
        "first": {
            **{f"head/{stage}": _cut(first_head_html(stage, _DAYS["doby"])) for stage in Stage},
            **{f"spoken/{stage}": _cut(wording.first.spoken(day_to_name(stage, _DAYS["doby"]))) for stage in Stage},
            "next": _next(wording.first.NEXT_TITLE, wording.first.NEXT_LABEL),
            "next/safe": _next(wording.first.NEXT_TITLE, wording.first.NEXT_LABEL, safe_leads=True),
            "long-ago": remark_html(wording.first.LONG_AGO),
        },
        "forgotten": {
            "head": _cut(forgotten_head_html(_DAYS["deadline"], "{title}", _DAYS["safe"])),
            "next": _next(wording.forgotten.NEXT_TITLE, wording.forgotten.NEXT_LABEL),
            "next/safe": _next(wording.forgotten.NEXT_TITLE, wording.forgotten.NEXT_LABEL, safe_leads=True),
            "lookup": lookup_html(root),
            "spoken": wording.forgotten.SPOKEN,
        },
        "other": {
            "reason": reason_html("{reason}"),
            **{f"sooner/{one.value}": _cut(sooner_html(one, "{title}", _DAYS["safe"])) for one in Standing},
            "question": scheme_choices_html("{place}", "{chosen}", _other_scheme),
            "link": place_link_html("{province}", "{province:name}", root),
            "spoken": _cut(wording.answer.spoken(_DAYS["deadline"])),
            "spoken/safe": _cut(wording.answer.spoken_safe(_DAYS["safe"], _DAYS["deadline"])),
            "day:words": wording.days.DAY_TEMPLATE,
            "day:date": _day_slots(wording.days.month_and_day(_DAY)),
        },
    }


def family_templates(root: str) -> Texts:
    """The same of a family's answer."""
    words, index, deadline = wording.family, _NUMBERS["index"], _DAYS["deadline"]
    unclear = unclear_html([], index, root, lacks_day=True)
    cards = {
        name: card_html(standing.step, index, "{name}", _family_body(standing, opens, root, pension=pension))
        for name, standing, opens, pension in _manners()
    }
    several = screen_html(_NUMBERS["count"], {Standing.ON_TIME: _NUMBERS["left"]}, ["{cards}"])
    counted = words.counts([(words.COUNTS[Standing.ON_TIME], _NUMBERS["left"])])
    counts = {one.value: words.counts([(step, _NUMBERS["count"])]) for one, step in words.COUNTS.items()}
    counts["unclear"] = words.counts([(words.UNCLEAR, _NUMBERS["count"])])
    two = words.spoken([("{name}", deadline), ("{name}", deadline)])
    texts = {
        **{f"card/{name}": card for name, card in cards.items()},
        "card/unclear": card_html("unclear", index, "{name}", unclear),
        "screen": screen_html(1, {}, ["{cards}"]),
        "screen/several": several.replace(counted, "{counts}。"),
        **{f"count/{name}": count.removesuffix("。") for name, count in counts.items()},
        "name": words.name("", _NUMBERS["count"], shared=False),
        "remark": family_remark_html("{remark}"),
        "month": wording.errors.month_only(_DAYS["last"], matters=True),
        "by-month": wording.errors.month_only(_DAYS["last"], matters=False),
        "spoken": words.spoken([("{name}", deadline)]),
        "spoken/several": f"{{count}}{two.removeprefix('2')}",
        "spoken/unclear": words.spoken([("{name}", None)]),
    }
    return {name: _cut(text) for name, text in texts.items()}


def question_templates() -> Texts:
    """What is asked about a day that leaves something open, and what is offered: text, and no markup."""
    words, typed, meant, year = wording.written_days, "{typed}", "{meant}", _NUMBERS["count"]
    texts = {
        "no-year": words.which_year(typed, year, meant),
        "short-year": words.whole_year(typed, year, meant),
        "lunar": words.is_it_lunar(typed, meant),
        "is-it": words.is_it(typed, meant),
        **{f"ambiguous/{count}": _readings(count) for count in (2, 3)},
        "only": words.offer(meant, only=True),
        "one": words.offer(meant, only=False),
        "about": wording.family.about("{name}", "{message}"),
        "day": _day_slots(words.named(_DAY)),
        "month": _day_slots(words.named(_DAY, month_only=True)),
    }
    return {name: _cut(text) for name, text in texts.items()}


def _readings(count: int) -> str:
    """Which of so many days is meant."""
    days = list(_DAYS.values())[:count]
    text = wording.written_days.readings("{typed}", days)
    for day, slot in zip(days, ("{first}", "{second}", "{third}"), strict=False):
        text = text.replace(wording.written_days.named(day), slot)
        text = text.replace(f"{day.year}-{day.month}-{day.day}", "{short}")
    return text


def _family_body(standing: Standing, opens: date | None, root: str, *, pension: bool) -> str:
    left = _left(standing)
    told = Told(
        standing=standing,
        deadline=_DAYS["deadline"],
        days_left=left,
        remarks="{remarks}",
        advice=wording.answer.advice(standing, opens, pension=pension)[0][0],
        safe_title="{title}",
        safe_date=_DAYS["safe"],
        may_stop_from=_DAYS["stop"] if left < 0 else None,
        place="{family:place}",
        hotline="{family:hotline}",
        fragment="{before}",
    )
    return body_html(told, _NUMBERS["index"], "{today:words}", root)


def _manners() -> list[tuple[str, Standing, date | None, bool]]:
    """The ways in which one can be told: by the standing, whether there is a day from which it can be done, and whether
    it could be a pension, where that matters."""
    return [
        *((one.value, one, None, True) for one in Standing if one is not Standing.WAITING),
        *((f"{one.value}/opens", one, _DAYS["opens"], True) for one in (Standing.ON_TIME, Standing.WAITING)),
        *((f"{one.value}/other", one, None, False) for one in (Standing.IN_GRACE, Standing.SUSPENDED)),
    ]


_SAFE_LEADS = (Standing.ON_TIME, Standing.DUE_SOON, Standing.PAST_SAFE)
"""Where the safe date can stand above a deadline that is only borrowed: while that is not there yet."""

_OFFICES = ("open", "published", "unpublished")
"""Whether offices are open on the deadline; where not, whether the calendar of the year is known."""

_GRACES = ("hearsay", "chosen/none", "chosen/some", "local/none", "local/some")
"""Whether the grace is what the web speaks of; where not, whose it is, and whether there is any."""


def _left(standing: Standing) -> int:
    """The days from today to the deadline."""
    left = {Standing.LAST_DAY: 0, Standing.IN_GRACE: -_NUMBERS["left"], Standing.SUSPENDED: -_NUMBERS["left"]}
    return left.get(standing, _NUMBERS["left"])


def _head(standing: Standing) -> str:
    return head_html(standing, _DAYS["deadline"], _left(standing), "{sooner}", "{reason:html}")


def _safe_head(standing: Standing) -> str:
    return safe_head_html(standing, "{title}", _DAYS["safe"], reason_html("{caution}"))


def _safe_buttons(standing: Standing, advice: tuple[wording.answer.Advice, ...]) -> str:
    safe = wording.sharing.safe("{title}", _DAYS["safe"])
    return buttons_html(wording.answer.aloud_safe(standing, _DAYS["deadline"], safe, advice))


def _buttons(standing: Standing, advice: tuple[wording.answer.Advice, ...]) -> str:
    safe = wording.sharing.safe("{title}", _DAYS["safe"])
    return buttons_html(wording.answer.aloud(standing, _DAYS["deadline"], _left(standing), safe, advice))


def _days(office: str, grace: str, *, safe_leads: bool = False) -> str:
    rows = [borrowed_row(_DAYS["deadline"], "{reason}")] if safe_leads else []
    rows += [] if office == "open" else [office_row(_DAYS["office"], published=office == "published")]
    rows += [] if safe_leads else [safe_row("{title}", _DAYS["safe"], "{caution}")]
    end, suspended = _DAYS["grace"], _DAYS["suspended"]
    if grace == "hearsay":
        rows += hearsay_rows(DEFAULT_GRACE_DAYS, _DAYS["stop"], end, suspended)
    else:
        granted = _NUMBERS["days"] if grace.endswith("/some") else 0
        chosen = grace.startswith("chosen/")
        rows += chosen_rows(granted, end, suspended) if chosen else local_rows(granted, end, suspended, "{said}")
    return days_html(rows)


def _next(title: str, label: str, *, safe_leads: bool = False) -> str:
    """What follows if somebody certifies today."""
    rows = days_after(label, _DAYS["deadline"], "{title}", _DAYS["safe"], safe_leads=safe_leads)
    return _cut(next_html(title, rows))


def _other_scheme(scheme: str) -> str:
    return f"{{before}}&amp;scheme={quote(scheme)}{{after}}"


def _day_slots(text: str) -> str:
    """A day in words with a slot for each of its parts."""
    for part, number in (("year", _DAY.year), ("month", _DAY.month), ("day", _DAY.day)):
        text = text.replace(str(number), f"{{{part}}}")
    return text


def _cut(text: str) -> str:
    """The text with slots where the days and numbers stood."""
    for name, day in _DAYS.items():
        for part, written in (
            ("iso", day.isoformat()),
            ("words", wording.days.day_in_words(day)),
            ("date", wording.days.month_and_day(day)),
            ("year", str(day.year)),
            ("lunar", lunar_in_words(day)),
        ):
            text = text.replace(written, f"{{{name}:{part}}}")
        if f"{{{name}:" in text:
            text = text.replace(wording.days.weekday(day), f"{{{name}:weekday}}")
    for name, number in _NUMBERS.items():
        text = text.replace(str(number), f"{{{name}}}")
    return text
