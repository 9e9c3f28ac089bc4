"""Lists as people write them in a chat or a notebook, which are no tables: 1、张三：2026年5月1日；李四2026.5.3。

A line is cut into days, numbers, words and notes. A day belongs to the name before it, or where the line begins with one,
to the names behind it. What stands between a name and its day and is nothing that is known, and what follows a day,
stays with the day: whoever reads days then asks, for it may be another day than that of a certification.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import dropwhile, takewhile

from calculator.reading.written_days import OTHER_MATTER, says_done, visible
from calculator.roster.columns import Cells, Heading
from calculator.roster.day_headings import of_another_matter
from calculator.roster.footers import is_a_group, is_doubtful
from calculator.roster.places import known_region, known_scheme
from calculator.wording.roster import WRITTEN_LIST_HEADINGS

__all__ = ["in_columns", "people_of", "written_list"]

_WRITTEN_LIST = Heading(
    -1,
    WRITTEN_LIST_HEADINGS,
    {name: (index,) for index, name in enumerate(("name", "last", "region", "scheme", "phone"))},
    numbers=(5,),
)
"""The columns that such a list is brought into; the last are the number of an identity card and the line as it was."""

_LONGEST = 4000
"""Characters of a line; nobody writes so many people into one."""

_ABOUT_SOMEBODY = 3
"""One line of so many is about somebody; the others are titles, sums and who wrote it."""

_NUMERALS = "〇零○一二三四五六七八九十廿卅"
_CHINESE_DAY = rf"(?:二[〇零○]|[二两]千[〇零○]?|一九)[{_NUMERALS}]{{1,3}}\s*年\s*[{_NUMERALS}\d]{{1,3}}\s*月(?:份|\s*[{_NUMERALS}\d]{{1,3}}\s*[日号]?)?"
_MONTH_AND_DAY = r"\d{1,2}\s*月(?:份|\s*\d{1,2}(?!\d)\s*[日号]?)?"
_DAY = "|".join(
    (
        _CHINESE_DAY,
        rf"(?<!\d)(?:\d{{4}}|\d\d)\s*年\s*{_MONTH_AND_DAY}",
        r"(?<!\d)(?:19|20|21)\d\d\s*[-/.、]+\s*\d{1,2}\s*[-/.、]+\s*\d{1,2}(?!\d)\s*[日号]?",
        r"(?<!\d)(?:19|20|21)\d\d\s+\d{1,2}\s+\d{1,2}(?!\d)",
        r"(?<!\d)(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\d)",
        r"(?<!\d)\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{1,2})(?!\d)",
        r"(?<!\d)(?:19|20|21)\d\d\s*[-/.]\s*\d{1,2}(?!\d)",
        rf"(?:[今去前]年的?\s*|(?<!\d)){_MONTH_AND_DAY}",
        r"(?<![\d.-])\d{1,2}[-/.]\d{1,2}(?![\d.-]*\d)",
    )
)
_UNITS = "岁|周岁|[组村队]|号楼|栋|单元|室"
_WEEKDAY = r"\s*[(\[]?(?:星期[一二三四五六日天]|礼拜[一二三四五六日天]|[周週][一二三四五六日天](?![\u3400-\u9fff]))[)\]]?|\s*\([一二三四五六日天]\)"
_TIME = r"[T\s]*\d{1,2}:\d{2}(?::\d{2})?"
_TOKEN = re.compile(
    r"(?P<identity>(?<![\dA-Za-z])[1-9]\d{5}[\d*]{8,11}[\dXx*](?![\dA-Za-z]))"
    r"|(?P<phone>(?<!\d)(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)|(?<!\d)0\d{2,3}-\d{7,8}(?!\d))"
    rf"|(?P<day>(?:{_DAY})(?:{_WEEKDAY})?(?:{_TIME})?)"
    r"|(?P<note>[(\[【〔][^()\[\]【】〔〕]*[)\]】〕])"
    rf"|(?P<word>(?:(?!{_CHINESE_DAY}|[今去前]年的?\s*\d)[^\W\d_])+(?:[·•][^\W\d_]+)*)"
    rf"|(?P<number>[A-Za-z]*\d+[A-Za-z\d]*(?:{_UNITS})?)"
    r"|(?P<mark>[×✗✘✖❌❎🚫⛔?])"
)
_NUMBERED = re.compile(r"[一二三四五六七八九十]{1,3}\s*[、.)]\s*(?=[\u3400-\u9fff])")
"""What numbers a line in Chinese; figures are cut off as numbers."""
_NAME = re.compile(r"[\u3400-\u9fff]{2,4}|[\u3400-\u9fff]+(?:[·•][\u3400-\u9fff]+)+|[A-Za-z]{2,20}")
_NO_NAME = re.compile(
    "认证|年审|核验|办|刷脸|人脸|手机|微信|窗口|线上|网上|日期|时间|截[止至]|到期|有效|下次|上次|预约|未|没|不|停发|死亡|去世"
    "|正月|腊月|冬月|初[一二三四五六七八九十]|农历|阴历|今年|去年|前年|出生|生日|领取|退休|参保|缴费|体检|更新|统计|整理|汇总|登记|通知|大家|谢谢|收到|儿子|女儿|女婿|儿媳|孙子|孙女|老伴|本人|代"
)
"""What no name has in it: deeds, what else has a day, who did it for somebody, what is said in a chat."""
_SAID_BEFORE = re.compile(
    r"(?:的|上次|最近|最近一次|最后一次|已)?(?:资格)?(?:认证|年审)(?:通过)?(?:日期|时间|日)?(?:是|于|在|为)?|(?:上次|最近一次|最近|最后一次)?[于是]"
)
"""What stands between a name and the day of a certification."""
_LABEL = re.compile("姓名|名字|电话|联系电话|手机号码?|身份证号?码?")
"""What is written before a name or a number, and says nothing more."""
_NAME_AND_MORE = re.compile(rf"([\u3400-\u9fff]{{2,4}}?)(?:{_SAID_BEFORE.pattern})")
_SHORT_NUMBER = re.compile(rf"\d{{1,3}}(?:{_UNITS})?")
"""What numbers people, or is their age."""

_OF_OTHER_DAYS = re.compile("到期|截止|有效期|失效|预约|下次|停发|生日|出生|退休|参保|体检|缴费")
_HEADING = re.compile(r"\W*(?:序号\W*)?姓名\W*(?:(?:上次|最近)?(?:资格)?认证)?(?:日期|时间|日)?\W*$")
"""What stands above such a list as the headings of its columns, which it has none of."""

type _Token = tuple[str, str]


@dataclass(slots=True)
class _Draft:
    """Somebody in a line, as far as it has been read; ``days`` counts the days among ``last``."""

    name: str
    last: list[str] = field(default_factory=list)
    known: dict[str, str] = field(default_factory=dict)
    days: int = 0

    def cells(self, line: str) -> Cells:
        """As in ``_WRITTEN_LIST``."""
        known = (self.known.get(one, "") for one in ("region", "scheme", "phone", "identity"))
        return (self.name, " ".join(self.last), *known, line)


def written_list(sample: Sequence[Cells], heading: Heading, is_read: Callable[[Cells], bool]) -> Heading | None:
    """The columns of what is no table but a list as people write it: more people are found in its lines than in its
    columns, and somebody in enough of its lines. Nothing for a table; no column of the day where a line above the first
    person says that the days are others.

    :param heading: what was found of the table's columns; where there are headings, a table it is.
    :param is_read: whether a row has a name and a day in the columns in which they were looked for.
    """
    if any(_is_heading(cells) for cells in heading.lines):
        return None
    lines = people = rows = 0
    of_others = False
    for cells in sample:
        drafts = _drafts(_line(cells))
        found = [one for one in drafts if one.days == 1]
        if not people and not found:
            if len(cells) > 1 and any(map(of_another_matter, cells)):
                return None
            of_others = of_others or bool(_OF_OTHER_DAYS.search(_line(cells)))
        lines += bool(drafts)
        people += len(found)
        rows += is_read(cells)
    if people <= rows or _ABOUT_SOMEBODY * lines < len(sample):
        return None
    columns = {name: places for name, places in _WRITTEN_LIST.columns.items() if not (of_others and name == "last")}
    return replace(_WRITTEN_LIST, columns=columns)


def _is_heading(cells: Cells) -> bool:
    """Whether it is that of a table, which has several columns, and not somebody: 张三 2026.5.1认证."""
    return len(cells) > 1 and not any(one.days for one in _drafts(_line(cells)))


def people_of(cells: Cells) -> list[Cells]:
    """The people of a line, in the columns of a written list. What is not understood stands where the name does."""
    line = _line(cells)
    if _HEADING.match(line):
        return [_WRITTEN_LIST.names]
    return [one.cells(line) for one in _drafts(line)] or [(line,)]


def in_columns(cells: Cells, heading: Heading) -> list[Cells]:
    """The people of a row of a table whose only cell is a line of such a list, in the columns of the table; the row as it
    is, where it is none, or where one of them has what the table has no column for."""
    written = [cell for cell in cells if cell.strip()]
    places = {name: found[0] for name, found in heading.columns.items() if len(found) == 1}
    drafts = _drafts(_line(cells)) if len(written) == 1 and {"name", "last"} <= places.keys() else []
    if not drafts or any(one.days != 1 or not one.known.keys() <= places.keys() for one in drafts):
        return [cells]
    rows = []
    for one in drafts:
        texts = {"name": one.name, "last": " ".join(one.last)} | one.known
        row = [""] * max(len(heading.names), len(cells))
        for name, text in texts.items():
            row[places[name]] = text
        rows.append(tuple(row))
    return rows


def _line(cells: Cells) -> str:
    return " ".join(cell for one in cells if (cell := one.strip()))


# A line ---------------------------------------------------------------------------------------------------------------


def _drafts(line: str) -> list[_Draft]:
    """The people of a line, or none where it is not understood."""
    if len(line) > _LONGEST:
        return []
    text = visible(line).translate(_DASHES)
    text = text[match.end() :] if (match := _NUMBERED.match(text)) else text
    found = ((match.lastgroup or "", match[0].strip()) for match in _TOKEN.finditer(text))
    tokens = [token for token in found if not (token[0] == "word" and _LABEL.fullmatch(token[1]))]
    tokens = list(dropwhile(_is_numbering, tokens))
    if tokens and tokens[0][0] == "note" and _is_name(inside := ("word", tokens[0][1][1:-1].strip())):
        tokens[0] = inside
    if not any(kind == "day" for kind, _ in tokens):
        return _without_days(tokens, text)
    if tokens[0][0] == "day":
        return list(_day_first(tokens))
    return _name_first(tokens)


_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−－", "-"))


def _is_numbering(token: _Token) -> bool:
    kind, text = token
    return kind == "number" and bool(_SHORT_NUMBER.fullmatch(text))


def _is_name(token: _Token) -> bool:
    kind, text = token
    if kind != "word" or not _NAME.fullmatch(text) or _NO_NAME.search(text):
        return False
    return not (is_doubtful(text) or says_done(text) or known_scheme(text))


def _without_days(tokens: Sequence[_Token], text: str) -> list[_Draft]:
    """Names alone, or one with what is said in place of a day."""
    if not tokens or not _is_name(tokens[0]):
        return []
    if all(map(_is_name, tokens)) and not tokens[0][1].isascii():
        return [_Draft(name) for _, name in tokens]
    rest = text.partition(tokens[0][1])[2].strip(" :,;.。、-|\t")
    return [_Draft(tokens[0][1], [rest] if rest else [])]


def _day_first(tokens: Sequence[_Token]) -> Iterator[_Draft]:
    """2026年5月1日：张三、李四. A day without a name behind it makes the line one that is not understood."""
    starts = [index for index, (kind, _) in enumerate(tokens) if kind == "day"]
    groups = [tokens[start:end] for start, end in zip(starts, [*starts[1:], len(tokens)], strict=True)]
    if not all(any(map(_is_name, group)) for group in groups):
        return
    for group in groups:
        names = [text for kind, text in group if _is_name((kind, text))]
        said = [
            text
            for kind, text in group
            if not (_is_name((kind, text)) or kind in ("phone", "identity") or _is_numbering((kind, text)))
        ]
        known = {kind: text for kind, text in group if kind in ("phone", "identity")} if len(names) == 1 else {}
        yield from (_Draft(name, [*said], {**known}, 1) for name in names)


def _name_first(tokens: Sequence[_Token]) -> list[_Draft]:
    """张三：2026年5月1日；李四2026.5.3"""
    drafts: list[_Draft] = []
    before: dict[str, str] = {}
    left = sum(kind == "day" for kind, _ in tokens)
    for place, token in enumerate(tokens):
        kind, text = token
        one = drafts[-1] if drafts else None
        if kind == "day":
            left -= 1
            if one is None:
                return []
            one.last.append(text)
            one.days += 1
        elif kind in ("phone", "identity"):
            (one.known if one else before).setdefault(kind, text)
        elif one is None:
            name = _named(token)
            if kind == "mark" or OTHER_MATTER.search(text):
                return []
            if name and not (_names_follow(tokens[place + 1 :]) and _kept(text, before)):
                drafts.append(_Draft(name, known=before))
            elif kind == "word" and not name and not is_a_group(text) and not _kept(text, before):
                return []
        elif one.days and not known_region(text) and (left or _is_name(token)) and (name := _named(token)):
            drafts.append(_Draft(name))
        elif kind == "note" and not one.last and not OTHER_MATTER.search(text):
            one.name += text
        elif kind == "word" and text.isascii() and one.name.isascii() and not one.last:
            one.name += f" {text}"
        elif not (_is_said_anyway(one, token) or (kind == "word" and _kept(text, one.known))) and not (
            _is_numbering(token) and _is_before_a_name(tokens[place + 1 :])
        ):
            one.last.append(text)
    return drafts


def _named(token: _Token) -> str:
    """The name that a word is, or that stands before 上次认证 in it."""
    kind, text = token
    match = _NAME_AND_MORE.fullmatch(text) if kind == "word" else None
    if match and _is_name((kind, match[1])):
        return match[1]
    return text if _is_name(token) else ""


def _kept(text: str, known: dict[str, str]) -> bool:
    """Whether a word is a place or a benefit, which is kept."""
    for name, read in (("scheme", known_scheme), ("region", known_region)):
        if name not in known and read(text):
            known[name] = text
            return True
    return False


def _is_said_anyway(one: _Draft, token: _Token) -> bool:
    """Whether it says nothing of the day that follows: 上次认证日期, or somebody's age."""
    kind, text = token
    if one.last:
        return False
    return (kind == "word" and bool(_SAID_BEFORE.fullmatch(text))) or _is_numbering(token)


def _names_follow(tokens: Sequence[_Token]) -> bool:
    """Whether a name stands before the next day."""
    return any(map(_is_name, takewhile(lambda token: token[0] != "day", tokens)))


def _is_before_a_name(tokens: Sequence[_Token]) -> bool:
    return bool(tokens) and bool(_named(tokens[0]))
