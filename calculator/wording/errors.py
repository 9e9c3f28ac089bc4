"""What to type instead: a sentence or two for each fault."""

from collections.abc import Iterable
from datetime import date

from calculator.counting.rules import CountingRule
from calculator.wording.days import day_in_words
from calculator.wording.plain_text import shortened

_FIELD_NAMES = {"last": "上次认证的日期", "claim": "第一次领养老金的年和月", "today": "今天的日期"}


def day_empty(field: str) -> str:
    example = "2026年9月" if field == "claim" else "2025年3月5日"
    return f"请填写{_FIELD_NAMES.get(field, '日期')}，例如：{example}。"


def day_unreadable(text: str) -> str:
    return f"看不懂“{shortened(text)}”。请按年、月、日的顺序填写，年份写四位数，例如：2025-3-5。"


def no_such_month(month: int) -> str:
    return f"没有{month}月。月份请填1到12，例如：2025-3-5。"


def no_such_day(year: int, month: int, day: int, length: int) -> str:
    return f"{year}年{month}月没有{day}日，这个月最后一天是{length}日。请核对以后重新填写。"


def day_too_early(day: date) -> str:
    return f"{day_in_words(day)}太早了。请填写1990年1月1日或以后的日期，例如：2025-3-5。"


def day_too_late(day: date) -> str:
    return f"{day_in_words(day)}太晚了。请填写2100年12月31日或以前的日期，例如：2025-3-5。"


def day_in_future(day: date, today: date) -> str:
    return f"{day_in_words(day)}还没有到。请填写今天（{day_in_words(today)}）或以前的日期。"


def unknown_rule(rule: str, rules: Iterable[str]) -> str:
    return f"没有叫“{shortened(rule)}”的算法。请从这些里面选一个：{'、'.join(rules)}。"


def rule_needs_region(rule: CountingRule) -> str:
    return f"“{rule.name}”要知道当地的时间段才能算。请改选别的算法，或打12333问当地的时间段。"


def unknown_scheme(scheme: str, schemes: Iterable[str]) -> str:
    return f"没有叫“{shortened(scheme)}”的险种。请从这些里面选一个：{'、'.join(schemes)}。"


def unknown_region(region: str) -> str:
    """Of what a link calls a place too little is quoted to hold a number to ring."""
    return f"没有找到“{shortened(region, 8)}”这个地方。请从省写起，例如：江苏省宿迁市；或者从列表里选。"


def ambiguous_region(region: str, paths: Iterable[str]) -> str:
    return f"叫“{shortened(region)}”的地方不止一个，您在哪一个领？{'、'.join(paths)}。请选一个，或者把省、市也写上。"


def grace_out_of_range(most: int) -> str:
    return f"宽限天数请填0到{most}之间的整数，例如：15。不知道就填0。"


def not_a_day(argument: str, kind: str) -> str:
    """For whoever calls the package with what is no day."""
    return f"{argument}要给datetime.date，不能给{kind}，例如：date(2025, 3, 5)。文字请先用parse_day读成日期。"


def not_text(argument: str, kind: str) -> str:
    return f"{argument}要给文字（str），不能给{kind}。不知道就不写。"


def not_whole_days(argument: str, kind: str) -> str:
    return f"{argument}要给整数的天数，不能给{kind}的小数或别的东西，例如：15。不知道就不写。"


def month_only(day: date, *, matters: bool) -> str:
    """The remark when only a month was typed."""
    if matters:
        return f"您只写了月份，先按{day_in_words(day)}算，这是那个月最早的一天，不会算晚。"
    return "您只写了月份。这种算法只看月份，不影响结果。"
