"""Days as spreadsheets hold them: everything that the calculator's form understands, and serial numbers.

Excel counts days from 1900-01-01 as 1 and believes in a 29 February 1900 (serial 60), so that from March 1900 on the
day is 1899-12-30 plus the number; every day that the calculator supports lies after that. Workbooks that were begun on
an old Macintosh count from 1904-01-01 as 0, which the workbook says of itself.
"""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from functools import lru_cache

from calculator import wording
from calculator.assessment.supported_days import EARLIEST, LATEST
from calculator.errors import InputError
from calculator.reading.days import TypedDay, read_day
from calculator.reading.weekdays import without_weekday
from calculator.reading.written_days import plain_day, visible

__all__ = ["day_text", "newest", "roster_day", "serial_day"]

_EPOCH_1900 = date(1899, 12, 30)
_EPOCH_1904 = date(1904, 1, 1)

_SERIAL = re.compile(r"(\d{5})(?:\.\d*)?", re.ASCII)
_WHOLE_NUMBER = re.compile(r"(\d{6}|\d{8})\.0*", re.ASCII)
_TEXT_FORMULA = re.compile(r"=\s*\"([^\"]*)\"")
"""How exporting programs keep a spreadsheet from changing a text: ``="2025-12-05"``."""
_MONTH_AND_DAY = re.compile(r"(\d{1,2})\s*[月/.-]\s*(\d{1,2})\s*[日号]?", re.ASCII)
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−", "-"))
_JANUARY_OR_OCTOBER = re.compile(r"\d{4}\.1", re.ASCII)
"""A cell that holds 2025.10 as a number shows 2025.1, and nobody can tell which it was."""
_NOT_DONE = re.compile(
    r"(?:[-/\\_×x○〇0.、…]+|no?|none|null|nan|#?n/a|空|暂?缺"
    r"|(?:还|尚|暂|仍|均|目前)?(?:未|没有?|无|否|不|待)(?:来|曾|做|办|进行|完成|参加|采集|登记|填写?|到期?|通过|合格)*"
    r"(?:本年度?|今年|资格|生存|人脸|刷脸)*(?:认证|年审|年检|核验|验证|办理|确认|完成|通过)?(?:过|了|成功)?(?:信息|记录|日期|时间|数据)?)"
    r"(?:\((?!.*[死故亡停]).*\))?"
)
"""What people write where somebody was not certified in a year. 已认证 is none of it, nor is 停发 or 去世."""
_LONG = 40


def serial_day(serial: int, *, system_1904: bool = False) -> date:
    """The day of a serial number of Excel.

    >>> serial_day(45731)
    datetime.date(2025, 3, 15)
    """
    return (_EPOCH_1904 if system_1904 else _EPOCH_1900) + timedelta(days=serial)


def day_text(cell: str, *, system_1904: bool = False) -> str:
    """What a cell says of a day, as the calculator's form understands it; what is no day stays as it is.

    :raises InputError: for what could be two days, or is of another calendar, or is a formula without its value.
    """
    plain = visible(cell).lstrip("'")
    if match := _TEXT_FORMULA.fullmatch(plain):
        plain = match[1].strip()
    if plain.startswith("="):
        raise InputError("last", "formula", wording.written_days.FORMULA)
    if match := _SERIAL.fullmatch(plain):
        day = serial_day(int(match[1]), system_1904=system_1904)
        return day.isoformat() if EARLIEST <= day <= LATEST else plain
    if match := _WHOLE_NUMBER.fullmatch(plain):
        return match[1]
    if _JANUARY_OR_OCTOBER.fullmatch(plain):
        raise InputError("last", "ambiguous", wording.roster.month_or_october(plain))
    return plain_day(plain)


def newest(cells: Sequence[tuple[str, int]], *, system_1904: bool = False) -> str:
    """The newest of several days of certification of one person, as written; "" where there is none.

    A column in which 未认证, 否 or a dash stands says that there was none, so that those before it count.

    :param cells: each text that is written, with the year that its heading names or 0. Of the columns that name years
        those of the newest year count, and may leave the year out. They and the others are compared, and the latest day
        counts; if one of them cannot be read, that one, for it could be the latest.
    """
    cells = [cell for cell in cells if not _was_not_done(cell[0])] or cells
    newest_year = max((year for _, year in cells), default=0)
    texts = [_with_year(text, year) for text, year in cells if year in (newest_year, 0)]
    if len(texts) < 2:
        return "".join(texts)
    days = []
    for one in texts:
        day = _day_or_none(one, system_1904=system_1904)
        if day is None:
            return one
        days.append((day, one))
    return max(days)[1]


def _with_year(text: str, year: int) -> str:
    """A day with the year of its column, where it leaves it out."""
    return f"{year}年{match[1]}月{match[2]}日" if year and (match := _MONTH_AND_DAY.fullmatch(text)) else text


@lru_cache(maxsize=1 << 14)
def _day_or_none(text: str, *, system_1904: bool) -> date | None:
    try:
        return roster_day(text, system_1904=system_1904).day
    except InputError:
        return None


@lru_cache(maxsize=1024)
def _was_not_done(text: str) -> bool:
    return len(text) < _LONG and bool(_NOT_DONE.fullmatch("".join(visible(text).translate(_DASHES).casefold().split())))


def roster_day(cell: str, *, system_1904: bool = False, today: date | None = None) -> TypedDay:
    """The day that a cell holds, with the weekday that it says where that is another: of a cell nobody can be asked.

    :param today: later days are refused.
    :raises InputError: if it holds none, with the sentence that the calculator's form would show.
    """
    text, weekday = without_weekday(visible(cell))
    return read_day(day_text(text, system_1904=system_1904), today=today).beside(weekday)
