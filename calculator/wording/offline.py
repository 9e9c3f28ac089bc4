"""What copies of the guide without a network say of themselves."""

from datetime import date

from calculator.wording.days import day_in_words
from calculator.wording.safe import MORE_SHORT

SINGLE_TITLE = "算截止日（不用上网的一份）"
SINGLE_LEAD = "全部都在这一个文件里。不用上网，填的内容不离开这台设备。"
SINGLE_PARTS = "这一份里有什么"
SINGLE_TABLE = "日期对照表"


def single_table_caution(grace_days: int) -> str:
    """Above the date table, which here stands without the page that explains it."""
    return (
        "找到您上次认证的那一天，同一行就是截止日，多数地方当天办也算按时。"
        "这里按“满12个月”和“满365天”两种说法算，取早的一天；“最稳妥”是一年一次的各种算法里最早的那一天，当天或以前办最好。"
        f"{MORE_SHORT}各地算法不完全一样，以参保地社保局和12333说的为准。"
        f"“宽限{grace_days}天”是网上常见说法，没有找到官方依据，请不要指望它。"
    )


def single_made_on(day: date) -> str:
    """At the foot of the single file: how old it is, whose it is not, and where to ask."""
    return (
        f"这一份是{day_in_words(day)}做的。规定可能会变，以参保地社保局和12333的答复为准。"
        "不是官方网站。文字以 CC BY 4.0 许可发布，程序以 MIT 许可发布。"
    )
