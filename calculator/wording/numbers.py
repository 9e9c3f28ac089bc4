"""Small numbers in words, as sentences have them before a measure word."""

__all__ = ["counted"]

_DIGITS = "零一二三四五六七八九"


def counted(number: int) -> str:
    """How many there are, as said before 种, 个 or 位: 两 and not 二.

    :param number: from 1 to 99.
    :raises ValueError: for any other.

    >>> [counted(number) for number in (1, 2, 9, 10, 12, 20, 99)]
    ['一', '两', '九', '十', '十二', '二十', '九十九']
    """
    if not 1 <= number <= 99:
        raise ValueError(number)
    if number == 2:
        return "两"
    tens, ones = divmod(number, 10)
    return ("" if tens == 0 else "十" if tens == 1 else f"{_DIGITS[tens]}十") + (_DIGITS[ones] if ones else "")
