"""The headings of columns that hold days, and which of those days are the last certification.

A wrong column gives a wrong deadline, so a heading must say 认证日期 or the like and nothing that is not known here:
认证推送日期 is not a day of certification, and neither is what somebody will write tomorrow. The headings of groups
above may say anything but that their days are others.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from calculator.roster.headings import SPLIT_DAY, ColumnHeading, folded, plain_heading, without_hints

__all__ = ["ANY_YEAR", "DayColumns", "days_of_certification", "newest_year", "of_another_matter"]

ANY_YEAR = 9999

_LAST_TIME = r"(?:上一?[次回]|最近(?:一?1?[次回])?|最后(?:一?1?[次回])?|末次|最新(?:一?1?[次回])?|近一次|前次|近期)的?"
_LAST_TIME_ALONE = rf"(?!最后(?!一?1?[次回])){_LAST_TIME}"
"""The like where nothing is said of certification: 最后日期 is the one by which it has to be done."""
_WHAT = (
    r"(?:养老金?|养老保险|社保)?(?:待遇)?(?:领取|领待|享受)?(?:待遇)?(?:人员)?(?:资格|生存|人脸|刷脸|指纹)?(?:状况|状态)?"
    r"(?:认证|年审|年检|审验|核验|验证|(?<=资格)确认|(?<=生存)确认|刷脸)"
)
_DONE = r"(?:通过|成功|完成|办理)?的?"
_WHEN = r"(?:日期|时间|日子|日|年月日|年月)"
_YEARS = r"(?:\d{2,4}+年?度?(?!月))"
_PERIOD = (
    rf"(?:{_YEARS}|[上下]半年|第?[一二三四1-4]季度|(?:\d{{1,2}}|[一二三四五六七八九十]{{1,2}})月份?|第[一二三四五六七八九十\d]{{1,3}}[次轮回期]|[本上]年度?|上一年度?|当年|今年|去年|前年"
    r"|[本此这当]一?(?:次|回|期|轮|个?周期|季度?|月)|上一?(?:期|轮|个?周期|季度?|月))"
)

_RANKS = tuple(
    re.compile(one)
    for one in (
        rf"{_LAST_TIME}{_WHAT}{_DONE}{_WHEN}?|last(?:certified|certification)(?:on|date|day)?|last",
        rf"{_WHAT}{_DONE}{_WHEN}|cert(?:ified|ification)(?:on|date|day)?|{_LAST_TIME_ALONE}{_DONE}{_WHEN}",
        rf"{_PERIOD}{_WHAT}{_DONE}{_WHEN}|{_WHAT}{_DONE}{_WHEN}{_PERIOD}|{_WHAT}{_DONE}{_WHEN}\d{{1,2}}",
    )
)
"""The headings of days of certification as whole words, the surest first."""
_SURE = len(_RANKS)
_SOUNDS_SO, _ANY_DAY, _NO_DAY_BY_NAME, _NO_RANK = range(_SURE, _SURE + 4)
"""The ranks of 老人最近手机认证时间, of 日期, of 资格认证, below which days may stand, and of what is none of them."""

_CERTIFICATION = re.compile("认证|年审|年检|审验|核验|验证|资格确认|生存确认|刷脸")
_TELLS_WHEN = re.compile(rf"{_WHEN}(?:{_PERIOD})?$|{_LAST_TIME}$")
_KNOWN = re.compile(
    rf"12333|^\d{{1,2}}[.、]?(?=[上认最年])|{_LAST_TIME}|{_PERIOD}|{_WHEN}|{_CERTIFICATION.pattern}|每?年度?|历[年次]|同期|第|次|及|与|的|已|曾|实际|具体|真实|完成|通过|成功"
    r"|办[理结]|登记|情况|信息|记录|资料|明细|数据"
    r"|养老(?:保险|待遇|金)?|社会保险|社保|保险|待遇|领取|领待|享受|发放|资格|生存|状况|城乡|城镇|企业|机关|事业|单位"
    r"|人脸(?:识别)?|识别|指纹|虹膜|声纹|语音|视频|面部|静默|无感|数据比对|大数据|比对|自助|人工|手机|电脑|网[上络]|线[上下]|掌上|微信|支付宝|电子社保卡|小程序|app|终端|机具"
    r"|系统|自动|平台|全?国家?|全?省|全?市|打卡|审核通过|确认"
    r"|现场|上门|入户|柜台|窗口|社区|村|本地|异地|远程|境外|国外|本人|个人"
    r"|(?:离退休|退休|离休|参保|被)?(?:人员|职工|老年?人|居民|员工|对象|群众|干部|人)"
)
"""What may stand in the heading of a day of certification."""
_BARE = re.compile(
    r"(?:养老金?|养老保险|社保)?(?:待遇)?(?:领取|领待|享受)?(?:待遇)?(?:资格|生存)?(?:状况)?(?:认证|年审|年检)(?:情况|记录|信息)?"
)
_EVERY_YEAR = re.compile(r"历[年次届]的?|各年度?|近[一二两三四五六几\d]{1,2}年|逐年|分年度?")
"""What stands above several columns of days and says nothing of the single one."""

_EXPIRY = re.compile(
    "下次|下下|下一?个?(?:次|回|期|轮|批|阶段|周期|季|年|月)|明年|来年|后年|翌年|(?<![上一末前首每两])次年|截止|截至|到期|有效|失效|期满|届满|"
    "终止|结束|最晚|最迟|最终|逾期|过期|超期|期限|限期|时限|宽限|倒计时|剩余|延期|延至|延长|顺延|停发|停止|停保|暂停|预约|预计|预定|预警|预告|拟|(?<!领)待(?!遇)|"
    "通知|短信|失败|未通过|不通过|未成功|不成功|不合格|未认证|驳回|退回|撤销|提醒|计划|安排|恢复|补发|"
    r"(?:认证|年审|年检|审验|核验|验证)最后(?!一?1?[次回])|last[\s_-]*(?:day|date)|due[\s_-]*date"
)
"""What says of a day that it is another than the last certification: one to come, or of a certification that failed."""
_NOTICES = re.compile(
    "要求|建议|约定|相约|约见|催|告知|推送|下发|派发|分派|派单|派工|下达|交办|转办|作废|注销|取消|豁免|免|再次|开放|开启|启动|发布|公布|公示|任务|工单|"
    "高龄|津贴|补贴|医保|医疗|残疾|低保|优抚|实名|身份认证|健康|体检"
)
"""The like, and certifications of other matters, but for words that also stand in hints: 认证日期（按要求填）."""
_OTHER_DAYS = re.compile(
    "应|需|须|请|填|注意|说明|方式|状态|结果|渠道|录入|更新|首次|初次|退休(?!人|职工|老)|离休(?!人|干部|老)|出生|死亡|参保(?!人)|缴费|首发|"
    "发放|距|申请|制表|打印|导出|下载|周期(?!认证)|频次|次数|天数|年龄|合同|入职|工作|开始|起始|备注"
)
"""The like, where it stands in the same heading: 退休人员 may well stand above 认证日期."""
_OTHER_PEOPLE = re.compile(
    "配偶|家属|子女|儿子|女儿|(?<!供养)亲属|监护|代领|代办人|联系人|老伴|爱人|妻|丈夫|父亲|母亲|家人"
)
_FIRST = re.compile(r"第[一1]次(?!性)")
_LATER = re.compile(r"第(?:[二三四五六七八九十]|[2-9]|\d\d)[一二三四五六七八九十\d]*次")
_YEAR = re.compile(r"\d{4}|(?<!\d)\d{2}(?=年)")
_YEAR_IN_BRACKETS = re.compile(r"[(\[【〔](\d{4})年?度?[)\]】〕]")
_PERIODS = re.compile(_PERIOD)
_ENDS_IN_A_DAY = re.compile(rf"{_WHEN}$")
_SPEAKS_OF_DAYS = re.compile("日|时间|期|认证|年审")


@dataclass(frozen=True, slots=True)
class DayColumns:
    """Which columns hold the last certification, the newest year first, and which others sound like it: ``likely`` are
    all whose headings do not say otherwise, ``unused`` those of them that surely are of some certification, ``others``
    the days of somebody beside the person, ``refused`` those that speak of certification, but not of the last."""

    last: tuple[int, ...] = ()
    likely: tuple[int, ...] = ()
    unused: tuple[int, ...] = ()
    others: tuple[int, ...] = ()
    refused: tuple[int, ...] = ()


def days_of_certification(
    headings: Sequence[ColumnHeading], has_days: Callable[[int], bool], latest_year: int = ANY_YEAR
) -> DayColumns:
    """Find the columns of the last certification by their headings.

    Several columns are taken together where the newest day in them counts: 上次 and 本次, or a column for each year.

    :param has_days: whether most of what stands in a column are days.
    :param latest_year: columns that name a later year than this one hold plans.
    """
    ranks = {
        index: rank
        for index, heading in enumerate(headings)
        if (rank := _rank_of(heading)) < _NO_RANK
        and not _of_another_day(heading)
        and min(_years(heading.written), default=0) <= latest_year
        and (rank < _NO_DAY_BY_NAME or has_days(index))
    }
    if not any(_LATER.search(headings[index].whole) for index in ranks):
        # The first of a series is a day like the others; by itself it is that on which the pension began.
        ranks = {index: rank for index, rank in ranks.items() if not _FIRST.search(headings[index].whole)}
    best = min(ranks.values(), default=_NO_RANK)
    last = [
        index
        for index, rank in ranks.items()
        if rank == best or (max(rank, best) <= _SOUNDS_SO and _PERIODS.search(headings[index].whole))
    ]
    if best == _ANY_DAY and len(last) > 1:
        last = []  # 日期 twice is anything
    last.sort(key=lambda index: (-newest_year(headings[index].written), index))
    found = _in_three_columns(headings) or tuple(last)
    return DayColumns(
        found,
        tuple(ranks),
        tuple(index for index, rank in ranks.items() if rank <= _SOUNDS_SO and index not in found),
        tuple(index for index, heading in enumerate(headings) if _of_other_people(heading)),
        tuple(
            index
            for index, heading in enumerate(headings)
            if index not in ranks and _CERTIFICATION.search(heading.whole) and _ENDS_IN_A_DAY.search(heading.whole)
        ),
    )


def _in_three_columns(headings: Sequence[ColumnHeading]) -> tuple[int, ...]:
    """The columns 年, 月 and 日 below the heading of a day of certification, if there are such."""
    for index in range(len(headings) - 2):
        three = headings[index : index + 3]
        parts = [part for heading in three if (part := SPLIT_DAY.fullmatch(heading.whole))]
        above = {part[1] for part in parts}
        if [part[2][0] for part in parts] == ["年", "月", "日"] and len(above) == 1:
            telling = min(map(_rank, above)) < _SURE
            if telling and not any(map(_of_another_day, three)):
                return index, index + 1, index + 2
    return ()


def _rank_of(heading: ColumnHeading) -> int:
    """How surely a heading is that of a day of certification: 0 the surest, ``_NO_RANK`` where it is none. 日期 and
    上次时间 alone are below 走访, too."""
    telling = (word for word in heading.words if word == heading.whole or _CERTIFICATION.search(word))
    return min((_rank(_EVERY_YEAR.sub("", word)) for word in telling), default=_NO_RANK)


def _rank(word: str) -> int:
    for rank, pattern in enumerate(_RANKS):
        if pattern.fullmatch(word):
            return rank
    if not _CERTIFICATION.search(word):
        return _ANY_DAY if word in ("日期", "时间", "date") else _NO_RANK
    if _KNOWN.sub("", word):
        return _NO_RANK
    if _TELLS_WHEN.search(word):
        return _SOUNDS_SO
    return _NO_DAY_BY_NAME if _BARE.fullmatch(word) or _PERIODS.search(word) else _NO_RANK


def _of_another_day(heading: ColumnHeading) -> bool:
    """Whether a heading says that its days are others than the last certifications of the people in the table."""
    plain = heading.folded
    outside = without_hints(plain)
    telling = without_hints(folded(heading.lowest)) if _rank(heading.own) < _SURE else outside
    return bool(
        _EXPIRY.search(plain)
        or _NOTICES.search(outside)
        or _OTHER_PEOPLE.search(outside)
        or _OTHER_DAYS.search(telling)
    )


def _of_other_people(heading: ColumnHeading) -> bool:
    """Whether a heading is that of a day of certification, but of somebody beside the person: 配偶认证日期."""
    if not _OTHER_PEOPLE.search(heading.whole) or _EXPIRY.search(heading.whole):
        return False
    return min((_rank(_OTHER_PEOPLE.sub("", word)) for word in heading.words), default=_NO_RANK) <= _SOUNDS_SO


def of_another_matter(text: str) -> bool:
    """Whether a text, where it is a heading, says that the days below it are no certifications."""
    heading = ColumnHeading((text,))
    if _of_another_day(heading) or _FIRST.search(heading.whole):
        return not _YEAR.search(text)
    return bool(_SPEAKS_OF_DAYS.search(heading.whole)) and _rank_of(heading) == _NO_RANK


def newest_year(text: str) -> int:
    """The latest year that a heading names, or 0."""
    return max(_years(text), default=0)


def _years(text: str) -> list[int]:
    plain = plain_heading(text) + "".join(_YEAR_IN_BRACKETS.findall(folded(text)))
    return [int(year) if len(year) == 4 else 2000 + int(year) for year in _YEAR.findall(plain)]
