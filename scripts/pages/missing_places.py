"""The page that says of which places nothing, or not everything, is known, and how a reader can help."""

from collections.abc import Iterator
from datetime import date

from calculator.regions import Province, RegionalRule, presets, provinces
from calculator.regions.divisions import divisions_inside

__all__ = ["missing_places_page"]

_PENSIONS = ("企业职工", "机关事业", "城乡居民")
"""The schemes that nearly everybody draws one of; of the others little is known anywhere."""

_PREFECTURE = 4
"""How many digits the code of a prefecture has."""

_TO_COPY = """我领养老金的地方：（省、市、县）
我领的是：（企业退休、机关退休、居民养老、遗属补助、工伤津贴，写一种）
当地的说法：（多久一次；哪天认证、哪天截止，照抄一个例子；过期了什么时候停）
从哪里看到的：（通知的名字、哪个部门、哪年哪月；有官方网址就写网址）"""


def missing_places_page(checked: date) -> str:
    """The page in Markdown."""
    everything = tuple(provinces())
    unknown = "\n".join(f"- [{one.name}]({one.id}.md)" for one in everything if not presets(one))
    partly = "\n".join(
        f"- [{one.name}]({one.id}.md)：{_gaps(one)}{_cities(one)}" for one in everything if presets(one) and _gaps(one)
    )
    return f"""---
title: 还缺哪些地方
description: 哪些省、哪些市还没有查到养老金资格认证多久一次、怎么算截止日，没有查到的人怎么办，怎样把您那里的通知告诉我们。
checked: {checked.isoformat()}
---

# 还缺哪些地方

本站查到的，都是各地公开的通知，多数是转载，不会全。没有查到，不等于当地没有规定。

**您那里没有查到，这样办：**先在官方App里看记录，看不到就这几天认证一次，再打12333问：“多久认证一次？下一次最晚哪天？”

## 整个省都没有查到的 {{#unknown}}

{unknown}

## 只查到一部分的 {{#partly}}

有的省查到几个市县，有的省只查到一两种待遇。下面写的是还没有全省说法的待遇，和还没有自己说法的市。

{partly}

遗属、供养亲属和工伤的，大多数地方都没有查到。领这几种的，这个月先认证一次，再打12333问。

## 您知道的，告诉我们 {{#tell}}

您那里的通知、短信、窗口贴的告示，都有用。在本项目的公开代码仓库里留一条问题，[怎样报错](../about/checking.md#report)那里写着。
把下面几行抄过去，填好：

```text
{_TO_COPY}
```

请不要写姓名、身份证号码、卡号、电话，照片里的也请遮住。那里是公开的，谁都看得见。
我们先和官方的文字对过，再放上来。您自己哪天到期，报给我们没有用，请打12333。

[看各地怎么算](index.md)
"""


def _gaps(province: Province) -> str:
    """Which pensions no rule of the whole province is known for, and where one is known all the same."""
    offered = presets(province)
    open_schemes = [scheme for scheme in _PENSIONS if not any(_covers_all(rule, scheme) for rule in offered)]
    schemes_by_places: dict[str, list[str]] = {}
    for scheme in open_schemes:
        schemes_by_places.setdefault(_known(offered, scheme), []).append(scheme)
    return "；".join(f"{'、'.join(schemes)}{known}" for known, schemes in schemes_by_places.items())


def _cities(province: Province) -> str:
    """The cities and prefectures of which nothing at all is known, neither of them nor of any county in them."""
    known = {rule.place for rule in presets(province)}
    every = [one.name for one in divisions_inside(province.name) if len(one.code) == _PREFECTURE]
    unknown = [name for name in every if not any(place.startswith(name) for place in known)]
    if not unknown:
        return ""
    if unknown == every:
        return "。各市、各州自己的说法，能照着算的都还没有查到"
    return f"。自己的说法里，还没有查到能照着算的：{'、'.join(unknown)}"


def _covers_all(rule: RegionalRule, scheme: str) -> bool:
    return scheme in rule.schemes and not rule.place and not rule.scheme_note


def _known(rules: tuple[RegionalRule, ...], scheme: str) -> str:
    places = "、".join(sorted(set(_places(rules, scheme))))
    return f"只查到{places}" if places else "没有查到"


def _places(rules: tuple[RegionalRule, ...], scheme: str) -> Iterator[str]:
    return (rule.place for rule in rules if scheme in rule.schemes and rule.place)
