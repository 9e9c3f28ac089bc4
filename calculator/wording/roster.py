"""The words of the roster: what is asked for, what was found, and what cannot be used."""

from collections.abc import Iterable, Sequence
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from calculator.counting.groups import Group
from calculator.counting.status import DUE_SOON_DAYS, Standing
from calculator.wording.days import day_in_words, days_left_in_words
from calculator.wording.plain_text import shortened


class Remark(NamedTuple):
    """What somebody should know of how a table was understood, and what to do about it: on the page, where there are
    choices to make, and on the command line, where there are none."""

    said: str
    on_page: str = ""
    on_command_line: str = ""


FIELD_NAMES = {"name": "姓名", "last": "上次认证日期", "region": "地区", "scheme": "险种", "phone": "电话"}
RESULT_HEADINGS = ("截止日", "可能停发从", "最稳妥", "情况", "说明")
"""The columns that are written behind the table's own."""
FORMER_RESULT_HEADINGS = ("截止日", "宽限到", "最稳妥", "情况", "说明")
"""The same in files that were written when the second was the end of the 15 days of which the web speaks."""

GROUP_NAMES = {
    Group.SUSPENDED: "可能已停发",
    Group.IN_GRACE: "过了截止日",
    Group.DUE: "30天内到期",
    Group.EARLY: "最好早办",
    Group.UNCLEAR: "看不明白",
    Group.ON_TIME: "还早",
}
GROUP_SIGNS = {
    Group.SUSPENDED: "■",
    Group.IN_GRACE: "▲",
    Group.DUE: "◐",
    Group.EARLY: "◔",
    Group.UNCLEAR: "？",
    Group.ON_TIME: "✓",
}
GROUP_SCRIPTS = {
    Group.SUSPENDED: "“您的养老认证过期了，钱可能停了。现在补办还来得及，停的养老金一般会补发。我告诉您怎么办。”先补办，再打12333问。",
    Group.IN_GRACE: "“您的养老认证过了日子，请这几天补办。不收钱，手机上就能办，不会用我帮您。”",
    Group.DUE: "“您的养老认证日子近了，这几天方便的时候办一下。不收钱，不会用手机可以来窗口。”",
    Group.EARLY: "“您的养老认证还没到期，有的地方算得更早，早点办更稳妥。不收钱，不会用手机可以来窗口。”",
    Group.UNCLEAR: "“想跟您核对一下，您上次做养老认证是哪一天？”问不到也不要紧，现在认证一次，就从今天重新算。",
    Group.ON_TIME: "现在不用打电话。",
}
"""What to say on the telephone, without hurry."""

GROUP_REASONS = {Group.EARLY: "截止日还在30天以后，最稳妥的日子近了，或者已经过了。"}
"""Why somebody is in a group, where its name does not say it."""

_STATUS_IN_A_CELL = {
    Standing.SUSPENDED: "可能已停发",
    Standing.IN_GRACE: "过了截止日",
    Standing.LAST_DAY: "今天到期",
    Standing.PAST_SAFE: "最好这几天办",
    Standing.DUE_SOON: "30天内到期",
    Standing.WAITING: "快到时间段了",
    Standing.ON_TIME: "还早",
}
EARLY_STATUS = "最好30天内办"
UNCLEAR = GROUP_NAMES[Group.UNCLEAR]

ALL = "全部"
FILE_NAME = "养老认证名单"
SHEET_NAME = "养老认证名单"
NAMELESS = "没写姓名"

BASIS_COMMON = "按常见的两种算法取早的一天。"
SCHEME_EARLIEST = "没写险种，先按当地最早的一种算，写在“险种”一栏就更准。"
SCHEME_PENSION = "没写险种，先按养老金算，写在“险种”一栏就更准。"
NOBODY_STATUS = "没有算"
NEW_HEADING = "这一行是另一份名单的表头，不是人，没有算。下面的人照它读。"
REPEATED_HEADING = "这一行和表头一样，不像是人，没有算。"
COLUMN_NUMBERS = "这一行是栏号，不是人，没有算。"
NO_NAME = "这一行没有姓名，没有算成人。是人的话，请补上姓名。"
OCTOBER_OR_JANUARY = "“{text}”可能是1月，也可能是10月。请写成“{year}年1月”或者“{year}年10月”。"


def status_in_a_cell(standing: Standing, days_left: int) -> str:
    """Where somebody stands, in a few words; that a deadline is near is said of no other day."""
    if standing is Standing.DUE_SOON and days_left > DUE_SOON_DAYS:
        return EARLY_STATUS
    return _STATUS_IN_A_CELL[standing]


def status_sentence(standing: Standing, days_left: int, safe_date: date, may_stop_from: date) -> str:
    match standing:
        case Standing.ON_TIME | Standing.WAITING | Standing.DUE_SOON:
            return f"离截止日{days_left_in_words(days_left)}，最稳妥在{day_in_words(safe_date)}或以前办。"
        case Standing.PAST_SAFE:
            return f"最稳妥的日子（{day_in_words(safe_date)}）过了，离截止日{days_left_in_words(days_left)}，最好这几天就办。"
        case Standing.LAST_DAY:
            return "今天办，多数地方还算按时。"
        case Standing.IN_GRACE:
            return f"截止日{days_left_in_words(days_left)}，从{day_in_words(may_stop_from)}起可能停发，请先补办。"
        case _:
            return f"截止日{days_left_in_words(days_left)}，可能已经停发，请先补办，再打12333问。"


def basis(place: str, whose: str, *, unused: bool = False) -> str:
    """``whose`` rule it is: the place's own, or that of the city or province around it.

    ``unused``: something was found of the place itself, but nothing to count by.
    """
    if not whose:
        return BASIS_COMMON
    if whose == place:
        return f"按{whose}的说法算。"
    own = f"{place}自己的说法查到过，没有照它算" if unused else f"没有查到{place}自己的说法"
    return f"{own}，按{whose}的说法算。"


def month_or_october(text: str) -> str:
    return OCTOBER_OR_JANUARY.format(text=text, year=text[:4])


def region_unknown(text: str) -> str:
    return f"地区“{shortened(text)}”没有查到当地的算法，{BASIS_COMMON}"


def scheme_unknown(text: str) -> str:
    return f"险种“{shortened(text)}”没有认出来，先不分险种算。"


def region_from_default(text: str, place: str) -> str:
    """The cell names a place, but not one that is known by itself; the place of the whole roster holds."""
    return f"地区“{shortened(text)}”单独看不出是哪里，按整份名单的{place}算。"


def no_person(text: str) -> str:
    return f"“{shortened(text)}”不像是人，这一行没有算。"


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


def titles_above(rows: Sequence[int]) -> Remark:
    return Remark(f"表头上面的{len(rows)}行当作标题，没有算成人。")


def no_heading() -> Remark:
    return Remark(
        "没有找到表头，栏目是照内容猜的。",
        "猜得不对，请在下面改。",
        "猜得不对，请在第一行写上表头，例如：姓名、上次认证日期、地区、险种、电话。",
    )


WRITTEN_LIST_HEADINGS = ("姓名", "上次认证日期", "地区", "险种", "电话", "身份证号", "原来写的")
"""The columns of a list that is no table, which has none of its own."""


def written_list() -> Remark:
    """The list is no table: lines as people write them."""
    return Remark("这份名单没有分栏，是照每一行的写法认的：名字旁边的日期，当作上次认证的日期。请核对。")


def rival_columns(names: Sequence[str]) -> Remark:
    """Several columns are days of certification; the newest of each person counts."""
    return Remark(
        f"有几栏都像认证日期：{_quoted(names)}。每个人用最近填了的那一栏。",
        "不对的话，请在下面改。",
        "不对的话，请把要用的那一栏的表头写成“上次认证日期”。",
    )


def unused_days(names: Sequence[str]) -> Remark:
    """Columns that sound like days of certification, beside a surer one."""
    return Remark(
        f"{_quoted(names)}也像认证日期，没有用。",
        "要用的话，请在下面选。",
        "要用的话，请把那一栏的表头写成“上次认证日期”，原来的“上次认证日期”换一个名字。",
    )


def days_of_others(names: Sequence[str]) -> Remark:
    """Days of certification of somebody who stands in the row of another."""
    return Remark(f"{_quoted(names)}是别人的认证日期，没有算。这些人也要算的话，请每人另写一行。")


def further_names(columns: Sequence[int]) -> Remark:
    """Columns of names to the right of the first, whose people are not counted."""
    listed = "、".join(map(str, columns[:6]))
    return Remark(f"第{listed}列也是姓名，没有用。那一列的人也要算的话，请每人另写一行。")


def homes_unused(names: Sequence[str]) -> Remark:
    """Where people live, which need not be where their pension is paid."""
    return Remark(
        f"{_quoted(names)}没有当作参保地。",
        "是参保地的话，请在下面把“地区”改成这一栏。",
        "是参保地的话，请把表头改成“参保地”。",
    )


def another_list(row: int, names: Sequence[str]) -> Remark:
    """Another list begins in a row of the table; ``names`` are the headings of its days of certification."""
    begins = f"第{row}行是另一份名单的表头，下面的人照它读"
    return Remark(
        f"{begins}：上次认证日期用{_quoted(names)}。请核对。"
        if names
        else f"{begins}，那里没有找到认证日期。请把那里的表头写成“上次认证日期”，再试一次。"
    )


def _quoted(names: Sequence[str]) -> str:
    """Headings by their names, of many the first."""
    return "、".join(f"“{shortened(name)}”" for name in names[:6])


def lonely_quotes(rows: Sequence[int]) -> Remark:
    return Remark(f"{rows_listed(rows)}有一个引号没有配对，后面的行已经分开来读，一行也没有并进去。请核对这些行。")


def other_weekdays(rows: Sequence[int], count: int) -> Remark:
    """Days that were written with the weekday of another.

    :param rows: the first of them.
    :param count: how many there are.
    """
    return Remark(f"{rows_listed(rows, count)}写的星期和日期对不上，先按日期算。日期可能写错了，请核对。")


class Repetition(StrEnum):
    """How sure it is that rows of one name are about one person, the surest first."""

    ONE_PERSON = "姓名和号码都一样，像是同一个人写了几行。都算了，请核对，只留最近认证的一行。"
    OTHER_DAYS = "姓名一样，日期不一样。都算了，请核对：是同一个人，只留最近认证的一行；是同名的几个人，不用改。"
    SAME_DAY = "姓名和日期都一样。都算了，请核对是不是写重了。"


def repeated(kind: Repetition, groups: Sequence[Sequence[int]], count: int) -> Remark:
    """:param groups: the rows of each name, of the first names.
    :param count: how many names there are.
    """
    listed = "，".join(map(_rows_of_one_name, groups))
    return Remark(f"{listed}{f'等{count}处' if count > len(groups) else ''}，{kind}")


def _rows_of_one_name(rows: Sequence[int]) -> str:
    listed = "、".join(map(str, rows[:ROWS_LISTED]))
    return f"第{listed}行" if len(rows) <= ROWS_LISTED else f"第{listed}等行"


def rows_without_people(rows: Sequence[tuple[int, str]], count: int) -> Remark:
    """:param rows: the first of them, each with its number and what stands first in it.
    :param count: how many there are.
    """
    numbers = [number for number, _ in rows]
    told = "、".join(dict.fromkeys(f"“{shortened(text)}”" for _, text in rows[:6] if text))
    return Remark(
        f"{rows_listed(numbers, count)}不像是人，没有算{f'：{told}' if told else ''}。写出来的文件里原样留着。"
    )


def rows_listed(rows: Sequence[int], count: int = 0) -> str:
    """第3行, 第3、5行, or of many the first."""
    shown = "、".join(map(str, rows[:ROWS_LISTED]))
    count = max(count, len(rows))
    return f"第{shown}行" if count <= ROWS_LISTED else f"第{shown}等{count}行"


ROWS_LISTED = 8
"""So many are named, of more the first."""


def other_sheets(used: str, others: Sequence[str], *, hidden: bool) -> Remark:
    """:param others: the other sheets that have something in them."""
    listed = "、".join(f"“{shortened(name)}”" for name in others[:6]) + ("等" if len(others) > 6 else "")
    told = (
        f"这个文件有{len(others) + 1}张表，读的是“{shortened(used)}”{'（隐藏的）' if hidden else ''}，没有读{listed}。"
    )
    return Remark(told, "要读别的表，请在下面选。", "要读别的表，请加上 --sheet 和表的名字。")


def formulas_without_values(count: int) -> Remark:
    return Remark(f"有{count}格是公式，文件里没有算出的结果。请用Excel或WPS打开名单，保存一次，再试一次。")


def merges_unread() -> Remark:
    """Which cells are merged, which are formulas and from which year days are counted could not be looked at."""
    return Remark(
        "合并的格子和公式可能没有读全。请核对名单里的地区和日期。不对的话，请用Excel或WPS打开名单，另存为.xlsx，再试一次。"
    )


def lines_in_another_encoding(count: int) -> Remark:
    return Remark(f"有{count}行的编码和别的行不一样，已经分开来认。请核对这些行里的字。")


def texts_missing(count: int) -> Remark:
    return Remark(f"有{count}格的字在文件里找不到，写成了“�”。请用Excel或WPS打开名单，核对这几格。")


def cells_misplaced(count: int) -> Remark:
    return Remark(f"有{count}处没有写清在哪一格，当作紧跟在前一格后面。请核对名单。")


def how_it_was_read(
    sheet: str, columns: Iterable[tuple[str, Sequence[str]]], headings: Sequence[int], rows: tuple[int, int]
) -> list[str]:
    """What a roster was read from, a line each: the sheet, the rows and the columns.

    :param sheet: its name, or "" where the file has none.
    :param columns: each field with the headings of its columns, none where the table has no such column.
    :param headings: the numbers of the rows of the headings.
    :param rows: the numbers of the first and the last row with something in it, or two noughts where there is none.
    """
    lines = [f"读的表：“{shortened(sheet)}”。"] if sheet else []
    above = f"表头在{rows_listed(headings)}，" if headings else "没有表头，"
    lines.append(above + (f"名单从第{rows[0]}行到第{rows[1]}行。" if rows[0] else "下面没有内容。"))
    told = (
        f"{FIELD_NAMES[field]}用{'、'.join(f'“{shortened(name)}”' for name in names)}"
        if names
        else f"没有{FIELD_NAMES[field]}"
        for field, names in columns
    )
    lines.append(f"栏目：{'；'.join(told)}。")
    return lines


def columns_together(names: Sequence[str], *, newest: bool) -> str:
    return f"{'、'.join(map(shortened, names))}（{'取最近填了的' if newest else '合在一起'}）"


def sheet_choice(name: str, *, hidden: bool) -> str:
    return f"{shortened(name)}{'（隐藏的）' if hidden else ''}"


SHEET_LABEL = "读哪张表"
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
    "原来的栏目都在，后面加上截止日、可能停发从、最稳妥、情况、说明。次序和原来一样。日历文件里是还没到期和刚过期的人。"
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


def sheet_early(days_left: int, safe_date: date, today: date) -> str:
    """How long there still is, and the safe date, because of which somebody is called."""
    safe = f"最稳妥在{day_in_words(safe_date)}或以前办"
    return f"{days_left_in_words(days_left)}，{'最稳妥的日子过了' if today > safe_date else safe}"


def sheet_said(days_left: int, may_stop_from: date) -> str:
    """How long there still is, or how long ago it was and since when payment may have stopped."""
    said = days_left_in_words(days_left)
    return said if days_left >= 0 else f"{said}，从{day_in_words(may_stop_from)}起可能停发"


# The form -------------------------------------------------------------------------------------------------------------

FORM_FILE = "选名单文件"
FORM_FILE_HINT = "CSV或.xlsx都行，也可以把文件拖到这里。要有“上次认证日期”一栏，有姓名、电话、地区、险种更好。"
FORM_PASTE = "或者把表格粘贴到这里"
FORM_PASTE_HINT = (
    "在Excel或WPS里选中表格，复制，再粘贴进来，表头一起复制。手写的也行，一人一行，例如：张三 2026年5月1日。"
)
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
FORM_MEANWHILE = "可以先选文件，下载好马上就算；这一页开着就行，不用守着"


# What cannot be used --------------------------------------------------------------------------------------------------

NOTHING_GIVEN = "请先选一个文件，或者把表格粘贴进来。"
EMPTY = "这份名单里没有字。请检查是不是选错了文件。"
SIDE_BY_SIDE = "这张表里有两份名单左右并排，分不清哪个日期是谁的。请把右边的名单接到左边的下面，每人一行，再试一次。"
OLD_EXCEL = "这是老式的Excel文件（.xls）。请用Excel或WPS打开，另存为.xlsx或CSV，再试一次。"
LOCKED = "这个文件加了密码。请用Excel或WPS打开，去掉密码，另存一份，再试一次。"
ARCHIVE = "这个文件是压缩包。请先解开，再选里面的名单。"
XML_TABLE = "这个文件是XML。请用Excel或WPS打开，另存为.xlsx或CSV，再试一次。"
WEB_PAGE = "这个文件其实是网页。请用Excel或WPS打开，另存为.xlsx或CSV，再试一次。"
NOT_A_TABLE = "这个文件不是表格。请选CSV或.xlsx文件，或者把表格粘贴进来。"
BROKEN_WORKBOOK = "这个文件坏了，打不开。请用Excel或WPS打开，另存一份新的，再试一次。"
NOT_UNPACKED = "这个文件展开以后太大，或者不像名单。请把名单单独存成一个文件，或者另存为CSV，再试一次。"
UNKNOWN_ENCODING = "这个文件里的字认不出来。请用Excel或WPS打开，另存为“CSV UTF-8”，再试一次。"
FORGOTTEN = "名单已经不在内存里了。请重新选文件或者粘贴。"
TOO_MANY_COLUMNS = "这张表的列太多，不像名单。请只留下需要的几列，再试一次。"
STOPPED = "已经停下，没有写出文件。"
UNKNOWN_OUTPUT = "不知道要写成哪一种文件。-o 后面的文件名请用 .csv、.xlsx 或 .ics 结尾。"
SAME_FILE = "-o 后面是名单自己。请换一个文件名，免得把原来的名单盖掉。"


def no_date_column(refused: Sequence[str]) -> Remark:
    """:param refused: headings that speak of certification, but not of the last."""
    others = f"{_quoted(refused)}看不出是上次认证的日期。" if refused else ""
    return Remark(f"没有找到认证日期是哪一栏。{others}", "请在下面选出来。", "请把表头写成“上次认证日期”，再试一次。")


def save_as_xlsx(ending: str) -> str:
    return f"这个文件是{ending}。请用Excel或WPS打开，另存为.xlsx或CSV，再试一次。"


def no_such_sheet(wanted: str, sheets: Sequence[str]) -> str:
    listed = "、".join(f"“{shortened(name)}”" for name in sheets[:10])
    return (
        f"没有叫“{shortened(wanted)}”的表。请从这些里面选一个：{listed}。"
        if sheets
        else "这个文件里没有几张表可选，请不要写 --sheet。"
    )


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
