"""What every sketch has: its size, its words for those who do not see it, and the lines that several are drawn of."""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

__all__ = ["SMALLEST", "WIDTH", "Sketch", "figure", "phone_top", "search_box", "text"]

WIDTH = 320
"""Of every sketch. A telephone of 360 px shows it a little larger than drawn, so its words are as large as the page's."""
SMALLEST = 20
"""The size of the smallest words, which is that of the page's own."""


@dataclass(frozen=True, slots=True)
class Sketch:
    """One panel: ``told`` says what is drawn to those who do not see it, ``caption`` stands below it."""

    height: int
    title: str
    told: str
    drawing: str
    caption: str


def figure(name: str, sketches: Iterable[Sketch], caption: str) -> str:
    """The panels of a picture as HTML; the search leaves them out, which finds the sentences beside them.

    The theme's search leaves an element out up to the end of the first of the same name in it: so panels are no figures.
    """
    panels = "\n".join(_panel(f"{name}-{number}", sketch) for number, sketch in enumerate(sketches, 1))
    return f"""<figure class="figure figure-panels" data-search-exclude>
{panels}
<figcaption>{escape(caption)}</figcaption>
</figure>"""


def _panel(id: str, sketch: Sketch) -> str:
    return f"""<div class="panel">
<svg role="img" viewBox="0 0 {WIDTH} {sketch.height}" width="{WIDTH}" height="{sketch.height}" aria-labelledby="{id}-t {id}-d">
<title id="{id}-t">{escape(sketch.title)}</title>
<desc id="{id}-d">{escape(sketch.told)}</desc>
{sketch.drawing}
</svg>
<p>{escape(sketch.caption)}</p>
</div>"""


def text(x: float, y: float, words: str, *, size: int = SMALLEST, bold: bool = False, middle: bool = False) -> str:
    """Words whose base line begins at a point, or has its middle there."""
    weight = ' font-weight="700"' if bold else ""
    anchor = ' text-anchor="middle"' if middle else ""
    return f'<text class="fig-text" x="{x:g}" y="{y:g}" font-size="{size}"{weight}{anchor}>{escape(words)}</text>'


def phone_top(height: int, name: str) -> str:
    """The upper part of a telephone, whose screen goes on below, with the name of what is open on it."""
    return f'<path class="fig-phone" d="M8 {height}V34a26 26 0 0 1 26-26H286a26 26 0 0 1 26 26V{height}"/>' + text(
        WIDTH / 2, 44, name, bold=True, middle=True
    )


def search_box(y: float, words: str) -> str:
    """A field with a magnifying glass and with what is typed into it."""
    return (
        f'<rect class="fig-good" x="26" y="{y:g}" width="268" height="46" rx="23"/>'
        f'<circle class="fig-line" cx="52" cy="{y + 21:g}" r="8"/><path class="fig-line" d="M58 {y + 27:g}l8 8"/>'
        + text(78, y + 30, words, bold=True)
    )
