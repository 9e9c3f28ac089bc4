"""The ways to take an answer along: the buttons under it, and what they open.

The markup is brought to life by ``web/elements/take-along/take-along.js``: ``data-do`` is what a button asks the bridge
for, ``data-needs`` what the browser must be able to do, or else the button is not shown, and ``data-copies`` says that
the reply goes to the clipboard. What was said and shown of one answer must not stay with the next: ``data-whole``.
"""

from calculator import wording

__all__ = ["in_app_html", "take_along_html"]

_BUTTONS = (
    ("calendar", "", wording.sharing.CALENDAR),
    ("share", ' data-needs="share"', wording.sharing.SHARE),
    ("share-calendar", ' data-needs="share-files"', wording.sharing.SHARE_CALENDAR),
    ("text", " data-copies", wording.sharing.TEXT),
    ("link", " data-copies", wording.sharing.LINK),
    ("qr", "", wording.sharing.QR),
    ("slip", "", wording.sharing.SLIP),
)


def take_along_html() -> str:
    """The buttons, and the places for what is said and shown when one is pressed."""
    buttons = "\n".join(
        f'<button type="button" data-do="{action}"{marks}>{name}</button>' for action, marks, name in _BUTTONS
    )
    return f"""<section class="take-along" aria-labelledby="take-along-title" data-whole>
<h3 id="take-along-title">{wording.sharing.TITLE}</h3>
<div class="take-along-ways">
{buttons}
</div>
<p class="take-along-said" role="status" data-wait="{wording.sharing.WAIT}"></p>
<textarea class="take-along-copy" readonly hidden aria-label="{wording.sharing.COPY_FIELD}"></textarea>
<div class="take-along-shown"></div>
</section>"""


def in_app_html() -> str:
    """How to come from an app's own browser, which saves and prints nothing, to one that does."""
    steps = "\n".join(f"<li>{step}</li>" for step in wording.sharing.IN_APP_STEPS)
    return f"""<div class="take-along-in-app">
<ol>
{steps}
</ol>
<p>{wording.sharing.IN_APP_OTHERWISE}</p>
<button type="button" data-do="link" data-copies>{wording.sharing.LINK}</button>
</div>"""
