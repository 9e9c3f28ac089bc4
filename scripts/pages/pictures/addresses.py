"""What a right address looks like: the last two parts before the first slash, and whether they are gov.cn.

Whether an address is official is asked of the same function that reads addresses in messages.
"""

from calculator.messages.addresses import addresses
from scripts.pages.pictures.faces import RIGHT, WRONG
from scripts.pages.pictures.sketch import WIDTH, Sketch, figure, text

__all__ = ["ADDRESSES", "address_picture", "ending", "is_official"]

ADDRESSES = ("si.12333.gov.cn/", "si.12333.gov.cn.例子.cc/", "例子.cc/si.12333.gov.cn")
"""A right one, and two that are made up so that they look like it, see the exercise on the page official-sites."""

_CAPTION = (
    "从第一根斜杠“/”往左看两段：是gov.cn，再看前面的名字对不对；不是，就关掉。"
    "开头“https://”里的两根斜杠不算；没有斜杠，就看到头。"
    "错的两个是编的，不要去打开。"
)
_LETTER, _HAN = 11, 22
"""How wide a letter and a Chinese character are drawn, whichever font there is."""
_GAP = 6
"""Around the ending, for the line of its box."""
_HEIGHT = 136


def address_picture() -> str:
    """The picture as a figure in HTML."""
    return figure("address", [_sketch(address) for address in ADDRESSES], _CAPTION)


def ending(address: str) -> tuple[str, str, str]:
    """An address as what is before its ending, its ending, and what follows from the first slash on.

    >>> ending("si.12333.gov.cn/a")
    ('si.12333.', 'gov.cn', '/a')
    """
    host, slash, rest = address.partition("/")
    parts = host.split(".")
    before = "".join(f"{part}." for part in parts[:-2])
    return before, ".".join(parts[-2:]), slash + rest


def is_official(address: str) -> bool:
    """Whether it is that of a government site."""
    return next(addresses(address)).sign == "official-address"


def _sketch(address: str) -> Sketch:
    before, last, rest = ending(address)
    right = is_official(address)
    start = 24.0
    box = start + _wide(before) + (_GAP if before else 0)
    after = box + _wide(last) + _GAP
    middle = box + _wide(last) / 2
    box_class, dashes = ("fig-good", "") if right else ("fig-late", ' stroke-dasharray="7 5"')
    drawing = (
        '<rect class="fig-phone" x="6" y="8" width="308" height="56" rx="28"/>'
        f'<rect class="{box_class}" x="{box - 4:g}" y="16" width="{_wide(last) + 8}" height="40" rx="4"{dashes}/>'
        + _spread(start, before)
        + _spread(box, last, bold=True)
        + _spread(after, rest)
        + f'<path class="fig-line" d="M{middle:g} 100V68m-8 10l8-10l8 10"/>'
        + text(min(max(middle, 60), WIDTH - 60), 124, "看这两段", middle=True)
    )
    sign = RIGHT if right else WRONG
    drawing += text(14 if middle > WIDTH / 2 else WIDTH - 84, 124, sign, size=28, bold=True)
    told = f"网址{address}。看这两段：第一根斜杠前面，最后是{last}，用框圈着。这个网址是{sign[2:]}的。"
    return Sketch(_HEIGHT, f"{sign[2:]}的网址：{address}", told, drawing, _why(rest, right=right))


def _why(rest: str, *, right: bool) -> str:
    if right:
        return "第一根斜杠前面，最后是gov.cn"
    return f"gov.cn在{'斜杠后面' if 'gov.cn' in rest else '中间'}，不算数"


def _wide(words: str) -> int:
    return sum(_HAN if ord(letter) > 0x2E80 else _LETTER for letter in words)


def _spread(x: float, words: str, *, bold: bool = False) -> str:
    """Words made as wide as the box around them expects, in every font."""
    if not words:
        return ""
    weight = ' font-weight="700"' if bold else ""
    return (
        f'<text class="fig-text" x="{x:g}" y="44" font-size="20" textLength="{_wide(words)}"'
        f' lengthAdjust="spacingAndGlyphs"{weight}>{words}</text>'
    )
