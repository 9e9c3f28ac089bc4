"""What the page and the command line say when there is no answer to show."""

REQUEST_MALFORMED = "页面和计算程序没有对上。请刷新这一页再试。"

PLACE_NOT_LISTED = "不在这个列表里的地方"
"""What a choice of a place is called that came with a link or a file, whose own words are not ours."""

FAULTS_TITLE = "有地方要改一下"
"""Above the list of what is wrong in a form."""

LINK_CHANGED = "这个链接转发时变了样，有一段没有看懂。看懂的已经填在下面，请您核对一遍。"
"""Where an address that somebody was sent says something that is none of the calculator's fields."""

FAILURES = {
    "missing": "网络断了，计算程序没有收全。您填的内容还在。可以再试一次，也可以直接查对照表。",
    "damaged": "收到的计算程序和原样不一致，为免算错，没有使用。请再试一次，或者直接查对照表。",
    "broken": "计算程序在这台设备上没有跑起来。请换一个浏览器再试，或者直接查对照表。",
    "silent": "等了很久，计算程序没有反应。您填的内容还在。可以再试一次，也可以直接查对照表。",
    "refused": "这台设备的浏览器不让计算程序运行，比如开了锁定模式。请直接查对照表，一年一次的，照“最稳妥”那一栏办；也可以换一个浏览器再试。",
    "unsupported": "这个浏览器太旧，算不了。请直接查对照表，一年一次的，照“最稳妥”那一栏办。",
}
"""What the visitor reads when Python does not come, by the code that the page's script gives."""

COMING_FOLDED = "计算程序正在下载，下载好就有答案，请等一等。"
"""While a page that was opened by a link waits for its answer."""

COMING_ANSWERED = {
    "last": "日子已经在上面了。推算过程、日历和打印还在下载。",
    "first": "先照上面的做就行。怎么做的步骤、各地几种说法的对照还在下载。",
    "forgotten": "先照上面的做就行。这些话的出处还在下载。",
    "family": "日子已经在上面了。打印、日历和存成文件还在下载。",
}
"""While an answer stands there that Python has not completed yet: what is still to come, for each way into the calculator and
for a family."""

COMING_TABLE_OVER = "这一页做好已经两年多了，不能马上给出日子，等计算程序下载好再算。"
"""While Python is on its way, where today lies beyond the table of the answer before Python, or the device's date is wrong."""

ANSWERED_ALONE = {
    "last": "这台手机上看不到推算过程，也不能加到日历、打印小条。上面的日子不受影响，照着办就行。",
    "first": "这台手机上看不到怎么做的步骤、各地几种说法的对照。上面的不受影响，照着办就行。",
    "forgotten": "这台手机上看不到这些话的出处。上面的不受影响，照着办就行。",
    "family": "这台手机上不能打印成一张、放进日历、存成文件，也记不下来。上面的日子不受影响，照着办就行。",
}
"""Below such an answer, where Python does not come: what there is not, as above."""

COMMAND_UNREADABLE = (
    "这条命令没有看懂。请这样写：python -m calculator deadline 2025-3-15 --rule 365-days"
    "（全部写法见 python -m calculator --help）"
)

COMMAND_SCHEME = "领的是哪一种，日子可能不一样，写明更准，例如：--scheme 城乡居民"
