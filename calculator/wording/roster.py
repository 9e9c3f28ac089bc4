"""The words of the roster: what is asked for, what was found, and what cannot be used."""

from datetime import date

from calculator.counting.groups import Group
from calculator.counting.status import Status
from calculator.wording.days import day_in_words, days_left_in_words
from calculator.wording.plain_text import shortened

FIELD_NAMES = {"name": "姓名", "last": "上次认证日期", "region": "地区", "scheme": "险种", "phone": "电话"}
RESULT_HEADINGS = ("截止日", "宽限到", "最稳妥", "情况", "说明")
"""The columns that are written behind the table's own."""

GROUP_NAMES = {
    Group.SUSPENDED: "可能已停发",
    Group.IN_GRACE: "过了截止日",
    Group.DUE: "30天内到期",
    Group.UNCLEAR: "看不明白",
    Group.ON_TIME: "还早",
}
GROUP_SIGNS = {
    Group.SUSPENDED: "■",
    Group.IN_GRACE: "▲",
    Group.DUE: "◐",
    Group.UNCLEAR: "？",
    Group.ON_TIME: "✓",
}
GROUP_SCRIPTS = {
    Group.SUSPENDED: "“您的养老认证过期了，养老金可能停了。现在补办还来得及，停的一般会补发。我告诉您怎么办。”先补办，再打12333问。",
    Group.IN_GRACE: "“您的养老认证过了日子，请这几天补办。不收钱，手机上就能办，不会用我帮您。”",
    Group.DUE: "“您的养老认证快到期了，方便的时候办一下，不用赶。不收钱，不会用手机可以来窗口。”",
    Group.UNCLEAR: "“想跟您核对一下，您上次做养老认证是哪一天？”问不到也不要紧，现在认证一次，就从今天重新算。",
    Group.ON_TIME: "现在不用打电话。",
}
"""What to say on the telephone, without hurry."""

STATUS_IN_A_CELL = {
    Status.SUSPENDED: "可能已停发",
    Status.IN_GRACE: "过了截止日",
    Status.LAST_DAY: "今天到期",
    Status.DUE_SOON: "30天内到期",
    Status.ON_TIME: "还早",
}
UNCLEAR = GROUP_NAMES[Group.UNCLEAR]

ALL = "全部"
FILE_NAME = "养老认证名单"
SHEET_NAME = "养老认证名单"
NAMELESS = "没写姓名"

BASIS_COMMON = "按常见的两种算法取早的一天。"
SCHEME_COLUMN = "写在“险种”一栏。"
REPEATED_HEADING = "这一行和表头一样，不像是人。"
OCTOBER_OR_JANUARY = "“{text}”可能是1月，也可能是10月。请写成“{year}年1月”或者“{year}年10月”。"


def status_sentence(status: Status, days_left: int, suspended_from: date) -> str:
    match status:
        case Status.ON_TIME | Status.DUE_SOON:
            return f"离截止日{days_left_in_words(days_left)}。"
        case Status.LAST_DAY:
            return "今天办还算按时。"
        case Status.IN_GRACE:
            return f"截止日{days_left_in_words(days_left)}，从{day_in_words(suspended_from)}起可能停发，请先补办。"
        case _:
            return f"截止日{days_left_in_words(days_left)}，可能已经停发，请先补办，再打12333问。"


def basis(place: str) -> str:
    return f"按{place}的说法算。" if place else BASIS_COMMON


def month_or_october(text: str) -> str:
    return OCTOBER_OR_JANUARY.format(text=text, year=text[:4])


def region_unknown(text: str) -> str:
    return f"地区“{shortened(text)}”没有查到当地的算法，{BASIS_COMMON}"


def scheme_unknown(text: str) -> str:
    return f"险种“{shortened(text)}”没有认出来，先不分险种算。"


def row_number(number: int) -> str:
    return f"第{number}行"


def column_number(number: int) -> str:
    return f"第{number}列"


def person_with_phone(name: str, tail: str) -> str:
    """Two people of one name, told apart by the end of their telephone number."""
    return f"{name}（尾号{tail}）"


def person_with_row(name: str, number: int) -> str:
    return f"{name}（第{number}行）"


# What was found -------------------------------------------------------------------------------------------------------


def people_counted(count: int) -> str:
    return f"一共{count}人"


def summary(counts: dict[Group, int]) -> str:
    """One line for the command line and for a screen reader."""
    parts = "，".join(f"{GROUP_NAMES[group]}{count}人" for group, count in counts.items() if count)
    total = sum(counts.values())
    return f"{people_counted(total)}：{parts}。" if total else f"{people_counted(0)}。"


def titles_above(count: int) -> str:
    return f"表头上面的{count}行当作标题，没有算成人。"


def no_heading() -> str:
    return "没有找到表头，栏目是照内容猜的。猜得不对，请在下面改。"


def rival_columns(chosen: str) -> str:
    return f"有几栏都像认证日期，用的是“{shortened(chosen)}”。不对的话，请在下面改。"


def other_sheets(used: str, count: int) -> str:
    return f"这个文件有{count}张表，只读了“{shortened(used)}”这一张。别的表请另存成文件再打开。"


RESULT_TITLE = "算好了"
FILTER_LABEL = "只看哪些人"
COLUMNS_TITLE = "认出的栏目，不对可以改"
COLUMN_NONE = "没有这一栏"
LIST_NAME = "姓名"
LIST_DEADLINE = "截止日"
LIST_STATUS = "情况"
LIST_REASON = "说明"
NO_DAY = "算不出"
NOBODY = "这一组没有人。"
TAKE_TITLE = "带走"
TAKE_HINT = (
    "原来的栏目都在，后面加上截止日、宽限到、最稳妥、情况、说明。次序和原来一样。日历文件里是还没到期和刚过期的人。"
)
CANNOT_SAVE = "这个软件里存不了文件。请点右上角的“…”，选“在浏览器打开”，再导出。"
SAVE_LABELS = {"xlsx": "导出Excel", "csv": "导出CSV", "ics": "日历文件"}
PRINT_LABEL = "打印电话名单"
PREVIOUS = "上一页"
NEXT = "下一页"
PAGES_LABEL = "翻页"


def column_choice(name: str, example: str) -> str:
    return f"{name}（例如：{example}）" if example else name


def list_title(group: str, first: int, last: int, count: int) -> str:
    return f"{group}：{count}人" if count <= last - first + 1 else f"{group}：第{first}到{last}人，共{count}人"


def rows_read(count: int) -> str:
    return f"已经算了{count}人"


def rows_written(count: int, total: int) -> str:
    return f"已经写了{count}人，共{total}人"


# The call sheet -------------------------------------------------------------------------------------------------------

SHEET_TITLE = "养老认证电话名单"
SHEET_CARE = "有姓名和电话，用完请收好或者销毁，不要拍照发群。认证不收钱，不要问验证码。"
SHEET_DONE = "打过"
SHEET_SAY = "怎么说："
NO_PHONE = "没写电话"


def sheet_day(today: date) -> str:
    return f"{day_in_words(today)}的情况"


# The form -------------------------------------------------------------------------------------------------------------

FORM_FILE = "选名单文件"
FORM_FILE_HINT = "CSV或.xlsx都行，也可以把文件拖到这里。要有“上次认证日期”一栏，有姓名、电话、地区、险种更好。"
FORM_PASTE = "或者把表格粘贴到这里"
FORM_PASTE_HINT = "在Excel或WPS里选中表格，复制，再粘贴进来。表头一起复制。"
FORM_PRIVACY = "名单不离开这台设备，不上传，也不保存。关掉页面就没有了。"
FORM_MORE = "整份名单是同一个地方、同一险种"
FORM_REGION = "名单里没写地区的，算哪里？"
FORM_REGION_HINT = "例如：江苏省宿迁市。不填就按常见的两种算法取早的一天。"
FORM_SCHEME = "名单里没写险种的，算哪一种？"
FORM_SCHEME_HINT = "不清楚就不用选。"
FORM_TODAY = "从哪一天看？"
FORM_TODAY_HINT = "不用填，就是北京时间今天。"
FORM_UNKNOWN = "不清楚，先不选"
FORM_WORK = "算这份名单"
FORM_TRY = "先用例子试试"
FORM_CANCEL = "取消"
FORM_WORKING = "正在算"
FORM_MEANWHILE = "可以先选文件，下载好马上就算"


# What cannot be used --------------------------------------------------------------------------------------------------

NOTHING_GIVEN = "请先选一个文件，或者把表格粘贴进来。"
EMPTY = "这份名单里没有字。请检查是不是选错了文件。"
NO_DATE_COLUMN = "没有找到认证日期是哪一栏。请把表头写成“上次认证日期”，再试一次。"
NO_DATE_COLUMN_CHOOSE = "没有找到认证日期是哪一栏。请在下面选出来。"
OLD_EXCEL = "这是老式的Excel文件（.xls），或者加了密码。请用Excel或WPS打开，另存为.xlsx或CSV，再试一次。"
WEB_PAGE = "这个文件其实是网页。请用Excel或WPS打开，另存为.xlsx或CSV，再试一次。"
OPEN_DOCUMENT = "这个文件是.ods。请用WPS或LibreOffice打开，另存为.xlsx或CSV，再试一次。"
NOT_A_TABLE = "这个文件不是表格。请选CSV或.xlsx文件，或者把表格粘贴进来。"
BROKEN_WORKBOOK = "这个.xlsx文件坏了，打不开。请用Excel或WPS打开，另存一份新的，再试一次。"
NOT_UNPACKED = "这个.xlsx文件展开以后太大。请把名单单独存成一个文件，或者另存为CSV，再试一次。"
UNKNOWN_ENCODING = "这个文件里的字认不出来。请用Excel或WPS打开，另存为“CSV UTF-8”，再试一次。"
FORGOTTEN = "名单已经不在内存里了。请重新选文件或者粘贴。"
TOO_MANY_COLUMNS = "这张表的列太多，不像名单。请只留下需要的几列，再试一次。"
STOPPED = "已经停下，没有写出文件。"
UNKNOWN_OUTPUT = "不知道要写成哪一种文件。-o 后面的文件名请用 .csv、.xlsx 或 .ics 结尾。"
SAME_FILE = "-o 后面是名单自己。请换一个文件名，免得把原来的名单盖掉。"


def cell_too_long(number: int) -> str:
    return f"{row_number(number)}附近有一格特别长，多半是少了一个引号。请改好以后再试一次。"


def too_many_rows(most: int) -> str:
    return f"名单超过{most}行。请分成几个文件，一个一个地算。"


def file_too_large(megabytes: int) -> str:
    return f"文件超过{megabytes}MB。请只留下需要的几列，或者分成几个文件。"


def cannot_read(name: str) -> str:
    return f"打不开“{name}”。请检查文件名和路径，再试一次。"


def cannot_write(name: str) -> str:
    return f"写不了“{name}”。请检查文件夹是不是在、磁盘满没满、文件是不是正开着。"
