"""The pages on how places count: one table of all rules, and a page for each province."""

from collections.abc import Iterable, Iterator
from datetime import date
from html import escape

from calculator.counting.rules import RULES, Window
from calculator.regions import Province, RegionalRule, RegionalSource, presets, provinces
from calculator.sources import GRADES
from calculator.wording.days import day_in_words, example_day
from scripts.pages.citations import linked

__all__ = ["province_links", "regions_pages"]

_STATUSES = {"preset": "可以选用", "reference": "仅供对照", "history": "以前的规定"}
_TOLD_FIRST = 6
"""So many ways to certify are named at the top of a page; each rule names its own below."""
_WITHOUT_COMING = "比对"
"""What the offices do among themselves is no place to go to."""


def regions_pages(checked: date) -> Iterator[tuple[str, str]]:
    """Every page as its path and its Markdown: the table first, then the provinces in order."""
    everything = tuple(provinces())
    yield "regions/index.md", _index(everything, checked)
    for province in everything:
        yield f"regions/{province.id}.md", _province(province, checked)


def province_links(folder: str = "") -> str:
    """A link to each province's page, with the pages in ``folder`` as seen from the page with the links."""
    links = " ".join(f"[{province.short}]({folder}{province.id}.md)" for province in provinces())
    return f"{links}\n{{: .province-links }}"


def _index(everything: tuple[Province, ...], checked: date) -> str:
    rows = "\n".join(_row(province, rule) for province in everything for rule in province.rules)
    options = "\n".join(f'<option value="{province.id}">{province.name}</option>' for province in everything)
    with_preset = sum(bool(presets(province)) for province in everything)
    uses = "".join(f'<option value="{status}">{words}</option>' for status, words in _STATUSES.items())
    return f"""---
title: 各地怎么算
description: 各省各市养老金资格认证的周期和截止日怎么算，过期怎么处理，来源是什么、可信度多高。
checked: {checked.isoformat()}
---

# 各地怎么算

找到您参保的地方，看当地的说法。{len(everything)}个省级地方里，{with_preset}个查到了能用的来源；没查到的，页面上会照实说。[^rules]
没有写到的省、市，看[还缺哪些地方](missing.md)。当地规定每年会变，以参保地社保局和12333的答复为准。

## 按省看 {{#provinces}}

{province_links()}

## 全部列出来 {{#all}}

“可以选用”的，[计算器](../calculator/index.md)里能直接选。“仅供对照”的，可信度低、年份旧、或者互相矛盾；“以前的规定”已经停用。这两种不要拿来算自己的日子。

<div class="regions" markdown="0">
<div class="regions-filter" hidden>
<p><label for="regions-text">输入地名或险种</label> <input id="regions-text" type="search" autocomplete="off"></p>
<p><label for="regions-province">省份</label> <select id="regions-province"><option value="">全部</option>
{options}
</select></p>
<p><label for="regions-status">用处</label> <select id="regions-status"><option value="">全部</option>
{uses}</select></p>
<p role="status" class="regions-count" data-found="找到 {{n}} 条" data-none="没有找到。换一个地名试试，或者看所在的省。"></p>
</div>
<div class="regions-scroll" tabindex="0" role="region" aria-label="各地算法表">
<table class="regions-table">
<thead><tr><th scope="col">地方</th><th scope="col">待遇</th><th scope="col">怎么算</th><th scope="col">来源</th></tr></thead>
<tbody>
{rows}
</tbody>
</table>
</div>
</div>
<script type="module" src="../assets/elements/regions/regions-table.js"></script>
"""


def _row(province: Province, rule: RegionalRule) -> str:
    source = rule.sources[0] if rule.sources else None
    written = (
        f"{escape(source.title)}（{escape(source.issuer)}，{source.date or '日期未见'}）" if source else "没有来源"
    )
    reason = f"：{escape(rule.reason)}" if rule.reason else ""
    return (
        f'<tr data-province="{province.id}" data-status="{rule.status}">'
        f'<th scope="row"><a href="{province.id}/#{_anchor(rule)}">{escape(province.short)}{escape(rule.place)}</a></th>'
        f"<td>{escape(rule.who)}</td>"
        f"<td>{escape(_counting(rule))}</td>"
        f"<td>{written}，可信度{GRADES[rule.grade]}，<strong>{_STATUSES[rule.status]}</strong>{reason}</td></tr>"
    )


def _province(province: Province, checked: date) -> str:
    offered = _widest_first(presets(province))
    parts = [
        f"""---
title: {province.name}怎么算
description: {province.name}的养老金资格认证多久一次、截止日怎么算、在哪里办、过期怎么处理、打哪个电话。
checked: {checked.isoformat()}
search:
  boost: 0.5
---

# {province.name}：养老金资格认证怎么算

{_summary(province)}

{_first_of_all(province)}"""
    ]
    parts += [_rule(province, rule) for rule in offered]
    for status, heading, remark in (
        ("reference", "仅供对照 {#references}", "下面这些不要拿来算自己的日子，每一条都写了原因。"),
        ("history", "以前的规定 {#history}", "下面这些已经停用，只用来看从前的日子。"),
    ):
        others = [rule for rule in province.rules if rule.status == status]
        if others:
            parts.append(f"## {heading}\n\n{remark}")
            parts += [_rule(province, rule, level="###") for rule in others]
    parts.append("您那里没有写到？看[还缺哪些地方](missing.md)，或者[看其他地方](index.md)。")
    return "\n\n".join(parts) + "\n"


def _summary(province: Province) -> str:
    if not presets(province):
        return f"{province.no_source}\n\n[先按常见的两种说法算一算](../calculator/index.md)，照“最稳妥”的日子办。"
    places = "、".join(dict.fromkeys(rule.place or province.whole for rule in _widest_first(presets(province))))
    return (
        f"查到来源、可以选用的有：{places}。没有写到的地方、待遇，在[计算器](../calculator/index.md)里照“最稳妥”的日子办，"
        "打12333问清楚多久一次。"
    )


def _first_of_all(province: Province) -> str:
    """What most visitors come for: where to certify, where to look up the last day, whom to call."""
    offered = _widest_first(presets(province) or province.rules)
    channels = _apart(channel for rule in offered for channel in rule.channels if _WITHOUT_COMING not in channel)
    numbers = tuple(
        dict.fromkeys(
            rule.place + number
            for rule in offered
            for number in rule.hotline.split("、")
            if not number.endswith(province.hotline) and number
        )
    )
    lookup = province.lookup + "".join(f"[^{fact}]" for fact in province.lookup_sources)
    lines = (
        f"**在哪里办** {'；'.join(channels[:_TOLD_FIRST])}。" if channels else "",
        f"**怎么查上次认证的日期** {lookup}"
        if lookup
        else "**怎么查上次认证的日期** 先到办认证的App里找“认证记录”，查不到打12333。",
        f"**打哪个电话** {province.hotline}，前面加参保地的区号{'；另外查到' + '、'.join(numbers) if numbers else ''}。",
    )
    return "\n".join(f"- {line}" for line in lines if line)


def _widest_first(rules: Iterable[RegionalRule]) -> list[RegionalRule]:
    """Those of the whole province before those of its places: they hold for most of its people."""
    return sorted(rules, key=lambda rule: bool(rule.place))


def _apart(channels: Iterable[str]) -> tuple[str, ...]:
    """Each way once, though one place says 爱山东 and the next 爱山东App."""
    known: dict[str, str] = {}
    for channel in channels:
        known.setdefault(channel.partition("（")[0].removesuffix("App"), channel)
    return tuple(known.values())


def _rule(province: Province, rule: RegionalRule, level: str = "##") -> str:
    place = f"{province.short}{rule.place}" if rule.place else province.name
    lines = [
        f"{level} {place}：{rule.who} {{#{_anchor(rule)}}}",
        f"**怎么算** {_counting(rule)}。{rule.unit_note}"
        if rule.counting
        else f"**怎么算** {rule.unit_note or '来源没有写清楚。'}",
    ]
    if rule.valid_from or rule.valid_to:
        lines.append(f"**什么时候** {_validity(rule)}")
    if rule.reason:
        lines.append(f"**为什么{_STATUSES[rule.status]}** {rule.reason}")
    if rule.examples:
        by_month = all(RULES[one].by_month for one in rule.counting)
        shown = "；".join(
            f"{example_day(one.last, by_month=by_month)}认证，截止日{day_in_words(one.deadline)}"
            for one in rule.examples
        )
        lines.append(f"**通知里的例子** {shown}。")
    labelled = (
        ("过期怎么处理", rule.suspension.said),
        ("停了以后", rule.resumption),
        ("刚退休的", rule.first_deadline.text),
        ("在哪里办", "；".join(rule.channels)),
        ("电话", rule.hotline),
        ("说明", rule.note),
    )
    lines += [f"**{label}** {text}" for label, text in labelled if text]
    sources = "；".join(_source(source) for source in rule.sources) or "没有来源"
    lines.append(f"**来源** {sources}。可信度{GRADES[rule.grade]}，{rule.checked_on.isoformat()}核对。")
    if rule.status == "preset":
        # Raw HTML, because what follows the # is an answer for the calculator and no anchor for MkDocs to look up.
        lines.append(f'<a href="../../calculator/#region={rule.id}">按这个说法算我的截止日</a>')
    return "\n\n".join(lines)


def _source(source: RegionalSource) -> str:
    return f"{linked(source.title, source.url)}，{source.issuer}，{source.date or '日期未见'}"


def _counting(rule: RegionalRule) -> str:
    names = "，和".join(RULES[one].name for one in rule.counting)
    windows = "、".join(_window(window) for window in rule.windows)
    if rule.month_days:
        windows = f"每月{rule.month_days.start}日到{rule.month_days.end}日"
    text = f"{names}，取早的一天" if len(rule.counting) > 1 else names or "没有写清楚"
    return f"{text}（{windows}）" if windows else text


def _validity(rule: RegionalRule) -> str:
    begun = f"从{day_in_words(rule.valid_from)}起" if rule.valid_from else ""
    ended = f"到{day_in_words(rule.valid_to)}为止" if rule.valid_to else ""
    return f"{begun}{ended}。"


def _window(window: Window) -> str:
    (first_month, first_day), (last_month, last_day) = window.start, window.end
    return f"{first_month}月{first_day}日到{last_month}月{last_day}日"


def _anchor(rule: RegionalRule) -> str:
    return rule.id.split("/", 1)[1].replace("/", "-")
