"""The family's form as HTML, for ``web/elements/family/family-calculator.js``.

Every id begins with ``family-``, so that this form and the calculator's can stand in one page.
"""

from datetime import date

from calculator import wording
from calculator.family.file import FORMAT, MAX_CHARACTERS
from calculator.family.people import MAX_LENGTHS, MAX_PEOPLE
from web.elements.parts.device_clock import clock_html
from web.elements.parts.form_element import STATUS_LINE, error_summary_html, sentences_html
from web.elements.parts.form_field import described, field_html, options_html
from web.elements.parts.place_chooser import FIND_HINT, place_list, province_names
from web.elements.parts.python_status import calculator_status_html

__all__ = ["family_form_html"]

_MOST_BYTES = 4 * (MAX_CHARACTERS + 1)
"""Of a file that the page reads: however it is encoded in UTF-8, what is longer has more than so many characters."""


def family_form_html(made: date) -> str:
    """The whole ``<family-calculator>``, for a page ``made`` today, two folders below the root of the site."""
    words = wording.family
    labels = "\n".join(f'<option value="{label}">' for label in words.LABELS)
    said = words.SENTENCES | {"full": words.too_many(MAX_PEOPLE)}
    return f"""<family-calculator class="calculator family" data-state="loading" data-kept-as="{FORMAT}" data-most-bytes="{_MOST_BYTES}">
<p class="family-note" data-saving="no" hidden>{words.CANNOT_SAVE}</p>
<div class="family-blank" hidden><p class="family-ways"><button type="button" data-do="blank">{words.BLANK_BUTTON}</button></p></div>
<form action="../../date-table/" autocomplete="off" novalidate>
{error_summary_html()}
<div class="family-people" data-most="{MAX_PEOPLE}">
{_person()}
</div>
{_said("people")}
<p class="family-ways"><button type="button" data-do="add">再加一位</button></p>
<button class="calculate" type="submit">算大家的截止日</button>
</form>
{STATUS_LINE}
<section class="family-result" aria-label="{words.RESULT_NAME}" hidden>
{clock_html(made)}
{_said("result")}
<div class="family-answer"></div>
<div class="family-take">
<h3>带走</h3>
<p class="family-ways"><button type="button" data-do="print" data-saving="yes">打印一张</button>
<button type="button" data-do="calendar" data-saving="yes">放进日历</button>
<button type="button" data-do="export" data-saving="yes">存成文件</button></p>
<p data-saving="no" hidden>{words.CANNOT_SAVE}</p>
{_said("take")}
</div>
</section>
{calculator_status_html("可以先填，下载好马上就算", "../../date-table/", ["family"])}
<section class="family-keep" aria-labelledby="family-keep-title">
<h2 id="family-keep-title">下次还要用</h2>
<p class="family-check"><input id="family-keep" type="checkbox" autocomplete="off" aria-describedby="family-keep-hint">
<label for="family-keep">把这些记在这台设备上</label></p>
<p class="hint" id="family-keep-hint">不打勾就什么都不记。打了勾，用这台设备的人打开这一页都看得见；公用的电脑、借来的手机，不要打勾。</p>
<p class="family-ways"><button type="button" data-do="delete">全部删除</button></p>
{_question("keep", words.DELETE_QUESTION, {"delete-all": "全部删掉", "delete-nothing": "不删"})}
{_said("keep")}
<div class="field family-open">
<label for="family-file">读入以前存的文件</label>
<p class="hint" id="family-file-hint">就是“存成文件”存下的“{words.FILE_NAME}.json”。文件只在这台设备上读，不上传。</p>
<p class="field-error" id="family-file-error" hidden></p>
<input id="family-file" type="file" aria-describedby="family-file-hint family-file-error">
</div>
{_question("file", "", {"replace": "换成文件里的", "together": "两边的都要", "keep-mine": "不读了"})}
{_said("file")}
</section>
<button class="family-undo" type="button" data-do="undo" hidden>撤销</button>
<datalist id="family-labels">
{labels}
</datalist>
{place_list("family-places")}
{sentences_html(said)}
</family-calculator>"""


def _person() -> str:
    """The first person's fields. The script makes those of others of them, with another number in their ids."""
    name = "family-1"
    provinces = {"": "不选，不知道"} | province_names()
    label_hint = "例如：妈妈。"
    last_hint = "例如：2025年3月5日。"
    return f"""<fieldset class="family-person">
<legend id="{name}">{wording.family.name("", 1, shared=False)}</legend>
{field_html(f"{name}-label", "称呼", label_hint, _input(name, "label", "family-labels"))}
{field_html(f"{name}-last", "上次认证是哪一天？", last_hint, _input(name, "last"))}
<details>
<summary>在哪里领（选了更准）</summary>
{field_html(f"{name}-province", "哪个省发的养老金？", "看参保在哪里，不看现在住哪里。", _select(name, "province", provinces))}
{field_html(f"{name}-region", "哪里、哪一种待遇？", "只列出查到可靠来源的。没有的，就不用选。", _select(name, "region", {"": "不细分"}))}
{field_html(f"{name}-find", "也可以打字找地方", FIND_HINT, _input(name, "find", "family-places"))}
</details>
<button class="family-remove" type="button" data-do="remove" aria-describedby="{name}">去掉这一位</button>
</fieldset>"""


def _input(person: str, name: str, choices: str = "") -> str:
    list_ = f' list="{choices}"' if choices else ""
    most = f' maxlength="{MAX_LENGTHS[name]}"' if name in MAX_LENGTHS else ""
    return f'<input type="text"{list_}{most} {_common(person, name)}>'


def _select(person: str, name: str, options: dict[str, str]) -> str:
    return f"<select {_common(person, name)}>\n{options_html(options)}\n</select>"


def _common(person: str, name: str) -> str:
    return f'data-field="{name}" {described(f"{person}-{name}")}'


def _said(part: str) -> str:
    """Where the script says what has happened in this part."""
    return f'<p class="family-said" data-said="{part}" role="status"></p>'


def _question(part: str, text: str, answers: dict[str, str]) -> str:
    buttons = "\n".join(f'<button type="button" data-do="{do}">{answer}</button>' for do, answer in answers.items())
    return f"""<div class="family-question" data-question="{part}" role="group" aria-labelledby="family-question-{part}" tabindex="-1" hidden>
<p id="family-question-{part}">{text}</p>
<p class="family-ways">{buttons}</p>
</div>"""
