"""A field of a form as HTML: its label, its hint, the place of its error, and the control that all three describe."""

from collections.abc import Mapping
from html import escape

__all__ = ["described", "field_html", "options_html"]


def field_html(id: str, label: str, hint: str, control: str) -> str:
    """The whole field. ``control`` has this id and is ``described`` by it."""
    return f"""<div class="field">
<label for="{id}">{label}</label>
<p class="hint" id="{id}-hint">{hint}</p>
<p class="field-error" id="{id}-error" hidden></p>
{control}
</div>"""


def described(id: str) -> str:
    """The attributes of a control that tie it to its label, its hint and its error, and keep its answers off the disk."""
    return f'id="{id}" autocomplete="off" aria-describedby="{id}-hint {id}-error"'


def options_html(choices: Mapping[str, str]) -> str:
    """The options of a select, each text by its value."""
    return "\n".join(f'<option value="{escape(value)}">{escape(text)}</option>' for value, text in choices.items())
