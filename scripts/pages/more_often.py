"""The places that ask for a certification more often than once a year, or at fixed times of it, by name from the data."""

from collections.abc import Iterator
from textwrap import indent

from calculator.regions import SCHEMES, RegionalRule, province
from calculator.regions.coverage import known_anywhere, times_asked

__all__ = ["more_often"]

_HEADINGS = {12: "每月一次", 4: "每个季度一次", 3: "一年三次", 2: "半年一次", 1: "一年一次，但是有固定的时间段"}
_UNFOLDED_AT_MOST = 5


def more_often() -> str:
    """One list for each frequency as Markdown, the long ones folded, for a page in a folder beside the regions'."""
    return "\n\n".join(_list(heading, items) for times, heading in _HEADINGS.items() if (items := list(_asking(times))))


def _list(heading: str, items: list[str]) -> str:
    listed = "\n".join(f"- {item}" for item in items)
    if len(items) <= _UNFOLDED_AT_MOST:
        return f"**{heading}**\n\n{listed}"
    return f'??? note "{heading}的{len(items)}处"\n\n{indent(listed, "    ")}'


def _asking(times: int) -> Iterator[str]:
    """The rules that ask so often. Once a year is told only of those with fixed times."""
    for rule in known_anywhere(SCHEMES, None):
        if times_asked(rule) == times and (times > 1 or rule.windows):
            yield _item(rule)


def _item(rule: RegionalRule) -> str:
    whose = province(rule.id.split("/", 1)[0])
    remark = "，仅供对照" if rule.status == "reference" else ""
    anchor = rule.id.split("/", 1)[1].replace("/", "-")
    dated = [source.date for source in rule.sources if source.date]
    year = f"{dated[0][:4]}年的说法" if dated else "年份未见"
    return f"[{whose.short}{rule.place}](../regions/{whose.id}.md#{anchor})：{rule.who}（{year}{remark}）"
