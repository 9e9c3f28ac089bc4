"""Days as other people and other programs have written them, brought into a form that ``parse_day`` reads.

What can be read in one way only is read: 二〇二五年三月五日, ISO with a zone, 上午9:00 behind it, 人脸 in brackets. What can
be read in two ways is asked about with both, and so is what is of another calendar.

All days are days of the Gregorian calendar.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from datetime import date, datetime

from calculator import wording
from calculator.assessment.supported_days import EARLIEST, LATEST
from calculator.counting.device_clock import BEIJING
from calculator.errors import InputError

__all__ = [
    "OTHER_MATTER",
    "ask_which",
    "in_digits",
    "plain_day",
    "readings",
    "refuse_what_is_to_come",
    "says_done",
    "shown",
    "visible",
]

_LONGEST = 120

_DIGITS = {digit: number for number, digits in enumerate(("〇零○", *"一二三四五六七八九")) for digit in digits}
_NUMERAL = re.compile(r"[〇零○一二三四五六七八九十廿卅]+(?=\s*[年月日号])|(?<=月)[一二三四五六七八九十廿卅]+$")
_THOUSAND = re.compile(r"[两二]千[〇零○]?([一二三四五六七八九十]{1,3})(?=\s*年)")
"""两千零二十五年, as a year is dictated."""
_TENS = {"十": 10, "廿": 20, "卅": 30}

_LUNAR = re.compile("农历|阴历|旧历|正月|腊月|冬月|闰|初[一二三四五六七八九十]")
_REPUBLIC = re.compile(r"(民国)?\s*(\d{1,3})\s*年\s*(\d{1,2})\s*月(?:\s*(\d{1,2})\s*[日号]?)?", re.ASCII)
_FIRST_YEAR_OF_THE_REPUBLIC = 1912
OTHER_MATTER = re.compile(
    "未|不|失败|到期|截止|有效|失效|预约|待|拟|停发|暂停|逾期|下次|作废|错|取消|撤销|驳回|退回|死亡|去世"
)
"""What says of a day that it is none on which somebody was certified."""

_ISO_WITH_ZONE = re.compile(
    r"(\d{4}-\d\d?-\d\d?)[T ]\s*(\d\d?:\d\d(?::\d\d)?)(?:[.,]\d+)?\s*(Z|UTC|GMT|[+-]\d\d:?\d\d)",
    re.IGNORECASE | re.ASCII,
)
_DAY = r"\d{4}\s*[-/.年、]\s*\d{1,2}\s*[-/.月、]\s*\d{1,2}\s*[日号]?|(?<!\d)\d{8}(?!\d)"
_ONE_DAY = re.compile(_DAY, re.ASCII)
_TIME = (
    r"[T,\s]*(?:上午|下午|中午|早上|晚上|凌晨|晚|早|[ap]\.?m\.?)?\s*\d{1,2}\s*[:时点]\s*(?:\d{1,2}\s*(?:[:分]\s*(?:\d{1,2}(?:\.\d+)?秒?)?)?)?"
    r"\s*(?:[ap]\.?m\.?)?|\s*(?:上午|下午|中午|早上|晚上)"
)
_DONE_SOMEHOW = (
    r"(?:已|于|用|在|通过|本人|人脸|刷脸|识别|手机|微信|支付宝|app|窗口|大厅|现场|自助机?|社区|上门|网上|线上|线下|系统|数据|比对|静默|"
    r"认证|年审|办理|完成|成功|合格|正常|了|过|的|做|办|[,，;；。.、\s])*+"
)
_SAID_BEFORE = r"(?:(?:上次|最近|最近一次|最后一次|已)?(?:资格)?(?:认证|年审)?(?:通过)?(?:日期|时间|日)?\s*(?:于|在|是|为|[:：])?\s*)?"
_DONE = re.compile(_DONE_SOMEHOW, re.IGNORECASE)
_DAY_AND_MORE = re.compile(rf"{_SAID_BEFORE}({_DAY})(?:{_TIME})?{_DONE_SOMEHOW}", re.IGNORECASE | re.ASCII)
_COMPACT_MOMENT = re.compile(r"(\d{8})(?:[01]\d|2[0-3])[0-5]\d(?:[0-5]\d)?", re.ASCII)
_IN_BRACKETS = re.compile(r"\s*[(\[【〔<]([^)\]】〕>]*)[)\]】〕>]")
_SHORT_YEAR = re.compile(r"(\d{2})\s*年\s*(\d{1,2})\s*月(?:\s*(\d{1,2})\s*[日号]?)?", re.ASCII)
_THREE_NUMBERS = re.compile(r"(\d{1,2})\s*[-/. ]\s*(\d{1,2})\s*[-/. ]\s*(\d{4}|\d{2}|\d)", re.ASCII)
_WITHOUT_YEAR = re.compile(r"\d{1,2}\s*(?:月\s*\d{1,2}\s*[日号]?|[-/]\s*\d{1,2})", re.ASCII)
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_MONTH = rf"(?P<m>{'|'.join(_MONTHS)})[a-z]*\.?"
_ENGLISH = (
    re.compile(
        rf"(?:[a-z]{{3,9}}\.?,?\s+)?(?P<d>\d{{1,2}})(?:st|nd|rd|th)?[\s-]+{_MONTH}[\s,-]+(?P<y>\d{{4}})", re.I | re.A
    ),
    re.compile(
        rf"(?:[a-z]{{3,9}}\.?,?\s+)?{_MONTH}\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y>\d{{4}})", re.I | re.A
    ),
)
_ENGLISH_TIME = re.compile(
    r"[\s,]+\d{1,2}:\d{2}(?::\d{2})?(?:\s*[ap]m)?(?:\s*(?:GMT\+0800|CST|\+08:?00)\b.*)?$", re.I | re.A
)
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−－", "-") | dict.fromkeys("。．·", "."))

_UNSEEN = frozenset(["Cc", "Cf", "Cn", "Co", "Cs", "Mn", "Me"])
_BLANK = frozenset("\u115f\u1160\u2800\u3164\uffa0")
"""Letters and signs that are drawn as nothing."""


def visible(text: str) -> str:
    """A text in half-width characters without what cannot be seen: marks of direction, joiners, byte order marks.

    >>> visible("\\u200b２０２５-12-05\\ufeff")
    '2025-12-05'
    """
    return shown(unicodedata.normalize("NFKC", text))


def shown(text: str) -> str:
    """A text as it looks: what cannot be seen in it is no part of what somebody typed.

    >>> shown("\u200b２０２５-12-05\ufeff")
    '２０２５-12-05'
    """
    if text.isascii() and text.isprintable():
        return text.strip()
    return "".join(one for one in text if one.isspace() or _is_seen(one)).strip()


def _is_seen(one: str) -> bool:
    return one not in _BLANK and unicodedata.category(one) not in _UNSEEN


def says_done(text: str) -> bool:
    """Whether a text says that it was done, or how, and nothing else: 已认证, 手机刷脸."""
    return len(text) <= _LONGEST and bool(_DONE.fullmatch(text))


def plain_day(text: str, field: str = "last", until: date | None = None) -> str:
    """A day as ``parse_day`` reads it; what is none stays as it is, for ``parse_day`` to refuse.

    :param text: as ``visible`` gives it.
    :param field: where it was written.
    :param until: the last day, inclusive, that can be meant.
    :raises InputError: for what could be two days, or is of another calendar, with a sentence that asks.
    """
    if len(text) > _LONGEST or not text:
        return text
    if _LUNAR.search(text):
        raise InputError(field, "lunar", wording.written_days.lunar(text))
    plain = in_digits(text)
    _refuse_the_republic(plain, text, field, until)
    if moment := _ISO_WITH_ZONE.fullmatch(plain):
        return _in_beijing(*moment.groups()) or plain
    plain = _without_brackets(plain, text, field)
    for read in (_one_day, _compact_moment, _short_year, _year_last, _english):
        if found := read(plain):
            return found
    _refuse_the_unclear(plain, text, field, until)
    return plain.rstrip(".,;，；、 ")


# Read in one way ------------------------------------------------------------------------------------------------------


def in_digits(text: str) -> str:
    """A text with the numerals of a day as digits, and with plain dashes and points.

    >>> in_digits("二〇二五年三月五号"), in_digits("两千零二十五年元月"), in_digits("二零二五年三月五")
    ('2025年3月5号', '2025年1月', '2025年3月5')
    """
    plain = text.translate(_DASHES).replace("元月", "1月")
    plain = _THOUSAND.sub(lambda match: f"20{_number(match[1]):0>2}", plain)
    return _NUMERAL.sub(lambda match: _number(match[0]), plain)


def _number(text: str) -> str:
    """Numerals as digits: 二〇二五 one by one, 十二 and 廿五 as numbers."""
    if not any(ten in text for ten in _TENS):
        return "".join(str(_DIGITS[one]) for one in text)
    tens = next(at for at, one in enumerate(text) if one in _TENS)
    before, after = text[:tens], text[tens + 1 :]
    if len(before) > 1 or len(after) > 1 or after in _TENS:
        return text
    times = _DIGITS[before] if before else 1
    return str(times * _TENS[text[tens]] + (_DIGITS[after] if after else 0))


def _in_beijing(day: str, time: str, zone: str) -> str:
    """The day in Beijing of a moment that names its zone: midnight there is the afternoon before in UTC."""
    year, month, number = day.split("-")
    hour, _, rest = time.partition(":")
    offset = "+00:00" if zone[0].isalpha() else zone
    try:
        moment = datetime.fromisoformat(f"{year}-{month:0>2}-{number:0>2}T{hour:0>2}:{rest}{offset}")
        return moment.astimezone(BEIJING).date().isoformat()
    except (ValueError, OverflowError):
        return ""


def _one_day(plain: str) -> str:
    """A day with its time and how it was done behind it."""
    match = _DAY_AND_MORE.fullmatch(plain)
    return match[1] if match else ""


def _compact_moment(plain: str) -> str:
    match = _COMPACT_MOMENT.fullmatch(plain)
    return match[1] if match else ""


def _short_year(plain: str) -> str:
    """25年3月5日: the order is said, and no pensioner was certified in another century."""
    match = _SHORT_YEAR.fullmatch(plain)
    if match is None:
        return ""
    return f"20{match[1]}年{match[2]}月" + (f"{match[3]}日" if match[3] else "")


def _year_last(plain: str) -> str:
    """25/3/2025: no month has the number 25."""
    match = _THREE_NUMBERS.fullmatch(plain)
    if match is None or len(match[3]) < 4:
        return ""
    days = set(readings(*match.groups()))
    return days.pop().isoformat() if len(days) == 1 else ""


def _english(plain: str) -> str:
    shorter = _ENGLISH_TIME.sub("", plain)
    for pattern in _ENGLISH:
        if match := pattern.fullmatch(shorter):
            return f"{match['y']}-{_MONTHS.index(match['m'].lower()) + 1}-{match['d']}"
    return ""


# Asked about ----------------------------------------------------------------------------------------------------------


def _refuse_the_republic(plain: str, text: str, field: str, until: date | None) -> None:
    match = _REPUBLIC.fullmatch(plain)
    if match is None or not (match[1] or len(match[2]) == 3):
        if "民国" in plain:
            raise InputError(field, "republic", wording.written_days.republic(text, None))
        return
    day = _day(int(match[2]) + _FIRST_YEAR_OF_THE_REPUBLIC - 1, int(match[3]), int(match[4] or 1))
    meant = []
    if day:
        refuse_what_is_to_come(day, until, field)
        meant.append(wording.written_days.named(day, month_only=not match[4]))
    raise InputError(field, "republic", wording.written_days.republic(text, day), meant)


def _without_brackets(plain: str, text: str, field: str) -> str:
    for note in _IN_BRACKETS.findall(plain):
        if match := OTHER_MATTER.search(note):
            raise InputError(field, "other-matter", wording.written_days.other_matter(text, match[0]))
    return _IN_BRACKETS.sub("", plain).strip()


def _refuse_the_unclear(plain: str, text: str, field: str, until: date | None) -> None:
    days = dict.fromkeys(_ONE_DAY.findall(plain))
    if len(days) > 1:
        raise InputError(field, "several", wording.written_days.several(text))
    if len(days) == 1 and (match := OTHER_MATTER.search(plain)):
        raise InputError(field, "other-matter", wording.written_days.other_matter(text, match[0]))
    if match := _THREE_NUMBERS.fullmatch(plain):
        ask_which(list(dict.fromkeys(readings(*match.groups()))), text, field, until)
    if _WITHOUT_YEAR.fullmatch(plain):
        raise InputError(field, "no-year", wording.written_days.without_year(text))


def ask_which(days: Sequence[date], text: str, field: str, until: date | None, *, only: str = "ambiguous") -> None:
    """Ask which of several days is meant, of those that are not to come; where there is but one, whether it is.

    :param until: the last day, inclusive, that can be meant.
    :param only: the code of the question where there is but one.
    :raises InputError: if there is any day.
    """
    possible = [day for day in days if until is None or day <= until]
    meant = [wording.written_days.named(day) for day in possible]
    if len(possible) > 1:
        raise InputError(field, "ambiguous", wording.written_days.readings(text, possible), meant)
    if possible:
        raise InputError(field, only, wording.written_days.is_it(text, meant[0]), meant)
    if days:
        refuse_what_is_to_come(days[0], until, field)


def refuse_what_is_to_come(day: date, until: date | None, field: str) -> None:
    """Nobody has been certified on a day to come.

    :param until: the last day, inclusive, that can be meant; without it, any day can.
    :raises InputError: if it is a later one.
    """
    if until is not None and day > until:
        raise InputError(field, "future", wording.errors.day_in_future(day, until))


def readings(first: str, second: str, third: str) -> Iterator[date]:
    """The days that three numbers could be: year, month, day; day, month, year; month, day, year."""
    one, two, three = int(first), int(second), int(third)
    orders: list[tuple[int, int, int]] = [(three, one, two), (three, two, one)]
    if len(third) < 4:
        orders.insert(0, (one, two, three))
    for year, month, number in orders:
        found = _day(year if year > 99 else 2000 + year, month, number)
        if found is not None:
            yield found


def _day(year: int, month: int, number: int) -> date | None:
    try:
        found = date(year, month, number)
    except ValueError:
        return None
    return found if EARLIEST <= found <= LATEST else None
