"""An invented roster to try things with: names from textbooks, numbers that nobody has, every kind of row."""

from datetime import date, timedelta

__all__ = ["example_roster"]

_ROWS = (
    ("张三（例子）", 30, "{0.year}年{0.month}月{0.day}日", "江苏", "企业职工", "000-0000-0001"),
    ("李四（例子）", 345, "{:%Y-%m-%d}", "江苏", "企业职工", "000-0000-0002"),
    ("王五（例子）", 365, "{0.year}.{0.month}.{0.day}", "", "企业职工", "000-0000-0003"),
    ("赵六（例子）", 372, "{:%Y%m%d}", "", "城乡居民", "000-0000-0004"),
    ("钱七（例子）", 500, "{0.year}/{0.month}/{0.day}", "", "机关事业", ""),
    ("孙八（例子）", 200, "{0.year}年{0.month}月", "河北", "城乡居民", "000-0000-0006"),
    ("周九（例子）", 0, "去年春天", "", "企业职工", "000-0000-0007"),
    ("吴十（例子）", 0, "", "", "", "000-0000-0008"),
)
"""Name, days since the last certification, how its day is written, place, scheme, telephone."""

_HEADING = ("姓名", "上次认证日期", "地区", "险种", "电话")


def example_roster(today: date) -> str:
    """A table as it comes from copying cells in a spreadsheet: a line for each row, tabs between the cells."""
    lines: list[tuple[str, ...]] = [_HEADING]
    for name, days, form, *rest in _ROWS:
        lines.append((name, form.format(today - timedelta(days=days)), *rest))
    return "\n".join("\t".join(cells) for cells in lines) + "\n"
