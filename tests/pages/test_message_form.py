"""The form of the page that checks messages: nothing can be sent without a script, and the list to tick is there."""

import re
from datetime import date

from calculator import wording
from calculator.messages import Verdict, check
from web.elements.message.form import message_form_html

FORM = message_form_html(date(2026, 11, 28))


def test_no_field_has_a_name_so_that_nothing_typed_can_leave_the_device() -> None:
    assert not re.search(r"<(?:input|textarea|select)[^>]*\sname=", FORM)


def test_the_list_to_tick_stands_behind_the_element_and_is_led_to() -> None:
    element, _, behind = FORM.partition("</message-calculator>")
    assert 'id="message-list"' in behind
    assert element.count('href="#message-list"') == 2
    assert 'action="#message-list"' in element


def test_every_failure_has_a_sentence_and_every_id_stands_once() -> None:
    for code in wording.page.FAILURES:
        assert f'data-failure="{code}"' in FORM
    ids = re.findall(r'\sid="([^"]+)"', FORM)
    assert len(ids) == len(set(ids))


def test_the_samples_show_what_their_names_say() -> None:
    verdicts = [check(text).verdict for _, text in wording.messages.SAMPLES]
    assert verdicts == [Verdict.SCAM, Verdict.OFFICIAL_LIKE, Verdict.SCAM]
