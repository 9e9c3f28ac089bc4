"""Rows of a table that are no people: sums, who filled the form in and who checked it, notes, numbers of columns.

They stay in the table as they were and are said to have been left out, for what looks like none may be somebody.
"""

import re
import unicodedata

from calculator import wording
from calculator.roster.columns import Cells, Columns, Heading, is_heading_again

__all__ = ["BEGINNINGS_OF_NOBODY", "NAMES_OF_NOBODY", "why_nobody"]

_DOES = "填表|制表|填报|填制|编制|审核|复核|审批|核对|校对|经办|负责|主管|分管|联系|统计|上报|报送|录入|打印|导出"
_TELLING = re.compile(
    r"(?:本页|全页|各项|人数|金额|以上|年度)?(?:合计|小计|总计|共计|累计|总人数)(?:$|[:(\d人数金共].*)|共\d+[人名页].*"
    rf"|(?:{_DOES}|单位|部门|机构|科室)(?:单位|部门|机构|科室|负责|人员|人|员|领导|电话|日期|时间|签[字名章]|盖章|公章|[()])*:.*"
    r"|(?:填表|制表|填报|编制|审核|复核|审批|经办|(?:单位|部门)?负责|校对)人|(?:填表|制表|填报|打印|导出)(?:日期|时间|单位)|联系电话"
    r"|\(?(?:单位)?(?:盖章|公章|签[字章名])\)?"
    r"|(?:备注|说明|注意|注|附注|附|填表说明|填写说明|填报说明|日期|时间|盖章|公章|签字):.*|附件\d*:.*"
    r"|(?:填表|填写|填报)?说明|注意事项.*|以下(?:空白|无正文|无内容).*|第\d+页.*"
    r"|(?:填写)?(?:示例|样例|范例|举例|例如|例子|例)(?:\d*|:.*)|\(?(?:必填|选填|非必填|文本格式|格式:.*|请填.*)\)?"
)
"""What a row says of itself that is no person, without spaces and in half width."""
BEGINNINGS_OF_NOBODY = frozenset(
    "合小总共本全各人金以年累填制编审复核校经负主分联统上报录打导单部机科备说注附日时盖公签第示样范举例必选非文格请（("
)
"""What that begins with. Some of them are names of families too, so that more is looked at."""
NAMES_OF_NOBODY = BEGINNINGS_OF_NOBODY | {"", *"0123456789"}
"""What a name may begin with where it is none, or is not there at all."""
_TELEPHONE_OR_IDENTITY = re.compile(r"\+?[\d\s-]{7,20}[Xx]?")
_LONGEST = 60


def why_nobody(cells: Cells, heading: Heading, columns: Columns, *, readable: bool) -> str:
    """Why a row is no person, in a sentence; "" where it is one. Asked of the few rows that begin so that they could be.

    :param readable: whether the row has a day that can be read.
    """
    words = wording.roster
    if is_heading_again(cells, heading):
        return words.REPEATED_HEADING
    written = [(index, text) for index, cell in enumerate(cells) if (text := cell.strip())]
    if len(written) > 2 and all(text == str(index + 1) for index, text in written):
        return words.COLUMN_NUMBERS
    names = columns.get("name", ())
    named = any(index in names for index, _ in written)
    looked_at = [text for index, text in written if index in names] + [text for _, text in written[:1]]
    if not named and not readable:
        looked_at = [text for _, text in written]
    for text in looked_at:
        if len(text) <= _LONGEST and _TELLING.fullmatch("".join(unicodedata.normalize("NFKC", text).split())):
            return words.no_person(text)
    if names and not named and not _is_somebody(written, columns, readable=readable):
        return words.NO_NAME
    return ""


def _is_somebody(written: list[tuple[int, str]], columns: Columns, *, readable: bool) -> bool:
    """Whether a row without a name is yet about somebody: it has a number to call or to know them by, or a day and
    more than a number of its own beside it. A day alone is that on which the form was signed."""
    days = columns.get("last", ())
    others = [text for index, text in written if index not in days]
    if any(_TELEPHONE_OR_IDENTITY.fullmatch(text) for text in others):
        return True
    return readable and any(not text.isdigit() for text in others)
