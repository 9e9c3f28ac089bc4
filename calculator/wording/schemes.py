"""What people call the benefit that they draw."""

from collections.abc import Sequence

from calculator.wording.answer import EDIT

NAMES = {
    "企业职工": "企业退休",
    "机关事业": "机关退休",
    "城乡居民": "没有单位的居民养老",
    "遗属与供养亲属": "遗属补助",
    "工伤": "工伤津贴",
    "失业": "失业金",
    "被征地": "被征地养老",
}
"""By the name that notices use, in the order in which they are shown."""

ASKED = ("企业职工", "机关事业", "城乡居民", "遗属与供养亲属", "工伤")
"""Those that are asked for by name."""

COMMON = "没有查到当地说法的，用常见的两种说法"
EARLIEST = "您没有选领的是哪一种，这是几种养老金里最早的日子。"
PENSION = "养老金"
QUESTION = "您领的是哪一种？"
NOT_CHOSEN = "不清楚，先不选"
HINT = "算法可能不一样，选了更准。不清楚就不用选。"

_MOST_NAMED = 2


def benefit(schemes: Sequence[str], pensions: Sequence[str]) -> str:
    """企业退休; 养老金 where it could be any of the pensions; nothing where there are too many to say."""
    if set(pensions) <= set(schemes):
        return PENSION if len(schemes) == len(pensions) else ""
    return "、".join(NAMES[one] for one in schemes) if len(schemes) <= _MOST_NAMED else ""


def who_briefly(schemes: Sequence[str], pensions: Sequence[str]) -> str:
    """养老金、工伤津贴"""
    short = {one: NAMES[one].removeprefix("没有单位的") for one in schemes}
    if set(pensions) <= set(schemes):
        short = dict.fromkeys(pensions, PENSION) | {one: short[one] for one in schemes if one not in pensions}
    return "、".join(dict.fromkeys(short.values()))


def who(schemes: Sequence[str], note: str) -> str:
    """遗属补助，未满18岁"""
    return "、".join(NAMES[one] for one in schemes) + (f"，{note}" if note else "")


def earliest_of_people(note: str, others: Sequence[str]) -> str:
    """``note``: for whom the place's rule is that gives the day, among those who draw the same; it may be unknown.

    ``others``: for whom it has others, of a later day.
    """
    said = f"这一种待遇，当地对不同的人说法不一样，这是几种里最早的日子{f'（{note}）' if note else ''}。"
    return f"{said}{'、'.join(others)}的，多半要晚些：点“{EDIT}”，在地方的列表里选自己那一种再算。" if others else said


def counted_as_pension(scheme: str) -> str:
    """Beside a deadline for a benefit of which nothing is known there."""
    return f"这是按养老金常见的算法算的。{NAMES[scheme]}在您那里多久认证一次，打12333问清楚。"


def asked(place: str, chosen: str) -> str:
    """Beside the question, where the answer was given without its answer. ``chosen`` is what it was given for."""
    return f"在{place}，领的是哪一种，日子可能不一样。您没有选，先按{chosen}算。点您领的那一种，更准。"


def earliest(who: str) -> str:
    return f"日子最早的一种（{who}）"
