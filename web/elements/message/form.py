"""The form of the page ``fraud/check/`` as HTML, for the element ``<message-calculator>``.

No field has a name: without a script nothing that was typed is sent anywhere, and the list to tick stands below.
"""

from datetime import date
from html import escape

from calculator import wording
from calculator.messages import MAX_CHARACTERS
from calculator.render.messages import checklist_html
from web.elements.parts.form_element import STATUS_LINE, sentences_html
from web.elements.parts.form_field import described, field_html
from web.elements.parts.python_status import python_status_html

__all__ = ["message_form_html"]

_LIST = "#message-list"


def message_form_html(made: date) -> str:
    """The whole ``<message-calculator>`` and the list to tick behind it, two folders below the root of the site.

    ``made`` is the day on which the page was made, as for every form; nothing here depends on it.
    """
    del made
    words = wording.messages
    paste = '<button type="button" class="message-paste" data-do="paste" hidden>粘贴刚复制的短信</button>'
    text = f'<textarea rows="5" spellcheck="false" data-field="text" {described("message-text")}></textarea>'
    sender = f'<input type="text" maxlength="40" inputmode="text" data-field="sender" {described("message-sender")}>'
    samples = "\n".join(
        f'<button type="button" data-do="sample" data-text="{escape(sample)}">{name}</button>'
        for name, sample in words.SAMPLES
    )
    return f"""<message-calculator class="calculator message" data-state="loading" data-most="{MAX_CHARACTERS}">
<form action="{_LIST}" autocomplete="off" novalidate>
{field_html("message-text", "短信写了什么？电话里说了什么？", "长按短信、复制，再回到这里粘贴。电话里的话，照大意打出来就行。", paste + text)}
<p class="message-ways"><button type="button" data-do="clear" hidden>清掉</button></p>
<details class="message-more">
<summary>谁发来的（不写也行）</summary>
{field_html("message-sender", "号码，或者显示的名字", words.SENDER_NOTE, sender)}
</details>
<button class="calculate" type="submit">看一看</button>
</form>
{_status()}
{STATUS_LINE}
<section class="message-result" aria-label="看出来是这样" hidden></section>
<div class="message-take-along" hidden>
<p class="message-ways"><button type="button" data-do="print">打印</button>
<button type="button" data-do="copy">复制一段话，发给家里人</button></p>
<p class="message-said" role="status"></p>
<textarea class="message-copy" readonly hidden aria-label="要复制的文字"></textarea>
</div>
<div class="message-samples">
<p>手边没有？拿一条编的试试：</p>
<p class="message-ways">
{samples}
</p>
</div>
{sentences_html(words.SENTENCES)}
</message-calculator>
{checklist_html()}"""


def _status() -> str:
    link = f'<a href="{_LIST}">对着单子打勾</a>'
    return python_status_html(
        coming="检查的程序正在下载，您可以先贴。",
        progress="检查程序下载进度",
        without_scripts=f"这个浏览器不让网页里的程序运行，检查不了。请{link}。",
        way_out=link,
        failures=wording.messages.FAILURES,
    )
