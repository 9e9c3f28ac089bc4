"""What stands in and below lists that is no name: sums, who signed and who checked, dates of printing, notes, groups.

Texts are compared without spaces, in half width, without the dashes around them: ``plain``. A word alone is dangerous,
for 公章, 书记 and 平均田 are names too: what is only likely is told apart from what is sure.
"""

import re
import unicodedata
from functools import lru_cache

__all__ = [
    "BEGINNINGS_OF_NOBODY",
    "ENDS_OF_NOBODY",
    "asks",
    "is_a_date",
    "is_a_group",
    "is_a_label",
    "is_a_title",
    "is_a_word",
    "is_doubtful",
    "is_no_name",
    "is_signed",
    "is_sure",
    "is_to_be_signed",
    "plain",
]

BEGINNINGS_OF_NOBODY = frozenset(
    "合小总共本全各人金以年累填制编审复核校经负主分联统上报录打导单部机科备说注附日时盖公签第示样范举例必选非文格请（("
    "户数比页序样补有百认截电手接代调走证采登帮监批验交收投服值办pP"
    "平男女已未应待完特此温咨其现见责承结社村居街网包领书党支镇乡驻财会出抄签兹情名占—-_*一二三四五六七八九十【[〇零"
)
"""What the first cell of a row begins with that is no person. Some are names of families too: more is looked at."""
ENDS_OF_NOBODY = frozenset(
    ":：)）】]章字名人员数计见期间完页白表册单。._—-记任长干部导纳格区组队村管处栏率比例效实准示账会办道印"
)
"""What it ends with."""

_DOES = "填表|制表|填报|填制|编制|审核|复核|审批|核对|校对|经办|负责|主管|分管|联系|统计|上报|报送|录入|打印|导出"
_DOES_TOO = "责任|见证|经手|承办|核查|核实|调查|走访|签收|代领|证明|采集|登记|包联|帮办|代办|监督|联络|批准|验收|交接|接收|抄送|制单"
_LABEL = re.compile(
    rf"(?:{_DOES}|单位|部门|机构|科室)(?:单位|部门|机构|科室|负责|人|员|领导|电话|日期|时间|签[字名章]|盖章|公章|[()])*:.*"
)
"""No word of the repeated ones is made of others of them, here and in titles: each such doubles the ways to read it."""
_SUM = "合计|小计|总计|共计|累计|总人数|总数"
_WHOLE = r"(?:本|全|各|以上|上述|上列).{0,8}|人数|金额|年度|.+(?:社区|街道|镇|县|区|市|省|村|组|队|网格|单位|部门|公司|页|栏|项)"
_SURE = re.compile(
    rf"(?:{_WHOLE})?(?:{_SUM})(?:$|[:(\d人金共].*)|共\d+[人名页].*"
    rf"|(?:{_DOES_TOO}|填表|制表|填报|编制|审核|复核|审批|经办|(?:单位|部门|社区|村)?负责|校对)(?:人员|人|员|者)"
    r"|(?:填表|制表|填报|打印|导出)(?:日期|时间|单位)|联系电话"
    r"|\((?:单位)?(?:盖章|公章|签[字章名])\)?|(?:单位)?(?:盖章|签[字章名])\)?"
    r"|(?:备注|说明|注意|注|附注|附|填表说明|填写说明|填报说明|日期|时间|盖章|公章|签字):.*|附件\d*:.*"
    r"|(?:填表|填写|填报|特此|情况|补充|有关|备注)?说明|备注|注意事项.*|以下(?:空白|无正文|无内容).*|第\d+页.*"
    r"|日期|年月|年度|占比|比例|意见|金额|数量|情况|页码|编号|序号"
    r"|(?:填写)?(?:示例|样例|范例|举例|例如|例子|例)(?:\d*|:.*)|\(?(?:必填|选填|非必填|文本格式|格式:.*|请填.*)\)?"
)
"""What a row says of itself that is no person, in whichever column it begins."""
_WORD = re.compile(
    r"(?:.{2,})?人数|.{2,8}(?:日期|时间|意见栏?)(?:[\d(].*)?"
    r"|(?:咨询|监督|举报|投诉|服务|值班|办公|联系|单位|社区|村|居委会|村委会|社保所?|人社所?|经办).{0,4}(?:电话|热线):?[\d/、,-]*"
    r"|.{2,}(?:无效|属实|为准|公示|工作[队组]|代表人?)|其他|其它|平均(?:值|数|年龄)?|小结|男|女|男性|女性"
    r"|(?:已|未|应|待|需)认证(?:人员|名单|情况)?"
    r"|\(?(?:本页|此页|全文|全表)?(?:完|结束|空白)\)?|(?:附件|附表|附注?|注)\d*|特此(?:证明|公示|报告|通知)"
    r"|认证率|.{0,4}(?:占比|比例|百分比)"
    r"|(?:此|本|该)[表页].{2,}|(?:以上|以下|上述|特此|温馨提示|友情提示|情况属实).{2,}|\(此页无正文\)"
    r"|.{2,}(?:名单|名册|花名册|统计表|汇总表|登记表|明细表|情况表|台账)(?:\(.*\))?"
)
"""What nobody is called, though it may well stand in another column: 男, 未认证, 其他."""
_COUNTED = re.compile(
    r"(?:以上|其中|总|合|小|累|男|女|(?:全|本|应|实|已|未|现).{0,8})?(?:共|计|有|人数|为)*\d+[人名位户页份](?:$|\D.*)"
)
_POINT = re.compile(r"\d+[.、)][^·]{6,}|page\d+", re.IGNORECASE)
_SEALS = "盖章|公章|签字|签名|签章|手印|印章"
_SIGNED = re.compile(rf"..+(?:{_SEALS})|[村局所](?:盖章|公章)$|^(?:{_SEALS})[处栏]")
_TO_BE_SIGNED = re.compile(rf"[(\[【](?:请)?(?:{_SEALS})[处栏]?(?:[)\]】]|$)")
_TITLE = re.compile(
    rf"(?:(?:{_DOES}|{_DOES_TOO})(?:领导|干部|单位|部门)?)|(?:党?支部|村部?|支|社区|居委会|村委会|单位|部门|镇|乡|街道|网格|小组|站|所|局|科|"
    r"包[村片联]|驻村|主管|分管|财务|副|社保|人社)*(?:书记|主任|村长|镇长|乡长|组长|楼长|站长|所长|局长|科长|院长|网格员|网格长|专干|会计|出纳|"
    r"协管员|干部|领导|负责人|联系人|主管)"
)
_SIGNED_BY_NAME = re.compile(
    r"(?!.*(?:领导|干部|主任|书记|单位|部门|社区|[村人员长会局所管负]))\w{2,4}\((?:已|本人)?签[字名]\)"
)
_SHORT_TITLE = 2
"""书记, 主任, 会计: so short a title may be a name."""
_NUMERAL = r"[\d〇零一二三四五六七八九十_.…]"
_DATE = re.compile(
    rf"{_NUMERAL}*年{_NUMERAL}*月{_NUMERAL}*日|{_NUMERAL}+年{_NUMERAL}+月?|\d{{4}}[-/.]\d{{1,2}}(?:[-/.]\d{{1,2}})?|20\d{{6}}"
)
_GROUP = re.compile(
    r"\(?[一二三四五六七八九十\d]+(?:[、.)].+|[组队村])|\(?第[一二三四五六七八九十\d]+(?:网格|小组|组|队|批|社区|村民?小?组?)(?:\(.*\))?"
    r"|.+(?:社区|村委会|居委会|街道办?|网格|小组|村民组|生产队)(?:\(.*\))?"
)
_BRACKETS = re.compile(r"[(\[【〔<《].*?[)\]】〕>》]")
_AROUND = "-—–―_=*~·….。"
_LONGEST = 60
"""What is longer is a text of some other kind."""
_LONG = 20
"""So many characters are no name, unless it is one of those with points between their parts."""


def plain(text: str) -> str:
    """A text without spaces, in half width, and without the dashes around it.

    >>> plain("——以下　空白——"), plain("制表人：")
    ('以下空白', '制表人:')
    """
    return "".join(unicodedata.normalize("NFKC", text).split()).strip(_AROUND)


def is_doubtful(cell: str) -> bool:
    """Whether any of what follows may hold of a cell, so that its whole row is to be looked at."""
    return len(cell) <= _LONGEST and _is_doubtful(cell)


@lru_cache(maxsize=1 << 14)
def _is_doubtful(cell: str) -> bool:
    text = plain(cell)
    return (
        is_a_label(text)
        or is_sure(text)
        or is_a_word(text)
        or is_signed(text)
        or is_no_name(text)
        or is_a_title(text, readable=False)
        or is_a_date(text)
        or is_a_group(text)
    )


def is_a_label(text: str) -> bool:
    """Whether it asks for who filled the form in or checked it, and perhaps says who did: 制表人:张三."""
    return bool(_LABEL.fullmatch(text))


def is_sure(text: str) -> bool:
    """Whether it is a sum, a note or a word of the form, which nobody is called."""
    return bool(_SURE.fullmatch(text))


def is_a_word(text: str) -> bool:
    """Whether it is another word that nobody is called, and no number of a row is."""
    return bool(_WORD.fullmatch(text))


def asks(text: str) -> bool:
    """Whether it ends as what somebody is to write behind: 网格员:"""
    return _BRACKETS.sub("", text).endswith(":")


def is_signed(text: str) -> bool:
    """Whether it is where somebody signs or seals: 社区(盖章). 公章 alone may be a name, and 张三(签名) is one."""
    return is_to_be_signed(text) or bool(_SIGNED.search(_BRACKETS.sub("", text)))


def is_to_be_signed(text: str) -> bool:
    """Whether it says so in brackets."""
    return bool(_TO_BE_SIGNED.search(text)) and not _SIGNED_BY_NAME.fullmatch(text)


def is_no_name(text: str) -> bool:
    """Whether it is likely none: something is said of somebody (咨询电话:12333), counted, or told at length."""
    bare = _BRACKETS.sub("", text)
    inside = ":" in bare or (not bare and ":" in text)
    return (
        inside
        or bool(_COUNTED.fullmatch(text) or _POINT.match(bare))
        or (len(bare) > _LONG and "·" not in bare and not bare.isascii())
    )


def is_a_title(text: str, *, readable: bool) -> bool:
    """Whether it is what somebody is, and no name: 社区主任. 书记 may be one where a day stands beside it."""
    return bool(_TITLE.fullmatch(text)) and (not readable or len(text) > _SHORT_TITLE)


def is_a_date(text: str) -> bool:
    """Whether it is a day, or where one is to be written: 年 月 日."""
    return bool(_DATE.fullmatch(text))


def is_a_group(text: str) -> bool:
    """Whether it names those who stand below it: 第二网格, 东关社区, 一、企业职工."""
    return bool(_GROUP.fullmatch(text))
