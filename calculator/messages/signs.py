"""The table of signs: what a message may ask, threaten, promise or hide, by the words that show it.

A sign decides nothing alone; ``combinations`` says which of them together give which verdict. The sentences that a
citizen reads about each stand in ``calculator.wording.messages`` under the same id.

How it is shown is written as a row of steps. A step is the name of a group of ``vocabulary`` (``say``) or the words
themselves, apart by ``|``. Steps that follow each other directly stand side by side in the text; ``~`` between them
leaves room for a few characters of the same clause, ``…`` for some of the same sentence. Where a sign is shown in very
many ways, the rows stand beside their words: ``words.keys``, ``words.money``.

>>> SIGNS["code"].kind, SIGNS["code"].shown_by[0]
(<Kind.ASK: 'ask'>, 'say ~ code')
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from calculator.messages.words import classes, keys, money

__all__ = ["SIGNS", "Kind", "Sign"]


class Kind(StrEnum):
    """What sort of sign it is, in the order in which signs are shown."""

    ASK = "ask"
    """It wants something done that a scam wants."""
    ADDRESS = "address"
    """It holds an address of the web that is no authority's."""
    THREAT = "threat"
    """It frightens or hurries."""
    BAIT = "bait"
    """It promises money or a favour."""
    DISGUISE = "disguise"
    """It hides its words, or whom it is from."""
    CALM = "calm"
    """Genuine messages have it. Scams copy it, so it proves nothing."""
    MANNER = "manner"
    """How it speaks, and of what: tells a notice from a chat, and is shown to nobody."""


@dataclass(frozen=True, slots=True)
class Sign:
    """One row of the table.

    ``shown_by`` are the ways in which it is shown, any of which is enough; there are none where something else than
    words shows it (``addresses``, ``numbers``, ``plain``). ``fact`` is the id of the fact of ``calculator.sources``
    that it rests on, empty where it only tells manners.
    """

    id: str
    kind: Kind
    fact: str
    shown_by: tuple[str, ...] = ()


_TABLE = (
    # What no authority asks for
    Sign("code", Kind.ASK, "F094", keys.ROWS["code"]),
    Sign("code-typed", Kind.ASK, "F083", ("type_in ~ code", "type_in ~ listed … code")),
    Sign("password", Kind.ASK, "F094", keys.ROWS["password"]),
    Sign(
        "password-typed",
        Kind.ASK,
        "F083",
        (
            "enter ~ password",
            "enter ~ listed … password",
            "password ~ 改成我|改成他|改为我|设成我|设为我|换成我|改成统一|统一改成|改成六个|改成一样|改成我们|设成统一",
            "password … 键盘 ~ 输|按",
            "password ~ 按一下|按一遍|输一下|输一遍|敲一下|输上",
            "password ~ 按到|按在|输到|输在|敲到 ~ 这|键盘|机器|里",
            "键盘 ~ 输|按 … password",
            "键盘 ~ 输|按 ~ 六位|四位|6位|4位|几位",
            "password ~ 您自己按|自个儿按|自己输六位|自己按",
            "card password",
            "card 和|及|跟|与|加|连同|连着|带 password",
        ),
    ),
    Sign("card", Kind.ASK, "F094", keys.ROWS["card"]),
    Sign("card-typed", Kind.ASK, "F083", keys.ROWS["card-typed"]),
    Sign("keys", Kind.ASK, "F094", classes.ROWS["keys"]),
    Sign("transfer", Kind.ASK, "F094", money.ROWS["transfer"]),
    Sign("pay", Kind.ASK, "F094", money.ROWS["pay"]),
    Sign("sum", Kind.ASK, "F094", classes.ROWS["sum"]),
    Sign(
        "screen", Kind.ASK, "F093", ("screen", "second_phone", "put_on ~ meeting", "meeting ~ 下载|装上|共享|打开|进去")
    ),
    Sign(
        "cash-machine",
        Kind.ASK,
        "S017",
        (
            "到|去|在|找|带卡 ~ machine ~ machine_do",
            "machine … 插进去|插卡|告诉你按|告诉您按|按哪个|按我|听我|听他|操作|照我|怎么按|按提示|教您|教你|回电话",
            "银行卡|存折|卡 ~ 去|到 ~ machine",
            "到|去|在|找|上 ~ machine … 打过来|打给|教恁|教你|教您|给俺打|给我打|咋按|电话里",
            "自助机|自助终端|自助柜 … 转账|我告诉|一步步|按我|听我|输这|报给我|教您|教你|电话里|怎么按|怎么收|怎么弄",
        ),
    ),
    Sign(
        "secrecy",
        Kind.ASK,
        "F086",
        (
            "do_not ~ tell ~ family",
            "tell ~ family ~ not_say",
            "do_not ~ 让|叫 ~ family ~ 知道|晓得|发现",
            "do_not ~ tell ~ anybody",
            "told_me ~ do_not|别|不 ~ 告诉|跟|对|和|让 ~ 你|您|家|孩子|儿子|女儿",
            "secret_flat",
            "do_not ~ 上|去|到|找|往 ~ office ~ 问|打听|核实",
            "do_not ~ 上所里|去所里|到所里|上局里|去局里|到局里|上单位|找单位 ~ 问|打听|核实",
            "keep_quiet",
        ),
    ),
    # What a scam asks, and sometimes an honest message too
    Sign(
        "install",
        Kind.ASK,
        "S010",
        (
            "download ~ app_noun",
            "下软件|装软件|下app|装app",
            ",您把|,你把|。您把|:您把 ~ 装上|装好|下好|下载下来|下下来",
            "download “",
            "装|下载|安装|下 我发的|我们发的|我给的|群里发的",
            "app_noun ~ 给您装|给你装|装上|帮您装|您装上|装好",
        ),
    ),
    Sign("app-file", Kind.ASK, "S010", ("apk",)),
    Sign(
        "contact",
        Kind.ASK,
        "S058",
        (
            "add ~ chat_person",
            "推|发 ~ 名片",
            "meeting ~ 讲|听课|直播|见图|会议号",
            "下个|下一个|装个|装上|安装 ~ chat",
            "进|加入|进入 ~ 我们|老师|专家 ~ 会议|直播间|群",
            "给您|给你 ~ chat",
            "join",
            "contact_verb ~ chat",
            "扫 ~ 群",
            "chat_id",
            "wechat_name",
            "微信同号|电话微信同|手机微信同",
            "into_a_group",
            "评论区|弹幕|公屏|留言区 … 扣|打|留|发|回|写|领|报",
            "扣1|扣一|扣数字 … 领|老师|客服|发|进|带|安排",
        ),
    ),
    Sign(
        "call",
        Kind.ASK,
        "S013",
        (
            "call_back",
            "与|和|跟 ~ 专员|客服|经办|工作人员 ~ 联系",
            "打|拨|联系|找 ~ 手机号|手机号码|这个号|那个号|号码",
            "联系 ~ 律师|原告|法官|经办|专员|科长|主任|警官|经办人|经理|老师|办案",
        ),
    ),
    Sign("press", Kind.ASK, "S009", ("key", "manual", "按键|按任意键|按井号键|按星号键")),
    Sign(
        "handover",
        Kind.ASK,
        "S009",
        (
            "联系 ~ 警官|检察官|专案组",
            "transfer_call … police",
            "police … 接过去|转过去|帮您转|替您转|给您转",
            "police ~ police_then",
            "警官|民警|警察|公安|检察官|法官 ~ 说",
            "put_through ~ 那边",
            "put_through ~ 科长|主任|警官|队长|专员|专门|专案|专人|稽核|法务",
            "给您接|给你接|帮您接|帮你接|替您接 ~ 上海|北京|武汉|深圳|广州|专线|总部|总队",
            "call_over",
            "obey",
        ),
    ),
    Sign("video", Kind.ASK, "S023", ("video ~ record", "record_flat", "警官|民警|办案|专案 ~ 视频")),
    Sign(
        "guided",
        Kind.ASK,
        "S010",
        (
            "follow ~ me ~ guidance",
            "i_guide ~ handle",
            "told_me ~ 打开|点|操作|下载|登录|进 ~ 支付宝|手机银行|这点|网银|微信|软件|会议",
            "guide_flat",
            "step_by_step",
            "watched",
            "forwarded_calls",
            "限额|额度 … 调高|提高|调大|调上去",
            "配合 ~ me ~ 工作|操作|调查|核实|核查|办理|完成",
        ),
    ),
    Sign("reply", Kind.ASK, "S058", ("reply", "回传|发回|回复|发至|发到|寄回 ~ 邮箱|邮件|本邮件")),
    Sign("scan", Kind.ASK, "F085", ("scan", "扫 ~ 码", "scan_it")),
    Sign(
        "open-link",
        Kind.ASK,
        "F083",
        (
            "open ~ link",
            "复制 ~ 口令|链接|网址",
            "发您|发你|给您发|给你发 ~ link",
            "link ~ link_then",
            "link_flat",
            "masked_link",
        ),
    ),
    Sign("id-number", Kind.ASK, "S049", keys.ROWS["id-number"]),
    Sign("id-photo", Kind.ASK, "S049", keys.ROWS["id-photo"]),
    Sign("phone", Kind.ASK, "S015", ("phone_over", "phone_given", "给您寄|给你寄|给您配|给你配|换上 ~ 手机|专用机")),
    Sign("face", Kind.ASK, "F092", ("face", "face_to")),
    Sign("e-sign", Kind.ASK, "F092", ("e_sign",)),
    Sign("forward", Kind.ASK, "S014", ("forward", "邀请 ~ 注册|好友|亲友|拉人")),
    Sign(
        "agent",
        Kind.ASK,
        "F089",
        (
            "agent",
            "代过|代做|代刷|代审|代认 ~ 认证|年审",
            "工龄|插队|当兵|知青|下乡|军龄|年限 ~ 给您|给你|帮您|帮你|替您 ~ 认进|算进|补进|加进|写进|做进|弄进|录进",
        ),
    ),
    Sign("channel", Kind.ASK, "S058", ("channel",)),
    Sign("must", Kind.ASK, "S058", ("must_you",)),
    # What frightens and hurries
    Sign(
        "account-threat",
        Kind.THREAT,
        "F083",
        (
            "account ~ stopped",
            "stop_object ~ account",
            "卡 ~ 被冻|被停|被锁|被封|被限|被扣",
            "停|冻|封|锁 ~ 所有|全部|名下 ~ account",
            "stop_flat",
            "not_done ~ new_card",
            "account ~ 存在|出现|有 ~ 风险|隐患|被骗",
            "app|客户端 ~ 锁定|被锁|冻结|停用",
        ),
    ),
    Sign("old-card", Kind.THREAT, "F084", ("old_card ~ old_stops",)),
    Sign("pension-threat", Kind.THREAT, "F085", ("pension_stop", "pension ~ pension_ends")),
    Sign(
        "loss-threat",
        Kind.THREAT,
        "S007",
        ("loss", "affect ~ affected", "blame", "or_else", "药费|医药费|住院费|看病 ~ 自理|自费|自己掏|自己出"),
    ),
    Sign(
        "accusation",
        Kind.THREAT,
        "S009",
        (
            "self … crime",
            "crime_flat",
            "coerced",
            "列入|列为 ~ 核查|稽核|失信|异常|可疑|风险|黑名单|嫌疑|重点",
            "funds ~ 不安全|有危险|保不住|被转走|被人转",
            "账户|卡里|卡上 ~ 不安全|有危险|保不住|被转走|被人转",
            "far_away ~ used",
            "elsewhere … not_you",
            "not_you … elsewhere",
            "account ~ spent … key",
            "account ~ spent … manual",
            "拿去|拿着|冒 ~ 贷款|借款|办卡|开户",
            "account ~ 贷款|借款|欠款 ~ 没还|逾期|未还",
            "account ~ 贷款|借款|欠款 ~ figure",
            "身份证 ~ 贷款|借款|欠款",
        ),
    ),
    Sign("hurry", Kind.THREAT, "S007", ("hurry", "hours", "by_hour")),
    Sign("otherwise", Kind.THREAT, "S007", ("otherwise",)),
    # What lures
    Sign(
        "bait",
        Kind.BAIT,
        "S001",
        (
            "money … waiting",
            "amount ~ 额度 ~ 未用|未使用|没用|待使用|可抵|可兑",
            "获得|获批|分到 … money",
            "多缴|多扣|多交|重复缴|重复扣 … 退",
            "waiting ~ money",
            "给 … 发 ~ amount ~ money",
            "有 figure ~ money",
            "有 amount ~ money",
            "医保卡|医保余额|社保卡 ~ 换|回收|收购 ~ 购物卡|现金|折",
            "把 ~ money ~ 领了|领出来|领走|领回来",
            "one_of ~ money",
            "一笔 … 没领|未领|没取|没提|等您|待领|未提",
            "奖金|奖励|奖 ~ figure",
            "奖金|奖励|奖 ~ amount",
            "补发|补给|补上 ~ money",
            "lure_flat",
            "may_have amount",
            "gain ~ amount",
            "gain ~ figure",
            "医保卡|个人账户|医保 ~ 套现|提现|取现|换现|变现",
            "社保卡 ~ 套现|提现|换现|变现",
        ),
    ),
    Sign("never-issued", Kind.BAIT, "F090", ("fake_name", "高温补贴|高温津贴 … 扫码|申领")),
    Sign(
        "offer",
        Kind.BAIT,
        "F090",
        ("subsidy ~ figure", "subsidy ~ amount", "subsidy … apply", "apply ~ subsidy", "给 … 发|领 money"),
    ),
    Sign("promised", Kind.BAIT, "S001", ("promised",)),
    Sign("recovery", Kind.BAIT, "F099", ("recovery", "gets_back", "被骗|受骗|上当 … 退款|返还|退还|退回|解冻")),
    Sign("invest", Kind.BAIT, "S025", ("invest",)),
    Sign(
        "sure-gain",
        Kind.BAIT,
        "S025",
        (
            "sure_gain",
            "figure 变|变成 figure",
            "times",
            "存 figure ~ 不动|不取",
            "年息|利息|年化|收益|返利 ~ points",
            "pays_daily",
            "每年|一年|一月|每月|年|月 ~ 成利|成的利|分利|个点|成息",
            "pays_back ~ figure",
            "pays_back ~ amount",
            "交|存|投|买 ~ figure … pays_back",
            "pay_each … 返还|返",
            "high_percent ~ 年息|月息|利息|收益|回报|返利|分红",
            "年息|月息|年利|利率|利息|年化|收益|回报|返利 ~ high_percent",
            "投|存|入 ~ figure … 分红|返利|返现|利息|赚|收益",
        ),
    ),
    Sign(
        "gift",
        Kind.BAIT,
        "S015",
        ("送|领|换|还有|发|赠 ~ gift", "gift ~ 送|白领|免费", "paid_face", "免费旅游|免费一日游|专车接送"),
    ),
    Sign("fake-app", Kind.BAIT, "F091", ("fake_app",)),
    Sign(
        "insider",
        Kind.BAIT,
        "S016",
        (
            "insider",
            "kinsman ~ 在|是 ~ office … 能补|能办|能给|能把|能改|能帮|帮您|帮你|给您|给你",
            "kinsman ~ office ~ 管|科长|上班|工作|领导|局长|主任|的人",
            "kinsman ~ 在 ~ 管 ~ theme",
            "认识 ~ office ~ 的人|里的|里面|领导|主任|科长",
        ),
    ),
    Sign(
        "emergency",
        Kind.BAIT,
        "S027",
        (
            "emergency",
            "phone_lost",
        ),
    ),
    # What hides
    Sign("fake-warning", Kind.DISGUISE, "S024", ("疑似|正在|遭遇|可能|存在|面临 ~ 诈骗|被骗|受骗",)),
    Sign("foreign-sender", Kind.DISGUISE, "S039"),
    Sign("disguised", Kind.DISGUISE, "S056"),
    Sign("look-alike-address", Kind.ADDRESS, "S032"),
    Sign("hidden-address", Kind.ADDRESS, "S033"),
    Sign("number-address", Kind.ADDRESS, "S033"),
    Sign("short-address", Kind.ADDRESS, "S033"),
    Sign("odd-address", Kind.ADDRESS, "S033"),
    Sign("other-address", Kind.ADDRESS, "S028"),
    # What genuine messages have, and scams copy
    Sign("official-address", Kind.CALM, "F095"),
    Sign(
        "own-way",
        Kind.CALM,
        "S044",
        (
            "go ~ own_way",
            "own_way own_then",
            "own_flat",
            "带|带上|带着|携带|带好 ~ 过来|来一趟|再来|来一下|来取|来拿|来领|来办",
        ),
    ),
    Sign("result", Kind.CALM, "F129", ("already ~ done", "done_flat", "no_need", "ledger")),
    Sign("warning", Kind.CALM, "S053", ("warned",)),
    # How it speaks, and of what
    Sign("otp", Kind.MANNER, "", ("code_sent",)),
    Sign("told", Kind.MANNER, ""),
    Sign("claims-office", Kind.MANNER, "", ("i_am ~ office",)),
    Sign("claims-authority", Kind.MANNER, "", ("caller_is ~ authority", "authority_speaks", "names_himself")),
    Sign("acts-there", Kind.MANNER, ""),
    Sign("pretext", Kind.MANNER, "", ("pretext",)),
    Sign("soon", Kind.MANNER, "", ("soon",)),
    Sign("wonders", Kind.MANNER, "", ("is_it_so",)),
    Sign("says-official", Kind.MANNER, "", ("says_official",)),
    Sign("request", Kind.MANNER, "", ("you_do ~ deed",)),
    Sign("theme", Kind.MANNER, "", ("theme",)),
    Sign("money-talk", Kind.MANNER, "", ("我|我们|俺 … riches", "riches … 我|我们|俺|人家|他")),
    Sign("addressed", Kind.MANNER, "", ("addressed", "signature")),
    Sign("family-talk", Kind.MANNER, "", ("family_call", "咱爸|咱妈|,爸的|,妈的")),
    Sign("acquaintance", Kind.MANNER, "", ("heard",)),
    Sign("talk", Kind.MANNER, "", ("talk_call", "talk_flat", "talk_end", "me")),
    Sign("notice", Kind.MANNER, "", ("signature", "notice", "month_day")),
)

SIGNS: Mapping[str, Sign] = MappingProxyType({one.id: one for one in _TABLE})
"""Every sign by its id, in the order of the table."""
