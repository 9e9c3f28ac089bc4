"""The words about a message that somebody has received: what it looks like, which signs it has, and what to do.

None of them says that a message is genuine. Each verdict ends with ``ADVICE``, which is right whatever the message is.
"""

from collections.abc import Sequence

from calculator.wording.plain_text import shortened

ADVICE = "不点、不扫、不转、不告诉验证码；自己打开官方App，或者打12333问。"
"""The one thing that is always right."""

VERDICTS = {
    "scam": "有骗局的样子",
    "unsure": "拿不准，当假的办",
    "official-like": "像官方通知，仍从官方App里核对",
    "harmless": "没看出要您做什么",
}

VERDICT_SIGNS = {"scam": "✕", "unsure": "？", "official-like": "○", "harmless": "○"}
"""A mark for each verdict, beside its words and its colour."""

NOT_PROOF = {
    "scam": "看的是字面，不认得发的人。",
    "unsure": "分不出来的，就当假的办。",
    "official-like": "没看到骗局的记号，不等于是真的。",
    "harmless": "没看到骗局的记号，不等于没事。",
}
"""How far each verdict reaches."""

BECAUSE = {
    "emergency": "急着要钱，又换了号、不让打电话，冒充亲友的骗子就这样说。",
    "family-asks": "像家里人说话，可是要码、要卡号、要钱。账号会被人盗用，打他原来的号码，亲口问一声。",
    "takes-over": "它要看您的屏幕，替您操作手机，或者叫您去取款机。真的社保局不这样办事。",
    "leads-by-the-hand": "它要您照着它说的，一步一步操作。真的办事，是您自己打开官方App，或者去窗口。",
    "false-caller": "它说自己是哪个单位的，又叫您加微信、点链接、下软件，或者又吓又催。真的单位不这样打电话。",
    "asks-much": "它说着社保、医保的事，却要您装软件、加微信、交出手机、瞒着别人，或者说稳赚。真的单位不要这些。",
    "code-and-office": "它说着社保、医保的事，叫您扫一个码，没有说可以自己去哪里办。",
    "money-waits": "它说有一笔钱等您，没有说去哪个窗口、在哪个官方App里看。补贴骗局就是这样开头的。",
    "asks-keys": "它要验证码、密码或者银行卡号。真的社保局不要这些。",
    "asks-money": "它要您交钱、转钱。认证不收钱，也不会只凭电话、短信叫人转账。",
    "secret": "它叫您瞒着别人，又要您做事。骗子怕的就是有人在旁边提醒。",
    "accused": "它先说您涉案、被冒用，再叫您联系谁、点什么。这是冒充公检法的套路。",
    "false-police": "它把您转给“公安”，或者叫您做笔录。公安不会这样在电话里办案。",
    "false-warning": "它说您被骗了，又留下电话或链接。真的预警短信不带这些。",
    "false-address": "它的网址不是官方的，却说着官方的事。",
    "threat-and-link": "它说要停、要作废，或者有钱领，再给一个链接。这样的搭配，报道过的骗局里最多。",
    "money-and-scan": "它说有钱领，叫您扫码。补贴骗局就是这样。",
    "threat-and-scan": "它说要停，催得急，叫您扫码。",
    "money-and-ask": "它说有钱等您领，要您联系它、回它，或者交出身份信息。",
    "threat-and-call": "它说卡、账户或者养老金要停，再叫您打电话、加微信、按键。",
    "threat-and-hurry": "它说要停，还限着时间，没有说可以自己去哪里办。",
    "threat-alone": "它说卡或账户要停，没有说可以自己去哪里办。真的要办什么，官方App里看得到。",
    "old-card": "它说不办新版，旧版就停。骗子说过一样的话。",
    "bad-app": "它叫您装软件，软件不是从应用商店里来的，或者装之前先吓您、哄您。",
    "paid-agent": "它说能代办，又要钱，或者说里面有人。",
    "recovery": "它说能追回被骗的钱，要您联系它，或者交钱、交信息。",
    "takes-phone": "它要您的手机、身份证或者刷脸，说是帮您办。",
    "investment": "它拉您投钱，说得稳赚。",
    "foreign": "号码像是境外的，说的却是社保、医保的事。",
    "disguised": "字故意写得怪，说着社保、医保的事，或者要您做事。",
    "only-link": "它带着链接。带链接的短信有真有假，看文字分不出来。",
    "only-scan": "它带着二维码。二维码有真有假，看文字分不出来。",
    "only-call": "它只叫您打一个电话、加一个号、按一个键，或者回一个数字。这样的有真有假，看文字分不出来。",
    "only-identity": "它要身份证号、身份证照片，或者要您签字。办事有时真要，骗子也要，看文字分不出来。",
    "only-forward": "它叫您转发一条吓人的消息。没有全国统一的认证月份，看自己的日子就行。",
    "only-agent": "它说能替人办社保的事。办得成办不成、要不要钱，它没有说。",
    "only-ask": "它要您做的事，骗子也常要。光凭这些字，分不出真假。",
    "only-caller": "它说着社保、医保的事，又要您做事。是不是真的，从话里分不出来。",
    "only-told": "它在说别人怎么骗人，也可能是您自己碰上的事。",
    "only-bait": "它说有钱领，没有说怎么领。接下来它要是叫您点、扫、报，就是骗局。",
    "only-threat": "它只吓了您一下，没有说怎么办。接下来它要是叫您点、扫、打、转，就是骗局。",
    "notice": "它告诉您一件事，没有要您点、扫、转，也没有要码、要卡号。",
    "family": "像家里人说话，没有要码、要钱，也没有叫您点什么。",
    "acquaintance": "像熟人说话，没有要码、要钱，也没有叫您点什么。",
    "chat": "像平常说话，没有要码、要钱，也没有叫您点什么。",
    "nothing": "这些字里，没有要您点、扫、转、报的话。",
}
"""Why the signs of a combination give its verdict, by its id."""

SIGNS = {
    "code": ("要验证码", "验证码说出去，钱就可能被转走。人社部说过，真的通知不要验证码。"),
    "code-typed": ("要您填验证码", "假网页就是来骗验证码的。验证码只填在自己打开的官方App里。"),
    "password": ("要密码", "真的社保局不要密码。谁问都不说。"),
    "password-typed": ("要您填密码", "假网页会让人填银行卡密码。不填。"),
    "card": ("要银行卡号", "真的社保局不要银行卡号。不报，不拍，不发。"),
    "card-typed": ("要您填银行卡、开通支付", "假网页会让人填银行卡。不填，不绑，不开通。"),
    "transfer": ("要您转钱、交钱、给付款码", "有社保局说过：不会只凭电话、短信叫人转账。"),
    "pay": ("要您先交钱", "认证不收钱。先交钱才能办、才能领的，不要给。"),
    "screen": ("要看您的屏幕、替您操作手机", "屏幕一共享，密码、验证码对方全看得见。绝不共享。"),
    "cash-machine": ("叫您去取款机", "有过这样的骗局：说发补贴，叫人到取款机上操作。"),
    "secrecy": ("叫您瞒着别人", "有转载的报道写，骗子叫老人别告诉家里人。先告诉家里人。"),
    "install": ("叫您装软件", "有地方的医保部门提醒过：骗子哄人装远程软件。软件只从手机自带的应用商店里装。"),
    "app-file": ("直接给您一个安装包", "发来的安装包，装了就可能让别人控制手机。不装。"),
    "contact": ("叫您加微信、QQ，进群", "加了，就由对方带着走。看文字分不出真假，先不加。"),
    "call": ("叫您打它给的电话", "只留电话的，有过骗局，真的通知也会留电话。看文字分不出，要问就自己打12333。"),
    "press": ("叫您按键转人工", "有过这样的案件：按了键，一路转给假“公安”。不按。"),
    "handover": ("把您转给“公安”", "有地方公安提醒过：公安不会电话办案。"),
    "video": ("叫您开视频、做笔录", "有地方公安提醒过：公安不会电话办案，也不会用微信、QQ发拘留证。"),
    "guided": (
        "叫您照它说的操作",
        "有地方的医保部门提醒过：骗子教人装软件、开共享，替人操作。别照着电话里的话操作手机。",
    ),
    "reply": ("叫您回复", "叫人回数字的，有真有假，看文字分不出。先不回。"),
    "scan": ("叫您扫码", "二维码有真有假，看文字分不出。先不扫。"),
    "open-link": ("叫您点链接、上网页", "点开可能是假网页，要您填卡号、密码、验证码。"),
    "id-number": ("要身份证号", "真的办事有时也要。可是不在短信、微信里报，到窗口当面给。"),
    "id-photo": ("要身份证照片", "有的地方代办认证真要照片，光凭这一样分不出。照片发出去收不回来，最好当面给。"),
    "phone": ("要您的手机", "有人假借激活医保，拿手机骗身份证、刷脸。国家医保局说，从没授权社会上的人做这个。"),
    "face": ("叫您刷脸", "有转载的案例写，点链接、绑卡、刷脸以后，钱被转走。脸只在官方App和窗口里刷。"),
    "e-sign": ("叫您签电子协议", "看文字分不出真假。没弄清楚对方是谁，不签。"),
    "forward": ("叫您转给别人", "不刷脸就停发、叫人转告的消息，有地方人社局说过是诈骗短信。不转。"),
    "agent": ("说能代办", "有专家提醒：打着代办的幌子，哄人填身份证、银行卡。"),
    "account-threat": ("说卡、账户要停", "说“异常”“停用”来吓人，是常见的骗法。真短信有时也这样说，自己打开官方App看。"),
    "old-card": ("说旧版卡要停", "骗子说过：不办新版，旧版就停。有人照着填，卡里的钱被盗走。"),
    "pension-threat": ("说养老金要停", "骗子用停发吓人，真短信也会提醒停发。光凭这一句分不出。"),
    "loss-threat": ("说过期就没了", "“过期作废”“视为放弃”，补贴骗局里常有这样的话。"),
    "accusation": ("说您涉案、被冒用", "骗子先说涉案，再转给假“公安”，最后要转账。"),
    "hurry": ("催您马上办", "骗局里常限着时间。越急，越要先问。"),
    "bait": ("说有钱等您领", "说有一笔钱没领，是固定的骗法之一。真有没有，自己打12333问。"),
    "never-issued": ("补贴的名目像骗局", "人社部说，从来没有面向普通群众发过所谓“五险一金补贴”。"),
    "offer": ("说可以申领补贴", "补贴有真有假。真有没有，自己打12333问，或者问社区。"),
    "recovery": ("说能追回被骗的钱", "追回被骗的钱，找公安，国家有这个制度。找上门来的，不信。"),
    "invest": ("拉您投钱、贷款、买东西", "有假App哄人预存一万元，民政部说从没发布过。要投钱，先和家里人商量。"),
    "sure-gain": ("说稳赚、白拿", "有假App用签到返现哄人预存一万元。没有白拿的钱。"),
    "gift": ("送东西换您登记", "送东西、拉人激活医保的，国家医保局说从没授权过。"),
    "fake-app": ("像报道过的假App", "“中国养老保险”App是假的，民政部说从没发布或授权过。"),
    "insider": ("说里面有人", "交钱就能退休、里面有人，有过几百人受骗的案子。"),
    "emergency": ("说急用钱、换了号", "先打他原来的号码，听到本人的声音再说。警方说过，要转账的当诈骗看。"),
    "fake-warning": ("说您正在被骗", "真的12381预警短信，不带链接和电话，也不用回。"),
    "foreign-sender": ("号码像境外的", "有地方的医保部门、公安提醒过：冒充社保、医保的，常用00、+开头的号码。"),
    "disguised": ("字写得怪", "有业内人士说，骗子用谐音、错字躲过拦截。"),
    "look-alike-address": ("网址装成官方的", "政府网站以.gov.cn结尾。名字里有12333、gov，结尾不是它，就不是官方的。"),
    "hidden-address": ("网址藏着真正的去处", "这样写的网址，看着像一家，打开是另一家。政府网站以.gov.cn结尾。"),
    "number-address": ("网址是一串数字", "报道过的骗局里，有这样的网址。不点。"),
    "short-address": ("网址是缩短的", "缩短了就看不出去哪里。报道过的骗局里，有这样的网址。不点。"),
    "odd-address": ("网址的结尾少见", "报道过的骗局里，常是几个字母加.cc、.club这样的结尾。不点。"),
    "other-address": ("网址不是.gov.cn的", "带链接的短信有真有假，看文字分不出。不点，自己打开官方App。"),
    "official-address": ("网址以.gov.cn结尾", "这是政府网站的结尾。也不用点，自己打开更稳妥。"),
    "own-way": ("让您自己去办、自己去问", "真短信常这样写。骗子也会抄这句话。"),
    "result": ("告诉您一个结果", "真短信常这样写。骗子也会抄，所以要自己核对。"),
    "warning": ("提醒防骗", "真的提醒会引骗子的话，骗子也会假装提醒。看它后面要不要您做事。"),
}
"""What a sign is called, and in a sentence or two why it matters, by its id."""

KINDS = {
    "ask": "它要您做的事",
    "address": "它带的网址",
    "threat": "吓您、催您的话",
    "bait": "哄您的话",
    "disguise": "它藏着的",
    "calm": "真短信也有的，骗子会抄",
}

SIGNS_TITLE = "看出来的"
NO_SIGNS = "没有找到骗局的记号。没有记号，也不等于是真的。"
TEXT_TITLE = "您贴的字，记号标出来了"
SENDER_NOTE = "发送的号码不能证明是真的，号码会被冒充。"
DO_TITLE = "现在这样做"
DO = {
    "scam": (
        ("不回它，不按它说的做。挂断，不再接。", "", ""),
        ("给家里人看一眼。", "", ""),
        ("已经点了、说了、转了钱，马上看这里：", "受骗了怎么办", "fraud/cheated/"),
    ),
    "unsure": (
        ("先放一放，不做它要您做的事。", "", ""),
        ("真有这件事，官方App里看得到，12333也问得到。", "怎样认出官方App", "fraud/official-sites/#apps"),
        ("已经点了、说了、转了钱，马上看这里：", "受骗了怎么办", "fraud/cheated/"),
    ),
    "official-like": (
        ("自己打开官方App，看认证记录对不对得上。", "怎样认出官方App", "fraud/official-sites/#apps"),
        ("没有App，打12333问，或者去窗口、社区问。", "", ""),
    ),
    "harmless": (
        ("接下来它要是叫您点、扫、转，要码、要卡号，再贴一次。", "", ""),
        ("是家里人、熟人发来的，有疑问就打电话问他本人。", "", ""),
    ),
}
"""What to do, as text, the words of a link, and the page to which it leads; ``ADVICE`` comes last."""

DAYS_TITLE = "里面的日子"
DAY_KINDS = {"deadline": "像是截止日", "last": "像是上次认证日", "other": "没看出是什么日子"}
DAYS_FIRST = "先在官方App里核对，对上了再用。"
TAKE_LAST = "把这天当上次认证日，放进计算器"
TAKE_DEADLINE = "放进计算器，看还有几天"
DEADLINE_NOTE = "截止日不用再算。放进计算器的，是按12个月往回推的上次认证日。"
PASSED_ON = "这天放不进计算器，直接记在日历上。"

EMPTY = "还没有字。请把收到的短信贴进来，或者把电话里的话打出来。"
UNREADABLE = "这里面没有能读的字。请贴短信的文字，图片、文件读不了。"
CHECKLIST_TITLE = "对着这张单子打勾"
CHECKLIST_LEAD = "不用下载什么，也不用打字。对着短信，或者想想电话里的话，有就打勾。"
CHECKLIST_NEVER = "真的单位不会做的"
CHECKLIST_ASKS = "它还要您做的"
CHECKLIST_END = "有一个勾，就当它是假的办。一个勾也没有，也不等于是真的。"

FAILURES = {
    "missing": "网络断了，检查的程序没有收全。您贴的字还在。可以再试一次，也可以对着下面的单子打勾。",
    "damaged": "收到的程序和原样不一致，为免看错，没有使用。请再试一次，或者对着下面的单子打勾。",
    "broken": "检查的程序在这台设备上没有跑起来，可能是浏览器太旧。请对着下面的单子打勾。",
    "silent": "等了很久，检查的程序没有反应。您贴的字还在。可以再试一次，也可以对着下面的单子打勾。",
    "refused": "这台设备的浏览器不让检查的程序运行，比如开了锁定模式。请对着下面的单子打勾，也可以换一个浏览器再试。",
    "unsupported": "这个浏览器太旧，检查的程序跑不起来。请对着下面的单子打勾。",
}
"""What the visitor reads when Python does not come, by the code that the page's script gives."""

SENTENCES = {
    "pasted": "贴好了。",
    "refused": "浏览器没有让网页读剪贴板。请按住输入框，选“粘贴”。",
    "copied": "文字已经复制，到微信里长按、粘贴就行。",
    "not-copied": "没有复制成功。文字在下面，请自己选中复制。",
    "cleared": "清掉了。",
}
"""What the page says when something has been done."""

SAMPLES = (
    ("一条骗人的", "您的社保账户异常，今天内不认证就停用，请点 sb12333.例子.cc 办理。"),
    ("一条像官方的", "您好，您的养老待遇资格认证已通过数据比对完成，下次请在2027年10月6日前办理。"),
    ("一个电话里的话", "我是社保中心的，您的社保卡被冻结了，请按9转人工，把卡号和验证码告诉我。"),
)
"""Messages to try, none of which was ever sent: what each is called, and its text."""


def too_long(most: int) -> str:
    return f"太长了，最多{most}个字。请只贴那一条短信，或者那一段话。"


def spoken(verdict: str) -> str:
    """What a screen reader says of an answer."""
    return f"{VERDICTS[verdict]}。{ADVICE}"


def quoted(words: str) -> str:
    """The words that show a sign, as a sentence of ours quotes them."""
    return f"“{shortened(words)}”"


def chat_text(verdict: str, names: Sequence[str]) -> str:
    """A few lines for the family's chat. What the message itself said is not in it: a scam must not be passed on."""
    seen = f"\n看出来的：{'、'.join(names)}。" if names else ""
    return f"我收到一条消息，用养老认证指南查了：{VERDICTS[verdict]}。{seen}\n{ADVICE}"
