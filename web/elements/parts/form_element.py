"""What forms that ask Python begin and end with, for ``web/elements/parts/form-element.js``."""

from collections.abc import Mapping

from calculator import wording

__all__ = ["STATUS_LINE", "error_summary_html", "sentences_html"]

STATUS_LINE = '<p class="visually-hidden" role="status"></p>'
"""What screen readers read out whenever it changes."""


def error_summary_html() -> str:
    """The box above the fields in which all faults are listed, empty until there are any."""
    return f"""<div class="error-summary" role="alert" tabindex="-1" hidden>
<p class="error-title">{wording.page.FAULTS_TITLE}</p>
<ul></ul>
</div>"""


def sentences_html(sentences: Mapping[str, str]) -> str:
    """What the script says of its own when something has been done, each sentence by its name."""
    lines = "\n".join(f'<p data-sentence="{name}">{text}</p>' for name, text in sentences.items())
    return f'<template class="sentences">\n{lines}\n</template>'
