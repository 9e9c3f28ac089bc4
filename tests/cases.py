"""The worked examples of official notices, each under the rule that its notice follows.

One table for the Python tests and the browser tests. Where a notice gives a month, ``last`` is the first day of it, and
a deadline “before the end of March” is its last day. A ``remark`` says where a notice contradicts its own rule.
"""

from dataclasses import dataclass
from datetime import date

__all__ = ["CASES", "UNDECIDED", "Case"]


@dataclass(frozen=True, slots=True)
class Case:
    place: str
    last: date
    rule: str
    deadline: date
    remark: str = ""

    def __str__(self) -> str:
        return f"{self.place} {self.last} {self.rule}"


def _case(place: str, last: str, rule: str, deadline: str, remark: str = "") -> Case:
    return Case(place, date.fromisoformat(last), rule, date.fromisoformat(deadline), remark)


CASES = (
    _case("安徽宿松", "2023-03-20", "12-months", "2024-03-20"),
    _case("河北高阳职工", "2023-05-01", "12-months", "2024-05-01"),
    _case("河北高阳居民", "2024-02-01", "6-months", "2024-08-01"),
    _case("江苏宿迁", "2021-08-11", "12-months", "2022-08-11"),
    _case("福建莆田", "2021-09-01", "12-months", "2022-09-01"),
    _case("福建莆田首次", "2022-03-01", "12-months", "2023-03-01", "首次领取后的次年同期才是第一个周期的起点"),
    _case("福建福州机关", "2021-07-31", "12-months", "2022-07-31", "通知没有写年份"),
    _case("贵州紫云", "2021-03-11", "12-months", "2022-03-11"),
    _case("河南滑县", "2022-03-10", "12-months-eve", "2023-03-09"),
    _case("河南内乡", "2023-02-01", "12-months", "2024-02-01"),
    _case("陕西秦都一", "2021-01-15", "365-days", "2022-01-15"),
    _case("陕西秦都二", "2021-12-05", "365-days", "2022-12-05"),
    _case("陕西西安一", "2021-05-18", "12-months-eve", "2022-05-17", "同一篇的另一例是同日（下一行），自相矛盾"),
    _case("陕西西安二", "2021-08-15", "365-days", "2022-08-15", "同一篇的另一例是前一日（上一行），自相矛盾"),
    _case("陕西西安三", "2020-07-31", "12-months-eve", "2021-07-30", "原文：到2021年7月31日已超认证周期"),
    _case("陕西西咸新区", "2024-01-15", "365-days", "2025-01-14"),
    _case("陕西渭城一", "2023-01-01", "365-days", "2024-01-01", "原文把这一天叫暂停时间"),
    _case("陕西渭城二", "2023-12-05", "12-months", "2024-12-05", "原文写365天，那该是2024-12-04，与例子矛盾"),
    _case("陕西渭城三", "2024-01-01", "12-months", "2025-01-01", "原文写365天，那该是2024-12-31，与例子矛盾"),
    _case("陕西渭城四", "2024-12-05", "365-days", "2025-12-05"),
    _case("陕西某县", "2026-01-15", "12-months", "2027-01-15"),
    _case("海南海口职工", "2022-05-01", "12-months", "2023-05-01", "资讯站的例子，与省里“含当月”的写法矛盾"),
    _case("广东广州居民", "2023-06-01", "12-months-month-end", "2024-06-30"),
    _case("广东湛江居民", "2018-07-01", "12-months-month-end", "2019-07-31"),
    _case("广东深圳", "2022-08-01", "12-months-month-end", "2023-08-31"),
    _case("湖南一", "2024-08-01", "12-months-month-end", "2025-08-31"),
    _case("湖南补认证", "2025-09-01", "12-months-month-end", "2026-09-30"),
    _case("湖南长沙居民", "2021-11-17", "12-months-month-end", "2022-11-30"),
    _case("广西2022年3月", "2022-03-01", "12-months-month-end", "2023-03-31"),
    _case("广西2022年5月", "2022-05-01", "12-months-month-end", "2023-05-31"),
    _case("广西供养2022年3月", "2022-03-01", "6-months-month-end", "2022-09-30"),
    _case("广西供养2022年5月", "2022-05-01", "6-months-month-end", "2022-11-30"),
    _case("广西柳州5月", "2022-05-01", "12-months-month-end", "2023-05-31"),
    _case("广西柳州6月", "2022-06-01", "12-months-month-end", "2023-06-30"),
    _case("广西柳州供养5月", "2022-05-01", "6-months-month-end", "2022-11-30"),
    _case("广西柳州供养6月", "2022-06-01", "6-months-month-end", "2022-12-31"),
    _case("广西2024年4月", "2024-04-01", "12-months-month-end", "2025-04-30"),
    _case("广西2024年5月", "2024-05-01", "12-months-month-end", "2025-05-31"),
    _case("广西供养2024年4月", "2024-04-01", "6-months-month-end", "2024-10-31"),
    _case("广西供养2024年5月", "2024-05-01", "6-months-month-end", "2024-11-30"),
    _case("海南职工", "2022-03-01", "12-months-inclusive", "2023-02-28"),
    _case("重庆旧指南", "2020-05-01", "12-months-inclusive", "2021-04-30", "已被2023年口径取代"),
    _case("湖南望城旧口径", "2023-07-01", "12-months-inclusive", "2024-06-30", "通知没有写年份"),
    _case("山西某县", "2023-02-01", "12-months-inclusive", "2024-01-31", "通知没有写年份，写“次年2月前”"),
    _case("海南海口居民一", "2022-12-01", "6-months", "2023-06-01"),
    _case(
        "海南海口居民二", "2022-04-01", "6-months-month-end", "2022-10-31", "原文“11月1日前”，字面像7个月，与上一行矛盾"
    ),
    _case("海南海口居民三", "2023-04-01", "6-months-month-end", "2023-10-31", "同上"),
    _case("内蒙古呼和浩特一", "2022-04-10", "12-months-eve", "2023-04-09"),
    _case("内蒙古呼和浩特二", "2023-01-05", "12-months-eve", "2024-01-04", "包头2024年的说明有同样的两个例子"),
    _case("江西九江", "2024-10-10", "365-days-eve", "2025-10-09", "原文“10月9日前”，算到9日当天"),
    _case("河南郑州二七", "2024-01-15", "365-days-eve", "2025-01-13", "原文“最后一天之前”，第365天是1月14日"),
    _case("江苏连云港工伤一", "2022-01-28", "12-months", "2023-01-28"),
    _case("江苏连云港工伤二", "2022-07-30", "12-months", "2023-07-30"),
    _case("安徽某市", "2023-04-01", "12-months-month-end", "2024-04-30", "原文“2024年4月前”，否则5月停"),
    _case("甘肃庆阳旧例", "2022-06-20", "180-days", "2022-12-17", "原文写180天，例子却写到12-19，自相矛盾"),
)

UNDECIDED = {
    "江苏": "“今年1月认证，明年1月前”没有写到哪一天，月初月末分不出",
    "江苏泰州": "“截止期至2022年3月”和“2022年2月底前都无需认证”，分不出",
    "重庆短信": "“2024年10月6日前办理下次认证”没有写上次是哪天",
    "广东江门": "只说2018年5月认证、到2019年7月已暂停，证明超期，不证明截止日",
    "江苏省本级": "已超期者的名单和补办期限，不是计数法",
    "天津": "已超期者的名单和补办期限，不是计数法",
}
"""Examples from which no deadline can be read, and why. Together with ``CASES`` these are all 61."""
