"""The headings that columns go by, as people, companies and official systems write them; those of days are in
``day_headings``."""

import re
import unicodedata
from collections.abc import Sequence

__all__ = [
    "LEVELS",
    "OTHER_PLACES",
    "PATTERNS",
    "SPLIT_DAY",
    "ColumnHeading",
    "folded",
    "not_for",
    "number_columns",
    "plain_heading",
    "rank_of",
    "without_hints",
]

_PERSON = r"(?:退休|参保|领取|享受|待遇|待遇领取|待遇享受|离退休|被?认证|本)?(?:人员|职工|老人|人|居民|员工|对象|群众)?"

_PENSION = r"(?:养老|社保|社会保险|保险|养老保险|养老待遇|养老金|退休金)?(?:关系|待遇|金)?"
_PAID = r"(?:参保|投保|缴费|领取|领待|发放|统筹|待遇领取|待遇发放|养老金发放|经办|管理|所属|所在|归属|隶属|享受|退休)"
_WHERE = r"(?:地区?|地点|地址|所在地区?|区域?|省份?|城市|行政区划?|区划|属地|统筹区域?|单位所在地)"
_KIND = r"(?:类别|类型|种类|险种|名称|项目|制度)"
_WHOSE = r"(?:本人|老人|联系|个人|固定|移动|家庭)?"
_OF_THE_PENSION = rf"{_PENSION}{_PAID}?(?:单位)?的?(?:行政区划?|区划|区域|地区|地)?(?:所属|所在)?"

_HEADINGS = {
    "name": (
        rf"{_PERSON}(?:的)?(?:姓名|名字)|name",
        r"(?:退休|离休|离退休)(?:人员|职工|干部)|(?:参保|待遇领取|领取|享受|待遇享受)人员?|认证对象|被认证人员?|老人|职工|员工|居民|人员名称",
        r"认证人员?",
        r".*姓名.*",
        r"户主(?:姓名|名称)?",
    ),
    "region": (
        rf"{_PENSION}{_PAID}{_WHERE}(?:名称)?|统筹区|属地|社保地",
        r"地区|省份|城市|省市|省|市|地方|区域|(?:行政区划?|区划)(?:名称)?|省市(?:县区?|区县?)|所在地|所属地区?|辖区|归属地|region|place",
        r"(?:参保|社保|经办|所属经办|所属社保|社保经办)(?:机构|局|中心|所)(?:名称)?",
    ),
    "scheme": (
        rf"(?:参保|养老|缴费|社保|保险)?险种(?:类型|类别|名称)?|(?:享受|领取)?(?:养老)?待遇{_KIND}|养老(?:保险)?{_KIND}|scheme",
        r"(?:人员|参保|保险|身份|社保|制度|职工|参保人)(?:类别|类型|性质|身份|种类)|参保制度|保险制度",
        rf"(?:退休|离退休|退休人员|养老金|退休金|领取|发放|享受)?{_KIND}|险种代码|养老保险|保险",
    ),
    "phone": (
        rf"{_WHOSE}(?:手机|移动|座机)?(?:电话|手机|座机)(?:号|号码)?|联系(?:方式|号码)|phone|mobile|tel|telephone",
        r".*(?:电话|手机|联系方式|座机).*",
    ),
}
PATTERNS = {field: tuple(re.compile(one) for one in ranks) for field, ranks in _HEADINGS.items()}
"""The headings of each field but the day as whole words, the surest first."""

LEVELS = tuple(
    re.compile(rf"{_OF_THE_PENSION}(?:{one})(?:名称?|别)?")
    for one in (
        r"省|省份|省级|省区|省区市|省市|省自治区|省市自治区|省自治区直辖市|省直辖市|(?:一|省)级(?:地区|区域|行政区划?|区划)",
        r"市|城市|地市|市州|州市|地级市|市级|地区市?|市地|市地州盟?|盟市|地州市|市州盟|(?:[二市地]|地市)级(?:地区|区域|行政区划?|区划)",
        r"县|区|县区|区县|县市|市县|县市区|市县区|区市县|区县市|县级|旗县|旗县区|县级市|县区市|(?:[三县区]|区县|县区)级(?:地区|区域|行政区划?|区划)",
        r"乡|镇|乡镇|街道|镇街|街镇|乡镇街道|镇街道|街道乡镇|乡镇街|街乡|[四乡镇]级(?:地区|区域|行政区划?|区划)",
        r"村|社区|村居|村社区|社区村|居委会|村委会|村居委会|[五村]级(?:地区|区域|行政区划?|区划)",
    )
)
"""The headings of columns that hold one level of an address, from the province down."""

SPLIT_DAY = re.compile(r"(.+?)(年份?|月份?|日期?)")
"""The headings of columns that hold a part of a day each: 上次认证日期 above 年, 月 and 日."""

_OTHER_PEOPLE = re.compile("家属|联系人|监护|经办|子女|户主|配偶|亲属|填报|负责|代办|代领|开户|银行|账户|参保名")
OTHER_PLACES = re.compile("户籍|户口|居住|住址|家庭|通讯|通信|邮寄|籍贯|出生|现住|常住|联系地址|认证地|工作")
"""What says of a place that somebody lives there, or once did, which is not where the pension is paid."""

_NUMBERS = tuple(
    re.compile(one)
    for one in (
        r"(?:本人)?(?:公民|居民)?身份(?:证件?)?号?码?|证件号码?",
        r"(?:社会保障|社保)(?:卡)?号码?|(?:个人|人员|职工|员工|社保|参保|退休|单位)*(?:编[号码]|电脑号|社保号)|工号|个人账?户?号",
    )
)
"""What says who somebody is, the surest first."""

_HEAD_OF_A_HOUSEHOLD = len(PATTERNS["name"]) - 1
_BRACKETS = re.compile(r"[(\[【〔<《].*?[)\]】〕>》]")
_HINT = re.compile(r"[填写选按例如/]|必|格式|为准|年.?月")
_NOISE = re.compile(r"[\s:：*_、,.·\-/\\“”\"'#※★●]+")
_OPEN = re.compile(r"[()\[\]【】〔〕<>《》]+")
_LONGEST = 40
_LONGEST_WITH_HINTS = 200
_SIMPLIFIED = str.maketrans(
    "認證時間稱區縣鄉鎮險種電話號碼類別養參領發資機構單職業統籌屬轄過請須應開結終後驗檢實離當現預約計劃擬審覈對戶聯絡員齡併屆滿遲暫補銷狀況還無誰東廣務辦經應國寧貴陝遼龍蘇滬臺",
    "认证时间称区县乡镇险种电话号码类别养参领发资机构单职业统筹属辖过请须应开结终后验检实离当现预约计划拟审核对户联络员龄并届满迟暂补销状况还无谁东广务办经应国宁贵陕辽龙苏沪台",
)
_CHINESE_YEAR = re.compile("[〇零一二三四五六七八九]{4}(?=年)")
_CHINESE_DIGITS = str.maketrans("〇零一二三四五六七八九", "00123456789")


class ColumnHeading:
    """What stands above one column.

    ``written`` is all of it, from the top, ``folded`` the same as ``folded`` gives it, and ``lowest`` its last part.
    ``whole`` and ``own`` are all and the last part as plain words, and ``opened`` is the whole with what it has in
    brackets: 参保地（省）. ``words`` are all the plain words that its parts make: 认证日期 above 上次 is 上次认证日期, and so
    is 认证日期 beside 上次 in one cell.
    """

    __slots__ = ("folded", "lowest", "opened", "own", "whole", "words", "written")

    def __init__(self, parts: Sequence[str]) -> None:
        self.written = "".join(parts)
        self.folded = folded(self.written)
        self.lowest = parts[-1] if parts else ""
        orders = [order for start in range(len(parts)) for order in (parts[start:], parts[start:][::-1])]
        orders.append(" ".join(parts).split()[::-1])
        plain = {text: plain_heading(text) for text in (self.written, self.lowest, *map("".join, orders))}
        self.whole, self.own = plain[self.written], plain[self.lowest]
        self.opened = plain_heading(_OPEN.sub("", self.folded))
        self.words = tuple(word for word in dict.fromkeys(plain.values()) if word)


def folded(text: str) -> str:
    """A text in half width, small letters, simplified characters and years in digits."""
    plain = unicodedata.normalize("NFKC", text).casefold().translate(_SIMPLIFIED)
    return _CHINESE_YEAR.sub(lambda match: match[0].translate(_CHINESE_DIGITS), plain)


def without_hints(text: str) -> str:
    """A text without what is said in brackets of how to fill the column in; what says which day it is, stays.
    What is too long for a heading is left as it is: each bracket may be the first of a pair with the last."""
    if len(text) > _LONGEST_WITH_HINTS:
        return text
    return _BRACKETS.sub(lambda match: "" if _HINT.search(match[0]) else match[0], text)


def plain_heading(text: str) -> str:
    """A heading without width, case, spaces, punctuation and what stands in brackets; "" for what is too long.

    >>> plain_heading("＊上次　认证日期（年/月/日）：")
    '上次认证日期'
    """
    if not text or len(text) > _LONGEST:
        return ""
    return _NOISE.sub("", _BRACKETS.sub("", folded(text)))


def rank_of(words: Sequence[str], patterns: Sequence[re.Pattern[str]]) -> int:
    """The place of the first pattern that one of the words is, or their number where none is."""
    found = (rank for rank, pattern in enumerate(patterns) if any(map(pattern.fullmatch, words)))
    return next(found, len(patterns))


def number_columns(headings: Sequence[ColumnHeading]) -> tuple[int, ...]:
    """The columns of what says who somebody is, the surest first: 身份证号, 人员编号."""
    own = [(index, one) for index, one in enumerate(headings) if not _OTHER_PEOPLE.search(one.folded)]
    ranks = sorted((rank_of(one.words, _NUMBERS), index) for index, one in own)
    return tuple(index for rank, index in ranks if rank < len(_NUMBERS))


def not_for(field: str, heading: ColumnHeading) -> bool:
    """Whether a heading says that it is not this field's: 家属姓名 is nobody on the list, 户籍地 is no place of payment."""
    plain = heading.folded
    if field == "name":
        head = rank_of(heading.words, PATTERNS["name"]) == _HEAD_OF_A_HOUSEHOLD
        return bool(_OTHER_PEOPLE.search(plain)) and not head
    return field == "region" and bool(OTHER_PLACES.search(plain))
