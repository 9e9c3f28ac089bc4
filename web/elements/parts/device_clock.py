"""Where a page says that the date of the device may be wrong, for ``web/elements/parts/device-clock.js``."""

from datetime import date

from calculator import wording

__all__ = ["clock_html"]


def clock_html(made: date, today_field: str = "") -> str:
    """The line, empty until there is something to say.

    :param made: the day on which the page is made.
    :param today_field: the id of the field for today's date, if there is one; a button leads there.
    """
    button = f'<button type="button">{wording.clock.SET_TODAY}</button>\n' if today_field else ""
    return f"""<div class="clock" role="status" data-made="{made.isoformat()}" data-today="{today_field}" hidden>
<p></p>
{button}</div>"""
