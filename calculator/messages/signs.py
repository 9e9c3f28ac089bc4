"""The table of signs: what a message may ask, threaten, promise or hide, by the words that show it.

A sign decides nothing alone; ``combinations`` says which of them together give which verdict. The sentences that a
citizen reads about each stand in ``calculator.wording.messages`` under the same id.

How it is shown is written as a row of steps. A step is the name of a group of ``vocabulary`` (``say``) or the words
themselves, apart by ``|``. Steps that follow each other directly stand side by side in the text; ``~`` between them
leaves room for a few characters of the same clause, ``…`` for some of the same sentence.

>>> SIGNS["code"].kind, SIGNS["code"].shown_by[0]
(<Kind.ASK: 'ask'>, 'say ~ code')
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

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
    Sign(
        "code",
        Kind.ASK,
        "F094",
        (
            "say ~ code",
            "二维码 ~ 给我看|给我扫|让我扫",
            "pay_qr ~ to_me",
            "pay_qr ~ 截图|截个图|截一张|给我|给他|念|发来|发过来",
            "code ~ 转发至|转发到|转发给|发至",
            "code_like ~ to_me",
            "code ~ to_me",
            "say ~ listed … code",
            "code ~ say_after",
            "code , say_after",
            "want ~ code",
            "code 是多少|多少",
            "code ~ 我来|我输|我自己|我填|让我看",
            "code … 发给我|发我|告诉我|报给我|念给我",
            "收|接 ~ code … 发我|发给我|告诉我|给我",
            "把 ~ 短信 ~ say_after",
            "短信|信息 … 告诉我|报给我|念给我 ~ 数字|号码|码|几个数",
            "短信|信息 … 数字|号码|那串|几位|验证 ~ say_after",
            "id_card ~ 和|、|及|跟|与 ~ code",
        ),
    ),
    Sign("code-typed", Kind.ASK, "F083", ("type_in ~ code", "type_in ~ listed … code")),
    Sign(
        "password",
        Kind.ASK,
        "F094",
        (
            "say ~ password",
            "password ~ 设的是|几位",
            "password ~ 投入|放入|装入|上交|交回|封好",
            "password ~ 写一下|写上|写下|写在纸|写在本|写在这|写在表|写到纸",
            "卡 和|跟|及|、 密码 ~ 写",
            "password ~ to_me",
            "say ~ listed … password",
            "password ~ say_after",
            "want ~ password",
            "password 是多少|多少",
            "password ~ 也要登记|登记一下|报上",
        ),
    ),
    Sign("password-typed", Kind.ASK, "F083", ("enter ~ password", "enter ~ listed … password")),
    Sign(
        "card",
        Kind.ASK,
        "F094",
        (
            "say ~ card",
            "折子|存折|银行卡|工资卡 , 号多少",
            "折子|存折|银行卡 ~ 号多少|号是多少",
            "bank_card … 念给我|报给我|念我听|拍给我",
            "bank_card ~ 收了|收走|收上来|带走|拿走|收一下|一起收",
            "bank_asked",
            "尾号 是多少|多少",
            "any_card … say_after",
            "any_card … to_me",
            "any_card ~ 说一下|说下|报",
            "卡 给我|交给我",
            "卡 ~ 写在|写到|写上|写下",
            "card_number ~ to_me",
            "card_number ~ say_after",
            "bank_card ~ to_me",
            "把 ~ 社保卡|医保卡 ~ 拍|照个|拍照 ~ 再|发|把|给我|到",
            "card ~ to_me",
            "say ~ listed … card",
            "say ~ listed … bank_card",
            "card ~ say_after",
            "bank_card ~ say_after",
            "bank_card 、|和|及|, … say_after",
            "say ~ bank_card",
            "拍 ~ bank_card",
            "want ~ card",
            "card ~ 多少|方便说|说一下",
            "card … 发我|发给我|发过来|报给我|告诉我|念给我",
            "card … 再报|报一遍|再说一遍|念一遍",
            "余额 ~ 截图|发我|告诉|给我|给他",
            "bank_card ~ 多少",
            "want ~ listed … bank_card",
            "want ~ listed … card",
            "存折|银行卡|卡 ~ 拿来|寄给我|寄到我|寄过来|寄给我们|邮给我|邮寄给我|快递给我",
            "listed … card ~ say_after",
        ),
    ),
    Sign(
        "card-typed",
        Kind.ASK,
        "F083",
        (
            "enter ~ card",
            "check ~ card",
            "enter ~ bank_card",
            "check ~ bank_card",
            "enter ~ listed … card|银行卡",
            "绑卡",
            "准备|备好 ~ bank_card",
            "开通|打开|授权|开启 ~ 免密|亲密付|代扣|支付分|支付授权|支付权限|零钱|花呗|借呗",
            "登录|进入|打开 ~ 网银",
            "told_me ~ 填 … card",
            "told_me ~ 填 … bank_card",
            "listed 、|,|和|及 card",
            "listed 、|,|和|及 bank_card",
            "card ~ 要填|都填|填上|填一下|绑定|填好",
            "bank_card ~ 要填|都填|填上|填一下|绑定|填好",
        ),
    ),
    Sign(
        "transfer",
        Kind.ASK,
        "F094",
        (
            "remit_order ~ remit",
            "emergency … 要|借|差|缺|垫 figure",
            "remit_then",
            "funds ~ move_to",
            "safe_account",
            "转我|打我|汇我|转给我|汇给我|打给我 ~ amount",
            "转|打|汇 amount ~ 过来|给我|到",
            "取出来|取出|取现 ~ 转|给|交|存|汇",
            "转给他们|打给他们|转到他们|汇给他们|转给他|打给他",
            "先转|先打|先汇|转我|打我|借我 ~ figure",
            "send figure",
            "把|给 ~ 账号|账户|卡号 ~ 发您|发你|发给您|发给你|念给您|念给你",
            "取出来|取现|取出 … 放到|存到|转到|交给|转给|打到|放进",
            "往|朝 ~ 卡|账户|账号|户头 ~ 打|转|汇|存 ~ figure",
            "往|朝 ~ 卡|账户|账号|户头 ~ 打|转|汇|存 ~ amount",
            "养老金|退休金|工资|积蓄|存款 ~ 转我|转给我|打给我|汇给我|存到我|存我|交给我|转到我|打到我|放我|存在我|存到咱",
            "打 figure ~ 到|给我|过来",
            "send_to ~ 这个卡|这张卡|这个账|给的卡上|那张卡上|他卡上|她卡上|我卡|我的卡|下面账|以下账|下列账|对方账|他的卡|他卡|私人账|个人账户",
            "amount … 转给我|打给我|汇给我|转过来|打过来|汇过来",
            "prepay ~ amount",
            "激活|解冻|提现|领取|接收 ~ 存入|充入|存进|预存 amount",
            "激活|解冻|提现|领取|接收 ~ 存入|充入|存进|预存 figure",
            "存|充 ~ amount ~ 进去|激活|开通|锁定",
            "现金|黄金|金条 ~ 交给|装进|放到|放在门|拿给|给上门|寄|快递|邮",
            "寄|邮寄|快递|买 ~ 现金|黄金|金条 ~ 寄|交给|给我|给他|到|来",
            "转|打|汇 ~ 私人|我的账户|我账户|我卡上|我的卡|专员账户|老师账户",
        ),
    ),
    Sign(
        "pay",
        Kind.ASK,
        "F094",
        (
            "hand_over ~ fee",
            "fee ~ amount",
            "fee ~ 交|付|缴|转",
            "代办|代做|办好|帮|收费|认证 … each",
            "代办|代认证|代刷|代做 amount",
            "each … 代办|认证|红包|办",
            "交|付|给 ~ amount ~ 就|帮|替|包",
            "amount ~ 给我|给他|交给",
            "罚 figure",
            "罚 amount",
            "交了|付了 ~ 就给您|就给你|就帮您|就帮你|就能给",
            "把 ~ 差价|差额|欠费|欠款 ~ 补|交|付",
            "先打|先交|先转|先付 ~ 第一年|一年|半年|头一|首年",
            "told_me ~ 转过去|打过去|汇过去|转给他|打给他",
            "told_me … 转过去|打过去|汇过去",
            "told_me ~ 交|付|缴|充 ~ amount",
            "转|打|汇|押 ~ fee",
            "押|垫 figure",
            "先给|先付|先交|先拿 ~ figure",
            "prepare ~ figure",
            "prepare ~ amount",
            "只要出|只需出|您出|掏 ~ fee",
            "充|存 ~ figure ~ 送|返",
            "办下来|办成|成了|事成 ~ 收|付|给 ~ figure",
            "办下来|办成|成了|事成 ~ 收|付|给 ~ amount",
            "收 figure",
            "只收|收您|收你|服务费 amount",
            "pay_code",
            "charge",
            "一次性|总共|一共 ~ 交|缴|付 figure",
            "发|给 ~ 红包",
            "先付|先交|首付|预付|先给 ~ 成|一半|部分",
            "fee percent",
            "交|缴|缴纳|付 percent",
            "amount ~ 帮|替|给|包 ~ 办",
            "先|预 付|交 ~ amount|钱|款|定金|一半",
            "先|得先|需先 ~ put_down ~ figure",
            "先|得先|需先 ~ put_down ~ amount",
            "充值|充 ~ amount ~ 提现|解锁|信用|提升",
            "前期|立项|首期 ~ 付|交|缴|转 ~ amount",
            "收|抽|提 percent",
            "told_me … remit",
        ),
    ),
    Sign("screen", Kind.ASK, "F093", ("screen", "put_on ~ meeting", "meeting ~ 下载|装上|共享|打开|进去")),
    Sign(
        "cash-machine",
        Kind.ASK,
        "S017",
        (
            "到|去|在|找|带卡 ~ machine ~ machine_do",
            "machine … 插进去|插卡|告诉你按|告诉您按|按哪个|按我|听我|听他|操作|照我|怎么按|按提示|教您|教你|回电话",
            "银行卡|存折|卡 ~ 去|到 ~ machine",
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
            "keep_quiet",
        ),
    ),
    # What a scam asks, and sometimes an honest message too
    Sign("install", Kind.ASK, "S010", ("download ~ app_noun", "下软件|装软件|下app|装app", "download “")),
    Sign("app-file", Kind.ASK, "S010", ("apk",)),
    Sign(
        "contact",
        Kind.ASK,
        "S058",
        ("add ~ chat_person", "给您|给你 ~ chat", "join", "contact_verb ~ chat", "扫 ~ 群", "chat_id"),
    ),
    Sign(
        "call",
        Kind.ASK,
        "S013",
        (
            "call_back",
            "打|拨|联系|找 ~ 手机号|手机号码|这个号|那个号|号码",
            "联系 ~ 专员|科长|主任|警官|经办人|经理|老师|办案",
        ),
    ),
    Sign("press", Kind.ASK, "S009", ("key", "manual")),
    Sign(
        "handover",
        Kind.ASK,
        "S009",
        (
            "transfer_call … police",
            "police … 接过去|转过去|帮您转|替您转|给您转",
            "police ~ police_then",
            "call_over",
            "obey",
        ),
    ),
    Sign("video", Kind.ASK, "S023", ("video ~ record", "record_flat")),
    Sign("reply", Kind.ASK, "S058", ("reply",)),
    Sign("scan", Kind.ASK, "F085", ("scan", "扫 ~ 码")),
    Sign(
        "open-link",
        Kind.ASK,
        "F083",
        ("open ~ link", "发您|发你|给您发|给你发 ~ link", "link ~ link_then", "link_flat", "masked_link"),
    ),
    Sign(
        "id-number",
        Kind.ASK,
        "S049",
        (
            "say ~ id_number",
            "id_card ~ 念|报|说 ~ 号",
            "id_number ~ to_me",
            "enter ~ id_number",
            "id_number … say_after",
            "want ~ id_number",
            "要我的身份证|要我身份证|要您的身份证|要你的身份证|要她的身份证|要他的身份证",
            "姓名 、|,|和 身份证 … say_after",
        ),
    ),
    Sign(
        "id-photo",
        Kind.ASK,
        "S049",
        (
            "id_card ~ photo",
            "id_card ~ 给我 ~ photo",
            "拍|照 ~ id_card",
            "hold",
            "id_card ~ 给我|交给我|借我|拿给我|递给我",
            "id_card … 我拍|拍个照|照一下|拍照发|拍给|发我|发给我|拍照片",
        ),
    ),
    Sign("phone", Kind.ASK, "S015", ("phone_over",)),
    Sign("face", Kind.ASK, "F092", ("face",)),
    Sign("e-sign", Kind.ASK, "F092", ("e_sign",)),
    Sign("forward", Kind.ASK, "S014", ("forward", "邀请 ~ 注册|好友|亲友|拉人")),
    Sign("agent", Kind.ASK, "F089", ("agent",)),
    # What frightens and hurries
    Sign(
        "account-threat",
        Kind.THREAT,
        "F083",
        (
            "account ~ stopped",
            "stop_object ~ account",
            "stop_flat",
            "not_done ~ new_card",
            "account ~ 存在|出现|有 ~ 风险|隐患|被骗",
            "app|客户端 ~ 锁定|被锁|冻结|停用",
        ),
    ),
    Sign("old-card", Kind.THREAT, "F084", ("old_card ~ old_stops",)),
    Sign("pension-threat", Kind.THREAT, "F085", ("pension_stop", "pension ~ pension_ends")),
    Sign("loss-threat", Kind.THREAT, "S007", ("loss", "affect ~ affected", "blame")),
    Sign(
        "accusation",
        Kind.THREAT,
        "S009",
        ("self … crime", "crime_flat", "far_away ~ used", "account ~ spent … key", "account ~ spent … manual"),
    ),
    Sign("hurry", Kind.THREAT, "S007", ("hurry", "hours", "by_hour")),
    # What lures
    Sign(
        "bait",
        Kind.BAIT,
        "S001",
        (
            "money … waiting",
            "获得|获批|分到 … money",
            "多缴|多扣|多交|重复缴|重复扣 … 退",
            "waiting ~ money",
            "one_of ~ money",
            "lure_flat",
            "may_have amount",
            "gain ~ amount",
            "gain ~ figure",
            "医保卡|社保卡|个人账户|医保 ~ 套现|提现|取现|换现|变现",
        ),
    ),
    Sign("never-issued", Kind.BAIT, "F090", ("fake_name", "高温补贴|高温津贴 … 扫码|申领")),
    Sign(
        "offer",
        Kind.BAIT,
        "F090",
        ("subsidy ~ figure", "subsidy ~ amount", "subsidy … apply", "apply ~ subsidy", "给 … 发|领 money"),
    ),
    Sign("recovery", Kind.BAIT, "F099", ("recovery",)),
    Sign("invest", Kind.BAIT, "S025", ("invest",)),
    Sign(
        "sure-gain",
        Kind.BAIT,
        "S025",
        (
            "sure_gain",
            "high_percent ~ 利息|收益|回报|返利|分红",
            "利息|年化|收益|回报|返利 ~ high_percent",
            "投|存|入 ~ figure … 分红|返利|返现|利息|赚|收益",
        ),
    ),
    Sign("gift", Kind.BAIT, "S015", ("送|领|换 ~ gift",)),
    Sign("fake-app", Kind.BAIT, "F091", ("fake_app",)),
    Sign("insider", Kind.BAIT, "S016", ("insider", "kinsman ~ office ~ 管|科长|上班|工作|领导|局长|主任|的人")),
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
    Sign("own-way", Kind.CALM, "S044", ("go ~ own_way", "own_way own_then", "own_flat")),
    Sign("result", Kind.CALM, "F129", ("already ~ done", "done_flat")),
    Sign("warning", Kind.CALM, "S053", ("warned",)),
    # How it speaks, and of what
    Sign("otp", Kind.MANNER, "", ("code_sent",)),
    Sign("told", Kind.MANNER, ""),
    Sign("claims-office", Kind.MANNER, "", ("i_am ~ office",)),
    Sign("says-official", Kind.MANNER, "", ("says_official",)),
    Sign("request", Kind.MANNER, "", ("you_do ~ deed",)),
    Sign("theme", Kind.MANNER, "", ("theme",)),
    Sign("family-talk", Kind.MANNER, "", ("family_call",)),
    Sign("acquaintance", Kind.MANNER, "", ("heard",)),
    Sign("talk", Kind.MANNER, "", ("talk_call", "talk_flat", "talk_end", "me")),
    Sign("notice", Kind.MANNER, "", ("signature", "notice", "month_day")),
)

SIGNS: Mapping[str, Sign] = MappingProxyType({one.id: one for one in _TABLE})
"""Every sign by its id, in the order of the table."""
