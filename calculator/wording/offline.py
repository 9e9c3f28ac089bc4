"""What copies of the guide without a network say of themselves."""

from datetime import date

from calculator.wording.days import day_in_words

SINGLE_TITLE = "算截止日（不用上网的一份）"
SINGLE_LEAD = "全部都在这一个文件里。不用上网，填的内容不离开这台设备。"
SINGLE_PARTS = "这一份里有什么"
SINGLE_TABLE = "日期对照表"


def single_made_on(day: date) -> str:
    """At the foot of the single file: how old it is, whose it is not, and where to ask."""
    return (
        f"这一份是{day_in_words(day)}做的。规定可能会变，以参保地经办机构和12333的答复为准。"
        "不是官方网站。文字以 CC BY 4.0 许可发布，程序以 MIT 许可发布。"
    )
