"""Where the entrance is: the screens that a method's steps pass, as far as its page says what stands on them.

Nothing is drawn that the steps do not say: where a button stands differs from place to place, so the rest of a screen
is left blank. The words on a button are those of the step, which is looked up when the picture is made.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from scripts.pages.pictures.faces import from_behind_the_phone
from scripts.pages.pictures.sketch import WIDTH, Sketch, figure, phone_top, search_box, text
from scripts.settings.paths import DOCS

__all__ = ["CAPTION", "ENTRANCES", "Entrance", "Screen", "entrance_picture", "steps"]

CAPTION = "我们画的草图，不是截图。空着的格子，各地不一样。按钮的字和位置会变，以手机上看到的为准。"


@dataclass(frozen=True, slots=True)
class Screen:
    """What is seen at these steps: ``words`` are those of the steps that stand in the drawing."""

    steps: tuple[int, ...]
    draw: Callable[..., Sketch]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entrance:
    """The screens of a numbered list, which stands on a page of ``docs/`` under the heading with that anchor."""

    page: str
    anchor: str
    screens: tuple[Screen, ...]


def entrance_picture(name: str) -> str:
    """The picture as a figure in HTML.

    :raises ValueError: if a step of the page does not say what is drawn for it.
    """
    entrance = ENTRANCES[name]
    return figure(name, _sketches(entrance), CAPTION)


def _sketches(entrance: Entrance) -> Iterator[Sketch]:
    written = steps(entrance.page, entrance.anchor)
    for screen in entrance.screens:
        said = "".join(written.get(step, "") for step in screen.steps)
        for words in screen.words:
            if words not in said:
                raise ValueError(f"{entrance.page}#{entrance.anchor}: step {screen.steps} does not say {words}")
        sketch = screen.draw(*screen.words)
        number = "、".join(map(str, screen.steps))
        yield Sketch(sketch.height, sketch.title, sketch.told, sketch.drawing, f"第{number}步：{sketch.caption}")


def steps(page: str, anchor: str) -> dict[int, str]:
    """The items of the numbered list under a heading of a page, by their numbers."""
    written = (DOCS / page).read_text(encoding="utf-8")
    section = re.split(r"^#", written.partition(f"{{#{anchor}}}")[2], maxsplit=1, flags=re.MULTILINE)[0]
    return {int(number): step for number, step in re.findall(r"^(\d+)\. (.+)$", section, re.MULTILINE)}


def _store(place: str, name: str, button: str) -> Sketch:
    height = 196
    drawing = (
        phone_top(height, place)
        + search_box(62, name)
        + '<rect class="fig-blank" x="26" y="126" width="48" height="48" rx="10"/>'
        + text(86, 157, name)
        + '<rect class="fig-line" x="226" y="130" width="68" height="42" rx="21"/>'
        + text(260, 158, button, middle=True)
    )
    told = f"一部手机，开着{place}。最上面的搜索框里打着“{name}”，下面找到一个，右边的按钮是“{button}”。"
    return Sketch(height, f"在{place}里搜“{name}”", told, drawing, f"搜“{name}”，自己装")


def _magnifier(app: str, where: str, glass: str) -> Sketch:
    height = 150
    drawing = (
        phone_top(height, app)
        + '<circle class="fig-good" cx="268" cy="54" r="28"/>'
        + '<circle class="fig-line" cx="265" cy="50" r="10"/><path class="fig-line" d="M272 57l10 10"/>'
        + '<path class="fig-line" d="M212 112l34-26m-15 1l15-1l-3 15"/>'
        + text(84, 126, f"点{glass}")
        + _blanks(((26, 96), (26, 128)), 44, 20)
    )
    told = f"一部手机，开着{app}。{where}有一个{glass}，一个箭头指着它，写着：点{glass}。"
    return Sketch(height, f"{app}{where}的{glass}", told, drawing, f"点{where}的{glass}")


def _search(app: str, name: str) -> Sketch:
    height = 176
    drawing = phone_top(height, app) + search_box(62, name) + _result(126)
    told = f"一部手机，开着{app}。最上面的搜索框里打着“{name}”，下面是找到的。"
    return Sketch(height, f"在{app}里搜“{name}”", told, drawing, f"搜“{name}”")


def _own_name(name: str, check: str) -> Sketch:
    height = 210
    drawing = phone_top(height, "搜索") + search_box(62, name) + _result(124) + text(WIDTH / 2, 198, check, middle=True)
    told = f"一部手机，搜索框里打着{name}。下面是找到的，写着：{check}。"
    return Sketch(height, f"搜{name}", told, drawing, f"打{name}，看清再进")


def _tile(*labels: str) -> Sketch:
    """A screen of blank tiles, one or two of which carry the words that are looked for."""
    height = 238
    columns, tops = (22, 117, 212), (62, 152)
    marked = dict(zip((1, 4) if labels[1:] else (4,), labels, strict=True))
    tiles = []
    for index in range(6):
        x, y = columns[index % 3], tops[index // 3]
        if index in marked:
            tiles.append(f'<rect class="fig-good" x="{x - 3}" y="{y}" width="92" height="80" rx="8"/>')
            label = marked[index]
            lines = [label[start : start + 4] for start in range(0, len(label), 4)]
            first = y + (47 if len(lines) == 1 else 34)
            tiles += [text(x + 43, first + 27 * row, line, bold=True, middle=True) for row, line in enumerate(lines)]
        else:
            tiles.append(_blanks(((x + 8, y + 8),), 70, 64))
    named = "”或“".join(labels)
    told = f"一部手机的首页，有几个空着的格子，其中写着“{named}”的要点进去。"
    drawing = phone_top(height, "首页") + "".join(tiles)
    return Sketch(height, f"写着“{named}”的格子", told, drawing, f"找“{named}”")


def _path(*labels: str) -> Sketch:
    """Buttons that follow one another."""
    height = 70 + 72 * len(labels)
    rows = []
    for row, label in enumerate(labels):
        y = 62 + 72 * row
        rows.append(
            f'<rect class="fig-good" x="60" y="{y}" width="200" height="46" rx="8"/>'
            + text(WIDTH / 2, y + 30, label, bold=True, middle=True)
        )
        if row:
            rows.append(f'<path class="fig-line" d="M160 {y - 24}v20m-7-8l7 8l7-8"/>')
    named = "”，再点“".join(labels)
    told = f"一部手机的屏幕，一层一层点：先点“{named}”。"
    return Sketch(height, f"点“{named}”", told, phone_top(height, "一层一层点") + "".join(rows), f"点“{named}”")


def _form(*labels: str) -> Sketch:
    """Names of fields with what is chosen there, in turn; a field without anything is to be looked at."""
    pairs = [(labels[index], labels[index + 1]) for index in range(0, len(labels), 2)]
    height = 72 + 66 * len(pairs)
    rows = []
    for row, (label, chosen) in enumerate(pairs):
        y = 62 + 66 * row
        rows.append(
            text(26, y + 31, label)
            + f'<rect class="fig-good" x="96" y="{y}" width="198" height="48" rx="6"/>'
            + text(108, y + 31, chosen, bold=True)
        )
    told = "一部手机的屏幕，写着看清再点。" + "；".join(f"{label}一栏是{chosen}" for label, chosen in pairs) + "。"
    caption = "，".join(f"{label}：{chosen}" for label, chosen in pairs)
    return Sketch(height, caption, told, phone_top(height, "看清再点") + "".join(rows), caption)


def _done(words: str) -> Sketch:
    height = 190
    drawing = (
        phone_top(height, "")
        + '<circle class="fig-good" cx="160" cy="72" r="36"/><path class="fig-flag" d="M142 72l13 14l24-28"/>'
        + text(WIDTH / 2, 156, words, size=34, bold=True, middle=True)
    )
    told = f"一部手机的屏幕，一个大勾，下面写着“{words}”。"
    return Sketch(height, f"写着“{words}”的屏幕", told, drawing, f"看到“{words}”，才算办好")


def _turned(what: str) -> Sketch:
    sketch = from_behind_the_phone()
    return Sketch(sketch.height, f"对：{what}", sketch.told, sketch.drawing, what)


def _blanks(corners: tuple[tuple[int, int], ...], width: int, height: int) -> str:
    return "".join(
        f'<rect class="fig-blank" x="{x}" y="{y}" width="{width}" height="{height}" rx="8"/>' for x, y in corners
    )


def _result(y: int) -> str:
    """Something found: nobody knows what stands there."""
    return (
        f'<rect class="fig-blank" x="26" y="{y}" width="44" height="40" rx="8"/>'
        f'<path class="fig-blank" d="M84 {y + 13}H270M84 {y + 29}H220"/>'
    )


_DONE = "认证成功"

ENTRANCES: Mapping[str, Entrance] = {
    "app": Entrance(
        "methods/app.md",
        "on-phone",
        (
            Screen((1,), _store, ("应用商店", "掌上12333", "安装")),
            Screen((4,), _tile, ("资格认证",)),
            Screen((5, 6), _form, ("参保地", "发您养老金的地方", "姓名", "认证的本人")),
            Screen((8,), _done, (_DONE,)),
        ),
    ),
    "wechat": Entrance(
        "methods/wechat.md",
        "where",
        (
            Screen((1,), _magnifier, ("微信", "上面", "放大镜")),
            Screen((2, 3), _own_name, ("当地小程序的名字", "一个字也不差再进")),
            Screen((5,), _tile, ("资格认证", "社保认证")),
            Screen((8,), _done, (_DONE,)),
        ),
    ),
    "alipay": Entrance(
        "methods/alipay.md",
        "where",
        (
            Screen((1, 2), _search, ("支付宝", "社保认证")),
            Screen((3,), _form, ("城市", "发养老金的地方")),
            Screen((4, 5), _path, ("社保", "社保办理", "资格认证")),
            Screen((8,), _done, (_DONE,)),
        ),
    ),
    "e-card": Entrance(
        "methods/e-card.md",
        "self",
        (
            Screen((1,), _search, ("微信或支付宝", "电子社保卡")),
            Screen((3, 4), _tile, ("社保待遇资格认证",)),
            Screen((7,), _done, (_DONE,)),
        ),
    ),
    "family": Entrance(
        "methods/e-card.md",
        "family",
        (
            Screen((2,), _tile, ("亲情服务",)),
            Screen((4,), _turned, ("把手机转向老人",)),
        ),
    ),
}
"""By the name in the mark of the picture."""
