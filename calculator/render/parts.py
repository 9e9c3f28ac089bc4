"""Parts that the answers to every question share."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from html import escape

from calculator import wording
from calculator.assessment.assess import Assessment
from calculator.assessment.cautions import asked_around, asking_more
from calculator.export.sharing import answer_fragment
from calculator.regions import RegionalRule, RegionalSource
from calculator.regions.coverage import PENSIONS
from calculator.regions.place import Place
from calculator.sources import citation

__all__ = [
    "advice_html",
    "asked_around_html",
    "asking_more_html",
    "buttons_html",
    "chosen_for",
    "citations_html",
    "day_html",
    "notice_html",
    "place_html",
    "scheme_choices_html",
    "scheme_question_html",
]


def advice_html(title: str, advice: Iterable[wording.answer.Advice], root: str, facts: tuple[str, ...] = ()) -> str:
    """What to do, a line for each thing, with the way to the page that says more, and what it rests on."""
    items = "\n".join(
        f"<li>{text}" + (f' <a href="{root}{page}">{link}</a>' if page else "") + "</li>" for text, link, page in advice
    )
    sources = citations_html(facts, root) if facts else ""
    return f'<section class="answer-now">\n<h3>{title}</h3>\n<ul>\n{items}\n</ul>\n{sources}</section>'


def asking_more_html(found: Assessment) -> str:
    """Which places, or which benefits of the place, ask more often than what the safe date heeds, by name."""
    words = wording.safe
    if not (more := asking_more(found)):
        return ""
    if found.place:
        title, lead, button = words.MORE_BESIDE_TITLE, words.MORE_BESIDE_LEAD, ""
    else:
        title, lead = words.MORE_TITLE, words.MORE_LEAD
        button = (
            f'<p class="answer-buttons"><button type="button" data-edit="province">{words.MORE_CHOOSE}</button></p>\n'
        )
    return _more_html(title, lead, button, more)


def asked_around_html(found: Assessment) -> str:
    """Which places of the province ask more often than the deadline does, where nothing is known of somebody's own."""
    words = wording.safe
    if found.place is None or not (more := asked_around(found)):
        return ""
    return _more_html(words.more_around_title(found.place.province.short), words.MORE_AROUND_LEAD, "", more)


def _more_html(title: str, lead: str, button: str, more: tuple[tuple[str, tuple[str, ...]], ...]) -> str:
    items = "\n".join(f"<li><strong>{often}</strong> {escape('；'.join(names))}。</li>" for often, names in more)
    return f'<section class="answer-now answer-more">\n<h3>{title}</h3>\n<p>{lead}</p>\n{button}<ul>\n{items}\n</ul>\n</section>'


def scheme_question_html(found: Assessment, fields: Mapping[str, str], way: str = "") -> str:
    """Which benefit it is, asked where the place's differ and it was not said; each choice is a link to its answer.

    :param fields: the calculator's fields as they were typed.
    :param way: the way into the calculator, where it is not the first.
    """
    place = found.place
    if place is None or not place.asks_scheme:
        return ""
    return scheme_choices_html(
        place.name, chosen_for(place), lambda scheme: escape(answer_fragment({**fields, "scheme": scheme}, way))
    )


def scheme_choices_html(place: str, chosen: str, address: Callable[[str], str]) -> str:
    """Which benefit it is, asked where the place's differ and it was not said; each choice is a link to its answer.

    :param chosen: what the answer was given for.
    :param address: what stands behind ``#`` in the address of the answer for a benefit, as markup.
    """
    words = wording.schemes
    links = "\n".join(f'<a href="#{address(scheme)}">{words.NAMES[scheme]}</a>' for scheme in words.ASKED)
    return f"""<section class="answer-remark answer-scheme">
<h3>{words.QUESTION}</h3>
<p>{escape(words.asked(place, chosen))}</p>
<p class="answer-buttons">
{links}
</p>
</section>"""


def chosen_for(place: Place) -> str:
    """Whose answer is given where it was not said which benefit it is."""
    words = wording.schemes
    if not place.one_of_several:
        return words.PENSION
    return words.earliest(words.who(place.rule.schemes, place.rule.scheme_note) if place.rule else words.COMMON)


def buttons_html(aloud: str) -> str:
    """Buttons below the head of an answer: to change what was typed, and to have the answer read aloud.

    The page shows the second where the browser has a voice of its own for it.
    """
    words = wording.answer
    return (
        '<p class="answer-buttons">'
        f'<button type="button" data-aloud="{escape(aloud)}" data-read="{words.ALOUD}" data-stop="{words.ALOUD_STOP}">'
        f"{words.ALOUD}</button>"
        f'<button type="button" data-edit>{words.EDIT}</button></p>'
    )


def citations_html(facts: Iterable[str], root: str) -> str:
    """The facts that a part of an answer rests on, linked to the list of sources."""
    labels = (f'<a href="{root}about/sources/#{fact.lower()}">{escape(citation(fact))}</a>' for fact in facts)
    return f'<small class="sources">{wording.answer.SOURCES_LABEL}{"；".join(labels)}</small>'


def day_html(name: str, day: date) -> str:
    """A day that the page's contract names, with its weekday."""
    return (
        f'<time data-result="{name}" datetime="{day.isoformat()}">'
        f'{wording.days.day_in_words(day)}<span class="weekday">（{wording.days.weekday(day)}）</span></time>'
    )


def place_html(place: Place | None, root: str = "../") -> str:
    """How to certify where the pension is paid, whom to ask there, how payment comes back, and what else matters.

    :param root: leads from the page to the root of the site.
    """
    if place is None:
        return ""
    rule = place.rule
    lines = [
        (wording.answer.WHOSE_LABEL, _whose(place)),
        (wording.answer.WHEN_LABEL, _times(rule) if rule else ""),
        (wording.answer.CHANNELS_LABEL, "；".join(rule.channels) if rule else ""),
        (wording.answer.LOOKUP_LABEL, place.province.lookup),
        (wording.answer.FIRST_LABEL, rule.first_deadline.text if rule else ""),
        (wording.answer.RESUMPTION_LABEL, rule.resumption if rule else ""),
        (wording.answer.NOTE_LABEL, rule.note if rule else ""),
        (wording.answer.HOTLINE_LABEL, _hotlines(place)),
    ]
    looked_up = citations_html(place.province.lookup_sources, root) if place.province.lookup else ""
    items = "\n".join(
        f"<div><dt>{label}</dt>\n<dd>{escape(text)}{looked_up if label == wording.answer.LOOKUP_LABEL else ''}</dd></div>"
        for label, text in lines
        if text
    )
    if rule:
        sources = "；".join(notice_html(notice, rule.checked_on) for notice in rule.sources)
        items += f"\n<div><dt>{wording.answer.RULE_SOURCES_LABEL}</dt>\n<dd>{sources}</dd></div>"
    return f'<section class="answer-place">\n<h3>{escape(place.name)}</h3>\n<dl class="answer-days">\n{items}\n</dl>\n</section>'


def _hotlines(place: Place) -> str:
    """The number of the place's own notice, and the one that can be called from everywhere."""
    local = place.rule.hotline if place.rule else ""
    return "；".join(dict.fromkeys(number for number in (local, place.province.hotline) if number))


def _whose(place: Place) -> str:
    """Whose rule it is; nothing where it is the place's own."""
    words, unused = wording.answer, bool(place.unused)
    if place.rule is None:
        whole = "" if place.where else place.province.whole
        return words.whose_common(whole, pension={*place.schemes} <= {*PENSIONS}, unused=unused)
    return (
        ""
        if place.rule_holds_for == place.name
        else words.whose_rule(place.rule_holds_for, unused=unused, others=bool(place.others))
    )


def _times(rule: RegionalRule) -> str:
    """The times in which a place certifies; nothing where any day will do."""
    words = wording.days
    times = [words.stretch_in_words(one.start, one.end) for one in rule.windows]
    if rule.month_days:
        times.append(words.month_days_in_words(rule.month_days.start, rule.month_days.end))
    return "、".join(times)


def notice_html(notice: RegionalSource, checked_on: date | None) -> str:
    """A place's notice by its issuer and title, as a link where it stands on an official site."""
    label = escape(wording.answer.notice(notice.issuer, notice.title, notice.date, checked_on))
    return f'<a href="{escape(notice.url)}" rel="noreferrer">{label}</a>' if notice.url else label
