"""Sketches of our own, for those who look rather than read: where to press, how to hold the phone, which address is right.

They show no app as it is: screens change, and names and marks of others are theirs. Only words that people must find
are on them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

__all__ = ["ENTRIES", "Entry", "address_sketch", "entry_sketch", "holding_sketch"]

_WIDTH, _HEIGHT = 360, 212
_PHONE = 108
_LETTERS = 5
"""So many characters of the size that can be read fit on a button of a drawn phone."""


@dataclass(frozen=True, slots=True)
class Entry:
    """How one comes from the first screen to the scan: what to search for or open, and where that leads.

    ``searched``: the first screen has a field to type into; otherwise it has an app to open.
    """

    where: str
    first: str
    searched: bool
    second: str


ENTRIES = {
    "app": Entry("手机App", "打开App", searched=False, second="资格认证"),
    "wechat": Entry("微信", "搜索", searched=True, second="资格认证"),
    "alipay": Entry("支付宝", "搜索", searched=True, second="资格认证"),
    "e-card": Entry("电子社保卡", "首页", searched=False, second="资格认证"),
}
"""The ways on a phone, by the names of their pages."""


def entry_sketch(name: str) -> str:
    """Three screens of a phone: where to begin, the entry, the scan."""
    entry = ENTRIES[name]
    begin = "点最上面的搜索框" if entry.searched else f"先到{entry.first}" if entry.first == "首页" else entry.first
    spoken = f"第一步，{begin}；第二步，找带“{entry.second}”几个字的入口，点进去；第三步，照提示刷脸"
    top = 12 if entry.searched else 60
    screens = (
        _screen(0, _button(0, top, entry.first) + _bars(0, (76, 100, 124) if entry.searched else (20, 120, 144))),
        _screen(1, _bars(1, (20, 44, 120, 144)) + _button(1, 68, entry.second)),
        _screen(2, _face(2 * (_PHONE + 18) + _PHONE / 2, 78)),
    )
    return _figure(
        f"entry-{name}",
        f"{entry.where}里，入口在哪里找",
        spoken,
        (_WIDTH, _HEIGHT),
        "".join(screens) + _captions(("1 先点这里", "2 再点这里", "3 刷脸")),
        "这是我们画的示意图，和手机上看到的不会一模一样。认准带“资格认证”的字。",
    )


def holding_sketch() -> str:
    """A head beside a phone at the height of the eyes, light from the front."""
    window = (
        '<rect class="fig-line" x="282" y="24" width="66" height="96" rx="3"/>'
        '<path class="fig-line" d="M315 24v96M282 72h66"/>'
        '<path class="fig-line" d="M272 60L222 66M272 84L222 84" stroke-dasharray="6 6"/>'
    )
    person = (
        '<circle class="fig-line" cx="92" cy="84" r="46"/><circle class="fig-dot" cx="116" cy="76" r="4"/>'
        '<path class="fig-line" d="M138 84l8 8h-9M116 106h16M58 124q-34 14-40 46M104 130q46 6 66-24"/>'
    )
    phone = (
        '<rect class="fig-good" x="186" y="40" width="14" height="76" rx="4"/>'
        '<path class="fig-line" d="M142 76H178" stroke-dasharray="4 5"/>'
    )
    words = _texts(((315, 148, "窗户或灯"), (193, 148, "手机"), (92, 24, "脸")))
    return _figure(
        "holding",
        "手机怎么拿",
        "人坐着，脸朝窗户或灯；手机竖着拿，和眼睛一样高，在脸和窗户中间；身后没有强光",
        (_WIDTH, 176),
        window + person + phone + words,
        "脸朝亮处。手机竖着拿，和眼睛一样高，不远不近。",
    )


def address_sketch() -> str:
    """An address, read from the right: what must stand before its first slash."""
    address = (
        '<rect class="fig-line" x="4" y="12" width="352" height="56" rx="28"/>'
        '<rect class="fig-good" x="160" y="20" width="84" height="40" rx="6"/>'
        '<text class="fig-text" x="26" y="48" font-size="22" textLength="134">si.12333.</text>'
        '<text class="fig-text" x="164" y="48" font-size="22" font-weight="700" textLength="76">gov.cn</text>'
        '<text class="fig-text" x="252" y="48" font-size="22">/ ……</text>'
        '<path class="fig-line" d="M202 96V68M194 78l8-10 8 10M256 96V70M248 80l8-10 8 10"/>'
    )
    words = _texts(((146, 120, "2 左边要是gov.cn"), (290, 120, "1 先找斜杠")))
    return _figure(
        "address",
        "真网址是什么样子",
        "先找到网址里的第一根斜杠，再看斜杠左边，最后两段要是gov.cn；斜杠右边写什么都不算数",
        (_WIDTH, 130),
        address + words,
        "先找第一根斜杠，再看它左边紧挨着的是不是gov.cn。斜杠右边写什么，都不算数。",
    )


def _figure(id: str, title: str, spoken: str, size: tuple[int, int], drawing: str, caption: str) -> str:
    width, height = size
    return f"""<figure class="figure figure-sketch">
<svg role="img" viewBox="0 0 {width} {height}" aria-labelledby="{id}-t {id}-d">
<title id="{id}-t">{escape(title)}</title>
<desc id="{id}-d">{escape(spoken)}。</desc>
{drawing}
</svg>
<figcaption>{escape(caption)}</figcaption>
</figure>"""


def _screen(number: int, inside: str) -> str:
    left = number * (_PHONE + 18)
    return f'<rect class="fig-line" x="{left + 1}" y="1" width="{_PHONE - 2}" height="172" rx="12"/>{inside}'


def _button(number: int, top: int, words: str) -> str:
    """What to press, in green.

    :raises ValueError: if the words do not fit.
    """
    if len(words) > _LETTERS:
        raise ValueError(f"{words} does not fit on a button of a drawn phone")
    left = number * (_PHONE + 18)
    return (
        f'<rect class="fig-good" x="{left + 8}" y="{top}" width="{_PHONE - 16}" height="38" rx="8"/>'
        f'<text class="fig-text" x="{left + _PHONE / 2}" y="{top + 26}" font-size="18" font-weight="700"'
        f' text-anchor="middle">{escape(words)}</text>'
    )


def _bars(number: int, tops: Sequence[int]) -> str:
    """What else is on the screen, and does not matter."""
    left = number * (_PHONE + 18)
    return "".join(f'<path class="fig-line" d="M{left + 16} {top}h{_PHONE - 32}"/>' for top in tops)


def _face(x: float, y: int) -> str:
    return (
        f'<circle class="fig-good" cx="{x}" cy="{y}" r="40"/><circle class="fig-dot" cx="{x - 14}" cy="{y - 8}" r="4"/>'
        f'<circle class="fig-dot" cx="{x + 14}" cy="{y - 8}" r="4"/><path class="fig-line" d="M{x - 14} {y + 16}q14 10 28 0"/>'
    )


def _captions(words: Sequence[str]) -> str:
    return _texts([(number * (_PHONE + 18) + _PHONE / 2, 200, word) for number, word in enumerate(words)])


def _texts(words: Sequence[tuple[float, float, str]]) -> str:
    """Words in the middle of their places."""
    return "".join(
        f'<text class="fig-text" x="{x}" y="{y}" font-size="18" text-anchor="middle">{escape(word)}</text>'
        for x, y, word in words
    )
