"""The words for several people side by side: on the screen, on the printed sheet, and about the file."""

from collections.abc import Sequence
from datetime import date

from calculator.counting.status import Standing
from calculator.wording.days import day_in_words, with_weekday
from calculator.wording.plain_text import shortened

LABELS = ("妈妈", "爸爸", "婆婆", "公公", "岳母", "岳父", "奶奶", "爷爷", "外婆", "外公", "老伴", "我自己")
"""What people call those whom they look after, offered while they type."""

FILE_NAME = "一家人"
CALENDAR_FILE_NAME = "一家人的养老认证提醒"

ALL_PASSED = "要提醒的日子都过了，没有可以放进日历的。先补办，办好以后再放。"
LABEL_EMPTY = "请写一个称呼，例如：妈妈。有了称呼，提醒才分得清是谁的。"
FILE_OTHER = "这个文件不是从本页存下来的。请选以前在这里存的“一家人.json”。"
FILE_VERSION = "这个文件是用新一版的本页存的。请刷新这一页再读。"
FILE_DAMAGED = "这个文件被改动过，或者没有收全，读不了。请另选一份，或者重新填。"
FILE_EMPTY = "这个文件里一个人也没有。请选别的文件，或者直接填。"

CANNOT_SAVE = "在微信这样的软件里，网页存不了文件，也打印不了。先点右上角的“…”，选“在浏览器打开”，再填再存。"
DELETE_QUESTION = "设备上记的、页面上填的，都要删掉吗？删了不能恢复。"
BLANK_BUTTON = "先用空白的表"
RESULT_NAME = "一家人的结果"
SENTENCES = {
    "full": "这一页最多放{most}位。更多的人，请分成两份。",
    "removed": "已经去掉“{name}”。",
    "undone": "已经恢复。",
    "done": "“{name}”的上次认证改成了今天。官方App里写的日期不一样的，以App为准。",
    "kept": "记下了。下次打开这一页就在，改了也跟着改。",
    "waiting": "还没有记下。等计算程序下载好，就记下来。",
    "refused": "这台设备没有让网页记下来，可能是无痕窗口，也可能是满了。页面上的还在，可以存成文件。",
    "forgotten": "不再记了，设备上的已经删掉。页面上的还在，关掉页面就没有了。",
    "elsewhere": "另一个窗口刚改了记下的人，这个窗口不再往里记，免得盖掉。要看新的，请把这一页重新打开。",
    "unreadable": "设备上以前记过，可是读不出来了。请重新填，或者读入存下的文件。",
    "blank": "这是空白的表。设备上记的没有动，重新打开这一页还会读。",
    "deleted": "全部删除了。这台设备上没有留下，页面也清空了。",
}
"""What the page says when something has been done, or cannot be; a name may stand in it, or how many there can be."""

SUSPENDED_TITLE = "可能停发"
FROM_THEN_ON = "起"
PLACE_TITLE = "在哪里领"
PLACE_UNKNOWN = "没有选，按常见说法算"
HOTLINE_TITLE = "问谁"
HOTLINE = "12333"
UNCLEAR = "还算不出来"
UNCLEAR_SIGN = "？"
UNCLEAR_TEXT = "上次认证是哪一天，还没有填好。"
UNCLEAR_ADVICE = "记不得是哪天，今天就去认证一次，从今天重新算。"
UNCLEAR_LINK = "不记得上次哪天"
DETAILS_LINK = "看完整的答案"
EDIT_BUTTON = "改一改"
DONE_BUTTON = "今天办好了"

COUNTS = {
    Standing.SUSPENDED: "可能停发",
    Standing.IN_GRACE: "过了截止日",
    Standing.LAST_DAY: "今天到期",
    Standing.PAST_SAFE: "最好这几天办",
    Standing.DUE_SOON: "日子近了",
    Standing.WAITING: "快到时间段了",
    Standing.ON_TIME: "还早",
}
"""How many are on which step, in a word or two."""

SHEET_TITLE = "一家人的养老认证"
SHEET_COLUMNS = ("谁", "最晚这天认证", "最稳妥", "在哪里领", "现在做什么", "办好那天")
SHEET_FOOT = (
    "电话12333，转到发养老金的地方问。认证不收钱。多数地方哪天都能办，少数地方另有固定的时间段。",
    "有人要收费、要验证码、叫您点短信里的链接，就是骗子。",
)

TODO = {
    Standing.SUSPENDED: "先补认证，再打电话问补发。",
    Standing.IN_GRACE: "尽快补办。",
    Standing.LAST_DAY: "今天就办。",
    Standing.PAST_SAFE: "最好这几天就办。",
    Standing.DUE_SOON: "这几天办最好。",
    Standing.WAITING: "到了当地的时间段就办。",
    Standing.ON_TIME: "现在不用办，先记下日子。",
}
"""What to do now, short enough for a cell of the printed sheet."""


def name(label: str, number: int, *, shared: bool) -> str:
    """妈妈; 第2位 without a label; 妈妈（第2位） where somebody else has the same."""
    if not label:
        return f"第{number}位"
    return f"{shortened(label)}（第{number}位）" if shared else shortened(label)


def about(who: str, message: str) -> str:
    return f"{who}：{message}"


def label_taken(label: str) -> str:
    return f"已经有一位叫“{shortened(label)}”了。请改一个分得清的，例如：婆婆、岳母。"


def label_too_long(most: int) -> str:
    return f"称呼太长了。请写{most}个字以内，例如：妈妈。"


def too_many(most: int) -> str:
    return SENTENCES["full"].format(most=most)


def title(count: int) -> str:
    return f"一家{count}位，最急的排在前面" if count > 1 else "算出来是这样"


def counts(steps: Sequence[tuple[str, int]]) -> str:
    """1位过了截止日，2位还早。"""
    return "，".join(f"{count}位{step}" for step, count in steps) + "。"


def spoken(members: Sequence[tuple[str, date | None]]) -> str:
    """What a screen reader says when a change has given a new answer."""
    if not members:
        return ""
    who, deadline = members[0]
    if deadline is None:
        return f"{who}：{UNCLEAR_TEXT}"
    first = f"{who}，最晚{with_weekday(deadline)}"
    return f"{len(members)}位，最急的是{first}。" if len(members) > 1 else f"{first}。"


def calendar_made(included: Sequence[str], passed: Sequence[str], missing: Sequence[str]) -> str:
    text = "日历文件做好了" + (f"，里面有{'、'.join(included)}" if included else "") + "。点开它，就放进手机的日历。"
    text += f"{'、'.join(passed)}的日子都过了，没有放进去，请先补办。" if passed else ""
    return text + (f"{'、'.join(missing)}还没有填好，没有放进去。" if missing else "")


def file_made(count: int) -> str:
    return f"存成了文件“{FILE_NAME}.json”，里面有{count}位。换一台设备，用“读入文件”就能接着用。"


def file_read(called: Sequence[str]) -> str:
    return f"读进来{len(called)}位：{'、'.join(called)}。"


def which_people(called: Sequence[str], present: int) -> str:
    return f"文件里有{len(called)}位：{'、'.join(called)}。页面上已经有{present}位，怎么放？"


def printed_on(today: date) -> str:
    return f"{day_in_words(today)}打印。每办好一次，日子就变，要重新算。"
