"""Days that somebody typed into a form, in words that leave something open: what they mean is asked.

What can be read in one way only is read. Of 26年3月5日, 3月5日 and 初五 one day is likely, and the question names it, so that
whoever means it need only write it so. All days are days of the Gregorian calendar, unless they are called lunar.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from calculator import wording
from calculator.assessment.supported_days import EARLIEST, LATEST
from calculator.errors import InputError
from calculator.reading.written_days import ask_which, in_digits, plain_day, refuse_what_is_to_come
from calculator.wording.lunar import LUNAR_DAYS, LUNAR_MONTHS, lunar_in_words

__all__ = ["ask_about_the_only_one", "typed_day"]

_LONGEST = 120
_SAID_BEFORE = r"(?:(?:我|上次|最近(?:一次)?|最后一次|资格|认证|年审|日期|时间|是|在|于|[:,. ])*+)"
_SAID_AFTER = r"(?:(?:认证|年审|刷脸|办理|做|领|开始|通过|成功|过|的|了|[,. ])*+)"
_MONTH_AND_DAY = r"(\d{1,2})\s*月(?:份|\s*(\d{1,2})\s*[日号]?)?"
_WITHOUT_YEAR = re.compile(
    rf"{_SAID_BEFORE}(?:{_MONTH_AND_DAY}|(\d{{1,2}})\s*[-/.]\s*(\d{{1,2}})){_SAID_AFTER}", re.ASCII
)
_SHORT_YEAR = re.compile(rf"{_SAID_BEFORE}(\d{{2}})\s*年\s*{_MONTH_AND_DAY}{_SAID_AFTER}", re.ASCII)
_RELATIVE_YEAR = re.compile(rf"{_SAID_BEFORE}(今年|去年|前年)的?\s*{_MONTH_AND_DAY}{_SAID_AFTER}", re.ASCII)
_YEARS_AGO = {"今年": 0, "去年": 1, "前年": 2}
_RELATIVE_DAY = re.compile(rf"{_SAID_BEFORE}(今天|昨天|前天){_SAID_AFTER}")
_DAYS_AGO = {"今天": 0, "昨天": 1, "前天": 2}
_RUN_TOGETHER = re.compile(r"\d{6,7}", re.ASCII)
_MONTH_AND_MORE = re.compile(rf"{_SAID_BEFORE}(\d{{4}})\s*[-/.年]\s*(\d{{1,2}})\s*(?:月份?)?{_SAID_AFTER}", re.ASCII)
_DAY = re.compile(r"(?<!\d)(\d{4})\s*[-/.年、]\s*(\d{1,2})\s*[-/.月、]\s*(\d{1,2})(?!\s*[-/.]?\d)", re.ASCII)
_ALIKE = str.maketrans("OolI|曰目", "00111日日")
"""Letters and characters that look like those of a day."""
_AROUND = "“”‘’「」『』《》\"'。.,;:!?、 "
_IN_BRACKETS = re.compile(r"[(\[【][^()\[\]【】]*[)\]】]")
_SEPARATORS = re.compile(r"([-/.、,_])(?:\s*\1)+")

_LUNAR = re.compile("农历|阴历|旧历|正月|腊月|冬月|闰|初[一二三四五六七八九十]")
_LUNAR_DAY = re.compile(
    r"(?:(?:农历|阴历|旧历)的?)?\s*(?:(?P<year>[〇零○一二三四五六七八九\d]{4}|今|去)年)?\s*(?:(?:农历|阴历|旧历)的?)?\s*"
    r"(?:(?P<leap>闰)?(?P<month>正|冬|腊|十[一二]?|[一二三四五六七八九]|\d{1,2})月(?:大|小)?)?\s*"
    r"(?P<day>初?[一二三四五六七八九]|初?十|[一二]十[一二三四五六七八九]?|十[一二三四五六七八九]|廿[一二三四五六七八九]?|三十|\d{1,2})[日号]?[. ]*"
)
_LONGEST_LUNAR_YEAR = 385
"""Days."""


def typed_day(text: str, *, field: str, near: date | None, until: date | None = None) -> str:
    """What is typed, as plainly as ``parse_day`` reads it; what is no day stays as it is, for that to refuse.

    :param text: as ``visible`` gives it.
    :param field: the field of the form.
    :param near: the day from which a year that was left out is guessed: the latest that is not behind it, and for the
        month of the first pension (``claim``) the nearest. Without it, no year is guessed.
    :param until: the last day, inclusive, that can be meant: nobody is asked about a later one, which ``parse_day`` refuses.
    :raises InputError: for what leaves something open, with a question that names the day that is likely meant.
    """
    if len(text) > _LONGEST:
        return text
    if near and _LUNAR.search(text):
        _ask_about_the_lunar(text, field, near)
    plain = _SEPARATORS.sub(r"\1", in_digits(_bare(text)))
    if near:
        guess = _nearest if field == "claim" else _latest
        _ask_for_the_year(plain, text, field, lambda month, number: guess(month, number, near))
        _ask_about_the_relative(plain, text, field, near, until)
    _ask_about_the_short(plain, text, field, until)
    if match := _MONTH_AND_MORE.fullmatch(plain):
        return f"{match[1]}年{match[2]}月"
    alike = plain.translate(_ALIKE).rstrip("日号. ")
    if alike != plain and _DAY.fullmatch(alike):
        return alike
    return plain_day(_SEPARATORS.sub(r"\1", _bare(text)), field, until)


def ask_about_the_only_one(text: str, field: str, until: date | None) -> None:
    """A day among other words is most likely what is meant.

    :param text: as ``visible`` gives it.
    :param until: the last day, inclusive, that can be meant.
    :raises InputError: if there is one, with the question.
    """
    days = dict.fromkeys(_day(*map(int, one)) for one in _DAY.findall(in_digits(text)))
    if len(days) == 1 and (day := days.popitem()[0]):
        ask_which([day], text, field, until, only="among-words")


def _bare(text: str) -> str:
    """A text without what people put around one that they quote."""
    bare = text.strip(_AROUND)
    return bare[1:-1].strip(_AROUND) if _IN_BRACKETS.fullmatch(bare) else bare


# What is asked --------------------------------------------------------------------------------------------------------


def _ask_for_the_year(plain: str, text: str, field: str, guess: Callable[[int, int], date | None]) -> None:
    match = _WITHOUT_YEAR.fullmatch(plain)
    if match is None:
        return
    month, number = match[1] or match[3], match[2] or match[4]
    found = guess(int(month), int(number or 1))
    if found:
        meant = wording.written_days.named(found, month_only=not number)
        raise InputError(field, "no-year", wording.written_days.which_year(text, found.year, meant), (meant,))


def _ask_about_the_relative(plain: str, text: str, field: str, near: date, until: date | None) -> None:
    if match := _RELATIVE_DAY.fullmatch(plain):
        meant = wording.written_days.named(near - timedelta(days=_DAYS_AGO[match[1]]))
        raise InputError(field, "relative", wording.written_days.is_it(text, meant), (meant,))
    if match := _RELATIVE_YEAR.fullmatch(plain):
        found = _day(near.year - _YEARS_AGO[match[1]], int(match[2]), int(match[3] or 1))
        if found:
            refuse_what_is_to_come(found, until, field)
            meant = wording.written_days.named(found, month_only=not match[3])
            raise InputError(field, "relative", wording.written_days.is_it(text, meant), (meant,))


def _ask_about_the_short(plain: str, text: str, field: str, until: date | None) -> None:
    """What can be said in fewer figures, and then in more than one way: 26年3月5日, 260305, 2026305."""
    if match := _SHORT_YEAR.fullmatch(plain):
        year = 2000 + int(match[1])
        found = _day(year, int(match[2]), int(match[3] or 1))
        if found:
            refuse_what_is_to_come(found, until, field)
            meant = wording.written_days.named(found, month_only=not match[3])
            raise InputError(field, "short-year", wording.written_days.whole_year(text, year, meant), (meant,))
    if _RUN_TOGETHER.fullmatch(plain):
        ask_which(list(dict.fromkeys(_run_together(plain))), text, field, until, only="run-together")


def _ask_about_the_lunar(text: str, field: str, near: date) -> None:
    match = _LUNAR_DAY.fullmatch(_bare(text))
    day = _solar(match, near) if match else None
    if day is None:
        raise InputError(field, "lunar", wording.written_days.lunar(text))
    meant = wording.written_days.named(day)
    raise InputError(field, "lunar", wording.written_days.is_it_lunar(text, meant), (meant,))


# Which day is likely --------------------------------------------------------------------------------------------------


def _latest(month: int, number: int, near: date) -> date | None:
    """The latest such day that is not behind ``near``."""
    days = (_day(year, month, number) for year in range(near.year, near.year - 9, -1))
    return next((day for day in days if day and day <= near), None)


def _nearest(month: int, number: int, near: date) -> date | None:
    days = [_day(year, month, number) for year in range(near.year - 1, near.year + 2)]
    return min((day for day in days if day), key=lambda day: abs((day - near).days), default=None)


def _run_together(plain: str) -> Iterator[date]:
    """260305 as year, month, day; 2026305 and 202635 with months and days of one or two figures."""
    if len(plain) == 6 and (day := _day(2000 + int(plain[:2]), int(plain[2:4]), int(plain[4:]))):
        yield day
    for month_ends in (5, 6):
        if plain[month_ends:] and (day := _day(int(plain[:4]), int(plain[4:month_ends]), int(plain[month_ends:]))):
            yield day


def _solar(match: re.Match[str], near: date) -> date | None:
    """The latest day not behind ``near`` that the lunar calendar calls so, in its year if one is named."""
    name = _lunar_name(match)
    if not name:
        return None
    first, last = near - timedelta(days=_LONGEST_LUNAR_YEAR), near
    if match["year"]:
        named = match["year"]
        year = near.year - (named == "去") if named in "今去" else int(in_digits(f"{named}年")[:4])
        if not EARLIEST.year <= year < LATEST.year:
            return None
        first, last = _new_year(year), min(_new_year(year + 1) - timedelta(days=1), near)
    days = (last - timedelta(days=ago) for ago in range((last - first).days + 1))
    return next((day for day in days if day >= EARLIEST and lunar_in_words(day).endswith(name)), None)


def _lunar_name(match: re.Match[str]) -> str:
    """What the calendar calls it, as far as it was said: 二月初六, 闰六月初一, or 初五 of any month; "" for none."""
    number = int(in_digits(f"{match['day'].removeprefix('初')}日")[:-1])
    if not 1 <= number <= len(LUNAR_DAYS):
        return ""
    day = LUNAR_DAYS[number - 1]
    if not match["month"]:
        return day
    month = match["month"]
    if month not in LUNAR_MONTHS:
        count = int(in_digits(f"{month}月")[:-1])
        month = LUNAR_MONTHS[(count - 1) % 12]
    return f"{match['leap'] or '历'}{month}月{day}"


def _new_year(year: int) -> date:
    """The first day of the lunar year that begins in a year."""
    days = (date(year, 1, 20) + timedelta(days=after) for after in range(40))
    return next(day for day in days if lunar_in_words(day).endswith("历正月初一"))


def _day(year: int, month: int, number: int) -> date | None:
    try:
        found = date(year, month, number)
    except ValueError:
        return None
    return found if EARLIEST <= found <= LATEST else None
