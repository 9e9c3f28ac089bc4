"""The roster's form as HTML. It is in the page before any script runs, so it is made when the site is built."""

from datetime import date
from html import escape

from calculator import wording
from calculator.page.protocol import SETTINGS
from calculator.regions import SCHEMES, presets, provinces
from calculator.roster.desk import MAX_BYTES
from calculator.roster.formats import accepted
from web.elements.parts.device_clock import clock_html
from web.elements.parts.form_element import STATUS_LINE, error_summary_html
from web.elements.parts.form_field import described, field_html, options_html
from web.elements.parts.python_status import calculator_status_html

__all__ = ["roster_html"]

_words = wording.roster


def roster_html(made: date) -> str:
    """The whole ``<roster-calculator>``, for a page ``made`` today, two folders below the root of the site."""
    schemes = {"": _words.FORM_UNKNOWN} | {name: name for name in SCHEMES}
    return f"""<roster-calculator class="calculator roster" data-state="loading" data-settings="{" ".join(SETTINGS)}" data-most-bytes="{MAX_BYTES}">
{calculator_status_html(_words.FORM_MEANWHILE, "../../date-table/")}
<form action="../../date-table/" autocomplete="off" novalidate>
{error_summary_html()}
<div class="roster-drop">
{field_html("roster-file", _words.FORM_FILE, _words.FORM_FILE_HINT, f'<input type="file" accept="{accepted()}" {described("roster-file")}>')}
{field_html("roster-paste", _words.FORM_PASTE, _words.FORM_PASTE_HINT, f'<textarea rows="4" spellcheck="false" wrap="off" {described("roster-paste")}></textarea>')}
</div>
<p class="roster-privacy"><strong>{_words.FORM_PRIVACY}</strong></p>
<details class="more">
<summary>{_words.FORM_MORE}</summary>
{field_html("roster-region", _words.FORM_REGION, _words.FORM_REGION_HINT, f'<input type="text" list="roster-places" {described("roster-region")}>')}
<datalist id="roster-places">
{_places()}
</datalist>
{field_html("roster-scheme", _words.FORM_SCHEME, _words.FORM_SCHEME_HINT, f"<select {described('roster-scheme')}>{options_html(schemes)}</select>")}
{field_html("roster-today", _words.FORM_TODAY, _words.FORM_TODAY_HINT, f'<input type="text" {described("roster-today")}>')}
</details>
<div class="roster-buttons">
<button class="calculate" type="submit">{_words.FORM_WORK}</button>
<button type="button" data-example>{_words.FORM_TRY}</button>
</div>
</form>
<div class="roster-progress" hidden>
<p id="roster-progress-words">{_words.FORM_WORKING}</p>
<progress max="1" aria-labelledby="roster-progress-words"></progress>
<button type="button" data-cancel>{_words.FORM_CANCEL}</button>
</div>
{STATUS_LINE}
{clock_html(made, "roster-today")}
<section class="roster-result" aria-labelledby="roster-title" hidden></section>
<section class="roster-sheet" hidden></section>
</roster-calculator>"""


def _places() -> str:
    names = [name for one in provinces() for name in (one.name, *_places_of(one.name, [r.place for r in presets(one)]))]
    return "\n".join(f'<option value="{escape(name)}">' for name in names)


def _places_of(province: str, places: list[str]) -> list[str]:
    return [province + place for place in dict.fromkeys(places) if place]
