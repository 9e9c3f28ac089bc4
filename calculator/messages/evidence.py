"""Which signs stand in a message, before it is asked what they mean together."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator

from calculator.messages.addresses import addresses
from calculator.messages.combinations import REMOTE
from calculator.messages.context import Context, Standing
from calculator.messages.finding import Place, Text
from calculator.messages.numbers import is_foreign, numbers
from calculator.messages.plain import Plain
from calculator.messages.signs import SIGNS, Kind
from calculator.messages.words.deeds import APPS

__all__ = ["evidence"]

_TAKEN_AS_THEY_ARE = (Kind.MANNER, Kind.DISGUISE)
"""Kinds of signs that are there even where the message warns of others."""
_BUT_NOT = ("fake-warning", "request", "soon")
_WARNS = "warning"
_FORBIDS = ("secrecy", "result", "emergency")
"""Signs whose own words may say not: 别告诉家里人, 无需再办, 先别打电话."""
_WORTH_HIDING = "theme account stopped code card bank_card password chat scan link money pension hurry"
"""Groups of words that a scam would hide from a filter."""


def evidence(read: Plain, words: Text) -> dict[str, list[Place]]:
    """The signs of a message by their ids, each with the places in the plain text that show it."""
    context = Context(words)
    found: defaultdict[str, list[Place]] = defaultdict(list)
    for id, place in _candidates(read, words):
        kind = SIGNS[id].kind
        if id == _WARNS or (kind in _TAKEN_AS_THEY_ARE and id not in _BUT_NOT):
            found[id].append(place)
            continue
        stands = context.standing(place, kind, forbids=id in _FORBIDS)
        if stands is not Standing.WARNED_OF:
            found[id if stands is Standing.MEANT else "told"].append(place)
    return _without_the_innocent(found, words, context)


def _candidates(read: Plain, words: Text) -> Iterator[tuple[str, Place]]:
    for id in SIGNS:
        yield from ((id, place) for place in words.sign(id))
    for address in addresses(read.text):
        yield address.sign, (address.start, address.end)
        if address.sign == "other-address" and _ACTS.search(read.text, *words.sentence(address.start)):
            yield "acts-there", (address.start, address.end)
    for number in numbers(read.text):
        place = number.start, number.end
        if not (number.listed and _names_himself(words, place)):
            yield "own-way" if number.listed else "call", place
        if is_foreign(read.text[slice(*place)]):
            yield "foreign-sender", place
        if number.spelled:
            yield "disguised", place
    for group in _WORTH_HIDING.split():
        yield from (("disguised", place) for place in words.places(group) if read.disguises(*place))
    sounds = words.places("mixed_sound")
    if len(sounds) > 1:
        yield from (("disguised", place) for place in sounds)


def _names_himself(words: Text, number: Place) -> bool:
    """Whether a caller says that he is this number, or is its: 您好，12393，您那个待遇到期了."""
    named = words.places("names_himself")
    at = bisect_right(named, (number[0], len(words.text)))
    return at > 0 and number[0] < named[at - 1][1]


_ACTS = re.compile(
    "登记|认证|核验|核实|核对|(?<!有)更新|激活|补[录填全办]|申领|领取|领钱|换[卡领]|升级|绑定|申诉|解[冻锁]|恢复|签[约发]|完善|实名|续期|注册|确认"
)
"""What is done to one's rights, and so with an authority alone: to look at a report elsewhere is no such thing."""

_AT_A_WINDOW = ("card", "card-typed", "keys", "sum", "face", "pay", "e-sign", "id-photo")
"""What is asked for at an office too."""
_SENT = re.compile("[发传拍]给?[我来过]")
"""A picture that is sent is not shown at a window, even where it may be brought there instead."""
_INTRODUCES = re.compile("[我俺这]")
_ITS_OWN_NAME = re.compile(f"“(?!{'|'.join(APPS.split())})")
"""搜小程序“返金通”: what an own way is called decides whether it is one."""
_FAILED = re.compile("(?:未|没|没有|尚未|无法|不能|不)(?:能)?$")
_WHEN_DONE = re.compile("(?<=了)(?:就|再|后|电话|会|给[您你]|通知|叫|告诉)|的(?:老|人|都|可|才)")
_OF_A_MESSAGE = re.compile("短信|验证|收到|手机|发|卡|码|折")
_SHOWS_FACE = re.compile("眨|张嘴|点头|摇头|刷脸|人脸")
_MONEY_APPS = re.compile("手机银行|支付宝|网银|微信|的银行")
_AT_ITS_DESK = re.compile(
    "(?:医院|住院部|公证处|卫生院|诊所|药店|照相馆|打印店|老年大学|养老院|物业|食堂|工会|厂里)[^,。;!?您你我]{0,4}(?:让|要|叫|通知)?$"
)
_IS_CLOSED = re.compile(
    "不了|不成|办不|不能办|不通|没人|关门|下班|人太?多|实习|上班|工作(?!人员|日|时)|有(?:个)?(?:人|熟|关系|亲戚|指标)"
)
"""柜台办不了: a way that is said to be closed is none."""
_PUBLIC = re.compile("社保|医保|认证|市民|政务|城市|缴|办理|查|人社|挂号|养老")
"""What an app of money is opened for, where it is a way of one's own: 打开支付宝的市民中心."""
_PROMISES = re.compile("(?:就|才|马上|立刻|这边)[^,。;!?]{0,4}(?:给|帮|替|为)(?:您|你)[^,。;!?已]{0,2}$")
_OFFERS = re.compile("我(?:帮|带|陪|给|接)[您你]")


def _before(place: Place) -> Place:
    """The few characters in front of a place."""
    return max(0, place[0] - 12), place[0]


_UNSUBSCRIBE = re.compile("退订|拒收|屏蔽|取消订阅")


def _without_the_innocent(found: dict[str, list[Place]], words: Text, context: Context) -> dict[str, list[Place]]:
    """The signs but those of which the rest of the message says that they are honest."""
    kept = dict(found)
    # Whoever says that he is of an office is nobody whom one knows, however kindly he says 我帮您看.
    if "claims-office" in kept:
        kept["acquaintance"] = []
    if any(_INTRODUCES.match(words.text, start) for start, _ in kept.get("claims-authority", ())):
        kept |= {"family-talk": [], "acquaintance": []}
    # Whoever signs as 【掌上12333】 names himself, and no way of the reader's own.
    signed = words.places("signature")
    kept["own-way"] = [place for place in kept.get("own-way", ()) if not any(a <= place[0] < b for a, b in signed)]
    kept["own-way"] = [place for place in kept["own-way"] if not _ITS_OWN_NAME.match(words.text, place[1])]
    # Who comes for money is no office.
    if kept.keys() & {"sum", "pay"}:
        kept["own-way"] = [place for place in kept["own-way"] if "上门" not in words.text[slice(*place)]]
    # 打开手机银行，照我说的点 leads on no way of one's own.
    led = {words.sentence(start)[0] for start, _ in kept.get("guided", ())}
    kept["own-way"] = [
        place
        for place in kept.get("own-way", ())
        if not _MONEY_APPS.search(words.text, *place)
        or (words.sentence(place[0])[0] not in led and _PUBLIC.search(words.text, place[0], place[1] + 14))
    ]
    # 点完就给您办好了 promises, and tells of nothing done.
    kept["result"] = [
        place
        for place in kept.get("result", ())
        if not _PROMISES.search(words.text, *_before(place))
        and not _FAILED.search(words.text, *_before(place))
        and not _WHEN_DONE.match(words.text, place[1])
    ]
    # Who looks into the camera is asked for digits of the screen, and of no message.
    faces = {words.sentence(face.start())[0] for face in _SHOWS_FACE.finditer(words.text)}
    for id in ("code", "keys"):
        kept[id] = [
            place
            for place in kept.get(id, ())
            if _OF_A_MESSAGE.search(words.text, *place) or words.sentence(place[0])[0] not in faces
        ]
    # Whoever wants to be added to a list of friends is none, however kindly he says 我给您办.
    if "contact" in kept:
        kept["acquaintance"] = [
            place for place in kept.get("acquaintance", ()) if not _OFFERS.match(words.text, *place)
        ]
    kept["own-way"] = [place for place in kept["own-way"] if not _IS_CLOSED.match(words.text, place[1])]
    # 我表姐在社保局 says whom somebody knows there, and not where to go.
    if "insider" in kept:
        kept["own-way"] = []
    # 验证码请勿告诉任何人 keeps no secret from the family.
    kept["secrecy"] = [place for place in kept.get("secrecy", ()) if not context.is_about_keys(place)]
    # 医院让交两千押金 says where one pays.
    for id in ("pay", "sum"):
        kept[id] = [place for place in kept.get(id, ()) if not _AT_ITS_DESK.search(words.text, *_before(place))]
    # Who is to come to the station gives his record there.
    kept["video"] = [place for place in kept.get("video", ()) if not context.is_at_a_window(place)]
    if "otp" in kept:
        kept |= {"code-typed": [], "secrecy": []}
    if _UNSUBSCRIBE.search(words.text):
        kept["reply"] = []
    kept = {id: places for id, places in kept.items() if places}
    if kept.keys().isdisjoint(REMOTE):
        kept |= {
            id: [
                place
                for place in kept.get(id, ())
                if not context.is_at_a_window(place)
                or (id == "id-photo" and _SENT.search(words.text, place[0], place[1] + 2))
            ]
            for id in _AT_A_WINDOW
        }
    return {id: places for id, places in kept.items() if places}
