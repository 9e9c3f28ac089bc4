"""How to hold the phone: light from the front, the phone as high as the eyes, one face in the frame.

Seen from the side. What is wrong is said by a sign and a word, and a face in the shade is hatched.
"""

from collections.abc import Callable, Mapping

from scripts.pages.pictures.sketch import SMALLEST, Sketch, figure, text

__all__ = ["FACES", "RIGHT", "WRONG", "face_picture", "from_behind_the_phone"]

RIGHT, WRONG = "✓ 对", "✕ 错"

_CAPTION = "从旁边看的样子：光在前面，手机和眼睛一样高。"
_HEIGHT = 226
_EYES = 104
"""How far down the eyes are."""


def face_picture(name: str) -> str:
    """The picture as a figure in HTML."""
    return figure(name, [draw() for draw in FACES[name]], _CAPTION)


def _lit() -> Sketch:
    drawing = (
        _sign(RIGHT)
        + _window(14)
        + _light(86, 232)
        + _phone(150)
        + _level(160, 232)
        + _head(262)
        + text(192, 97, "一样高", middle=True)
        + _names((48, "窗或灯"), (155, "手机"), (264, "脸"))
    )
    told = "对的拿法，从旁边看。窗或灯在脸的前面，光照在脸上。手机竖着，在脸和窗的中间，和眼睛一样高。"
    return Sketch(_HEIGHT, "对：光从前面来，手机和眼睛一样高", told, drawing, "光从前面来，手机和眼睛一样高")


def _light_behind() -> Sketch:
    drawing = (
        _sign(WRONG)
        + _phone(60)
        + _level(70, 122)
        + _head(152, shaded=True)
        + _window(244)
        + _light(236, 184)
        + _names((65, "手机"), (154, "脸是黑的"), (276, "窗"))
    )
    told = "错的拿法，从旁边看。手机在人的面前，窗在人的背后，光照在后脑上，脸是黑的。"
    return Sketch(_HEIGHT, "错：背后有窗，脸是黑的", told, drawing, "背后有窗，脸是黑的")


def _too_low() -> Sketch:
    drawing = (
        _sign(WRONG)
        + _window(14)
        + '<path class="fig-solid-phone" d="M146 190l46-14l3 9l-46 14z"/>'
        + f'<path class="fig-dashes" d="M188 172L238 {_EYES + 4}"/>'
        + _head(262)
        + text(150, 160, "太低", middle=True)
        + _names((48, "窗或灯"), (168, "手机"), (274, "脸"))
    )
    told = "错的拿法，从旁边看。窗或灯在脸的前面。手机放在腿上，太低，比眼睛低得多。"
    return Sketch(_HEIGHT, "错：手机太低", told, drawing, "手机太低，要和眼睛一样高")


def _in_the_frame() -> Sketch:
    drawing = (
        _sign(RIGHT)
        + '<rect class="fig-phone" x="98" y="8" width="124" height="210" rx="20"/>'
        + '<path class="fig-flag" d="M114 70V46H138M182 46H206V70M206 146V170H182M138 170H114V146"/>'
        + '<ellipse class="fig-skin" cx="160" cy="108" rx="32" ry="42"/>'
        + '<path class="fig-line" d="M148 98v4M172 98v4M160 104v12l-4 3M148 130q12 9 24 0"/>'
        + text(234, 80, "脸放进")
        + text(234, 106, "框里")
        + text(234, 150, "只有")
        + text(234, 176, "一张脸")
        + text(14, 130, "不戴")
        + text(14, 156, "帽子、")
        + text(14, 182, "口罩")
    )
    told = "对的样子，看手机屏幕。整张脸放进框里，画面里只有一张脸，不戴帽子、口罩。"
    return Sketch(_HEIGHT, "对：整张脸在框里", told, drawing, "整张脸在框里，只有一张脸")


def from_behind_the_phone() -> Sketch:
    """Somebody else holds the phone for the one whose face it is."""
    drawing = (
        _sign(RIGHT)
        + _window(8, width=44)
        + _head(96, facing=1)
        + f'<path class="fig-ray" d="M56 56L234 70"/><path class="fig-line" d="M120 162L162 {_EYES + 26}"/>'
        + _phone(162)
        + _level(172, 232)
        + _head(262)
        + _names((30, "窗"), (94, "您"), (172, "手机"), (264, "老人"))
    )
    told = "从旁边看。您背着窗，站在手机后面拿着它，屏幕朝着老人。手机和老人的眼睛一样高，光照在老人脸上。"
    return Sketch(_HEIGHT, "对：您拿手机，老人出脸", told, drawing, "您拿手机，老人出脸，光在老人前面")


def _sign(words: str) -> str:
    return text(10, 34, words, size=26, bold=True)


def _names(*named: tuple[float, str]) -> str:
    return "".join(text(x, _HEIGHT - 6, words, size=SMALLEST, middle=True) for x, words in named)


def _window(x: float, width: float = 64) -> str:
    return (
        f'<rect class="fig-bright" x="{x:g}" y="52" width="{width:g}" height="104"/>'
        f'<path class="fig-line" d="M{x + width / 2:g} 52v104M{x:g} 104h{width:g}"/>'
    )


def _light(start: float, end: float) -> str:
    """Rays from a window to a face or to the back of a head."""
    return f'<path class="fig-ray" d="M{start:g} 58L{end:g} 68M{start:g} 150L{end:g} 142"/>'


def _phone(x: float) -> str:
    """A phone upright, from its edge, whose middle is as high as the eyes."""
    return f'<rect class="fig-solid-phone" x="{x:g}" y="{_EYES - 32}" width="10" height="64" rx="3"/>'


def _level(start: float, end: float) -> str:
    return f'<path class="fig-dashes" d="M{start:g} {_EYES}H{end:g}"/>'


def _head(x: float, *, facing: int = -1, shaded: bool = False) -> str:
    """A head from the side, with its nose to the left, or to the right, and the shoulders below it."""
    nose = f"M{x + 28 * facing:g} {_EYES - 6}l{15 * facing} 18l{-14 * facing} 6"
    shade = f'<path class="fig-line" d="M{x - 30:g} 110l24-38M{x - 26:g} 126l36-58M{x - 14:g} 136l38-62"/>'
    return (
        f'<path class="fig-line" d="M{x - 36:g} 196q2-44 36-44t36 44M{x - 8:g} 138v14M{x + 14:g} 136v16"/>'
        f'<path class="fig-skin" d="{nose}"/><circle class="fig-skin" cx="{x:g}" cy="{_EYES}" r="34"/>'
        f'<path class="fig-line" d="M{x + 20 * facing:g} {_EYES - 5}v6M{x + 14 * facing:g} {_EYES + 18}h{12 * facing}"/>'
        + (shade if shaded else "")
    )


FACES: Mapping[str, tuple[Callable[[], Sketch], ...]] = {
    "face": (_lit, _in_the_frame),
    "faces": (_lit, _light_behind, _in_the_frame, _too_low),
    "held": (from_behind_the_phone, _light_behind),
}
"""By the name in the mark of the picture."""
