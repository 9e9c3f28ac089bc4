"""The calculator's form as HTML. It is in the page before any script runs, so it is made when the site is built."""

from dataclasses import dataclass
from datetime import date

from calculator import wording
from calculator.assessment.assess import DEFAULT_GRACE_DAYS
from calculator.counting.rules import DEFAULT_RULE, RULES, Cycle
from calculator.reading.form import FIELDS
from calculator.regions import SCHEMES
from web.elements.parts.device_clock import clock_html
from web.elements.parts.form_element import STATUS_LINE, error_summary_html
from web.elements.parts.form_field import described, field_html, options_html
from web.elements.parts.place_chooser import FIND_HINT, place_list, province_names
from web.elements.parts.python_status import calculator_status_html

__all__ = ["form_html"]


@dataclass(frozen=True, slots=True)
class _Way:
    """A way into the calculator: what its address and its choice say, what the bridge is asked for, by which of
    ``calculator.page.bridge.ACTIONS``, and the id of the field with which it begins.
    """

    id: str
    name: str
    action: str
    begins: str


_WAYS = (
    _Way("last", "知道上次哪天", "assess", "last"),
    _Way("first", "刚退休", "first", "claim"),
    _Way("forgotten", "不记得了", "forgotten", "province"),
)
"""The first is chosen before anybody chooses."""

_CYCLES = {Cycle.YEAR: "一年一次", Cycle.HALF_YEAR: "半年一次", Cycle.QUARTER: "每季一次"}


def form_html(made: date) -> str:
    """The whole ``<deadline-calculator>``, for a page ``made`` today, one folder below the root of the site."""
    last_hint = "看官方App或短信里写的日期。例如：2025年3月5日，或 2025-3-5。只记得月份就写 2025年3月。"
    grace_hint = (
        f"不填就按当地的说法；当地没有说法的，截止日过了就可能停发。网上常说的{DEFAULT_GRACE_DAYS}天没有官方依据。"
    )
    claim_hint = "写年和月就行，例如：2026年9月。还没有开始领的，写打算领的那个月。"
    return f"""<deadline-calculator class="calculator" data-state="loading" data-fields="{" ".join(FIELDS)}">
<form action="../date-table/" autocomplete="off" novalidate>
{error_summary_html()}
<p class="link-note" role="status" hidden>{wording.page.LINK_CHANGED}</p>
{_ways()}
<div data-way="last">
{field_html("last", "您上次认证是哪一天？", last_hint, _input("last"))}
</div>
<div data-way="first" hidden>
{field_html("claim", "您哪个月第一次领养老金？", claim_hint, _input("claim"))}
</div>
<div data-way="forgotten" hidden>
<p class="way-note">不记得也不要紧，不用填日期。选了在哪里领，会告诉您当地怎么查。</p>
</div>
<details class="more">
<summary>我知道在哪里领、领的是哪一种（选了更准）</summary>
{_place_fields()}
</details>
<details class="more">
<summary>我知道当地怎么算</summary>
<div data-way="last">
{field_html("rule", "当地用哪一种算法？", '不清楚就用第一种。每月一次的、当地定了时间段的，这里没有：上面选好在哪里领；列表里没有您那里的，照当地说的日子办。<a href="../period/rules/">每一种是怎么算的</a>', _select("rule", _rules(), DEFAULT_RULE))}
{field_html("grace", "过了截止日，再给几天宽限？", grace_hint, _input("grace"))}
</div>
{field_html("today", "从哪一天看？", "不用填，就是北京时间今天。", _input("today"))}
</details>
<button class="calculate" type="submit"><span data-way="last">算截止日</span><span data-way="first forgotten" hidden>看怎么做</span></button>
</form>
{clock_html(made, "today")}
<section class="answer" aria-labelledby="answer-title" hidden></section>
{calculator_status_html("可以先填日期，下载好马上就算", instant=[way.id for way in _WAYS])}
<p class="answer-buttons form-folded"><button type="button" data-edit>{wording.answer.EDIT}</button></p>
{STATUS_LINE}
</deadline-calculator>"""


def _ways() -> str:
    """The three ways into the calculator, one question each."""
    choices = "\n".join(
        f'<label><input type="radio" name="way" value="{way.id}" data-do="{way.action}" data-begins="{way.begins}"'
        f"{' checked' if way is _WAYS[0] else ''}><span>{way.name}</span></label>"
        for way in _WAYS
    )
    return f'<fieldset class="ways">\n<legend>您是哪一种？</legend>\n<div class="ways-choices">\n{choices}\n</div>\n</fieldset>'


def _place_fields() -> str:
    """Which benefit; then province, then place and scheme, or type to find. The list of places serves these three."""
    names = {"": "不选，不知道"} | province_names()
    words = wording.schemes
    schemes = {"": words.NOT_CHOSEN} | {name: words.NAMES[name] for name in SCHEMES}
    return f"""{field_html("scheme", words.QUESTION, words.HINT, _select("scheme", options_html(schemes)))}
{field_html("province", "哪个省发的养老金？", "看参保在哪里，不看现在住哪里。", _select("province", options_html(names)))}
{_levels()}
{field_html("region", "哪里、哪一种待遇？", "只列出查到可靠来源的。没有您的，就不用选。", _select("region", options_html({"": "不细分"})))}
{field_html("find", "也可以打字找地方", FIND_HINT, f'<input type="text" list="places" {described("find")}>')}
{place_list("places")}"""


def _levels() -> str:
    """Prefecture and county. What can be chosen comes from Python, once a province is known."""
    fields = (("city", "哪个市？（直辖市选区、县）"), ("county", "哪个县、区？"))
    selects = "\n".join(
        f"<div hidden>{field_html(id, label, '看参保在哪里。不清楚就不用选。', _select(id, options_html({'': '不细分'})))}</div>"
        for id, label in fields
    )
    return f"""<div class="levels-note" role="status" hidden>
<p class="hint levels-waiting">市和县的名单正在下载，请等一等。也可以在下面打字。</p>
<p class="hint levels-failed">市和县的名单没有下载下来，请在下面打字。</p>
</div>
{selects}"""


def _input(name: str) -> str:
    return f'<input type="text" {described(name)}>'


def _select(name: str, options: str, preset: str = "") -> str:
    return f'<select data-preset="{preset}" {described(name)}>\n{options}\n</select>'


def _rules() -> str:
    return "\n".join(
        f'<optgroup label="{title}">\n'
        + options_html({rule.id: rule.name for rule in RULES.values() if rule.cycle is cycle})
        + "\n</optgroup>"
        for cycle, title in _CYCLES.items()
    )
