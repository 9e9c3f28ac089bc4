"""Characters of the two blocks of radicals (U+2E80–U+2FDF) and the ordinary characters that look just like them."""

import unicodedata

__all__ = ["RADICALS", "without_radicals"]

RADICALS = range(0x2E80, 0x2FE0)

_SUPPLEMENT = dict(
    zip(
        "⺁⺆⺈⺊⺋⺌⺎⺏⺐⺒⺓⺔⺖⺗⺘⺙⺛⺝⺟⺠⺡⺢⺣⺤⺦⺨⺩⺪⺫⺬⺭⺮⺰⺱⺲⺶⺹⺺⺻⺼⺽⺾⻁⻂⻃⻄⻅⻆⻈⻉⻊⻋⻍⻏⻐⻑⻒⻓⻔⻖⻗⻘⻙⻚⻛⻜⻝⻟⻠⻢⻣⻤⻥⻦⻧⻨⻩⻪⻬⻭⻮⻯⻰⻱⻲",
        "厂冂刀卜卩小兀尣尢巳幺彑忄㣺扌攵旡月母民氵氺灬爫丬犭王疋目示礻竹纟罓罒羊耂肀聿肉臼艹虎衤覀西见角讠贝足车辶阝钅長镸长门阝雨青韦页风飞食飠饣马骨鬼鱼鸟卤麦黄黾齐歯齿竜龙龟亀",
        strict=True,
    )
)
"""The supplement, of which Unicode's own normalisation knows almost nothing. The block of Kangxi radicals it knows."""


def without_radicals(text: str) -> str:
    """The text with each radical as the ordinary character."""
    return "".join(
        _SUPPLEMENT.get(one) or (unicodedata.normalize("NFKC", one) if ord(one) in RADICALS else one) for one in text
    )
