"""The encoding of a text file, and its text.

It is found by trying the whole file, not its beginning: a long table may be plain ASCII up to its first Chinese name. What
no encoding explains is shown as � and its row kept, unless there is much of it. A table that was put together from files
of two encodings is read line by line; one of UTF-16 is known without its mark; a nought among the characters is none.
"""

import codecs
import io
import re
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from itertools import batched, chain
from typing import BinaryIO, Protocol

from calculator import wording
from calculator.errors import InputError

__all__ = ["BY_LINE", "ByLine", "Text", "decoded", "find_encoding"]

BY_LINE = "by-line"
"""No encoding, but two of them: some lines are UTF-8, others GB18030."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),  # what Excel calls “Unicode text”
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_BLOCK = 1 << 20
_TOLERATED = 0.1
"""The share of the characters beyond ASCII that may be unreadable before another encoding is tried."""
_LOOKED_AT = 1 << 16
_MANY_NOUGHTS = 0.3
_USUAL = 0.9
_USUAL_CHARACTERS = re.compile("[\\t\\r\\n -~\\u2000-\\u206f\\u2e80-\\u9fff\\uff00-\\uffef]")
"""Those of a Chinese table."""
_CONTROL = re.compile(rb"[\x01-\x08\x0e-\x19\x1c-\x1f]")
_HAN_IN_UTF_8 = re.compile(rb"(?:[\xe4-\xe9][\x80-\xbf]{2}){2}")
_HAN = re.compile("[\\u2e80-\\u9fff]")
_LINE_ENDS = (b"\n", b"\r")
_LINES = 10_000
"""So many are looked at in one step."""
_LONGEST_LINE = 4_000_000
"""Bytes. What has no line breaks must not be gathered into one."""


class Text(Protocol):
    """What can be read piece by piece; nothing is its end."""

    def read(self, size: int, /) -> str:
        """The next characters."""


def find_encoding(file: BinaryIO) -> Generator[None, None, str]:
    """The name of an encoding, or ``BY_LINE``, in steps that are short.

    :raises InputError: if the file is no text, or one that cannot be read.
    """
    file.seek(0)
    start = file.read(_LOOKED_AT)
    marked = next((encoding for mark, encoding in _MARKS if start.startswith(mark)), "")
    if marked == "utf-16":
        return marked
    if b"\0" in start and (wide := _without_mark(start)):
        return wide
    share = yield from _unreadable(file, "utf-8")
    if share and (yield from _is_of_two(file)):
        return BY_LINE
    if marked or share <= _TOLERATED:
        return marked or "utf-8"
    # Chinese in GB18030 is hardly ever valid UTF-8, but UTF-8 often looks like strange GB18030.
    if (yield from _unreadable(file, "gb18030")) <= _TOLERATED:
        return "gb18030"
    raise InputError("file", "encoding", wording.roster.UNKNOWN_ENCODING)


@contextmanager
def decoded(file: BinaryIO, encoding: str) -> Iterator[Text]:
    """A file as text from its beginning. It is left open when done, for it is read more than once."""
    file.seek(0)
    if encoding == BY_LINE:
        yield ByLine(file)
        return
    text = io.TextIOWrapper(file, encoding, errors="replace", newline="")
    try:
        yield text
    finally:
        # Rows that nobody asked for any more end after their file.
        if not file.closed:
            text.detach()


def _without_mark(start: bytes) -> str:
    """The kind of UTF-16 that a file with noughts is in; "" for a text that has a few of them.

    :raises InputError: if it has more than that, or other signs that no text has.
    """
    texts = {encoding: start.decode(encoding, "replace") for encoding in ("utf-16-le", "utf-16-be")}
    usual = [one for one, text in texts.items() if len(_USUAL_CHARACTERS.findall(text)) >= _USUAL * len(text)]
    if usual:
        # Read the wrong way round digits look like Chinese.
        return max(usual, key=lambda one: len(texts[one].encode("ascii", "ignore")))
    if start.count(b"\0") > _MANY_NOUGHTS * len(start) or _CONTROL.search(start):
        raise InputError("file", "kind", wording.roster.NOT_A_TABLE)
    return ""


def _unreadable(file: BinaryIO, encoding: str) -> Generator[None, None, float]:
    """The share of what cannot be read among all that is not ASCII, which every encoding reads."""
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    beyond_ascii = unreadable = 0
    file.seek(0)
    for block in chain(iter(lambda: file.read(_BLOCK), b""), [b""]):
        text = decoder.decode(block, final=not block)
        if not text.isascii():
            beyond_ascii += len(text) - len(text.encode("ascii", "ignore"))
            unreadable += text.count("\ufffd")
        yield
    return unreadable / max(1, beyond_ascii)


# Two encodings in one file --------------------------------------------------------------------------------------------


class ByLine:
    """A file as text, each line in the encoding in which it makes sense. ``lines`` counts those of UTF-8 and of GB18030
    that have Chinese in them."""

    def __init__(self, file: BinaryIO) -> None:
        self._blocks = _blocks_of_lines(file)
        self.lines = [0, 0]

    def read(self, _size: int, /) -> str:
        """The next lines; nothing at the end."""
        return "".join(map(self._line, next(self._blocks, b"").splitlines(keepends=True)))

    def _line(self, line: bytes) -> str:
        if line.isascii():
            return line.decode("ascii")
        is_gb = _is_gb18030(line)
        self.lines[is_gb] += 1
        return line.decode("gb18030" if is_gb else "utf-8", "replace")


def _is_of_two(file: BinaryIO) -> Generator[None, None, bool]:
    """Whether some lines are certainly UTF-8, and others GB18030."""
    return (yield from _has_line(file, _may_be_utf_8, _is_utf_8)) and (
        yield from _has_line(file, _is_undecodable, _is_gb18030)
    )


def _has_line(
    file: BinaryIO, may_be: Callable[[bytes], bool], is_one: Callable[[bytes], bool]
) -> Generator[None, None, bool]:
    """Whether there is a line of a kind.

    :param may_be: what is quickly known of many lines together as well as of one.
    """
    for block in _blocks_of_lines(file):
        # Each line is cut out once: to search for its ends would be to go through the whole block for each.
        lines = block.splitlines(keepends=True) if may_be(block) else ()
        for some in batched(lines, _LINES):
            if any(is_one(line) for line in some if may_be(line)):
                return True
            yield
        yield
    return False


def _may_be_utf_8(lines: bytes) -> bool:
    return bool(_HAN_IN_UTF_8.search(lines))


def _is_undecodable(lines: bytes) -> bool:
    try:
        lines.decode("utf-8")
    except UnicodeDecodeError:
        return True
    return False


def _is_utf_8(line: bytes) -> bool:
    try:
        return bool(_HAN.search(line.decode("utf-8")))
    except UnicodeDecodeError:
        return False


def _is_gb18030(line: bytes) -> bool:
    """Whether a line is nonsense in UTF-8, and none in GB18030. One that was cut off in a character is not."""
    text = line.decode("utf-8", "replace")
    unread = text.count("\ufffd")
    return unread > len(_HAN.findall(text)) and "\ufffd" not in line.decode("gb18030", "replace")


def _blocks_of_lines(file: BinaryIO) -> Iterator[bytes]:
    """The file in pieces that end where lines do, without the mark at its beginning."""
    file.seek(0)
    rest = file.read(len(codecs.BOM_UTF8)).removeprefix(codecs.BOM_UTF8)
    for block in iter(lambda: file.read(_BLOCK), b""):
        some = rest + block
        end = max(some.rfind(one) for one in _LINE_ENDS) + 1
        if not end and len(some) > _LONGEST_LINE:
            end = len(some)
        if end:
            yield some[:end]
        rest = some[end:]
    if rest:
        yield rest
