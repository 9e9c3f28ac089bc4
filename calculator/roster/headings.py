"""The headings that columns go by, as people, companies and official systems write them."""

import re
import unicodedata
from collections.abc import Sequence

__all__ = ["LEVELS", "PATTERNS", "SPLIT_DAY", "newest_year", "not_for", "of_another_matter", "plain_heading", "rank_of"]

_LAST_TIME = r"(?:上一?[次回]|最近(?:一[次回])?|最后(?:一[次回])?|末次|最新|前次|近期)的?"
_WHAT = r"(?:养老金?|养老保险|社保)?(?:待遇)?(?:领取)?(?:人员)?(?:资格|生存|人脸|刷脸)?(?:状况)?(?:认证|年审|年检|核验|验证)"
_DONE = r"(?:通过|成功|完成|办理)?的?"
_WHEN = r"(?:日期|时间|日子|日|年月日|年月)"
_PERSON = r"(?:退休|参保|领取|享受|待遇|待遇领取|待遇享受|离退休|被?认证|本)?(?:人员|职工|老人|人|居民|员工|对象|群众)?"
_PERIOD = r"(?:\d{2,4}年?度?|[上下]半年|第?[一二三四1-4]季度|第[一二三四五六七八九十\d]{1,3}[次轮]|本年度?|当年|今年|去年|上年度?)"

_PENSION = r"(?:养老|社保|社会保险|保险|养老保险|养老待遇|养老金|退休金)?(?:关系|待遇|金)?"
_PAID = r"(?:参保|投保|缴费|领取|领待|发放|统筹|待遇领取|待遇发放|养老金发放|经办|管理|所属|所在|归属|隶属|享受|退休)"
_WHERE = r"(?:地区?|地点|地址|所在地区?|区域?|省份?|城市|行政区划?|区划|属地|统筹区域?|单位所在地)"
_KIND = r"(?:类别|类型|种类|险种|名称|项目|制度)"
_WHOSE = r"(?:本人|老人|联系|个人|固定|移动|家庭)?"
_OF_THE_PENSION = rf"{_PENSION}{_PAID}?的?地?(?:所属|所在)?"

_HEADINGS = {
    "name": (
        rf"{_PERSON}(?:的)?(?:姓名|名字)|name",
        r"退休人员|参保人员?|领取人员?|待遇领取人员?|享受人员?|认证对象|认证人员?|老人|职工|员工|居民",
        r".*姓名.*",
    ),
    "last": (
        rf"{_LAST_TIME}{_WHAT}{_DONE}{_WHEN}?|last|lastcertified|lastcertification",
        rf"{_WHAT}{_DONE}{_WHEN}|certified|certification|{_LAST_TIME}{_DONE}{_WHEN}",
        rf"{_PERIOD}{_WHAT}{_DONE}{_WHEN}|{_WHAT}{_DONE}{_WHEN}{_PERIOD}",
        rf".*(?:认证|年审|年检|资格核验).*{_WHEN}|日期|时间|date",
    ),
    "region": (
        rf"{_PENSION}{_PAID}{_WHERE}(?:名称)?|统筹区|属地|社保地",
        r"地区|省份|城市|省市|省|市|地方|区域|(?:行政区划?|区划)(?:名称)?|所在地|所属地区?|辖区|归属地|region|place",
        r"(?:参保|社保|经办|所属经办|所属社保|社保经办)(?:机构|局|中心|所)(?:名称)?",
    ),
    "scheme": (
        rf"(?:参保|养老|缴费|社保|保险)?险种(?:类型|类别|名称)?|(?:享受|领取)?(?:养老)?待遇{_KIND}|养老(?:保险)?{_KIND}|scheme",
        r"(?:人员|参保|保险|身份|社保|制度|职工|参保人)(?:类别|类型|性质|身份|种类)|参保制度|保险制度",
    ),
    "phone": (
        rf"{_WHOSE}(?:手机|移动|座机)?(?:电话|手机|座机)(?:号|号码)?|联系(?:方式|号码)|phone|mobile|tel|telephone",
        r".*(?:电话|手机|联系方式|座机).*",
    ),
}
PATTERNS = {field: tuple(re.compile(one) for one in ranks) for field, ranks in _HEADINGS.items()}
"""The headings of each field as whole words, the surest first."""

LEVELS = tuple(
    re.compile(rf"{_OF_THE_PENSION}(?:{one})(?:名称)?")
    for one in (
        r"省|省份|省级|省区|省区市|省市|省自治区|省市自治区|省自治区直辖市",
        r"市|城市|地市|市州|州市|地级市|市级|地区市?|市地州盟?|盟市|地州市",
        r"县|区|县区|区县|县市|市县|县市区|市县区|区市县|区县市|县级|旗县|旗县区|县级市",
        r"乡|镇|乡镇|街道|镇街|街镇|乡镇街道|镇街道|街道乡镇|乡镇街|街乡",
        r"村|社区|村居|村社区|社区村|居委会|村委会|村居委会",
    )
)
"""The headings of columns that hold one level of an address, from the province down."""

SPLIT_DAY = re.compile(r"(.+?)(年份?|月份?|日期?)")
"""The headings of columns that hold a part of a day each: 上次认证日期 above 年, 月 and 日."""

_OTHER_PEOPLE = re.compile("家属|联系人|监护|经办|子女|户主|配偶|亲属|填报|负责|代办|开户|银行|账户|参保名")
_OTHER_PLACES = re.compile("户籍|户口|居住|住址|家庭|通讯|通信|邮寄|籍贯|出生|现住|联系地址|认证地|工作")
_EXPIRY = re.compile(
    "下次|下一次|下回|下期|截止|截至|到期|有效|失效|期满|届满|终止|结束|最晚|最迟|逾期|过期|超期|期限|限期|宽限|停发|停止|停保|暂停|"
    "预约|预计|预定|拟|待(?!遇)|通知|短信|失败|未通过|不通过|未成功|不成功|不合格|未认证|驳回|退回|撤销|提醒|计划|安排|恢复|补发"
)
"""What says of a day that it is another than the last certification: one to come, or of a certification that failed."""
_OTHER_DAYS = re.compile(
    "应|需|须|请|填|注意|说明|方式|状态|结果|渠道|录入|更新|首次|初次|第一次|退休(?!人|职工|老)|离休(?!人|干部|老)|出生|死亡|参保(?!人)|缴费|首发|发放|距|申请|制表|打印|导出|"
    "下载|周期|频次|次数|天数|年龄|合同|入职|工作|开始|起始|备注"
)
"""The like, but for words that also stand in brackets as hints: 认证日期（必填，请写年月日）."""

_NOT = {"name": _OTHER_PEOPLE, "region": _OTHER_PLACES}
_BRACKETS = re.compile(r"[(\[【〔<《].*?[)\]】〕>》]")
_NOISE = re.compile(r"[\s:：*_、,.·\-/\\“”\"'#※★●]+")
_YEAR = re.compile(r"\d{4}|(?<!\d)\d{2}(?=年)")
_LONGEST = 40


def plain_heading(text: str) -> str:
    """A heading without width, case, spaces, punctuation and what stands in brackets; "" for what is too long.

    >>> plain_heading("＊上次　认证日期（年/月/日）：")
    '上次认证日期'
    """
    if not text or len(text) > _LONGEST:
        return ""
    return _NOISE.sub("", _BRACKETS.sub("", unicodedata.normalize("NFKC", text).casefold()))


def rank_of(word: str, patterns: Sequence[re.Pattern[str]]) -> int:
    """The place of the first pattern that a word is, or their number where it is none."""
    return next((rank for rank, pattern in enumerate(patterns) if word and pattern.fullmatch(word)), len(patterns))


def not_for(field: str, whole: str, own: str = "") -> bool:
    """Whether a heading says that it is not this field's.

    :param whole: the heading with all that stands above it and in its brackets.
    :param own: its lowest part. Where that says 认证日期 by itself, what stands above (退休人员) says whose it is, unless
        it says that the day is one to come.
    """
    plain = unicodedata.normalize("NFKC", whole)
    if field != "last":
        return field in _NOT and bool(_NOT[field].search(plain))
    below = unicodedata.normalize("NFKC", own)
    telling = below if rank_of(plain_heading(below), PATTERNS["last"][:3]) < 3 else plain
    return bool(_EXPIRY.search(plain) or _OTHER_DAYS.search(_BRACKETS.sub("", telling)))


def of_another_matter(text: str) -> bool:
    """Whether a text, where it is a heading, says that the days below it are no certifications."""
    return not_for("last", text) and not _YEAR.search(text)


def newest_year(word: str) -> int:
    """The latest year that a heading names, or 0."""
    years = [int(year) if len(year) == 4 else 2000 + int(year) for year in _YEAR.findall(word)]
    return max(years, default=0)
