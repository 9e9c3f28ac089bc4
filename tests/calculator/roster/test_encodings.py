"""A text file is read in the encoding that it is in, or in the two that it is in, and is called none only if it is."""

import io
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculator import InputError
from calculator.roster import encodings
from calculator.roster.encodings import BY_LINE, decoded, find_encoding
from calculator.roster.table import open_table

TABLE = "姓名,上次认证日期,险种\r\n张三,2025-12-01,居民\r\n李四,2025-12-02,居民\r\n"
HEAD, FIRST, SECOND = TABLE.splitlines(keepends=True)


def encoding_of(content: bytes) -> str:
    steps = find_encoding(io.BytesIO(content))
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return str(end.value)


def text_of(content: bytes) -> str:
    with decoded(io.BytesIO(content), encoding_of(content)) as text:
        return "".join(iter(lambda: text.read(100), ""))


@pytest.mark.parametrize(
    ("encoding", "found"),
    [
        *(("utf-8", "utf-8"), ("utf-8-sig", "utf-8-sig"), ("gb18030", "gb18030"), ("utf-16", "utf-16")),
        *(("utf-16-le", "utf-16-le"), ("utf-16-be", "utf-16-be")),
    ],
)
def test_the_encoding_is_found_with_its_mark_or_without(encoding: str, found: str) -> None:
    for text in (TABLE, TABLE * 3000):
        assert encoding_of(text.encode(encoding)) == found
        assert text_of(text.encode(encoding)) == text


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_a_table_of_digits_is_read_the_right_way_round(encoding: str) -> None:
    text = "name,last\n" + "1,2025-12-01\n" * 50
    assert text_of(text.encode(encoding)) == text


@pytest.mark.parametrize("ends", ["\r\n", "\n", "\r"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_lines_of_two_encodings_are_each_read_in_their_own_and_said(ends: str, mark: bytes) -> None:
    lines = (HEAD.encode(), FIRST.encode("gb18030"), SECOND.encode(), b"\r\n", b"x,2025-12-03,\r\n")
    content = mark + b"".join(lines).replace(b"\r\n", ends.encode())
    assert encoding_of(content) == BY_LINE
    table = open_table(io.BytesIO(content))
    rows = [cells[:2] for _, cells in table.rows if cells]
    assert rows == [("张三", "2025-12-01"), ("李四", "2025-12-02"), ("x", "2025-12-03")]
    assert table.remarks[0].said.startswith("有1行的编码和别的行不一样")
    turned = HEAD.encode("gb18030") + FIRST.encode("gb18030") + SECOND.encode()
    assert text_of(turned) == TABLE


def test_what_was_cut_off_in_a_character_is_no_other_encoding() -> None:
    cut = TABLE.encode().replace("四".encode(), "四".encode()[:2])
    assert encoding_of(cut) == "utf-8"
    assert text_of(cut) == TABLE.replace("四", "\ufffd")
    assert encoding_of(b"\xef\xbb\xbf" + cut) == "utf-8-sig"
    assert encoding_of(b"\xef\xbb\xbf" + cut.replace(b"x", b"\xff") + b"\xff") == "utf-8-sig"


def test_lines_of_gb18030_that_look_like_another_encoding_are_not() -> None:
    strange = "中文".encode() + "张三,2025-12-01\n".encode("gb18030")
    assert encoding_of(TABLE.encode("gb18030") + strange) == "gb18030"


@pytest.mark.parametrize(
    "content", [TABLE.encode("gb18030").replace(b"-02", b"-02\0"), TABLE.encode().replace(b",", b"\0\0,")]
)
def test_a_few_noughts_are_nothing(content: bytes) -> None:
    assert [cells for _, cells in open_table(io.BytesIO(content)).rows] == [
        ("张三", "2025-12-01", "居民"),
        ("李四", "2025-12-02", "居民"),
    ]


@pytest.mark.parametrize("content", [b"a,b\n" + b"\0" * 3, TABLE.encode() + b"\0\1"])
def test_what_holds_more_than_a_few_noughts_is_no_table(content: bytes) -> None:
    with pytest.raises(InputError, match="不是表格"):
        encoding_of(content)


def test_no_step_looks_at_more_than_some_lines_and_each_is_looked_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    sizes = [0]
    monkeypatch.setattr(encodings, "_LINES", 10)
    monkeypatch.setattr(encodings, "_is_gb18030", lambda line: sizes.append(len(line)))
    steps = encodings._is_of_two(io.BytesIO(HEAD.encode() + b"\xffaaaaaaa\n" * 95 + b"x\n" * 50))
    looked_at = [len(sizes) - 1 for _ in steps]
    assert looked_at[-1] == 95
    assert max(after - before for before, after in pairwise(looked_at)) == 10
    assert set(sizes[1:]) == {9}


def test_a_line_without_end_is_not_gathered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(encodings, "_LONGEST_LINE", 100)
    monkeypatch.setattr(encodings, "_BLOCK", 64)
    pieces = list(encodings._blocks_of_lines(io.BytesIO(b"x" * 1000 + b"\ny")))
    assert b"".join(pieces) == b"x" * 1000 + b"\ny"
    assert max(map(len, pieces)) < 200


@given(
    st.lists(
        st.tuples(
            st.text(st.characters(codec="gb18030", min_codepoint=0x4E00, max_codepoint=0x7FFF), min_size=4),
            st.booleans(),
        ),
        min_size=1,
    )
)
def test_whichever_lines_are_in_which_encoding_all_are_read(lines: list[tuple[str, bool]]) -> None:
    content = b"".join(f"{text}\n".encode("gb18030" if is_gb else "utf-8") for text, is_gb in lines)
    file = encodings.ByLine(io.BytesIO(content))
    assert len(file.read(1)) > 0
    assert sum(file.lines) == len(lines)
    assert file.lines[0] >= sum(not is_gb for _, is_gb in lines)
