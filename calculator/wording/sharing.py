"""The words with which an answer is taken along: buttons, confirmations, the chat's text, the slip on the fridge."""

from datetime import date

from calculator.counting.status import Standing
from calculator.wording.days import day_in_words, with_weekday

TITLE = "带走这个答案"
CALENDAR = "加到手机日历"
TEXT = "复制文字发给家人"
QR = "二维码，别的手机扫"
LINK = "复制链接"
SHARE = "分享"
SHARE_CALENDAR = "把日历发给家人"
SLIP = "打印贴在冰箱上的小条"

WAIT = "正在准备，请等一下。"

# The calendar ----------------------------------------------------------------------------------------------------------

CALENDAR_SAVED = "日历文件给您了。点开它，选“添加”，到日子手机会提醒您。没有反应的，到“下载”里找“养老认证提醒”。"
CALENDAR_OVER = "要提醒的日子都过了，所以没有日历可加。补认证以后，用新的日期再算一次，就能加。"
CALENDAR_SHARED = "发出去了。收到的人点开文件，就能加到自己的日历里。"

# Inside WeChat and its like ------------------------------------------------------------------------------------------

IN_APP = "您是在微信这类软件里打开的，这里存不了文件，也打印不了。"
IN_APP_STEPS = (
    "点右上角的“…”。",
    "选“在浏览器打开”，或者意思差不多的那一项。",
    "在浏览器里再点一次刚才的按钮。",
)
IN_APP_OTHERWISE = "打开以后没有看到日子的，回到这里，复制这个链接，粘贴到浏览器里打开。"

# Text and link ---------------------------------------------------------------------------------------------------------

TEXT_COPIED = "文字复制好了。打开和家人的聊天，长按输入框，选“粘贴”。"
LINK_COPIED = "链接复制好了。打开聊天，长按输入框，选“粘贴”。收到的人看得见您填的日期。"
NOT_COPIED = "浏览器没有让复制。要的字在下面，已经选中了，请长按它，选“复制”。"
COPY_FIELD = "要复制的字"
LINK_LOCAL = "这份是存在您设备上的，链接发出去别人打不开。请改用“复制文字发给家人”。"

SHARED = "发出去了。"
SHARE_CANCELLED = "没有发出去，您取消了。要发就再点一次。"
SHARE_AGAIN = "准备好了，请再点一次这个按钮。"
SHARE_REFUSED = "没能打开分享。请改用“复制文字发给家人”。"
SHARE_TITLE = "养老认证截止日"

TO_DO = {
    Standing.ON_TIME: "现在不急。想早办也可以，多数地方哪天都行。",
    Standing.WAITING: "日子近了，到了当地的时间段就办。",
    Standing.DUE_SOON: "日子近了，这几天找个方便的时候办了就行。",
    Standing.PAST_SAFE: "最稳妥的日子已经过了，最好这几天就办。",
    Standing.LAST_DAY: "截止日当天办，多数地方也算按时。",
    Standing.IN_GRACE: "截止日已经过了，请尽快补办。",
    Standing.SUSPENDED: "截止日已经过了，请尽快补办。",
}
HOTLINE = "怎么办、在哪里办，打12333问参保地。"
HOTLINE_UNKNOWN = "少数地方半年、每季或每月一次。您那里多久一次、怎么办，打12333问参保地。"
FREE = "认证不收钱。有人要钱、要验证码，就是骗子。"


def chat_deadline(deadline: date) -> str:
    return f"养老待遇资格认证，最晚{with_weekday(deadline)}办。"


def chat_safe(safe: str) -> str:
    """What stands instead where the deadline is only borrowed from the pensions: ``safe`` is the sentence of the safe date."""
    return f"养老待遇资格认证，{safe}"


def chat_borrowed(deadline: date) -> str:
    """What the borrowed deadline is worth, behind it."""
    return f"照养老金的算法，最晚{with_weekday(deadline)}；您领的多久一次，打12333问清楚。"


def chat_basis(last: date, place: str) -> str:
    return f"这是按上次认证{day_in_words(last)}{f'、{place}的说法' if place else ''}算的。"


def safe(title: str, day: date) -> str:
    return f"{title}是在{with_weekday(day)}当天或以前办好。"


def chat_link(link: str) -> str:
    return f"怎么算的在这里，不放心链接的不用点，直接打12333：\n{link}"


# The QR code -------------------------------------------------------------------------------------------------------------

QR_READY = "二维码在下面。用另一台手机的相机或者微信“扫一扫”对着它。"
QR_LINK = "扫了会打开同一个答案。扫的人看得见您填的日期。"
QR_LOCAL = "这份是存在您设备上的，别的手机打不开这个网页。所以码里放的是文字，扫了就看得到截止日。"


def qr_name(deadline: date, *, link: bool) -> str:
    """What a screen reader says of the picture."""
    holds = "打开这个答案" if link else "看到答案的文字"
    return f"二维码：扫了{holds}，最晚{with_weekday(deadline)}"


# The slip ----------------------------------------------------------------------------------------------------------------

SLIP_READY = "小条在下面。要写称呼就写上，再点“打印这张小条”。"
SLIP_READY_IN_APP = "小条在下面，可以截图。要打印，先照下面几步换到浏览器里。"
SLIP_NAME = "给谁看的？（可以不写）"
SLIP_NAME_HINT = "例如：妈妈。只印在纸上，不存，也不发出去。"
SLIP_PRINT = "打印这张小条"
SLIP_PRINT_HINT = "打印在A4纸的上半张，沿虚线剪下来。没有打印机的，把这张小条截图发给能打印的家人。"
SLIP_PREVIEW = "小条的样子"
SLIP_SENT = "打印窗口已经打开。没有出现的，是这个浏览器不能打印，请截图。"
SLIP_TITLE = "养老认证"
SLIP_DEADLINE = "最晚这一天办"
SLIP_SAFE = "最稳妥，这一天或以前办"
SLIP_SAFE_GONE = "最稳妥的日子已经过了，这几天就办"
SLIP_DEADLINE_PAST = "截止日（已经过了，请尽快补办）"
SLIP_HOTLINE = "有事打"
SLIP_QR = "扫一扫，看答案"
SLIP_CUT = "沿这条线剪开"
SLIP_STEPS = (
    "用电子社保卡、掌上12333，或去社区、窗口。",
    "看到“认证成功”才算办好，记下那天。",
    "不收钱。有人要钱、要验证码，就是骗子。",
)


def slip_borrowed(deadline: date) -> str:
    """Under a safe date that stands large: the deadline, which is only borrowed from the pensions."""
    return f"照养老金的算法，最晚{with_weekday(deadline)}"


def slip_safe(title: str, day: date) -> str:
    return f"{title}：{with_weekday(day)}或以前"
