"""Days in a message are what its words say, and nothing where they do not say it."""

from datetime import date

import pytest

from calculator.messages import DayKind, check

OCTOBER = date(2027, 10, 6)
MAY = date(2026, 5, 12)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("下次认证请在2027年10月6日前办理。", [(OCTOBER, "deadline")]),
        ("您的养老待遇资格认证有效期到2027年10月6日。", [(OCTOBER, "deadline")]),
        ("认证有效期至2027-10-06，请提前办理", [(OCTOBER, "deadline")]),
        ("认证截止日期：2027.10.6", [(OCTOBER, "deadline")]),
        ("有效期往后延12个月，2027年10月6日前再认证一次就行。", [(OCTOBER, "deadline")]),
        ("资格认证即将到期（2027年10月6日），请及时认证", [(OCTOBER, "deadline")]),
        ("下一次认证时间为２０２７年１０月６日", [(OCTOBER, "deadline")]),
        ("您已于2026年5月12日通过资格认证", [(MAY, "last")]),
        ("2026年5月12日已为您办理认证", [(MAY, "last")]),
        ("认证日期：2026年5月12日", [(MAY, "last")]),
        ("您最近一次认证是2026年5月12日", [(MAY, "last")]),
        ("您于2026年5月12日认证成功，下次请在2027年10月6日前认证。", [(MAY, "last"), (OCTOBER, "deadline")]),
        ("认证有效期自2026年5月12日至2027年10月6日", [(MAY, "other"), (OCTOBER, "deadline")]),
        ("居民医保缴费到2027年10月6日截止", [(OCTOBER, "other")]),
        ("社保卡2027年10月6日前换卡，认证另行通知", [(OCTOBER, "other")]),
        ("2027年10月6日社区体检", [(OCTOBER, "other")]),
        ("认证的事，2027年10月6日见", [(OCTOBER, "other")]),
        ("2027年2月30日前认证", []),
        ("2200年1月1日前认证", []),
        ("10月6日前认证", []),
    ],
)
def test_a_day_is_what_the_words_around_it_say(text: str, expected: list[tuple[date, str]]) -> None:
    assert [(one.day, one.kind) for one in check(text).days] == expected


def test_a_day_has_the_words_of_the_message() -> None:
    text = "认证有效期至２０２７年１０月６日"
    (day,) = check(text).days
    assert (day.words, day.kind) == ("２０２７年１０月６日", DayKind.DEADLINE)
    assert text[day.start : day.end] == day.words
