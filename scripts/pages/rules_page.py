"""The page on ways of counting, with a picture of each, drawn from the very table that the calculator runs on."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from html import escape

from calculator import RULES, CountingRule
from calculator.counting.rules import Cycle, deadline
from calculator.wording.days import day_in_words, example_day, with_weekday

__all__ = ["counting_picture", "rules_page"]

LAST = date(2023, 3, 15)
"""The certification that every picture starts from: a 29 February lies between it and the next."""

_CYCLES = {
    Cycle.YEAR: ("一年一次的", "yearly"),
    Cycle.HALF_YEAR: ("半年一次的", "half-yearly"),
    Cycle.QUARTER: ("每个季度一次的", "quarterly"),
    Cycle.LOCAL: ("看当地时间段、当地日子的", "local"),
}


def rules_page(checked: date) -> str:
    """The page in Markdown."""
    groups = "\n\n".join(
        f"## {title} {{#{anchor}}}\n\n" + "\n\n".join(_section(rule) for rule in RULES.values() if rule.cycle is cycle)
        for cycle, (title, anchor) in _CYCLES.items()
    )
    return f"""---
title: 各种算法
description: 养老金资格认证的截止日有好几种数法，一年、半年、每季、每月一次的都有，每一种怎么算、哪里这样算，一种一张图。
checked: {checked.isoformat()}
---

# 截止日的各种算法

各地的通知写法不一样，见到的<!-- count: rules -->种写法都在这里。[^rules] “取早的一天”是本站的默认，不另算一种。
下面每张图都从同一天开始：{day_in_words(LAST)}认证，看最晚哪天要再认证。[^rules]

不知道当地用哪一种，就用默认的，再看“最稳妥”的日子：[算我的截止日](../calculator/index.md)。
想查当地：[各地怎么算](../regions/index.md)。

{groups}
"""


def _section(rule: CountingRule) -> str:
    example = rule.example
    references = "".join(f"[^{fact}]" for fact in rule.facts)
    due = deadline(rule.id, LAST, example.windows, example.month_days)
    picture = counting_picture(rule, LAST, due)
    return f"""### {rule.name} {{#{rule.id}}}

{rule.explanation}{references}

<figure class="figure figure-counting" markdown="0">
{picture}
<figcaption>{day_in_words(LAST)}认证，最晚{with_weekday(due)}再认证。</figcaption>
</figure>

通知里的例子：{example.place}，{example_day(example.last, by_month=rule.by_month)}认证，截止日{day_in_words(example.deadline)}。{"".join(f"[^{fact}]" for fact in example.facts)}"""


def counting_picture(rule: CountingRule, last: date, due: date) -> str:
    """A line of months from the certification to the deadline, as SVG with a text alternative.

    The windows of the rule's example, or its days of every month, lie on the line as open boxes.
    """
    width, left, right, axis = 360.0, 14.0, 346.0, 58.0
    start, end = last.replace(day=1), due.replace(day=monthrange(due.year, due.month)[1])
    days = (end - start).days + 1

    def x(day: date) -> float:
        return round(left + (right - left) * (day - start).days / days, 1)

    months = [date(year, month, 1) for year in range(start.year, end.year + 1) for month in range(1, 13)]
    months = [month for month in months if start <= month <= end]
    step = 1 if len(months) <= 8 else 2 if len(months) <= 15 else 3
    ticks = "".join(f'<path class="fig-line" d="M{x(month)} {axis + 12}v8"/>' for month in months)
    labels = "".join(
        f'<text class="fig-text" x="{x(month)}" y="{axis + 38}" font-size="14">{month.month}月</text>'
        for month in months[::step]
    )
    boxes = "".join(
        f'<rect class="fig-soon" x="{x(max(opened, start))}" y="{axis - 6}" '
        f'width="{round(x(min(closed, end)) - x(max(opened, start)), 1)}" height="24"/>'
        for opened, closed in _open_times(rule, months)
        if closed >= start and opened <= end
    )
    return f"""<svg role="img" viewBox="0 0 {width:g} 104" aria-labelledby="p-{rule.id}-t p-{rule.id}-d">
<title id="p-{rule.id}-t">{escape(rule.name)}</title>
<desc id="p-{rule.id}-d">{day_in_words(last)}认证，按这种算法，截止日是{day_in_words(due)}。</desc>
{boxes}<path class="fig-line" d="M{left} {axis + 12}H{right}"/>{ticks}{labels}
<rect class="fig-good" x="{x(last)}" y="{axis}" width="{round(x(due) - x(last), 1)}" height="12"/>
<circle class="fig-dot" cx="{x(last)}" cy="{axis + 6}" r="7"/><path class="fig-flag" d="M{x(due)} {axis + 18}V{axis - 22}"/>
<text class="fig-text" x="{x(last)}" y="{axis - 16}" font-size="16">{last.month}月{last.day}日认证</text>
<text class="fig-text" x="{x(due)}" y="{axis - 30}" font-size="18" font-weight="700" text-anchor="end">截止 {day_in_words(due)}</text>
</svg>"""


def _open_times(rule: CountingRule, months: list[date]) -> Iterator[tuple[date, date]]:
    """The stretches of those months in which the place of the rule's example certifies, both days inclusive."""
    for year in dict.fromkeys(month.year for month in months):
        for window in rule.example.windows:
            yield date(year, *window.start), date(year, *window.end)
    if days := rule.example.month_days:
        for month in months:
            length = monthrange(month.year, month.month)[1]
            yield month.replace(day=min(days.start, length)), month.replace(day=min(days.end, length))
