"""Examples of deadlines for the handout: a line of time and a table, as the package computes them for this year."""

from calendar import isleap
from datetime import date
from itertools import count

from calculator import Assessment, assess
from calculator.wording.days import day_in_words, with_weekday
from scripts.settings.build_day import build_day

__all__ = ["deadline_examples", "example_days", "line_of_time"]


def deadline_examples() -> str:
    """The picture and the table as HTML."""
    found = [assess(last, today=last) for last in example_days(build_day())]
    rows = "\n".join(
        f'<tr><th scope="row">{day_in_words(one.last)}</th><td>{with_weekday(one.deadline)}</td>'
        f"<td>{day_in_words(one.safe_date)}</td></tr>"
        for one in found
    )
    return f"""<figure class="figure sheet-time" markdown="0">
{line_of_time(found[0])}
</figure>

<table class="sheet-table" markdown="0">
<thead><tr><th scope="col">上次认证</th><th scope="col">截止日</th><th scope="col">最稳妥，当天或以前</th></tr></thead>
<tbody>
{rows}
</tbody>
</table>"""


def example_days(today: date) -> tuple[date, ...]:
    """Two ordinary days of this year, and one before the next 29 February, which the two readings count differently."""
    leap = next(year for year in count(today.year) if isleap(year) and date(year, 2, 29) > today)
    return date(today.year, 3, 10), date(today.year, 10, 31), date(leap - 1, 6, 15)


def line_of_time(found: Assessment) -> str:
    """From the certification to the day from which payment may stop; the order is true, the distances are not."""
    start, due, grace, end = 20, 430, 590, 690
    spoken = (
        f"{day_in_words(found.last)}认证，截止日是{day_in_words(found.deadline)}；"
        f"从{day_in_words(found.may_stop_from)}起可能停发，网上说的宽限没有官方依据。"
    )
    return f"""<svg role="img" viewBox="0 0 720 128" aria-labelledby="time-t time-d">
<title id="time-t">从上次认证到截止日</title>
<desc id="time-d">{spoken}</desc>
<rect class="fig-solid" x="{start}" y="56" width="{due - start}" height="16"/>
<rect class="fig-open" x="{due}" y="56" width="{grace - due}" height="16"/>
<path class="fig-line" d="M{grace} 64H{end}M{end - 12} 56l12 8l-12 8" />
<circle class="fig-dot" cx="{start}" cy="64" r="13"/>
<path class="fig-post" d="M{due} 30V98"/>
<text class="fig-text" x="8" y="36" font-size="20">{day_in_words(found.last)}</text>
<text class="fig-text" x="8" y="106" font-size="20" font-weight="700">上次认证</text>
<text class="fig-text" x="290" y="36" font-size="20" text-anchor="middle">多数地方，哪天都能办</text>
<text class="fig-text" x="{due - 10}" y="106" font-size="24" font-weight="700" text-anchor="end">截止日 {day_in_words(found.deadline)}</text>
<text class="fig-text" x="{due + 10}" y="36" font-size="20">别指望宽限</text>
<text class="fig-text" x="{due + 10}" y="106" font-size="20">第二天起，可能停发</text>
</svg>"""
