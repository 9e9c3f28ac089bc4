"""What is found in a message, and what no message may do."""

import re
import string
import sys
from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculator import wording
from calculator.errors import InputError
from calculator.messages import MAX_CHARACTERS, Check, Kind, Verdict, check
from tests.calculator.messages.test_cases import ROWS

ORDER = list(Verdict)
TELLING = "社保卡医保养老金验证码密码银行卡号微信点击链接停用冻结补贴领取请您不要勿别转账0123456789abc./@:-，。！？“”\n \u200b\u202e❤"
texts = st.text(st.sampled_from(TELLING), min_size=1, max_size=120) | st.text(min_size=1, max_size=60)


def checked(text: str, sender: str = "") -> Check | None:
    try:
        return check(text, sender)
    except InputError:
        return None


def ids(text: str) -> set[str]:
    return {sign.id for sign in check(text).signs}


# What is found --------------------------------------------------------------------------------------------------------


def test_each_sign_has_its_words_their_place_its_reason_and_its_fact() -> None:
    text = "您的社保卡异常，请登录 sb.例子.cc 填银行卡号。"
    found = check(text)
    assert (found.verdict, found.reason) == (Verdict.SCAM, "asks-keys")
    assert [(sign.id, sign.words) for sign in found.signs] == [
        ("card-typed", "填银行卡号"),
        ("odd-address", "sb.例子.cc"),
        ("account-threat", "社保卡异常"),
    ]
    for sign in found.signs:
        assert text[sign.start : sign.end] == sign.words
        assert (sign.name, sign.why) == wording.messages.SIGNS[sign.id]
        assert sign.fact


def test_signs_stand_by_kind_and_then_as_in_the_message() -> None:
    signs = check("马上加微信，您的社保卡异常，把验证码告诉我，补贴没领").signs
    keys = [(list(Kind).index(sign.kind), sign.start) for sign in signs]
    assert keys == sorted(keys)


def test_a_sign_that_is_shown_many_times_is_told_a_few_times() -> None:
    assert len([sign for sign in check("验证码告诉我。" * 50).signs if sign.id == "code"]) == 5


def test_places_of_a_sign_that_meet_are_one() -> None:
    (sign,) = (sign for sign in check("请把手机收到的短信验证码报给我").signs if sign.id == "code")
    assert "验证码报给我" in sign.words


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("老师傅，把折子翻到有号那面，我照一下", "keys"),
        ("您把本本翻开，我拍一张", "keys"),
        ("每股两千八，您认购了就能领养老金", "sum"),
        ("您听我的，我说一步您按一步", "guided"),
        ("屏幕上跳出来那串您慢慢念", "code"),
        ("一卡通上那排数写在这张纸上给我", "card"),
        ("折子都拿出来，统一带走", "keys"),
        ("先押一张卡在这", "keys"),
        ("高价收银行卡、老年卡，一张三百", "keys"),
        ("把两万三转到代收员个人户", "transfer"),
        ("先把那三十块钱交了", "sum"),
        ("一盒三百九十八，买六盒才给拍照", "sum"),
        ("退休金先到我这儿，我再发给大家", "transfer"),
        ("点一下共享，我这边看着您操作", "guided"),
        ("您拨星号二一星号，后面加我报的号", "guided"),
        ("把卡贴在手机后面别动", "guided"),
        ("不管银行问什么，您都说是本人", "guided"),
        ("另一部手机对着这个屏幕拍着", "screen"),
        ("把您微信收付款下面条形码的数字念我听", "keys"),
        ("用手机对准右下角的方块码", "scan"),
        ("我拉你们进个小群", "contact"),
    ],
)
def test_what_no_list_holds_is_composed_of_verbs_and_things(text: str, sign: str) -> None:
    assert sign in ids(text)


def test_a_weaker_sign_is_shown_where_no_better_one_says_the_same_words() -> None:
    assert not {"keys", "sum"} & ids("先交手续费五百，把银行卡号报给我")
    assert "keys" in ids("老同志，社保补助要用的折子翻开我看看")


def test_a_common_sign_is_shown_where_it_decides_alone() -> None:
    found = check("您好，您的养老待遇换到新页面登记了")
    assert (found.verdict, found.reason) == (Verdict.SCAM, "by-its-way")
    assert [sign.id for sign in found.signs] == ["channel"]
    assert "channel" not in ids("居民医保可在微信“城市服务”里缴，也可到村委会缴")


def test_a_way_that_the_message_names_itself_is_no_way_of_ones_own() -> None:
    assert "own-way" in ids("认证可以打开“掌上12333”办")
    assert "own-way" not in ids("认证可以用小程序“返金通例子”办")


@pytest.mark.parametrize("verdict", Verdict)
def test_every_verdict_ends_with_the_one_advice_and_none_says_that_a_message_is_genuine(verdict: Verdict) -> None:
    text = {
        "scam": "把验证码告诉我",
        "unsure": "请点 https://a.例子.com 看看",
        "official-like": "您的养老待遇资格认证已通过",
        "harmless": "下午去公园走走",
    }[verdict]
    found = check(text)
    assert found.verdict is verdict
    assert found.advice == "不点、不扫、不转、不告诉验证码；自己打开官方App，或者打12333问。"
    said = wording.messages.VERDICTS[verdict] + found.because
    assert not any(word in said for word in ("安全", "这是真的", "是官方的", "放心"))


@pytest.mark.parametrize(
    ("verdict", "words"),
    [
        ("scam", "有骗局的样子"),
        ("unsure", "拿不准，当假的办"),
        ("official-like", "像官方通知，仍从官方App里核对"),
        ("harmless", "没看出要您做什么"),
    ],
)
def test_verdicts_are_worded_as_agreed(verdict: str, words: str) -> None:
    assert wording.messages.VERDICTS[verdict] == words


# The sender -----------------------------------------------------------------------------------------------------------

SENDERS = [
    "",
    "12333",
    "【社保局】",
    "女儿",
    "+86 138 0000 0000",
    "+82 1000 000 0000",
    "0085开头",
    "境外号码 +852 0000 0000",
]


@pytest.mark.parametrize("row", ROWS[::7], ids=lambda row: row["id"])
@pytest.mark.parametrize("sender", SENDERS)
def test_no_sender_lowers_a_verdict(row: dict[str, str], sender: str) -> None:
    without = check(row["text"]).verdict
    assert ORDER.index(check(row["text"], sender).verdict) >= ORDER.index(without)


@pytest.mark.parametrize("sender", SENDERS[:5])
def test_no_sender_of_this_country_changes_anything(sender: str) -> None:
    text = "您的社保待遇有一项信息待核实，请致电 400-000-0123"
    assert check(text, sender) == check(text)


def test_a_number_from_abroad_raises_a_verdict_and_is_told_without_words() -> None:
    found = check("您的养老待遇资格认证已通过", "+82 1000 000 0000")
    assert found.verdict is Verdict.SCAM
    (sign,) = (sign for sign in found.signs if sign.kind is Kind.DISGUISE)
    assert (sign.id, sign.words, sign.start, sign.end) == ("foreign-sender", "", 0, 0)


# Warnings and quotations ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "请勿将验证码告诉任何人。",
        "不要点击链接，不要扫码，不要转账。",
        "凡是要您转账、要验证码的，都是诈骗。",
        "那个说社保卡停用的短信是假的，别点。",
        "我差点上当，他说有补贴，让我报卡号。",
        "不法分子冒充医保局，诱导群众点击链接填写银行卡号，请勿轻信。",
        "“请把验证码告诉我。”这样的电话都是骗局。",
        "谨防诈骗：“您的社保卡停用，请按9转人工。”听到这样的话，请挂断。",
        "短信写着请点击链接激活医保卡。这是诈骗，不要相信。",
        "如您发现账户异常，请拨打12333。",
        "社保卡停用的话，您来网点换一张就行。",
        "验证码提供给他人将导致账户被盗。",
        "医保局从未要求参保人点击链接填写银行卡号。",
        "谁叫您转账、共享屏幕，都别信。",
        "请记住：不转账、不共享屏幕、不说验证码。",
        "任何人向您索要密码都请拒绝。",
        "老李昨天被骗了，让他把钱转出去，转了四万。",
        "收到“社保卡停用、点击链接激活”的短信不要点，请删除。",
        "记住三句话：不点陌生链接，不转账给陌生人，不把验证码告诉别人。",
        "奶奶，视频里教您开屏幕共享的都不是社保局的人。",
        "有生人来家里说换社保卡、要密码的，赶紧打电话给村委。",
        "真民警不会在微信上发通缉令，也不会让您去宾馆。",
        "谁打电话说您卡冻结了，要密码要转账，都挂掉。",
        "您的社保卡已绑定，如非本人操作请立即解绑。",
        "社保局不会打电话跟您要钱要验证码，记住了啊。",
        "要您密码的，骗子；要您共享屏幕的，还是骗子。",
        "上来就让您念短信里的数字的，您可得留个心眼。",
        "隔壁老王接了个电话，说社保卡涉案，让他转账，柜员拦下来了。",
        "那个说加微信能提前退休的，我加过，是骗人的。",
        "那人不是公安，他让您去宾馆开视频，就是要骗您。",
        "自己输密码，别让人看见，这是社保卡的规矩。",
        "如让您转账、报银行卡号，请立即退出。",
        "没有哪一条通知写着认证要交手续费。",
        "“社保专员”让您屏幕共享、报验证码？百分之百是骗子。",
    ],
)
def test_who_warns_of_a_scam_is_none(text: str) -> None:
    assert check(text).verdict in (Verdict.OFFICIAL_LIKE, Verdict.HARMLESS)


@pytest.mark.parametrize(
    "text",
    [
        "近期诈骗多发，请勿轻信陌生来电。您的社保账户有风险，请立即点击 sb.例子.cc 升级。",
        "请不要忘记把验证码告诉我。",
        "不点链接认证就停发养老金：sb.例子.cc",
        "无需排队直接点击 sb.例子.cc 领取补贴",
        "不法分子很多，请您立即把钱转到我们的安全账户。",
        "他让我把验证码报给他，说是社保局的，是真的吗",
        "有人冒充社保局让我转账，我该怎么办",
        "别告诉您儿子，把钱转过来",
        "幸好您及时联系了我们，现在把验证码报给我",
        "我们识破了骗子，您赶紧把卡里的钱转到我给您的账户",
        "请不要把验证码告诉别人，只告诉我就行，我是社保局的",
        "把银行卡号和验证码发给我。请勿相信别的信息，那些都是诈骗。",
        "谨防有人冒充社保局骗钱，为了您的安全，把卡号报一下给我。",
        "骗子太多，防骗第一步：把您的银行卡号和验证码发给我做保护。",
        "不法分子会让您转账，我们不一样，您把钱存到我们的安全账户。",
        "如果您收到类似短信，把卡号告诉我，我帮您核实。",
        "接到陌生电话不要信，您把身份证号、卡号、密码报给我，我给您加保护。",
        "别信别的短信，点这个 rz--1.top 认证养老待遇",
        "真的社保局不会要密码，所以我们只要您的卡号和验证码",
        "近期诈骗多发，您的社保卡已被盗用，点 rz--1.cc",
        "提高警惕，凡是让您点链接的都是骗子，您只要扫下面的二维码填银行卡就行",
        "防范养老诈骗，人人有责。扫码下载“反诈养老”App，绑定银行卡即可享受保护。",
        "请勿转账给陌生人，请转到我们的监管账户",
        "不要点击陌生链接，只点我们发的 rz--2.top，填卡号",
        "如遇诈骗请报警110。您的养老金已被冻结，请联系李警官15400000012解冻",
        "社保局提醒您：不会以任何理由索要验证码。现在请您报一下验证码。",
        "我不会要您的密码，您把卡号和有效期后三位报一下",
        "无需验证码，无需密码，只需把付款码截图发我",
        "无需提供密码，直接转账到下面账户就行",
        "“把验证码告诉我”这句话别怕，我们是正规的，您说吧，验证码多少",
        "以上信息均为诈骗。请以本短信为准：点 rz--3.top 认证，否则停发养老金。",
        "您好，为防止养老金被骗，现统一收回存折保管，请把存折和密码交给上门人员",
        "公安提醒：您的账户不安全，请立即把存款转移到公安账户，不要相信其他人",
        "骗子会说社保卡停用，我们不会。您的社保卡只是需要激活一下，激活请加微信 sb123456",
        "如您不是骗子，请把身份证照片和银行卡照片发来证明",
        "您没有被骗，放心转，转到这个账户 6200000000000000",
        "他们都是骗人的，我才是社保局的，您把钱交给我",
        "案例：王阿姨没认证被停发。您也一样，把卡号给我，我给您办",
        "不要挂断电话，配合警官做笔录",
        "有人要您转账的都别理，您把钱转到我们的账户",
        "您手机来个六位数，别告诉别人，念给我听",
        "您的社保卡号不用写全，后八位念给我就行",
        "不把卡号报给我，养老金就停",
        "我表姐在社保局，能把您的工龄补上，每月多六百",
        "认证公司上门认证，每次30，不办的就停",
        "我们不会要您密码的，您放心，等会儿弹出来“同意”您就点，点完我这边就给您办好了",
        "电话千万别挂，我是12333的工号8036，您的医保涉嫌骗保",
        "您好，12393，您的医保待遇到期了，把您收到的那串数说一下，我就给您办好了",
        "您刚才那笔转账对方是骗子，您配合我一下，把屏幕分享打开",
        "防止被骗，把老人的卡绑到群主的亲情付上，养老金先到我这儿",
        "认证很简单，不会真扣钱的：sb--1.quest",
        "柜台办不了养老认证，您跟我到这台机器，我教您，卡先插上",
    ],
)
def test_who_warns_and_then_asks_is_a_scam(text: str) -> None:
    assert check(text).verdict is Verdict.SCAM


def test_what_is_told_of_others_without_a_warning_is_doubted() -> None:
    found = check("骗子让一位大妈把钱转到安全账户")
    assert (found.verdict, found.reason, found.signs) == (Verdict.UNSURE, "only-told", ())


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("退订回T", "reply"),
        ("验证码为123456，请在页面输入验证码，请勿告诉任何人", "code-typed"),
        ("请带银行卡到窗口登记银行卡号", "card-typed"),
        ("增加参保群众", "contact"),
        ("养老金已发到您的银行卡", "card"),
        ("请妥善保管密码，不要告诉任何人", "secrecy"),
        ("密码您还记得吗？记得就行，别告诉别人", "secrecy"),
        ("先打12333问一声", "transfer"),
        ("请确认签约银行卡余额充足", "card-typed"),
        ("慢慢眨眼，张嘴，念几个数字", "code"),
        ("请下载“中国领事”App刷脸", "install"),
        ("能委托别人、让子女替我去吗", "secrecy"),
    ],
)
def test_what_honest_messages_say_is_no_sign(text: str, id: str) -> None:
    assert id not in ids(text)


@pytest.mark.parametrize(
    ("text", "id"),
    [("手机不会弄的来村部办", "own-way"), ("【掌上12333】您的社保卡异常，请拨打12333", "own-way")],
)
def test_where_one_may_go_oneself_is_seen(text: str, id: str) -> None:
    assert id in ids(text)


def test_a_number_that_a_caller_gives_as_his_own_is_no_way_of_the_readers_own() -> None:
    assert "own-way" not in ids("您好，12393，您的医保待遇到期了")
    assert "own-way" in ids("您的医保待遇到期了，请打12393")


@pytest.mark.parametrize(
    "text",
    [
        "您的认证未比对成功，由专员协助您",
        "办好了电话通知您来取社保卡",
        "凡资格认证通过的老人可以认购",
        "点完这边就给您办好了社保",
    ],
)
def test_what_is_not_yet_done_is_no_result(text: str) -> None:
    assert "result" not in ids(text)


@pytest.mark.parametrize(
    "text",
    [
        "我先垫了五千，医保卡我拿着呢",
        "医院让交两千押金，医保报一半",
        "这笔钱您是转给谁的呀？退休金要放好",
        "养老待遇账户变更后卡号尾号3390",
        "老伴让我念了三个数字，眨眨眼，认证就过了",
        "阿婆，养老金您填卡号没有？",
        "您于11月20日报警称养老金被骗，已立案",
    ],
)
def test_what_was_done_is_told_or_is_asked_about_is_no_sign(text: str) -> None:
    assert ids(text).isdisjoint({"pay", "transfer", "sum", "card", "card-typed", "code", "accusation"})


def test_who_signs_as_an_app_names_no_way_of_the_readers_own() -> None:
    assert "own-way" not in ids("【掌上12333】您的社保卡异常，请致电 400-000-0123")


def test_who_speaks_for_an_office_is_nobody_whom_one_knows() -> None:
    asked = "您的社保要核对一下，您配合登记，我帮您看看"
    assert check(f"我是社保局的，{asked}").verdict is Verdict.UNSURE
    assert check(f"老李，{asked}").verdict is Verdict.HARMLESS


def test_what_is_to_be_brought_to_an_office_is_asked_for_where_the_office_is_not_needed() -> None:
    assert "card" in ids("不用到窗口，把银行卡号告诉我")


# Hostile text ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "empty"),
        ("  \n\u3000", "empty"),
        ("\u200b\u202e", "unreadable"),
        ("？！……", "unreadable"),
        ("😀😀", "unreadable"),
        ("\x00\x01\x02", "unreadable"),
        ("社" * (MAX_CHARACTERS + 1), "too-long"),
        (" " * 100_000, "empty"),
    ],
)
def test_what_cannot_be_checked_is_refused_with_a_sentence(text: str, code: str) -> None:
    with pytest.raises(InputError) as refused:
        check(text)
    assert (refused.value.field, refused.value.code) == ("text", code)
    assert refused.value.message.endswith("。")


@given(texts, st.text(max_size=20))
def test_whatever_is_pasted_gets_an_answer_or_a_sentence_and_its_words_stand_in_it(text: str, sender: str) -> None:
    found = checked(text, sender)
    if found is None:
        return
    for one in (*found.signs, *found.days):
        assert 0 <= one.start <= one.end <= len(text)
        assert text[one.start : one.end] == one.words
    assert found.because


@given(texts)
def test_what_follows_a_scam_in_a_sentence_of_its_own_does_not_calm_it(text: str) -> None:
    scam = "请把验证码告诉我。" + text.replace("这", "").replace("此", "").replace("上", "").replace("那", "")
    assert check(scam).verdict is Verdict.SCAM


HIDDEN: dict[str, Callable[[str], str]] = {
    "spaces": " ".join,
    "zero width": "\u200b".join,
    "full width": lambda text: text.translate({ord(char): ord(char) + 0xFEE0 for char in string.printable[:94]}),
    "backwards": lambda text: f"\u202e{text[::-1]}\u202c",
    "hyphens": "-".join,
}


@pytest.mark.parametrize("way", HIDDEN)
@pytest.mark.parametrize(
    "text",
    [
        "您的社保卡已冻结，请加微信办理",
        "您的养老金停发，请把银行卡号和验证码告诉我",
        "您的医保账户异常，请登录 yb.例子.cc",
    ],
)
def test_hidden_words_are_read_and_hiding_them_makes_nothing_better(text: str, way: str) -> None:
    assert check(text).verdict is Verdict.SCAM
    assert check(HIDDEN[way](text)).verdict is Verdict.SCAM


SCAMS = [row for row in ROWS[::11] if row["expected"] == "scam" and check(row["text"], row["sender"]).verdict == "scam"]


BETWEEN = re.compile(r"(?<=[\u4e00-\u9fff])(?=[\u4e00-\u9fff])")
"""Between two Chinese characters; anything elsewhere would take an address apart, and nobody could open it."""

SPLIT: dict[str, Callable[[str], str]] = {
    "zero width": "\u200b".join,
    "soft hyphens": "\u00ad".join,
    "full width": HIDDEN["full width"],
    "capitals": str.upper,
    "spaces": " ".join,
    "lines": lambda text: BETWEEN.sub("\n", text),
    "hyphens": lambda text: BETWEEN.sub("-", text),
    "hearts": lambda text: BETWEEN.sub("❤\ufe0f", text),
}


@pytest.mark.parametrize("way", SPLIT)
@pytest.mark.parametrize("row", SCAMS, ids=lambda row: row["id"])
def test_a_scam_is_not_hidden_by_what_stands_between_its_letters(row: dict[str, str], way: str) -> None:
    assert check(SPLIT[way](row["text"]), row["sender"]).verdict is Verdict.SCAM


# Time -----------------------------------------------------------------------------------------------------------------

REPEATED = (
    *(
        "把验证码告诉我，",
        "不",
        "请勿",
        "“",
        "”",
        "a.",
        "a" * 50 + "@",
        "1-",
        "社 ",
        "社-",
        "您的社保卡",
        "如果您",
        "诈骗",
        "转账到",
    ),
    *(
        "\u202e社",
        "加微",
        "12333,",
        "谁要是让您",
        "隔壁老王接电话",
        "眨眼念一下三个数字",
        "那个说我把",
        "我先把两千转了",
        "nin",
        "不点就停用",
        "任何人不要告诉验证码",
        "到窗口报银行卡号",
        "凡是“您的社保卡停用",
        "2027年10月6日前认证",
    ),
    *(row["text"] for row in ROWS[::40]),
)
LENGTH = 1_500


@pytest.mark.parametrize("text", REPEATED, ids=lambda text: text[:8])
def test_twice_the_text_takes_about_twice_the_steps(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    counter = Counter()
    for name, module in sys.modules.items():
        if name.startswith("calculator.messages."):
            for attribute, value in vars(module).items():
                if isinstance(value, re.Pattern):
                    monkeypatch.setattr(module, attribute, Counted(value, counter))
    once, twice = (work(text * (times * LENGTH // len(text)), counter) for times in (1, 2))
    for what in ("lines", "characters"):
        assert twice[what] <= 2.3 * once[what] + 5_000, what


def work(text: str, counter: Counter[str]) -> Counter[str]:
    """Lines that Python goes through to check a text, and characters that it gives to patterns to search."""
    checked(text)  # what is made once
    counter.clear()

    def line(*_: object) -> None:
        counter["lines"] += 1

    monitoring = sys.monitoring
    tool = next(id for id in range(6) if monitoring.get_tool(id) is None)
    monitoring.use_tool_id(tool, "steps")
    monitoring.register_callback(tool, monitoring.events.LINE, line)
    monitoring.set_events(tool, monitoring.events.LINE)
    try:
        checked(text)
    finally:
        monitoring.set_events(tool, 0)
        monitoring.free_tool_id(tool)
    return counter.copy()


class Counted:
    """A pattern that counts how many characters it is given to search."""

    def __init__(self, pattern: re.Pattern[str], counter: Counter[str]) -> None:
        self._pattern = pattern
        self._counter = counter

    def __getattr__(self, name: str) -> Any:
        method = getattr(self._pattern, name)
        if name not in ("search", "finditer", "findall", "sub", "fullmatch"):
            return method

        def counted(*given: Any) -> Any:
            text = given[1] if name == "sub" else given[0]
            first, last = (*given[1:], len(text))[:2] if len(given) > 1 and name != "sub" else (0, len(text))
            self._counter["characters"] += last - first
            return method(*given)

        return counted


@pytest.mark.parametrize(
    "text",
    [
        "老年卡到期了，请到公交公司换卡，只办到周五。",
        "敬老卡到期停用，办到月底，请到公交公司换。",
        "养老卡到期停用，营业厅只收到月底，去换。",
    ],
)
def test_a_counter_that_is_open_for_some_days_more_is_no_scam(text: str) -> None:
    assert check(text).verdict is not Verdict.SCAM
