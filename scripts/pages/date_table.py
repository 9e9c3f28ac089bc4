"""The printed answer: for every day of three years, the deadline under the default rule and the safe date."""

from dataclasses import dataclass
from datetime import date

from calculator import assess, wording
from calculator.assessment.assess import DEFAULT_GRACE_DAYS
from calculator.counting.rules import DEFAULT_RULE, shape_of
from calculator.counting.tables import days_between, tabulate
from calculator.warehouse.answers import answer_for
from scripts.pages.deadline_examples import line_of_time
from scripts.pages.handouts import DATE_TABLE, handout_foot

__all__ = ["date_table"]

_FACTS = ("F033", "F038", "F037", "F133", "F046", "F047")


def date_table(today: date) -> str:
    """The page in Markdown, for certifications of this year, the next and the last, as seen in the year of ``today``.

    On paper (print.css) it is a sheet that explains, then two months to a sheet.
    """
    years = (today.year, today.year - 1, today.year + 1)
    jumps = "\n".join(
        f'<p class="table-jumps"><strong>{year}年认证的：</strong>'
        + " ".join(f'<a href="#m{year}-{month}">{month}月</a>' for month in range(1, 13))
        + "</p>"
        for year in years
    )
    example = assess(date(today.year, 3, 15), today=date(today.year, 3, 15))
    tables = "\n\n".join(_year(year) for year in years)
    return f"""---
title: 日期对照表
description: 不用计算程序，直接查：{min(years)}年到{max(years)}年每一天认证，截止日是哪天，最稳妥是哪天。
checked: {today.isoformat()}
---

# 日期对照表：{min(years)}年到{max(years)}年

找到您上次认证的那一天，同一行就是截止日。多数地方，截止日当天办也算按时；个别地方要早几天，照“最稳妥”那一栏办。[^rules]

- 这里按“满12个月”和“满365天”两种说法算，取早的一天。[^{_FACTS[0]}][^{_FACTS[1]}]
- “最稳妥”是一年一次的各种算法里最早的那一天，当天或以前办最好。[^{_FACTS[2]}][^{_FACTS[3]}]
- {wording.safe.MORE_SHORT}[看看有没有您那里](../period/index.md#more-often)。[^F041][^N001][^N002][^N004]
- “宽限{DEFAULT_GRACE_DAYS}天”是网上常见说法，没有找到官方依据，请不要指望它，这里也不列。[^{_FACTS[4]}][^{_FACTS[5]}]
- 各地数法不完全一样，以参保地经办机构和12333说的为准。能上网算的，用[算我的截止日](../calculator/index.md)更细。

<nav class="table-nav" aria-label="按月查找" markdown="0">
{jumps}
</nav>

<div class="print-only" markdown="0">
<figure class="figure sheet-time">{line_of_time(example)}</figure>
{handout_foot(DATE_TABLE, today, list(_FACTS))}
</div>

{tables}
"""


@dataclass(frozen=True, slots=True)
class _Row:
    """A day of certification, and what follows from it where nothing is known of the place."""

    last: date
    deadline: date
    safe_date: date


def _year(year: int) -> str:
    rows = _rows(date(year, 1, 1), date(year, 12, 31))
    months = "\n".join(_month(year, month, [one for one in rows if one.last.month == month]) for month in range(1, 13))
    return f'## {year}年认证的 {{#y{year}}}\n\n<div class="date-tables" markdown="0">\n{months}\n</div>'


def _rows(first: date, last: date) -> list[_Row]:
    safe_ways = answer_for("", "", first).safe_ways
    deadlines = tabulate(shape_of(DEFAULT_RULE), first, last)
    safe_dates = map(min, *(tabulate(way.shape, first, last) for way in safe_ways))
    return [_Row(*row) for row in zip(days_between(first, last), deadlines, safe_dates, strict=True)]


def _month(year: int, month: int, found: list[_Row]) -> str:
    # On paper there is no room for the year in every row.
    safe_years = "、".join(f"{one}年" for one in sorted({each.safe_date.year for each in found}))
    rows = "\n".join(map(_row, found))
    return f"""<table class="date-table" id="m{year}-{month}">
<caption>{year}年{month}月</caption>
<thead><tr><th scope="col">上次认证</th><th scope="col">截止日</th><th scope="col">最稳妥<br>{safe_years}</th></tr></thead>
<tbody>
{rows}
</tbody>
</table>"""


def _row(found: _Row) -> str:
    last, safe = found.last, found.safe_date
    return (
        f'<tr><th scope="row">{last.month}月{last.day}日</th>'
        f'<td><time datetime="{found.deadline.isoformat()}">{wording.days.day_in_words(found.deadline)}</time></td>'
        f'<td><time datetime="{safe.isoformat()}">{wording.days.month_and_day(safe)}</time></td></tr>'
    )
