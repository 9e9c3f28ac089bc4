"""Text that somebody else wrote, made fit to stand between words of our own.

It may come from a file, or from an address that somebody was sent. It is never markup here: that is for whoever writes
HTML to see to.
"""

import re

__all__ = ["one_line", "shortened"]

_BREAKS = re.compile(r"[\x00-\x1f\x7f-\x9f\s]+")
_TURNS = re.compile(r"[\u202a-\u202e\u2066-\u2069]")
"""Characters that turn the direction of what stands after them, our own words included."""

_SHORT = 20


def one_line(text: str) -> str:
    """A text without what breaks a line, turns its direction, or is half a character.

    >>> one_line(" 张三\\r\\nATTENDEE:李四\\u202e ")
    '张三 ATTENDEE:李四'
    """
    return _BREAKS.sub(" ", _TURNS.sub("", text.encode("utf-8", "ignore").decode("utf-8"))).strip()


def shortened(text: str, most: int = _SHORT) -> str:
    """A text as a sentence of ours quotes it: its beginning is enough to know it by, and too little to advertise in.

    :param most: characters, but for the … behind them.

    >>> shortened("您的养老金已经停发，请马上拨打下面这个号码")
    '您的养老金已经停发，请马上拨打下面这个号…'
    """
    # A line is made of the beginning alone, lest a text of megabytes be worked through for it.
    plain = one_line(text[: 10 * most])
    return plain if len(plain) <= most and len(text) <= 10 * most else f"{plain[:most]}…"
