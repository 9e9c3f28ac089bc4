"""Whether words mean what they say: somebody who warns of a scam says the same words as the scam does (fact S053).

Four kinds of words do not count: what the reader is told not to do, what may be the case (如您发现账户异常), what is
said to be false, and what is told of others who mean harm. A scam may warn too, and then ask: what it asks of its
reader counts (请勿轻信陌生来电。请立即点击…).
"""

import re
from enum import Enum, auto

from calculator.messages.finding import LONGEST_QUOTATION, Place, Text
from calculator.messages.signs import Kind

__all__ = ["Context", "Standing"]


class Standing(Enum):
    """How a sign's words stand in the message."""

    MEANT = auto()
    """They say what the message wants, threatens or promises."""
    WARNED_OF = auto()
    """They are forbidden, supposed or called false."""
    TOLD = auto()
    """They tell of others, and nothing says whether as a warning."""


class Context:
    """A text, of which each sentence is looked at once."""

    def __init__(self, text: Text) -> None:
        self._text = text
        self._sentences: dict[int, _Sentence] = {}

    def standing(self, place: Place, kind: Kind, *, forbids: bool = False) -> Standing:
        """How the words at a place stand in the message.

        :param kind: of the sign that they show: a threat may be only supposed, and an address is forbidden with a verb.
        :param forbids: whether they themselves forbid something: not to tell the family.
        """
        if not forbids and _is_forbidden(self._text, place, _OPENING if kind is Kind.ADDRESS else _ANYTHING):
            return Standing.WARNED_OF
        if _is_never_done(self._text, place):
            return Standing.WARNED_OF
        if kind is Kind.THREAT and (_is_supposed(self._text, place) or _was_reported(self._text, place)):
            return Standing.WARNED_OF
        if kind is Kind.ASK and (_is_a_question(self._text, place) or _is_my_own_doing(self._text, place)):
            return Standing.WARNED_OF
        return self._sentence(place).standing(place)

    def is_at_a_window(self, place: Place) -> bool:
        """Whether what is asked for is to be brought to an office, by the words of the same sentence."""
        return self._sentence(place).names_a_window

    def is_about_keys(self, place: Place) -> bool:
        """Whether what nobody is to be told is a code, a password or a card's number, as honest messages say."""
        return self._sentence(place).names_keys and bool(_ANYBODY.search(self._text.text, *place))

    def _sentence(self, place: Place) -> "_Sentence":
        first, last = self._text.sentence(place[0])
        if first not in self._sentences:
            self._sentences[first] = _Sentence(self._text, first, last)
        return self._sentences[first]


# Forbidden ------------------------------------------------------------------------------------------------------------

_NOT = re.compile(
    "(?:千万|请|切|一律|坚决|务必|都|也|更|先)?(?:不接受|不支持|不参与|不参加|不加入|不购买|不轻易|不方便|不便|不通过|不凭|不收取|谢绝|没有(?=委托|授权|开展|组织|安排|发布)|不要|不得|不许|不能|不可|不准|不会|不用|不需要?|不必|不应|不该|绝不|决不|从不|从未|从没|未曾"
    "|没有要求|无需|无须|请勿|切勿|切莫|切忌|勿|别|莫|拒绝|禁止|严禁|谨防|防止|警惕|避免|不收|免收|免|不)"
)
_ONLY_DIRECTLY = frozenset(("不", "免", "莫", "勿", "别"))
"""So short that they forbid only what stands next to them."""
_BELONGS_TO_NOT = re.compile(
    "[^,]{0,4}"
    "|(?:发布|授权|开展|推出|委托|要求|发送|组织|安排)[^,]{0,14}|(?:把|将|向|对|给|随意|轻易|随便|再|点|在|通过|按|听|理会|相信|轻信)[^,]{0,14}"
    "|[^,]{0,20}(?:、|和|或|及|与|任何|他人|别人|陌生|不明|来历|对方)[^,]{0,14}"
)
"""What may stand between the not and what is forbidden."""
_STRANGE_THING = re.compile("[^,]{1,3}(?:陌生|不明|来历|可疑|任何|别人|他人)[^,]{0,8}")
"""不扫陌生的二维码: the short not stands before the verb."""
_WITH_A_THING = re.compile("(?:把|将|向|跟|对)[^,]{0,8}$")
"""不把验证码告诉别人: the short not stands before the thing."""
_BEGINS_ANEW = re.compile(
    "本人|到场|跑|就|只要|只需|立即|马上|赶紧|请(?!勿)|才|可以|即可|直接|帮您|帮你|然后|并且|并请|而是|快"
)
"""无需排队直接点击: what follows is wanted after all."""
_NEVERTHELESS = frozenset("忘错过耽误犹豫迟怕慌急担着声挂说告")
"""不要忘记, 别耽误: what follows is wanted."""
_NEVER = re.compile(
    "(?:不会(?!的|弄|做|扫|填|操作|上网|刷脸|认证|使|搞|用(?:的|手机|智能|微信|电脑|app))|从来?不|从未|从来?没有?|绝不|决不|不可能|没有权[力利]|没有(?:哪|任何|一)[^,。]{0,6}|没(?:有)?(?:规定|要求|说|让|叫|问)|不得)[^,。:;!?]{0,16}$"
)
"""社保局不会打电话让您转账, 真民警不会让您去宾馆: what an office never does, whatever it is, what itself forbids included."""
_NOT_ABLE = re.compile("的|(?:弄|用|做|扫|填|操作|上网|刷脸|认证)[^,]{0,4}的")
"""手机不会弄的来村部: who cannot do it himself is forbidden nothing."""
_OTHERWISE = re.compile("收不到|领不到|没钱|就|将(?!您|你|卡|密|验|银)|会|则|的话|否则|停|一律|后果")
"""不点就停用: the deed is wanted, and what happens without it is threatened."""
_NOT_WITHIN = re.compile(
    "(?<!要)(?:不要|不得|不能|不可|不会|不用|无需|不需|请勿|切勿|勿|不影响|从不|绝不|不(?=转账|汇款|透露|共享|把|将|给|留|泄))(?!忘)|(?<![区特识级类个])别(?!忘|人|的)"
)
_DO_NOT_BELIEVE = re.compile("(?:不要|别|勿|不)(?:轻)?(?:相信|信|转账|汇款|点击|理|上当)")
_ENDS_BADLY = re.compile(
    "[^,。;]{0,10}的[^,。;]{0,6}(?:不是(?:真|社保|官方|公安|银行|医保)|[是为属系]诈|是骗|是假)|[^,。]{0,3}(?:(?:都|均|一律)(?:请|要|应)?(?:拒绝|不要|别|不给)|[^,。;]{0,8}的(?:都|就|一律)?不(?:给|点|信|转|理|扫)|(?:可|都|也|就|您|你|咱|千万|一定|一概){0,3}(?:别|不要|不能|不可以?)(?:给|信|说|报|理|转|听|上当)|[^,。]{0,3},?(?:的时候|时)?,?(?:(?:别|不要|莫)让(?:(?:别|旁)?人|我看)|要?[遮挡捂])|[^,。;!?]{0,3},先?别扫|[^,。;]{0,4}的,?(?:都|就|全|还|那|准|肯定){0,2}是?骗)|(?:给)?(?:他人|别人|任何人)?[^,。]{0,4},?(?:将|会|可能|就会|等于|就等于)[^,。]{0,4}(?:导致|造成|被盗|被骗|损失|泄露|送钱|把钱)"
)
_FARTHEST = 24
"""Characters in front of a sign in which a not is looked for."""


_ANYTHING = re.compile("")
_OPENING = re.compile("^$|点|打开|登录|访问|进|浏览|上")
"""What is done with an address that one is told to let alone: 请勿相信中介，官方网址 x.cc forbids no address."""


def _is_forbidden(text: Text, place: Place, deed: re.Pattern[str]) -> bool:
    start, end = place
    whole = text.text
    # 六位数别往外说，念给我听 asks for it all the same: a not forbids beside the last word, or where it says not to believe.
    if (
        _NOT_WITHIN.search(whole, max(start, text.clause(end - 1)[0]), end)
        or _DO_NOT_BELIEVE.search(whole, start, end)
        or _ENDS_BADLY.match(whole, end)
    ):
        return True
    first, last = text.clause(start)
    found = list(_NOT.finditer(whole, max(first, start - _FARTHEST), start))
    if not found:
        return False
    word, behind = found[-1][0], found[-1].end()
    between = whole[behind:start]
    if whole[behind : behind + 1] in _NEVERTHELESS or (word.endswith("不会") and _NOT_ABLE.match(between)):
        return False
    if word in _ONLY_DIRECTLY and _STRANGE_THING.fullmatch(between):
        return True
    if word in _ONLY_DIRECTLY:
        soon = min(max(last, end + 8), text.sentence(start)[1], end + _FARTHEST)
        if word == "不" and _WITH_A_THING.match(between):
            between = ""
        return not between and not (word == "不" and _OTHERWISE.search(whole, end, soon))
    return bool(_BELONGS_TO_NOT.fullmatch(between) and deed.search(between)) and not _BEGINS_ANEW.search(between)


def _is_never_done(text: Text, place: Place) -> bool:
    start = place[0]
    never = _NEVER.search(text.text, max(text.clause(start)[0], start - _FARTHEST), start)
    return never is not None and not _BEGINS_ANEW.search(never[0])


# Supposed -------------------------------------------------------------------------------------------------------------

_IF = re.compile("(?:如果?|若|一旦|万一|假如|倘若|遇到?)(?:您|你|有|发现|遇|出现|是)[^,。]{0,10}$")
_IF_NOT_YOU = re.compile("[如若](?:果)?(?:非|不是)(?:您|你)?本人[^。]{0,14}$")
"""如非本人操作，请立即解绑: wanted of nobody who has done it himself."""
_WHETHER = re.compile("(?:是不是|有没有|是否)[^,。]{0,12}$")
_WHOM = re.compile("[^,。!?]{0,2}(?:谁|哪[位个]|什么人)[^,。!]{0,4}(?:[?]|呀|呢|的)")
"""这笔钱您是转给谁的呀: a clerk asks."""
_STATED = re.compile("[^,。]{0,1}(?:尾号|末[四三]位)?(?:为|是)?[:]?[0-9*]{3,}")
"""变更后卡号尾号3390: a number that is told is not asked for."""
_DID_YOU = re.compile("[^,。!?]{0,6}(?:了?没有?|过吗)[?]")
_ANYBODY_DID = re.compile("有人[^,。]{0,4}[您你][^,。]{0,16}吗[?。,]?")
"""Whether the reader has done it is asked, not that he do it: 您是不是要转二十万?"""
_UNLESS = re.compile("[不未没逾过超无非]")


_YOU_REPORTED = re.compile(
    "[您你](?:于|在|[0-9]|上次|昨天|前天|上周|之前)[^,。被要去]{0,12}(?:报警|报案)|[您你](?:报警|报案)(?:称|说|的)|[您你](?:报|反映|举报|投诉|控告|起诉)的"
)
"""您于3日报警称被骗，已立案: whom the police has an answer for is accused of nothing."""


def _was_reported(text: Text, place: Place) -> bool:
    first, last = text.sentence(place[0])
    return bool(_YOU_REPORTED.search(text.text, max(first, place[0] - _FARTHEST), min(last, place[1] + _FARTHEST)))


def _is_a_question(text: Text, place: Place) -> bool:
    first, last = text.clause(place[0])
    start = max(first, place[0] - _FARTHEST)
    return bool(
        _DID_YOU.match(text.text, place[1])
        or (text.text[place[1] - 1] in "号卡户" and _STATED.match(text.text, place[1]))
        or _WHOM.match(text.text, place[1])
        or _WHETHER.search(text.text, start, place[0])
        or _ANYBODY_DID.search(text.text, start, min(last, place[1] + _FARTHEST))
    )


_I_DID = re.compile(
    "我(?!们)(?:已经|先|都|刚|就|昨天|今天|自己|替[您你]|给[您你]|帮[您你]|把[^,。您你我]{0,8}){0,3}"
    "(?:交|垫|付|缴|转|打|充|存|取|办|弄|发|寄|拿|填|绑|扫|点|下载|装|认证|登记|报)(?:给[^,。您你我]{1,4}|到[^,。您你我]{1,6})?(?:好|完|过)?了(?!就|才|再)"
)
"""我先垫了五千: somebody tells what he has done himself."""
_YOU_TOO = re.compile("[您你](?:把|也|再|先|得|要|转|给|发|报)")


def _is_my_own_doing(text: Text, place: Place) -> bool:
    first, last = text.clause(place[1] - 1)
    first, last = max(first, place[0] - _FARTHEST), min(last, place[1] + _FARTHEST)
    return bool(_I_DID.search(text.text, first, last)) and not _YOU_TOO.search(text.text, first, last)


def _is_supposed(text: Text, place: Place) -> bool:
    first, last = text.clause(place[0])
    if text.text[max(first, last - 4) : last].rstrip(",。!?;\n").endswith("的话"):
        return True
    if _IF_NOT_YOU.search(text.text, max(text.sentence(place[0])[0], place[0] - _FARTHEST), place[0]):
        return True
    supposed = _IF.search(text.text, max(first, place[0] - _FARTHEST), place[0])
    return supposed is not None and not _UNLESS.search(supposed[0])


# Called false, or told of others --------------------------------------------------------------------------------------

_CALLED_FALSE = re.compile(
    "(?<!不)(?:是|为|系|属于?|算)(?:电信|典型的?|一种|一起|新型|虚假)?(?:网络)?(?:诈骗|骗子|骗局|骗人|骗钱|(?:要|来|想)骗|钓鱼|坑人|圈套|陷阱|忽悠|欺骗|欺诈|假的|假消息|谣言|谎言|套路)(?!吗|么|吧|不|[?])"
    "|(?:别|勿|不要|不可|不能)(?:轻)?(?:相)?信(?!任|其他|别[人的]|他人|家[人里]|银行)|不实(?:信息|消息)|不可信|不属实|信不得|别上当|并不存在|没有这回事|是(?:个)?(?:坑|圈套|陷阱)|与我(?:局|中心|单位|院)无关"
    "|从未(?:发|授权|开展|委托|要求)"
    "|(?:谁都|都|大家|千万)别(?:下|点|去|理|信|转|扫|加|买|存|交|打钱|回|搭理)"
    "|(?:不是|并非|非)(?:我|本)(?:局|中心|单位|院|行|们|所|司)(?:所)?(?:发|打)"
)
_OTHERS = re.compile(
    "案例|话术[:是]|常见骗术|诈骗手法|称其|称[他她](?!们)"
    "|(?:市民|居民|老人|群众|[\u4e00-\u9fff]{1,2}(?:某|先生|女士|大爷|大妈|阿姨|阿婆|老太))[^,。您你]{0,10}(?:接到|收到|点开|按照|遭遇|被骗)"
    "|(?:如果?|若|一旦|如遇|凡遇|遇|碰到|遇到|接到|收到)(?:有)?(?:人|陌生人?|自称|冒充|此类|类似|这类|这样|以|声称|任何)"
    "|(?:谁|凡是|凡)(?:叫|让|要|跟)[您你我]|凡是?(?:索要|收取|要求|以|冒用|要|问|让|叫|说)|有人(?:发|说|打|冒|自称|谎|上门|敲门|假)"
    "|不法分子|犯罪分子|骗子|诈骗分子|诈骗团伙|谎称|假冒|冒充|装成|扮成|装作|充作|诱导|诱骗|诱使|假借|打着[^,。]{0,12}(?:旗号|幌子|名义)"
    '|以[“"]?[^,。”"]{1,24}[”"]?(?:为由|为名|名义)|(?:有人|对方)(?:会)?(?:让|要求?|叫|问|催)(?:您|你|老人)'
)
_TURNED_AWAY = re.compile(
    "(?:谁|哪个|但?凡是?|对方|有人|有?生人|来电|电话里?|短信|邮件|陌生人|骗子|自称|冒充|假冒|上来就|只要(?![^,。]{0,6}(?:元|块|百|千))|要是|碰[见上到]|遇[见上到]|接到|让[您你]|叫[您你]|问[您你])[^。]{0,30}?(?:要|让|叫|说|问|催|填|点|扫|收|拍|转|发|拿|做|把|加)"
    "[^。]{0,40}?(?:假的(?!吗|吧|么)|骗子(?=[,。!]|$)|把门关|(?:都|一律|的|就|请|直接|立即|马上|赶紧|先(?=打)|[您你]可|[您你](?=别|不要|千万)|,)(?:[您你]|都|一律|请|就|直接|立即|马上|赶紧|赶快|可以?|千万|切记|一定|准|那|先|电话|短信|邮件|,){0,4}"
    "(?:挂(?!失|号|靠|了(?!吧|就))|删|别(?!忘|耽|错|挂|声张|怕|担心|急|着急|慌|(?:跟|告诉|让|和|对)(?:家|孩子|儿|女|老伴|任何|别人|银行|警))|不要(?!忘|挂|(?:跟|告诉|让|和|对)(?:家|孩子|儿|女|老伴|任何|别人|银行|警))|勿|拒绝|拉黑|举报|报警|不理|不信|小心|当心|(?:是)?(?:骗|假的|诈骗)|退出|停止|停手|关[上好]?门|把门关|可?得?留个?心眼|多个心眼|跟(?:孩子|家里|儿女|我)(?:说|商量)|(?:打|拨)(?:110|96110|12333问|电话给)))"
)
"""谁要密码、要转账，都挂掉: what others want is named, and what to do with them."""
_THAT_ONE = re.compile(
    "那(?:个|种|些|帮|伙|家|条)(?![^,。]{0,4}(?:码|数|号|密|短信))[^,。您你]{1,24}的(?=[,。;]|公司|人|骗子|中介|电话|短信|群|家伙|男|女|小|你|咱|我|他|都|可|早|已|千万|会|摊)"
)
"""那个说加微信能办退休的，我加过: what somebody else wants, as one speaks of him."""
_ORDER = re.compile(
    "请(?!勿|不|直接挂|大家|广大|及时|您?提高|您?警惕|您?(?:立即|马上)?(?:报警|挂断|拨打?(?:110|96110|12333|12345)))"
    "|(?<![让叫要骗使给])[您你](?:把|只要|只需|现在|配合|跟我|听我)|我们(?:只要|不一样|不同)"
    "|(?<!不要)(?<!别)(?:立即|马上|务必)(?!报警|挂断|停|拨打?(?:110|96110))|本(?:中心|局|平台|单位)(?!从|不|没|未|提醒|再次)"
)
"""Where a message that told of others turns to its reader."""
_ENDED_WELL = re.compile(
    "群我退|我退群|没给[他她]|我没[给说报点转填理信](?=[^?]{0,12}(?:你们|大家))|中间人却|失联了|(?<![您你])(?:昨天|前天|上周|前几天|上个月|去年)[^,。您你]{0,4}被骗|差点(?!钱)|幸亏|幸好|险些|好在|没上当|识破|我[^,。您你]{0,3}(?:删|撕)了|我(?:就|直接|赶紧|立马)?把[^,。您你]{1,5}(?:拉黑|删)了|给(?:他|她|它)?挂了|上了当|被骗(?:走|了|取)?[0-9一二三四五六七八九十两几]|没理|没搭理|没信[他她]|就挂了|直接挂了"
)
_OF_SOMEBODY = re.compile(
    "(?:有人|骗子|对方|那人)(?:让|叫|骗|哄|催)[他她]|隔壁|邻居|楼[上下]|我们?(?:楼|村|厂|院|单位|小区)|[0-9一二三四五六七八九十]号楼|村[东西南北头里口]|[\u4e00-\u9fff]某|(?:^|[,:的])老(?![师板人家年龄伴乡])[\u4e00-\u9fff]|[张王李赵刘陈杨黄周吴徐孙](?:大[妈爷娘叔]|阿姨|婶|奶奶|爷爷)"
    "|我(?:表|堂|同事|战友|同学|朋友|亲戚|[大二三小]?[舅姨姑叔哥姐弟妹侄嫂]|丈母娘|外甥|亲家|连襟|邻居|公公|婆婆|岳)|有(?:一?个|一?位)?(?:老[人头太]|大[妈爷]|阿姨)|(?:一|某)位|一个(?:老[人头太]|大[妈爷娘]|阿姨)|人家|新闻|电视|报[上纸]|抖音上"
)
_LOST = re.compile(
    "(?:钱|存款|卡里|积蓄|养老钱)[^,。]{0,6}(?:没了|没有了|转[走光]|一分不剩|被盗|没追回)|(?<!防止)(?<!避免)(?<!免得)(?<!以免)(?<!怕)被(?:人)?(?:骗|转[走光]|坑)|骗[走了去]|人[^,。]{0,2}(?:跑|没影|不见|消失|失联)了|拦(?:下|住)|轰走|赶走|追[不没]?回|一下(?:子)?(?:少|没)了|少了[0-9一二三四五六七八九十两几好]|哭|转给[^,。;!?您你我]{1,6}了|报了?警|派出所|贷了款|让人(?:拿|骗|领|转|坑)|上当|中招|接[了到]?(?:一?[个通])?(?:电话|来电)|接到[^,。]{0,6}电话|催[债款]|收到[^,。]{0,4}短信|[碰遇][上见到]"
)
"""How a story about somebody else ends: 隔壁老王把验证码报给骗子了，一下少了三万."""
_STILL_WANTS = re.compile(
    "(?:报给|发给|告诉|念给|转给|交给|提供给|发到)我(?![儿女妈爸家老妹姐哥弟])|加我|我们?给[您你]的"
    "|(?:现在|赶紧|马上|立即|请)[您你]?(?:把|点|扫|转|加|下载|打开)|[您你](?:现在|赶紧|马上|立即)"
)
"""Somebody says that it has ended well, and asks all the same: 幸好您及时联系，把验证码报给我."""
_MADE_ME = re.compile("(?:让|叫|要|骗|喊|催)我")
_MY_OWN = re.compile(
    "(?:让|叫|要|问|给|跟|对|说|喊|帮)我|我(?:的)?(?:卡|社保|医保|账户|养老金|银行卡|手机)|我是不是|我(?:要|该)"
)
"""Somebody tells what has happened to him, and asks what it is: then it counts."""
_TO_SOMEBODY = re.compile("[您你我]")
_ASKED = re.compile(
    "(?:骗子|骗局|诈骗|骗人的|假的)(?:吧|吗|么|不[?])|是不是|是否|真的吗|真的假的|是真是假|可信吗|靠谱吗|能信吗|怎么办"
)
_STORY = re.compile("听信|信以为真|报警|警方|民警|失联|识破|上当|被骗|受骗|立案|柜员|劝阻|骗子|损失")
"""What a newspaper tells behind somebody's words."""
_ANSWERED = re.compile("[ \n]{0,4}(?:答|回复|回答|解答)[:,]")
"""A question about it, with the answer behind it, as an office prints them."""
_SAYS_IT_IS_FALSE = re.compile(
    "[ \n]{0,2}(?:百分之百|百分百|那|这|都|就|肯定|绝对|一定|准){0,2}是?(?:骗|假的|诈骗|圈套)(?![^,。]{0,3}[吗吧么?])"
)
"""让您报验证码？百分之百是骗子: a question of which the next sentence says what to think."""
_OF_IT = re.compile(
    "(?:听[见到]|看[见到]|遇[见到上]|收到|碰[上到]|说)(?:这|此|那)|(?:^|[,:]) *(?:这|那|此|以上|上述|上面)(?:些|个|条|类|种|都|是|样)|此类|这类|这种|这样的|上述|以上|此种|类似"
)
_DISMISSED = re.compile("(?<!不要)(?<!别)(?:挂断|挂掉|挂电话|就挂|别理|不要理|不要按|不要点|报警)")
_SO_CALLED = re.compile(
    "”(?:这类|这样|之类|等|字样)?的?[^,。]{0,4}(?:短信|电话|来电|邮件|消息|信息|链接|说法|话)[^。]{0,8}(?:不要|别|勿|删|挂|假|骗|不是|不信|不点)"
)
"""“…”的短信不要点: what was quoted, and what to do with it."""
_QUOTED = re.compile("“[^”]*”")


def _happened_to_somebody(whole: str, first: int, last: int) -> bool:
    somebody = _OF_SOMEBODY.search(whole, first, last)
    return somebody is not None and _LOST.search(whole, somebody.end(), last) is not None


class _Sentence:
    """What a sentence, ``text[first:last]``, and those behind it say of the words in it."""

    def __init__(self, text: Text, first: int, last: int) -> None:
        whole = text.text
        self._whole, self._last = whole, last
        ended = _ENDED_WELL.search(whole, first, last) or _happened_to_somebody(whole, first, last)
        self._ended_well = ended and not (
            _STILL_WANTS.search(whole, first, last) and not _MADE_ME.search(whole, first, last)
        )
        self._is_asked = bool(_ASKED.search(whole, first, last)) and not _ANSWERED.match(whole, last)
        self._is_answered = (bool(_ASKED.search(whole, first, last)) and not self._is_asked) or (
            whole[last - 1] == "?" and _SAYS_IT_IS_FALSE.match(whole, last) is not None
        )
        self._called_false_until = max((one.end() for one in _CALLED_FALSE.finditer(whole, first, last)), default=0)
        self._told_of = [one.span() for what in (_TURNED_AWAY, _THAT_ONE) for one in what.finditer(whole, first, last)]
        self._is_taken_back = bool(_REPORTED.search(whole, first, last)) and _is_taken_back(text, last)
        own_words = _QUOTED.sub(lambda quoted: " " * len(quoted[0]), whole[first:last])
        others = None if _MY_OWN.search(whole, first, last) else _OTHERS.search(whole, first, last)
        order = _ORDER.search(own_words, others.end() - first) if others else None
        self._others_from = others.start() if others else last
        self._others_until = first + order.start() if order else last
        self._told = (
            Standing.WARNED_OF
            if text.places("warned")
            else Standing.MEANT
            if _TO_SOMEBODY.search(own_words)
            else Standing.TOLD
        )
        self.names_a_window = any(
            not _NO_NEED.search(whole, max(first, one.start() - _FARTHEST), one.start())
            for one in _AT_A_WINDOW.finditer(whole, first, last)
        )
        before = text.sentence(first - 1)[0] if first else first
        self.names_keys = text.has("code password card", before, last)

    def standing(self, place: Place) -> Standing:
        start, end = place
        if self._ended_well or self._is_answered:
            return Standing.WARNED_OF
        if self._is_asked:
            return Standing.MEANT
        if any(begin <= start and end <= stop for begin, stop in self._told_of):
            return Standing.WARNED_OF
        if end <= self._called_false_until or self._is_taken_back or any(map(self._is_quoted_and_dismissed, place)):
            return Standing.WARNED_OF
        return self._told if self._others_from <= start < self._others_until else Standing.MEANT

    def _is_quoted_and_dismissed(self, end: int) -> bool:
        """Whether words that end there stand in quotation marks, and what follows says what to think of them."""
        far = min(self._last, end + LONGEST_QUOTATION)
        closed = self._whole.find("”", end, far)
        if closed < 0 or self._whole.find("“", end, closed) >= 0:
            return False
        told = self._whole[closed : closed + LONGEST_QUOTATION]
        return (
            bool(_SO_CALLED.match(self._whole, closed))
            or _dismisses(self._whole[closed : min(self._last, closed + LONGEST_QUOTATION)])
            or bool(_STORY.search(told) and not _TO_SOMEBODY.search(told))
        )


_REPORTED = re.compile("短信|电话|来电|说|称|写|有人|收到|接到|[“”他她谁]|对方|如果|凡|消息|信息|通知|传|案例")
"""Somebody else's words are told. What the message asks itself is not taken back by it: 把卡号发来。那些才是诈骗。"""
_SENTENCES_BACK = 3
"""So many sentences later a message may still say that what stood there is false."""


def _is_taken_back(text: Text, last: int) -> bool:
    for _ in range(_SENTENCES_BACK):
        if last >= len(text.text):
            return False
        first, last = text.sentence(last)
        if _dismisses(text.text[first:last]):
            return True
    return False


def _dismisses(words: str) -> bool:
    false = _CALLED_FALSE.search(words) or _DISMISSED.search(words)
    return bool(_OF_IT.search(words) and false) and not _ASKED.search(words)


_AT_A_WINDOW = re.compile(
    "(?<!我说)(?<!我要)(?<!我想)(?<!我)(?<!人)(?:到|去|来|在|至|往)(?!.{0,2}不)[^,。]{0,14}"
    "(?:窗口|柜台|网点|大厅|社保局|社保所|社保中心|医保局|经办机构|村委会|居委会|村部|社区|派出所|支行|分局"
    "|[0-9一二三四五六七八九]{1,4}号?(?:室|楼|层)|本院|法院|执行局|办公室|服务站|便民中心|政务中心|服务中心|卫生[院站室]|大队部|活动室|财务科|(?<!手机)(?<!网上)银行(?!卡|账|户|把|取|转|打|汇)|所里|收费处|住院处|财务室|教务处|会计处)"
    "(?![^,。]{0,2}(?:预留|登记的|留存|备案|上班|工作|查到|查出|系统|发现|有人|认识|找人|托人|的(?:人|同志|朋友)))"
    "|现场(?:支付|缴|交|付)|(?<![去到来在])(?:窗口|大厅|柜台)(?:初审|受理|办|审核|当场|现场)|(?:来|跑|过去?)一趟|办理?(?:住院|入住)|入住须知|退住"
)
_NO_NEED = re.compile("(?:不用|无需|不必|不需要?|免|不要)[^,。]{0,4}$")
_ANYBODY = re.compile("任何人|谁|别人|他人|旁人|其他人|外人|第三[人方]")
