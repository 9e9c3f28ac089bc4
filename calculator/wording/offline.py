"""What copies of the guide without a network say of themselves."""

from datetime import date

from calculator.wording.days import day_in_words

READY = "没有网也能用了"
READY_HINT = "这本指南和计算程序都在这台设备上了。断了网，打开同一个网址照样看、照样算。"
PAGES_READY = "没有网也能看了"
PAGES_READY_HINT = "指南的每一页都在这台设备上了。算截止日的程序，打开一次计算页就会下载。"

NEW_VERSION = "这本指南有了新的一版。您填的内容先记下来，再换上。"
TAKE_NEW_VERSION = "换上新的"
LATER = "先不换"

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
