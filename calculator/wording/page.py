"""What the page and the command line say when there is no answer to show."""

REQUEST_MALFORMED = "页面和计算程序没有对上。请刷新这一页再试。"

PLACE_NOT_LISTED = "不在这个列表里的地方"
"""What a choice of a place is called that came with a link or a file, whose own words are not ours."""

FAULTS_TITLE = "有地方要改一下"
"""Above the list of what is wrong in a form."""

FAILURES = {
    "missing": "网络断了，计算程序没有收全。您填的内容还在。可以再试一次，也可以直接查对照表。",
    "damaged": "收到的计算程序和原样不一致，为免算错，没有使用。请再试一次，或者直接查对照表。",
    "broken": "计算程序在这台设备上没有跑起来，可能是浏览器太旧。请换一个浏览器再试，或者直接查对照表。",
    "silent": "等了很久，计算程序没有反应。您填的内容还在。可以再试一次，也可以直接查对照表。",
    "unsupported": "这个浏览器太旧，算不了。请直接查对照表，答案是一样的。",
}
"""What the visitor reads when Python does not come, by the code that the page's script gives."""

COMMAND_UNREADABLE = (
    "这条命令没有看懂。请这样写：python -m calculator deadline 2025-3-15 --rule 365-days"
    "（全部写法见 python -m calculator --help）"
)

COMMAND_SCHEME = "当地几种待遇的算法不一样，写明是哪一种更准，例如：--scheme 城乡居民"
