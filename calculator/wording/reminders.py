"""The words of reminders: what a calendar shows on the day."""

from datetime import date

from calculator.wording.days import day_in_words, with_weekday

CALENDAR_NAME = "养老待遇资格认证"
FILE_NAME = "养老认证提醒"
DEADLINE = "今天是养老认证的最后一天"
DEADLINE_BORROWED = "养老认证：照养老金的算法，最晚今天"
"""Where the deadline is only borrowed from the pensions."""
GRACE_END_CHOSEN = "养老认证：您填的宽限到今天"
GRACE_END_REGION = "养老认证：照当地的说法，过了今天就可能停发"

BACK_PAY = "停了的钱，补办以后一般会恢复并补发。"
"""Of pensions; of what else is drawn no source says it for all places."""
BACK_PAY_UNKNOWN = "停了的钱补不补发，打12333问参保地。"

_HOW = "可以用国家社会保险公共服务平台网站、掌上12333或电子社保卡，也可以打12333问参保地怎么办。"
_FREE = "认证不收钱。不要点短信里的链接，不要把验证码告诉别人。"
_DONE = "已经办过的，请按新的认证日期重新算一次。"


def due_soon(deadline: date, by: date) -> str:
    """``by`` is the day by which it is best done: the safe date, or the deadline where none is safer."""
    if by == deadline:
        return f"养老认证：日子近了，最晚{day_in_words(deadline)}"
    return f"养老认证：日子近了，最好{day_in_words(by)}或以前办，最晚{day_in_words(deadline)}"


def last_week(deadline: date, by: date) -> str:
    if by == deadline:
        return f"养老认证：还剩7天，最晚{day_in_words(deadline)}"
    return f"养老认证：最好这7天里办，最晚{day_in_words(deadline)}"


def safe_date(deadline: date) -> str:
    return f"养老认证：最好今天办，最晚{day_in_words(deadline)}"


def title(label: str, what: str) -> str:
    """“妈妈：今天是养老认证的最后一天”, or without a name."""
    return f"{label}：{what}" if label else what


def text(deadline: date, safe_title: str, safe_date: date, last: date, place: str, *, borrowed: bool) -> str:
    """``safe_title`` is empty where the safe date is the deadline itself.

    ``borrowed``: the deadline is that of pensions, and of what is drawn nothing is known.
    """
    lines = [f"上次认证：{day_in_words(last)}{f'，{place}' if place else ''}。"]
    due = f"最晚在{with_weekday(deadline)}认证"
    if safe_title:
        lines.append(f"各地算法不完全一样，{safe_title}是在{with_weekday(safe_date)}当天或以前办好。")
    if borrowed:
        lines.append(f"照养老金的算法，{due}；您领的多久一次，打12333问清楚。")
    else:
        lines.insert(1, f"{due}，多数地方当天办也算按时。")
    return "\n".join((*lines, _HOW, _FREE, _DONE))


def grace_text(deadline: date, caution: str, *, chosen: bool, pension: bool) -> str:
    """The text of the last reminder, for somebody who has not certified by then.

    ``caution`` says what the days are worth that the person has ``chosen``, or what the place says of being late.
    ``pension``: it is a pension, or could be one.
    """
    lines = (
        f"截止日是{with_weekday(deadline)}，已经过了。还没有认证的，请尽快补办。",
        f"{'关于宽限' if chosen else '当地怎么处理过期的'}：{caution}",
        BACK_PAY if pension else BACK_PAY_UNKNOWN,
        _HOW,
        _FREE,
        _DONE,
    )
    return "\n".join(lines)
