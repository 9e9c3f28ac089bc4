"""What every form that asks Python begins and ends with, for ``web/elements/parts/form-element.js``."""

from calculator import wording

__all__ = ["STATUS_LINE", "error_summary_html"]

STATUS_LINE = '<p class="visually-hidden" role="status"></p>'
"""What screen readers read out whenever it changes."""


def error_summary_html() -> str:
    """The box above the fields in which all faults are listed, empty until there are any."""
    return f"""<div class="error-summary" role="alert" tabindex="-1" hidden>
<p class="error-title">{wording.page.FAULTS_TITLE}</p>
<ul></ul>
</div>"""
