"""Where a page says that the date of the device may be wrong, for ``web/elements/parts/device-clock.js``.

Its sentences stand there too, for ``web/elements/instant/clock.js``, which says it before Python.
"""

from datetime import date

from calculator import wording
from calculator.counting.device_clock import Doubt, sure_until

__all__ = ["clock_html"]


def clock_html(made: date, today_field: str = "") -> str:
    """The line, empty until there is something to say.

    :param made: the day on which the page is made.
    :param today_field: the id of the field for today's date, if there is one; a button leads there.
    """
    button = f'<button type="button">{wording.clock.SET_TODAY}</button>\n' if today_field else ""
    sentences = " ".join(
        f'data-{why}="{wording.clock.doubted_template(why, made, changeable=bool(today_field))}"' for why in Doubt
    )
    return f"""<div class="clock" role="status" data-made="{made.isoformat()}" data-sure-until="{sure_until(made).isoformat()}" data-today="{today_field}" {sentences} hidden>
<p></p>
{button}</div>"""
